//! The console over a real connection: its pages, its forms and its guard.
#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use bootpay_emulator::Options;
use common::Local;
use common::console::{Browser, console};
use common::receiver::{Receiver, Reply, SUCCESS};
use serde_json::{Value, json};

#[test]
fn every_page_of_the_navigation_is_there_in_both_languages() {
    let local = console();
    let browser = Browser::new(&local);
    for language in ["ko", "en"] {
        let browser = browser.with_language(language);
        let home = browser.get("/");
        assert!(home.text.contains(&format!("<html lang=\"{language}\"")), "{}", home.text);
        let links = home.links();
        assert!(links.contains(&"/setup/keys".to_owned()), "{links:?}");
        let mut titles = std::collections::BTreeSet::new();
        for link in links {
            let page = browser.get(&link);
            assert_eq!(page.status, 200, "{link}");
            assert_eq!(page.text.matches("<h1>").count(), 1, "{link}");
            assert_eq!(page.text.matches("aria-current=\"page\"").count(), 2, "{link}: side and drawer");
            assert!(titles.insert(page.title()), "{link} has the title of another page");
        }
    }
}

#[test]
fn responses_forbid_what_the_pages_do_not_need() {
    let local = console();
    let browser = Browser::new(&local);
    for path in ["/", "/nowhere", "/setup/keys"] {
        let page = browser.get(path);
        let policy = page.header("content-security-policy");
        for part in ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("cache-control"), "no-store");
        assert_eq!(page.header("referrer-policy"), "same-origin", "else a form has the Origin null");
        assert!(!page.text.contains(" style=") && !page.text.contains("<style"), "{path} has inline style");
        assert!(!page.text.contains("onclick") && !page.text.contains("<script>"), "{path} has inline script");
    }
    let style = browser.get("/").attribute("rel=\"stylesheet\" href=\"");
    assert_eq!(browser.get(&style).header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(browser.get("/assets/console-000000000000.css").status, 404);
}

