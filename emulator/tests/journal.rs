//! The journal: what happened to a payment, in order, and by whom.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use std::time::{Duration, Instant};

use common::receiver::{Receiver, Reply, SUCCESS};
use common::{Local, send};
use serde_json::{Value, json};

/// Of each entry: kind, actor, code, outcome.
fn told(local: &Local, query: &str) -> Vec<(String, String, String, String)> {
    let entries = local.control("GET", &format!("journal?{query}"), &Value::Null);
    let text = |entry: &Value, name: &str| entry[name].as_str().unwrap().to_owned();
    let of = |entry: &Value| (text(entry, "kind"), text(entry, "actor"), text(entry, "code"), text(entry, "outcome"));
    entries.as_array().unwrap().iter().map(of).collect()
}

fn lines(local: &Local, query: &str) -> Vec<String> {
    let told = told(local, query).into_iter();
    told.map(|(kind, actor, code, outcome)| format!("{kind} {actor} {code} {outcome}")).collect()
}

#[test]
fn a_payment_has_its_story_in_order() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({ "order_id": "o-1", "price": 12_000 }));
    caller.call("POST", "confirm", &json!({ "receipt_id": id }));
    caller.call("POST", "confirm", &json!({ "receipt_id": id }));
    caller.cancel(&id, &json!({ "cancel_price": 2000, "cancel_id": "c-1" }));
    local.control("POST", &format!("payments/{id}/cancel"), &json!({}));
    caller.get(&format!("receipt/{id}"));
    let story = lines(&local, &format!("receipt_id={id}"));
    assert_eq!(
        story,
        [
            "state test waiting done",
            "request server POST /v2/confirm done",
            "state server paid done",
            "request server POST /v2/confirm refused",
            "request server POST /v2/cancel done",
            "state server partial done",
            &format!("control test POST /emulator/payments/{id}/cancel done"),
            "state merchant cancelled done",
            "request server GET /v2/receipt/{receipt_id} done",
        ]
    );
    let entries = local.control("GET", &format!("journal?receipt_id={id}&kind=state"), &Value::Null);
    let part = &entries[2];
    assert_eq!((&part["order_id"], &part["merchant"]), (&json!("o-1"), &json!(local.emulator.merchant().id)));
    assert_eq!(
        part["facts"],
        json!({ "from": 1, "to": 20, "price": 12_000, "cancelled": 2000, "remaining": 10_000, "currency": "KRW" })
    );
    let requests = local.requests();
    assert_eq!(
        (&requests[1]["error_code"], &requests[1]["receipt_id"], &requests[1]["order_id"]),
        (&json!("RC_NOT_CONFIRM_READY"), &json!(id), &Value::Null)
    );
    assert_eq!((&requests[2]["response"]["cancelled_price"], &requests[2]["order_id"]), (&json!(2000), &json!("o-1")));
    assert!(requests[2]["duration_ms"].as_f64().unwrap() < 1000.0 && requests[2]["at"].is_string());
}

#[test]
fn both_truths_of_a_fault_are_kept() {
    let local = Local::start();
    let caller = local.caller();
    let pay = || local.payment(&json!({}));
    let confirm = |id: &str, fault: Value| {
        local.control("POST", "faults", &fault);
        let request = common::agent().post(format!("{}/v2/confirm", local.emulator.url()));
        let _ = request.header("authorization", &caller.authorization).send_json(json!({ "receipt_id": id }));
    };
    let fault_of = |id: &str| local.control("GET", &format!("journal?receipt_id={id}&kind=fault"), &Value::Null);

    let done = pay();
    confirm(&done, json!({ "path": "/v2/confirm", "kind": "reset", "when": "after" }));
    let fault = &fault_of(&done)[0];
    assert_eq!(
        (&fault["code"], &fault["facts"]["carried_out"], &fault["facts"]["status"], &fault["facts"]["told"]),
        (&json!("reset"), &json!(true), &json!(200), &json!(0))
    );
    assert_eq!(
        lines(&local, &format!("receipt_id={done}"))[1..],
        [
            "request server POST /v2/confirm done".to_owned(),
            "state server paid done".into(),
            "fault test reset failed".into()
        ]
    );
    let request = local.requests().pop().unwrap();
    assert_eq!((&request["number"], &request["response"]["status"]), (&fault["facts"]["request"], &json!(1)));

    let not_done = pay();
    confirm(&not_done, json!({ "path": "/v2/confirm", "kind": "html_502", "when": "before" }));
    let fault = &fault_of(&not_done)[0];
    assert_eq!(
        (&fault["facts"]["carried_out"], &fault["facts"]["status"], &fault["facts"]["told"]),
        (&json!(false), &Value::Null, &json!(502))
    );
    assert_eq!(caller.get(&format!("receipt/{not_done}")).1["status"], 2);
}

