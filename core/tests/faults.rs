//! What a client makes of the nastiest that can happen on the way to Bootpay and back.

#![allow(clippy::unwrap_used)]

mod support;

use std::{
    thread,
    time::{Duration, Instant},
};

use bootpay_core::{
    Bootpay, BootpayError, Endpoint, PendingCall,
    model::{
        Attempt, CancelFull, CancelPartial, ChargeBillingKey, ConfirmPayment, ErrorKind, FindByOrder, GetReceipt,
        Receipt, Resolution, ResolveAttempt, ResolvedOutcome,
    },
};
use bootpay_emulator::Certificate;
use serde_json::json;
use support::{Emulator, keys, text};

const SHORT: Duration = Duration::from_secs(1);

fn quick(emulator: &Emulator, quiet: Duration) -> Bootpay {
    Bootpay::with_options(keys(&emulator.merchant), emulator.trusting_options().quiet_period(quiet)).unwrap()
}

fn paid(emulator: &Emulator, order_id: &str) -> String {
    let receipt = emulator.pay(&json!({ "order_id": order_id, "price": 1000, "state": "paid" }));
    text(&receipt, "receipt_id").to_owned()
}

fn unknown<T>(outcome: Result<T, BootpayError>) -> Attempt {
    let error = outcome.err().unwrap();
    assert_eq!(error.kind, ErrorKind::OutcomeUnknown, "{error}");
    error.attempt.clone().unwrap()
}

fn resolve(client: &Bootpay, attempt: &Attempt) -> Resolution {
    let resolve = ResolveAttempt::new(&*attempt.serialized);
    client.attempts().resolve(resolve).timeout(Duration::from_secs(10)).wait().unwrap()
}

/// How often a path was asked for.
fn count(emulator: &Emulator, path: &str) -> usize {
    emulator.requests().iter().filter(|entry| entry["path"].as_str().unwrap().starts_with(path)).count()
}

#[test]
fn the_second_copy_of_a_reply_is_nobodys_answer() {
    for tls in [None, Some(Certificate::Valid)] {
        let emulator = Emulator::with(tls);
        let client = quick(&emulator, SHORT);
        for round in 0..20 {
            let [order, other] = [format!("o-{round}"), format!("p-{round}")];
            let receipt = emulator.pay(&json!({ "order_id": order, "price": 1000 }));
            let (id, second) = (text(&receipt, "receipt_id"), paid(&emulator, &other));
            emulator.fault(&json!({ "path": "/v2", "kind": "duplicated", "times": 100 }));
            let get = |id: &str| client.payments().get(GetReceipt::new(id)).wait().unwrap();
            assert_eq!(get(id).order_id.as_deref(), Some(&*order));
            assert_eq!(get(&second).order_id.as_deref(), Some(&*other));
            client.payments().confirm(ConfirmPayment::new(id, &*order, 1000)).wait().unwrap();
            // The same payment again and again: only what it says tells the replies apart.
            for (number, cancelled) in [(1, 100), (2, 200), (3, 300)] {
                let part = CancelPartial::new(id, 100, format!("c-{number}"));
                assert_eq!(client.payments().cancel_partial(part).wait().unwrap().cancelled_price, cancelled);
            }
            let found = client.payments().find_by_order(FindByOrder::new(&*order)).wait().unwrap();
            assert_eq!(found[0].cancelled_price, 300);
            assert_eq!(client.payments().cancel_full(CancelFull::new(id)).wait().unwrap().cancelled_price, 1000);
            emulator.control("DELETE", "/emulator/faults", None);
        }
        assert!(client.attempts().unresolved().is_empty());
        assert!(emulator.requests().iter().all(|entry| entry["fault"] == "duplicated"));
    }
}