#[test]
fn another_host_and_another_origin_are_refused() {
    let local = console();
    let browser = Browser::new(&local);
    let own = local.emulator.console().unwrap().to_owned();
    for host in ["evil.example", "127.0.0.1.evil.example", "127.0.0.1:1", "127.0.0.1"] {
        assert_eq!(browser.send("GET", "/", &[("host", host)], "").status, 403, "{host}");
    }
    let port = own.rsplit(':').next().unwrap();
    assert_eq!(browser.send("GET", "/", &[("host", &format!("localhost:{port}"))], "").status, 200);
    for headers in [
        [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")],
        [("origin", "null"), ("sec-fetch-site", "none")],
        [("origin", own.as_str()), ("sec-fetch-site", "same-site")],
    ] {
        let page = browser.send("POST", "/clock", &headers, "to=hour");
        assert_eq!(page.status, 403, "{headers:?}");
    }
    let before = local.control("GET", "clock", &Value::Null);
    assert_eq!(before["mode"], "real");
    let headers = [("origin", own.as_str()), ("sec-fetch-site", "same-origin")];
    assert_eq!(browser.send("POST", "/clock", &headers, "to=stop").status, 303);
    assert_eq!(local.control("GET", "clock", &Value::Null)["mode"], "manual");
    // A link from elsewhere opens a page, since it changes nothing.
    assert_eq!(browser.send("GET", "/", &[("sec-fetch-site", "cross-site")], "").status, 200);
}

#[test]
fn a_body_has_a_limit() {
    let local = console();
    let browser = Browser::new(&local);
    assert_eq!(browser.post("/clock", &format!("to={}", "x".repeat(1 << 20))).status, 413);
}

#[test]
fn language_theme_and_project_are_kept_in_cookies_of_this_port() {
    let local = console();
    let other = local.control("POST", "projects", &json!({ "name": "둘째 <b>프로젝트</b>" }));
    let id = other["id"].as_str().unwrap();
    let browser = Browser::new(&local);
    let set = browser.post("/preferences", &format!("language=en&theme=dark&project={id}&back=/setup/keys"));
    assert_eq!((set.status, set.header("location")), (303, "/setup/keys"));
    let cookies = set.headers("set-cookie");
    let port = local.emulator.console().unwrap().rsplit(':').next().unwrap();
    assert_eq!(cookies.len(), 3);
    for cookie in &cookies {
        assert!(cookie.starts_with(&format!("bootpay-emulator-{port}-")), "{cookie}");
        assert!(cookie.contains("SameSite=Strict") && cookie.contains("HttpOnly"), "{cookie}");
    }
    let pairs: Vec<_> = cookies.iter().map(|cookie| cookie.split(';').next().unwrap()).collect();
    let page = browser.send("GET", "/setup/keys", &[("cookie", &pairs.join("; "))], "");
    assert!(page.text.contains("<html lang=\"en\" data-theme=\"dark\""), "{}", page.text);
    assert!(page.text.contains(other["client_key"].as_str().unwrap()));
    assert!(page.text.contains("둘째 &#60;b&#62;"), "the name is text");
    assert!(!page.text.contains("<b>프로젝트"));
    let made = browser.post("/projects", "name=%ED%95%98%EB%82%98+%EB%8D%94");
    assert_eq!((made.status, made.header("location")), (303, "/setup/methods?done=project"));
    let cookie = made.headers("set-cookie")[0].split(';').next().unwrap().to_owned();
    let page = browser.send("GET", "/setup/methods?done=project", &[("cookie", &cookie)], "");
    assert!(page.text.contains("하나 더") && page.text.contains("role=\"status\""), "{}", page.text);
    // A project that is gone gives way to the first one.
    let gone = browser.send("GET", "/setup/keys", &[("cookie", &format!("bootpay-emulator-{port}-project=ffff"))], "");
    assert!(gone.text.contains(&local.emulator.merchant().client_key));
}

#[test]
fn the_buttons_of_the_clock_move_it() {
    let local = console();
    local.stop_clock();
    let browser = Browser::new(&local);
    let now = || local.control("GET", "clock", &Value::Null)["now"].as_str().unwrap().to_owned();
    let before = now();
    let moved = browser.post("/clock", "to=day&back=/setup/keys%3Fplatform%3Dios");
    assert_eq!((moved.status, moved.header("location")), (303, "/setup/keys?platform=ios"));
    let after = now();
    assert_eq!(before[10..], after[10..], "the same time of another day");
    assert_ne!(before[..10], after[..10]);
    assert!(browser.get("/").text.contains(&after[11..19]));
    // To the next event: the test payment expires.
    let receipt_id = local.payment(&json!({ "state": "ready" }));
    assert!(browser.get("/").text.contains("결제 만료 · "));
    assert_eq!(browser.post("/clock", "to=next").status, 303);
    assert_eq!(local.caller().get(&format!("receipt/{receipt_id}")).1["status"], -10);
    assert!(!browser.get("/").text.contains("value=\"next\""), "nothing is left to come");
    assert_eq!(browser.post("/clock", "to=run").status, 303);
    assert_eq!(local.control("GET", "clock", &Value::Null)["mode"], "real");
}

#[test]
fn keys_are_shown_by_platform_and_reissued() {
    let local = console();
    let browser = Browser::new(&local);
    let merchant = local.emulator.merchant();
    for (platform, id) in [
        ("web", &merchant.application_ids.web),
        ("android", &merchant.application_ids.android),
        ("ios", &merchant.application_ids.ios),
        ("rest", &merchant.application_id),
    ] {
        let page = browser.get(&format!("/setup/keys?platform={platform}"));
        assert!(page.text.contains(id), "{platform}");
        assert_eq!(page.text.contains(&merchant.private_key), platform == "rest");
    }
    let reissued = browser.post("/setup/keys/private-key", "");
    assert_eq!(reissued.status, 303);
    let page = browser.get(reissued.header("location"));
    assert!(!page.text.contains("name=\"back\" value=\"/setup/keys?platform=rest&#38;done"), "it is told once");
    assert!(page.text.contains("role=\"status\"") && !page.text.contains(&merchant.private_key));

    assert_eq!(browser.post("/setup/keys/pairs", "name=%3Cimg+src%3Dx%3E").status, 303);
    let pair = &local.control("GET", "projects/default", &Value::Null)["keys"][0];
    let page = browser.get("/setup/keys");
    assert!(page.text.contains(pair["client_key"].as_str().unwrap()) && !page.text.contains("<img"));
    let revoke = format!("client_key={}", pair["client_key"].as_str().unwrap());
    assert_eq!(browser.post("/setup/keys/pairs/revoke", &revoke).status, 303);
    assert_eq!(local.control("GET", "projects/default", &Value::Null)["keys"], json!([]));
    // Refused by the control, told on the page.
    let again = browser.post("/setup/keys/pairs/revoke", &revoke);
    assert_eq!(again.status, 422, "{}", again.text);
    assert!(again.text.contains("role=\"alert\"") && again.text.contains("EMULATOR_NOT_FOUND"));
    let lone = browser.get("/setup/keys/pairs/revoke");
    assert_eq!((lone.status, lone.header("location")), (303, "/setup/keys"), "the address of a form leads to its page");
}

#[test]
fn the_first_steps_tick_themselves() {
    let local = console();
    let browser = Browser::new(&local);
    let done = || browser.get("/").text.matches("<li class=\"done\">").count();
    assert_eq!(done(), 1, "every method is active");
    local.caller_with("Basic eDp4".into()).get("receipt/none");
    assert_eq!(done(), 2, "the client calls, with wrong keys");
    let receipt_id = local.payment(&json!({ "order_name": "\"><img src=x>\u{202e}", "price": 12_000 }));
    assert_eq!(local.caller().confirm(&receipt_id).0, 200);
    assert_eq!(done(), 4);
    let home = browser.get("/").text;
    assert!(home.contains("12,000원") && home.contains("결제완료"), "{home}");
    assert!(home.contains("&#62;&#60;img src=x&#62;[U+202E]"), "{home}");
}

/// The stream names what changed, and no more.
#[test]
fn the_stream_names_the_kinds_of_what_changes() {
    let local = console();
    let authority = local.emulator.console().unwrap().trim_start_matches("http://").to_owned();
    let stream = TcpStream::connect(&authority).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    write!(&stream, "GET /events HTTP/1.1\r\nhost: {authority}\r\n\r\n").unwrap();
    let mut lines = BufReader::new(&stream).lines().map(Result::unwrap);
    assert!(lines.any(|line| line.starts_with("event: boot")));
    local.payment(&json!({ "order_name": "무선 이어폰" }));
    let seen: Vec<_> = lines.by_ref().take_while(|line| line != "event: state").collect();
    assert!(seen.iter().all(|line| !line.contains("이어폰")), "{seen:?}");
    // Many changes are one event.
    for _ in 0..50 {
        local.payment(&json!({}));
    }
    std::thread::sleep(Duration::from_millis(700));
    local.stop_clock();
    let seen: Vec<_> = lines.take_while(|line| line != "event: clock").collect();
    let states = seen.iter().filter(|line| *line == "event: state").count();
    assert!((1..=4).contains(&states), "{seen:?}");
}

/// Opens a stream; the lines of its first part, up to the end of the stream if that comes within a second.
fn opened(authority: &str) -> (TcpStream, Vec<String>) {
    let stream = TcpStream::connect(authority).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(1))).unwrap();
    write!(&stream, "GET /events HTTP/1.1\r\nhost: {authority}\r\n\r\n").unwrap();
    let lines = BufReader::new(&stream).lines().map_while(Result::ok).take_while(|line| line != "0").collect();
    (stream, lines)
}

