//! The console's pages of a project's set-up, its faults and its try-out, as a browser without a script uses them.
#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use common::console::{Browser, console};
use common::receiver::Receiver;
use serde_json::{Value, json};

const HOSTILE: &str = "\"><img src=x onerror=alert(1)>'&{{7*7}}\u{202e}";

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[test]
fn a_method_is_activated_in_four_steps() {
    let local = console();
    let browser = Browser::new(&local);
    let project = || local.control("GET", "projects/default", &Value::Null);
    let grid = browser.get("/setup/methods");
    assert!(
        grid.text.contains("모든 결제수단을 사용할 수 있습니다") && grid.text.contains("/setup/methods/kcp/card\"")
    );

    let path = "/setup/methods/kcp/card";
    assert!(browser.get(path).text.contains("site_cd"));
    // Live without its settings: refused, and the form keeps what was posted.
    let refused = browser.post(path, "active=on&mode=live");
    assert_eq!(refused.status, 422);
    assert!(
        refused.text.contains("설정값이 비어 있습니다: site_cd") && refused.text.contains("value=\"live\" checked"),
        "{}",
        refused.text
    );
    assert_eq!(project()["methods"], Value::Null);

    let saved = browser.post(path, "active=on&mode=live&setting.site_cd=A1234&setting.site_key=");
    assert_eq!((saved.status, saved.header("location")), (303, "/setup/methods/kcp/card?done=method"));
    assert_eq!(project()["methods"][0]["live"], true);
    let page = browser.get(path);
    assert!(!page.text.contains("A1234") && page.text.contains("placeholder=\"저장됨\""), "a saved value is not shown");
    // An empty field keeps its value.
    assert_eq!(browser.post(path, "active=on&mode=live&setting.site_cd=").status, 303);
    assert_eq!(browser.post(path, "mode=sandbox").status, 303);
    assert_eq!((&project()["methods"][0]["active"], &project()["methods"][0]["live"]), (&json!(false), &json!(false)));

    assert!(browser.get("/setup/methods/kcp/card?fill=1").text.contains("emulator-site-cd"));
    assert_eq!(browser.get("/setup/methods/kcp/nothing").status, 404);
    assert_eq!(browser.post("/setup/methods", "").status, 303);
    assert_eq!(project()["methods"], Value::Null);
}

#[test]
fn webhooks_are_set_and_tested() {
    let local = console();
    let browser = Browser::new(&local);
    let receiver = Receiver::acknowledging();
    let notifications = || local.control("GET", "projects/default", &Value::Null)["notifications"].clone();

    let url = encoded(&receiver.url);
    let form = format!("url={url}&retries=3&format=json&partial=1&symbols=on&rest.url={url}&rest.format=json");
    assert_eq!(browser.post("/setup/webhooks", &form).status, 303);
    let set = notifications();
    assert_eq!((&set["webhook"]["retries"], &set["webhook"]["symbols"]), (&json!(3), &json!(true)));
    assert_eq!(set["feedback"]["rest"]["format"], "json");
    let page = browser.get("/setup/webhooks");
    assert!(page.text.contains("5분, 10분, 30분, 60분 뒤에"), "{}", page.text);

    let tested = browser.post("/setup/webhooks/test", "to=webhook");
    assert_eq!(tested.status, 200);
    assert!(tested.text.contains("응답 완료") && tested.text.contains("HTTP 200"), "{}", tested.text);
    assert_eq!(receiver.received().len(), 1);
    assert_eq!(browser.post("/setup/webhooks/test", "to=ios").status, 422, "no such URL");

    for wrong in [
        "url=http://shop.example&retries=3",
        "url=https://shop.example&retries=many",
        &format!("url={}", encoded(HOSTILE)),
    ] {
        let refused = browser.post("/setup/webhooks", wrong);
        assert_eq!(refused.status, 422, "{wrong}");
        assert!(refused.text.contains("role=\"alert\"") && !refused.text.contains("<img"), "{wrong}");
    }
    assert_eq!(notifications(), set);
    assert_eq!(browser.post("/setup/webhooks", "url=").status, 303);
    assert_eq!(notifications()["webhook"], Value::Null);
}

