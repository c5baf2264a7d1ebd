//! The fault that a request meets: by header, by queue, by amount, by chance.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use common::{Caller, Local, receipt, refused};
use serde_json::{Value, json};

#[test]
fn by_header() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({ "state": "paid" }));
    let send = |fault: &str, path: &str| {
        let headers = [("authorization", caller.authorization.as_str()), ("Emulator-Fault", fault)];
        caller.send("GET", path, &headers, "")
    };
    let path = format!("receipt/{id}");
    assert_eq!(send(r#"{"kind":"html_502"}"#, &path).0, 502);
    assert_eq!(send(r#"{"status":{"status":418,"body":{"a":1}}}"#, &path), (418, json!({ "a": 1 })));
    // A queued fault is left for the next request.
    local.fault(&json!({ "kind": "empty" }));
    assert_eq!(send(r#"{"kind":"not_json"}"#, &path).1, json!("certainly not JSON"));
    assert_eq!(caller.get(&path), (200, json!("")));
    caller.cut_off(&[("Emulator-Fault", r#"{"kind":"reset","when":"after"}"#)], &id);
    receipt(&caller.get(&path), 20);
    let names: Vec<_> = local.requests().iter().map(|entry| entry["fault"].clone()).collect();
    assert_eq!(json!(names), json!(["html_502", "status", "not_json", "empty", "reset", null]));
    for wrong in [
        "html_502",
        r#"{"kind":"html_502","path":"/v2"}"#,
        r#"{"kind":"html_502","times":2}"#,
        r#"{"kind":"refused"}"#,
        r#"{"kind":"stall"}"#,
        "{}",
    ] {
        refused(&send(wrong, &path), 400, "EMULATOR_CONTROL");
    }
    let strict = local.control("POST", "merchants", &json!({ "strict": true }));
    let theirs = local.payment(&json!({ "merchant": strict["id"] }));
    let caller = local.caller_of(&strict);
    let headers = [
        ("authorization", caller.authorization.as_str()),
        ("content-type", "application/json"),
        ("accept", "application/json"),
        ("bootpay-api-version", "5.2.0"),
        ("emulator-fault", r#"{"kind":"dribbled","seconds":0.01}"#),
    ];
    receipt(&caller.send("GET", &format!("receipt/{theirs}"), &headers, ""), 2);
}

#[test]
fn by_queue_of_one_receipt() {
    let local = Local::start();
    let caller = local.caller();
    let (this, other) = (local.payment(&json!({})), local.payment(&json!({})));
    let fault = |path: &str| json!({ "path": path, "receipt_id": this, "kind": "html_502" });
    local.control("POST", "faults", &fault("/v2/confirm"));
    local.control("POST", "faults", &fault("/v2/receipt"));
    let confirm = |id: &str| caller.call("POST", "confirm", &json!({ "receipt_id": id }));
    receipt(&confirm(&other), 1);
    receipt(&caller.get(&format!("receipt/{other}")), 1);
    assert_eq!(caller.get(&format!("receipt/{this}")).0, 502);
    receipt(&caller.get(&format!("receipt/{this}")), 2);
    assert_eq!(confirm(&this).0, 502);
    receipt(&confirm(&this), 1);
    for wrong in ["", "x", "'; DROP TABLE faults --"] {
        let fault = json!({ "path": "/v2", "receipt_id": wrong, "kind": "html_502" });
        refused(&local.try_control("POST", "faults", &fault), 400, "EMULATOR_CONTROL");
    }
    let connection = json!({ "kind": "refused", "receipt_id": this });
    refused(&local.try_control("POST", "faults", &connection), 400, "EMULATOR_CONTROL");
}

#[test]
fn by_amount() {
    let local = Local::start();
    let merchant = local.control("POST", "merchants", &json!({ "magic_amounts": true }));
    let caller = local.caller_of(&merchant);
    let payment = |price: i64| local.payment(&json!({ "merchant": merchant["id"], "price": price, "state": "paid" }));
    // A full cancel counts by the payment's price, a partial one by its own.
    for (digits, status) in [(901, 1), (902, 20), (905, 20)] {
        let id = payment(10_000 + digits);
        cut_off_or_truncated(&local, &caller, &id);
        receipt(&caller.get(&format!("receipt/{id}")), status);
    }
    for (digits, answered, status) in [(903, 502, 1), (904, 502, 20), (910, 429, 1), (911, 503, 20), (906, 200, 20)] {
        let id = payment(10_000 + digits);
        assert_eq!(caller.cancel(&id, &json!({})).0, answered, "{digits}");
        receipt(&local.caller_of(&merchant).get(&format!("receipt/{id}")), status);
    }
    let id = payment(50_000);
    assert_eq!(caller.cancel(&id, &json!({ "cancel_price": 1904, "cancel_id": "1" })).0, 502);
    assert_eq!(caller.get(&format!("receipt/{id}")).1["cancelled_price"], 1904);
    receipt(&caller.cancel(&id, &json!({ "cancel_price": 900 })), 20);
    let waiting = local.payment(&json!({ "merchant": merchant["id"], "price": 1903 }));
    assert_eq!(caller.confirm(&waiting).0, 502);
    receipt(&caller.get(&format!("receipt/{waiting}")), 2);
    let key = local.control("POST", "billing-keys", &json!({ "merchant": merchant["id"] }));
    let charge = json!({ "billing_key": key["billing_key"], "order_name": "tea", "order_id": "o-1", "price": "1904" });
    assert_eq!(caller.call("POST", "subscribe/payment", &charge).0, 502);
    assert_eq!(caller.get("lookup/order/o-1").1[0]["status"], 1);
    let faults: Vec<_> = local.requests().iter().filter(|entry| entry["method"] == "GET").cloned().collect();
    assert!(faults.iter().all(|entry| entry["fault"].is_null()), "a GET has none");

    let usual = local.payment(&json!({ "price": 1901, "state": "paid" }));
    receipt(&local.caller().cancel(&usual, &json!({})), 20);
}

fn cut_off_or_truncated(local: &Local, caller: &Caller, id: &str) {
    let request = common::agent().post(format!("{}/v2/cancel", local.emulator.url()));
    let request = request.header("authorization", &caller.authorization);
    let reply = request.send_json(json!({ "receipt_id": id }));
    assert!(reply.and_then(|mut reply| reply.body_mut().read_to_string()).is_err());
}

#[test]
fn by_chance_and_again_the_same() {
    let local = Local::start();
    let other = local.control("POST", "merchants", &json!({}));
    let (caller, theirs) = (local.caller(), local.caller_of(&other));
    let plan = |seed: u64| json!({ "seed": seed, "rate": 0.5, "kinds": ["html_502", "empty", "busy"], "paths": ["/v2/receipt"] });
    let met = |seed: u64, disturbed: bool| {
        local.control("POST", "faults/plan", &plan(seed));
        local.control("DELETE", "requests", &Value::Null);
        for number in 0..60 {
            if disturbed {
                theirs.get("receipt/none");
            }
            // Another path draws too, and meets no fault.
            caller.get(if number % 4 == 0 { "lookup/order/none" } else { "receipt/none" });
        }
        let path = format!("requests?merchant={}", local.emulator.merchant().id);
        let log = local.control("GET", &path, &Value::Null);
        log.as_array().unwrap().iter().map(|entry| (entry["path"].clone(), entry["fault"].clone())).collect::<Vec<_>>()
    };
    let first = met(7, false);
    assert_eq!(first.len(), 60);
    assert!(first.iter().all(|(path, fault)| path == "/v2/receipt/none" || fault.is_null()), "{first:?}");
    for kind in ["html_502", "empty", "busy"] {
        assert!(first.iter().any(|(_, fault)| fault == kind), "{kind}: {first:?}");
    }
    assert!(first.iter().filter(|(_, fault)| fault.is_null()).count() > 15, "{first:?}");
    assert_eq!(met(7, true), first, "another merchant's requests change nothing");
    assert_ne!(met(8, false), first);

    local.control("DELETE", "faults", &Value::Null);
    local.control("DELETE", "requests", &Value::Null);
    for _ in 0..20 {
        refused(&caller.get("receipt/none"), 404, "RC_NOT_FOUND");
    }
    for (field, wrong) in [
        ("rate", json!(1.1)),
        ("kinds", json!([])),
        ("kinds", json!(["refused"])),
        ("kinds", json!(["status"])),
        ("kinds", json!(["never"])),
        ("paths", json!(["/emulator"])),
        ("seconds", json!(0)),
        ("other", json!(1)),
    ] {
        let mut plan = plan(1);
        plan[field] = wrong;
        refused(&local.try_control("POST", "faults/plan", &plan), 400, "EMULATOR_CONTROL");
    }
}

#[test]
fn what_makes_no_fault_is_refused() {
    let local = Local::start();
    for wrong in [
        json!({ "kind": "empty" }),
        json!({ "path": "/v2", "kind": "refused" }),
        json!({ "kind": "refused", "times": 0 }),
        json!({ "kind": "refused", "method": "GET" }),
        json!({ "kind": "refused", "when": "after" }),
        json!({ "path": "/v2", "kind": "dribbled" }),
        json!({ "path": "/v2", "kind": "empty", "seconds": 1 }),
        json!({ "path": "/v2", "kind": "late_commit", "seconds": 1, "when": "before" }),
        json!({ "path": "/v2", "kind": "empty", "paths": [] }),
    ] {
        refused(&local.try_control("POST", "faults", &wrong), 400, "EMULATOR_CONTROL");
    }
}