/// Browsers open six connections to a port: pages in many windows must not use them up.
#[test]
fn a_fifth_stream_ends_and_asks_again() {
    let local = console();
    let authority = local.emulator.console().unwrap().trim_start_matches("http://").to_owned();
    let asks_again = |lines: &[String]| lines.iter().any(|line| line == "event: all");
    let mut streams: Vec<_> = (0..4)
        .map(|_| {
            let (stream, lines) = opened(&authority);
            assert!(lines.contains(&"retry: 500".to_owned()) && !asks_again(&lines), "{lines:?}");
            stream
        })
        .collect();
    let begun = Instant::now();
    let (_, lines) = opened(&authority);
    assert!(lines.contains(&"retry: 3000".to_owned()) && asks_again(&lines), "{lines:?}");
    assert!(begun.elapsed() < Duration::from_millis(900), "the stream stayed open");
    // A tab that closes leaves its place.
    drop(streams.pop());
    let is_free = (0..5).any(|_| !asks_again(&opened(&authority).1));
    assert!(is_free);
}

#[test]
fn an_address_without_a_page_says_so() {
    let local = console();
    let browser = Browser::new(&local);
    let page = browser.get("/payments-of-nobody/%3Cscript%3E");
    assert_eq!(page.status, 404);
    assert!(page.text.contains("페이지를 찾을 수 없습니다") && !page.text.contains("<script>"));
}

