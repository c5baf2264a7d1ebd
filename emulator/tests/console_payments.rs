//! The console's payments: the list, its search and its CSV; the page of a payment, its acts and its story.
#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use common::console::{Browser, Shown, console};
use common::receiver::{Receiver, Reply};
use common::{Local, agent};
use serde_json::{Value, json};

/// A name that tries everything.
const HOSTILE: &str = "\"><img src=x onerror=alert(1)>'&{{7*7}}\u{202e}\u{0}";

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// The order names of a list, from the top.
fn listed(page: &Shown) -> Vec<String> {
    let rows = page.text.split("<td class=\"name\">").skip(1);
    rows.map(|row| row.split_once("\">").unwrap().1.split_once("</a>").unwrap().0.to_owned()).collect()
}

fn search(browser: &Browser, q: &str) -> Vec<String> {
    let page = browser.get(&format!("/payments?q={}", encoded(q)));
    assert_eq!(page.status, 200, "{q}: {}", page.text);
    listed(&page)
}

/// An emulator with payments of every standing.
fn filled() -> Local {
    let local = console();
    for payment in [
        json!({ "order_name": "tea", "order_id": "o-1", "price": 1000, "state": "paid" }),
        json!({ "order_name": "무선 이어폰", "order_id": "o-2", "price": 12_000, "user": { "username": "김차" } }),
        json!({ "order_name": "vbank", "order_id": "o-3", "method": "vbank", "pg": "inicis", "state": "vbank_issued" }),
        json!({ "order_name": "gone", "order_id": "o-4", "state": "cancelled" }),
        json!({ "order_name": "failed", "order_id": "o-5", "state": "failed" }),
    ] {
        local.payment(&payment);
    }
    local
}

#[test]
fn a_list_has_standings_with_counts_and_goes_on_from_a_row() {
    let local = filled();
    let browser = Browser::new(&local);
    let page = browser.get("/payments");
    assert_eq!(listed(&page), ["failed", "gone", "vbank", "무선 이어폰", "tea"]);
    for tab in ["전체 <span class=\"count\">5", "대기 <span class=\"count\">2", "결제완료 <span class=\"count\">1"]
    {
        assert!(page.text.contains(tab), "{tab}");
    }
    assert_eq!(search(&browser, "status:paid"), ["tea"]);
    assert_eq!(search(&browser, "status:paid status:failed"), Vec::<String>::new());
    for number in 0..30 {
        local.payment(&json!({ "order_name": format!("more-{number}"), "state": "paid" }));
    }
    let mut names = Vec::new();
    let mut next = "/payments?size=10&q=status%3Apaid".to_owned();
    for _ in 0..4 {
        let page = browser.get(&next);
        names.extend(listed(&page));
        let Some((_, rest)) = page.text.rsplit_once("rel=\"next\"") else { break };
        assert!(!rest.is_empty());
        next =
            page.text.rsplit_once("\" rel=\"next\"").unwrap().0.rsplit_once("href=\"").unwrap().1.replace("&#38;", "&");
    }
    assert_eq!(names.len(), 31);
    assert_eq!((names[0].as_str(), names[30].as_str()), ("more-29", "tea"));
}

/// The addresses of the links with these keys.
fn link(page: &Shown, keys: &str) -> Option<String> {
    let (before, _) = page.text.split_once(&format!("data-keys=\"{keys}\""))?;
    let (_, href) = before.rsplit_once("href=\"")?;
    Some(href.split_once('"')?.0.replace("&#38;", "&"))
}

#[test]
fn the_pages_of_a_list_lead_both_ways() {
    let local = console();
    let browser = Browser::new(&local);
    for number in 0..35 {
        let state = if number % 7 == 3 { "failed" } else { "paid" };
        local.payment(&json!({ "order_name": format!("tea-{number}"), "state": state }));
    }
    for q in ["", "status:paid", "tea -status:failed"] {
        let mut pages = vec![browser.get(&format!("/payments?size=10&q={}", encoded(q)))];
        assert_eq!(link(&pages[0], "["), None, "{q}");
        while let Some(older) = link(pages.last().unwrap(), "]") {
            pages.push(browser.get(&older));
        }
        assert_eq!(pages.len(), if q.is_empty() { 4 } else { 3 }, "{q}");
        while let Some(page) = pages.pop() {
            let Some(newer) = pages.last() else { break };
            assert_eq!(listed(&browser.get(&link(&page, "[").unwrap())), listed(newer), "{q}");
        }
    }
}

