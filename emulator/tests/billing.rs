//! Billing keys: issued over REST by card or account, looked up, charged and deleted.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use common::{Answer, Caller, Local, receipt, refused};
use serde_json::{Value, json};

fn card(caller: &Caller, number: &str, change: &Value) -> Answer {
    let mut body = json!({
        "pg": "nicepay", "order_name": "Monthly plan", "subscription_id": "sub-1", "card_no": number,
        "card_pw": "12", "card_identity_no": "900101", "card_expire_year": "60", "card_expire_month": "02",
    });
    for (name, value) in change.as_object().unwrap() {
        body[name] = value.clone();
    }
    caller.call("POST", "request/subscribe", &body)
}

fn account(caller: &Caller, number: &str, price: u32) -> Answer {
    let body = json!({
        "pg": "나이스페이먼츠", "order_name": "Monthly plan", "subscription_id": "sub-1", "username": "홍길동",
        "bank_name": "국민", "bank_account": number, "identity_no": "900101", "phone": "01012345678",
        "price": price,
    });
    caller.call("POST", "request/subscribe/automatic-transfer", &body)
}

fn publish(caller: &Caller, receipt_id: &Value) -> Answer {
    caller.call("POST", "request/subscribe/automatic-transfer/publish", &json!({ "receipt_id": receipt_id }))
}

fn pay(caller: &Caller, billing_key: &Value, order_id: &str, change: &Value) -> Answer {
    let mut body = json!({
        "billing_key": billing_key, "order_name": "October", "order_id": order_id, "price": 50_000,
    });
    for (name, value) in change.as_object().unwrap() {
        body[name] = value.clone();
    }
    caller.call("POST", "subscribe/payment", &body)
}

fn strict_caller(local: &Local, knobs: &Value) -> Caller {
    let mut merchant = knobs.clone();
    merchant["strict"] = true.into();
    local.caller_of(&local.control("POST", "merchants", &merchant))
}

#[test]
fn a_card_becomes_a_key_that_is_looked_up_charged_cancelled_and_deleted() {
    let local = Local::start();
    let caller = strict_caller(&local, &json!({}));
    let issued = card(&caller, "5570123412341074", &json!({ "metadata": { "cart": "7" }, "user": { "id": "u-1" } }));
    let key = receipt(&issued, 11);
    assert_eq!(key["status_locale"], "빌링키발급완료");
    assert_eq!((&key["method"], &key["method_symbol"]), (&json!("카드자동"), &json!("card_rebill_rest")));
    assert_eq!((&key["subscription_id"], &key["metadata"]), (&json!("sub-1"), &json!({ "cart": "7" })));
    assert_eq!(key["billing_data"]["card_no"], "55701234****1074");
    assert_eq!(key["billing_expire_at"], "2060-02-29T23:59:59+09:00");
    assert!(key.get("receipt_data").is_none(), "{key}");

    let (receipt_id, id) = (key["receipt_id"].as_str().unwrap(), key["billing_key"].as_str().unwrap());
    let by_receipt = format!("subscribe/billing_key/{receipt_id}");
    assert_eq!(caller.get(&by_receipt).1, *key);
    let looked_up = caller.get(&format!("billing_key/{id}.json"));
    let looked_up = receipt(&looked_up, 1);
    assert_eq!((&looked_up["expire_at"], &looked_up["sandbox"]), (&key["billing_expire_at"], &json!(0)));
    assert_eq!((&looked_up["billing_data"], looked_up.get("receipt_id")), (&key["billing_data"], None));
    let sequential = |query: &str| caller.get(&format!("subscribe/sequential_billing_key/{id}?{query}"));
    assert_eq!(sequential("widget_key=w&user_id=u-1").1, *key);
    refused(&sequential("widget_key=w&user_id=u-2"), 404, "RC_NOT_FOUND");
    refused(&sequential("widget_key=w"), 400, "EMULATOR_PARAMETER_MISSING");
    assert_eq!(receipt(&caller.get(&format!("receipt/{receipt_id}")), 11)["order_id"], "sub-1");

    let charged = pay(&caller, &key["billing_key"], "o-1", &json!({ "card_quota": "03", "tax_free": 1000 }));
    let paid = receipt(&charged, 1);
    assert_eq!((&paid["method_symbol"], &paid["method_origin_symbol"]), (&json!("card"), &json!("card_rebill_rest")));
    assert_eq!(paid["card_data"]["card_no"], "55701234****1074");
    assert_eq!((&paid["card_data"]["card_quota"], &paid["tax_free"]), (&json!("03"), &json!(1000)));
    let paid_id = paid["receipt_id"].as_str().unwrap();
    assert_eq!(caller.get("lookup/order/o-1").1[0]["receipt_id"], paid_id);
    receipt(&caller.cancel(paid_id, &json!({})), 20);
    refused(&caller.get(&format!("subscribe/billing_key/{paid_id}")), 400, "RC_NOT_SUBSCRIBE");
    refused(&caller.get("subscribe/billing_key/ffffffffffffffffffffffff"), 404, "RC_NOT_FOUND");

    let delete = || caller.call("DELETE", &format!("subscribe/billing_key/{id}"), &Value::Null);
    assert_eq!(delete(), (200, json!({ "billing_key": id })));
    for answer in [delete(), caller.get(&format!("billing_key/{id}")), pay(&caller, &json!(id), "o-2", &json!({}))] {
        refused(&answer, 400, "SUBSCRIBE_BK_EXPIRED");
    }
    receipt(&caller.get(&by_receipt), -11);
}

