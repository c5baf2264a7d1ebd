//! Reserved charges, carried out by the emulator's clock.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use common::{Answer, Caller, Local, receipt, refused};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// The emulator's time, `seconds` from its now.
fn after(local: &Local, seconds: i64) -> String {
    let now = local.control("GET", "clock", &Value::Null)["now"].as_str().unwrap().to_owned();
    (now.parse::<Timestamp>().unwrap() + SignedDuration::from_secs(seconds)).to_string()
}

fn key(local: &Local, change: &Value) -> String {
    local.control("POST", "billing-keys", change)["billing_key"].as_str().unwrap().to_owned()
}

fn reserve(caller: &Caller, billing_key: &str, order_id: &str, at: &str) -> Answer {
    let body = json!({
        "billing_key": billing_key, "order_name": "Monthly plan", "order_id": order_id, "price": 9900,
        "reserve_execute_at": at, "metadata": { "plan": "7" },
    });
    caller.call("POST", "subscribe/payment/reserve", &body)
}

fn reserved(answer: &Answer) -> String {
    assert_eq!(answer.0, 200, "{}", answer.1);
    format!("subscribe/payment/reserve/{}", answer.1["reserve_id"].as_str().unwrap())
}

fn manual() -> (Local, Caller) {
    let local = Local::start();
    local.control("POST", "clock", &json!({ "mode": "manual" }));
    let caller = local.caller();
    (local, caller)
}

#[test]
fn the_clock_carries_a_reservation_out() {
    let (local, caller) = manual();
    let key = key(&local, &json!({}));
    let at = after(&local, 3600);
    let answer = reserve(&caller, &key, "o-1", &at);
    let path = reserved(&answer);
    let (_, pending) = caller.get(&path);
    assert_eq!((&pending["status"], &pending["billing_key"]), (&json!(0), &json!(key)));
    assert_eq!((&pending["metadata"], &pending["version"]), (&json!({ "plan": "7" }), &json!(5)));
    assert_eq!(pending["reserve_execute_at"], answer.1["reserve_execute_at"]);
    assert!(pending["reserve_finished_at"].is_null() && pending.get("receipt_id").is_none(), "{pending}");

    local.advance(3599);
    assert_eq!(caller.get(&path).1["status"], 0);
    refused(&caller.get("lookup/order/o-1"), 404, "RC_NOT_FOUND");
    local.advance(100);
    let (_, done) = caller.get(&path);
    assert_eq!((&done["status"], &done["reserve_finished_at"]), (&json!(1), &pending["reserve_execute_at"]));
    assert_eq!(done["reserve_started_at"], pending["reserve_execute_at"]);
    let id = done["receipt_id"].as_str().unwrap();
    let paid = caller.get(&format!("receipt/{id}"));
    assert_eq!(receipt(&paid, 1)["purchased_at"], pending["reserve_execute_at"]);
    assert_eq!((&paid.1["order_id"], &paid.1["metadata"]), (&json!("o-1"), &json!({ "plan": "7" })));
    receipt(&caller.cancel(id, &json!({})), 20);
    refused(&caller.call("DELETE", &path, &Value::Null), 400, "EMULATOR_RESERVATION_DONE");
}

#[test]
fn a_cancelled_reservation_charges_nothing() {
    let (local, caller) = manual();
    let path = reserved(&reserve(&caller, &key(&local, &json!({})), "o-1", &after(&local, 60)));
    let (status, answer) = caller.call("DELETE", &path, &Value::Null);
    assert_eq!((status, &answer["success"]), (200, &json!(true)));
    assert!(path.ends_with(answer["reserve_id"].as_str().unwrap()));
    local.advance(60);
    let (_, revoked) = caller.get(&path);
    assert_eq!(revoked["status"], 3);
    assert!(revoked["reserve_revoked_at"].is_string() && revoked["reserve_started_at"].is_null(), "{revoked}");
    refused(&caller.get("lookup/order/o-1"), 404, "RC_NOT_FOUND");
    refused(&caller.call("DELETE", &path, &Value::Null), 400, "EMULATOR_RESERVATION_DONE");
}

#[test]
fn a_reservation_outlives_its_key_and_then_fails() {
    let (local, caller) = manual();
    let (gone, poor) = (key(&local, &json!({})), key(&local, &json!({ "charge_result": "refused" })));
    let gone_path = reserved(&reserve(&caller, &gone, "o-1", &after(&local, 60)));
    let poor_path = reserved(&reserve(&caller, &poor, "o-2", &after(&local, 60)));
    assert_eq!(caller.call("DELETE", &format!("subscribe/billing_key/{gone}"), &Value::Null).0, 200);
    assert_eq!(caller.get(&gone_path).1["status"], 0);
    local.advance(60);
    for path in [gone_path, poor_path] {
        let (_, failed) = caller.get(&path);
        assert_eq!(failed["status"], 2);
        assert!(failed["reserve_finished_at"].is_string() && failed.get("receipt_id").is_none(), "{failed}");
    }
    refused(&reserve(&caller, &gone, "o-3", &after(&local, 60)), 400, "SUBSCRIBE_BK_EXPIRED");
}

