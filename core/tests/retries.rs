//! What is asked again, and when.

#![allow(clippy::unwrap_used)]

mod support;

use std::{
    io::{Read, Write},
    net::TcpListener,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use bootpay_core::{
    Bootpay, ClientOptions, Credentials,
    model::{CancelFull, ErrorKind, GetReceipt},
};
use bootpay_emulator::Certificate;
use serde_json::json;
use support::{Emulator, ID, Relay, client, receipt};

/// A server that says 429 and when to come back, and answers from the second time on.
fn busy_once(retry_after: &'static str) -> (Relay, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&count);
    let relay = Relay::serving(move |mut stream| {
        let mut buffer = [0; 4096];
        while stream.read(&mut buffer).is_ok_and(|read| read > 0) {
            let (head, body) = if seen.fetch_add(1, Ordering::SeqCst) == 0 {
                (format!("429 X\r\nretry-after: {retry_after}"), "slow down".to_owned())
            } else {
                ("200 X\r\ncontent-type: application/json".to_owned(), receipt(&json!({})))
            };
            let answer = format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\n\r\n{body}", body.len());
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    (relay, count)
}

#[test]
fn bootpay_is_left_alone_for_as_long_as_it_asks() {
    let (relay, count) = busy_once("1");
    let begun = Instant::now();
    client(&relay.url).payments().get(GetReceipt::new(ID)).wait().unwrap();
    assert!(begun.elapsed() >= Duration::from_secs(1));
    assert_eq!(count.load(Ordering::SeqCst), 2);
}

#[test]
fn nobody_waits_for_what_comes_after_the_deadline() {
    // The second is longer than a clock can count.
    for retry_after in ["100", "18446744073709551615", "Wed, 29 Dec 9999 23:59:59 GMT"] {
        let (relay, count) = busy_once(retry_after);
        let begun = Instant::now();
        let call = client(&relay.url).payments().get(GetReceipt::new(ID)).timeout(Duration::from_secs(5));
        let error = call.wait().unwrap_err();
        assert_eq!((error.kind, error.status), (ErrorKind::Unavailable, Some(429)), "{retry_after}: {error}");
        assert!(begun.elapsed() < Duration::from_secs(4));
        assert_eq!(count.load(Ordering::SeqCst), 1);
    }
}

#[test]
fn what_cannot_be_reached_is_tried_again_unless_it_changes_something() {
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let client = client(&format!("http://{nobody}"));
    assert_eq!(client.payments().get(GetReceipt::new(ID)).wait().unwrap_err().kind, ErrorKind::NotSent);
    assert_eq!(client.payments().cancel_full(CancelFull::new(ID)).wait().unwrap_err().kind, ErrorKind::NotSent);
    assert!(client.attempts().unresolved().is_empty());
}

#[test]
fn who_is_not_to_be_trusted_is_not_asked_again() {
    let emulator = Emulator::with(Some(Certificate::Valid));
    let relay = Relay::before(&emulator.url);
    let client = client(&relay.url.replacen("http:", "https:", 1));
    assert_eq!(client.payments().get(GetReceipt::new(ID)).wait().unwrap_err().kind, ErrorKind::NotSent);
    assert_eq!(relay.count(), 1);
}

#[test]
fn how_often_has_bounds() {
    let with = |retries| {
        let options = ClientOptions::new().retries(retries);
        Bootpay::with_options(Credentials::new().client_key("key").secret_key("secret"), options)
    };
    assert!(with(0).is_ok() && with(10).is_ok());
    for bad in [-1, 11] {
        assert_eq!(with(bad).unwrap_err().field.as_deref(), Some("retries"));
    }
}