#[test]
fn an_open_list_is_told_what_is_newer_and_may_keep_its_rows() {
    let local = filled();
    let browser = Browser::new(&local);
    let opened = browser.get("/payments");
    let known = opened.attribute("data-newest=\"");
    for (name, state) in [("new 1", "paid"), ("new 2", "paid"), ("new 3", "failed")] {
        local.payment(&json!({ "order_name": name, "state": state }));
    }
    let held = browser.get(&format!("/payments?since={known}&hold=1"));
    assert_eq!(listed(&held), listed(&opened));
    assert_eq!(held.attribute("data-newest=\""), known);
    assert!(held.text.contains("<a class=\"button primary\" href=\"/payments\" data-here>3건 새로 도착 — 보기</a>"));
    assert_eq!(held.attribute("id=\"payments-now\" aria-label=\"결제내역\" hx-get=\""), "/payments");
    for (q, count) in [("status:paid", 2), ("new -status:paid", 1), ("tea", 0)] {
        let held = browser.get(&format!("/payments?q={}&since={known}&hold=1", encoded(q)));
        assert_eq!(held.attribute("data-count=\""), count.to_string(), "{q}");
        assert_eq!(held.text.contains("새로 도착 — 보기"), count > 0, "{q}");
    }
    // At the top the new rows are inserted, and marked.
    let inserted = browser.get(&format!("/payments?since={known}"));
    assert_eq!(listed(&inserted)[..4], ["new 3", "new 2", "new 1", "failed"]);
    assert_eq!(inserted.text.matches(" data-fresh>").count(), 3);
    assert!(!inserted.text.contains("새로 도착 — 보기") && !inserted.text.contains(" data-held"));
    assert_eq!(inserted.attribute("data-newest=\"").parse(), known.parse::<i64>().map(|known| known + 3));
    // An older page keeps its rows by itself, and its bar leads to the newest.
    let older = browser.get(&format!("/payments?before={known}&since={known}"));
    assert_eq!(listed(&older), listed(&opened)[1..]);
    assert!(older.text.contains("<a class=\"button primary\" href=\"/payments\">3건 새로 도착 — 보기</a>"));
    // What was there is gone: nothing is newer, and the numbers begin again.
    local.control("POST", "reset", &json!({}));
    let gone = browser.get(&format!("/payments?since={known}&hold=1"));
    assert_eq!((gone.attribute("data-newest=\""), gone.attribute("data-count=\"")), ("0".into(), "0".into()));
}

#[test]
fn the_way_back_leads_to_the_row_in_the_list_as_it_was() {
    let local = console();
    let browser = Browser::new(&local);
    let ids: Vec<_> = (0..12)
        .map(|number| local.payment(&json!({ "order_name": format!("tea {number}"), "state": "paid" })))
        .collect();
    let list = link(&browser.get("/payments?q=tea+status%3Apaid&size=10"), "]").unwrap();
    let page = browser.get(&list);
    let row = page.attribute("<td class=\"name\"><a href=\"").replace("&#38;", "&");
    assert_eq!(link(&browser.get(&row), "u").unwrap(), format!("{list}#row-{}", ids[1]));
    assert!(page.text.contains(&format!("id=\"row-{}\"", ids[1])), "{}", page.text);
    // An act leads to the same page, with the same way back.
    let action = browser.get(&row).attribute("<form method=\"post\" action=\"/payments/").replace("&#38;", "&");
    let acted = browser.post(&format!("/payments/{action}"), "act=cancel&cancel_price=1");
    assert_eq!(acted.status, 303, "{}", acted.text);
    assert_eq!(link(&browser.get(acted.header("location")), "u").unwrap(), format!("{list}#row-{}", ids[1]));
    // A row of the whole list has a plain address, and no address leads elsewhere than to the list.
    let plain = browser.get("/payments").attribute("<td class=\"name\"><a href=\"");
    assert_eq!(plain, format!("/payments/{}", ids[11]));
    for from in ["https://evil.example", "//evil.example", "q=%22%3E%3Cb%3E&x=1&before=//evil.example"] {
        let back = link(&browser.get(&format!("{plain}?from={}", encoded(from))), "u").unwrap();
        assert!(back.starts_with("/payments?") || back.starts_with("/payments#row-"), "{back}");
        assert!(!back.contains('<') && !back.contains("x=1") && !back.contains("//"), "{back}");
    }
}