#[test]
fn no_console_is_there_unless_it_is_wanted() {
    assert_eq!(Local::with(Options::default()).emulator.console(), None);
}

#[test]
fn home_tells_what_waits_and_what_happened_last() {
    let local = console();
    local.stop_clock();
    let browser = Browser::new(&local);
    local.control("GET", "health", &Value::Null);
    let fresh = browser.get("/").text;
    assert!(!fresh.contains("확인이 필요한 항목"), "nothing waits: {fresh}");
    local.control(
        "PATCH",
        "projects/default",
        &json!({ "notifications": { "webhook": { "url": "http://127.0.0.1:9", "retries": 1 } } }),
    );
    local.payment(&json!({ "order_id": "o-1" }));
    let paid = local.payment(&json!({ "order_id": "o-2" }));
    local.payment(&json!({ "order_id": "o-3", "state": "vbank_issued" }));
    local.caller().call("POST", "confirm", &json!({ "receipt_id": paid, "nonsense": 1 }));
    local.control("POST", "faults", &json!({ "path": "/v2/cancel", "kind": "reset", "times": 3 }));
    let key = local.control("POST", "billing-keys", &json!({}))["receipt_id"].as_str().unwrap().to_owned();
    local.advance(60);

    let needs = || {
        let page = browser.get("/");
        let part = page.text.split("aria-labelledby=\"needs\"").nth(1).unwrap().split_once("</section>").unwrap().0;
        let lines = part.split("<li>").skip(1);
        let count = |line: &str| line.split("class=\"times\">").nth(1).unwrap().split_once('<').unwrap().0.to_owned();
        let url = |line: &str| line.split("href=\"").nth(1).unwrap().split_once('"').unwrap().0.to_owned();
        lines.map(|line| (count(line), url(line))).collect::<Vec<_>>()
    };
    let found = needs();
    let of = |found: &[(String, String)], url: &str| {
        let one = found.iter().find(|(_, address)| address == url);
        one.map_or(0, |(count, _)| count.parse::<u32>().unwrap())
    };
    assert_eq!(of(&found, "/payments?q=status%3A2"), 1);
    assert_eq!(of(&found, "/payments?q=status%3A5"), 1);
    assert_eq!(of(&found, "/requests?only=findings"), 1);
    assert_eq!(of(&found, "/faults"), 3);
    assert!(of(&found, "/webhooks?state=pending") >= 1 && of(&found, "/webhooks?state=failed") == 0, "{found:?}");
    // Each leads to a list that has them.
    for (_, url) in &found {
        assert_eq!(browser.get(url).status, 200, "{url}");
    }
    assert!(browser.get("/requests?only=findings").text.contains("/v2/confirm"));
    let listed = browser.get("/payments?q=status%3A2").text;
    assert!(listed.contains("o-1") && !listed.contains("o-2") && !listed.contains("o-3"));

    let home = browser.get("/").text;
    let happened = home.split("aria-labelledby=\"happened\"").nth(1).unwrap();
    for shown in [
        "시계를 1분 앞으로 돌렸습니다: ",
        "빌링키가 발급되었습니다",
        &format!("href=\"/billing-keys/{key}\""),
        &format!("href=\"/payments/{paid}\""),
        "href=\"/requests/",
        "href=\"/webhooks/1\"",
        "POST /v2/confirm",
    ] {
        assert!(happened.contains(shown), "{shown}: {happened}");
    }
    assert!(!happened.contains("POST /emulator/payments"), "a control is told by what it changed");
    assert!(happened.find("시계를 1분").unwrap() < happened.find("빌링키가 발급").unwrap(), "newest first");
    let english = browser.with_language("en").get("/").text;
    assert!(english.contains("What needs you") && english.contains("The clock was moved 1 min ahead: "));

    local.advance(24 * 60 * 60);
    let later = needs();
    assert!(of(&later, "/webhooks?state=failed") >= 1 && of(&later, "/webhooks?state=pending") == 0, "{later:?}");
    // Of another project nothing is shown, except what is everybody's.
    local.control("DELETE", "faults", &Value::Null);
    let other = local.control("POST", "projects", &json!({ "name": "other" }))["id"].as_str().unwrap().to_owned();
    let theirs = browser.get(&format!("/?project={other}")).text;
    assert!(!theirs.contains("확인이 필요한 항목") && !theirs.contains(&paid), "{theirs}");
}

