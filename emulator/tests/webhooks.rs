//! Webhooks, delivered over a socket.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::thread::JoinHandle;

use common::{Answer, Caller, Local, refused};
use serde_json::{Value, json};

/// A merchant's server for one request: returns its address, then the head and body of the request.
fn listen(status: &'static str, answer: &'static str) -> (String, JoinHandle<(String, Value)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/hook?a=b", listener.local_addr().unwrap());
    let served = std::thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut reader = BufReader::new(&stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            reader.read_line(&mut head).unwrap();
        }
        let length = head.to_lowercase().split("content-length: ").nth(1).unwrap().lines().next().unwrap().parse();
        let mut body = vec![0; length.unwrap()];
        reader.read_exact(&mut body).unwrap();
        let length = answer.len();
        write!(&stream, "HTTP/1.1 {status}\r\ncontent-length: {length}\r\n\r\n{answer}").unwrap();
        (head, serde_json::from_slice(&body).unwrap())
    });
    (url, served)
}

fn ask(caller: &Caller, receipt_id: &str, url: &str) -> Answer {
    caller.call("POST", "request/webhook", &json!({ "receipt_id": receipt_id, "webhook_url": url }))
}

#[test]
fn a_receipt_is_delivered() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({ "state": "paid", "price": 1000 }));
    caller.cancel(&id, &json!({ "cancel_price": 400 }));
    let (url, served) = listen("200 OK", r#"{"success": true}"#);
    assert_eq!(ask(&caller, &id, &url), (200, json!({ "success": true })));
    let (head, body) = served.join().unwrap();
    assert!(head.starts_with("POST /hook?a=b HTTP/1.1\r\n"), "{head}");
    assert!(head.contains("content-type: application/json; charset=utf-8"), "{head}");
    let mut wanted = caller.get(&format!("receipt/{id}")).1;
    wanted["application_id"] = json!(local.emulator.merchant().application_id);
    wanted["webhook_type"] = json!("PAYMENT_PARTIAL_CANCELLED");
    assert_eq!(body, wanted);

    let listed = local.control("GET", "webhooks", &Value::Null);
    assert_eq!(listed.as_array().map(Vec::len), Some(1));
    let entry = &listed[0];
    assert_eq!((&entry["url"], &entry["status"], &entry["body"]), (&json!(url), &json!(200), &body));
    assert_eq!((&entry["acknowledged"], &entry["error"]), (&json!(true), &Value::Null));
    assert_eq!(local.control("GET", "webhooks?merchant=nobody", &Value::Null), json!([]));
    local.control("DELETE", "webhooks", &Value::Null);
    assert_eq!(local.control("GET", "webhooks", &Value::Null), json!([]));
}

#[test]
fn what_happened_has_a_word() {
    let local = Local::start();
    let caller = local.caller();
    for (payment, word) in [
        (json!({ "state": "paid" }), "PAYMENT_COMPLETED"),
        (json!({ "state": "vbank_issued" }), "PAYMENT_VIRTUAL_ACCOUNT_ISSUED"),
        (json!({ "state": "cancelled" }), "PAYMENT_CANCELLED"),
        (json!({ "state": "expired" }), "PAYMENT_EXPIRED"),
        (json!({ "state": "failed" }), "PAYMENT_CONFIRM_FAILED"),
    ] {
        let (url, served) = listen("200 OK", "{}");
        assert_eq!(ask(&caller, &local.payment(&payment), &url).0, 200);
        assert_eq!(served.join().unwrap().1["webhook_type"], word);
    }
    let id = local.payment(&json!({ "state": "paid", "escrow": true }));
    let shipping = json!({ "tracking_number": "1", "delivery_corp": "한진" });
    caller.call("PUT", &format!("escrow/shipping/start/{id}"), &shipping);
    local.buyer(&id, "confirm_purchase");
    let (url, served) = listen("200 OK", "{}");
    ask(&caller, &id, &url);
    assert_eq!(served.join().unwrap().1["escrow_webhook"], true);
}

#[test]
fn what_goes_wrong_is_listed() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({ "state": "paid" }));
    let (url, _) = listen("503 Busy", "later");
    ask(&caller, &id, &url);
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert_eq!(ask(&caller, &id, &format!("http://{gone}/")), (200, json!({ "success": true })));
    let listed = local.control("GET", "webhooks", &Value::Null);
    assert_eq!((&listed[0]["status"], &listed[0]["answer"]), (&json!(503), &json!("later")));
    assert_eq!((&listed[0]["acknowledged"], &listed[1]["acknowledged"]), (&json!(false), &json!(false)));
    assert!(listed[1]["error"].as_str().unwrap().contains("refused"), "{listed}");
    assert!(listed[1]["status"].is_null());

    refused(&ask(&caller, &id, "http://example.com/hook"), 400, "EMULATOR_WEBHOOK");
    refused(&ask(&caller, &local.payment(&json!({})), &url), 400, "EMULATOR_WEBHOOK");
    refused(&ask(&caller, "nobody", &url), 404, "RC_NOT_FOUND");
    assert_eq!(local.control("GET", "webhooks", &Value::Null).as_array().map(Vec::len), Some(2));
}

#[test]
fn settings_are_checked_with_their_field() {
    let local = Local::start();
    let set = |notifications: Value| local.try_control("POST", "merchants", &json!({ "notifications": notifications }));
    let (status, merchant) = set(json!({ "webhook": { "url": "http://127.0.0.1:9/hook", "retries": 3 } }));
    assert_eq!((status, &merchant["notifications"]["webhook"]["retries"]), (200, &json!(3)), "{merchant}");
    assert_eq!(merchant["notifications"]["feedback"]["web"], Value::Null);
    for (wrong, field) in [
        (json!({ "webhook": { "url": "http://shop.example/hook" } }), "notifications.webhook.url"),
        (json!({ "feedback": { "ios": { "url": "ftp://127.0.0.1" } } }), "notifications.feedback.ios.url"),
        (json!({ "webhook": { "url": "https://shop.example", "retries": 101 } }), "notifications.webhook.retries"),
        (json!({ "feedback": { "pc": null } }), "`web`, `android`, `ios`, `rest`"),
        (json!({ "feedback": { "web": { "url": "https://shop.example", "format": "xml" } } }), "`form` or `json`"),
    ] {
        let message = refused(&set(wrong), 400, "EMULATOR_CONTROL");
        assert!(message.contains(field), "{message}");
    }
}
