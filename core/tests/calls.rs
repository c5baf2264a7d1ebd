//! What Rust's callers can rely on: cancelling, deadlines, TLS, concurrency, secrets.

#![allow(clippy::unwrap_used)]

mod support;

use std::{
    io::{Read, Write},
    net::{Shutdown, TcpListener},
    thread,
    time::{Duration, Instant},
};

use bootpay_core::{
    Bootpay, BootpayError, ClientOptions, Credentials, Timeout,
    model::{AttemptOutcome, CancelFull, CancelPartial, DeleteBillingKey, ErrorKind, GetReceipt, Repeat},
};
use bootpay_emulator::Certificate;
use serde_json::json;
use support::{Emulator, Relay, application, keys, text};

fn get(client: &Bootpay) -> Result<bootpay_core::model::Receipt, BootpayError> {
    client.payments().get(GetReceipt::new("6712ab34c0de5f0012a4b901")).wait()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_first_calls_make_one_token_request() {
    let emulator = Emulator::start();
    let receipt = emulator.pay(&json!({}));
    let client = Bootpay::with_options(application(&emulator.merchant), emulator.options()).unwrap();
    let calls: Vec<_> =
        (0..1000).map(|_| tokio::spawn(client.payments().get(GetReceipt::new(text(&receipt, "receipt_id"))))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let requests = emulator.requests();
    assert_eq!(requests.iter().filter(|request| request["path"] == "/v2/request/token").count(), 1);
    assert_eq!(requests.len(), 1001);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_cannot_be_had_is_asked_for_once_by_those_who_wait() {
    let emulator = Emulator::start();
    let credentials = Credentials::new().application_id("6712a000c0de5f0012a4b900").private_key("wrong");
    let client = Bootpay::with_options(credentials, emulator.options()).unwrap();
    let calls: Vec<_> =
        (0..100).map(|_| tokio::spawn(client.payments().get(GetReceipt::new("6712ab34c0de5f0012a4b901")))).collect();
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        assert_eq!((error.kind, error.code.as_deref()), (ErrorKind::Config, Some("APP_KEY_NOT_FOUND")));
    }
    assert!(emulator.requests().len() < 25, "{} token requests", emulator.requests().len());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_cancel_goes_on_and_is_remembered() {
    let emulator = Emulator::start();
    let receipt = emulator.pay(&json!({ "price": 1000, "state": "paid" }));
    let client = emulator.client();
    emulator.fault(&json!({ "path": "/v2/cancel", "kind": "stall", "seconds": 1 }));
    let call = client.payments().cancel_full(CancelFull::new(text(&receipt, "receipt_id")));
    assert!(tokio::time::timeout(Duration::from_millis(300), call).await.is_err());

    let attempts = client.attempts().unresolved();
    assert_eq!(attempts.len(), 1);
    assert_eq!(attempts[0].outcome, AttemptOutcome::Pending);
    until(|| client.attempts().unresolved()[0].outcome == AttemptOutcome::Done);
    let receipt = client.payments().get(GetReceipt::new(text(&receipt, "receipt_id"))).await.unwrap();
    assert_eq!(receipt.cancelled_price, 1000);
    assert!(client.attempts().acknowledge(&attempts[0].id));
    assert!(client.attempts().unresolved().is_empty());
    assert!(!client.attempts().acknowledge(&attempts[0].id));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancel_dropped_before_it_left_never_leaves() {
    let emulator = Emulator::start();
    let receipt = emulator.pay(&json!({ "price": 1000, "state": "paid" }));
    let client = emulator.client();
    emulator.fault(&json!({ "path": "/v2/receipt", "kind": "stall", "seconds": 1 }));
    let call = client.payments().cancel_partial(CancelPartial::new(text(&receipt, "receipt_id"), 500, "c-1"));
    assert!(tokio::time::timeout(Duration::from_millis(300), call).await.is_err());
    assert!(client.attempts().unresolved().is_empty());
    tokio::time::sleep(Duration::from_millis(1200)).await;
    assert!(emulator.requests().iter().all(|request| request["path"] != "/v2/cancel"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_read_is_cut_short() {
    let emulator = Emulator::start();
    let receipt = emulator.pay(&json!({}));
    let client = emulator.client();
    emulator.fault(&json!({ "path": "/v2/receipt", "kind": "stall", "seconds": 30 }));
    let call = client.payments().get(GetReceipt::new(text(&receipt, "receipt_id")));
    assert!(tokio::time::timeout(Duration::from_millis(200), call).await.is_err());
    assert!(client.attempts().unresolved().is_empty());
}

#[test]
fn a_cancelled_call_says_so_once() {
    let emulator = Emulator::start();
    let receipt = emulator.pay(&json!({ "price": 1000, "state": "paid" }));
    let client = emulator.client();
    emulator.fault(&json!({ "path": "/v2/cancel", "kind": "stall", "seconds": 1 }));
    let (sender, outcomes) = std::sync::mpsc::channel();
    let call = client.payments().cancel_full(CancelFull::new(text(&receipt, "receipt_id")));
    let cancel = call.start(move |outcome| sender.send(outcome).unwrap());
    until(|| !client.attempts().unresolved().is_empty());
    let error = cancel.cancel().expect("it had left");
    assert_eq!((error.kind, error.repeat), (ErrorKind::OutcomeUnknown, Repeat::AfterResolve));
    assert_eq!(error.attempt.as_ref().unwrap().id, client.attempts().unresolved()[0].id);
    assert_eq!(outcomes.recv().unwrap().unwrap().cancelled_price, 1000);
    assert!(outcomes.recv().is_err());
    assert_eq!(client.attempts().unresolved()[0].outcome, AttemptOutcome::Done);
}

#[test]
fn what_was_acknowledged_after_its_caller_went_does_not_come_back() {
    let emulator = Emulator::start();
    let made = emulator.control("POST", "/emulator/billing-keys", None);
    let client = emulator.client();
    emulator.fault(&json!({ "path": "/v2/subscribe/billing_key", "kind": "stall", "seconds": 1 }));
    let cancel = client.billing().delete(DeleteBillingKey::new(text(&made, "billing_key"))).start(drop);
    until(|| !client.attempts().unresolved().is_empty());
    let attempt = cancel.cancel().expect("it had left").attempt.clone().unwrap();
    assert_eq!(attempt.endpoint, "billing.delete");
    until(|| client.attempts().unresolved()[0].outcome == AttemptOutcome::Done);
    assert!(client.attempts().acknowledge(&attempt.id));
    assert!(cancel.cancel().is_some());
    assert!(client.attempts().unresolved().is_empty());
}

#[test]
fn a_client_that_is_dropped_lets_its_money_calls_finish() {
    let emulator = Emulator::start();
    let receipt = emulator.pay(&json!({ "price": 1000, "state": "paid" }));
    emulator.fault(&json!({ "path": "/v2/cancel", "kind": "stall", "seconds": 1 }));
    let client = emulator.client();
    let call = client.payments().cancel_full(CancelFull::new(text(&receipt, "receipt_id")));
    let _ = call.start(|_| {});
    until(|| !client.attempts().unresolved().is_empty());
    drop(client);
    let other = emulator.client();
    until(|| {
        let receipt = other.payments().get(GetReceipt::new(text(&receipt, "receipt_id"))).wait().unwrap();
        receipt.cancelled_price == 1000
    });
}

#[test]
fn one_client_serves_any_runtime_and_none() {
    let emulator = Emulator::start();
    let receipt = emulator.pay(&json!({}));
    let client = emulator.client();
    let request = || GetReceipt::new(text(&receipt, "receipt_id"));
    client.payments().get(request()).wait().unwrap();
    for _ in 0..2 {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(client.payments().get(request())).unwrap();
    }
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| client.payments().get(request()).wait().unwrap());
        }
    });
}

#[test]
fn a_connection_is_kept_and_one_that_the_server_closed_is_replaced() {
    let emulator = Emulator::start();
    let relay = Relay::before(&emulator.url);
    let receipt = emulator.pay(&json!({ "price": 1000, "state": "paid" }));
    let client = Bootpay::with_options(keys(&emulator.merchant), ClientOptions::new().base_url(&*relay.url)).unwrap();
    let id = text(&receipt, "receipt_id");
    for _ in 0..20 {
        client.payments().get(GetReceipt::new(id)).wait().unwrap();
    }
    assert_eq!(relay.count(), 1);
    relay.hang_up();
    // The client's thread sees it at once; a call that moves money is not sent into the void.
    thread::sleep(Duration::from_millis(100));
    client.payments().cancel_full(CancelFull::new(id)).wait().unwrap();
    assert_eq!(relay.count(), 3, "the read before, and the cancel");
}

#[test]
fn a_thousand_calls_one_after_another_make_one_tls_handshake() {
    let emulator = Emulator::with(Some(Certificate::Valid));
    let receipt = emulator.pay(&json!({}));
    let relay = Relay::before(&emulator.url);
    let options = emulator.trusting_options().base_url(relay.url.replace("http:", "https:"));
    let client = Bootpay::with_options(keys(&emulator.merchant), options).unwrap();
    for _ in 0..1000 {
        client.payments().get(GetReceipt::new(text(&receipt, "receipt_id"))).wait().unwrap();
    }
    // A TLS connection begins with a handshake, and has one in all.
    assert_eq!(relay.count(), 1);
}

#[test]
fn a_redirect_is_not_followed() {
    let emulator = Emulator::start();
    let receipt = emulator.pay(&json!({ "price": 1000, "state": "paid" }));
    let target = emulator.url.clone();
    let relay = Relay::serving(move |mut client| {
        let mut request = [0; 4096];
        let _ = client.read(&mut request);
        let reply =
            format!("HTTP/1.1 307 Temporary Redirect\r\nlocation: {target}/v2/cancel\r\ncontent-length: 0\r\n\r\n");
        let _ = client.write_all(reply.as_bytes());
    });
    let client = Bootpay::with_options(keys(&emulator.merchant), ClientOptions::new().base_url(&*relay.url)).unwrap();
    let error = client.payments().cancel_full(CancelFull::new(text(&receipt, "receipt_id"))).wait().unwrap_err();
    assert_eq!((error.kind, error.status), (ErrorKind::OutcomeUnknown, Some(307)));
    // The read before, and the cancel.
    assert_eq!((relay.count(), emulator.requests().len()), (2, 0));
}

#[test]
fn a_money_call_whose_connection_breaks_is_not_sent_again() {
    let relay = Relay::serving(|mut client| {
        let mut request = [0; 4096];
        let _ = client.read(&mut request);
        if request.starts_with(b"GET") {
            let _ = client.write_all(b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 4\r\n\r\nnull");
        }
        let _ = client.shutdown(Shutdown::Both);
    });
    let credentials = Credentials::new().client_key("k").secret_key("s");
    let client = Bootpay::with_options(credentials, ClientOptions::new().base_url(&*relay.url)).unwrap();
    let error = client.payments().cancel_full(CancelFull::new("6712ab34c0de5f0012a4b901")).wait().unwrap_err();
    assert_eq!(error.kind, ErrorKind::OutcomeUnknown);
    thread::sleep(Duration::from_millis(300));
    assert_eq!(relay.count(), 2, "the read before, and the cancel");
}

#[test]
fn certificates_must_be_trusted_valid_and_of_the_host() {
    let unsent = |client: &Bootpay, what: &str| {
        let error = get(client).unwrap_err();
        assert_eq!(
            (error.kind, error.repeat, error.status),
            (ErrorKind::NotSent, Repeat::Safe, None),
            "{what}: {error}"
        );
        let error = client.payments().cancel_full(CancelFull::new("6712ab34c0de5f0012a4b901")).wait().unwrap_err();
        assert_eq!(error.kind, ErrorKind::NotSent, "{what}: {error}");
        assert!(client.attempts().unresolved().is_empty());
    };
    for (certificate, what) in [(Certificate::Expired, "expired"), (Certificate::WrongHost, "wrong host")] {
        let emulator = Emulator::with(Some(certificate));
        let options = emulator.options().ca_certificates(emulator.ca.clone().unwrap());
        unsent(&Bootpay::with_options(keys(&emulator.merchant), options).unwrap(), what);
    }
    let emulator = Emulator::with(Some(Certificate::Valid));
    unsent(&Bootpay::with_options(keys(&emulator.merchant), emulator.options()).unwrap(), "untrusted");
    let options = emulator.options().ca_certificates(emulator.ca.clone().unwrap());
    let error = get(&Bootpay::with_options(keys(&emulator.merchant), options).unwrap()).unwrap_err();
    assert_eq!(error.code.as_deref(), Some("RC_NOT_FOUND"));
}

#[test]
fn nobody_there_means_not_sent() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for url in [format!("http://{free}"), "https://no-such-host.invalid".to_owned()] {
        let client = Bootpay::with_options(
            Credentials::new().client_key("k").secret_key("s"),
            ClientOptions::new().base_url(&*url),
        );
        let error = get(&client.unwrap()).unwrap_err();
        assert_eq!(error.kind, ErrorKind::NotSent, "{url}: {error}");
    }
}

#[test]
fn a_deadline_holds() {
    let emulator = Emulator::start();
    let receipt = emulator.pay(&json!({}));
    emulator.fault(&json!({ "path": "/v2/receipt", "kind": "stall", "seconds": 20 }));
    let begun = Instant::now();
    let call = emulator.client().payments().get(GetReceipt::new(text(&receipt, "receipt_id")));
    let error = call.timeout(Duration::from_millis(200)).wait().unwrap_err();
    assert_eq!(error.kind, ErrorKind::Unavailable);
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_client_is_not_made_of_halves() {
    let full = || Credentials::new().client_key("k").secret_key("s");
    for (credentials, field) in [
        (Credentials::new(), "client_key"),
        (Credentials::new().client_key("k"), "secret_key"),
        (Credentials::new().secret_key("s"), "client_key"),
        (Credentials::new().application_id("a"), "private_key"),
        (Credentials::new().private_key("p"), "application_id"),
        (full().application_id("a"), "private_key"),
        (Credentials::new().client_key("").secret_key("s"), "client_key"),
        (Credentials::new().client_key(" ").secret_key(" "), "client_key"),
        (Credentials::new().client_key("a:b").secret_key("s"), "client_key"),
    ] {
        let error = Bootpay::new(credentials.clone()).unwrap_err();
        assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some(field)), "{credentials:?}");
    }
    // What a file, a form or an editor left in a key: it is named, and never printed.
    for (key, rule) in [
        ("marker key", "white space"),
        (" markerkey", "white space"),
        ("markerkey ", "white space"),
        ("markerkey\n", "white space"),
        ("markerkey\r\n", "white space"),
        ("marker\tkey", "white space"),
        ("marker\u{a0}key", "white space"),
        ("marker\u{3000}key", "white space"),
        ("\u{feff}markerkey", "byte order mark"),
        ("marker\u{feff}key", "byte order mark"),
        ("marker\0key", "control characters"),
        ("marker\u{7f}key", "control characters"),
        ("marker\u{85}key", "white space"),
        ("marker\u{200b}key", "ASCII"),
        ("markerkeyé", "ASCII"),
        ("마커marker", "ASCII"),
    ] {
        let both = || full().application_id("a").private_key("p");
        for (credentials, field) in [
            (both().client_key(key), "client_key"),
            (both().secret_key(key), "secret_key"),
            (both().application_id(key), "application_id"),
            (both().private_key(key), "private_key"),
            (Credentials::new().client_key(key), "client_key"),
        ] {
            let error = Bootpay::new(credentials).unwrap_err();
            assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some(field)), "{key:?}");
            assert!(error.detail.contains(field) && error.detail.contains(rule), "{key:?}: {error}");
            assert!(!format!("{error} {error:?}").contains("marker"), "{error}");
        }
    }
    for (options, field) in [
        (ClientOptions::new().base_url("http://api.bootpay.co.kr"), "base_url"),
        (ClientOptions::new().base_url("bootpay"), "base_url"),
        (ClientOptions::new().timeout(Duration::ZERO), "timeout"),
        (ClientOptions::new().money_timeout(Timeout::from_seconds(f64::NAN)), "money_timeout"),
        (ClientOptions::new().connect_timeout(Timeout::from_seconds(-1.0)), "connect_timeout"),
        (ClientOptions::new().ca_certificates("no PEM"), "ca_certificates"),
    ] {
        let error = Bootpay::with_options(full(), options).unwrap_err();
        assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some(field)));
    }
}

