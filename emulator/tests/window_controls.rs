//! Windows without a browser: lists them, plays their buyers and injects their faults.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use common::window::{Browser, payment};
use common::{Local, receipt, refused};
use serde_json::{Value, json};

fn shop() -> (Local, Browser, String) {
    let local = Local::start();
    let browser = Browser::of(&local);
    let key = local.emulator.merchant().client_key.clone();
    (local, browser, key)
}

/// Opens a window, and returns its id.
fn open(browser: &Browser, key: &str, changes: &Value) -> String {
    let page = browser.open("payment", &payment(key, changes));
    let shown = page.messages().into_iter().find_map(|message| message["receipt_id"].as_str().map(str::to_owned));
    shown.unwrap()
}

#[test]
fn a_test_plays_the_buyer_of_an_open_window() {
    let (local, browser, key) = shop();
    let first = open(&browser, &key, &json!({ "order_id": "o-1" }));
    let second = open(&browser, &key, &json!({ "order_id": "o-2", "pg": null, "method": null }));
    let listed = local.control("GET", "windows", &Value::Null);
    let ids: Vec<_> = listed.as_array().unwrap().iter().map(|window| window["receipt_id"].clone()).collect();
    assert_eq!(json!(ids), json!([second, first]));
    let window = &listed[1];
    for (field, value) in [
        ("purpose", json!("payment")),
        ("open", json!(true)),
        ("open_type", json!("iframe")),
        ("platform", json!("web")),
        ("application_id", json!(key)),
        ("reference", json!("o-1")),
        ("order_name", json!("무선 이어폰")),
        ("price", json!(1000)),
        ("status", json!(0)),
        ("fault", Value::Null),
        ("ending", Value::Null),
        ("url", json!(format!("{}/gw/p/{first}", local.emulator.url()))),
    ] {
        assert_eq!(window[field], value, "{field}");
    }
    let play = |id: &str, act: Value| local.control("POST", &format!("windows/{id}/buyer"), &act);
    let paid = play(&second, json!({ "action": "approve", "pg": "nicepay", "method": "bank" }));
    assert_eq!((&paid["ending"], &paid["status"]), (&json!({ "event": "done" }), &json!(1)));
    assert_eq!(receipt(&local.caller().get(&format!("receipt/{second}")), 1)["method_symbol"], "bank");
    let declined =
        play(&first, json!({ "action": "refuse", "error_code": "X", "pg_error_code": "1", "message": "no" }));
    assert_eq!(
        declined["ending"],
        json!({ "event": "error", "error_code": "X", "pg_error_code": "1", "message": "no" })
    );
    assert_eq!(declined["status"], -2);
    // The page that is still open learns of it, and tells the shop.
    assert!(browser.get(&format!("/gw/w/{first}"), "empty").html.contains("false"));
    assert_eq!(browser.get(&format!("/gw/p/{first}?role=frame"), "iframe").error(), "X");

    for (action, event) in [("cancel", "cancel"), ("close", "cancel"), ("expire", "error")] {
        let id = open(&browser, &key, &json!({}));
        assert_eq!(play(&id, json!({ "action": action }))["ending"]["event"], event, "{action}");
    }
    let other = local.control("POST", "merchants", &json!({}));
    let none = local.control("GET", &format!("windows?merchant={}", other["id"].as_str().unwrap()), &Value::Null);
    assert_eq!(none, json!([]));
}

#[test]
fn what_cannot_be_done_is_refused_and_changes_nothing() {
    let (local, browser, key) = shop();
    let id = open(&browser, &key, &json!({}));
    let play = |id: &str, act: &Value| local.try_control("POST", &format!("windows/{id}/buyer"), act);
    for wrong in [
        json!({}),
        json!({ "action": "pay" }),
        json!({ "action": "deposit" }),
        json!({ "action": "approve", "error_code": "X" }),
        json!({ "action": "approve", "pg": "kcp" }),
        json!({ "action": "approve", "method": "barter" }),
        json!({ "action": "approve", "other": 1 }),
    ] {
        refused(&play(&id, &wrong), 400, "EMULATOR_CONTROL");
    }
    assert_eq!(local.control("GET", &format!("windows/{id}"), &Value::Null)["open"], true);
    receipt(&local.caller().get(&format!("receipt/{id}")), 0);
    let unified = open(&browser, &key, &json!({ "pg": null, "method": ["card"] }));
    refused(&play(&unified, &json!({ "action": "approve", "method": "bank" })), 400, "EMULATOR_METHOD_NOT_ACTIVE");
    assert_eq!(play(&unified, &json!({ "action": "approve" })).0, 200);
    let message = refused(&play(&unified, &json!({ "action": "cancel" })), 400, "EMULATOR_CONTROL");
    assert!(message.contains("has ended with done"), "{message}");
    refused(&play("unknown", &json!({ "action": "approve" })), 404, "EMULATOR_NOT_FOUND");
    refused(&local.try_control("GET", "windows/unknown", &Value::Null), 404, "EMULATOR_NOT_FOUND");
    refused(&local.try_control("GET", "windows?merchant=unknown", &Value::Null), 404, "EMULATOR_NOT_FOUND");
}

