//! Confirming twice is confirming once, whoever asks, and whatever becomes of them.

#![allow(clippy::unwrap_used)]

mod support;

use std::{
    env, fs, process,
    sync::{
        Mutex,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use bootpay_core::{
    Bootpay, PendingCall,
    model::{
        AttemptOutcome, CancelFull, ConfirmPayment, ErrorKind, Mode, RecoverAttempts, Repeat, ResolveAttempt,
        ResolvedOutcome, Status, VerifiedPayment, VerifyPayment,
    },
};
use serde_json::{Value, json};
use support::{Emulator, ID, JSON, client, keys, receipt, server, text};

const NOT_READY: &str = r#"{"error_code":"RC_NOT_CONFIRM_READY","message":"m"}"#;
const REFUSED: &str = r#"{"error_code":"TOKEN_KEY_INVALID","message":"m"}"#;

fn waiting(emulator: &Emulator) -> String {
    text(&emulator.pay(&json!({ "order_id": "o-1", "price": 1000 })), "receipt_id").to_owned()
}

fn confirm(client: &Bootpay, receipt_id: &str) -> PendingCall<ConfirmPayment> {
    client.payments().confirm(ConfirmPayment::new(receipt_id, "o-1", 1000))
}

fn confirms(emulator: &Emulator) -> usize {
    emulator.requests().iter().filter(|request| request["path"] == "/v2/confirm").count()
}

fn until(mut so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !so() {
        assert!(begun.elapsed() < Duration::from_secs(10), "it never came");
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn of_many_confirms_at_once_one_is_sent_and_all_return_the_payment() {
    let emulator = Emulator::start();
    let (tea, client) = (waiting(&emulator), emulator.client());
    emulator.fault(&json!({ "path": "/v2/confirm", "kind": "stall", "seconds": 1 }));
    let paid: Vec<VerifiedPayment> = thread::scope(|scope| {
        let calls: Vec<_> = (0..8).map(|_| scope.spawn(|| confirm(&client, &tea).wait().unwrap())).collect();
        calls.into_iter().map(|call| call.join().unwrap()).collect()
    });
    assert_eq!(confirms(&emulator), 1);
    assert_eq!(paid.iter().filter(|paid| !paid.confirmed_earlier()).count(), 1);
    assert!(paid.iter().all(|paid| paid.price() == 1000 && paid.receipt().status == Status::Paid));
    assert_eq!(client.attempts().unresolved(), []);
}

#[test]
fn confirms_of_different_payments_do_not_wait_for_each_other() {
    let emulator = Emulator::start();
    let (tea, coffee, client) = (waiting(&emulator), waiting(&emulator), emulator.client());
    emulator.fault(&json!({ "path": "/v2/confirm", "kind": "stall", "seconds": 5 }));
    let slow = confirm(&client, &tea).start(drop);
    until(|| confirms(&emulator) == 1);
    let begun = Instant::now();
    assert!(!confirm(&client, &coffee).wait().unwrap().confirmed_earlier());
    assert!(begun.elapsed() < Duration::from_secs(3));
    drop(slow);
}

#[test]
fn a_confirm_that_was_cancelled_after_it_was_sent_is_found_by_the_next() {
    let emulator = Emulator::start();
    let (tea, client) = (waiting(&emulator), emulator.client());
    emulator.fault(&json!({ "path": "/v2/confirm", "kind": "stall", "seconds": 1 }));
    let first = confirm(&client, &tea).start(drop);
    until(|| client.attempts().unresolved().len() == 1);
    assert_eq!(first.cancel().unwrap().kind, ErrorKind::OutcomeUnknown);
    assert!(confirm(&client, &tea).wait().unwrap().confirmed_earlier());
    assert_eq!((confirms(&emulator), client.attempts().unresolved().len()), (1, 0));
}

#[test]
fn a_confirm_that_was_cancelled_before_it_was_sent_holds_nobody_up() {
    let emulator = Emulator::start();
    let (tea, client) = (waiting(&emulator), emulator.client());
    emulator.fault(&json!({ "path": "/v2/receipt", "kind": "stall", "seconds": 20 }));
    let first = confirm(&client, &tea).start(drop);
    until(|| emulator.requests().len() == 1);
    let begun = Instant::now();
    let paid = thread::scope(|scope| {
        let second = scope.spawn(|| confirm(&client, &tea).wait());
        thread::sleep(Duration::from_millis(100));
        assert!(first.cancel().is_none(), "nothing was sent");
        second.join().unwrap()
    });
    assert!(!paid.unwrap().confirmed_earlier());
    assert!(begun.elapsed() < Duration::from_secs(10));
    assert_eq!(confirms(&emulator), 1);
}

#[test]
fn one_that_gives_up_waiting_does_not_disturb_the_first() {
    let emulator = Emulator::start();
    let (tea, client) = (waiting(&emulator), emulator.client());
    emulator.fault(&json!({ "path": "/v2/confirm", "kind": "stall", "seconds": 1 }));
    thread::scope(|scope| {
        let first = scope.spawn(|| confirm(&client, &tea).wait());
        until(|| confirms(&emulator) == 1);
        let cancelled = confirm(&client, &tea).start(drop);
        let late = confirm(&client, &tea).timeout(Duration::from_millis(300)).wait().unwrap_err();
        assert_eq!((late.kind, late.repeat), (ErrorKind::NotSent, Repeat::Safe), "{late}");
        assert!(late.detail.contains("another confirm"), "{late}");
        assert!(cancelled.cancel().is_none());
        assert!(!first.join().unwrap().unwrap().confirmed_earlier());
    });
    assert!(confirm(&client, &tea).wait().unwrap().confirmed_earlier());
    assert_eq!((confirms(&emulator), client.attempts().unresolved().len()), (1, 0));
}

/// A Bootpay that refuses every confirm, since another one came first: these are the states that its reads
/// show, and the last one for ever.
fn lost_race(states: Vec<Value>) -> (support::Relay, std::sync::Arc<Mutex<Vec<String>>>) {
    let states = Mutex::new(states);
    server(move |line| {
        if !line.starts_with("GET") {
            return (400, JSON, NOT_READY.into());
        }
        let mut states = states.lock().unwrap();
        let state = if states.len() > 1 { states.remove(0) } else { states[0].clone() };
        match state["http"].as_u64() {
            Some(401) => (401, JSON, REFUSED.into()),
            Some(http) => (http.try_into().unwrap(), "text/html", "<p>".into()),
            None => (200, JSON, receipt(&state)),
        }
    })
}

#[test]
fn the_second_of_two_processes_reads_until_the_first_is_done() {
    let in_between = [json!({ "status": 2 }), json!({ "status": 3 }), json!({ "http": 502 }), json!({ "status": 4 })];
    let states = |last: Value| [&[json!({ "status": 2 })], &in_between[..], &[last]].concat();
    let (relay, seen) = lost_race(states(json!({ "status": 1 })));
    let client = client(&relay.url);
    assert!(confirm(&client, ID).wait().unwrap().confirmed_earlier());
    assert_eq!(client.attempts().unresolved(), []);
    assert_eq!(seen.lock().unwrap().iter().filter(|line| line.contains("confirm")).count(), 1);

    for (last, kind, repeat) in [
        (json!({ "status": 5 }), ErrorKind::WrongState, Repeat::Safe),
        (json!({ "status": -2 }), ErrorKind::WrongState, Repeat::Never),
        (json!({ "status": -10 }), ErrorKind::WrongState, Repeat::Never),
        (json!({ "status": 20, "cancelled_price": 1000 }), ErrorKind::WrongState, Repeat::Never),
        (json!({ "status": 1, "cancelled_price": 400 }), ErrorKind::WrongState, Repeat::Never),
        (json!({ "status": 1, "price": 900 }), ErrorKind::Mismatch, Repeat::Never),
        (json!({ "http": 401 }), ErrorKind::Config, Repeat::Never),
    ] {
        let (relay, _) = lost_race(states(last.clone()));
        let client = support::client(&relay.url);
        let error = confirm(&client, ID).wait().unwrap_err();
        assert_eq!((error.kind, error.repeat, error.attempt.is_none()), (kind, repeat, true), "{last}: {error}");
        assert_eq!(client.attempts().unresolved(), [], "{last}");
    }
}

#[test]
fn a_payment_that_is_being_approved_is_waited_for_and_not_confirmed() {
    let states = vec![json!({ "status": 4 }), json!({ "status": 3 }), json!({ "status": 1 })];
    let (relay, seen) = lost_race(states);
    assert!(confirm(&client(&relay.url), ID).wait().unwrap().confirmed_earlier());
    assert_eq!(seen.lock().unwrap().len(), 3);

    let (relay, seen) = lost_race(vec![json!({ "status": 4, "price": 900 })]);
    assert_eq!(confirm(&client(&relay.url), ID).wait().unwrap_err().kind, ErrorKind::Mismatch);
    assert_eq!(seen.lock().unwrap().len(), 1);
}

#[test]
fn a_payment_that_cannot_be_read_after_a_lost_race_may_be_confirmed_again() {
    let (relay, _) = lost_race(vec![json!({ "status": 2 }), json!({ "http": 502 })]);
    let client = client(&relay.url);
    let error = confirm(&client, ID).timeout(Duration::from_secs(3)).wait().unwrap_err();
    assert_eq!((error.kind, error.repeat), (ErrorKind::WrongState, Repeat::Safe), "{error}");
    assert_eq!(error.payment_status, Some(Status::WaitingConfirm));
    assert_eq!(client.attempts().unresolved(), []);
}

#[test]
fn a_confirm_in_another_process_resolves_the_attempt_that_the_store_keeps() {
    let emulator = Emulator::start();
    let folder = Folder::new();
    let client = || {
        let options = emulator.options().attempts_file(folder.file()).quiet_period(Duration::from_millis(1));
        Bootpay::with_options(keys(&emulator.merchant), options).unwrap()
    };
    let (first, second, tea, coffee) = (client(), client(), waiting(&emulator), waiting(&emulator));
    for lost in [&tea, &coffee] {
        emulator.fault(&json!({ "path": "/v2/confirm", "kind": "html_502", "when": "after" }));
        assert_eq!(confirm(&first, lost).wait().unwrap_err().kind, ErrorKind::OutcomeUnknown);
    }
    assert!(confirm(&second, &tea).wait().unwrap().confirmed_earlier());
    // The other payment's attempt is still to be found out.
    let left = second.attempts().recover(RecoverAttempts::new()).wait().unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!((left[0].attempt.receipt_id.as_deref(), left[0].outcome), (Some(&*coffee), ResolvedOutcome::Done));
    // A process that died before it shipped hears of both.
    let all = second.attempts().recover(RecoverAttempts::new().include_answered(true)).wait().unwrap();
    assert_eq!(all.len(), 2);
    assert!(all.iter().all(|resolved| resolved.outcome == ResolvedOutcome::Done && resolved.receipt.is_some()));
}

#[test]
fn a_lost_race_is_kept_as_done_once_the_payment_is_paid() {
    let emulator = Emulator::start();
    let folder = Folder::new();
    let options = emulator.options().attempts_file(folder.file());
    let client = Bootpay::with_options(keys(&emulator.merchant), options).unwrap();
    let tea = waiting(&emulator);
    let refused = json!({ "status": 400, "body": { "error_code": "RC_NOT_CONFIRM_READY", "message": "m" } });
    emulator.fault(&json!({ "path": "/v2/confirm", "when": "after", "status": refused }));
    assert!(confirm(&client, &tea).wait().unwrap().confirmed_earlier());
    let kept = client.attempts().recover(RecoverAttempts::new().include_answered(true)).wait().unwrap();
    assert_eq!(
        (kept.len(), kept[0].outcome, kept[0].attempt.outcome),
        (1, ResolvedOutcome::Done, AttemptOutcome::Done)
    );
}

#[test]
fn refused_keys_conclude_nothing_of_what_is_kept() {
    let emulator = Emulator::start();
    let folder = Folder::new();
    let options = emulator.options().attempts_file(folder.file()).quiet_period(Duration::from_millis(1));
    let client = Bootpay::with_options(keys(&emulator.merchant), options).unwrap();
    let tea =
        text(&emulator.pay(&json!({ "order_id": "o-1", "price": 1000, "state": "paid" })), "receipt_id").to_owned();
    emulator.fault(&json!({ "path": "/v2/cancel", "kind": "html_502" }));
    let lost = client.payments().cancel_full(CancelFull::new(&*tea)).wait().unwrap_err();
    let serialized = lost.attempt.as_ref().unwrap().serialized.clone();
    for code in
        ["TOKEN_KEY_INVALID", "APP_CLIENT_KEY_NOT_FOUND", "APP_KEY_NOT_FOUND", "APP_KEY_NOT_REST", "APP_SK_NOT_MATCHED"]
    {
        let refused = json!({ "status": 401, "body": { "error_code": code, "message": "m" } });
        emulator.fault(&json!({ "path": "/v2", "times": 3, "status": refused }));
        for error in [
            client.attempts().resolve(ResolveAttempt::new(&*serialized)).wait().unwrap_err(),
            client.attempts().recover(RecoverAttempts::new()).wait().unwrap_err(),
            client.payments().cancel_full(CancelFull::new(&*tea)).wait().unwrap_err(),
        ] {
            assert_eq!(
                (error.kind, error.repeat, error.code.as_deref()),
                (ErrorKind::Config, Repeat::Never, Some(code))
            );
            assert!(error.detail.contains("the client or its keys are wrong; nothing was carried out"), "{error}");
            assert_eq!(error.attempt, None);
        }
        assert_eq!(client.attempts().unresolved().len(), 1, "{code}");
    }
    let found = client.attempts().recover(RecoverAttempts::new()).wait().unwrap();
    assert_eq!((found.len(), found[0].outcome), (1, ResolvedOutcome::DidNotHappen));
}

#[test]
fn a_payment_of_another_mode_says_how_to_make_a_client_for_it() {
    let emulator = Emulator::start();
    for (made_in, expected, advice) in [("test", None, "Mode::Test"), ("live", Some(Mode::Test), "Mode::Live")] {
        let merchant = emulator.control("POST", "/emulator/merchants", Some(&json!({ "mode": made_in })));
        let paid =
            emulator.pay(&json!({ "merchant": merchant["id"], "order_id": "o-1", "price": 1000, "state": "paid" }));
        let options = expected.map_or_else(|| emulator.options(), |mode| emulator.options().mode(mode));
        let client = Bootpay::with_options(keys(&merchant), options).unwrap();
        let verify = VerifyPayment::new(text(&paid, "receipt_id"), "o-1", 1000);
        let error = client.payments().verify(verify).wait().unwrap_err();
        assert_eq!(
            (error.kind, error.field.as_deref(), error.found.as_deref()),
            (ErrorKind::Mismatch, Some("mode"), Some(made_in))
        );
        assert!(error.detail.contains(&format!("ClientOptions::new().mode({advice})")), "{error}");
        assert_eq!(error.receipt.as_ref().unwrap().receipt_id, text(&paid, "receipt_id"));
    }
}

/// A folder of its own for each test.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("bootpay-confirm-{}-{number}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self) -> String {
        self.0.join("attempts.sqlite3").to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
