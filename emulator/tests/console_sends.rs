//! A form of the console acts once, however often it is sent.
#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use std::thread;

use common::console::{Browser, Shown, console};
use serde_json::{Value, json};

fn nonce(page: &Shown) -> String {
    page.attribute("name=\"nonce\" value=\"")
}

/// Every page with a form, from the navigation and beyond it.
fn pages(browser: &Browser, receipt_id: &str) -> Vec<String> {
    let mut pages = browser.get("/").links();
    pages.extend(["/setup/methods/kcp/card".into(), "/setup/keys?platform=rest".into()]);
    pages.push(format!("/payments/{receipt_id}"));
    pages
}

#[test]
fn every_form_that_changes_something_has_a_nonce_of_its_page() {
    let local = console();
    let browser = Browser::new(&local);
    local.control("PATCH", "projects/default", &json!({ "methods": [{ "pg": "kcp", "method": "card" }] }));
    local.control("POST", "projects/default/keys", &json!({ "name": "second" }));
    let receipt_id = local.payment(&json!({ "pg": "kcp", "method": "card" }));
    let mut forms = 0;
    for path in pages(&browser, &receipt_id) {
        let page = browser.get(&path);
        assert_eq!(page.status, 200, "{path}");
        let nonce = nonce(&page);
        assert_ne!(nonce, self::nonce(&browser.get(&path)), "{path}");
        for form in page.text.split("<form").skip(1) {
            let form = form.split("</form>").next().unwrap();
            let keeps_cookies = form.contains("action=\"/preferences\"");
            if form.contains("method=\"post\"") && !keeps_cookies {
                assert!(form.contains(&format!("name=\"nonce\" value=\"{nonce}\"")), "{path}: {form}");
                forms += 1;
            }
        }
    }
    assert!(forms > 40, "{forms}");
}

#[test]
fn a_form_that_comes_again_leads_where_it_led_and_does_nothing() {
    let local = console();
    let browser = Browser::new(&local);
    let receipt_id = local.payment(&json!({ "price": 10_000, "state": "paid" }));
    let path = format!("/payments/{receipt_id}");
    let cancelled = || local.caller().get(&format!("receipt/{receipt_id}")).1["cancelled_price"].clone();
    let page = nonce(&browser.get(&path));
    let send = |nonce: &str, price: u32| browser.post(&path, &format!("nonce={nonce}&act=cancel&cancel_price={price}"));

    let first = send(&page, 400);
    assert_eq!((first.status, first.header("location")), (303, format!("{path}?done=cancelled").as_str()));
    let again = send(&page, 400);
    assert_eq!((again.status, again.header("location")), (303, format!("{path}?done=repeated").as_str()));
    assert_eq!(cancelled(), 400);
    assert!(browser.get(again.header("location")).text.contains("이미 처리한 요청입니다"));
    let english = browser.with_language("en").get(again.header("location"));
    assert!(english.text.contains("not done again"), "{}", english.text);

    // Back: another amount is another act, and so is the same one from a page that was loaded again.
    assert_eq!(send(&page, 500).status, 303);
    assert_eq!(cancelled(), 900);
    assert_eq!(send(&nonce(&browser.get(&path)), 400).header("location"), format!("{path}?done=cancelled"));
    assert_eq!(cancelled(), 1300);
    // A program posts without a nonce.
    for _ in 0..2 {
        browser.post(&path, "act=cancel&cancel_price=100");
    }
    assert_eq!(cancelled(), 1500);
}

#[test]
fn two_sends_at_once_make_one_payment() {
    let local = console();
    let browser = Browser::new(&local);
    let form = format!("nonce={}&method=nicepay%2Fcard&price=1000&order_name=twice", nonce(&browser.get("/try")));
    let led: Vec<String> = thread::scope(|scope| {
        let sends: Vec<_> =
            (0..4).map(|_| scope.spawn(|| browser.post("/try", &form).header("location").to_owned())).collect();
        sends.into_iter().map(|send| send.join().unwrap()).collect()
    });
    assert_eq!(local.control("GET", "payments", &Value::Null).as_array().unwrap().len(), 1);
    let receipt = |address: &str| address.split("receipt=").nth(1).unwrap()[..24].to_owned();
    assert!(led.iter().all(|address| receipt(address) == receipt(&led[0])), "{led:?}");
    assert_eq!(led.iter().filter(|address| address.contains("done=repeated")).count(), 3, "{led:?}");
}

#[test]
fn a_refused_form_that_comes_again_is_refused_again() {
    let local = console();
    let browser = Browser::new(&local);
    let receipt_id = local.payment(&json!({ "price": 10_000, "state": "paid", "cancel_result": "critical_done" }));
    let path = format!("/payments/{receipt_id}");
    let form = format!("nonce={}&act=cancel&cancel_price=400", nonce(&browser.get(&path)));
    for _ in 0..2 {
        let refused = browser.post(&path, &form);
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("RC_CANCEL_CRITICAL_ERROR"), "{}", refused.text);
    }
    assert_eq!(local.caller().get(&format!("receipt/{receipt_id}")).1["cancelled_price"], 400, "once");
}

#[test]
fn a_result_that_is_shown_in_place_is_not_repeated() {
    let local = console();
    let browser = Browser::new(&local);
    let receiver = common::receiver::Receiver::acknowledging();
    let set = json!({ "notifications": { "webhook": { "url": receiver.url } } });
    local.control("PATCH", "projects/default", &set);
    let form = format!("nonce={}&to=webhook", nonce(&browser.get("/setup/webhooks")));
    assert_eq!(browser.post("/setup/webhooks/test", &form).status, 200);
    let again = browser.post("/setup/webhooks/test", &form);
    assert_eq!(again.status, 303);
    let led = browser.get(again.header("location"));
    assert_eq!((led.status, led.header("location")), (303, "/setup/webhooks?done=repeated"));
    assert_eq!(receiver.received().len(), 1);
}

#[test]
fn a_form_of_an_earlier_start_is_refused_and_keeps_what_was_typed() {
    let local = console();
    let browser = Browser::new(&local);
    let stale = browser.post("/setup/security", "nonce=1-1&addresses=10.0.0.1");
    assert_eq!(stale.status, 422);
    assert!(stale.text.contains("EMULATOR_STALE_FORM") && stale.text.contains("10.0.0.1"), "{}", stale.text);
    let project = || local.control("GET", "projects/default", &Value::Null);
    assert_eq!(project()["allowed_addresses"], Value::Null);
    let form = format!("nonce={}&addresses=10.0.0.1", nonce(&stale));
    assert_eq!(browser.post("/setup/security", &form).status, 303);
    assert_eq!(project()["allowed_addresses"], json!(["10.0.0.1"]));
}

#[test]
fn a_project_that_is_made_twice_at_once_is_the_chosen_one() {
    let local = console();
    let browser = Browser::new(&local);
    let form = format!("nonce={}&name=Second", nonce(&browser.get("/")));
    let (first, again) = (browser.post("/projects", &form), browser.post("/projects", &form));
    assert_eq!((first.status, again.status), (303, 303));
    // The browser has the second answer only.
    assert!(!first.header("set-cookie").is_empty());
    assert_eq!(again.header("set-cookie"), first.header("set-cookie"));
    assert_eq!(local.control("GET", "projects", &Value::Null).as_array().map(Vec::len), Some(2));
}
