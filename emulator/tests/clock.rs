//! Bootpay's time, apart from the caller's: in `Date`, in `Age` and in bodies.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use common::{Local, refused};
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