#[test]
fn a_second_copy_that_comes_late_is_noticed() {
    let emulator = Emulator::start();
    let late = |path: &str| emulator.fault(&json!({ "path": path, "kind": "duplicated", "seconds": 1 }));
    let [id, other] = ["o-1", "o-2"].map(|order| {
        let receipt = emulator.pay(&json!({ "order_id": order, "price": 1000 }));
        text(&receipt, "receipt_id").to_owned()
    });
    let read = |client: &Bootpay, id: &str| client.payments().get(GetReceipt::new(id)).wait();
    // On a slow day the copy comes between the calls, and the connection is given up: then all is well.
    let happened = |outcome: Result<Receipt, BootpayError>| match outcome {
        Ok(receipt) => receipt,
        Err(error) => {
            let resolved = resolve(&quick(&emulator, SHORT), &unknown::<()>(Err(error)));
            assert_eq!(resolved.outcome, ResolvedOutcome::Done, "{}", resolved.reason);
            resolved.receipt.unwrap()
        }
    };

    let client = quick(&emulator, SHORT);
    late("/v2/receipt");
    read(&client, &id).unwrap();
    match read(&client, &other) {
        Ok(receipt) => assert_eq!(receipt.receipt_id, other),
        Err(error) => assert_eq!(error.kind, ErrorKind::UnexpectedResponse, "it is about another payment"),
    }

    let client = quick(&emulator, SHORT);
    late("/v2/receipt");
    read(&client, &id).unwrap();
    let confirm = client.payments().confirm(ConfirmPayment::new(&*id, "o-1", 1000));
    if let Err(error) = confirm.wait() {
        assert_eq!(happened(Err(error)).status_code, 1);
    }

    // Each of them gives back as much: the copy of the first must not stand for the second.
    let client = quick(&emulator, SHORT);
    let part = |cancel_id: &str| client.payments().cancel_partial(CancelPartial::new(&*id, 100, cancel_id)).wait();
    late("/v2/cancel");
    part("c-1").unwrap();
    assert_eq!(happened(part("c-2")).cancelled_price, 200);
}

/// A refusal does not say what it is about.
#[test]
fn a_second_copy_of_a_refusal_refuses_nothing_else() {
    for tls in [None, Some(Certificate::Valid)] {
        let emulator = Emulator::with(tls);
        let client = quick(&emulator, SHORT);
        for changes in [true, false] {
            let id = paid(&emulator, "o-1");
            emulator.fault(&json!({ "path": "/v2", "kind": "duplicated", "seconds": 0.3 }));
            if changes {
                client.payments().cancel_full(CancelFull::new("nope")).wait().unwrap_err();
            } else {
                client.payments().get(GetReceipt::new("nope")).wait().unwrap_err();
            }
            // Answered when the copy has come.
            emulator.fault(
                &json!({ "method": "POST", "path": "/v2/cancel", "kind": "stall", "seconds": 0.6, "when": "after" }),
            );
            let cancelled = client.payments().cancel_full(CancelFull::new(&*id)).timeout(Duration::from_secs(5)).wait();
            assert_eq!(cancelled.unwrap().cancelled_price, 1000);
        }
    }
}

#[test]
fn a_reply_that_stops_half_way_is_none() {
    let emulator = Emulator::start();
    let client = quick(&emulator, SHORT);
    for (when, expected) in [("before", ResolvedOutcome::DidNotHappen), ("after", ResolvedOutcome::Done)] {
        for seconds in [0.2, 30.0] {
            let id = paid(&emulator, "o-1");
            emulator.fault(&json!({ "path": "/v2/cancel", "kind": "stalled_body", "seconds": seconds, "when": when }));
            let cancel = client.payments().cancel_full(CancelFull::new(id)).timeout(SHORT);
            assert_eq!(resolve(&client, &unknown(cancel.wait())).outcome, expected, "{when}");
        }
    }
    let id = paid(&emulator, "o-2");
    let get = || client.payments().get(GetReceipt::new(&*id));
    emulator.fault(&json!({ "path": "/v2/receipt", "kind": "stalled_body", "seconds": 0.2, "when": "after" }));
    assert_eq!(get().wait().unwrap().order_id.as_deref(), Some("o-2"), "it is asked again");
    emulator.fault(&json!({ "path": "/v2/receipt", "kind": "stalled_body", "seconds": 30, "when": "after" }));
    let begun = Instant::now();
    assert_eq!(get().timeout(SHORT).wait().unwrap_err().kind, ErrorKind::Unavailable);
    assert!(begun.elapsed() < SHORT * 2);
}

#[test]
fn a_reply_that_dribbles_is_taken_whole_or_not_at_all() {
    let emulator = Emulator::start();
    let client = quick(&emulator, SHORT);
    let dribble = |path: &str, seconds: f64| {
        emulator.fault(&json!({ "path": path, "kind": "dribbled", "seconds": seconds }));
    };
    let id = paid(&emulator, "o-1");
    dribble("/v2/receipt", 0.3);
    assert_eq!(client.payments().get(GetReceipt::new(&*id)).wait().unwrap().order_id.as_deref(), Some("o-1"));
    dribble("/v2/cancel", 0.3);
    client.payments().cancel_full(CancelFull::new(id)).wait().unwrap();

    let id = paid(&emulator, "o-2");
    dribble("/v2/receipt", 30.0);
    let get = client.payments().get(GetReceipt::new(&*id)).timeout(SHORT);
    assert_eq!(get.wait().unwrap_err().kind, ErrorKind::Unavailable);
    dribble("/v2/cancel", 30.0);
    let begun = Instant::now();
    let attempt = unknown(client.payments().cancel_full(CancelFull::new(id)).timeout(SHORT).wait());
    assert!(begun.elapsed() < SHORT * 2, "each piece is no new start of the time");
    assert_eq!(resolve(&client, &attempt).outcome, ResolvedOutcome::Done);
}

