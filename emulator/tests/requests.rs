//! Requests: findings, strict merchants, and the log.

mod common;

use std::time::{Duration, Instant};

use common::{Local, refused, send};
use serde_json::{Value, json};

#[test]
fn oddities_pass_and_are_noted() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({ "state": "paid" }));
    let headers = [("authorization", caller.authorization.as_str())];
    let body = json!({ "receipt_id": id, "cancel_price": "100", "cancel_id": "", "refund": null, "color": 1 });
    assert_eq!(caller.send("POST", "cancel", &headers, &body.to_string()).0, 200);
    let log = local.requests();
    let entry = &log[0];
    assert_eq!(
        (&entry["method"], &entry["path"], &entry["status"]),
        (&json!("POST"), &json!("/v2/cancel"), &json!(200))
    );
    assert_eq!(entry["body"], body);
    assert_eq!(entry["merchant"], json!(local.emulator.merchant().id));
    let findings = entry["findings"].to_string();
    for finding in [
        "Content-Type",
        "Accept",
        "BOOTPAY-API-VERSION",
        "cancel_price is a string",
        "cancel_id is empty",
        "refund is null",
        "unknown field color",
    ] {
        assert!(findings.contains(finding), "{finding}: {findings}");
    }
}

#[test]
fn a_strict_merchant_refuses_findings_before_anything_is_done() {
    let local = Local::start();
    let merchant = local.control("POST", "merchants", &json!({ "strict": true }));
    let caller = local.caller_of(&merchant);
    let id = local.payment(&json!({ "merchant": merchant["id"], "state": "paid" }));
    let message = refused(&caller.cancel(&id, &json!({ "cancel_id": null, "x": 1 })), 400, "EMULATOR_STRICT");
    assert!(message.contains("cancel_id is null") && message.contains("unknown field x"), "{message}");
    refused(&caller.get(&format!("receipt/{id}?a=b")), 400, "EMULATOR_STRICT");
    let (status, paid) = caller.get(&format!("receipt/{id}"));
    assert_eq!((status, &paid["cancelled_price"]), (200, &json!(0)));
    assert_eq!(caller.cancel(&id, &json!({ "cancel_price": 10, "cancel_id": "1" })).0, 200);
    let keys = json!({ "application_id": merchant["application_id"], "private_key": merchant["private_key"] });
    assert_eq!(caller.call("POST", "request/token", &keys).0, 200);
    let bare = caller.send("POST", "request/token", &[], &keys.to_string());
    refused(&bare, 400, "EMULATOR_STRICT");
}

#[test]
fn what_cannot_be_read_is_refused() {
    let local = Local::start();
    let caller = local.caller();
    refused(&caller.call("POST", "confirm", &json!({})), 400, "EMULATOR_PARAMETER_MISSING");
    refused(&caller.call("POST", "confirm", &json!({ "receipt_id": {} })), 400, "EMULATOR_PARAMETER_UNREADABLE");
    refused(&caller.call("POST", "confirm", &json!([])), 400, "EMULATOR_BODY_UNREADABLE");
    let headers = [("authorization", caller.authorization.as_str())];
    refused(&caller.send("POST", "confirm", &headers, "receipt_id=1"), 400, "EMULATOR_BODY_UNREADABLE");
    refused(&caller.get("nothing"), 404, "EMULATOR_NO_SUCH_ENDPOINT");
    refused(&caller.get("receipt/a/b"), 404, "EMULATOR_NO_SUCH_ENDPOINT");
    refused(&caller.get("confirm"), 405, "EMULATOR_WRONG_METHOD");
    let elsewhere = send(&common::agent(), "GET", &format!("{}/v3/x", local.emulator.url()), &[], "");
    refused(&elsewhere, 404, "EMULATOR_NO_SUCH_ENDPOINT");
}

#[test]
fn the_log_keeps_paths_raw_and_secrets_out() {
    let local = Local::start();
    let caller = local.caller();
    caller.get("lookup/order/a%2Fb%20c?lookup_user_data=true");
    let keys = json!({ "application_id": "a", "private_key": "marker-secret", "n": [{ "card_no": "marker-secret" }] });
    caller.call("POST", "request/token", &keys);
    caller.send("POST", "request/token", &[("cookie", "marker-secret")], "private_key=marker-secret");
    let log = local.requests();
    assert_eq!(log[0]["path"], "/v2/lookup/order/a%2Fb%20c");
    assert_eq!(log[0]["query"], json!({ "lookup_user_data": "true" }));
    assert_eq!(log[0]["headers"]["authorization"], "Basic …");
    assert_eq!(log[1]["body"]["private_key"], "…");
    assert!(!json!(log).to_string().contains("marker-secret"));
    let theirs = local.control("GET", "requests?merchant=nobody", &Value::Null);
    assert_eq!(theirs, json!([]));
    local.control("DELETE", "requests", &Value::Null);
    assert_eq!(local.requests().len(), 0);
}

#[test]
fn a_stalled_request_is_logged_when_it_arrives() {
    let local = Local::start();
    let caller = local.caller();
    let hang_up = |id: &str| {
        local.control("POST", "faults", &json!({ "path": "/v2/cancel", "kind": "stall", "seconds": 1 }));
        let request = common::agent().post(format!("{}/v2/cancel", local.emulator.url()));
        let request = request.header("authorization", &caller.authorization).config();
        let request = request.timeout_global(Some(Duration::from_millis(200))).build();
        assert!(request.send_json(json!({ "receipt_id": id })).is_err());
    };
    let wait_for = |id: &str| {
        let start = Instant::now();
        while caller.get(&format!("receipt/{id}")).1["status"] != 20 {
            assert!(start.elapsed() < Duration::from_secs(5), "never carried out");
            std::thread::sleep(Duration::from_millis(20));
        }
    };
    let [kept, cleared] = [(); 2].map(|()| local.payment(&json!({ "state": "paid" })));

    hang_up(&kept);
    let log = local.requests();
    assert_eq!(log.len(), 1);
    assert_eq!(
        (&log[0]["path"], &log[0]["status"], &log[0]["findings"], &log[0]["fault"]),
        (&json!("/v2/cancel"), &Value::Null, &json!([]), &json!("stall"))
    );
    let merchant = json!(local.emulator.merchant().id);
    assert_eq!((&log[0]["merchant"], &log[0]["body"]["receipt_id"]), (&merchant, &json!(kept)));
    wait_for(&kept);
    let log = local.requests();
    assert_eq!(
        (&log[0]["path"], &log[0]["status"], &log[0]["merchant"]),
        (&json!("/v2/cancel"), &json!(200), &merchant)
    );
    assert!(log[0]["findings"].to_string().contains("BOOTPAY-API-VERSION"), "{}", log[0]["findings"]);
    assert!(log[1..].iter().all(|entry| entry["method"] == "GET"));

    hang_up(&cleared);
    local.control("DELETE", "requests", &Value::Null);
    wait_for(&cleared);
    assert!(local.requests().iter().all(|entry| entry["method"] == "GET"));
}
