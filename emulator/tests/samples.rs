//! The emulator answers as Bootpay was recorded to: the same fields, of the same types and forms.

#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::Path;

use common::Local;
use serde_json::{Value, json};

fn sample(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../tests/samples/{name}.json"));
    let sample: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    sample["body"].clone()
}

/// The type of each field, and the form of its text: of a date, and of a mask.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), shape(value))).collect(),
        Value::String(text) if text.contains("+09:00") => {
            text.replace(|letter: char| letter.is_ascii_digit(), "0").into()
        }
        Value::String(text) if text.contains('*') => text.replace(|letter: char| letter != '*', "x").into(),
        Value::String(text) if text.len() == 24 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) => "id".into(),
        Value::String(_) => "text".into(),
        Value::Number(_) => "number".into(),
        Value::Bool(_) => "flag".into(),
        other => other.clone(),
    }
}

fn same(name: &str, answered: &Value, recorded: &Value) {
    // Merchants' own values.
    let own = |body: &Value| {
        let mut body = body.clone();
        for name in ["metadata", "order_id", "subscription_id"] {
            if body.get(name).is_some() {
                body[name] = json!("own");
            }
        }
        if let Some(receipt) = body.get_mut("receipt_data") {
            receipt["order_id"] = json!("own");
        }
        shape(&body)
    };
    assert_eq!(own(answered), own(recorded), "{name}: {answered}");
}

/// A merchant's caller in test mode, whose buyers consent at once.
fn merchant(local: &Local) -> (common::Caller, String) {
    let settings = json!({ "mode": "test", "consent": "given", "company_name": "가맹점" });
    let merchant = local.control("POST", "merchants", &settings);
    (local.caller_of(&merchant), merchant["id"].as_str().unwrap().to_owned())
}

#[test]
fn receipts_of_cards_are_as_recorded() {
    let local = Local::start();
    let (caller, merchant) = merchant(&local);
    for (name, pg) in [("receipt-card-nice", "nicepay"), ("receipt-card-kcp", "kcp")] {
        let id = local.payment(&json!({ "merchant": merchant, "pg": pg, "state": "paid" }));
        let (status, receipt) = caller.call("GET", &format!("receipt/{id}"), &Value::Null);
        assert_eq!(status, 200);
        let recorded = sample(name);
        same(name, &receipt, &recorded);
        for field in ["pg", "method", "method_symbol", "method_origin", "status", "status_locale", "sandbox"] {
            assert_eq!(receipt[field], recorded[field], "{name} {field}");
        }
    }
}

#[test]
fn an_accounts_billing_key_is_as_recorded_at_every_step() {
    let local = Local::start();
    let (caller, _) = merchant(&local);
    for (price, published) in [(0, "publish-transfer"), (1000, "publish-transfer-charged")] {
        let mut request = json!({
            "pg": "nicepay", "order_name": "상품", "subscription_id": format!("s-{price}"), "username": "홍길동",
            "bank_name": "국민", "bank_account": "12345678901290", "identity_no": "861014", "phone": "01012345678",
        });
        if price > 0 {
            request["price"] = price.into();
        }
        let (status, asked) = caller.call("POST", "request/subscribe/automatic-transfer", &request);
        assert_eq!(status, 200, "{asked}");
        same("issue-transfer", &asked, &sample("issue-transfer"));
        let receipt = json!({ "receipt_id": asked["receipt_id"] });
        let (status, key) = caller.call("POST", "request/subscribe/automatic-transfer/publish", &receipt);
        assert_eq!(status, 200, "{key}");
        same(published, &key, &sample(published));
        let path = format!("billing_key/{}", key["billing_key"].as_str().unwrap());
        let (status, looked_up) = caller.call("GET", &path, &Value::Null);
        assert_eq!(status, 200, "{looked_up}");
        let recorded = sample("billing-key-account");
        same("billing-key-account", &looked_up, &recorded);
        for field in ["billing_data", "status", "version", "sandbox", "expire_at"] {
            assert_eq!(looked_up[field], recorded[field], "{field}");
        }
    }
}

#[test]
fn the_escrow_status_stands_beside_the_price() {
    let local = Local::start();
    let id = local.payment(&json!({ "escrow": true, "state": "paid" }));
    let caller = local.caller();
    let (_, receipt) = caller.call("GET", &format!("receipt/{id}"), &Value::Null);
    assert_eq!(
        (&receipt["escrow_status"], &receipt["escrow_status_locale"]),
        (&json!(0), &receipt["escrow_data"]["status_locale"])
    );
    assert!(receipt["escrow_status_locale"].is_string() && receipt["receipt_confirmed_at"].is_null());
}
