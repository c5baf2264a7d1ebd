//! Cash receipts: of a payment, and standalone.

mod common;

use common::{Local, receipt, refused};
use serde_json::{Value, json};

fn publish(receipt_id: &str) -> Value {
    json!({ "receipt_id": receipt_id, "identity_no": "01012345678", "cash_receipt_type": "소득공제" })
}

#[test]
fn of_a_payment() {
    let local = Local::start();
    let caller = local.caller();
    for (method, key) in [("bank", "bank_data"), ("vbank", "vbank_data")] {
        let id = local.payment(&json!({ "method": method, "state": "paid" }));
        let answer = caller.call("POST", "request/receipt/cash/publish", &publish(&id));
        let paid = receipt(&answer, 1);
        assert_eq!(paid["cash_receipt_data"]["cash_receipt_type"], 0);
        assert_eq!(paid[key]["cash_receipt_type"], "소득공제");
        assert_eq!(paid[key]["cash_receipt_tid"], paid["cash_receipt_data"]["tid"]);
        assert_eq!(paid[key]["cash_receipt_no"], paid["cash_receipt_data"]["cash_receipt_no"]);
        assert_eq!(&caller.get(&format!("receipt/{id}")).1, paid);
        refused(&caller.call("POST", "request/receipt/cash/publish", &publish(&id)), 400, "RC_CASH_RECEIPT_FAILED");

        // In the query and in the body: official SDKs do both.
        let (query, body) = match method {
            "bank" => (format!("?receipt_id={id}&cancel_username=kim&cancel_message=x"), Value::Null),
            _ => (String::new(), json!({ "cancel_username": "kim", "cancel_message": "x" })),
        };
        let path = format!("request/receipt/cash/cancel/{id}{query}");
        assert_eq!(caller.call("DELETE", &path, &body), (200, Value::Null));
        let (_, after) = caller.get(&format!("receipt/{id}"));
        assert!(after.get("cash_receipt_data").is_none() && after[key].get("cash_receipt_tid").is_none(), "{after}");
        refused(&caller.call("DELETE", &path, &body), 400, "RC_CASH_RECEIPT_FAILED");
        assert_eq!(caller.call("POST", "request/receipt/cash/publish", &publish(&id)).0, 200);
    }
    let log = local.requests();
    assert!(!json!(log).to_string().contains("01012345678"));
    assert!(log.iter().all(|entry| entry["findings"] == json!([])));

    for payment in [json!({ "state": "paid" }), json!({ "method": "bank" })] {
        let id = local.payment(&payment);
        refused(&caller.call("POST", "request/receipt/cash/publish", &publish(&id)), 400, "RC_CASH_RECEIPT_FAILED");
    }
    refused(&caller.call("POST", "request/receipt/cash/publish", &publish("nobody")), 404, "RC_NOT_FOUND");
    refused(&caller.call("DELETE", "request/receipt/cash/cancel/nobody", &Value::Null), 404, "RC_NOT_FOUND");
}

