//! The life of a payment.

mod common;

use std::sync::Barrier;

use common::{Local, receipt, refused};
use serde_json::{Value, json};

#[test]
fn a_confirm_repeated_within_its_grace_gets_the_same_response() {
    let local = Local::start();
    let caller = local.caller();
    local.control("POST", "clock", &json!({ "mode": "manual" }));
    let extra = json!({ "separately_confirmed": true, "confirm_grace_seconds": 10 });
    let body = json!({ "price": 1000, "order_name": "tea", "order_id": "o-1", "extra": extra });
    let asked = caller.call("POST", "request/payment", &body).1;
    let id = asked["receipt_id"].as_str().unwrap().to_owned();
    refused(&caller.confirm(&id), 400, "RC_NOT_CONFIRM_READY");
    local.buyer(&id, "pay");
    local.advance(60);
    let first = caller.confirm(&id);
    receipt(&first, 1);
    for _ in 0..2 {
        local.advance(5);
        assert_eq!(caller.confirm(&id), first);
    }
    local.advance(1);
    let message = refused(&caller.confirm(&id), 400, "RC_NOT_CONFIRM_READY");
    assert!(message.contains("status is 1"), "{message}");

    let made = |rest: &Value| {
        let mut payment = rest.clone();
        payment["confirm_grace_seconds"] = json!(10);
        local.payment(&payment)
    };
    // A lost result was approved all the same, and the next confirm shows it.
    let lost = made(&json!({ "confirm_result": "critical_done" }));
    refused(&caller.confirm(&lost), 500, "RC_CONFIRM_CRITICAL_FAILED");
    receipt(&caller.confirm(&lost), 1);
    let account = made(&json!({ "method": "vbank" }));
    let issued = caller.confirm(&account);
    receipt(&issued, 5);
    assert_eq!(caller.confirm(&account), issued);
    // Only an approval is repeated.
    let declined = made(&json!({ "confirm_result": "refused" }));
    refused(&caller.confirm(&declined), 400, "RC_CONFIRM_FAILED");
    refused(&caller.confirm(&declined), 400, "RC_NOT_CONFIRM_READY");
    let refunded = made(&json!({}));
    caller.confirm(&refunded);
    caller.cancel(&refunded, &json!({ "cancel_price": 400 }));
    refused(&caller.confirm(&refunded), 400, "RC_NOT_CONFIRM_READY");
    let mut wrong = body.clone();
    wrong["extra"]["confirm_grace_seconds"] = json!(-1);
    refused(&caller.call("POST", "request/payment", &wrong), 400, "EMULATOR_PARAMETER_UNREADABLE");
}

#[test]
fn from_window_to_refund() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({
        "order_id": "o-1", "price": 15000, "tax_free": 3000, "state": "ready",
        "metadata": { "cart": "77" }, "user": { "username": "kim" },
    }));
    assert_eq!(id.len(), 24);
    refused(&caller.confirm(&id), 400, "RC_NOT_CONFIRM_READY");
    assert_eq!(local.buyer(&id, "pay")["status"], 2);

    let waiting = caller.get(&format!("receipt/{id}"));
    let waiting = receipt(&waiting, 2);
    for absent in ["card_data", "purchased_at", "cancelled_at", "receipt_url", "user", "escrow_data"] {
        assert!(waiting.get(absent).is_none(), "{absent}");
    }
    let message = refused(&caller.cancel(&id, &json!({})), 400, "RC_CANCEL_SERVER_ERROR");
    assert!(message.contains("status is 2"), "{message}");

    let paid = caller.confirm(&id);
    let paid = receipt(&paid, 1);
    assert_eq!(paid["pg"], "나이스페이먼츠");
    assert_eq!((&paid["method"], &paid["method_symbol"]), (&json!("카드"), &json!("card")));
    assert_eq!((&paid["price"], &paid["tax_free"]), (&json!(15000), &json!(3000)));
    assert_eq!(paid["metadata"], json!({ "cart": "77" }));
    assert_eq!(paid["sandbox"], false);
    assert_eq!(paid["card_data"]["point"].to_string(), "0.0");
    let date = paid["purchased_at"].as_str().unwrap();
    assert!(date.len() == 25 && date.ends_with("+09:00"), "{date}");
    refused(&caller.confirm(&id), 400, "RC_NOT_CONFIRM_READY");

    let part = caller.cancel(&id, &json!({ "cancel_price": 5000, "cancel_tax_free": 1000, "cancel_id": "1" }));
    let part = receipt(&part, 20);
    assert_eq!((&part["cancelled_price"], &part["cancelled_tax_free"]), (&json!(5000), &json!(1000)));
    assert!(part["cancelled_at"].is_string());
    refused(
        &caller.cancel(&id, &json!({ "cancel_price": 5000, "cancel_id": "1" })),
        400,
        "EMULATOR_DUPLICATE_CANCEL_ID",
    );
    let message = refused(&caller.cancel(&id, &json!({ "cancel_price": 10001 })), 400, "RC_CANCEL_SERVER_ERROR");
    assert!(message.contains("10,000 KRW of 15,000 KRW"), "{message}");

    let all = caller.cancel(&id, &json!({ "cancel_id": "2" }));
    let all = receipt(&all, 20);
    assert_eq!((&all["cancelled_price"], &all["cancelled_tax_free"]), (&json!(15000), &json!(3000)));
    refused(&caller.cancel(&id, &json!({})), 400, "RC_ALREADY_CANCELLED");
    refused(&caller.cancel(&id, &json!({ "cancel_price": 1 })), 400, "RC_ALREADY_CANCELLED");

    let (_, with_user) = caller.get(&format!("receipt/{id}?lookup_user_data=true"));
    assert_eq!(with_user["user"], json!({ "username": "kim" }));
    let (_, found) = caller.get("lookup/order/o%2D1.json");
    assert_eq!(found.as_array().map(Vec::len), Some(1));
    assert_eq!(found[0]["receipt_id"], Value::from(id));
    refused(&caller.get("lookup/order/o-2"), 404, "RC_NOT_FOUND");
}