#[test]
fn no_secret_is_printed() {
    let emulator = Emulator::start();
    let mut printed = vec![];
    let credentials = || {
        Credentials::new()
            .client_key("marker-1")
            .secret_key("marker-2")
            .application_id("marker-3")
            .private_key("marker-4")
    };
    let client = Bootpay::with_options(credentials(), emulator.options()).unwrap();
    emulator.fault(&json!({ "path": "/v2/receipt", "status": { "status": 500, "body": {
        "message": "marker-1 marker-2 bWFya2VyLTE6bWFya2VyLTI=", "error_code": "X" } } }));
    emulator.fault(
        &json!({ "path": "/v2/receipt", "status": { "status": 502, "body": "<p>marker-2 bWFya2VyLTE6bWFya2VyLTI=" } }),
    );
    for _ in 0..3 {
        let error = get(&client).unwrap_err();
        printed.push(format!("{error} {error:?} {}", serde_json::to_string(&*error).unwrap()));
    }
    let refund = bootpay_core::model::Refund::new("marker-5", "holder", "088");
    let request = CancelFull::new("6712ab34c0de5f0012a4b901").refund(refund);
    let call = client.payments().cancel_full(request.clone());
    printed.push(format!("{client:?} {:?} {request:?} {call:?}", credentials()));
    let printed = printed.join("\n");
    assert!(!printed.contains("marker") && !printed.contains("bWFya2Vy"), "{printed}");
    assert!(printed.contains("•••"));
}