#[test]
fn alone() {
    let local = Local::start();
    let caller = local.caller();
    let body = json!({
        "pg": "토스", "price": 15000, "tax_free": 1000, "order_name": "tea", "order_id": "cash-1",
        "cash_receipt_type": "지출증빙", "identity_no": "1234567890", "purchased_at": "2026-11-01 09:00:00",
    });
    let issued = caller.call("POST", "request/cash/receipt", &body);
    let issued = receipt(&issued, 60);
    assert_eq!(issued["status_locale"], "현금영수증발행완료");
    assert_eq!((&issued["method"], &issued["method_symbol"]), (&json!("현금영수증"), &json!("cash_receipt")));
    assert_eq!(issued["method_origin_symbol"], "cash_receipt");
    assert_eq!((&issued["purchased_at"], &issued["tax_free"]), (&json!("2026-11-01T09:00:00+09:00"), &json!(1000)));
    assert_eq!(issued["cash_receipt_data"]["cash_receipt_type"], 1);
    assert_eq!(issued.as_object().unwrap().keys().filter(|name| name.ends_with("_data")).count(), 1);
    let id = issued["receipt_id"].as_str().unwrap();
    assert_eq!(&caller.get(&format!("receipt/{id}")).1, issued);
    assert_eq!(&caller.get("lookup/order/cash-1").1[0], issued);
    refused(&caller.cancel(id, &json!({})), 400, "RC_CANCEL_SERVER_ERROR");
    refused(
        &caller.call("DELETE", &format!("request/receipt/cash/cancel/{id}"), &Value::Null),
        400,
        "RC_CASH_RECEIPT_FAILED",
    );

    let cancelled = caller.call("DELETE", &format!("request/cash/receipt/{id}"), &Value::Null);
    let cancelled = receipt(&cancelled, 61);
    assert_eq!(cancelled["status_locale"], "현금영수증취소완료");
    assert!(cancelled["cancelled_at"].is_string() && cancelled["cash_receipt_data"]["tid"].is_string());
    refused(&caller.call("DELETE", &format!("request/cash/receipt/{id}"), &Value::Null), 400, "RC_CASH_RECEIPT_FAILED");
    let payment = local.payment(&json!({ "method": "bank", "state": "paid" }));
    refused(&caller.call("DELETE", &format!("request/cash/receipt/{payment}"), &Value::Null), 404, "RC_NOT_FOUND");

    for (name, value, code) in [
        ("identity_no", json!("12345"), "RC_CASH_RECEIPT_FAILED"),
        ("price", json!(0), "RC_CASH_RECEIPT_FAILED"),
        ("tax_free", json!(15001), "RC_CASH_RECEIPT_FAILED"),
        ("cash_receipt_type", json!("기부"), "EMULATOR_PARAMETER_UNREADABLE"),
        ("purchased_at", json!("soon"), "EMULATOR_PARAMETER_UNREADABLE"),
        ("pg", json!("x"), "EMULATOR_PARAMETER_UNREADABLE"),
    ] {
        let mut wrong = body.clone();
        wrong[name] = value;
        refused(&caller.call("POST", "request/cash/receipt", &wrong), 400, code);
    }
}

#[test]
fn a_test_makes_one_of_its_own() {
    let local = Local::start();
    let caller = local.caller();
    let wanted = json!({ "receipt_id": "6712ab34c0de5f0012a4b901", "state": "cash_receipt_issued", "price": 500 });
    let id = local.payment(&wanted);
    assert_eq!(id, "6712ab34c0de5f0012a4b901");
    assert_eq!(receipt(&caller.get(&format!("receipt/{id}")), 60)["method_symbol"], "cash_receipt");
    receipt(&caller.call("DELETE", &format!("request/cash/receipt/{id}"), &Value::Null), 61);
    let made = local.control("POST", "payments", &json!({ "state": "cash_receipt_cancelled" }));
    assert_eq!(made["status"], 61);
    for wrong in [wanted, json!({ "state": "cash_receipt_issued", "method": "card" }), json!({ "receipt_id": "x" })] {
        refused(&local.try_control("POST", "payments", &wrong), 400, "EMULATOR_CONTROL");
    }
}

#[test]
fn a_pg_may_not_issue_any() {
    let local = Local::start();
    let merchant = local.control("POST", "merchants", &json!({ "cash_receipts": false }));
    let caller = local.caller_of(&merchant);
    let id = local.payment(&json!({ "merchant": merchant["id"], "method": "bank", "state": "paid" }));
    refused(&caller.call("POST", "request/receipt/cash/publish", &publish(&id)), 400, "RC_CASH_RECEIPT_FAILED");
    let account = json!({
        "pg": "nicepay", "order_id": "o-1", "order_name": "tea", "price": 1000, "bank_code": "088",
        "bank_account": "56212345678901", "bank_username": "홍길동", "cash_receipt_type": "소득공제", "identity_no": "01012345678",
    });
    refused(&caller.call("POST", "request/virtual-account/bulk", &account), 400, "RC_CASH_RECEIPT_FAILED");
}