#[test]
fn webhooks_tell_why_an_attempt_does_not_count() {
    let local = Local::start();
    let receiver = Receiver::start(|_, before| match before {
        0 => Reply::status("500 Internal Server Error"),
        1 => Reply::ok("OK"),
        _ => Reply::ok(SUCCESS),
    });
    let (merchant, shop) = local.notified(&json!({ "webhook": { "url": receiver.url } }));
    local.stop_clock();
    local.control("POST", "webhooks/faults", &json!({ "kind": "lost" }));
    let id = local.payment(&json!({ "merchant": merchant["id"], "order_id": "o-hook", "state": "paid" }));
    local.advance(60 * 60);
    local.webhooks(&shop);
    let entries = local.control("GET", &format!("journal?receipt_id={id}&kind=attempt"), &Value::Null);
    assert!(entries.as_array().unwrap().iter().all(|entry| entry["order_id"] == "o-hook"), "{entries}");
    let attempts: Vec<_> = told(&local, &format!("receipt_id={id}"))
        .into_iter()
        .filter(|(kind, ..)| matches!(kind.as_str(), "attempt" | "fault"))
        .map(|(_, actor, code, _)| format!("{actor} {code}"))
        .collect();
    assert_eq!(
        attempts,
        ["test webhook_lost", "bootpay lost", "bootpay status", "bootpay not_success", "bootpay acknowledged"]
    );
    let listed = local.webhooks(&shop);
    let reasons: Vec<_> = listed[0]["attempts"].as_array().unwrap().iter().map(|attempt| &attempt["reason"]).collect();
    assert_eq!(reasons, [&json!("lost"), &json!("status"), &json!("not_success"), &Value::Null]);
    let clock = local.control("GET", "journal?kind=clock", &Value::Null);
    let last = clock.as_array().unwrap().last().unwrap();
    assert_eq!((&last["code"], &last["facts"]["seconds"]), (&json!("moved"), &json!(3600)));
}

