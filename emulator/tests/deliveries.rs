//! Webhooks of a merchant with settings: delivered on every change, by platform and generation, with resends, faults
//! and a log.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use std::time::{Duration, Instant};

use common::receiver::{Receiver, Reply, SUCCESS};
use common::{Local, receipt, refused};
use serde_json::{Value, json};

const CARD: [(&str, &str); 5] = [
    ("card_no", "5570123412341074"),
    ("card_pw", "12"),
    ("card_identity_no", "861014"),
    ("card_expire_year", "35"),
    ("card_expire_month", "12"),
];

fn v2(url: &str) -> Value {
    json!({ "webhook": { "url": url } })
}

/// Times of the attempts of a webhook, in seconds from its first one.
fn times(entry: &Value) -> Vec<i64> {
    let seconds = |attempt: &Value| {
        let at = attempt["at"].as_str().unwrap();
        let clock: Vec<i64> = at[11..19].split(':').map(|part| part.parse().unwrap()).collect();
        let day: i64 = at[8..10].parse().unwrap();
        day * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
    };
    let all: Vec<_> = entry["attempts"].as_array().unwrap().iter().map(seconds).collect();
    all.iter().map(|at| at - all[0]).collect()
}

#[test]
fn every_change_of_a_payment_is_delivered_in_order() {
    let local = Local::start();
    let receiver = Receiver::acknowledging();
    let (merchant, id) = local.notified(&v2(&receiver.url));
    let caller = local.caller_of(&merchant);
    let card = local.payment(&json!({ "merchant": id, "price": 1000 }));
    receipt(&caller.confirm(&card), 1);
    receipt(&caller.cancel(&card, &json!({ "cancel_price": 400 })), 20);
    receipt(&caller.cancel(&card, &json!({ "cancel_price": 100 })), 20);
    receipt(&caller.cancel(&card, &json!({})), 20);
    let account = local.payment(&json!({ "merchant": id, "state": "vbank_issued" }));
    local.buyer(&account, "deposit");
    // What Bootpay does not notify: a payment that waits, and one that failed or expired without the flags.
    local.buyer(&local.payment(&json!({ "merchant": id, "state": "ready" })), "pay");
    local.payment(&json!({ "merchant": id, "state": "failed" }));
    local.buyer(&local.payment(&json!({ "merchant": id })), "expire");
    let listed = local.webhooks(&id);
    assert_eq!(
        receiver.types(),
        [
            "PAYMENT_COMPLETED",
            "PAYMENT_PARTIAL_CANCELLED",
            "PAYMENT_PARTIAL_CANCELLED",
            "PAYMENT_CANCELLED",
            "PAYMENT_VIRTUAL_ACCOUNT_ISSUED",
            "PAYMENT_COMPLETED"
        ]
    );
    let bodies = receiver.bodies();
    let cancelled: Vec<_> = bodies.iter().map(|body| body["cancelled_price"].as_i64().unwrap()).collect();
    assert_eq!(cancelled, [0, 400, 500, 1000, 0, 0]);
    assert_eq!((&bodies[0]["receipt_id"], &bodies[5]["receipt_id"]), (&json!(card), &json!(account)));
    assert_eq!(bodies[0]["application_id"], merchant["application_id"]);
    assert!(listed.iter().all(|entry| entry["acknowledged"] == true && entry["state"] == "acknowledged"), "{listed:?}");
    assert_eq!(listed[3]["receipt_id"], json!(card));
}

#[test]
fn without_settings_nothing_is_delivered() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({ "state": "paid" }));
    caller.cancel(&id, &json!({}));
    assert_eq!(local.control("GET", "webhooks", &Value::Null), json!([]));
}

