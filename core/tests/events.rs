//! One event for each call, and none where nobody listens.

#![allow(clippy::unwrap_used)]

mod support;

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use bootpay_core::{
    Bootpay,
    model::{
        CallEffect, CallEvent, CallOutcome, CancelFull, ErrorKind, FindByOrder, GetReceipt, IssueUserToken,
        StartShipping,
    },
};
use serde_json::json;
use support::{Emulator, application, text};

/// The events so far.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<CallEvent>>>);

impl Heard {
    fn client(&self, emulator: &Emulator) -> Bootpay {
        let heard = self.clone();
        emulator.client().on_call(move |event| heard.0.lock().unwrap().push(event))
    }

    /// Takes the only one.
    #[track_caller]
    fn one(&self) -> CallEvent {
        let mut events = std::mem::take(&mut *self.0.lock().unwrap());
        assert_eq!(events.len(), 1, "{events:?}");
        events.remove(0)
    }
}

#[test]
fn a_read_tells_its_outcome_and_if_its_connection_was_used_before() {
    let emulator = Emulator::start();
    let heard = Heard::default();
    let client = heard.client(&emulator);
    let id = text(&emulator.pay(&json!({ "state": "paid" })), "receipt_id").to_owned();
    for reused in [false, true] {
        client.payments().get(GetReceipt::new(&*id)).wait().unwrap();
        let event = heard.one();
        assert_eq!((event.endpoint.as_str(), &event.effect), ("payments.get", &CallEffect::Read));
        assert_eq!((&event.outcome, event.status, event.tries), (&CallOutcome::Done, Some(200), 1));
        assert_eq!((event.kind, event.code, event.attempt_id), (None, None, None));
        assert!((0..10_000).contains(&event.milliseconds));
        assert_eq!(event.connection_reused, reused);
    }
    let error = client.payments().find_by_order(FindByOrder::new("none")).wait().unwrap_err();
    let event = heard.one();
    assert_eq!((&event.outcome, &event.kind), (&CallOutcome::Failed, &Some(ErrorKind::Rejected)));
    assert_eq!((event.status, &event.code), (error.status, &error.code));
    assert_eq!(event.code.as_deref(), Some("RC_NOT_FOUND"));
}

#[test]
fn retries_and_reads_before_a_change_are_counted() {
    let emulator = Emulator::start();
    let heard = Heard::default();
    let client = heard.client(&emulator);
    let id = text(&emulator.pay(&json!({ "state": "paid" })), "receipt_id").to_owned();
    emulator.fault(&json!({ "path": "/v2/receipt", "kind": "html_502" }));
    client.payments().get(GetReceipt::new(&*id)).wait().unwrap();
    assert_eq!(heard.one().tries, 2);
    client.payments().cancel_full(CancelFull::new(&*id)).wait().unwrap();
    let event = heard.one();
    assert_eq!((&event.effect, &event.outcome, event.tries), (&CallEffect::Money, &CallOutcome::Done, 2));
    assert!(event.attempt_id.is_some() && !event.connection_reused);
}

#[test]
fn an_unknown_outcome_names_its_attempt() {
    let emulator = Emulator::start();
    let heard = Heard::default();
    let client = heard.client(&emulator);
    let id = text(&emulator.pay(&json!({ "state": "paid" })), "receipt_id").to_owned();
    emulator.fault(&json!({ "path": "/v2/cancel", "kind": "reset", "when": "after" }));
    let error = client.payments().cancel_full(CancelFull::new(&*id)).wait().unwrap_err();
    let event = heard.one();
    assert_eq!((&event.outcome, &event.kind), (&CallOutcome::Unknown, &Some(ErrorKind::OutcomeUnknown)));
    let attempt = error.attempt.as_ref().unwrap();
    assert_eq!(event.attempt_id.as_ref(), Some(&attempt.id));
    // The error says so too, with the payment.
    assert_eq!(error.receipt_id.as_ref(), Some(&id));
    let shown = error.to_string();
    assert!(shown.starts_with("payments.cancel_full: outcome unknown: "), "{shown}");
    assert!(shown.ends_with(&format!(" (receipt {id}, attempt {})", attempt.id)), "{shown}");
}