#[test]
fn what_bootpay_does_by_itself_has_its_own_time() {
    let local = Local::start();
    local.stop_clock();
    let id = local.payment(&json!({ "state": "ready" }));
    local.advance(24 * 60 * 60);
    let entries = local.control("GET", &format!("journal?receipt_id={id}&kind=state"), &Value::Null);
    let (made, expired) = (&entries[0], &entries[1]);
    assert_eq!((&expired["actor"], &expired["code"]), (&json!("bootpay"), &json!("expired")));
    let at = |entry: &Value| entry["at"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
    assert_eq!(at(expired).duration_since(at(made)).as_secs(), 30 * 60);
}

#[test]
fn the_window_is_told_with_its_end() {
    let local = Local::start();
    let caller = local.caller();
    let order = json!({ "order_id": "o-2", "order_name": "tea", "price": 1000, "pg": "nicepay", "method": "card" });
    let id = caller.call("POST", "request/payment", &order).1["receipt_id"].as_str().unwrap().to_owned();
    local.control("POST", &format!("windows/{id}/buyer"), &json!({ "action": "refuse", "error_code": "RC_X" }));
    let told: Vec<_> = lines(&local, &format!("receipt_id={id}"));
    assert_eq!(
        told,
        [
            "request server POST /v2/request/payment done".to_owned(),
            "state server requested done".into(),
            "window server opened open".into(),
            format!("control test POST /emulator/windows/{id}/buyer done"),
            "state buyer failed failed".into(),
            "window buyer error failed".into(),
        ]
    );
    let window = local.control("GET", &format!("journal?receipt_id={id}&kind=window"), &Value::Null);
    assert_eq!(window[1]["facts"]["error_code"], "RC_X");
}

#[test]
fn a_reader_waits_for_the_next_entry() {
    let local = Local::start();
    let url = format!("{}/emulator/journal?kind=state&wait_seconds=20", local.emulator.url());
    let begun = Instant::now();
    let waits = std::thread::spawn(move || send(&common::agent(), "GET", &url, &[], ""));
    std::thread::sleep(Duration::from_millis(200));
    local.payment(&json!({}));
    let (status, entries) = waits.join().unwrap();
    assert_eq!((status, &entries[0]["kind"]), (200, &json!("state")));
    assert!(begun.elapsed() < Duration::from_secs(10));
    let after = entries[0]["seq"].as_i64().unwrap();
    assert_eq!(local.control("GET", &format!("journal?kind=state&after={after}"), &Value::Null), json!([]));
    for wrong in ["kind=x", "after=-1", "wait_seconds=61", "color=1"] {
        assert_eq!(local.try_control("GET", &format!("journal?{wrong}"), &Value::Null).0, 400, "{wrong}");
    }
}

#[test]
fn responses_are_kept_without_secrets() {
    let local = Local::start();
    let caller = local.caller();
    let merchant = local.emulator.merchant();
    let keys = json!({ "application_id": merchant.application_id, "private_key": merchant.private_key });
    let token = caller.call("POST", "request/token", &keys).1["access_token"].as_str().unwrap().to_owned();
    let log = json!(local.requests()).to_string();
    assert!(!log.contains(&token) && !log.contains(&merchant.private_key), "{log}");
    assert_eq!(local.requests()[0]["response"]["access_token"], "…");
}

#[test]
fn a_billing_key_has_its_story_with_its_charges_and_reservations() {
    let local = Local::start();
    local.stop_clock();
    let key = local.control("POST", "billing-keys", &json!({ "state": "requested", "method": "card_rebill_rest" }));
    let id = key["receipt_id"].as_str().unwrap();
    local.control("POST", &format!("billing-keys/{id}/buyer"), &json!({ "action": "consent" }));
    assert_eq!(local.caller().call("PUT", &format!("request/subscribe/{id}"), &json!({})).0, 200);
    let paid =
        local.control("POST", &format!("billing-keys/{id}/charge"), &json!({ "order_id": "o-1", "price": 5000 }));
    local.control("POST", &format!("billing-keys/{id}/reserve"), &json!({ "order_id": "o-2" }));
    local.control("POST", &format!("billing-keys/{id}/reserve"), &json!({ "order_id": "o-3" }));
    local.advance(24 * 60 * 60);
    let entries = local.control("GET", &format!("journal?receipt_id={id}&kind=state"), &Value::Null);
    let entries = entries.as_array().unwrap();
    let told: Vec<_> = entries.iter().map(|entry| entry["code"].as_str().unwrap()).collect();
    assert_eq!(
        told,
        [
            "key_requested",
            "key_consented",
            "key_issued",
            "key_charged",
            "reserved",
            "reserved",
            "key_charged",
            "key_charged"
        ]
    );
    let actors: Vec<_> = entries.iter().map(|entry| entry["actor"].as_str().unwrap()).collect();
    assert_eq!(actors, ["test", "buyer", "server", "merchant", "merchant", "merchant", "bootpay", "bootpay"]);
    assert_eq!((&entries[2]["facts"]["from"], &entries[2]["facts"]["to"]), (&json!(41), &json!(11)));
    assert_eq!(entries[3]["facts"]["payment"], paid["receipt_id"]);
    assert_eq!((&entries[6]["order_id"], &entries[6]["facts"]["price"]), (&json!("o-2"), &json!(1000)));
    let refusing = local.control("POST", "billing-keys", &json!({ "charge_result": "refused" }));
    let id = refusing["receipt_id"].as_str().unwrap();
    assert_eq!(local.try_control("POST", &format!("billing-keys/{id}/charge"), &json!({})).0, 400);
    let last = lines(&local, &format!("receipt_id={id}")).pop();
    assert_eq!(last.as_deref(), Some("state merchant key_charged failed"));
}