#[test]
fn requests_over_rest_are_notified_too() {
    let local = Local::start();
    let (receiver, own) = (Receiver::acknowledging(), Receiver::acknowledging());
    let (merchant, id) = local.notified(&v2(&receiver.url));
    let caller = local.caller_of(&merchant);
    let account = json!({ "pg": "nicepay", "order_id": "o-1", "order_name": "Tea", "price": 1000, "bank_code": "004",
        "bank_account": "123", "bank_username": "Kim" });
    receipt(&caller.call("POST", "request/virtual-account/bulk", &account), 5);
    let mut card: Value = CARD.iter().copied().map(|(name, value)| (name.to_owned(), json!(value))).collect();
    card.as_object_mut().unwrap().extend(
        json!({ "pg": "nicepay", "order_name": "Tea", "subscription_id": "s-1", "price": 700 })
            .as_object()
            .unwrap()
            .clone(),
    );
    let (status, key) = caller.call("POST", "request/subscribe", &card);
    assert_eq!(status, 200, "{key}");
    let charge = |order: &str, rest: Value| {
        let mut body =
            json!({ "billing_key": key["billing_key"], "order_id": order, "order_name": "Tea", "price": 1000 });
        body.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        body
    };
    receipt(&caller.call("POST", "subscribe/payment", &charge("o-2", json!({}))), 1);
    // The URL of a request takes the place of the project's; a form where its content type says so.
    let own_url = json!({ "feedback_url": own.url, "content_type": "application/x-www-form-urlencoded" });
    receipt(&caller.call("POST", "subscribe/payment", &charge("o-3", own_url)), 1);
    local.stop_clock();
    let now = local.control("GET", "clock", &Value::Null)["now"].as_str().unwrap().to_owned();
    let later = now.parse::<jiff::Timestamp>().unwrap() + jiff::SignedDuration::from_hours(1);
    let reserved = charge("o-4", json!({ "reserve_execute_at": later.to_string() }));
    let reserved = caller.call("POST", "subscribe/payment/reserve", &reserved);
    assert_eq!(reserved.0, 200, "{}", reserved.1);
    local.advance(3600);
    local.webhooks(&id);
    let orders: Vec<_> = receiver.bodies().iter().map(|body| body["order_id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(orders, ["o-1", "s-1", "o-2", "o-4"]);
    assert_eq!(receiver.types()[0], "PAYMENT_VIRTUAL_ACCOUNT_ISSUED");
    let form = &own.received()[0];
    assert!(form.head.contains("application/x-www-form-urlencoded"), "{}", form.head);
    assert_eq!(form.field("order_id").as_deref(), Some("o-3"));
    assert_eq!(form.field("webhook_type").as_deref(), Some("PAYMENT_COMPLETED"));
}

#[test]
fn each_platform_has_its_feedback_url() {
    let local = Local::start();
    let receiver = Receiver::start(|_, _| Reply::ok("OK"));
    let feedback = |name: &str, format: &str| json!({ "url": format!("{}/{name}", receiver.url), "format": format });
    let (merchant, id) = local.notified(&json!({ "feedback": {
        "web": feedback("web", "form"), "android": feedback("android", "json"), "rest": feedback("rest", "json") } }));
    for platform in ["web", "android", "ios"] {
        local.payment(
            &json!({ "merchant": id, "platform": platform, "state": "paid", "price": 1000, "order_id": platform }),
        );
    }
    let account = local.payment(&json!({ "merchant": id, "state": "vbank_issued", "order_id": "account" }));
    local.buyer(&account, "deposit");
    let caller = local.caller_of(&merchant);
    let key = local.control("POST", "billing-keys", &json!({ "merchant": id }))["billing_key"].clone();
    let charge = json!({ "billing_key": key, "order_id": "rest", "order_name": "Tea", "price": 1000 });
    let charged = caller.call("POST", "subscribe/payment", &charge).1;
    let charged = charged["receipt_id"].as_str().unwrap();
    receipt(&caller.cancel(charged, &json!({ "cancel_price": 300 })), 20);
    let listed = local.webhooks(&id);
    let requests = receiver.received();
    let paths: Vec<_> = requests.iter().map(|request| request.path().trim_start_matches("/hook/")).collect();
    // The issue of an account is silent, its deposit is not; iOS has no URL.
    assert_eq!(paths, ["web", "android", "web", "rest", "rest"]);
    assert!(listed.iter().all(|entry| entry["version"] == "v1" && entry["acknowledged"] == true), "{listed:?}");

    let form = &requests[0];
    let field = |name: &str| form.field(name).unwrap_or_default();
    assert!(form.head.contains("content-type: application/x-www-form-urlencoded"), "{}", form.head);
    assert_eq!((field("order_id"), field("status"), field("price")), ("web".into(), "1".into(), "1000".into()));
    assert_eq!((field("pg"), field("method"), field("unit")), ("nicepay".into(), "card".into(), "krw".into()));
    assert_eq!(field("private_key"), merchant["private_key"].as_str().unwrap());
    assert_eq!(field("retry_count"), "0");
    assert!(field("payment_data[card_no]").contains('*'));
    assert_eq!(field("purchased_at").len(), "2026-11-01 11:35:42".len());
    let body = requests[1].json();
    assert_eq!((&body["order_id"], &body["private_key"]), (&json!("android"), &merchant["private_key"]));
    assert!(requests[2].field("payment_data[account]").is_some());
    assert_eq!(
        (requests[4].json()["status"].as_i64(), requests[4].json()["order_id"].as_str()),
        (Some(20), Some("rest"))
    );
    // The log does not repeat the key.
    let key = merchant["private_key"].as_str().unwrap();
    assert!(!json!(listed).to_string().contains(key));
    assert_eq!(listed[0]["attempts"][0]["request"]["body"]["private_key"], "…");
}

#[test]
fn a_feedback_is_resent_ten_times_until_ok() {
    let local = Local::start();
    local.stop_clock();
    let receiver = Receiver::start(|request, _| {
        Reply::ok(if request.field("order_id").unwrap() == "never" || request.field("retry_count").unwrap() != "2" {
            "ok"
        } else {
            "OK"
        })
    });
    let (_, id) = local.notified(&json!({ "feedback": { "web": { "url": receiver.url } } }));
    local.payment(&json!({ "merchant": id, "state": "paid", "order_id": "third" }));
    local.payment(&json!({ "merchant": id, "state": "paid", "order_id": "never" }));
    let waiting = local.webhooks(&id);
    assert_eq!((&waiting[0]["state"], &waiting[0]["retry_count"]), (&json!("pending"), &json!(0)));
    assert_eq!(waiting[0]["error"], "the body is not exactly OK");
    assert_eq!(receiver.received().len(), 2);
    local.advance(30 * 86_400);
    let listed = local.webhooks(&id);
    assert_eq!((&listed[0]["state"], times(&listed[0])), (&json!("acknowledged"), vec![0, 300, 900]));
    assert_eq!(listed[1]["state"], "failed");
    let hour = 3600;
    let wanted: Vec<i64> = [0, 300, 900, 2700].into_iter().chain((1..=7).map(|n| 2700 + n * hour)).collect();
    assert_eq!(times(&listed[1]), wanted);
    let counts: Vec<_> = receiver.received().iter().filter_map(|request| request.field("retry_count")).collect();
    assert_eq!(counts.len(), 3 + 11);
    assert_eq!(counts[..6], ["0", "0", "1", "1", "2", "2"]);
    assert_eq!(counts[13], "10");
}

#[test]
fn a_webhook_needs_200_and_success_and_has_its_number_of_resends() {
    let local = Local::start();
    local.stop_clock();
    let replies = [
        Reply::status("500 Internal Server Error"),
        Reply("302 Found", "location: /elsewhere\r\n".into(), SUCCESS),
        Reply("201 Created", String::new(), SUCCESS),
        Reply::ok(r#"{"status": 200}"#),
    ];
    let receiver = Receiver::start(move |_, before| replies.get(before).cloned().unwrap_or(Reply::ok(SUCCESS)));
    let (_, id) = local.notified(&json!({ "webhook": { "url": receiver.url, "retries": 3 } }));
    local.payment(&json!({ "merchant": id, "state": "paid" }));
    local.advance(86_400);
    let listed = local.webhooks(&id);
    assert_eq!((&listed[0]["state"], times(&listed[0])), (&json!("failed"), vec![0, 300, 900, 2700]));
    let attempts = listed[0]["attempts"].as_array().unwrap();
    let reasons: Vec<_> = attempts.iter().map(|attempt| attempt["error"].as_str().unwrap()).collect();
    assert_eq!(
        reasons,
        [
            "HTTP 500, needed is 200",
            "HTTP 302: redirects are not followed",
            "HTTP 201, needed is 200",
            "the body is not JSON with \"success\": true"
        ]
    );
    assert!(receiver.received().iter().all(|request| request.path() == "/hook"), "a redirect was followed");
    let logged = &attempts[1];
    assert_eq!(
        (&logged["response"]["status"], &logged["response"]["headers"]["location"]),
        (&json!(302), &json!("/elsewhere"))
    );
    assert!(logged["duration_ms"].is_u64() && logged["request"]["headers"]["user-agent"].is_string(), "{logged}");

    // The console's resend: once more, and its response counts.
    let path = format!("webhooks/{}/resend", listed[0]["id"]);
    let resent = local.control("POST", &path, &json!({}));
    assert_eq!((&resent["state"], &resent["retry_count"]), (&json!("acknowledged"), &json!(4)), "{resent}");
    let receipt_id = listed[0]["receipt_id"].as_str().unwrap();
    let again = local.control("POST", &format!("payments/{receipt_id}/webhook"), &json!({}));
    assert_eq!((again["attempts"].as_array().unwrap().len(), &again["acknowledged"]), (6, &json!(true)));
    refused(&local.try_control("POST", "webhooks/999/resend", &json!({})), 404, "EMULATOR_NOT_FOUND");
    refused(&local.try_control("POST", "payments/none/webhook", &json!({})), 404, "EMULATOR_NOT_FOUND");
}

#[test]
fn five_seconds_are_the_limit() {
    let local = Local::start();
    local.stop_clock();
    let receiver = Receiver::start(|_, before| {
        if before == 0 {
            std::thread::sleep(Duration::from_secs(7));
        }
        Reply::ok(SUCCESS)
    });
    let (_, id) = local.notified(&v2(&receiver.url));
    local.payment(&json!({ "merchant": id, "state": "paid" }));
    // Moving the clock waits for what is due.
    let begun = Instant::now();
    local.advance(299);
    assert!(begun.elapsed() >= Duration::from_secs(4));
    let waiting = &local.webhooks(&id)[0];
    assert_eq!((&waiting["error"], &waiting["status"]), (&json!("no response within 5 s"), &Value::Null));
    local.advance(1);
    assert_eq!(local.webhooks(&id)[0]["acknowledged"], true);
}

#[test]
fn merchants_do_not_wait_for_each_other() {
    let local = Local::start();
    let slow = Receiver::start(|_, _| {
        std::thread::sleep(Duration::from_secs(4));
        Reply::ok(SUCCESS)
    });
    let quick = Receiver::acknowledging();
    let ((_, first), (_, second)) = (local.notified(&v2(&slow.url)), local.notified(&v2(&quick.url)));
    local.payment(&json!({ "merchant": first, "state": "paid" }));
    slow.wait_for(1);
    let begun = Instant::now();
    local.payment(&json!({ "merchant": second, "state": "paid" }));
    assert_eq!(local.webhooks(&second)[0]["acknowledged"], true);
    assert!(begun.elapsed() < Duration::from_secs(2));
}

#[test]
fn errors_and_expiry_are_reported_where_the_request_wishes() {
    let local = Local::start();
    local.stop_clock();
    let receiver = Receiver::acknowledging();
    let (merchant, id) = local.notified(&v2(&receiver.url));
    let caller = local.caller_of(&merchant);
    let extra = json!({ "enable_error_webhook": true, "common_event_webhook": true });
    let pay = |fields: Value| {
        let mut payment = json!({ "merchant": id, "extra": extra });
        payment.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        local.payment(&payment)
    };
    refused(&caller.confirm(&pay(json!({ "confirm_result": "refused" }))), 400, "RC_CONFIRM_FAILED");
    let lost = pay(json!({ "confirm_result": "critical" }));
    refused(&caller.confirm(&lost), 500, "RC_CONFIRM_CRITICAL_FAILED");
    let paid = pay(json!({ "state": "paid", "cancel_result": "refused" }));
    refused(&caller.cancel(&paid, &json!({})), 400, "RC_CANCEL_SERVER_ERROR");
    local.buyer(&pay(json!({ "state": "ready" })), "fail");
    local.webhooks(&id);
    assert_eq!(
        receiver.types(),
        [
            "PAYMENT_CONFIRM_FAILED",
            "PAYMENT_CONFIRM_FAILED",
            "PAYMENT_COMPLETED",
            "PAYMENT_CANCEL_FAILED",
            "PAYMENT_REQUEST_FAILED"
        ]
    );
    assert_eq!(receiver.bodies()[3]["error_code"], "RC_CANCEL_SERVER_ERROR");
    // Nobody looks at the waiting payment: the clock alone expires it.
    local.advance(1799);
    assert_eq!(receiver.received().len(), 5);
    local.advance(1);
    assert_eq!((receiver.types()[5].as_str(), &receiver.bodies()[5]["receipt_id"]), ("PAYMENT_EXPIRED", &json!(lost)));
}

#[test]
fn a_request_delays_its_webhook() {
    let local = Local::start();
    local.stop_clock();
    let receiver = Receiver::acknowledging();
    let (merchant, id) = local.notified(&v2(&receiver.url));
    local.payment(&json!({ "merchant": id, "state": "paid", "extra": { "webhook_delay_duration": 600 } }));
    assert_eq!((&local.webhooks(&id)[0]["state"], receiver.received().len()), (&json!("pending"), 0));
    local.advance(599);
    assert_eq!(receiver.received().len(), 0);
    local.advance(1);
    assert_eq!(receiver.received().len(), 1);
    let long =
        json!({ "price": 1000, "order_id": "o", "order_name": "Tea", "extra": { "webhook_delay_duration": 601 } });
    let answer = local.caller_of(&merchant).call("POST", "request/payment", &long);
    assert!(refused(&answer, 400, "EMULATOR_PARAMETER_UNREADABLE").contains("0 to 600"));
}

#[test]
fn a_webhook_names_pg_and_method_in_korean_or_by_symbol() {
    let local = Local::start();
    let receiver = Receiver::acknowledging();
    for (symbols, pg, method) in [(false, "나이스페이먼츠", "카드"), (true, "nicepay", "card")] {
        let (_, id) = local.notified(&json!({ "webhook": { "url": receiver.url, "symbols": symbols } }));
        local.payment(&json!({ "merchant": id, "state": "paid" }));
        local.webhooks(&id);
        let body = receiver.bodies().pop().unwrap();
        assert_eq!((&body["pg"], &body["method"]), (&json!(pg), &json!(method)));
    }
}

#[test]
fn a_partial_cancel_is_20_in_the_webhook_and_1_in_the_receipt() {
    let local = Local::start();
    let receiver = Receiver::acknowledging();
    for (of_receipt, of_webhook) in [(1, 20), (20, 1)] {
        let settings = json!({ "url": receiver.url, "partial_cancel_status": of_webhook });
        let merchant = json!({ "partial_cancel_status": of_receipt, "notifications": { "webhook": settings } });
        let merchant = local.control("POST", "merchants", &merchant);
        let caller = local.caller_of(&merchant);
        let paid = local.payment(&json!({ "merchant": merchant["id"], "state": "paid", "price": 1000 }));
        receipt(&caller.cancel(&paid, &json!({ "cancel_price": 400 })), of_receipt);
        receipt(&caller.get(&format!("receipt/{paid}")), of_receipt);
        local.webhooks(merchant["id"].as_str().unwrap());
        let body = receiver.bodies().pop().unwrap();
        assert_eq!(
            (body["status"].as_i64(), &body["webhook_type"]),
            (Some(of_webhook), &json!("PAYMENT_PARTIAL_CANCELLED"))
        );
    }
}

#[test]
fn a_test_is_sent_to_a_setting() {
    let local = Local::start();
    let receiver = Receiver::start(|request, _| Reply::ok(if request.path() == "/hook" { "{}" } else { "OK" }));
    let settings = json!({ "webhook": { "url": receiver.url }, "feedback": { "ios": { "url": format!("{}/ios", receiver.url) } } });
    let (_, id) = local.notified(&settings);
    let tested = local.control("POST", "webhooks/test", &json!({ "merchant": id }));
    assert_eq!((&tested["state"], &tested["receipt_id"]), (&json!("failed"), &Value::Null));
    assert_eq!(receiver.bodies()[0]["sandbox"], true);
    let tested = local.control("POST", "webhooks/test", &json!({ "merchant": id, "to": "ios" }));
    assert_eq!(tested["acknowledged"], true);
    let none = local.try_control("POST", "webhooks/test", &json!({ "merchant": id, "to": "web" }));
    refused(&none, 400, "EMULATOR_CONTROL");
}

#[test]
fn webhooks_are_lost_doubled_delayed_and_reordered_on_demand() {
    let local = Local::start();
    local.stop_clock();
    let receiver = Receiver::acknowledging();
    let (_, id) = local.notified(&v2(&receiver.url));
    let fault = |fault: Value| {
        local.control("POST", "webhooks/faults", &fault);
    };
    let pay = |order: &str| {
        local.payment(&json!({ "merchant": id, "state": "paid", "order_id": order }));
        local.webhooks(&id).pop().unwrap()
    };
    let orders = || -> Vec<String> {
        receiver.bodies().iter().map(|body| body["order_id"].as_str().unwrap().to_owned()).collect()
    };
    fault(json!({ "kind": "lost", "merchant": id, "times": 2 }));
    assert_eq!(pay("lost")["error"], "lost on its way, by a fault");
    local.advance(900);
    assert_eq!(orders(), ["lost"]);
    fault(json!({ "kind": "response_lost" }));
    assert_eq!((&pay("response")["acknowledged"], orders().len()), (&json!(false), 2));
    local.advance(300);
    assert_eq!(orders(), ["lost", "response", "response"]);
    fault(json!({ "kind": "duplicated" }));
    assert_eq!(pay("twice")["attempts"].as_array().unwrap().len(), 2);
    assert_eq!(orders()[3..], ["twice", "twice"]);
    fault(json!({ "kind": "delayed", "seconds": 60 }));
    pay("later");
    local.advance(59);
    assert_eq!(orders().len(), 5);
    local.advance(1);
    assert_eq!(orders()[5..], ["later"]);
    fault(json!({ "kind": "reordered" }));
    assert_eq!(pay("first")["state"], "held");
    pay("second");
    assert_eq!(orders()[6..], ["second", "first"]);
    fault(json!({ "kind": "never_sent", "webhook_type": "PAYMENT_COMPLETED" }));
    assert_eq!(pay("never")["state"], "failed");
    local.advance(86_400);
    assert_eq!(orders().len(), 8);
    for wrong in [
        json!({ "kind": "eaten" }),
        json!({ "kind": "delayed" }),
        json!({ "kind": "lost", "seconds": 1 }),
        json!({ "kind": "lost", "times": 0 }),
    ] {
        refused(&local.try_control("POST", "webhooks/faults", &wrong), 400, "EMULATOR_CONTROL");
    }
    let nobody = local.try_control("POST", "webhooks/faults", &json!({ "kind": "lost", "merchant": "nobody" }));
    refused(&nobody, 404, "EMULATOR_NOT_FOUND");
    fault(json!({ "kind": "reordered" }));
    assert_eq!(pay("held")["state"], "held");
    fault(json!({ "kind": "lost" }));
    local.control("DELETE", "faults", &Value::Null);
    assert_eq!(local.webhooks(&id).pop().unwrap()["acknowledged"], true);
    assert_eq!(pay("right")["acknowledged"], true);
}

#[test]
fn only_this_machine_is_sent_to() {
    let local = Local::start();
    let (_, id) = local.notified(&v2("https://shop.example/hook"));
    local.payment(&json!({ "merchant": id, "state": "paid" }));
    let listed = local.webhooks(&id);
    assert_eq!((&listed[0]["state"], &listed[0]["attempts"][0]["request"]), (&json!("failed"), &Value::Null));
    assert!(listed[0]["error"].as_str().unwrap().contains("loopback only"), "{}", listed[0]);
}

#[test]
fn a_billing_key_is_reported_where_the_setting_says_so() {
    let local = Local::start();
    let receiver = Receiver::acknowledging();
    let (_, silent) = local.notified(&v2(&receiver.url));
    let (_, told) = local.notified(&json!({ "webhook": { "url": receiver.url, "billing_keys": true } }));
    local.control("POST", "billing-keys", &json!({ "merchant": silent }));
    let key = local.control("POST", "billing-keys", &json!({ "merchant": told }));
    let listed = local.webhooks(&told);
    assert_eq!(
        (receiver.types(), &receiver.bodies()[0]["billing_key"]),
        (vec!["EMULATOR_BILLING_KEY_ISSUED".into()], &key["billing_key"])
    );
    assert_eq!(listed[0]["body"]["billing_key"], "…");
    assert_eq!(local.webhooks(&silent), Vec::<Value>::new());
}

#[test]
fn a_forged_webhook_is_its_own_and_changes_nothing() {
    let local = Local::start();
    let receiver = Receiver::acknowledging();
    let (merchant, id) = local.notified(&json!({ "webhook": { "url": receiver.url, "retries": 3 } }));
    let user = json!({ "username": "김차", "phone": "01012345678" });
    let order = json!({ "merchant": id, "state": "waiting_confirm", "order_id": "o-1", "user": user });
    let receipt_id = local.payment(&order);
    local.caller_of(&merchant).confirm(&receipt_id);
    local.control("POST", &format!("payments/{receipt_id}/cancel"), &json!({ "cancel_price": 100 }));
    let before = local.webhooks(&id);
    let number = before.last().unwrap()["id"].as_i64().unwrap();
    let receipt = || local.caller_of(&merchant).get(&format!("receipt/{receipt_id}")).1;
    let true_receipt = receipt();

    // A fault of Bootpay's meets no forger, and a webhook that is held back waits for one of Bootpay's.
    local.control("POST", "webhooks/faults", &json!({ "kind": "lost", "merchant": id }));
    let mut body = before.last().unwrap()["body"].clone();
    body["status"] = 1.into();
    body["price"] = 1.into();
    body["webhook_type"] = "PAYMENT_COMPLETED".into();
    let forged = local.control("POST", &format!("webhooks/{number}/forge"), &json!({ "body": body }));
    assert_eq!(
        (&forged["forged"], &forged["state"], &forged["retries"], &forged["webhook_type"], &forged["receipt_id"]),
        (&json!(true), &json!("acknowledged"), &json!(0), &json!("PAYMENT_COMPLETED"), &json!(receipt_id)),
        "{forged}"
    );
    assert_eq!(receiver.bodies().last().unwrap(), &body);
    assert_eq!(receipt(), true_receipt);
    let now = local.webhooks(&id);
    assert_eq!((now.len(), &now[..now.len() - 1]), (before.len() + 1, &before[..]));
    let told = local.control("GET", &format!("journal?receipt_id={receipt_id}&kind=attempt"), &Value::Null);
    assert_eq!(told.as_array().unwrap().last().unwrap()["facts"]["forged"], true);
    // The newest of Bootpay's is sent again.
    let again = local.control("POST", &format!("payments/{receipt_id}/webhook"), &json!({}));
    assert_eq!((&again["id"], &again["forged"]), (&json!(number), &json!(false)));

    for wrong in [json!({}), json!({ "body": "x" }), json!({ "body": [] }), json!({ "body": {}, "url": "x" })] {
        refused(&local.try_control("POST", &format!("webhooks/{number}/forge"), &wrong), 400, "EMULATOR_CONTROL");
    }
    assert_eq!(local.try_control("POST", "webhooks/999/forge", &json!({ "body": {} })).0, 404);
    assert_eq!(local.webhooks(&id).len(), now.len());
}

#[test]
fn a_forger_has_the_buyer_s_data_and_no_key() {
    let local = Local::start();
    let receiver = Receiver::start(|_, _| Reply::ok("OK"));
    let feedback = json!({ "feedback": { "web": { "url": receiver.url, "format": "json" } } });
    let webhook = json!({ "webhook": { "url": receiver.url, "retries": 0 } });
    for (notifications, hidden, is_sent) in [(feedback, "/private_key", false), (webhook, "/metadata/phone", true)] {
        let (_, id) = local.notified(&notifications);
        local.payment(&json!({ "merchant": id, "state": "paid", "metadata": { "phone": "01012345678" } }));
        let sent = local.webhooks(&id)[0].clone();
        let mut expected = receiver.bodies().last().unwrap().clone();
        assert_eq!(sent["body"].pointer(hidden), Some(&json!("…")), "{sent}");
        assert_ne!(expected.pointer(hidden), Some(&json!("…")));
        let mut body = sent["body"].clone();
        body["price"] = 1.into();
        body["memo"] = "…".into();
        local.control("POST", &format!("webhooks/{}/forge", sent["id"]), &json!({ "body": body }));
        expected["price"] = 1.into();
        expected["memo"] = "…".into();
        if !is_sent {
            *expected.pointer_mut(hidden).unwrap() = "…".into();
        }
        assert_eq!(receiver.bodies().last().unwrap(), &expected);
    }
}