#[test]
fn other_windows_are_played_too() {
    let (local, browser, key) = shop();
    let play = |id: &str, act: Value| local.control("POST", &format!("windows/{id}/buyer"), &act);
    let id = open(&browser, &key, &json!({ "method": "vbank" }));
    assert_eq!(play(&id, json!({ "action": "approve" }))["status"], 5);
    let paid = play(&id, json!({ "action": "deposit" }));
    assert_eq!((&paid["status"], &paid["ending"]["event"]), (&json!(1), &json!("issued")));
    let both = open(&browser, &key, &json!({ "method": "vbank" }));
    let paid = play(&both, json!({ "action": "deposit" }));
    assert_eq!((&paid["status"], &paid["ending"]["event"]), (&json!(1), &json!("issued")));

    let subscription = json!({ "client_key": key, "subscription_id": "s-1", "order_name": "구독", "extra": { "open_type": "iframe" } });
    let page = browser.open("subscribe", &subscription);
    let id = page.messages()[0]["receipt_id"].as_str().unwrap().to_owned();
    let issued = play(&id, json!({ "action": "approve" }));
    assert_eq!((&issued["purpose"], &issued["status"]), (&json!("subscription"), &json!(11)));

    let identity = json!({ "client_key": key, "authentication_id": "a-1", "extra": { "open_type": "iframe" } });
    let page = browser.open("authentication", &identity);
    let id = page.messages()[0]["receipt_id"].as_str().unwrap().to_owned();
    let person = json!({ "username": "이부트", "identity_no": "9506072", "carrier": "KT", "phone": "01011112222" });
    assert_eq!(play(&id, json!({ "action": "approve", "person": person }))["status"], 12);
    assert_eq!(local.caller().get(&format!("certificate/{id}")).1["authenticate_data"]["name"], "이부트");
}

#[test]
fn faults_meet_the_next_windows() {
    let (local, browser, key) = shop();
    let fault = |kind: &str| local.control("POST", "windows/faults", &json!({ "kind": kind }));
    let frame = || browser.open("payment", &payment(&key, &json!({})));
    let separate = json!({ "open_type": "iframe", "separately_confirmed": true });

    fault("never_opens");
    let page = frame();
    assert!(page.status == 200 && page.messages().is_empty() && page.data()["lost"] == true);
    let newest = local.control("GET", "windows", &Value::Null)[0].clone();
    assert_eq!((&newest["fault"], &newest["open"]), (&json!("never_opens"), &json!(true)));
    assert!(!frame().messages().is_empty(), "it met one window");

    fault("message_lost");
    let id = open(&browser, &key, &json!({}));
    assert_eq!(browser.press(&id, "frame", &[("action", "approve")]).data()["lost"], true);
    receipt(&local.caller().get(&format!("receipt/{id}")), 1);

    fault("done_twice");
    let id = open(&browser, &key, &json!({}));
    assert_eq!(browser.press(&id, "frame", &[("action", "approve")]).events(), ["done", "done"]);

    fault("done_forged");
    let page = frame();
    let forged = page.messages().pop().unwrap();
    assert_eq!((&forged["event"], &forged["data"]["status"]), (&json!("done"), &json!(1)));
    let id = forged["data"]["receipt_id"].as_str().unwrap();
    receipt(&local.caller().get(&format!("receipt/{id}")), 0);
    refused(&local.caller().confirm(id), 400, "RC_NOT_CONFIRM_READY");

    fault("popup_blocked");
    let id = open(&browser, &key, &json!({ "extra": { "open_type": "popup" } }));
    let popup = browser.get(&format!("/gw/p/{id}?popup=1"), "document").data();
    assert_eq!((&popup["closes"], &popup["lost"]), (&json!(true), &json!(true)));

    fault("confirm_lost");
    let id = open(&browser, &key, &json!({ "extra": separate }));
    browser.press(&id, "frame", &[("action", "approve")]);
    let lost = browser.confirm(&id, &key, "iframe");
    assert!(lost.messages().is_empty() && lost.data()["lost"] == true);
    receipt(&local.caller().get(&format!("receipt/{id}")), 1);

    fault("redirect_lost");
    let extra = json!({ "redirect_url": "https://shop.example/back" });
    let page = browser.open("payment", &payment(&key, &json!({ "extra": extra })));
    let url = page.message()["url"].as_str().unwrap().to_owned();
    let id = url.rsplit('/').next().unwrap();
    let stays = browser.press(id, "top", &[("action", "approve")]);
    assert_eq!((stays.status, stays.data()["lost"].as_bool()), (200, Some(true)));
    receipt(&local.caller().get(&format!("receipt/{id}")), 1);
}

