//! Credentials: Basic, tokens on the emulator's clock, and other merchants' receipts.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use common::{Answer, Caller, Local, refused};
use serde_json::{Value, json};

fn ask(caller: &Caller, merchant: &Value) -> Answer {
    let body = json!({ "application_id": merchant["application_id"], "private_key": merchant["private_key"] });
    caller.call("POST", "request/token", &body)
}

fn token(answer: &Answer) -> (String, i64) {
    assert_eq!(answer.0, 200, "{}", answer.1);
    (answer.1["access_token"].as_str().unwrap().to_owned(), answer.1["expire_in"].as_i64().unwrap())
}

#[test]
fn a_token_is_the_same_for_25_minutes_and_valid_for_30() {
    let local = Local::start();
    local.control("POST", "clock", &json!({ "mode": "manual" }));
    let merchant = json!(local.emulator.merchant());
    let nobody = local.caller_with("Bearer stale".into());
    let (first, lives) = token(&ask(&nobody, &merchant));
    assert_eq!((first.len(), lives), (64, 1800));
    local.advance(1500);
    assert_eq!(token(&ask(&nobody, &merchant)), (first.clone(), 300));
    local.advance(1);
    let (second, lives) = token(&ask(&nobody, &merchant));
    assert!(second != first && lives == 1800);

    let id = local.payment(&json!({}));
    let path = format!("receipt/{id}");
    let old = local.caller_with(format!("Bearer {first}"));
    assert_eq!(old.get(&path).0, 200);
    local.advance(298);
    assert_eq!(old.get(&path).0, 200);
    local.advance(1);
    let message = refused(&old.get(&path), 401, "TOKEN_KEY_INVALID");
    assert!(message.contains("1800 s old"), "{message}");
    assert_eq!(local.caller_with(format!("Bearer {second}")).get(&path).0, 200);
}

#[test]
fn a_token_is_refused_for_wrong_keys() {
    let local = Local::start();
    let nobody = local.caller_with(String::new());
    let merchant = json!(local.emulator.merchant());
    let with = |id: &Value, key: &str| ask(&nobody, &json!({ "application_id": id, "private_key": key }));
    refused(&with(&json!("nobody"), "x"), 401, "APP_KEY_NOT_FOUND");
    let message = refused(&with(&merchant["application_id"], "marker-secret"), 401, "APP_SK_NOT_MATCHED");
    assert!(!message.contains("marker-secret"));
    let web = local.control("POST", "merchants", &json!({ "platform": "web" }));
    refused(&ask(&nobody, &web), 401, "APP_KEY_NOT_REST");
    let half = json!({ "application_id": "a", "private_key": "" });
    refused(&nobody.call("POST", "request/token", &half), 400, "EMULATOR_PARAMETER_MISSING");
}

#[test]
fn a_wrong_credential_is_told_apart_without_being_repeated() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({}));
    let path = format!("receipt/{id}");
    assert_eq!(caller.get(&path).0, 200);
    let swapped = json!({
        "client_key": local.emulator.merchant().client_key, "secret_key": "marker-secret",
    });
    for (authorization, saw) in [
        (String::new(), "no Authorization"),
        ("Basic".to_owned(), "no colon"),
        ("Basic ???".to_owned(), "base64"),
        ("Bearer marker-secret".to_owned(), "never issued"),
        ("Digest marker-secret".to_owned(), "neither"),
        (local.caller_of(&swapped).authorization, "secret_key"),
        (local.caller_of(&json!({ "client_key": "x", "secret_key": "y" })).authorization, "no merchant"),
    ] {
        let message = refused(&local.caller_with(authorization).get(&path), 401, "TOKEN_KEY_INVALID");
        assert!(message.contains(saw) && !message.contains("marker-secret"), "{message}");
    }
    let log = json!(local.requests()).to_string();
    assert!(!log.contains("marker-secret") && log.contains("Bearer …"), "{log}");
}

#[test]
fn a_receipt_is_its_merchants_own() {
    let local = Local::start();
    let (ours, theirs) = (local.caller(), local.control("POST", "merchants", &json!({})));
    let id = local.payment(&json!({ "merchant": theirs["id"], "order_id": "o-1", "state": "paid" }));
    for answer in [
        ours.get(&format!("receipt/{id}")),
        ours.get("lookup/order/o-1"),
        ours.confirm(&id),
        ours.cancel(&id, &json!({})),
        ours.get("receipt/ffffffffffffffffffffffff"),
    ] {
        refused(&answer, 404, "RC_NOT_FOUND");
    }
    assert_eq!(local.caller_of(&theirs).get(&format!("receipt/{id}")).0, 200);
    let twice = local.try_control("POST", "merchants", &json!({ "client_key": theirs["client_key"] }));
    refused(&twice, 400, "EMULATOR_CONTROL");
}

#[test]
fn a_merchant_may_have_other_words_for_a_refusal() {
    let local = Local::start();
    let knobs = json!({ "client_key_not_found": true, "http_statuses": { "RC_NOT_FOUND": 422 } });
    let merchant = local.control("POST", "merchants", &knobs);
    let unknown = local.caller_of(&json!({ "client_key": "x", "secret_key": merchant["secret_key"] }));
    refused(&unknown.get("receipt/nobody"), 401, "APP_CLIENT_KEY_NOT_FOUND");
    let caller = local.caller_of(&merchant);
    refused(&caller.get("receipt/nobody"), 422, "RC_NOT_FOUND");
    assert_eq!(local.requests()[1]["status"], 422);
    refused(&local.caller().get("receipt/nobody"), 404, "RC_NOT_FOUND");
    refused(&caller.confirm(""), 400, "EMULATOR_PARAMETER_MISSING");
    let wrong = json!({ "http_statuses": { "RC_NOT_FOUND": 200 } });
    refused(&local.try_control("POST", "merchants", &wrong), 400, "EMULATOR_CONTROL");
}
