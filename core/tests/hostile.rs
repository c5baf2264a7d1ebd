//! What a client makes of a Bootpay, or of something in between, that behaves as the emulator never
//! would.

#![allow(clippy::unwrap_used)]

mod support;

use std::{
    io::Read,
    net::{Shutdown, TcpListener},
    sync::{
        atomic::{AtomicU32, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

use bootpay_core::{
    Bootpay, ClientOptions, Credentials,
    model::{
        AttemptOutcome, CancelFull, CancelPartial, ConfirmPayment, ErrorKind, FindByOrder, GetReceipt, Refund, Repeat,
        ResendWebhook, VerifyPayment,
    },
};
use serde_json::json;
use support::{ID, JSON, Response, client, receipt, server};

const TOKEN_REFUSED: &str = r#"{"error_code":"TOKEN_KEY_INVALID","message":"m"}"#;

fn token_client(url: &str) -> Bootpay {
    let credentials = Credentials::new().application_id("application").private_key("private");
    Bootpay::with_options(credentials, ClientOptions::new().base_url(url)).unwrap()
}

fn cancelled() -> String {
    receipt(&json!({ "cancelled_price": 1000, "status": 20 }))
}

fn token() -> Response {
    (200, JSON, r#"{"access_token":"marker-token","expire_in":1800}"#.into())
}

#[test]
fn only_a_receipt_that_says_all_of_it_is_verified() {
    for (change, verified) in [
        (json!({}), true),
        (json!({ "currency": "krw" }), true),
        (json!({ "price": "1000", "status": "1", "sandbox": 0 }), true),
        (json!({ "currency": "-" }), false),
        (json!({ "currency": null }), false),
        (json!({ "currency": 840 }), false),
        (json!({ "currency": ["USD"] }), false),
        (json!({ "currency": "-", "unit": "usd" }), false),
        (json!({ "cancelled_price": "-" }), false),
        (json!({ "cancelled_price": null }), false),
        (json!({ "cancelled_tax_free": 500 }), false),
        (json!({ "sandbox": "-" }), false),
        (json!({ "sandbox": [] }), false),
        (json!({ "status": true }), false),
        (json!({ "status": [1] }), false),
        (json!({ "receipt_id": "other" }), false),
        (json!({ "error_code": { "a": 1 } }), false),
        (json!({ "error_code": true }), false),
    ] {
        let body = receipt(&change);
        let (relay, _) = server(move |_| (200, JSON, body.clone()));
        let outcome = client(&relay.url).payments().verify(VerifyPayment::new(ID, "o-1", 1000)).wait();
        assert_eq!(outcome.is_ok(), verified, "{change}: {outcome:?}");
    }
}

#[test]
fn a_reply_about_something_else_is_no_answer() {
    let other = receipt(&json!({ "receipt_id": "other", "cancelled_price": 1000 }));
    let (relay, _) = server(move |_| (200, JSON, other.clone()));
    let client = client(&relay.url);
    let error = client.payments().get(GetReceipt::new(ID)).wait().unwrap_err();
    assert_eq!((error.kind, error.status), (ErrorKind::UnexpectedResponse, Some(200)));
    let error = client.payments().cancel_full(CancelFull::new(ID)).wait().unwrap_err();
    assert_eq!(error.kind, ErrorKind::OutcomeUnknown);

    let list = format!("[{}]", receipt(&json!({ "order_id": "o-10" })));
    let (relay, _) = server(move |_| (200, JSON, list.clone()));
    let error = self::client(&relay.url).payments().find_by_order(FindByOrder::new("o-1")).wait().unwrap_err();
    assert_eq!(error.kind, ErrorKind::UnexpectedResponse);
}

#[test]
fn a_cancel_after_which_nothing_is_cancelled_is_unknown() {
    let (relay, _) = server(|_| (200, JSON, receipt(&json!({}))));
    let client = client(&relay.url);
    for _ in 0..2 {
        let error = client.payments().cancel_full(CancelFull::new(ID)).wait().unwrap_err();
        assert_eq!(error.attempt.as_ref().unwrap().outcome, AttemptOutcome::Unknown);
        let part = CancelPartial::new(ID, 100, "c-1");
        let error = client.payments().cancel_partial(part).wait().unwrap_err();
        assert_eq!(error.kind, ErrorKind::OutcomeUnknown);
    }
    assert_eq!(client.attempts().unresolved().len(), 4);
}

#[test]
fn a_cancel_is_done_only_where_all_that_was_asked_for_is_given_back() {
    // A part of it had been given back before.
    let before = json!({ "price": 15000, "cancelled_price": 5000 });
    for (after, full, part) in [
        (json!({ "price": 15000, "cancelled_price": 5000, "status": -20 }), false, false),
        (json!({ "price": 15000, "cancelled_price": 5100, "status": 20 }), false, false),
        (json!({ "price": 15000, "cancelled_price": 8000, "status": 20 }), false, true),
        (json!({ "price": 15000, "cancelled_price": 9000, "status": 20 }), false, true),
        (json!({ "price": 15000, "cancelled_price": 15000, "status": 20 }), true, true),
        (json!({ "price": 150, "cancelled_price": 80, "status": 20, "currency": "USD" }), false, false),
    ] {
        let (before, reply) = (receipt(&before), receipt(&after));
        let (relay, _) =
            server(move |line| (200, JSON, if line.starts_with("GET") { before.clone() } else { reply.clone() }));
        let client = client(&relay.url);
        let outcome = client.payments().cancel_full(CancelFull::new(ID)).wait();
        assert_eq!(outcome.is_ok(), full, "{after}");
        let outcome = client.payments().cancel_partial(CancelPartial::new(ID, 3000, "c-1")).wait();
        assert_eq!(outcome.is_ok(), part, "{after}");
        assert_eq!(client.attempts().unresolved().len(), usize::from(!full) + usize::from(!part));
    }
}

#[test]
fn a_confirmation_that_shows_no_payment_is_unknown() {
    for status in [2, 4, -2, 77] {
        let (relay, _) = server(move |line| {
            (200, JSON, receipt(&json!({ "status": if line.starts_with("GET") { 2 } else { status } })))
        });
        let client = client(&relay.url);
        let error = client.payments().confirm(ConfirmPayment::new(ID, "o-1", 1000)).wait().unwrap_err();
        assert_eq!(error.kind, ErrorKind::OutcomeUnknown, "{status}");
        assert_eq!(error.attempt.as_ref().unwrap().outcome, AttemptOutcome::Unknown);
        assert_eq!(client.attempts().unresolved().len(), 1);
    }
}

#[test]
fn an_unknown_confirm_tells_order_and_amount() {
    let (relay, _) = server(|line| {
        if line.starts_with("GET") {
            (200, JSON, receipt(&json!({ "status": 2 })))
        } else {
            (502, "text/html", String::new())
        }
    });
    let confirm = ConfirmPayment::new(ID, "o-1", 1000);
    let error = client(&relay.url).payments().confirm(confirm).wait().unwrap_err();
    let attempt = error.attempt.as_ref().unwrap();
    assert_eq!((attempt.amount, attempt.order_id.as_deref()), (Some(1000), Some("o-1")));
}

#[test]
fn a_deadline_before_the_first_byte_is_not_sent() {
    // It accepts connections and never speaks TLS.
    let mute = TcpListener::bind("127.0.0.1:0").unwrap();
    let client = client(&format!("https://{}", mute.local_addr().unwrap()));
    let call = client.payments().cancel_full(CancelFull::new(ID)).timeout(Duration::from_millis(300));
    assert_eq!(call.wait().unwrap_err().kind, ErrorKind::NotSent);
    assert!(client.attempts().unresolved().is_empty());
}

#[test]
fn not_sent_means_that_the_server_got_no_byte() {
    for microseconds in [0, 50, 200, 500, 1000, 3000] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (sender, counts) = mpsc::channel();
        thread::spawn(move || {
            for connection in listener.incoming() {
                let mut connection = connection.unwrap();
                thread::sleep(Duration::from_micros(microseconds));
                let _ = connection.shutdown(Shutdown::Write);
                let _ = connection.set_read_timeout(Some(Duration::from_millis(200)));
                let mut bytes = vec![];
                let _ = connection.read_to_end(&mut bytes);
                sender.send(bytes.len()).unwrap();
            }
        });
        for _ in 0..20 {
            let client = client(&url);
            // Without a read before it.
            let error =
                client.webhooks().resend(ResendWebhook::new(ID, "https://shop.example/hook")).wait().unwrap_err();
            drop(client);
            let bytes = counts.recv().unwrap();
            let expected = if bytes == 0 { ErrorKind::NotSent } else { ErrorKind::OutcomeUnknown };
            // To call it unknown is always true; to call it unsent must be.
            assert!(error.kind == expected || error.kind == ErrorKind::OutcomeUnknown, "{bytes} bytes: {error}");
        }
    }
}

#[test]
fn too_little_time_left_is_not_sent() {
    let (relay, seen) = server(|line| {
        thread::sleep(Duration::from_millis(if line.starts_with("GET") { 700 } else { 0 }));
        (200, JSON, receipt(&json!({ "status": 2 })))
    });
    let confirm = ConfirmPayment::new(ID, "o-1", 1000);
    let error = client(&relay.url).payments().confirm(confirm).timeout(Duration::from_secs(1)).wait().unwrap_err();
    assert_eq!(error.kind, ErrorKind::NotSent);
    assert_eq!(seen.lock().unwrap().len(), 1);
}

#[test]
fn waiting_for_a_token_has_the_callers_deadline_and_nobody_elses() {
    let (relay, seen) = server(|line| {
        if line.contains("token") {
            thread::sleep(Duration::from_secs(1));
            return token();
        }
        (200, JSON, receipt(&json!({})))
    });
    let client = token_client(&relay.url);
    let get = || client.payments().get(GetReceipt::new(ID));
    let hasty = get().timeout(Duration::from_millis(200));
    thread::scope(|scope| {
        let hasty = scope.spawn(|| hasty.wait());
        thread::sleep(Duration::from_millis(50));
        let patient: Vec<_> = (0..4).map(|_| scope.spawn(|| get().wait())).collect();
        thread::sleep(Duration::from_millis(50));
        let begun = Instant::now();
        let cancel = client.payments().cancel_full(CancelFull::new(ID)).timeout(Duration::from_millis(200));
        assert_eq!(cancel.wait().unwrap_err().kind, ErrorKind::NotSent);
        assert!(begun.elapsed() < Duration::from_millis(900));
        assert_eq!(hasty.join().unwrap().unwrap_err().kind, ErrorKind::NotSent);
        for call in patient {
            call.join().unwrap().unwrap();
        }
    });
    assert!(seen.lock().unwrap().iter().all(|line| !line.contains("cancel")));
}

#[test]
fn a_token_that_is_refused_for_ever_is_not_asked_for_for_ever() {
    let (relay, seen) = server(|line| if line.contains("token") { token() } else { (401, JSON, TOKEN_REFUSED.into()) });
    let client = token_client(&relay.url);
    for _ in 0..10 {
        let error = client.payments().get(GetReceipt::new(ID)).wait().unwrap_err();
        assert_eq!((error.kind, error.repeat), (ErrorKind::Config, Repeat::Never));
    }
    assert_eq!(seen.lock().unwrap().iter().filter(|line| line.contains("token")).count(), 2);
}

#[test]
fn a_refused_token_is_renewed_whatever_the_status_and_any_other_refused_key_is_not() {
    for (status, code, sent) in [
        (401, "TOKEN_KEY_INVALID", 2),
        (200, "TOKEN_KEY_INVALID", 2),
        (500, "TOKEN_KEY_INVALID", 2),
        (401, "APP_KEY_NOT_FOUND", 1),
        (401, "APP_SK_NOT_MATCHED", 1),
    ] {
        let refusal = format!(r#"{{"error_code":"{code}","message":"m"}}"#);
        let tokens = AtomicU32::new(0);
        let (relay, seen) = server(move |line| {
            if line.starts_with("GET") {
                return (200, JSON, receipt(&json!({})));
            }
            if !line.contains("token") {
                return (status, JSON, refusal.clone());
            }
            let number = tokens.fetch_add(1, Ordering::Relaxed);
            (200, JSON, format!(r#"{{"access_token":"token-{number}","expire_in":1800}}"#))
        });
        let client = token_client(&relay.url);
        let error = client.payments().cancel_full(CancelFull::new(ID)).wait().unwrap_err();
        assert_eq!((error.kind, error.repeat, error.code.as_deref()), (ErrorKind::Config, Repeat::Never, Some(code)));
        assert_eq!(seen.lock().unwrap().iter().filter(|line| line.contains("cancel")).count(), sent, "{status} {code}");
        assert_eq!(client.attempts().unresolved(), []);
    }
}

#[test]
fn money_is_not_sent_again_on_an_answer_that_is_none() {
    let (relay, seen) = server(|line| match line {
        line if line.contains("token") => token(),
        line if line.starts_with("GET") => (200, JSON, receipt(&json!({}))),
        _ => (502, "text/html", TOKEN_REFUSED.into()),
    });
    let error = token_client(&relay.url).payments().cancel_full(CancelFull::new(ID)).wait().unwrap_err();
    assert_eq!(error.kind, ErrorKind::OutcomeUnknown);
    assert_eq!(seen.lock().unwrap().iter().filter(|line| line.contains("cancel")).count(), 1);
}

#[test]
fn a_token_is_never_shown() {
    let shown = |answer: fn(&str) -> Response| {
        let (relay, _) = server(answer);
        let error = token_client(&relay.url).payments().get(GetReceipt::new(ID)).wait().unwrap_err();
        assert!(!format!("{error} {error:?}").contains("marker"), "{error:?}");
    };
    shown(|_| (200, "text/html", token().2));
    shown(|_| (200, JSON, r#"{"access_token":"marker-token","expire_"#.into()));
    shown(|_| (200, JSON, r#"{"access_token":"marker-token"}"#.into()));
    shown(|line| {
        let echo = "You sent: Authorization: Bearer marker-token";
        if line.contains("token") { token() } else { (502, "text/html", echo.into()) }
    });
}

#[test]
fn the_requests_own_secrets_are_not_repeated() {
    let message = r#"{"error_code":"RC_CANCEL_SERVER_ERROR","message":"no such account: 1101234567"}"#;
    let (relay, _) = server(move |_| (400, JSON, message.into()));
    let request = CancelFull::new(ID).refund(Refund::new("1101234567", "holder", "088"));
    let error = client(&relay.url).payments().cancel_full(request).wait().unwrap_err();
    assert!(!format!("{error:?}").contains("1101234567"), "{error:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_was_polled_can_still_be_handed_over() {
    let (relay, _) = server(|line| {
        thread::sleep(Duration::from_millis(500));
        (200, JSON, if line.starts_with("GET") { receipt(&json!({})) } else { cancelled() })
    });
    let client = client(&relay.url);
    let mut call = client.payments().cancel_full(CancelFull::new(ID));
    assert!(tokio::time::timeout(Duration::from_millis(100), &mut call).await.is_err());
    let (sender, outcome) = tokio::sync::oneshot::channel();
    let _ = call.start(move |reply| drop(sender.send(reply)));
    assert_eq!(outcome.await.unwrap().unwrap().cancelled_price, 1000);
    assert!(client.attempts().unresolved().is_empty());
}

#[test]
fn waiting_on_the_clients_own_thread_is_refused() {
    let (relay, _) = server(|_| (200, JSON, receipt(&json!({}))));
    let client = client(&relay.url);
    let (sender, outcome) = mpsc::channel();
    let inner = client.clone();
    let call = client.payments().get(GetReceipt::new(ID));
    let _ = call.start(move |_| sender.send(inner.payments().get(GetReceipt::new(ID)).wait()).unwrap());
    let error = outcome.recv_timeout(Duration::from_secs(5)).unwrap().unwrap_err();
    assert_eq!(error.kind, ErrorKind::Config);
}