#[test]
fn what_is_carried_out_after_the_caller_gave_up_is_found() {
    let emulator = Emulator::start();
    // Longer than anything that is still on its way.
    let client = quick(&emulator, Duration::from_secs(4));
    let late = |path: &str| emulator.fault(&json!({ "path": path, "kind": "late_commit", "seconds": 2 }));
    let receipt = emulator.pay(&json!({ "order_id": "o-1", "price": 1000 }));
    let id = text(&receipt, "receipt_id");

    late("/v2/confirm");
    let confirm = unknown(client.payments().confirm(ConfirmPayment::new(id, "o-1", 1000)).wait());
    let hasty =
        client.attempts().resolve(ResolveAttempt::new(&*confirm.serialized)).timeout(Duration::from_millis(700));
    let hasty = hasty.wait().unwrap();
    assert_eq!((hasty.outcome, hasty.ask_again_at.is_some()), (ResolvedOutcome::Unknown, true), "{}", hasty.reason);
    assert_eq!(resolve(&client, &confirm).outcome, ResolvedOutcome::Done);

    late("/v2/cancel");
    let part = unknown(client.payments().cancel_partial(CancelPartial::new(id, 400, "c-1")).wait());
    let resolved = resolve(&client, &part);
    assert_eq!((resolved.outcome, resolved.receipt.unwrap().cancelled_price), (ResolvedOutcome::Done, 400));

    late("/v2/cancel");
    let rest = unknown(client.payments().cancel_full(CancelFull::new(id)).wait());
    let resolved = resolve(&client, &rest);
    assert_eq!((resolved.outcome, resolved.receipt.unwrap().cancelled_price), (ResolvedOutcome::Done, 1000));

    let key = emulator.control("POST", "/emulator/billing-keys", None);
    late("/v2/subscribe/payment");
    let charge = ChargeBillingKey::new(text(&key, "billing_key"), "tea", "o-2", 1000);
    let charge = unknown(client.billing().charge(charge).wait());
    assert_eq!(resolve(&client, &charge).outcome, ResolvedOutcome::Done);
    assert!(client.attempts().unresolved().is_empty());
    assert_eq!(count(&emulator, "/v2/confirm") + count(&emulator, "/v2/cancel"), 3, "nothing is sent twice");

    late("/v2/receipt");
    assert_eq!(client.payments().get(GetReceipt::new(id)).wait().unwrap().cancelled_price, 1000);
}

#[test]
fn a_busy_bootpay_is_asked_again_only_by_what_reads() {
    let emulator = Emulator::start();
    let client = quick(&emulator, SHORT);
    for kind in ["busy", "busy_503"] {
        let id = paid(&emulator, "o-1");
        emulator.fault(&json!({ "path": "/v2/receipt", "kind": kind, "seconds": 1 }));
        let begun = Instant::now();
        client.payments().get(GetReceipt::new(&*id)).wait().unwrap();
        assert!(begun.elapsed() >= SHORT, "it waited as long as it was told to");
        emulator.fault(&json!({ "path": "/v2/receipt", "kind": kind, "seconds": 60 }));
        let error = client.payments().get(GetReceipt::new(&*id)).timeout(SHORT * 2).wait().unwrap_err();
        assert_eq!(error.kind, ErrorKind::Unavailable);
        assert!(begun.elapsed() < SHORT * 3);

        for (when, expected) in [("before", ResolvedOutcome::DidNotHappen), ("after", ResolvedOutcome::Done)] {
            emulator.control("DELETE", "/emulator/requests", None);
            emulator.fault(&json!({ "path": "/v2/cancel", "kind": kind, "seconds": 1, "when": when }));
            let attempt = unknown(client.payments().cancel_full(CancelFull::new(&*id)).wait());
            assert_eq!(count(&emulator, "/v2/cancel"), 1);
            assert_eq!(resolve(&client, &attempt).outcome, expected, "{kind} {when}");
        }
    }
}

