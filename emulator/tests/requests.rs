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

/// What official clients send, each to several endpoints; and the findings by which strict merchants refuse it.
#[test]
fn what_official_clients_send_is_understood_at_every_level() {
    let local = Local::start();
    let strict = local.control("POST", "merchants", &json!({ "strict": true }));
    let (caller, strict_caller) = (local.caller(), local.caller_of(&strict));
    let order = |id: &str| json!({ "order_id": id, "order_name": "tea", "price": 60_000 });
    let with = |mut body: Value, more: Value| {
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    let keys = |merchant: &Value| {
        let key = local.control("POST", "billing-keys", &json!({ "merchant": merchant }));
        key["billing_key"].clone()
    };
    let identity = json!({
        "pg": "다날", "method": "본인인증", "authentication_id": "a-1", "order_name": "tea", "username": "홍길동",
        "identity_no": "8610141", "carrier": "SKT", "phone": "01012345678",
    });
    let cash = json!({ "identity_no": "01012345678" });
    for (path, body, finding) in [
        // Go: options that are not set.
        (
            "subscribe/payment",
            with(order("o-1"), json!({ "billing_key": "…", "extra": { "card_quota": "", "raw_data": 0 } })),
            "extra.card_quota is empty",
        ),
        (
            "request/payment",
            with(order("o-2"), json!({ "extra": { "escrow": null, "offer_period": { "a": "" } } })),
            "extra.offer_period.a is empty",
        ),
        (
            "request/payment",
            with(
                order("o-3"),
                json!({ "items": [{ "id": "i", "name": "tea", "qty": 1, "price": 60_000, "cat1": "" }] }),
            ),
            "items[0].cat1 is empty",
        ),
        (
            "cancel",
            json!({ "receipt_id": "…", "refund": { "bank_account": "", "bank_code": null } }),
            "refund.bank_code",
        ),
        // PHP: empty objects.
        (
            "subscribe/payment",
            with(order("o-4"), json!({ "billing_key": "…", "extra": [], "user": [], "metadata": [] })),
            "metadata is an empty array",
        ),
        ("cancel", json!({ "receipt_id": "…", "refund": [] }), "refund is an empty array"),
        // Samples without them.
        ("request/authentication", identity, "client_ip is missing"),
        ("request/cash/receipt", with(order("o-5"), cash), "cash_receipt_type is missing"),
        // Deno: two slashes.
        ("/request/payment", order("o-6"), "two slashes"),
    ] {
        let filled = |merchant: &Value| {
            let mut body = body.clone();
            if body.get("billing_key").is_some() {
                body["billing_key"] = keys(merchant);
            }
            if body.get("receipt_id").is_some() {
                body["receipt_id"] = local.payment(&json!({ "merchant": merchant, "state": "paid" })).into();
            }
            body
        };
        let (status, answer) = caller.call("POST", path, &filled(&json!(local.emulator.merchant().id)));
        assert_eq!(status, 200, "{path} {body}: {answer}");
        let findings = local.requests().last().unwrap()["findings"].to_string();
        assert!(findings.contains(finding), "{path}: {findings}");
        let message = refused(&strict_caller.call("POST", path, &filled(&strict["id"])), 400, "EMULATOR_STRICT");
        assert!(message.contains(finding), "{path}: {message}");
    }
    // The merchant's own data stays as it is.
    let own = json!({ "a": null, "b": "", "c": [null] });
    let charge = with(order("o-7"), json!({ "billing_key": keys(&strict["id"]), "metadata": own }));
    assert_eq!(strict_caller.call("POST", "subscribe/payment", &charge).1["metadata"], own);
}

#[test]
fn forms_and_doubled_slashes_reach_every_endpoint() {
    let local = Local::start();
    let caller = local.caller();
    let form = [
        ("authorization", caller.authorization.as_str()),
        ("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
    ];
    let merchant = json!(local.emulator.merchant());
    let keys = format!(
        "application_id={}&private_key={}",
        merchant["application_id"].as_str().unwrap(),
        merchant["private_key"].as_str().unwrap().replace('=', "%3D").replace('+', "%2B")
    );
    let (status, token) = caller.send("POST", "request/token.json", &form, &keys);
    assert_eq!(status, 200, "{token}");
    let bearer = format!("Bearer {}", token["access_token"].as_str().unwrap());
    let member = [("authorization", bearer.as_str()), form[1]];
    let (status, answer) = caller.send("POST", "request/user/token", &member, "user_id=u-1&gender=1&server_key=marker");
    assert_eq!(status, 200, "{answer}");
    let id = local.payment(&json!({ "state": "paid", "price": 1000 }));
    let body = format!("receipt_id={id}&cancel_price=400&cancel_id=c-1&refund[bank_code]=004");
    assert_eq!(caller.send("POST", "/cancel", &form, &body).1["cancelled_price"], 400);
    let log = local.requests();
    assert_eq!(log[0]["body"]["private_key"], "…");
    assert_eq!((&log[1]["body"]["server_key"], &log[1]["body"]["user_id"]), (&json!("…"), &json!("u-1")));
    assert_eq!(log[2]["body"]["refund"], json!({ "bank_code": "004" }));
    for entry in &log {
        assert!(entry["findings"].to_string().contains("Content-Type"), "{entry}");
    }
    let url = format!("{}//v2//receipt/{id}", local.emulator.url());
    assert_eq!(send(&common::agent(), "GET", &url, &form[..1], "").0, 200);
    assert_eq!(caller.get("receipt//").0, 404);
}

#[test]
fn the_log_keeps_the_beginning_of_a_long_body() {
    let local = Local::start();
    let body = json!({ "receipt_id": "r", "private_key": "marker-secret", "metadata": { "a": "차".repeat(50_000) } });
    local.caller().call("POST", "cancel", &body);
    let entry = &local.requests()[0];
    let kept = entry["body"].as_str().unwrap();
    assert!(kept.len() < 5000 && kept.ends_with(" bytes)"), "{}", kept.len());
    assert!(kept.contains("차") && !kept.contains("marker-secret"));
}

#[test]
fn messages_are_in_the_callers_terms() {
    let local = Local::start();
    let caller = local.caller();
    let identity = json!({
        "authentication_id": "a", "order_name": "tea", "username": "홍길동", "identity_no": "8610141",
        "carrier": "SKT", "phone": "01012345678", "client_ip": "127.0.0.1", "pg": "nice\u{1f375}pay",
    });
    let message = refused(&caller.call("POST", "request/authentication", &identity), 400, "AUTH_NEED_PG_METHOD");
    assert!(message.contains("\u{1f375}") && message.contains("method is missing"), "{message}");
    let (_, answer) = local.try_control("POST", "payments", &json!({ "price": 1000, "escrow": "yes" }));
    let message = answer["message"].as_str().unwrap();
    assert!(message.contains("expected a boolean") && !message.contains("struct"), "{message}");
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