#[test]
fn a_cancel_reads_numbers_leniently_and_never_a_part_as_the_whole() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({ "price": 9000, "state": "paid" }));
    for (price, total) in [(json!(1000), 1000), (json!(1000.0), 2000), (json!("1000"), 3000)] {
        let answer = caller.cancel(&id, &json!({ "cancel_price": price }));
        assert_eq!(receipt(&answer, 20)["cancelled_price"], total);
    }
    for price in [json!(0), json!(-1), json!(0.5), json!("abc"), json!([]), json!({}), json!(true)] {
        refused(&caller.cancel(&id, &json!({ "cancel_price": price })), 400, "RC_CANCEL_SERVER_ERROR");
    }
    let too_tax_free = json!({ "cancel_price": 1000, "cancel_tax_free": 1 });
    refused(&caller.cancel(&id, &too_tax_free), 400, "RC_CANCEL_SERVER_ERROR");
    let answer = caller.cancel(&id, &json!({ "cancel_price": null, "cancel_id": "", "refund": null }));
    assert_eq!(receipt(&answer, 20)["cancelled_price"], 9000);
}

#[test]
fn two_cancels_at_once_refund_no_more_than_was_paid() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({ "price": 1000, "state": "paid" }));
    let barrier = Barrier::new(8);
    let answers: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| {
                let (caller, id, barrier) = (caller.clone(), &id, &barrier);
                scope.spawn(move || {
                    barrier.wait();
                    caller.cancel(id, &json!({ "cancel_price": 400 }))
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(answers.iter().filter(|(status, _)| *status == 200).count(), 2);
    let (_, left) = caller.get(&format!("receipt/{id}"));
    assert_eq!(left["cancelled_price"], 800);
}

#[test]
fn status_after_a_partial_cancel_is_a_setting() {
    let local = Local::start();
    let merchant = local.control("POST", "merchants", &json!({ "partial_cancel_status": 1, "mode": "test" }));
    let caller = local.caller_of(&merchant);
    let id = local.payment(&json!({ "merchant": merchant["id"], "price": 3000, "state": "paid" }));
    let part = caller.cancel(&id, &json!({ "cancel_price": 1000 }));
    assert_eq!(receipt(&part, 1)["sandbox"], true);
    receipt(&caller.cancel(&id, &json!({})), 20);
    let (status, _) = local.try_control("POST", "merchants", &json!({ "partial_cancel_status": 7 }));
    assert_eq!(status, 400);
}

#[test]
fn time_runs_out() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({}));
    local.advance(1700);
    receipt(&caller.get(&format!("receipt/{id}")), 2);
    local.advance(100);
    let message = refused(&caller.confirm(&id), 400, "RC_NOT_CONFIRM_READY");
    assert!(message.contains("expired"), "{message}");
    receipt(&caller.get(&format!("receipt/{id}")), -10);
}

