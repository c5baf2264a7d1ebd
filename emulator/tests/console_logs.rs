//! The console's logs: requests, webhooks, billing keys and ledgers.
#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use common::agent;
use common::console::{Browser, console};
use common::receiver::{Receiver, Reply, SUCCESS};
use serde_json::{Value, json};

/// A text that tries everything.
const HOSTILE: &str = "\"><img src=x onerror=alert(1)>'&{{7*7}}\u{202e}";

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[test]
fn requests_are_grouped_filtered_and_shown_whole() {
    let local = console();
    let browser = Browser::new(&local);
    assert!(browser.get("/requests").text.contains("아직 요청이 없습니다"));
    let caller = local.caller();
    let id = local.payment(&json!({ "order_id": "o-1", "state": "paid" }));
    for _ in 0..3 {
        caller.call("POST", "confirm", &json!({ "receipt_id": id }));
    }
    caller.cancel(&id, &json!({ "cancel_price": "100", "color": 1, "cancel_id": "c" }));
    local.caller_with("Basic eDp4".into()).get(&format!("receipt/{id}"));
    let list = browser.get("/requests").text;
    assert!(list.contains("3×") && list.contains("RC_NOT_CONFIRM_READY") && list.contains("형식 지적"), "{list}");
    assert!(list.contains("TOKEN_KEY_INVALID"), "wrong keys are shown too");
    for (query, rows) in [
        ("", 5),
        ("only=refused", 4),
        ("only=findings", 1),
        ("only=faulted", 0),
        ("status=2xx", 1),
        ("status=none", 0),
        ("endpoint=POST+%2Fv2%2Fconfirm&code=RC_NOT_CONFIRM_READY", 3),
        ("agent=nothing", 0),
    ] {
        let page = browser.get(&format!("/requests?{query}")).text;
        assert_eq!(page.matches("<tr class=\"whole\"").count(), rows, "{query}");
    }
    let known = browser.get("/requests").attribute("data-newest=\"");
    let held = format!("/requests?only=refused&since={known}&hold=1");
    caller.get("receipt/none");
    assert!(browser.get(&held).text.contains("1건 새로 도착 — 보기"));
    assert_eq!(browser.get(&held).text.matches("<tr class=\"whole\"").count(), 4);
    let number = local.requests()[3]["number"].as_i64().unwrap();
    let page = browser.get(&format!("/requests/{number}")).text;
    assert!(page.contains("POST /v2/cancel") && page.contains("unknown field color"), "{page}");
    assert!(page.contains(&format!("href=\"/payments/{id}\"")) && page.contains("$BOOTPAY_CLIENT_KEY"));
    assert!(!page.contains(&local.emulator.merchant().secret_key));
    let filtered = browser.get("/requests?only=refused&status=4xx&endpoint=POST+%2Fv2%2Fconfirm");
    assert_eq!(filtered.title(), "POST /v2/confirm · 4xx · 거절된 요청 · API 로그 · Bootpay 에뮬레이터");
    let row = browser.get("/requests?only=findings").attribute("<td class=\"name\"><a href=\"");
    assert_eq!(row, format!("/requests/{number}?from=only%3Dfindings"));
    assert!(browser.get(&row).text.contains(&format!("href=\"/requests?only=findings#row-{number}\"")));
    for unknown in ["0", "x", "999999"] {
        assert_eq!(browser.get(&format!("/requests/{unknown}")).status, 404, "{unknown}");
    }
}

#[test]
fn a_webhook_has_its_attempts_and_is_sent_again() {
    let local = console();
    let browser = Browser::new(&local);
    assert!(browser.get("/webhooks").text.contains("웹훅 주소가 없습니다"));
    let receiver = Receiver::start(|_, before| match before {
        0 => Reply::status("503 Service Unavailable"),
        1 => Reply::ok("OK"),
        _ => Reply::ok(SUCCESS),
    });
    let settings = json!({ "notifications": { "webhook": { "url": receiver.url, "retries": 3 } } });
    local.control("PATCH", "projects/default", &settings);
    local.stop_clock();
    let id = local.payment(&json!({ "state": "paid" }));
    local.control("GET", "webhooks", &Value::Null);
    let list = browser.get("/webhooks").text;
    assert!(list.contains("전송 대기") && list.contains("1 / 4") && list.contains("5분 뒤"), "{list}");
    local.advance(5 * 60);
    let path = "/webhooks/1";
    let page = browser.get(path).text;
    assert!(page.contains("HTTP 503: 성공 응답이 아닙니다"), "{page}");
    assert!(page.contains("본문이 {&#34;success&#34;: true}인 JSON이 아닙니다"), "{page}");
    assert!(page.contains(&format!("href=\"/payments/{id}\"")));
    let again = browser.post(path, "");
    assert_eq!((again.status, again.header("location")), (303, "/webhooks/1?done=resent"));
    assert!(browser.get(path).text.contains("응답 완료"));
    assert!(browser.get("/webhooks?state=acknowledged").text.contains("3 / 4"));
    assert!(!browser.get("/webhooks?state=failed").text.contains("3 / 4"));
    assert_eq!(browser.get("/webhooks?state=failed").title(), "전송 실패 · 웹훅 · Bootpay 에뮬레이터");
    let held = browser.get("/webhooks?since=0&hold=1").text;
    assert!(held.contains("1건 새로 도착 — 보기") && !held.contains("<tr class=\"whole\""), "{held}");
    let row = browser.get("/webhooks?state=acknowledged").attribute("<td class=\"name\"><a href=\"");
    assert_eq!(row, "/webhooks/1?from=state%3Dacknowledged");
    let again = browser.post(&row, "");
    assert!(browser.get(again.header("location")).text.contains("href=\"/webhooks?state=acknowledged#row-1\""));
    assert_eq!(browser.post("/webhooks/99", "").status, 404);
}

