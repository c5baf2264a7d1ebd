//! Escrow: shipments, and the buyer's decision.

mod common;

use common::{Answer, Caller, Local, receipt, refused};
use serde_json::json;

fn ship(caller: &Caller, id: &str) -> Answer {
    let body = json!({
        "receipt_id": id, "tracking_number": "1234", "delivery_corp": "CJ대한통운", "shipping_day": 2,
        "shipping_prepayment": true, "user": { "username": "kim" }, "company": { "name": "shop" },
    });
    caller.call("PUT", &format!("escrow/shipping/start/{id}"), &body)
}

#[test]
fn shipped_and_judged() {
    let local = Local::start();
    let caller = local.caller();
    for (action, status, word) in [("confirm_purchase", 1, "구매확정"), ("refuse_purchase", -2, "구매거절")] {
        let id = local.payment(&json!({ "escrow": true, "pg": "kcp", "method": "vbank", "state": "paid" }));
        assert_eq!(caller.get(&format!("receipt/{id}")).1["escrow_data"]["status"], 0);
        let early = local.try_control("POST", &format!("payments/{id}/buyer"), &json!({ "action": action }));
        refused(&early, 400, "EMULATOR_CONTROL");
        let shipped = ship(&caller, &id);
        let data = &receipt(&shipped, 1)["escrow_data"];
        assert_eq!((&data["status"], &data["status_locale"]), (&json!(3), &json!("배송시작")));
        assert!(data["shipping_started_at"].is_string() && data["receipt_confirmed_at"].is_null(), "{data}");

        let judged = local.buyer(&id, action);
        let data = &judged["escrow_data"];
        assert_eq!((&data["status"], &data["status_locale"]), (&json!(status), &json!(word)));
        assert_eq!(data["receipt_confirmed_at"].is_string(), status == 1);
        assert_eq!(&caller.get(&format!("receipt/{id}")).1["escrow_data"], data);
        refused(&ship(&caller, &id), 400, "EMULATOR_ESCROW_DECIDED");
    }
    assert!(local.requests().iter().all(|entry| entry["findings"] == json!([])));
}

#[test]
fn only_what_was_paid_into_escrow() {
    let local = Local::start();
    let caller = local.caller();
    for payment in [
        json!({ "pg": "inicis", "state": "paid" }),
        json!({ "pg": "nicepay", "escrow": true, "state": "paid" }),
        json!({ "escrow": true }),
    ] {
        refused(&ship(&caller, &local.payment(&payment)), 400, "RC_NOT_ESCROW");
    }
    refused(&ship(&caller, "nobody"), 404, "RC_NOT_FOUND");
    let id = local.payment(&json!({ "escrow": true, "state": "paid" }));
    let bare = caller.call("PUT", &format!("escrow/shipping/start/{id}"), &json!({ "tracking_number": "1" }));
    refused(&bare, 400, "EMULATOR_PARAMETER_MISSING");
}