fn until(mut so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !so() {
        assert!(begun.elapsed() < Duration::from_secs(10), "not so after 10 seconds");
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_closed_client_refuses_calls_and_keeps_its_attempts() {
    let emulator = Emulator::start();
    let client = emulator.client();
    let receipt = emulator.pay(&json!({ "order_id": "o-1", "price": 1000, "state": "paid" }));
    let id = text(&receipt, "receipt_id");
    emulator.fault(&json!({ "path": "/v2/cancel", "kind": "stall", "seconds": 0.5, "when": "after" }));
    // Given up while it is under way, and the client closed at once.
    let mut cancelling = client.payments().cancel_full(CancelFull::new(id));
    let ended = cancelling_after(&mut cancelling, Duration::from_millis(200));
    assert!(ended.is_none());
    drop(cancelling);
    client.__close();
    client.__close();
    let error = client.payments().get(GetReceipt::new(id)).wait().unwrap_err();
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some("client")));
    let listed = client.attempts().unresolved();
    assert_eq!(listed.len(), 1);
    std::thread::sleep(Duration::from_millis(800));
    assert_eq!(client.attempts().unresolved()[0].outcome, AttemptOutcome::Done, "it went on");
    assert!(client.attempts().acknowledge(&listed[0].id) && !client.attempts().acknowledge(&listed[0].id));
    assert!(client.attempts().unresolved().is_empty());
}

/// Polls a call for some time.
fn cancelling_after<E: bootpay_core::Endpoint>(
    call: &mut bootpay_core::PendingCall<E>,
    time: Duration,
) -> Option<Result<E::Response, BootpayError>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { tokio::time::timeout(time, call).await.ok() })
}