#[test]
fn a_connection_that_is_refused_or_cut_in_its_handshake() {
    let valid = Some(Certificate::Valid);
    for (tls, kind) in [(None, "refused"), (valid, "refused"), (valid, "tls_abort")] {
        let emulator = Emulator::with(tls);
        let id = paid(&emulator, "o-1");
        emulator.fault(&json!({ "kind": kind, "times": 2 }));
        let get = emulator.client().payments().get(GetReceipt::new(id)).wait();
        assert_eq!(get.unwrap().order_id.as_deref(), Some("o-1"), "{kind}: the third try is answered");

        let key = emulator.control("POST", "/emulator/billing-keys", None);
        // Connecting is tried three times, and the read before the charge as often.
        emulator.fault(&json!({ "kind": kind, "times": 9 }));
        let client = emulator.client();
        let charge = ChargeBillingKey::new(text(&key, "billing_key"), "tea", "o-2", 1000);
        let error = client.billing().charge(charge).wait().unwrap_err();
        let expected = [ErrorKind::NotSent, ErrorKind::OutcomeUnknown];
        // Nothing leaves before the handshake; without one, it may.
        let expected = if tls.is_some() { &expected[..1] } else { &expected };
        assert!(expected.contains(&error.kind), "{kind}: {error}");
        assert_eq!(count(&emulator, "/v2/subscribe"), 0);
    }
}

/// Every fault that a request can meet.
const KINDS: [&str; 13] = [
    "html_502",
    "empty",
    "truncated",
    "stalled_body",
    "wrong_content_type",
    "not_json",
    "reset",
    "busy",
    "busy_503",
    "stall",
    "dribbled",
    "duplicated",
    "late_commit",
];

/// Calls as a shop should: what is unknown is resolved, and only what did not happen is called again.
fn insist<E: Endpoint>(client: &Bootpay, mut call: impl FnMut(usize) -> PendingCall<E>) {
    for number in 0..50 {
        let Err(error) = call(number).wait() else { return };
        if error.kind != ErrorKind::OutcomeUnknown {
            assert!(
                [ErrorKind::NotSent, ErrorKind::Unavailable, ErrorKind::UnexpectedResponse].contains(&error.kind),
                "{error}"
            );
            continue;
        }
        let stored = &error.attempt.as_ref().unwrap().serialized;
        let outcome = loop {
            // What cannot be read just now can be read soon.
            match client.attempts().resolve(ResolveAttempt::new(&**stored)).wait() {
                Ok(resolution) if resolution.outcome == ResolvedOutcome::Unknown => panic!("{}", resolution.reason),
                Ok(resolution) => break resolution.outcome,
                Err(_) => {}
            }
        };
        if outcome == ResolvedOutcome::Done {
            return;
        }
    }
    panic!("it never happened");
}

#[test]
fn whatever_goes_wrong_everything_happens_once() {
    let emulator = Emulator::start();
    let plan = json!({ "seed": 11, "rate": 0.5, "kinds": KINDS, "seconds": 0.2 });
    emulator.control("POST", "/emulator/faults/plan", Some(&plan));
    let shop = |number: usize| {
        let merchant = emulator.control("POST", "/emulator/merchants", Some(&json!({ "repeated_order_ids": true })));
        let client = Bootpay::with_options(keys(&merchant), emulator.options().quiet_period(SHORT)).unwrap();
        let mut ids = vec![];
        for round in 0..3 {
            let [order, renewal] = [format!("o-{number}-{round}"), format!("r-{number}-{round}")];
            let receipt = json!({ "merchant": merchant["id"], "order_id": order, "price": 1000 });
            let id = text(&emulator.pay(&receipt), "receipt_id").to_owned();
            insist(&client, |_| client.payments().confirm(ConfirmPayment::new(&*id, &*order, 1000)));
            insist(&client, |n| client.payments().cancel_partial(CancelPartial::new(&*id, 100, format!("c-{n}"))));
            let key = json!({ "merchant": merchant["id"] });
            let key = emulator.control("POST", "/emulator/billing-keys", Some(&key));
            let key = text(&key, "billing_key");
            insist(&client, |_| client.billing().charge(ChargeBillingKey::new(key, "tea", &*renewal, 1000)));
            ids.push((id, renewal));
        }
        (client, ids)
    };
    let shops: Vec<_> = thread::scope(|scope| {
        let shops: Vec<_> = (0..6).map(|number| scope.spawn(move || shop(number))).collect();
        shops.into_iter().map(|shop| shop.join().unwrap()).collect()
    });
    emulator.control("DELETE", "/emulator/faults", None);
    for (client, ids) in shops {
        assert!(client.attempts().unresolved().is_empty());
        for (id, renewal) in ids {
            let receipt = client.payments().get(GetReceipt::new(id)).wait().unwrap();
            assert_eq!(receipt.cancelled_price, 100);
            let charged = client.payments().find_by_order(FindByOrder::new(renewal)).wait().unwrap();
            assert_eq!(charged.len(), 1);
        }
    }
    let log = emulator.requests();
    for kind in KINDS {
        assert!(log.iter().any(|entry| entry["fault"] == kind), "{kind} was never met");
    }
}