#[test]
fn an_error_names_endpoint_code_and_payment() {
    let emulator = Emulator::start();
    let id = "6712ab34c0de5f0012a4b901";
    let error = emulator.client().payments().get(GetReceipt::new(id)).wait().unwrap_err();
    let shown = error.to_string();
    assert!(shown.starts_with("payments.get: rejected, RC_NOT_FOUND (HTTP 404): "), "{shown}");
    assert!(shown.ends_with(&format!(" (receipt {id})")), "{shown}");
    let shipping = StartShipping::new(id, "1234", "한진");
    let shown = emulator.client().escrow().start_shipping(shipping).wait().unwrap_err().to_string();
    assert!(shown.contains("RC_NOT_FOUND") && shown.ends_with(&format!("(receipt {id})")), "{shown}");
}

#[test]
fn what_is_not_sent_is_an_event_too() {
    let emulator = Emulator::start();
    let heard = Heard::default();
    let client = heard.client(&emulator);
    client.payments().get(GetReceipt::new("")).wait().unwrap_err();
    let event = heard.one();
    assert_eq!((event.kind, event.status, event.tries), (Some(ErrorKind::Invalid), None, 0));
    // A key pair is not enough for this.
    client.users().token(IssueUserToken::new("u-1")).wait().unwrap_err();
    let event = heard.one();
    assert_eq!((event.kind, event.tries, event.connection_reused), (Some(ErrorKind::Config), 0, false));
}

#[test]
fn a_call_that_its_caller_cancels_is_cancelled_or_ends_in_the_background() {
    let emulator = Emulator::start();
    let heard = Heard::default();
    let client = heard.client(&emulator);
    let id = text(&emulator.pay(&json!({ "state": "paid" })), "receipt_id").to_owned();
    let hurried = |path: &str, cancel: bool| {
        emulator.fault(&json!({ "path": path, "kind": "stall", "seconds": 0.5 }));
        let stop = || Some(());
        if cancel {
            client
                .payments()
                .cancel_full(CancelFull::new(&*id))
                .wait_unless(Duration::from_millis(200), stop)
                .unwrap_err();
        } else {
            client.payments().get(GetReceipt::new(&*id)).wait_unless(Duration::from_millis(200), stop).unwrap_err();
        }
    };
    hurried("/v2/receipt", false);
    let event = heard.one();
    assert_eq!((event.outcome, event.kind, event.status), (CallOutcome::Cancelled, None, None));
    hurried("/v2/cancel", true);
    assert!(heard.0.lock().unwrap().is_empty());
    let id = client.attempts().unresolved().remove(0).id;
    while heard.0.lock().unwrap().is_empty() {
        std::thread::sleep(Duration::from_millis(20));
    }
    let event = heard.one();
    assert_eq!((event.outcome, event.attempt_id, event.status), (CallOutcome::Done, Some(id), Some(200)));
}

#[test]
fn only_the_handle_that_listens_sends_events_and_they_hold_no_secret() {
    let emulator = Emulator::start();
    let heard = Heard::default();
    let silent = emulator.client();
    let other = heard.clone();
    let listening = silent.clone().on_call(move |event: CallEvent| other.0.lock().unwrap().push(event));
    silent.payments().get(GetReceipt::new("r-1")).wait().unwrap_err();
    assert!(heard.0.lock().unwrap().is_empty());
    listening.clone().payments().get(GetReceipt::new("r-1")).wait().unwrap_err();
    let event = format!("{:?}", heard.one());
    for key in ["client_key", "secret_key", "application_id", "private_key"] {
        assert!(!event.contains(text(&emulator.merchant, key)), "{event}");
    }
    assert!(!event.contains("r-1"), "{event}");
}

#[test]
fn a_defect_of_a_listener_is_none_of_the_call() {
    let emulator = Emulator::start();
    let id = text(&emulator.pay(&json!({ "state": "paid" })), "receipt_id").to_owned();
    let client = emulator.client().on_call(|_: CallEvent| panic!("a listener's defect"));
    client.payments().get(GetReceipt::new(&*id)).wait().unwrap();
    client.payments().cancel_full(CancelFull::new(&*id)).wait().unwrap();
    client.payments().get(GetReceipt::new(id)).wait().unwrap();
}

/// A token's request is no call of the merchant's.
#[test]
fn token_requests_are_not_counted() {
    let emulator = Emulator::start();
    let heard = Heard::default();
    let (events, id) = (heard.clone(), text(&emulator.pay(&json!({ "state": "paid" })), "receipt_id").to_owned());
    let client = Bootpay::with_options(application(&emulator.merchant), emulator.options()).unwrap();
    let client = client.on_call(move |event: CallEvent| events.0.lock().unwrap().push(event));
    client.payments().get(GetReceipt::new(id)).wait().unwrap();
    assert_eq!(heard.one().tries, 1);
}