#[test]
fn steps_that_are_done_fold_away() {
    let local = console();
    let browser = Browser::new(&local);
    let receiver = Receiver::start(|_, _| Reply::ok(SUCCESS));
    local.control("PATCH", "projects/default", &json!({ "notifications": { "webhook": { "url": receiver.url } } }));
    let order = json!({ "order_id": "o", "order_name": "tea", "price": 1000, "pg": "nicepay", "method": "card" });
    let id = local.caller().call("POST", "request/payment", &order).1["receipt_id"].as_str().unwrap().to_owned();
    assert!(browser.get("/").text.contains("<progress"));
    local.control("POST", &format!("windows/{id}/buyer"), &json!({ "action": "approve" }));
    local.caller().confirm(&id);
    local.webhooks(&local.emulator.merchant().id);
    let home = browser.get("/").text;
    assert!(!home.contains("<progress") && home.contains("<summary>연동 시작하기 · 6단계 중 6단계 완료"), "{home}");
    assert!(!home.contains("id=\"latest\"") && home.contains("id=\"happened\""));
}

#[test]
fn the_clock_lists_what_comes_after_the_next_event_and_moves_there() {
    let local = console();
    local.stop_clock();
    let browser = Browser::new(&local);
    let key = local.control("POST", "billing-keys", &json!({}));
    let id = key["receipt_id"].as_str().unwrap();
    let now: jiff::Timestamp = local.control("GET", "clock", &Value::Null)["now"].as_str().unwrap().parse().unwrap();
    for hour in 1..=8 {
        let at = (now + jiff::SignedDuration::from_hours(hour)).to_string();
        let body = json!({ "order_name": format!("<month-{hour}>"), "execute_at": at });
        local.control("POST", &format!("billing-keys/{id}/reserve"), &body);
    }
    let page = browser.get("/setup/keys").text;
    let menu = page.split("id=\"clock-panel\"").nth(1).unwrap().split_once("</form>").unwrap().0;
    let coming: Vec<_> = menu.split("<li>").skip(1).collect();
    assert_eq!(coming.len(), 5, "{menu}");
    assert!(menu.contains("&#60;month-1&#62;</small>"), "the next one: {menu}");
    for (at, row) in coming.iter().enumerate() {
        assert!(row.contains(&format!("예약 결제: &#60;month-{}&#62;", at + 2)), "{row}");
        assert!(row.contains(&format!("href=\"/billing-keys/{id}\"")), "{row}");
    }
    let to = coming[1].split("name=\"to\" value=\"").nth(1).unwrap().split_once('"').unwrap().0;
    assert_eq!(browser.post("/clock", &format!("to={to}&back=/setup/keys")).header("location"), "/setup/keys");
    let after: jiff::Timestamp = local.control("GET", "clock", &Value::Null)["now"].as_str().unwrap().parse().unwrap();
    assert_eq!(after.duration_since(now).as_hours(), 3);
    let charged = browser.get(&format!("/billing-keys/{id}")).text.matches("결제됨").count();
    assert_eq!(charged, 3);
    // A moment that is past, and one that no clock reaches, move nothing.
    assert_eq!(browser.post("/clock", "to=at:0").status, 303);
    assert_eq!(browser.post("/clock", "to=at:never").status, 303);
    assert_eq!(browser.post("/clock", "to=at:9223372036854775807").status, 422);
    let still: jiff::Timestamp = local.control("GET", "clock", &Value::Null)["now"].as_str().unwrap().parse().unwrap();
    assert_eq!(still, after);
}
