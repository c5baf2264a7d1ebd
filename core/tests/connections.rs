//! The connections that carry requests: of the pool, or one for each exchange.

#![allow(clippy::unwrap_used)]

mod support;

use std::{
    io::{self, BufRead, BufReader, Write},
    net::{Shutdown, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use bootpay_core::{
    Bootpay, Timestamp,
    model::{
        CancelFull, CancelPartial, ChargeBillingKey, ConfirmPayment, CreateReservation, ErrorKind, GetReceipt,
        ResendWebhook, ResolveAttempt, VerifyPayment,
    },
};
use bootpay_emulator::Certificate;
use serde_json::{Value, json};
use support::{Emulator, ID, Relay, client, keys, receipt, text};

/// A client of this emulator, behind this relay.
fn behind(relay: &Relay, emulator: &Emulator) -> Bootpay {
    let url = relay.url.replace("http://", if emulator.ca.is_some() { "https://" } else { "http://" });
    Bootpay::with_options(keys(&emulator.merchant), emulator.trusting_options().base_url(url)).unwrap()
}

#[test]
fn what_money_rests_on_has_connections_of_its_own_and_the_rest_share_one() {
    for tls in [None, Some(Certificate::Valid)] {
        let emulator = Emulator::with(tls);
        let relay = Relay::before(&emulator.url);
        let client = behind(&relay, &emulator);
        let payment = emulator.pay(&json!({ "order_id": "o-1", "price": 1000 }));
        let id = text(&payment, "receipt_id");
        let get = || drop(client.payments().get(GetReceipt::new(id)).wait().unwrap());
        let mut before = 0;
        let mut opened = |call: &dyn Fn()| {
            call();
            let count = relay.count();
            count - std::mem::replace(&mut before, count)
        };
        assert_eq!(opened(&get), 1);
        assert_eq!(opened(&get), 0);
        // The payment is read first.
        let confirm = || drop(client.payments().confirm(ConfirmPayment::new(id, "o-1", 1000)).wait().unwrap());
        assert_eq!(opened(&confirm), 2);
        let verify = || drop(client.payments().verify(VerifyPayment::new(id, "o-1", 1000)).wait().unwrap());
        assert_eq!(opened(&verify), 1);
        let part = || drop(client.payments().cancel_partial(CancelPartial::new(id, 100, "c-1")).wait().unwrap());
        assert_eq!(opened(&part), 2);
        emulator.fault(&json!({ "path": "/v2/cancel", "kind": "reset", "when": "after" }));
        let lost = client.payments().cancel_full(CancelFull::new(id)).wait().unwrap_err().attempt.clone().unwrap();
        opened(&|| ());
        let resolve = || {
            let resolve = ResolveAttempt::new(&*lost.serialized);
            drop(client.attempts().resolve(resolve).wait().unwrap());
        };
        assert_eq!(opened(&resolve), 1);
        assert_eq!(opened(&get), 0, "the pool's is still there");
    }
}

/// A Bootpay whose connections are out of step: the first response of each comes twice, so that every
/// later request gets the response to the one before.
fn out_of_step() -> Relay {
    Relay::serving(|mut connection| {
        let mut requests = BufReader::new(connection.try_clone().unwrap());
        let mut waiting = vec![];
        while let Some((line, own)) = next_request(&mut requests) {
            waiting.push(response(&line));
            if waiting.len() == 1 && !own {
                waiting.push(waiting[0].clone());
            }
            let _ = connection.write_all(waiting.remove(0).as_bytes());
        }
    })
}

/// The request line, and whether nothing else will come on this connection.
fn next_request(requests: &mut BufReader<TcpStream>) -> Option<(String, bool)> {
    let (mut line, mut length, mut own) = (String::new(), 0, false);
    (requests.read_line(&mut line).ok()? > 0).then_some(())?;
    loop {
        let mut header = String::new();
        requests.read_line(&mut header).ok()?;
        let header = header.trim().to_ascii_lowercase();
        if header.is_empty() {
            break;
        }
        own |= header == "connection: close";
        if let Some(value) = header.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    io::Read::read_exact(requests, &mut vec![0; length]).ok()?;
    Some((line, own))
}

fn response(line: &str) -> String {
    let (status, body) = if line.contains("/v2/receipt/missing") {
        (404, r#"{"error_code":"RC_NOT_FOUND","message":"m"}"#.to_owned())
    } else if line.contains("/v2/receipt/") {
        let id = line.split(['/', ' ', '?']).nth(4).unwrap();
        (200, receipt(&json!({ "receipt_id": id })))
    } else if line.contains("/v2/subscribe/payment/reserve") {
        (200, r#"{"reserve_id":"reserve-1","reserve_execute_at":"2030-01-01T00:00:00+09:00"}"#.to_owned())
    } else {
        (200, receipt(&json!({})))
    };
    format!("HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}

#[test]
fn a_response_to_a_look_up_is_nobody_elses() {
    let relay = out_of_step();
    for first in ["r-1", "missing"] {
        let client = client(&relay.url);
        let get = |id: &str| client.payments().get(GetReceipt::new(id)).wait();
        if first == "missing" {
            assert_eq!(get(first).unwrap_err().code.as_deref(), Some("RC_NOT_FOUND"));
        } else {
            get(first).unwrap();
            assert_eq!(get("r-2").unwrap_err().kind, ErrorKind::UnexpectedResponse, "it is the second copy");
        }
        assert_eq!(get("r-3").unwrap().receipt_id, "r-3", "neither is used again");
        // A copy of that waits in the pool.
        let charge = ChargeBillingKey::new("key-1", "tea", "o-1", 1000);
        assert_eq!(client.billing().charge(charge).wait().unwrap().receipt_id, ID);
        let soon = Timestamp::from_millis(Timestamp::now().as_millis() + 60_000).unwrap();
        let reservation = CreateReservation::new("key-1", "tea", "o-1", 1000, soon);
        assert_eq!(client.reservations().create(reservation).wait().unwrap().reserve_id, "reserve-1");
        assert_eq!(get("r-4").unwrap_err().kind, ErrorKind::UnexpectedResponse);
        assert!(client.attempts().unresolved().is_empty());
    }
}

#[test]
fn connecting_is_tried_again_and_sending_never() {
    let emulator = Emulator::with(Some(Certificate::Valid));
    for (cut, ends) in [(2, None), (3, Some(ErrorKind::NotSent))] {
        let key = emulator.control("POST", "/emulator/billing-keys", None);
        let accepted = Arc::new(AtomicUsize::new(0));
        let (count, target) = (Arc::clone(&accepted), emulator.url.replace("https://", ""));
        let relay = Relay::serving(move |connection| {
            if count.fetch_add(1, Ordering::SeqCst) < cut {
                let _ = connection.shutdown(Shutdown::Both);
            } else {
                support::pass(connection, TcpStream::connect(&target).unwrap());
            }
        });
        let before = reservations(&emulator);
        // Without a read before it.
        let soon = Timestamp::from_millis(Timestamp::now().as_millis() + 60_000).unwrap();
        let reservation = CreateReservation::new(text(&key, "billing_key"), "tea", format!("o-{cut}"), 1000, soon);
        let client = behind(&relay, &emulator);
        let ended = client.reservations().create(reservation).wait();
        assert_eq!(ended.as_ref().err().map(|error| error.kind), ends, "{ended:?}");
        assert_eq!(accepted.load(Ordering::SeqCst), 3);
        assert_eq!(reservations(&emulator) - before, usize::from(ends.is_none()));
        assert!(client.attempts().unresolved().is_empty());
    }
}

fn reservations(emulator: &Emulator) -> usize {
    emulator.requests().iter().filter(|request| request["path"] == "/v2/subscribe/payment/reserve").count()
}

#[test]
fn who_is_not_trusted_is_not_connected_to_again() {
    let emulator = Emulator::with(Some(Certificate::Valid));
    let relay = Relay::before(&emulator.url);
    let options = emulator.options().base_url(relay.url.replace("http://", "https://"));
    let client = Bootpay::with_options(keys(&emulator.merchant), options).unwrap();
    assert_eq!(client.payments().cancel_full(CancelFull::new(ID)).wait().unwrap_err().kind, ErrorKind::NotSent);
    assert_eq!(relay.count(), 1);
}

#[test]
fn a_connection_that_took_too_long_is_not_used_for_money() {
    let emulator = Emulator::with(Some(Certificate::Valid));
    let target = emulator.url.replace("https://", "");
    let relay = Relay::serving(move |connection| {
        thread::sleep(Duration::from_millis(1200));
        support::pass(connection, TcpStream::connect(&target).unwrap());
    });
    let client = behind(&relay, &emulator);
    // Without a read before it.
    let resend = client.webhooks().resend(ResendWebhook::new(ID, "https://shop.example/hook"));
    let error = resend.timeout(Duration::from_secs(2)).wait().unwrap_err();
    assert_eq!(error.kind, ErrorKind::NotSent, "{error}");
    assert!(error.detail.contains("too little time"), "{error}");
    assert_eq!(emulator.requests(), Vec::<Value>::new());
}

/// A server that floods every request for a while, and then is silent.
fn flood(head: &'static str, unit: &'static str) -> Relay {
    Relay::serving(move |mut connection| {
        let mut requests = BufReader::new(connection.try_clone().unwrap());
        next_request(&mut requests);
        let _ = connection.write_all((head.to_owned() + &unit.repeat(100_000 / unit.len())).as_bytes());
        while next_request(&mut requests).is_some() {}
    })
}

#[test]
fn a_flood_is_no_response_and_does_not_outlast_the_deadline() {
    for (head, unit) in [
        ("", "HTTP/1.1 100 Continue\r\n\r\n"),
        ("", "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n"),
        ("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n", "0"),
        ("HTTP/1.1 200 OK\r\n", "x-header: 1\r\n"),
    ] {
        let relay = flood(head, unit);
        let (client, timeout) = (client(&relay.url), Duration::from_millis(300));
        let get = client.payments().get(GetReceipt::new(ID)).timeout(timeout).wait().unwrap_err();
        assert_eq!(get.kind, ErrorKind::Unavailable, "{unit:?}: {get}");
        let resend = client.webhooks().resend(ResendWebhook::new(ID, "https://shop.example/hook"));
        let resend = resend.timeout(timeout).wait().unwrap_err();
        assert_eq!(resend.kind, ErrorKind::OutcomeUnknown, "{unit:?}: {resend}");
    }
}