#[test]
fn ten_may_wait_for_a_key_and_none_in_the_past() {
    let (local, caller) = manual();
    let key = key(&local, &json!({}));
    refused(&reserve(&caller, &key, "o", &after(&local, 0)), 400, "EMULATOR_RESERVATION_PAST");
    refused(&reserve(&caller, &key, "o", "soon"), 400, "EMULATOR_PARAMETER_UNREADABLE");
    refused(&caller.get("subscribe/payment/reserve/ffffffffffffffffffffffff"), 404, "RC_NOT_FOUND");
    let at = after(&local, 60);
    for number in 0..10 {
        reserved(&reserve(&caller, &key, &format!("o-{number}"), &at));
    }
    refused(&reserve(&caller, &key, "o-10", &at), 400, "EMULATOR_TOO_MANY_RESERVATIONS");
    local.advance(60);
    reserved(&reserve(&caller, &key, "o-10", &after(&local, 60)));
}

#[test]
fn a_date_that_leaves_doubt_is_a_finding() {
    let (local, caller) = manual();
    let key = key(&local, &json!({}));
    reserved(&reserve(&caller, &key, "o-1", "2090-12-01T09:00:00 +0900"));
    let (_, answer) = reserve(&caller, &key, "o-2", "2090-12-01 09:00:00");
    assert_eq!(answer["reserve_execute_at"], "2090-12-01T09:00:00+09:00");
    reserved(&reserve(&caller, &key, "o-3", "2090-12-01T09:00:00+09:00"));
    let findings: Vec<_> = local.requests().iter().map(|entry| entry["findings"].as_array().unwrap().len()).collect();
    assert_eq!(findings, [1, 1, 0]);
}

#[test]
fn the_controls_make_reservations_with_known_ids() {
    let (local, caller) = manual();
    let key = key(&local, &json!({}));
    let id = "c".repeat(24);
    let new = json!({ "billing_key": key, "reserve_id": id, "order_id": "o-1", "price": 500 });
    let made = local.control("POST", "reservations", &new);
    assert_eq!(caller.get(&format!("subscribe/payment/reserve/{id}")).1, made);
    refused(&local.try_control("POST", "reservations", &new), 400, "EMULATOR_CONTROL");
    local.advance(24 * 3600);
    assert_eq!(caller.get("lookup/order/o-1").1[0]["price"], 500);
}

#[test]
fn a_merchant_charges_reserves_cancels_and_revokes_by_controls() {
    let (local, caller) = manual();
    let issued = local.control("POST", "billing-keys", &json!({}));
    let id = issued["receipt_id"].as_str().unwrap();
    let act = |name: &str, body: &Value| local.try_control("POST", &format!("billing-keys/{id}/{name}"), body);

    let paid = act("charge", &json!({ "order_id": "o-1", "order_name": "tea", "price": 9900 }));
    let paid = receipt(&paid, 1);
    assert_eq!((&paid["order_id"], &paid["price"]), (&json!("o-1"), &json!(9900)));
    refused(&act("charge", &json!({ "order_id": "o-1" })), 400, "EMULATOR_DUPLICATE_ORDER_ID");
    refused(&act("charge", &json!({ "price": 0 })), 400, "RC_PRICE_LEAST_LT");
    refused(&act("charge", &json!({ "amount": 1 })), 400, "EMULATOR_CONTROL");

    let at = after(&local, 3600);
    let reserved = act("reserve", &json!({ "order_name": "December", "price": 9900, "execute_at": at })).1;
    let path = format!("subscribe/payment/reserve/{}", reserved["reserve_id"].as_str().unwrap());
    assert_eq!(caller.get(&path).1["order_name"], "December");
    refused(&act("reserve", &json!({ "execute_at": after(&local, 0) })), 400, "EMULATOR_RESERVATION_PAST");
    refused(&act("reserve", &json!({ "price": 1000.5 })), 400, "EMULATOR_PARAMETER_UNREADABLE");
    let cancel = || {
        let reserve_id = reserved["reserve_id"].as_str().unwrap();
        local.try_control("POST", &format!("reservations/{reserve_id}/cancel"), &json!({}))
    };
    assert_eq!(cancel().1["status"], 3);
    assert_eq!(caller.get(&path).1["status"], 3);
    assert_eq!(cancel().0, 400);
    refused(&local.try_control("POST", "reservations/nobody/cancel", &json!({})), 404, "EMULATOR_NOT_FOUND");

    for _ in 0..10 {
        assert_eq!(act("reserve", &json!({})).0, 200);
    }
    assert_eq!(act("reserve", &json!({})).0, 400);
    assert_eq!(act("revoke", &json!({})).1["status"], -11);
    for name in ["charge", "reserve", "revoke"] {
        refused(&act(name, &json!({})), 400, "SUBSCRIBE_BK_EXPIRED");
    }
    refused(
        &local.try_control("POST", "billing-keys/ffffffffffffffffffffffff/revoke", &json!({})),
        404,
        "EMULATOR_NOT_FOUND",
    );
}
