//! A merchant's members: their user tokens, their wallets, and payments from them.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use common::{Answer, Caller, Local, receipt, refused};
use serde_json::{Value, json};

/// A caller with an access token: the endpoints of members refuse Basic.
fn bearer(local: &Local, merchant: &Value) -> Caller {
    let ask = json!({ "application_id": merchant["application_id"], "private_key": merchant["private_key"] });
    let (_, token) = local.caller_with(String::new()).call("POST", "request/token", &ask);
    local.caller_with(format!("Bearer {}", token["access_token"].as_str().unwrap()))
}

fn user_token(caller: &Caller) -> Answer {
    caller.call("POST", "request/user/token", &json!({ "user_id": "u-1", "gender": 1, "phone": "01012345678" }))
}

fn sdk(caller: &Caller, method: &str, path: &str, headers: &[(&str, &str)], body: &Value) -> Answer {
    let mut all = vec![
        ("authorization", caller.authorization.as_str()),
        ("content-type", "application/json"),
        ("accept", "application/json"),
        ("bootpay-api-version", "5.2.0"),
    ];
    all.extend_from_slice(headers);
    let body = if body.is_null() { String::new() } else { body.to_string() };
    caller.send(method, path, &all, &body)
}

fn pay(caller: &Caller, order_id: &str) -> Answer {
    let body = json!({
        "user_id": "u-1", "order_name": "Green tea", "order_id": order_id, "price": 3000, "sandbox": false,
    });
    caller.call("POST", "wallet/payment", &body)
}

#[test]
fn members_need_bearer_unless_the_merchant_says_otherwise() {
    let local = Local::start();
    for answer in
        [user_token(&local.caller()), local.caller().get("wallet?user_id=u&sandbox=false"), pay(&local.caller(), "o")]
    {
        refused(&answer, 401, "TOKEN_KEY_INVALID");
    }
    let lax = local.caller_of(&local.control("POST", "merchants", &json!({ "basic_for_users": true })));
    assert_eq!(lax.get("wallet?user_id=u&sandbox=false"), (200, json!([])));
    assert_eq!(user_token(&lax).0, 200);
}

#[test]
fn a_user_token_opens_the_wallets_of_its_member_for_an_hour() {
    let local = Local::start();
    local.control("POST", "clock", &json!({ "mode": "manual" }));
    let merchant = local.control("POST", "merchants", &json!({ "strict": true }));
    let caller = bearer(&local, &merchant);
    let wallet = json!({ "merchant": merchant["id"], "user_id": "u-1", "wallet_id": "a".repeat(24) });
    let wallet = local.control("POST", "wallets", &wallet);
    local.control("POST", "wallets", &json!({ "merchant": merchant["id"], "user_id": "u-2" }));
    let (_, token) = user_token(&caller);
    let token = token["user_token"].as_str().unwrap();
    let with = |token: &str| sdk(&caller, "GET", "sdk/easy/wallet", &[("bootpay-user-token", token)], &Value::Null);
    assert_eq!(with(token), (200, json!([wallet])));
    refused(&with("nobody"), 401, "TOKEN_KEY_INVALID");
    refused(&caller.get("sdk/easy/wallet"), 401, "TOKEN_KEY_INVALID");

    let password = local.control("POST", "password-tokens", &json!({ "merchant": merchant["id"], "user_id": "u-1" }));
    let check = |token: &str, password: &Value| {
        sdk(&caller, "POST", "sdk/password-token", &[("bootpay-user-token", token)], &json!({ "token": password }))
    };
    assert_eq!(check(token, &password["token"]), (200, json!({})));
    refused(&check(token, &json!("marker-secret")), 400, "EMULATOR_PASSWORD_TOKEN");
    let biometric = |headers: &[(&str, &str)]| {
        let body = json!({ "os": "ios", "token": password["token"] });
        sdk(&caller, "POST", "sdk/easy/biometric", headers, &body)
    };
    let device = ("bootpay-device-uuid", "marker-device");
    assert_eq!(biometric(&[("bootpay-user-token", token), device]), (200, json!({})));
    refused(&biometric(&[("bootpay-user-token", token)]), 400, "EMULATOR_PARAMETER_MISSING");
    let log = json!(local.requests()).to_string();
    assert!(!log.contains(token) && !log.contains("marker-"), "{log}");

    local.advance(1700);
    let caller = bearer(&local, &merchant);
    local.advance(1700);
    let caller_later = bearer(&local, &merchant);
    let at = |caller: &Caller| sdk(caller, "GET", "sdk/easy/wallet", &[("bootpay-user-token", token)], &Value::Null);
    assert_eq!(at(&caller).0, 200);
    local.advance(200);
    refused(&at(&caller_later), 401, "TOKEN_KEY_INVALID");
}

#[test]
fn wallets_are_tried_in_order_until_one_pays() {
    let local = Local::start();
    let caller = bearer(&local, &json!(local.emulator.merchant()));
    refused(&pay(&caller, "o-0"), 404, "RC_NOT_FOUND");
    let wallet = |new: Value| local.control("POST", "wallets", &new);
    let last = wallet(json!({ "user_id": "u-1", "order": 9 }));
    let poor = wallet(json!({ "user_id": "u-1", "order": 1, "charge_result": "refused" }));
    wallet(json!({ "user_id": "u-1", "order": 0, "sandbox": true }));
    assert_eq!(caller.get("wallet?user_id=u-1&sandbox=false"), (200, json!([poor, last])));

    let answer = pay(&caller, "o-1");
    let paid = receipt(&answer, 1);
    assert_eq!(paid["wallet_data"]["success"]["wallet_id"], last["wallet_id"]);
    assert!(paid["wallet_data"]["success"]["latest_purchased_at"].is_string());
    assert_eq!(paid["wallet_data"]["failure"], json!([poor]));
    let id = paid["receipt_id"].as_str().unwrap();
    receipt(&caller.get(&format!("receipt/{id}")), 1);
    receipt(&caller.cancel(id, &json!({})), 20);

    // A lost result must not charge the next wallet.
    wallet(json!({ "user_id": "u-1", "order": 2, "charge_result": "critical_done" }));
    refused(&pay(&caller, "o-2"), 500, "RC_CONFIRM_CRITICAL_FAILED");
    assert_eq!(caller.get("lookup/order/o-2").1.as_array().unwrap().len(), 1);
}

#[test]
fn no_wallet_pays() {
    let local = Local::start();
    let caller = bearer(&local, &json!(local.emulator.merchant()));
    local.control("POST", "wallets", &json!({ "user_id": "u-1", "charge_result": "refused" }));
    local.control("POST", "wallets", &json!({ "user_id": "u-1", "expires_at": "2020-01-01T00:00:00+09:00" }));
    refused(&pay(&caller, "o-1"), 400, "RC_CONFIRM_FAILED");
    assert_eq!(caller.get("lookup/order/o-1").1[0]["status"], -2);
}

#[test]
fn service_wallets_are_what_the_merchant_says() {
    let local = Local::start();
    assert_eq!(local.caller().get("seller/service/wallet"), (200, json!([])));
    let wallets = json!([{ "wallet_id": "w-1" }]);
    let other = local.control("POST", "merchants", &json!({ "service_wallets": wallets }));
    assert_eq!(local.caller_of(&other).get("seller/service/wallet"), (200, wallets));
}