#[test]
fn a_virtual_account_is_issued_filled_and_refunded() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({ "method": "vbank", "state": "ready", "price": 5000 }));
    let issued = local.buyer(&id, "pay");
    assert_eq!((&issued["status"], issued.get("purchased_at")), (&json!(5), None));
    assert!(issued["vbank_data"]["expired_at"].as_str().unwrap().ends_with("T23:59:59+09:00"));
    refused(&caller.cancel(&id, &json!({})), 400, "RC_CANCEL_SERVER_ERROR");
    assert_eq!(local.buyer(&id, "deposit")["status"], 1);
    let message = refused(
        &caller.cancel(&id, &json!({ "refund": { "bank_account": "", "bank_code": "004" } })),
        400,
        "RC_CANCEL_SERVER_ERROR",
    );
    assert!(message.contains("refund.bank_account, refund.bank_username missing"), "{message}");
    let refund = json!({ "bank_account": "1", "bank_username": "kim", "bank_code": "004" });
    receipt(&caller.cancel(&id, &json!({ "refund": refund })), 20);

    let late = local.payment(&json!({ "state": "vbank_issued" }));
    local.advance(5 * 86_400);
    receipt(&caller.get(&format!("receipt/{late}")), -10);
    let (status, _) = local.try_control("POST", "payments", &json!({ "state": "vbank_issued", "method": "card" }));
    assert_eq!(status, 400);
}

#[test]
fn a_phone_payment_is_cancelled_in_its_month_only() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({ "method": "phone", "state": "paid", "price": 2000 }));
    local.advance(32 * 86_400);
    let message = refused(&caller.cancel(&id, &json!({})), 400, "RC_CANCEL_SERVER_ERROR");
    assert!(message.contains("only in that month"), "{message}");
}

#[test]
fn the_pg_may_refuse_or_fall_silent() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({ "confirm_result": "refused" }));
    refused(&caller.confirm(&id), 400, "RC_CONFIRM_FAILED");
    receipt(&caller.get(&format!("receipt/{id}")), -2);
    let id = local.payment(&json!({ "confirm_result": "critical" }));
    refused(&caller.confirm(&id), 500, "RC_CONFIRM_CRITICAL_FAILED");
    receipt(&caller.get(&format!("receipt/{id}")), 2);
    for (result, status, code) in
        [("refused", 400, "RC_CANCEL_SERVER_ERROR"), ("critical", 500, "RC_CANCEL_CRITICAL_ERROR")]
    {
        let id = local.payment(&json!({ "state": "paid", "cancel_result": result }));
        refused(&caller.cancel(&id, &json!({ "cancel_id": "1" })), status, code);
        receipt(&caller.get(&format!("receipt/{id}")), 1);
    }
}

#[test]
fn what_the_pg_left_unanswered_may_have_happened() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({ "confirm_result": "critical_done", "cancel_result": "critical_done" }));
    let path = format!("receipt/{id}");
    refused(&caller.confirm(&id), 500, "RC_CONFIRM_CRITICAL_FAILED");
    receipt(&caller.get(&path), 1);
    refused(&caller.cancel(&id, &json!({ "cancel_id": "c-1" })), 500, "RC_CANCEL_CRITICAL_ERROR");
    receipt(&caller.get(&path), 20);
    refused(&caller.cancel(&id, &json!({ "cancel_id": "c-1" })), 400, "EMULATOR_DUPLICATE_CANCEL_ID");
}

#[test]
fn a_merchant_may_let_a_cancel_id_cancel_again() {
    let local = Local::start();
    let merchant = local.control("POST", "merchants", &json!({ "repeated_cancel_ids": true }));
    let caller = local.caller_of(&merchant);
    let id = local.payment(&json!({ "merchant": merchant["id"], "price": 1000, "state": "paid" }));
    for cancelled in [400, 800] {
        let part = caller.cancel(&id, &json!({ "cancel_price": 400, "cancel_id": "1" }));
        assert_eq!(receipt(&part, 20)["cancelled_price"], cancelled);
    }
    refused(&caller.cancel(&id, &json!({ "cancel_price": 400, "cancel_id": "1" })), 400, "RC_CANCEL_SERVER_ERROR");
}

