//! Bootpay's time: apart from the caller's in `Date`, in `Age` and in bodies; and what follows it, in its order.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use std::time::{Duration, Instant};

use common::receiver::{Receiver, Reply, SUCCESS};
use common::{Local, refused};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// `Date` and `Age` of a response of the API.
fn times(local: &Local, path: &str) -> (Option<String>, Option<String>) {
    let request = common::agent().get(format!("{}/v2/{path}", local.emulator.url()));
    let response = request.header("authorization", &local.caller().authorization).call().unwrap();
    let value = |name: &str| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
    (value("date"), value("age"))
}

/// The seconds of a day in a `Date`.
fn seconds(date: &str) -> i64 {
    let time: Vec<i64> = date.split(' ').nth(4).unwrap().split(':').map(|part| part.parse().unwrap()).collect();
    time[0] * 3600 + time[1] * 60 + time[2]
}

fn ahead(late: &str, early: &str) -> i64 {
    (seconds(late) - seconds(early)).rem_euclid(86_400)
}

fn date(local: &Local, wish: &Value) {
    local.control("POST", "faults/date", wish);
}

#[test]
fn date_and_bodies_follow_the_emulators_clock() {
    let local = Local::start();
    let now = || local.control("GET", "clock", &Value::Null)["now"].as_str().unwrap().to_owned();
    local.control("POST", "clock", &json!({ "mode": "manual" }));
    for offset in [-360, 7200, 0] {
        let set = local.control("POST", "clock", &json!({ "offset_seconds": offset }));
        let (date, age) = times(&local, "lookup/order/none");
        let (date, told) = (date.unwrap(), set["now"].as_str().unwrap());
        // In Korea it is nine hours later.
        let korean = seconds(&format!("x x x x {}", &told[11..19]));
        assert_eq!((korean - seconds(&date)).rem_euclid(86_400), 9 * 3600, "{date} {told}");
        assert_eq!(age, None);
        let made = local.control("POST", "payments", &json!({ "state": "paid" }));
        assert_eq!((made["requested_at"].as_str(), made["purchased_at"].as_str()), (Some(told), Some(told)));
        assert_eq!(now(), told);
    }
    // Each setting keeps the others: the mode, and the time that was advanced.
    let back = local.control("POST", "clock", &json!({ "offset_seconds": 60, "advance_seconds": 5 }));
    assert_eq!(back["mode"], "manual");
    local.control("POST", "clock", &json!({ "mode": "real", "offset_seconds": -3600 }));
    let (early, _) = times(&local, "lookup/order/none");
    local.control("POST", "clock", &json!({ "offset_seconds": 0 }));
    let (late, _) = times(&local, "lookup/order/none");
    assert!((3600..3610).contains(&ahead(&late.unwrap(), &early.unwrap())));
    let far = local.try_control("POST", "clock", &json!({ "offset_seconds": 1_000_000_000_000_i64 }));
    refused(&far, 400, "EMULATOR_CONTROL");
}

#[test]
fn date_is_wrong_missing_or_stepping() {
    let local = Local::start();
    local.control("POST", "clock", &json!({ "mode": "manual" }));
    let read = || times(&local, "lookup/order/none").0;
    let right = read().unwrap();
    for (offset, distance) in [(-7, 86_393), (90, 90)] {
        date(&local, &json!({ "offset_seconds": offset }));
        assert_eq!(ahead(&read().unwrap(), &right), distance);
    }
    date(&local, &json!({ "missing": true, "age_seconds": 3 }));
    assert_eq!(times(&local, "lookup/order/none"), (None, Some("3".into())));
    date(&local, &json!({ "text": "Thu, 99 Foo 2026" }));
    assert_eq!(read().as_deref(), Some("Thu, 99 Foo 2026"));
    for _ in 0..2 {
        date(&local, &json!({ "offset_seconds": 1, "step_seconds": 100, "every": 2 }));
        let steps: Vec<_> = (0..6).map(|_| ahead(&read().unwrap(), &right)).collect();
        assert_eq!(steps, [1, 1, 101, 101, 201, 201], "a new setting starts the count again");
    }
    // The bodies stay right, and so does what a fault spoils otherwise.
    date(&local, &json!({ "offset_seconds": 600, "age_seconds": 0 }));
    local.payment(&json!({ "order_id": "o-1" }));
    let receipt = local.caller().get("lookup/order/o-1").1;
    assert_eq!(receipt[0]["requested_at"], local.control("GET", "clock", &Value::Null)["now"]);
    local.fault(&json!({ "kind": "duplicated" }));
    let (wrong, age) = times(&local, "lookup/order/o-1");
    assert_eq!((ahead(&wrong.unwrap(), &right), age.as_deref()), (600, Some("0")));

    local.control("DELETE", "faults", &Value::Null);
    assert_eq!(times(&local, "lookup/order/none"), (Some(right.clone()), None));
    date(&local, &json!({ "missing": true }));
    date(&local, &json!({}));
    assert_eq!(read(), Some(right));
    for wrong in [json!({ "step_seconds": 5 }), json!({ "missing": true, "text": "x" }), json!({ "when": "after" })] {
        refused(&local.try_control("POST", "faults/date", &wrong), 400, "EMULATOR_CONTROL");
    }
}

