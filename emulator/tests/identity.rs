//! Identity verifications.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use common::{Answer, Caller, Local, refused};
use serde_json::{Value, json};

fn request(caller: &Caller, changes: &Value) -> Answer {
    let mut body = json!({
        "pg": "다날", "method": "본인인증", "authentication_id": "a-1", "order_name": "check", "username": "홍길동",
        "identity_no": "9010141", "carrier": "SKT", "phone": "01012345678", "client_ip": "127.0.0.1",
    });
    for (name, value) in changes.as_object().unwrap() {
        body[name] = value.clone();
    }
    caller.call("POST", "request/authentication", &body)
}

fn id(answer: &Answer) -> String {
    assert_eq!((answer.0, &answer.1["status"]), (200, &json!(50)), "{}", answer.1);
    answer.1["receipt_id"].as_str().unwrap().to_owned()
}

fn with_id(caller: &Caller, what: &str, id: &str, otp: &Value) -> Answer {
    let mut body = json!({ "receipt_id": id });
    if !otp.is_null() {
        body["otp"] = otp.clone();
    }
    caller.call("POST", &format!("authenticate/{what}"), &body)
}

#[test]
fn by_text_message() {
    let local = Local::start();
    let caller = local.caller();
    let asked = request(&caller, &json!({}));
    let id = id(&asked);
    assert_eq!((&asked.1["status_locale"], &asked.1["pg"]), (&json!("본인인증준비"), &json!("다날")));
    assert_eq!(asked.1["authenticate_data"]["number_of_realarms"], 0);
    assert_eq!((&asked.1["authenticate_id"], asked.1.get("authenticated_at")), (&json!("a-1"), None));
    refused(&caller.get(&format!("certificate/{id}")), 400, "AUTH_NOT_CONFIRMED");
    let again = with_id(&caller, "realarm", &id, &Value::Null);
    assert_eq!(again.1["authenticate_data"]["number_of_realarms"], 1);

    refused(&with_id(&caller, "confirm", &id, &json!("000000")), 400, "EMULATOR_WRONG_OTP");
    refused(&with_id(&caller, "confirm", &id, &Value::Null), 400, "EMULATOR_WRONG_OTP");
    let otp = local.control("GET", &format!("identities/{id}"), &Value::Null)["otp"].clone();
    assert_eq!(otp, "123456");
    let (status, done) = with_id(&caller, "confirm", &id, &otp);
    assert_eq!((status, &done["status"]), (200, &json!(12)), "{done}");
    let data = &done["authenticate_data"];
    assert_eq!((&data["name"], &data["birth"]), (&json!("홍길동"), &json!("1990-10-14")));
    assert_eq!((&data["gender"], &data["foreigner"], &data["carrier"]), (&json!(1), &json!(0), &json!("SKT")));
    assert_eq!(data["unique"].as_str().map(str::len), Some(88));
    assert_eq!(caller.get(&format!("certificate/{id}.json")), (200, done.clone()));

    refused(&with_id(&caller, "confirm", &id, &otp), 400, "AUTH_NOT_READY");
    refused(&with_id(&caller, "realarm", &id, &Value::Null), 400, "AUTH_NOT_READY");
    refused(&request(&caller, &json!({})), 400, "AUTH_ALREADY_AUTHENTICATED");
    local.advance(1800);
    refused(&caller.get(&format!("certificate/{id}")), 400, "AUTH_EXPIRED");
    assert!(!json!(local.requests()).to_string().contains("9010141"));
}

#[test]
fn by_app_without_a_number() {
    let local = Local::start();
    let caller = local.caller();
    let id = id(&request(&caller, &json!({ "authenticate_type": "pass", "method": "auth", "pg": "danal" })));
    assert_eq!(with_id(&caller, "confirm", &id, &Value::Null).1["status"], 12);
}

#[test]
fn what_danal_refuses() {
    let local = Local::start();
    let caller = local.caller();
    for missing in [json!({ "pg": null }), json!({ "method": "" }), json!({ "pg": "kcp" }), json!({ "method": "card" })]
    {
        refused(&request(&caller, &missing), 400, "AUTH_NEED_PG_METHOD");
    }
    for wrong in [
        json!({ "username": "불일치" }),
        json!({ "carrier": "LG" }),
        json!({ "phone": "010-1234-5678" }),
        json!({ "identity_no": "90101" }),
    ] {
        refused(&request(&caller, &wrong), 400, "AUTH_CONFIRM_READY_FAILED");
    }
    // Official samples leave it out.
    assert_eq!(request(&caller, &json!({ "client_ip": null })).0, 200);
    let late = id(&request(&caller, &json!({})));
    local.advance(1800);
    refused(&with_id(&caller, "confirm", &late, &json!("123456")), 400, "AUTH_EXPIRED");
    refused(&with_id(&caller, "realarm", &late, &Value::Null), 400, "AUTH_NOT_READY");
    refused(&caller.get(&format!("certificate/{late}")), 400, "AUTH_EXPIRED");
    refused(&caller.get("certificate/nobody"), 404, "RC_NOT_FOUND");
}

#[test]
fn a_test_makes_a_verification_of_its_own() {
    let local = Local::start();
    let merchant = local.control("POST", "merchants", &json!({}));
    let made = json!({
        "merchant": merchant["id"], "receipt_id": "6712b100c0de5f0012a4b960", "authentication_id": "a-9",
        "identity_no": "0503056", "username": "김", "state": "verified",
    });
    let seen = local.control("POST", "identities", &made);
    assert_eq!((&seen["status"], &seen["otp"]), (&json!(12), &json!("123456")));
    let (_, read) = local.caller_of(&merchant).get("certificate/6712b100c0de5f0012a4b960");
    let data = &read["authenticate_data"];
    assert_eq!((&data["birth"], &data["gender"], &data["foreigner"]), (&json!("1905-03-05"), &json!(0), &json!(1)));
    refused(&local.caller().get("certificate/6712b100c0de5f0012a4b960"), 404, "RC_NOT_FOUND");
    refused(&local.try_control("POST", "identities", &made), 400, "EMULATOR_CONTROL");
    let other = local.control("POST", "identities", &json!({ "otp": "777777" }));
    let id = other["receipt_id"].as_str().unwrap();
    refused(&with_id(&local.caller(), "confirm", id, &json!("123456")), 400, "EMULATOR_WRONG_OTP");
    assert_eq!(with_id(&local.caller(), "confirm", id, &json!("777777")).0, 200);
}