#[test]
fn a_key_is_its_merchants_own() {
    let local = Local::start();
    let (ours, theirs) = (local.caller(), strict_caller(&local, &json!({})));
    let (_, key) = card(&ours, "5570123412341074", &json!({}));
    let (receipt_id, id) = (key["receipt_id"].as_str().unwrap(), key["billing_key"].as_str().unwrap());
    refused(&theirs.get(&format!("billing_key/{id}")), 400, "SUBSCRIBE_BK_EXPIRED");
    refused(&theirs.get(&format!("subscribe/billing_key/{receipt_id}")), 404, "RC_NOT_FOUND");
    refused(&theirs.get(&format!("receipt/{receipt_id}")), 404, "RC_NOT_FOUND");
    refused(&pay(&theirs, &json!(id), "o-1", &json!({})), 400, "SUBSCRIBE_BK_EXPIRED");
    refused(&publish(&theirs, &account(&ours, "1101", 0).1["receipt_id"]), 400, "SUBSCRIBE_PUBLISH_NOT_READY");
}

#[test]
fn a_card_is_refused_by_its_number_or_its_month() {
    let local = Local::start();
    let caller = local.caller();
    let good = "5570123412341074";
    for month in ["00", "13", "1", "ab"] {
        refused(&card(&caller, good, &json!({ "card_expire_month": month })), 400, "RC_INVALID_EXP_MONTH");
    }
    for (number, change) in [
        ("5570123412340002", json!({})),
        ("557012", json!({})),
        (good, json!({ "card_expire_year": "20" })),
        (good, json!({ "card_pw": "1234" })),
        (good, json!({ "pg": "danal" })),
        (good, json!({ "pg": "payapp" })),
    ] {
        let message = refused(&card(&caller, number, &change), 400, "SUBSCRIBE_REQUEST_FAILED");
        assert!(!message.contains("5570"), "{message}");
    }
    refused(&card(&caller, good, &json!({ "price": 99 })), 400, "RC_PRICE_LEAST_LT");
    refused(&card(&caller, good, &json!({ "card_pw": "" })), 400, "EMULATOR_PARAMETER_MISSING");
}

#[test]
fn a_charge_is_refused_or_left_unknown_by_the_cards_number() {
    let local = Local::start();
    let caller = local.caller();
    let key = |number: &str| card(&caller, number, &json!({})).1["billing_key"].clone();
    refused(&pay(&caller, &key("5570123412340003"), "o-3", &json!({})), 400, "SUBSCRIBE_BK_EXPIRED");
    refused(&pay(&caller, &key("5570123412340004"), "o-4", &json!({})), 400, "RC_CONFIRM_FAILED");
    assert_eq!(caller.get("lookup/order/o-4").1[0]["status"], -2);
    refused(&pay(&caller, &key("5570123412340005"), "o-5", &json!({})), 500, "RC_CONFIRM_CRITICAL_FAILED");
    refused(&caller.get("lookup/order/o-5"), 404, "RC_NOT_FOUND");
    refused(&pay(&caller, &key("5570123412340006"), "o-6", &json!({})), 500, "RC_CONFIRM_CRITICAL_FAILED");
    assert_eq!(caller.get("lookup/order/o-6").1[0]["status"], 1);

    let good = key("5570123412341074");
    refused(&pay(&caller, &good, "o-7", &json!({ "price": 99 })), 400, "RC_PRICE_LEAST_LT");
    refused(&pay(&caller, &good, "o-7", &json!({ "card_quota": "1" })), 400, "RC_CONFIRM_FAILED");
    refused(&pay(&caller, &good, "o-7", &json!({ "card_quota": "03", "price": 49_999 })), 400, "RC_CONFIRM_FAILED");
    refused(&pay(&caller, &good, "o-7", &json!({ "tax_free": 50_001 })), 400, "EMULATOR_PARAMETER_UNREADABLE");
    receipt(&pay(&caller, &good, "o-7", &json!({})), 1);
    refused(&pay(&caller, &good, "o-7", &json!({})), 400, "EMULATOR_DUPLICATE_ORDER_ID");
    assert_eq!(caller.get("lookup/order/o-7").1.as_array().unwrap().len(), 1);

    let lax = strict_caller(&local, &json!({ "repeated_order_ids": true }));
    let (_, good) = card(&lax, "5570123412341074", &json!({}));
    for _ in 0..2 {
        receipt(&pay(&lax, &good["billing_key"], "o-7", &json!({})), 1);
    }
    // A key expires with its card.
    local.control("POST", "clock", &json!({ "advance_seconds": 40 * 366 * 24 * 3600 }));
    refused(&pay(&lax, &good["billing_key"], "o-8", &json!({})), 400, "SUBSCRIBE_BK_EXPIRED");
}