#[test]
fn what_is_due_follows_in_order_and_each_at_its_own_time() {
    let local = Local::start();
    local.stop_clock();
    let url = local.emulator.url().to_owned();
    let seen = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let (times_seen, agent) = (seen.clone(), common::agent());
    // The receiver asks for the time while it is told: it is that of the event, not that to which the clock moves.
    let receiver = Receiver::start(move |request, _| {
        let now = common::send(&agent, "GET", &format!("{url}/emulator/clock"), &[], "").1["now"].clone();
        times_seen.lock().unwrap().push((now, request.json()["order_id"].clone()));
        Reply::ok(SUCCESS)
    });
    let (_, id) = local.notified(&json!({ "webhook": { "url": receiver.url } }));
    let start = local.control("GET", "clock", &Value::Null)["now"].as_str().unwrap().parse::<Timestamp>().unwrap();
    let after = |minutes: i64| (start + SignedDuration::from_mins(minutes)).to_string();
    let minutes_after =
        |now: &Value| now.as_str().unwrap().parse::<Timestamp>().unwrap().duration_since(start).as_mins();
    let key = local.control("POST", "billing-keys", &json!({ "merchant": id }))["billing_key"].clone();
    for (order, minutes) in [("second", 45), ("third", 60 * 24), ("first", 10)] {
        let reservation = json!({ "billing_key": key, "order_id": order, "execute_at": after(minutes) });
        local.control("POST", "reservations", &reservation);
    }
    local.payment(&json!({ "merchant": id, "order_id": "expires", "extra": { "common_event_webhook": true } }));
    local.advance(2 * 86_400);
    let seen: Vec<_> = seen.lock().unwrap().iter().map(|(now, order)| (minutes_after(now), order.clone())).collect();
    let wanted = [(10, "first"), (30, "expires"), (45, "second"), (24 * 60, "third")];
    assert_eq!(seen, wanted.map(|(minutes, order)| (minutes, json!(order))));
    assert_eq!(minutes_after(&local.control("GET", "clock", &Value::Null)["now"]), 48 * 60);
}

#[test]
fn a_month_takes_moments() {
    let local = Local::start();
    local.stop_clock();
    let receiver = Receiver::start(|_, _| Reply::status("500 Internal Server Error"));
    let (_, id) = local.notified(&json!({ "webhook": { "url": receiver.url, "retries": 20 } }));
    for number in 0..200 {
        local.payment(&json!({ "order_id": format!("o-{number}") }));
    }
    for _ in 0..2 {
        local.payment(&json!({ "merchant": id, "state": "paid" }));
    }
    local.webhooks(&id);
    let begun = Instant::now();
    local.advance(31 * 86_400);
    let took = begun.elapsed();
    assert_eq!(receiver.received().len(), 2 * 21);
    assert!(local.webhooks(&id).iter().all(|entry| entry["state"] == "failed"));
    // Less than a second on a quiet machine, more on one that is busy; none of it is waiting.
    assert!(took < Duration::from_secs(15), "{took:?}");
}

#[test]
fn it_runs_by_itself_in_real_time() {
    let local = Local::start();
    let receiver = Receiver::acknowledging();
    let (_, id) = local.notified(&json!({ "webhook": { "url": receiver.url } }));
    // 29 minutes and 59 seconds later a payment expires within a second, and nobody asks for it.
    local.payment(&json!({ "merchant": id, "extra": { "common_event_webhook": true } }));
    local.payment(&json!({ "merchant": id, "state": "paid", "extra": { "webhook_delay_duration": 600 } }));
    local.advance(1799);
    receiver.wait_for(2);
    assert_eq!(receiver.types(), ["PAYMENT_COMPLETED", "PAYMENT_EXPIRED"]);
    // Turned back, what was done stays done, and what waits waits longer.
    local.payment(&json!({ "merchant": id, "state": "paid", "extra": { "webhook_delay_duration": 1 } }));
    local.control("POST", "clock", &json!({ "offset_seconds": -3600 }));
    std::thread::sleep(Duration::from_millis(1500));
    assert_eq!(receiver.received().len(), 2);
    local.control("POST", "clock", &json!({ "offset_seconds": 1900 }));
    assert_eq!(local.webhooks(&id).len(), 3);
    assert_eq!(receiver.received().len(), 3);
}

#[test]
fn a_token_lives_by_the_clock() {
    let local = Local::start();
    local.stop_clock();
    let merchant = local.emulator.merchant();
    let keys = json!({ "application_id": merchant.application_id, "private_key": merchant.private_key });
    let token = local.caller().call("POST", "request/token", &keys).1["access_token"].as_str().unwrap().to_owned();
    let caller = local.caller_with(format!("Bearer {token}"));
    local.advance(30 * 60 - 1);
    assert_eq!(caller.get("lookup/order/none").1["error_code"], "RC_NOT_FOUND");
    local.advance(1);
    assert_eq!(caller.get("lookup/order/none").1["error_code"], "TOKEN_KEY_INVALID");
}

#[test]
fn a_test_payment_is_cancelled_at_its_hour_with_a_webhook() {
    let local = Local::start();
    local.stop_clock();
    let receiver = Receiver::acknowledging();
    let merchant = json!({ "mode": "test", "notifications": { "webhook": { "url": receiver.url } } });
    let merchant = local.control("POST", "merchants", &merchant);
    let id = merchant["id"].as_str().unwrap();
    local.payment(&json!({ "merchant": id, "pg": "danal", "state": "paid" }));
    local.advance(24 * 3600 - 1);
    assert_eq!(receiver.types(), ["PAYMENT_COMPLETED"]);
    local.advance(1);
    assert_eq!(receiver.types(), ["PAYMENT_COMPLETED", "PAYMENT_CANCELLED"]);
}