#[test]
fn a_search_finds_by_words_and_terms() {
    let local = filled();
    let browser = Browser::new(&local);
    for (q, found) in [
        ("이어", vec!["무선 이어폰"]),
        ("김차", vec!["무선 이어폰"]),
        ("o-", vec!["failed", "gone", "vbank", "무선 이어폰", "tea"]),
        ("가상계좌", vec!["vbank"]),
        ("이니", vec!["vbank"]),
        ("INIC", vec!["vbank"]),
        ("KG이니시스", vec!["vbank"]),
        ("가", vec![]),
        ("나이스 status:failed", vec!["failed"]),
        ("pg:이니시스", vec!["vbank"]),
        ("price:>=12,000 price:<50000", vec!["무선 이어폰"]),
        ("status:결제취소", vec!["gone"]),
        ("has:refund", vec!["gone"]),
        ("-has:refund -status:waiting -status:failed", vec!["tea"]),
        ("is:test", vec![]),
        ("after:today -method:vbank status:waiting", vec!["무선 이어폰"]),
        ("before:-1h", vec![]),
        ("100%", vec![]),
        ("o_1", vec![]),
    ] {
        assert_eq!(search(&browser, q), found, "{q}");
    }
    // An id alone leads to its payment.
    let one = browser.get("/payments?q=o-3");
    assert_eq!(one.status, 303);
    assert!(browser.get(one.header("location")).text.contains("vbank"));
    let wrong = browser.get("/payments?q=state%3Apaid+tea");
    assert_eq!(listed(&wrong), ["tea"]);
    assert!(
        wrong.text.contains("알 수 없는 조건: state:paid") && wrong.text.contains("status%3Apaid"),
        "{}",
        wrong.text
    );
    let latest = browser.get("/payments/latest");
    assert_eq!(latest.status, 303);
    assert!(browser.get(latest.header("location")).text.contains("failed"));
    // However a name was written: macOS takes Hangul apart, a Korean keyboard has wide letters.
    let apart = "\u{1106}\u{1169}\u{110c}\u{1161}";
    local.payment(&json!({ "order_name": format!("{apart} ＸＹ"), "order_id": "Ｏ９", "user": { "username": apart } }));
    for q in ["모자", apart, "xy", "ＸＹ", "order:o9", "order:Ｏ９", "\"모자 XY\""] {
        assert_eq!(search(&browser, q), [format!("{apart} ＸＹ")], "{q}");
    }
}