#[test]
fn billing_keys_reservations_and_ledgers_are_listed() {
    let local = console();
    let browser = Browser::new(&local);
    for path in ["/billing-keys", "/ledgers/settlement", "/ledgers/nicepay"] {
        assert_eq!(browser.get(path).status, 200, "{path}");
    }
    assert_eq!(browser.post("/billing-keys", "act=example").status, 303);
    let key = local.control("POST", "billing-keys", &json!({ "order_name": "월 구독" }));
    let charge = json!({ "billing_key": key["billing_key"], "order_id": "s-1", "order_name": "11월", "price": 9900 });
    assert_eq!(local.caller().call("POST", "subscribe/payment", &charge).0, 200);
    local.control(
        "POST",
        "reservations",
        &json!({ "billing_key": key["billing_key"], "order_name": "12월", "price": 9900 }),
    );
    let page = browser.get("/billing-keys").text;
    for shown in ["월 구독", "11월", "12월", "예약됨", "9,900원"] {
        assert!(page.contains(shown), "{shown}");
    }
    assert!(!page.contains(key["billing_key"].as_str().unwrap()), "the key is a secret");
    let asked = local.control("POST", "billing-keys", &json!({ "state": "requested" }));
    let form = format!("act=consent&receipt_id={}", asked["receipt_id"].as_str().unwrap());
    assert_eq!(browser.post("/billing-keys", &form).status, 303);

    let test = local.payment(&json!({ "order_id": "o-test", "state": "paid", "pg": "kcp", "price": 1000 }));
    local.caller().cancel(&test, &json!({ "cancel_price": 400, "cancel_id": "c" }));
    let ledger = browser.get("/ledgers/kcp").text;
    assert!(ledger.contains("1,000원") && ledger.contains("\u{2212}400원"), "{ledger}");
    let settlement = browser.get("/ledgers/settlement").text;
    assert!(settlement.contains("href=\"/ledgers/kcp\"") && settlement.contains("예정"), "{settlement}");
    local.control("PUT", "projects/default/methods", &json!({ "pg": "danal", "method": "card" }));
    local.payment(&json!({ "pg": "danal", "method": "card", "price": 1700, "state": "paid" }));
    let settlement = browser.get("/ledgers/settlement").text;
    assert!(settlement.contains(">1,700원<"), "a test, left out: {settlement}");
    assert_eq!(browser.get("/ledgers/nobody").status, 404);
    assert_eq!(browser.get("/ledgers").header("location"), "/ledgers/settlement");
}