#[test]
fn an_account_becomes_a_key_after_consent() {
    let local = Local::start();
    let caller = strict_caller(&local, &json!({}));
    let (_, requested) = account(&caller, "11012345671234", 1000);
    assert_eq!(receipt(&(200, requested.clone()), 41)["status_locale"], "자동결제빌링키발급이전");
    assert_eq!((&requested["order_id"], &requested["price"]), (&json!("sub-1"), &json!(1000)));
    assert_eq!(
        (&requested["method"], &requested["method_symbol"]),
        (&json!("계좌자동이체"), &json!("automatic_transfer_rest"))
    );
    let id = requested["receipt_id"].as_str().unwrap();
    assert_eq!(caller.get(&format!("receipt/{id}")).1, requested);
    let pending = caller.get(&format!("subscribe/billing_key/{id}"));
    assert!(receipt(&pending, 41).get("billing_key").is_none());

    refused(&publish(&caller, &requested["receipt_id"]), 400, "SUBSCRIBE_REQUEST_FAILED");
    local.control("POST", &format!("billing-keys/{id}/buyer"), &json!({ "action": "consent" }));
    let published = publish(&caller, &requested["receipt_id"]);
    let key = receipt(&published, 11);
    assert_eq!(
        key["billing_data"],
        json!({ "bank_name": "국민", "bank_code": "004", "bank_account": "0000000000000000", "username": "홍길*" })
    );
    assert_eq!(key["billing_expire_at"], "2099-12-31T23:59:59+09:00");
    let first = &key["receipt_data"];
    assert_eq!((&first["price"], &first["status"], &first["method_symbol"]), (&json!(1000), &json!(1), &json!("bank")));
    assert_eq!(first["bank_data"]["bank_username"], "홍길*");
    let first = first["receipt_id"].as_str().unwrap();
    assert_ne!(first, id);
    receipt(&caller.get(&format!("receipt/{first}")), 1);
    refused(&publish(&caller, &requested["receipt_id"]), 400, "SUBSCRIBE_PUBLISH_NOT_READY");
    refused(&publish(&caller, &json!("nothing")), 400, "SUBSCRIBE_PUBLISH_NOT_READY");

    refused(&account(&caller, "11012345670002", 0), 400, "SUBSCRIBE_AT_LOOKUP_USER_FAILED");
    refused(&account(&caller, "11012345671234", 99), 400, "RC_PRICE_LEAST_LT");
}

#[test]
fn consent_and_the_published_status_follow_the_merchant() {
    let local = Local::start();
    let caller = strict_caller(&local, &json!({ "consent": "given", "published_status": 1 }));
    let (_, requested) = account(&caller, "11012345671234", 0);
    let path = format!("request/subscribe/automatic-transfer/{}", requested["receipt_id"].as_str().unwrap());
    let key = caller.call("PUT", &path, &Value::Null);
    assert!(receipt(&key, 1)["billing_key"].is_string());

    // A refused first charge leaves no key.
    let (_, requested) = account(&caller, "11012345670004", 1000);
    refused(&publish(&caller, &requested["receipt_id"]), 400, "RC_CONFIRM_FAILED");
    refused(&publish(&caller, &requested["receipt_id"]), 400, "SUBSCRIBE_PUBLISH_NOT_READY");
}

#[test]
fn a_card_may_wait_for_its_buyer() {
    let local = Local::start();
    let caller = strict_caller(&local, &json!({}));
    let waiting = card(&caller, "5570123412340007", &json!({}));
    assert!(receipt(&waiting, 41).get("billing_key").is_none());
    let id = waiting.1["receipt_id"].as_str().unwrap();
    let go_on = || caller.call("PUT", &format!("request/subscribe/{id}"), &Value::Null);
    refused(&go_on(), 400, "SUBSCRIBE_REQUEST_FAILED");
    local.control("POST", &format!("billing-keys/{id}/buyer"), &json!({ "action": "consent" }));
    receipt(&go_on(), 11);
    refused(&go_on(), 400, "SUBSCRIBE_PUBLISH_NOT_READY");
}