#[test]
fn a_payment_is_played_by_its_buttons() {
    let local = console();
    let browser = Browser::new(&local);
    let act = |id: &str, form: &str| {
        let done = browser.post(&format!("/payments/{id}"), form);
        assert_eq!(done.status, 303, "{form}: {}", done.text);
        assert!(browser.get(done.header("location")).text.contains("role=\"status\""), "{form}");
    };
    let status = |id: &str| local.caller().get(&format!("receipt/{id}")).1["status"].clone();

    let id = local.payment(&json!({ "state": "ready", "price": 5000 }));
    act(&id, "act=pay");
    assert_eq!(status(&id), 2);
    local.caller().confirm(&id);
    act(&id, "act=cancel&cancel_price=2%2C000");
    assert_eq!(local.caller().get(&format!("receipt/{id}")).1["cancelled_price"], 2000);
    // An emptied field is no wish for a full cancel.
    let emptied = browser.post(&format!("/payments/{id}"), "act=cancel&cancel_price=");
    assert!(emptied.status == 422 && emptied.text.contains("cancel_price"), "{}", emptied.text);
    let price = local.caller().get(&format!("receipt/{id}")).1["price"].as_i64().unwrap();
    act(&id, &format!("act=cancel&cancel_price={}", price - 2000));
    assert_eq!(status(&id), 20);
    let refused = browser.post(&format!("/payments/{id}"), "act=cancel&cancel_price=1");
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("RC_ALREADY_CANCELLED") && refused.text.contains("role=\"alert\""));

    let vbank = local.payment(&json!({ "state": "vbank_issued" }));
    act(&vbank, "act=deposit");
    assert_eq!(status(&vbank), 1);
    let page = browser.get(&format!("/payments/{vbank}"));
    for (act, possible) in [("pay", false), ("deposit", false), ("expire", false), ("cancel", true)] {
        let button = page.text.split(&format!("value=\"{act}\"")).nth(1).unwrap().split_once('>').unwrap().0;
        assert_eq!(!button.contains("disabled"), possible, "{act}");
    }
    // Through the window, so that the shop's page is told.
    let order = json!({ "order_id": "o", "order_name": "tea", "price": 1000, "pg": "nicepay", "method": "card" });
    let linked = local.caller().call("POST", "request/payment", &order).1["receipt_id"].as_str().unwrap().to_owned();
    act(&linked, "act=fail");
    let window = local.control("GET", &format!("windows/{linked}"), &Value::Null);
    assert_eq!(window["ending"]["event"], "error");
    assert_eq!(browser.post("/payments/nothing", "act=pay").status, 404);
    assert_eq!(browser.get("/payments/nothing").status, 404);
}

#[test]
fn both_truths_stand_side_by_side_until_the_client_looks() {
    let local = console();
    let browser = Browser::new(&local);
    let id = local.payment(&json!({}));
    let path = format!("/payments/{id}");
    assert!(!browser.get(&path).text.contains("class=\"truths\""));
    local.control("POST", "faults", &json!({ "path": "/v2/confirm", "kind": "reset", "when": "after" }));
    let request = agent().post(format!("{}/v2/confirm", local.emulator.url()));
    let _ = request.header("authorization", &local.caller().authorization).send_json(json!({ "receipt_id": id }));
    let page = browser.get(&path).text;
    assert!(page.contains("POST /v2/confirm: 처리되었습니다. 지금 상태는 결제완료"), "{page}");
    assert!(page.contains("응답 없음 (연결 끊김)") && page.contains("다시 요청하지 말고"));
    local.caller().get(&format!("receipt/{id}"));
    assert!(browser.get(&path).text.contains("그 뒤에 결제를 조회했습니다"));
    assert!(browser.with_language("en").get(&path).text.contains("No response: the connection ended"));
}

#[test]
fn what_cannot_be_done_says_why_in_sight() {
    let local = console();
    let browser = Browser::new(&local);
    let id = local.payment(&json!({ "state": "ready" }));
    let page = browser.get(&format!("/payments/{id}"));
    for (act, why) in [
        ("deposit", "입금하기: 다음 상태에서만 가능: 입금대기"),
        ("cancel", "결제완료 상태에서만 취소할 수 있습니다."),
        ("resend", "이 결제의 웹훅이 없습니다."),
    ] {
        let button = page.text.split(&format!("value=\"{act}\"")).nth(1).unwrap().split_once('>').unwrap().0;
        assert!(button.contains(&format!("disabled aria-describedby=\"why-{act}\"")), "{button}");
        assert!(page.text.contains(&format!("id=\"why-{act}\">{why}</p>")), "{act}: {}", page.text);
    }
    assert!(!page.text.contains("id=\"why-pay\""));
    let english = browser.with_language("en").get(&format!("/payments/{id}")).text;
    assert!(english.contains("Deposit: possible only at: Waits for a deposit"), "{english}");
}

