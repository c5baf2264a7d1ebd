//! Payments that start at the server: in a window, or on a virtual account of the merchant's.

mod common;

use common::{Local, receipt, refused};
use serde_json::{Value, json};

#[test]
fn a_window_is_asked_for() {
    let local = Local::start();
    let caller = local.caller();
    let body = json!({
        "pg": "kcp", "method": "card", "price": 1000, "tax_free": 100, "order_name": "tea", "order_id": "o-1",
        "metadata": { "cart": 7 }, "user": { "username": "kim" }, "extra": { "escrow": true }, "widget": 0,
    });
    let (status, answer) = caller.call("POST", "request/payment", &body);
    let id = answer["receipt_id"].as_str().unwrap();
    let gateway = format!("{}/gw", local.emulator.url());
    let wanted = json!({ "receipt_id": id, "gateway_url": gateway, "url": format!("{gateway}/payment/{id}") });
    assert_eq!((status, &answer), (200, &wanted));
    let read = caller.get(&format!("receipt/{id}?lookup_user_data=true"));
    let read = receipt(&read, 0);
    assert_eq!((&read["pg"], &read["method_symbol"]), (&json!("KCP"), &json!("card")));
    assert_eq!((&read["tax_free"], &read["metadata"]), (&json!(100), &json!({ "cart": 7 })));
    assert_eq!(read["user"]["username"], "kim");
    local.buyer(id, "pay");
    assert!(receipt(&caller.confirm(id), 1)["escrow_data"].is_object());
    assert_eq!(local.requests()[0]["findings"], json!([]));

    let with = |name: &str, value: Value| {
        let mut body = json!({ "price": 1000, "order_name": "tea", "order_id": "o-1" });
        body[name] = value;
        caller.call("POST", "request/payment", &body)
    };
    refused(&with("price", json!(99)), 400, "RC_PRICE_LEAST_LT");
    refused(&with("tax_free", json!(1001)), 400, "EMULATOR_PARAMETER_UNREADABLE");
    refused(&with("method", json!("barter")), 400, "EMULATOR_PARAMETER_UNREADABLE");
    refused(&with("wallet_id", json!("w")), 400, "EMULATOR_PARAMETER_MISSING");
    let unified = with("method", json!(["vbank", "card"]));
    let id = unified.1["receipt_id"].as_str().unwrap();
    assert_eq!(local.buyer(id, "pay")["status"], 5);
}

#[test]
fn a_virtual_account_of_the_merchants_own() {
    let local = Local::start();
    let caller = local.caller();
    let mut body = json!({
        "pg": "nicepay", "order_id": "v-1", "order_name": "tea", "price": 5000, "bank_code": "004",
        "bank_account": "79019012345678", "bank_username": "Shop", "extra": { "deposit_expiration": "2099-01-02 03:04:05" },
        "cash_receipt_type": "소득공제", "identity_no": "01012345678",
    });
    let issued = caller.call("POST", "request/virtual-account/bulk", &body);
    let issued = receipt(&issued, 5);
    let data = &issued["vbank_data"];
    assert_eq!((&data["bank_code"], &data["bank_name"]), (&json!("004"), &json!("국민")));
    assert_eq!((&data["bank_account"], &data["bank_username"]), (&json!("79019012345678"), &json!("Shop")));
    assert_eq!(data["expired_at"], "2099-01-02T03:04:05+09:00");
    assert!(data.get("cash_receipt_no").is_none() && issued.get("cash_receipt_data").is_none());

    let id = issued["receipt_id"].as_str().unwrap();
    let paid = local.buyer(id, "deposit");
    assert_eq!((&paid["status"], &paid["vbank_data"]["cash_receipt_type"]), (&json!(1), &json!("소득공제")));
    assert_eq!(paid["vbank_data"]["bank_account"], "79019012345678");
    assert!(paid["cash_receipt_data"]["cash_receipt_no"].is_string());
    refused(&caller.cancel(id, &json!({})), 400, "RC_CANCEL_SERVER_ERROR");
    let refund = json!({ "bank_account": "1", "bank_username": "kim", "bank_code": "004" });
    receipt(&caller.cancel(id, &json!({ "refund": refund })), 20);

    body.as_object_mut().unwrap().remove("extra");
    let late = caller.call("POST", "request/virtual-account/bulk", &body).1;
    local.advance(5 * 86_400);
    receipt(&caller.get(&format!("receipt/{}", late["receipt_id"].as_str().unwrap())), -10);
    for (name, value, code) in [
        ("price", json!(50), "RC_PRICE_LEAST_LT"),
        ("bank_code", json!("999"), "EMULATOR_PARAMETER_UNREADABLE"),
        ("identity_no", Value::Null, "EMULATOR_PARAMETER_MISSING"),
        ("bank_account", Value::Null, "EMULATOR_PARAMETER_MISSING"),
    ] {
        let mut wrong = body.clone();
        wrong[name] = value;
        refused(&caller.call("POST", "request/virtual-account/bulk", &wrong), 400, code);
    }
}