#[test]
fn faults_queue_by_merchant_and_are_drawn_by_a_plan() {
    let (local, browser, key) = shop();
    let other = local.control("POST", "merchants", &json!({}));
    let theirs = other["client_key"].as_str().unwrap();
    let fault_of = |key: &str| {
        browser.open("payment", &payment(key, &json!({})));
        local.control("GET", "windows", &Value::Null)[0]["fault"].clone()
    };
    let twice = json!({ "kind": "done_twice", "times": 2, "merchant": other["id"] });
    local.control("POST", "windows/faults", &twice);
    assert_eq!(
        [fault_of(&key), fault_of(theirs), fault_of(theirs), fault_of(theirs)],
        [Value::Null, json!("done_twice"), json!("done_twice"), Value::Null]
    );

    let plan = json!({ "seed": 7, "rate": 0.5, "kinds": ["message_lost", "done_forged"] });
    let drawn = || {
        local.control("POST", "windows/faults/plan", &plan);
        (0..20).map(|_| fault_of(&key)).collect::<Vec<_>>()
    };
    let first = drawn();
    assert_eq!(first, drawn());
    for kind in [Value::Null, json!("message_lost"), json!("done_forged")] {
        assert!(first.contains(&kind), "{kind}: {first:?}");
    }
    local.control("DELETE", "faults", &Value::Null);
    assert!((0..20).all(|_| fault_of(&key).is_null()));
    local.control("POST", "windows/faults", &json!({ "kind": "done_twice" }));
    local.control("DELETE", "windows/faults", &Value::Null);
    assert!(fault_of(&key).is_null());
    for wrong in [
        json!({}),
        json!({ "kind": "x" }),
        json!({ "kind": "done_twice", "times": 0 }),
        json!({ "kind": "done_twice", "a": 1 }),
    ] {
        refused(&local.try_control("POST", "windows/faults", &wrong), 400, "EMULATOR_CONTROL");
    }
    let nobody = json!({ "kind": "done_twice", "merchant": "x" });
    refused(&local.try_control("POST", "windows/faults", &nobody), 404, "EMULATOR_NOT_FOUND");
    for wrong in
        [json!({ "seed": 1, "rate": 2, "kinds": ["done_twice"] }), json!({ "seed": 1, "rate": 1, "kinds": [] })]
    {
        refused(&local.try_control("POST", "windows/faults/plan", &wrong), 400, "EMULATOR_CONTROL");
    }
}

/// `extra.test_deposit` plays the deposit into a virtual account of test mode, and of no other.
#[test]
fn a_deposit_in_test_is_played_where_the_request_wishes_it() {
    let local = Local::start();
    let wish = json!({ "pg": "nicepay", "method": "vbank", "state": "ready", "extra": { "test_deposit": true } });
    let settings = json!({ "mid": "m", "merchant_key": "k", "cancel_password": "p" });
    for (live, status) in [(false, 1), (true, 5)] {
        let method = json!({ "pg": "nicepay", "method": "vbank", "live": live, "settings": settings });
        local.control("PUT", "projects/default/methods", &method);
        let id = local.payment(&wish);
        assert_eq!(local.buyer(&id, "pay")["status"], status, "live: {live}");
        let id = local.payment(&wish);
        local.control("POST", &format!("windows/{id}/buyer"), &json!({ "action": "approve" }));
        receipt(&local.caller().get(&format!("receipt/{id}")), status);
    }
    local.control("PUT", "projects/default/methods", &json!({ "pg": "nicepay", "method": "vbank", "live": false }));
    let plain = local.payment(&json!({ "pg": "nicepay", "method": "vbank", "state": "ready" }));
    assert_eq!(local.buyer(&plain, "pay")["status"], 5);
    let account = json!({
        "pg": "nicepay", "order_id": "o-1", "order_name": "tea", "price": 1000, "bank_code": "004",
        "bank_account": "56212345671074", "bank_username": "홍길동", "extra": { "test_deposit": true },
    });
    let issued = local.caller().call("POST", "request/virtual-account/bulk", &account);
    let id = receipt(&issued, 5)["receipt_id"].as_str().unwrap().to_owned();
    receipt(&local.caller().get(&format!("receipt/{id}")), 1);
}

/// A made payment may leave PG and method to the buyer, as a request of a page may.
#[test]
fn a_made_payment_may_have_the_unified_window() {
    let local = Local::start();
    for method in ["card", "phone"] {
        local.control("PUT", "projects/default/methods", &json!({ "pg": "danal", "method": method }));
    }
    let id = local.payment(&json!({ "unified": true, "state": "ready" }));
    let shown = local.control("GET", &format!("payments/{id}/window"), &Value::Null);
    assert_eq!((&shown["unified"], shown["methods"].as_array().unwrap().len()), (&json!(true), 2));
    let chosen = json!({ "action": "pay", "pg": "danal", "method": "phone" });
    let paid = local.control("POST", &format!("payments/{id}/buyer"), &chosen);
    assert_eq!(paid["method_symbol"], "phone");
    for wrong in [json!({ "unified": true }), json!({ "unified": true, "state": "ready", "pg": "danal" })] {
        refused(&local.try_control("POST", "payments", &wrong), 400, "EMULATOR_CONTROL");
    }
}