#[test]
fn the_next_request_about_a_payment_goes_wrong() {
    let local = console();
    let browser = Browser::new(&local);
    let caller = local.caller();
    let (this, other) = (local.payment(&json!({})), local.payment(&json!({})));
    let path = format!("/payments/{this}");
    let done = browser.post(&path, "act=fault&endpoint=0&fault=gateway");
    assert_eq!(done.status, 303);
    let page = browser.get(done.header("location")).text;
    assert!(page.contains("장애를 주입했습니다.") && page.contains("<code>POST /v2/confirm</code> 502"), "{page}");
    assert!(!browser.get(&format!("/payments/{other}")).text.contains("<code>POST /v2/confirm</code>"));
    assert!(browser.get("/faults").text.contains(&format!("<a href=\"{path}\">")));
    caller.confirm(&other);
    assert_eq!(caller.call("POST", "confirm", &json!({ "receipt_id": this })).0, 502);
    let page = browser.get(&path).text;
    assert!(!page.contains("<code>POST /v2/confirm</code> 502") && page.contains("장애 주입 html_502"), "{page}");
    caller.confirm(&this);
    for wrong in ["act=fault&endpoint=0&fault=none", "act=fault&endpoint=9&fault=cut", "act=fault&fault=cut"] {
        assert_eq!(browser.post(&path, wrong).status, 422, "{wrong}");
    }
}

#[test]
fn a_payment_in_test_has_bootpay_s_advice() {
    let local = console();
    let browser = Browser::new(&local);
    let shown = |method: &str, price: i64| {
        let id = local.payment(&json!({ "pg": "danal", "method": method, "price": price, "state": "ready" }));
        let page = browser.get(&format!("/payments/{id}")).text;
        ["실제로 입금하지 마십시오", "1,000원 이하를 권장합니다. 결제 금액: 12,000원"]
            .map(|advice| page.contains(advice))
    };
    assert_eq!(shown("vbank", 12_000), [false, false], "the project takes any method");
    for method in ["vbank", "card"] {
        local.control("PUT", "projects/default/methods", &json!({ "pg": "danal", "method": method }));
    }
    assert_eq!(
        [shown("vbank", 1000), shown("card", 1000), shown("card", 12_000)],
        [[true, false], [false, false], [false, true]]
    );
}

#[test]
fn the_webhook_s_body_is_compared_with_the_answer_of_the_api() {
    let local = console();
    let browser = Browser::new(&local);
    let webhook = json!({ "url": "http://127.0.0.1:9/hook", "symbols": true, "partial_cancel_status": 1 });
    local.control("PATCH", "projects/default", &json!({ "notifications": { "webhook": webhook } }));
    let id = local.payment(&json!({ "state": "paid", "price": 5000, "pg": "kcp" }));
    local.control("POST", &format!("payments/{id}/cancel"), &json!({ "cancel_price": 2000 }));
    let page = browser.get(&format!("/payments/{id}")).text;
    for difference in [
        "<dt><code>webhook_type</code> <span class=\"muted\">웹훅에만 있음</span></dt><dd><ins>PAYMENT_PARTIAL_CANCELLED",
        "<dt><code>status</code> <span class=\"muted\">값이 다름</span></dt><dd><del>20</del></dd><dd><ins>1</ins></dd>",
        "<dt><code>pg</code> <span class=\"muted\">값이 다름</span></dt><dd><del>KCP</del></dd><dd><ins>kcp</ins></dd>",
    ] {
        assert!(page.contains(difference), "{difference}: {page}");
    }
    assert!(!page.contains("<dt><code>order_id</code>"));
    let ready = local.payment(&json!({ "state": "ready" }));
    assert!(browser.get(&format!("/payments/{ready}")).text.contains("이 상태를 알리는 웹훅은 없습니다."));
}

