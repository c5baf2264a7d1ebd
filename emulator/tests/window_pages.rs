//! The pages around the payment window: redirects, popups, polling, links, hosts, headers and hostile text.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use common::window::{Browser, Page, payment};
use common::{Local, receipt, refused};
use serde_json::{Value, json};

fn shop() -> (Local, Browser, String) {
    let local = Local::start();
    let browser = Browser::of(&local);
    let key = local.emulator.merchant().client_key.clone();
    (local, browser, key)
}

const BACK: &str = "https://shop.example/back?cart=7";

/// Opens a window that is not a frame; returns the page of the form and the path of the window.
fn opened(browser: &Browser, key: &str, extra: &Value) -> (Page, String) {
    let page = browser.open("payment", &payment(key, &json!({ "extra": extra, "metadata": { "cart": "7&8" } })));
    let message = page.messages().pop().unwrap();
    let path = message["url"].as_str().unwrap().strip_prefix(&browser.url).unwrap().to_owned();
    (page, path)
}

#[test]
fn a_redirect_leads_to_the_gateway_and_back() {
    let (local, browser, key) = shop();
    let extra = json!({ "redirect_url": BACK });
    let (page, path) = opened(&browser, &key, &extra);
    assert_eq!(page.events(), ["redirect"]);
    assert!(!page.message()["url"].as_str().unwrap().contains('?'));
    let buyer = browser.get(&path, "document");
    assert!(buyer.messages().is_empty() && buyer.html.contains("1,000원"));
    let id = path.rsplit('/').next().unwrap();
    let back = browser.press(id, "top", &[("action", "approve")]);
    assert!(back.header("location").unwrap().starts_with("https://shop.example/back?cart=7&event=done&"));
    let told = back.returned();
    for (name, value) in [
        ("event", "done"),
        ("receipt_id", id),
        ("order_id", "order-1"),
        ("status", "1"),
        ("status_locale", "결제완료"),
        ("price", "1000"),
        ("application_id", &key),
        ("metadata", r#"{"cart":"7&8"}"#),
    ] {
        assert_eq!(told[name], value, "{told}");
    }
    // A shop with Cross-Origin-Embedder-Policy reads the headers on the redirect as well.
    assert_eq!(back.header("cross-origin-resource-policy"), Some("cross-origin"));
    assert_eq!(browser.get(&path, "document").returned(), told);

    let separate = json!({ "redirect_url": BACK, "separately_confirmed": true });
    let (_, path) = opened(&browser, &key, &separate);
    let id = path.rsplit('/').next().unwrap();
    assert_eq!(browser.press(id, "top", &[("action", "approve")]).returned()["event"], "confirm");
    assert_eq!(browser.confirm(id, &key, "document").returned()["event"], "done");
    receipt(&local.caller().get(&format!("receipt/{id}")), 1);

    let (_, path) = opened(&browser, &key, &extra);
    let id = path.rsplit('/').next().unwrap();
    let declined = browser.press(id, "top", &[("action", "refuse"), ("pg_error_code", "3143")]).returned();
    assert_eq!((&declined["event"], &declined["error_code"]), (&json!("error"), &json!("RC_CONFIRM_FAILED")));
    assert_eq!((&declined["pg_error_code"], &declined["status"]), (&json!("3143"), &json!("-2")));
}

#[test]
fn an_app_hears_by_its_bridge() {
    let (_local, browser, key) = shop();
    let extra = json!({ "redirect_url": BACK, "use_bootpay_inapp_sdk": true, "separately_confirmed": true });
    let (_, path) = opened(&browser, &key, &extra);
    let id = path.rsplit('/').next().unwrap();
    let page = browser.press(id, "top", &[("action", "approve")]);
    assert_eq!(page.message()["event"], "confirm");
    let data = page.data();
    assert_eq!((&data["inApp"], &data["confirm"], &data["role"]), (&json!(true), &json!(true), &json!("top")));
    // Without a bridge it returns like any browser.
    assert!(data["go"].as_str().unwrap().starts_with("https://shop.example/back?cart=7&event=confirm"));
    let (_, confirm) = page.html.split_once("id=\"confirm\" method=\"post\" action=\"").unwrap();
    let confirm = confirm.split('"').next().unwrap().replace("&amp;", "&").replace(&browser.url, "");
    assert!(confirm.starts_with(&format!("/gw/confirm/{id}?application_id=")), "{confirm}");
    // The app's script is run on every page; one that could request would pay twice.
    assert!(!page.html.contains("requestPayment"));
    // The page that follows stays at the top level, in browsers too that do not say what a document is for.
    let done = browser.send("POST", &confirm, &[("content-type", "application/x-www-form-urlencoded")], "_method=put");
    assert_eq!((&done.message()["event"], &done.data()["role"]), (&json!("done"), &json!("top")));
}

#[test]
fn a_popup_pays_or_is_closed() {
    let (local, browser, key) = shop();
    let extra = json!({ "open_type": "popup" });
    let (page, path) = opened(&browser, &key, &extra);
    assert_eq!(page.events(), ["setConfirmParameters", "hideProgress", "popup"]);
    let popup = page.messages().pop().unwrap();
    assert_eq!((&popup["name"], &popup["price"]), (&json!("무선 이어폰"), &json!(1000)));
    let id = path.rsplit('/').next().unwrap();
    assert_eq!(popup["receipt_id"], id);
    // The SDK appends exactly this.
    let buyer = browser.get(&format!("{path}?popup=1"), "document");
    assert_eq!(buyer.data()["role"], "popup");
    let done = browser.press(id, "popup", &[("action", "approve")]);
    assert_eq!((done.data()["role"].as_str(), done.events()), (Some("popup"), vec!["done".to_owned()]));

    let (_, path) = opened(&browser, &key, &extra);
    let id = path.rsplit('/').next().unwrap();
    let closed = browser.send("PUT", &format!("/v2/close/{id}"), &[("origin", "https://shop.example")], "");
    assert_eq!((closed.status, closed.header("access-control-allow-origin")), (200, Some("*")));
    let shown = local.control("GET", &format!("windows/{id}"), &Value::Null);
    assert_eq!((&shown["open"], &shown["ending"]["error_code"]), (&json!(false), &json!("RC_CLOSE_WINDOW")));
    // One that has ended stays as it is.
    assert_eq!(browser.send("PUT", "/v2/close/unknown", &[], "").status, 200);
}

#[test]
fn a_shop_polls_while_the_buyer_pays_elsewhere() {
    let (_local, browser, key) = shop();
    let page = browser.open("payment", &payment(&key, &json!({})));
    let id = page.messages()[0]["receipt_id"].as_str().unwrap().to_owned();
    assert!(page.html.contains("&quot;event&quot;:&quot;polling&quot;"));
    let poll = |id: &str| {
        let polled = browser.send("GET", &format!("/gw/s/{id}?application_id=x&tk=y"), &[], "");
        assert_eq!((polled.status, polled.header("access-control-allow-origin")), (200, Some("*")));
        serde_json::from_str::<Value>(&polled.html).unwrap()
    };
    assert_eq!(poll(&id)["status"], 0);
    let beside = browser.press(&id, "beside", &[("action", "approve")]);
    assert!(beside.messages().is_empty());
    assert_eq!((&poll(&id)["status"], &poll(&id)["receipt_id"]), (&json!(1), &json!(id)));
    assert_eq!(poll("unknown")["error_code"], "RC_NOT_FOUND");
}

#[test]
fn a_payment_link_opens_its_window() {
    let (local, browser, _) = shop();
    let caller = local.caller();
    let ask = |extra: Value| {
        let body = json!({
            "pg": "nicepay", "method": "card", "price": 1000, "order_name": "tea", "order_id": "o-1",
            "redirect_url": BACK, "extra": extra,
        });
        let (status, asked) = caller.call("POST", "request/payment", &body);
        assert_eq!(status, 200, "{asked}");
        let url = asked["url"].as_str().unwrap().to_owned();
        (url.strip_prefix(&browser.url).unwrap().to_owned(), asked["receipt_id"].as_str().unwrap().to_owned())
    };
    // A link has no query: the SDK's form would drop it.
    let (path, id) = ask(json!({}));
    assert!(path.starts_with("/gw/payment/") && !path.contains('?'));
    assert!(browser.get(&path, "document").html.contains("tea"));
    assert_eq!(browser.press(&id, "top", &[("action", "approve")]).returned()["event"], "done");
    receipt(&caller.get(&format!("receipt/{id}")), 1);
    // The SDK opens it in a frame.
    let (path, id) = ask(json!({ "separately_confirmed": true }));
    assert_eq!(browser.get(&path, "iframe").events().last().unwrap(), "showPayment");
    assert_eq!(browser.press(&id, "frame", &[("action", "approve")]).message()["event"], "confirm");
    // A browser that does not say that this is a frame: the page finds out, and asks again.
    let (path, id) = ask(json!({}));
    let unsaid = browser.send("GET", &path, &[], "");
    assert_eq!((unsaid.messages(), &unsaid.data()["role"]), (vec![], &json!("top")));
    assert!(unsaid.html.contains("window.location.replace(`${window.location.pathname}?role=frame`)"));
    let framed = browser.send("GET", &format!("{path}?role=frame"), &[], "");
    assert_eq!(framed.events().last().unwrap(), "showPayment");
    assert!(framed.fields().contains(&("role".into(), "frame".into())));
    assert_eq!(browser.press(&id, "frame", &[("action", "approve")]).message()["event"], "done");
    let bad = json!({ "price": 1000, "order_name": "tea", "order_id": "o-1", "redirect_url": "intent://x" });
    refused(&caller.call("POST", "request/payment", &bad), 400, "RC_REDIRECT_URL_INVALID");
    // A payment that a control made has a window, too.
    let id = local.payment(&json!({ "state": "ready" }));
    assert!(browser.get(&format!("/gw/p/{id}"), "document").html.contains("Emulator order"));
    assert_eq!(browser.get("/gw/p/unknown", "iframe").error(), "RC_NOT_FOUND");
}

#[test]
fn the_buyers_pages_are_for_no_other_page_to_read() {
    let (_local, browser, key) = shop();
    let opened = browser
        .open("payment", &payment(&key, &json!({ "extra": { "separately_confirmed": true, "open_type": "iframe" } })));
    let id = opened.messages()[0]["receipt_id"].as_str().unwrap().to_owned();
    let foreign = [("origin", "https://evil.example")];
    for path in [&format!("/gw/p/{id}"), &format!("/gw/payment/{id}"), &format!("/door/result/{id}"), "/webview/5.3.0/"]
    {
        for method in ["GET", "OPTIONS"] {
            let page = browser.send(method, path, &foreign, "");
            assert_eq!(page.header("access-control-allow-origin"), None, "{method} {path}");
            assert_eq!(page.header("cross-origin-resource-policy"), Some("cross-origin"), "{method} {path}");
        }
    }
    let paid = browser.press(&id, "frame", &[("action", "approve")]);
    for page in [opened, paid, browser.confirm(&id, &key, "iframe")] {
        assert_eq!(page.header("access-control-allow-origin"), None, "{}", page.html);
    }
}

#[test]
fn an_address_that_is_not_served_is_a_page_with_an_error() {
    let (_local, browser, _) = shop();
    let navigation = [("accept", "text/html,application/xhtml+xml,*/*;q=0.8"), ("origin", "https://shop.example")];
    for path in ["/widget/p/ck_example/QMhN", "/widget/password/1/QMhN", "/door/sdk/card/token?uuid=1", "/gw/unknown"] {
        for method in ["GET", "POST"] {
            assert_eq!(browser.send(method, path, &navigation, "").error(), "EMULATOR_NO_SUCH_ENDPOINT", "{path}");
        }
        // Programs get the refusal itself.
        let program = browser.send("GET", path, &[("accept", "application/json")], "");
        assert_eq!((program.status, program.header("content-type").unwrap().contains("json")), (404, true));
    }
    let form = bootpay_core::window::encrypt("{\"method\":\"DELETE\"}");
    for path in ["wallet", "biometric", "card"] {
        let page = browser.post_at(
            &format!("/v2/sdk/easy/{path}"),
            &[("payload", form.payload.as_str()), ("token", form.token.as_str())],
        );
        assert_eq!(page.error(), "EMULATOR_NO_SUCH_ENDPOINT", "{path}");
    }
}

#[test]
fn an_item_has_its_count() {
    let (_local, browser, key) = shop();
    let shown = |locale: &str| {
        let items = json!([{ "id": "1", "name": "이어폰", "qty": 2, "price": 500 }]);
        browser.open("payment", &payment(&key, &json!({ "items": items, "locale": locale }))).html
    };
    assert!(shown("ko").contains("<span>이어폰 2개</span><span>1,000원</span>"));
    assert!(shown("en").contains("<span>이어폰 × 2</span><span>₩1,000</span>"));
}

#[test]
fn pages_of_every_origin_may_call() {
    let (_local, browser, _) = shop();
    for path in ["/v2/close/1", "/gw/s/1", "/gw/w/1", "/analytics/event", "/analytics/call", "/analytics/login"] {
        let headers = [("origin", "https://shop.example"), ("access-control-request-method", "PUT")];
        let asked = browser.send("OPTIONS", path, &headers, "");
        assert_eq!(asked.status, 204, "{path}");
        assert_eq!(asked.header("access-control-allow-origin"), Some("*"), "{path}");
        assert_eq!(asked.header("access-control-allow-headers"), Some("content-type, accept"));
        assert!(asked.header("access-control-allow-methods").unwrap().contains("PUT"));
    }
    let json = [("content-type", "application/json"), ("origin", "https://shop.example")];
    for path in ["/analytics/event?x=1", "/analytics/call?ver=5.3.1"] {
        let taken = browser.send("POST", path, &json, r#"{"step":"start","request":{"phone":"01012345678"}}"#);
        assert_eq!((taken.status, taken.header("access-control-allow-origin")), (200, Some("*")), "{path}");
        assert!(taken.html.contains("\"status\":200") && !taken.html.contains("0101234"), "{path}");
    }
    let login =
        |id: &str| browser.send("POST", "/analytics/login?ver=5.3.1", &json, &json!({ "id": id }).to_string()).html;
    assert_eq!(login("u-1"), login("u-1"));
    assert_ne!(login("u-1"), login("u-2"));
    assert_eq!(serde_json::from_str::<Value>(&login("u-1")).unwrap()["data"]["user_id"].as_str().unwrap().len(), 24);
    // A foreign page may open the window and not act for its buyer.
    for headers in [
        [("origin", "https://shop.example"), ("sec-fetch-site", "cross-site")],
        [("origin", "null"), ("sec-fetch-site", "same-origin")],
        [("x-none", ""), ("sec-fetch-site", "cross-site")],
    ] {
        assert_eq!(browser.send("POST", "/gw/p/1", &headers, "action=approve").status, 403);
    }
}

#[test]
fn the_pages_can_be_embedded_and_need_nothing_from_elsewhere() {
    let (_local, browser, key) = shop();
    let page = browser.open("payment", &payment(&key, &json!({})));
    for (header, value) in [
        ("cross-origin-embedder-policy", Some("require-corp")),
        ("cross-origin-resource-policy", Some("cross-origin")),
        ("cache-control", Some("no-store")),
        ("x-frame-options", None),
        ("content-security-policy", None),
        ("set-cookie", None),
    ] {
        assert_eq!(page.header(header), value, "{header}");
    }
    let gateway = format!("{}/gw", browser.url);
    let elsewhere = page.html.replace(&gateway, "");
    assert!(!elsewhere.contains("http://") && !elsewhere.contains("https://"), "{elsewhere}");
    assert!(!page.html.contains(" onclick") && !page.html.contains("<img") && !page.html.contains("<link"));
    assert!(page.html.contains("width=device-width"));
}

#[test]
fn hostile_names_stay_text() {
    let (_local, browser, key) = shop();
    let name = "</script><script>alert(1)</script> \"A\" 'b' <b>&amp;\u{2028}\u{2029}";
    let hostile = json!({ "order_name": name, "items": [{ "id": "1", "name": name, "qty": 1, "price": 1000 }],
        "method": "vbank", "metadata": { "x": name }, "extra": { "open_type": "popup" } });
    let page = browser.open("payment", &payment(&key, &hostile));
    assert_eq!(page.messages().pop().unwrap()["name"], name);
    let id = page.messages()[0]["receipt_id"].as_str().unwrap().to_owned();
    let buyer = browser.get(&format!("/gw/p/{id}?popup=1"), "document");
    let done = browser.press(&id, "popup", &[("action", "approve")]);
    assert_eq!(done.message()["data"]["order_name"], name);
    for page in [&page, &buyer, &done] {
        assert!(!page.html.contains("<script>alert"), "{}", page.html);
        assert!(!page.html.contains("<b>"), "{}", page.html);
        let scripts = page.html.split_once("id=\"data\">").unwrap().1;
        assert!(!scripts.contains(['\u{2028}', '\u{2029}']));
        assert_eq!(page.html.matches("</script>").count(), 2);
    }
    let path = "/door/error?error_code=RC_X&pg_error_code=<i>&message=A & B # <b>%EA%B0%80</b>";
    let path = path.replace(' ', "%20").replace('<', "%3C").replace('>', "%3E").replace('#', "%23");
    let error = browser.get(&path, "iframe");
    assert!(error.html.contains("A &amp; B # &lt;b&gt;가&lt;/b&gt;"), "{}", error.html);
    assert!(error.html.contains("RC_X") && error.html.contains("&lt;i&gt;") && !error.html.contains("<b>"));
    assert!(error.html.contains("&quot;event&quot;:&quot;close&quot;"));
}

#[test]
fn the_language_is_the_payloads_else_the_browsers() {
    let (_local, browser, key) = shop();
    let english = |changes: Value, accepts: &str| {
        let id =
            browser.open("payment", &payment(&key, &changes)).messages()[0]["receipt_id"].as_str().unwrap().to_owned();
        let page = browser.send("GET", &format!("/gw/p/{id}"), &[("accept-language", accepts)], "");
        assert!(page.html.contains(if page.html.contains("lang=\"en\"") { "₩1,000" } else { "1,000원" }));
        page.html.contains("lang=\"en\"")
    };
    assert!(english(json!({ "locale": "en" }), "ko"));
    assert!(!english(json!({ "locale": "ko" }), "en"));
    assert!(english(json!({ "extra": { "open_type": "iframe", "locale": "en" } }), "ko"));
    assert!(english(json!({ "locale": null }), "en-US,ko;q=0.5"));
    assert!(!english(json!({ "locale": null }), "fr"));
}

#[test]
fn the_result_page_closes_the_window() {
    let (_local, browser, key) = shop();
    let id =
        browser.open("payment", &payment(&key, &json!({}))).messages()[0]["receipt_id"].as_str().unwrap().to_owned();
    browser.press(&id, "frame", &[("action", "approve")]);
    let result = browser.get(&format!("/door/result/{id}"), "iframe");
    assert!(result.html.contains("완료되었습니다") && result.html.contains("무선 이어폰"));
    assert!(result.html.contains("&quot;event&quot;:&quot;close&quot;"));
    assert!(browser.get("/door/result/unknown", "iframe").html.contains("결제창을 찾을 수 없습니다"));
}

/// A request for one of Bootpay's hosts, as a browser sends it that maps them here.
fn at_host(local: &Local, host: &str, request: &str) -> String {
    let mut stream = TcpStream::connect(local.emulator.url().trim_start_matches("http://")).unwrap();
    let request = format!("{request} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    response
}

#[test]
fn bootpays_hosts_lead_here() {
    let (local, browser, key) = shop();
    let id =
        browser.open("payment", &payment(&key, &json!({}))).messages()[0]["receipt_id"].as_str().unwrap().to_owned();
    let page = at_host(&local, "gw.bootpay.co.kr", &format!("GET /p/{id}?role=frame"));
    assert!(
        page.starts_with("HTTP/1.1 200") && page.contains("\"gateway_url\":\"https://gw.bootpay.co.kr\""),
        "{page}"
    );
    assert!(page.contains(&format!("action=\"https://gw.bootpay.co.kr/p/{id}\"")), "{page}");
    let polled = at_host(&local, "gw.bootpay.co.kr", &format!("GET /s/{id}"));
    assert!(polled.contains("\"gateway_url\":\"https://gw.bootpay.co.kr\"") && polled.contains(&id), "{polled}");
    assert!(at_host(&local, "door-dev.bootpay.co.kr", "GET /error?message=x").contains("HTTP/1.1 200"));
    assert!(at_host(&local, "analytics.bootpay.co.kr", "OPTIONS /event").contains("HTTP/1.1 204"));
    let closed = at_host(&local, "api.bootpay.co.kr", &format!("PUT /v2/close/{id}"));
    assert!(closed.contains("HTTP/1.1 200") && closed.contains("access-control-allow-origin: *"), "{closed}");
    // The controls are for this machine's own names only.
    for host in ["api.bootpay.co.kr", "gw.bootpay.co.kr", "emulator.bootpay.co.kr"] {
        assert!(!at_host(&local, host, "GET /emulator/health").contains("HTTP/1.1 200"), "{host}");
    }
    let script = at_host(&local, "api.bootpay.co.kr", "GET /window/local.js");
    assert!(script.contains("\"API_URL\":\"https://api.bootpay.co.kr/v2\""), "{script}");
}

#[test]
fn a_script_points_the_sdk_here() {
    let (_local, browser, _) = shop();
    let script = browser.get("/window/local.js", "script");
    assert_eq!(script.header("content-type"), Some("text/javascript; charset=utf-8"));
    for (name, path) in
        [("API_URL", "/v2"), ("ANALYTICS_URL", "/analytics"), ("DOOR_URL", "/door"), ("WIDGET_URL", "/widget")]
    {
        assert!(script.html.contains(&format!("\"{name}\":\"{}{path}\"", browser.url)), "{}", script.html);
    }
}