#[test]
fn access_and_registrations_are_kept() {
    let local = console();
    let browser = Browser::new(&local);
    let project = || local.control("GET", "projects/default", &Value::Null);
    let form = "addresses=10.0.0.0%2F8%0D%0A127.0.0.1&seems_from=10.1.2.3&origins=https%3A%2F%2Fshop.example";
    assert_eq!(browser.post("/setup/security", form).status, 303);
    assert_eq!(project()["allowed_addresses"], json!(["10.0.0.0/8", "127.0.0.1"]));
    assert_eq!(project()["seems_from"], "10.1.2.3");
    assert!(browser.get("/setup/security").text.contains("10.0.0.0/8\n127.0.0.1"));

    let refused = browser.post("/setup/security", &format!("addresses={}", encoded(HOSTILE)));
    assert_eq!(refused.status, 422);
    assert!(!refused.text.contains("<img"));

    let made = "pg=kcp&takes=cancel_address+deposit_url&deposit_url=on";
    assert_eq!(browser.post("/setup/security/registrations", made).status, 303);
    assert_eq!(project()["registrations"]["kcp"], json!({ "cancel_address": false, "deposit_url": true }));
    assert_eq!(browser.post("/setup/security", "").status, 303);
    assert_eq!(project()["allowed_addresses"], Value::Null);
}

#[test]
fn readiness_names_what_is_open_and_where_it_is_mended() {
    let local = console();
    local.control("PUT", "projects/default/methods", &json!({ "pg": "kcp", "method": "card" }));
    let browser = Browser::new(&local);
    let items = local.control("GET", "projects/default/readiness", &Value::Null);
    for (language, field) in [("ko", "korean"), ("en", "english")] {
        let page = browser.with_language(language).get("/setup/readiness");
        assert_eq!(page.text.matches("<li class=\"item\">").count(), items.as_array().unwrap().len());
        let plain = items[0][field].as_str().unwrap().split(['\'', '"', '<', '&']).next().unwrap();
        assert!(page.text.contains(plain), "{plain}");
    }
    let page = browser.get("/setup/readiness");
    assert!(page.text.contains("href=\"/setup/methods/kcp/card\"") && page.text.contains("href=\"/setup/webhooks\""));
}

#[test]
fn a_set_up_file_is_exported_and_imported() {
    let local = console();
    let browser = Browser::new(&local);
    let exported = browser.get("/setup/file.toml");
    assert!(exported.header("content-disposition").contains("attachment"));
    assert!(!browser.get("/setup/file").text.contains(&local.emulator.merchant().secret_key), "it is in the file only");
    local.payment(&json!({}));
    let again = browser.post("/setup/file", &format!("how=replace&toml={}", encoded(&exported.text)));
    assert_eq!(again.status, 303);
    assert_eq!(local.control("GET", "payments", &Value::Null), json!([]));
    let refused = browser.post("/setup/file", "how=add&toml=%5B%5Bprojects%5D%5D%0Aname+%3D+%3Cimg%3E");
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("2번째 줄") && refused.text.contains("name = &#60;img&#62;"), "{}", refused.text);

    local.payment(&json!({}));
    assert_eq!(browser.post("/setup/reset", "").status, 422, "not without the mark");
    assert_ne!(local.control("GET", "payments", &Value::Null), json!([]));
    assert_eq!(browser.post("/setup/reset", "sure=on").status, 303);
    assert_eq!(local.control("GET", "payments", &Value::Null), json!([]));
}

#[test]
fn a_fault_chosen_in_words_meets_its_request() {
    let local = console();
    let browser = Browser::new(&local);
    let receipt_id = local.payment(&json!({}));
    let chosen = browser.post("/faults", "scope=request&fault=gateway-done&endpoint=0&times=2");
    assert_eq!(chosen.status, 303, "{}", chosen.text);
    let page = browser.get("/faults");
    assert!(page.text.contains("POST /v2/confirm") && page.text.contains("2×"), "{}", page.text);
    assert!(page.text.contains("502 HTML 페이지, 처리는 됨</p>"), "{}", page.text);
    assert_eq!(local.caller().confirm(&receipt_id).0, 502);
    assert_eq!(local.caller().get(&format!("receipt/{receipt_id}")).1["status"], 1, "it was carried out");
    assert!(browser.get("/faults").text.contains("1×"));

    for form in ["scope=webhook&fault=never_sent", "scope=window&fault=done_forged&times=3", "act=plan&percent=20"] {
        assert_eq!(browser.post("/faults", form).status, 303, "{form}");
    }
    let page = browser.get("/faults");
    assert!(page.text.contains("3×") && page.text.contains("요청의 20%"), "{}", page.text);
    assert_eq!(browser.post("/faults", "act=clear").status, 303);
    assert!(browser.get("/faults").text.contains("대기 중인 장애가 없습니다"));
    assert_eq!(browser.post("/faults", "scope=request&fault=none").status, 422);
    assert_eq!(browser.post("/faults", "scope=webhook&fault=lost&times=0").status, 422);
}