#[test]
fn the_story_tells_why_a_webhook_does_not_count_and_folds_pauses() {
    let local = console();
    let browser = Browser::new(&local);
    let receiver = Receiver::start(|_, _| Reply::status("500 Internal Server Error"));
    local.control(
        "PATCH",
        "projects/default",
        &json!({ "notifications": { "webhook": { "url": receiver.url, "retries": 1 } } }),
    );
    local.stop_clock();
    let id = local.payment(&json!({ "state": "paid" }));
    local.advance(24 * 60 * 60);
    let page = browser.get(&format!("/payments/{id}")).text;
    assert!(page.contains("HTTP 500: 성공 응답이 아닙니다") && page.contains("웹훅 재전송 1회"), "{page}");
    assert!(page.contains("5분 뒤 (에뮬레이터 시계 이동)"));
    let list = browser.get("/payments?q=webhook%3Afailed");
    assert!(list.text.contains("전송 실패") && listed(&list).len() == 1);
    let resent = browser.post(&format!("/payments/{id}"), "act=resend");
    assert_eq!(resent.status, 303);
    assert!(browser.get(&format!("/payments/{id}")).text.contains("웹훅 재전송 2회"));
}

#[test]
fn hostile_text_stays_text_on_every_page_and_in_the_csv() {
    let local = console();
    let browser = Browser::new(&local);
    let id = local.payment(&json!({
        "order_name": HOSTILE, "order_id": format!("=cmd|{HOSTILE}"), "metadata": { HOSTILE: HOSTILE },
        "user": { "username": HOSTILE, "memo": HOSTILE }, "state": "paid",
    }));
    local.caller().cancel(&id, &json!({ "cancel_price": HOSTILE, HOSTILE: HOSTILE, "cancel_id": HOSTILE }));
    let url = format!("{}/v2/receipt/{id}?{}={}", local.emulator.url(), encoded(HOSTILE), encoded(HOSTILE));
    let headers = [("authorization", local.caller().authorization), ("user-agent", "\"><img src=x>".into())];
    let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    common::send(&agent(), "GET", &url, &headers, "");
    let q = encoded(HOSTILE);
    for path in [
        "/payments".to_owned(),
        format!("/payments?q={q}+-x"),
        format!("/payments?q={q}%3A{q}+state%3A{q}"),
        format!("/payments/{id}"),
        format!("/payments/{id}?all={q}&done={q}"),
        format!("/payments/{q}"),
    ] {
        for language in ["ko", "en"] {
            let page = browser.with_language(language).get(&path);
            assert!(!page.text.contains("<img"), "{path}: {}", page.text);
            assert!(!page.text.contains('\u{202e}') && !page.text.contains('\u{0}'), "{path} hides a mark");
        }
    }
    let csv = browser.get("/payments.csv").text;
    assert!(csv.starts_with('\u{feff}') && csv.contains("\"'=cmd|\"\"><img"), "{csv}");
    assert_eq!(csv.lines().count(), 2);
    assert!(browser.get("/payments.csv?q=is%3Atest").text.lines().count() == 1);
}

#[test]
fn a_list_that_asks_for_itself_stays_a_list() {
    let local = console();
    let browser = Browser::new(&local);
    local.payment(&json!({ "order_id": "o-alone", "order_name": "tea" }));
    assert_eq!(browser.get("/payments?q=o-alone").status, 303, "an id alone leads to its payment");
    assert_eq!(listed(&browser.get("/payments?q=o-alone&since=0")), ["tea"]);
    for far in [i64::MIN, i64::MAX] {
        for list in ["payments", "requests", "webhooks"] {
            assert_eq!(browser.get(&format!("/{list}?since={far}&before={far}")).status, 200, "{list} {far}");
        }
    }
}

#[test]
fn a_payment_says_when_its_webhook_is_sent_next() {
    let local = console();
    let browser = Browser::new(&local);
    local.stop_clock();
    let receiver = Receiver::start(|_, before| match before {
        0 => Reply::status("500 Internal Server Error"),
        _ => Reply::ok("{\"success\":true}"),
    });
    let webhook = json!({ "notifications": { "webhook": { "url": receiver.url, "retries": 1 } } });
    local.control("PATCH", "projects/default", &webhook);
    let id = local.payment(&json!({ "state": "paid" }));
    let is_planned = || {
        local.webhooks(&local.emulator.merchant().id);
        browser.get(&format!("/payments/{id}")).text.contains("<dt>웹훅 전송</dt>")
    };
    assert!(is_planned(), "the first was not acknowledged");
    local.advance(5 * 60);
    assert!(!is_planned(), "the second was");
}