#[test]
fn a_first_charge_decides_over_the_key() {
    let local = Local::start();
    let caller = local.caller();
    let first = |number: &str, subscription: &str| {
        card(&caller, number, &json!({ "price": 9900, "subscription_id": subscription }))
    };
    let issued = first("5570123412341074", "s-1");
    assert_eq!(receipt(&issued, 11)["receipt_data"]["order_id"], "s-1");
    refused(&first("5570123412340004", "s-4"), 400, "RC_CONFIRM_FAILED");
    assert_eq!(caller.get("lookup/order/s-4").1[0]["status"], -2);
    refused(&first("5570123412340006", "s-6"), 500, "RC_CONFIRM_CRITICAL_FAILED");
    assert_eq!(caller.get("lookup/order/s-6").1[0]["status"], 1);
    refused(&first("5570123412341074", "s-1"), 400, "EMULATOR_DUPLICATE_ORDER_ID");
}

#[test]
fn the_controls_make_keys_of_every_state() {
    let local = Local::start();
    let caller = local.caller();
    let (receipt_id, id) = ("a".repeat(24), "b".repeat(24));
    let made = local.control(
        "POST",
        "billing-keys",
        &json!({ "receipt_id": receipt_id, "billing_key": id, "charge_result": "refused", "user_id": "u",
                 "widget_key": "w" }),
    );
    assert_eq!((&made["billing_key"], &made["method_symbol"]), (&json!(id), &json!("card_rebill")));
    assert_eq!(caller.get(&format!("subscribe/billing_key/{receipt_id}")).1, made);
    refused(&pay(&caller, &json!(id), "o-1", &json!({})), 400, "RC_CONFIRM_FAILED");
    let sequential = |query: &str| caller.get(&format!("subscribe/sequential_billing_key/{id}?{query}"));
    assert_eq!(sequential("widget_key=w&user_id=u").1, made);
    refused(&sequential("widget_key=v&user_id=u"), 404, "RC_NOT_FOUND");
    for (state, status) in [("expired", 11), ("revoked", -11)] {
        let made = local.control("POST", "billing-keys", &json!({ "state": state }));
        assert_eq!(made["status"], status);
        refused(&pay(&caller, &made["billing_key"], "o-2", &json!({})), 400, "SUBSCRIBE_BK_EXPIRED");
    }
    for wrong in [json!({ "billing_key": id }), json!({ "receipt_id": "short" }), json!({ "color": 1 })] {
        refused(&local.try_control("POST", "billing-keys", &wrong), 400, "EMULATOR_CONTROL");
    }

    // A key pays the receipt of a window.
    let key = local.control("POST", "billing-keys", &json!({}));
    let window = local.payment(&json!({ "order_id": "o-9" }));
    let easy = || {
        let body = json!({ "receipt_id": window, "billing_key": key["billing_key"] });
        caller.call("POST", "subscribe/easy", &body)
    };
    assert_eq!(receipt(&easy(), 1)["order_id"], "o-9");
    refused(&easy(), 400, "RC_NOT_CONFIRM_READY");
}

#[test]
fn the_log_withholds_cards_and_people() {
    let local = Local::start();
    let caller = local.caller();
    let secrets = json!({
        "card_no": "5570123499991074", "card_pw": "97", "card_identity_no": "910203", "card_expire_year": "61",
        "card_expire_month": "11",
    });
    receipt(&card(&caller, "", &secrets), 11);
    let mut asked = secrets.clone();
    asked["card_no"] = json!(["5570123499991074"]);
    let message = refused(&card(&caller, "", &asked), 400, "EMULATOR_PARAMETER_UNREADABLE");
    assert!(!message.contains("55701234"), "{message}");
    account(&caller, "11012345671234", 0);
    let log = local.requests();
    for name in secrets.as_object().unwrap().keys() {
        assert_eq!(log[0]["body"][name], "…", "{name}");
    }
    assert_eq!(log[2]["body"]["identity_no"], "…");
    assert_eq!(log[2]["body"]["bank_account"], "11012345671234");
}

#[test]
fn a_subscription_id_with_a_first_charge_is_new_unless_the_merchant_repeats_them() {
    let local = Local::start();
    for (repeated, status) in [(false, 400), (true, 200)] {
        let caller = strict_caller(&local, &json!({ "repeated_subscription_ids": repeated }));
        assert_eq!(card(&caller, "5570123412341074", &json!({ "price": 1000 })).0, 200);
        assert_eq!(card(&caller, "5570123412341074", &json!({ "price": 1000 })).0, status);
        assert_eq!(card(&caller, "5570123412341074", &json!({})).0, 200);
    }
}