/// Every fault of the page is one that a control takes.
#[test]
fn every_fault_of_the_page_is_injected() {
    let local = console();
    let browser = Browser::new(&local);
    let page = browser.get("/faults").text;
    let mut injected = 0;
    for form in page.split("name=\"scope\" value=\"").skip(1) {
        let scope = form.split('"').next().unwrap();
        let choices = form.split("</form>").next().unwrap().split("name=\"fault\" value=\"").skip(1);
        for choice in choices {
            let fault = choice.split('"').next().unwrap();
            let form = format!("scope={scope}&fault={fault}&endpoint=1&times=1");
            assert_eq!(browser.post("/faults", &form).status, 303, "{form}");
            injected += 1;
        }
    }
    assert_eq!(injected, 24);
    let page = browser.get("/faults").text;
    assert_eq!(page.matches("1×").count(), injected, "each waits");
}

#[test]
fn a_window_is_opened_and_its_code_is_shown() {
    let local = console();
    let browser = Browser::new(&local);
    let form = format!("method=nicepay%2Fcard&price=15000&order_name={}", encoded(HOSTILE));
    let made = browser.post("/try", &form);
    assert_eq!(made.status, 303, "{}", made.text);
    let page = browser.get(made.header("location"));
    assert!(!page.text.contains("<img") && page.text.contains("15,000원"), "{}", page.text);
    assert!(page.text.contains(&local.emulator.merchant().client_key));
    assert!(!page.text.contains(&local.emulator.merchant().secret_key));
    let url = page.attribute("class=\"button primary\" href=\"");
    let (status, window) = common::send(&common::agent(), "GET", &url, &[("accept-language", "ko")], "");
    assert_eq!(status, 200);
    assert!(window.as_str().unwrap().contains("결제하기"));
    for language in ["python", "node", "kotlin", "swift", "rust"] {
        let page = browser.get(&format!("{}&language={language}", made.header("location")));
        assert!(page.text.contains("15_000"), "{language}");
    }
    let refused = browser.post("/try", "method=nicepay%2Fcard&price=much&order_name=x");
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("value=\"much\""));
    let other = local.control("POST", "merchants", &json!({}));
    let foreign = local.payment(&json!({ "merchant": other["id"], "order_name": "elsewhere" }));
    // The clock, which is everybody's, lists its expiry.
    let page = browser.get(&format!("/try?receipt={foreign}")).text;
    assert!(!page.split_once("<main").unwrap().1.contains("elsewhere"), "another project's");
}

/// The code of the page is that of the README, which its languages' tests keep.
#[test]
fn the_code_is_that_of_the_readme() {
    let local = console();
    let browser = Browser::new(&local);
    let readme = include_str!("../../README.md");
    for language in ["Python", "Node", "Kotlin", "Swift", "Rust"] {
        let code = browser.get(&format!("/try?language={}", language.to_lowercase())).code(language);
        let code = code.replace("12_000", "15_000").replace("receiptId: receiptId", "receiptId: id");
        let call = code.lines().find(|line| line.contains("confirm(")).unwrap();
        let call = &call[call.find("bootpay.payments").unwrap()..];
        let known = readme.contains(call)
            || readme.contains(&call.replace("receipt_id,", "payment[\"receipt_id\"],"))
            || readme.contains(&call.replace("receiptId,", "receiptId: payment.receipt_id,"));
        assert!(known, "{language}: {call}");
    }
}

#[test]
fn a_form_changes_the_project_of_its_page_not_the_one_that_another_tab_chose() {
    let local = console();
    let browser = Browser::new(&local);
    let first = local.control("GET", "projects", &Value::Null)[0]["id"].as_str().unwrap().to_owned();
    let second = local.control("POST", "projects", &json!({ "name": "second" }))["id"].as_str().unwrap().to_owned();
    let page = browser.get("/setup/security");
    let action = page.attribute("class=\"panel-box\" method=\"post\" action=\"");
    assert_eq!(action, format!("/setup/security?project={first}"));
    let keys = |id: &str| local.control("GET", &format!("projects/{id}"), &Value::Null)["private_key"].clone();
    let (before, other) = (keys(&first), keys(&second));
    assert_eq!(browser.post(&format!("/setup/keys/private-key?project={second}"), "").status, 303);
    assert_eq!(keys(&first), before);
    assert_ne!(keys(&second), other);
    assert_eq!(browser.post("/setup/keys/private-key?project=gone", "").status, 404);
    assert_eq!(keys(&first), before);
}

#[test]
fn a_method_page_saved_as_it_opens_takes_the_method() {
    let local = console();
    let browser = Browser::new(&local);
    let page = browser.get("/setup/methods/kcp/card");
    assert!(page.text.contains("name=\"active\" value=\"on\" checked"), "{}", page.text);
}

#[test]
fn an_amount_of_another_currency_has_its_code_on_the_first_page() {
    let local = console();
    local.payment(&json!({ "currency": "USD", "price": "10.50", "state": "paid" }));
    let page = Browser::new(&local).get("/");
    assert!(page.text.contains("10.50 USD") || page.text.contains("10.5 USD"), "{}", page.text);
}