#[test]
fn hostile_text_stays_text_in_every_log() {
    let local = console();
    let browser = Browser::new(&local);
    let receiver =
        Receiver::start(|_, _| Reply("500 <img src=x>", "x-a: <img src=x>\r\n".into(), "<img src=x>\u{202e}"));
    let settings = json!({ "notifications": { "webhook": { "url": format!("{}?<img src=x>", receiver.url) } } });
    let (_, _) = local.try_control("PATCH", "projects/default", &settings);
    local.control("PATCH", "projects/default", &json!({ "notifications": { "webhook": { "url": receiver.url } } }));
    let id = local.payment(&json!({ "order_name": HOSTILE, "order_id": HOSTILE, "state": "paid" }));
    local.control("GET", "webhooks", &Value::Null);
    local.control("POST", "billing-keys", &json!({ "order_name": HOSTILE, "subscription_id": HOSTILE }));
    let authorization = local.caller().authorization;
    let headers =
        [("authorization", authorization.as_str()), ("user-agent", "\"><img src=x>"), ("accept", "<img src=x>")];
    let url = format!("{}/v2/cancel?{}=1", local.emulator.url(), encoded(HOSTILE));
    common::send(&agent(), "POST", &url, &headers, &json!({ "receipt_id": id, HOSTILE: HOSTILE }).to_string());
    let url = format!("{}/v2/%3Cimg%20src=x%3E", local.emulator.url());
    common::send(&agent(), "GET", &url, &headers, "");
    let q = encoded(HOSTILE);
    let mut paths: Vec<_> =
        ["/requests", "/webhooks", "/webhooks/1", "/billing-keys", "/ledgers/settlement", "/ledgers/nicepay"]
            .map(str::to_owned)
            .into();
    paths.extend(local.requests().iter().map(|request| format!("/requests/{}", request["number"])));
    paths.extend([
        format!("/requests?endpoint={q}&code={q}&agent={q}&status={q}&only={q}"),
        format!("/webhooks?state={q}"),
        format!("/requests/{q}"),
        format!("/webhooks/{q}"),
        format!("/ledgers/{q}"),
    ]);
    for path in paths {
        for language in ["ko", "en"] {
            let page = browser.with_language(language).get(&path);
            assert!(!page.text.contains("<img"), "{path}: {}", page.text);
            assert!(!page.text.contains('\u{202e}'), "{path} hides a mark");
        }
    }
}

#[test]
fn a_webhook_is_forged_with_an_edited_body() {
    let local = console();
    let browser = Browser::new(&local);
    // A shop that believes nothing.
    let receiver = Receiver::start(|_, before| match before {
        0 => Reply::ok(SUCCESS),
        _ => Reply::status("400 Bad Request"),
    });
    local.control(
        "PATCH",
        "projects/default",
        &json!({ "notifications": { "webhook": { "url": receiver.url, "retries": 3 } } }),
    );
    let id = local.payment(&json!({ "state": "paid", "price": 5000, "order_name": HOSTILE }));
    local.control("GET", "webhooks", &Value::Null);
    let page = browser.get("/webhooks/1");
    assert!(page.text.contains("웹훅에는 서명이 없어") && !page.text.contains("위조</span>"), "{}", page.text);
    let prefilled = page.code_of("id=\"forged-body\"", "</textarea>");
    let mut body: Value = serde_json::from_str(&prefilled).unwrap();
    assert_eq!(body["order_name"], HOSTILE, "{prefilled}");
    body["price"] = 50.into();
    let done = browser.post("/webhooks/1", &format!("act=forge&body={}", encoded(&body.to_string())));
    assert_eq!((done.status, done.header("location")), (303, "/webhooks/2?done=forged"));
    receiver.wait_for(2);
    assert_eq!(receiver.bodies()[1], body);
    let page = browser.get("/webhooks/2?done=forged").text;
    for told in ["위조한 웹훅을 보냈습니다.", "✎</span>위조</span>", "결제는 바뀌지 않았습니다", "HTTP 400"]
    {
        assert!(page.contains(told), "{told}: {page}");
    }
    let list = browser.get("/webhooks").text;
    assert_eq!(list.matches("✎</span>위조</span>").count(), 1, "{list}");
    let story = browser.get(&format!("/payments/{id}")).text;
    for told in ["위조한 웹훅 전송: PAYMENT_COMPLETED", "✎</span>위조</span>", "결제는 바뀌지 않았습니다", "5,000원"]
    {
        assert!(story.contains(told), "{told}: {story}");
    }
    assert_eq!(story.matches("✎</span>위조</span>").count(), 1, "only the forged one: {story}");
    // What the shop did with a forged one is no news about the payment's own.
    assert!(browser.get("/payments?q=webhook%3Aok").text.contains(&id));
    assert!(!browser.get("/payments?q=webhook%3Afailed").text.contains(&id));
    assert!(!browser.get("/").text.contains("전송에 실패한 웹훅"), "a shop that refuses a forged one does right");
    assert_eq!(local.caller().get(&format!("receipt/{id}")).1["price"], 5000);

    for wrong in ["{\"price\": 50", "[1]", "", "{\"a\": \"</textarea><img src=x>\",}"] {
        let refused = browser.post("/webhooks/1", &format!("act=forge&body={}", encoded(wrong)));
        assert!(refused.status == 422 && refused.text.contains("JSON 객체가 아닙니다"), "{wrong}: {}", refused.text);
        assert_eq!(refused.code_of("id=\"forged-body\"", "</textarea>"), wrong);
        assert!(refused.text.contains("id=\"forge\" open"));
    }
    assert_eq!(receiver.received().len(), 2);
    assert_eq!(browser.post("/webhooks/99", "act=forge&body=%7B%7D").status, 404);
}