#[test]
fn every_method_pg_and_state_makes_a_receipt() {
    let local = Local::start();
    let kinds = [
        ("card", "card_data"),
        ("bank", "bank_data"),
        ("vbank", "vbank_data"),
        ("phone", "phone_data"),
        ("naverpay", "naver_point_data"),
        ("npay", "naver_point_data"),
        ("kakao", "kakao_money_data"),
        ("payco", "payco_point_data"),
        ("toss", "toss_point_data"),
        ("카드", "card_data"),
    ];
    for (method, key) in kinds {
        let paid = local.control("POST", "payments", &json!({ "method": method, "state": "paid" }));
        assert!(paid[key]["tid"].is_string(), "{paid}");
        let others = paid.as_object().unwrap().keys().filter(|name| name.ends_with("_data"));
        assert_eq!(others.count(), 1, "{paid}");
    }
    let automatic = local.control("POST", "payments", &json!({ "method": "card_rebill_rest", "state": "paid" }));
    assert_eq!(automatic["method_symbol"], "card");
    assert_eq!(
        (&automatic["method_origin"], &automatic["method_origin_symbol"]),
        (&json!("카드자동"), &json!("card_rebill_rest"))
    );
    let payapp = local.control("POST", "payments", &json!({ "pg": "페이앱" }));
    assert_eq!((&payapp["pg"], &payapp["status"]), (&json!("페이앱"), &json!(1)));
    for (state, status) in [
        ("ready", 0),
        ("waiting_confirm", 2),
        ("paid", 1),
        ("vbank_issued", 5),
        ("cancelled", 20),
        ("failed", -2),
        ("expired", -10),
    ] {
        assert_eq!(local.control("POST", "payments", &json!({ "state": state }))["status"], status);
    }
    let escrow = local.control("POST", "payments", &json!({ "state": "paid", "escrow": true }));
    assert_eq!(escrow["escrow_data"]["status"], 0);
    let dollars = json!({ "state": "paid", "currency": "USD", "price": 12.5 });
    assert_eq!(local.control("POST", "payments", &dollars)["price"], 12.5);
    for wrong in [json!({ "method": "barter" }), json!({ "pg": "x" }), json!({ "prize": 1 }), json!({ "price": 0.5 })] {
        refused(&local.try_control("POST", "payments", &wrong), 400, "EMULATOR_CONTROL");
    }
    let id = local.payment(&json!({ "state": "paid" }));
    let deposit = local.try_control("POST", &format!("payments/{id}/buyer"), &json!({ "action": "deposit" }));
    refused(&deposit, 400, "EMULATOR_CONTROL");
    let nobody = local.try_control("POST", "payments/x/buyer", &json!({ "action": "pay" }));
    refused(&nobody, 404, "EMULATOR_NOT_FOUND");
}

#[test]
fn a_payment_may_be_tampered_with() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({
        "price": 15000, "approve_price": 100,
        "receipt_overrides": { "status_locale": "?", "card_data": { "point": 7 }, "new_field": null },
    }));
    let answer = caller.confirm(&id);
    let paid = receipt(&answer, 1);
    assert_eq!(paid["price"], 100);
    assert_eq!((&paid["status_locale"], &paid["card_data"]["point"]), (&json!("?"), &json!(7)));
    assert!(paid["card_data"]["tid"].is_string());
    assert!(paid.get("new_field").is_some_and(Value::is_null));
}

#[test]
fn a_cancel_of_nothing_is_refused_or_cancels_all() {
    let local = Local::start();
    let nothing = json!({ "cancel_price": 0.0, "cancel_tax_free": 0.0 });
    let id = local.payment(&json!({ "state": "paid", "price": 1000, "tax_free": 300 }));
    refused(&local.caller().cancel(&id, &nothing), 400, "RC_CANCEL_SERVER_ERROR");
    let merchant = local.control("POST", "merchants", &json!({ "zero_cancels_all": true }));
    let id = local.payment(&json!({ "merchant": merchant["id"], "state": "paid", "price": 1000, "tax_free": 300 }));
    let answer = local.caller_of(&merchant).cancel(&id, &nothing);
    let cancelled = receipt(&answer, 20);
    assert_eq!((&cancelled["cancelled_price"], &cancelled["cancelled_tax_free"]), (&json!(1000), &json!(300)));
}
