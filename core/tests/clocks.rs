//! No outcome rests on a time of day: clocks are wrong, and step.

#![allow(clippy::unwrap_used)]

mod support;

use std::{
    env, fs,
    net::TcpStream,
    process,
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use bootpay_core::{
    AttemptStore, Bootpay, ClientOptions, StoreError, Timestamp,
    model::{
        Attempt, AttemptClaim, AttemptRow, ChargeBillingKey, ErrorKind, RecoverAttempts, Resolution, ResolveAttempt,
        ResolvedOutcome,
    },
};
use bootpay_emulator::Certificate;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use support::{Emulator, Relay, keys, text};

const MINUTE: i64 = 60 * 1000;

fn client(emulator: &Emulator, options: ClientOptions, quiet: Duration) -> Bootpay {
    Bootpay::with_options(keys(&emulator.merchant), options.quiet_period(quiet)).unwrap()
}

fn charge(emulator: &Emulator) -> ChargeBillingKey {
    let key = emulator.control("POST", "/emulator/billing-keys", None);
    ChargeBillingKey::new(text(&key, "billing_key"), "tea", "o-1", 1000)
}

/// The attempt of a charge that meets a fault.
fn lost(emulator: &Emulator, client: &Bootpay, fault: &Value) -> Attempt {
    let mut fault = fault.clone();
    fault["path"] = "/v2/subscribe/payment".into();
    emulator.fault(&fault);
    let call = client.billing().charge(charge(emulator)).timeout(Duration::from_secs(1));
    let error = call.wait().err().unwrap();
    assert_eq!(error.kind, ErrorKind::OutcomeUnknown, "{error}");
    error.attempt.clone().unwrap()
}

fn resolve(client: &Bootpay, serialized: &str, timeout: u64) -> Resolution {
    client.attempts().resolve(ResolveAttempt::new(serialized)).timeout(Duration::from_secs(timeout)).wait().unwrap()
}

fn recover(client: &Bootpay, timeout: u64) -> Vec<Resolution> {
    client.attempts().recover(RecoverAttempts::new()).timeout(Duration::from_secs(timeout)).wait().unwrap()
}

/// The text of an attempt with some facts changed, as another machine would have written it.
fn rewritten(serialized: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut parts = serialized.split('.');
    let (version, facts) = (parts.next().unwrap(), parts.next().unwrap());
    let mut facts: Value = serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(facts).unwrap()).unwrap();
    change(&mut facts);
    let facts = BASE64_URL_SAFE_NO_PAD.encode(facts.to_string());
    let sum = Sha256::digest(&facts).iter().take(8).fold(String::new(), |sum, byte| sum + &format!("{byte:02x}"));
    format!("{version}.{facts}.{sum}")
}

/// The same, sent by a machine whose clock was ahead by this much, or behind.
fn sent_by(serialized: &str, ahead: i64) -> String {
    rewritten(serialized, |facts| {
        let at = Timestamp::parse(facts["sent_at"].as_str().unwrap()).unwrap();
        facts["sent_at"] = json!(Timestamp::from_millis(at.as_millis() + ahead).unwrap());
    })
}

/// Bootpay's clock is six minutes behind, or the machine's as much ahead.
#[test]
fn a_charge_that_is_in_the_ledger_happened_whatever_the_clocks_say() {
    for offset in [-360, 360, -86_400] {
        let emulator = Emulator::start();
        emulator.control("POST", "/emulator/clock", Some(&json!({ "offset_seconds": offset })));
        let quick = client(&emulator, emulator.options(), Duration::from_millis(300));
        let attempt = lost(&emulator, &quick, &json!({ "kind": "html_502", "when": "after" }));
        let other = client(&emulator, emulator.options(), Duration::from_millis(300));
        for ahead in [0, 6 * MINUTE, -6 * MINUTE] {
            let resolution = resolve(&other, &sent_by(&attempt.serialized, ahead), 10);
            assert_eq!(resolution.outcome, ResolvedOutcome::Done, "{offset} {ahead}: {}", resolution.reason);
        }
    }
}

/// Of an attempt that does not know which payments were there, any payment may be its own.
#[test]
fn an_old_payment_of_the_order_and_price_is_neither_taken_for_the_charge_nor_ignored() {
    let emulator = Emulator::start();
    emulator.control("POST", "/emulator/clock", Some(&json!({ "offset_seconds": -3600 })));
    emulator.pay(&json!({ "order_id": "o-1", "price": 1000, "method": "card_rebill", "state": "paid" }));
    emulator.control("POST", "/emulator/clock", Some(&json!({ "offset_seconds": 0 })));
    let quick = client(&emulator, emulator.options(), Duration::from_millis(300));
    let attempt = lost(&emulator, &quick, &json!({ "kind": "html_502", "when": "before" }));
    let unread = rewritten(&attempt.serialized, |facts| facts["payments_before"] = Value::Null);
    assert_eq!(resolve(&quick, &unread, 10).outcome, ResolvedOutcome::Unknown);
    assert_eq!(resolve(&quick, &attempt.serialized, 10).outcome, ResolvedOutcome::DidNotHappen);
}

/// A machine three minutes behind made the attempt, which is still under way.
#[test]
fn a_slow_clock_lets_no_quiet_period_pass() {
    let emulator = Emulator::start();
    let sender = client(&emulator, emulator.options(), Duration::from_secs(60));
    let attempt = lost(&emulator, &sender, &json!({ "kind": "late_commit", "seconds": 3 }));
    let slow = sent_by(&attempt.serialized, -3 * MINUTE);
    for client in [&sender, &client(&emulator, emulator.options(), Duration::from_secs(60))] {
        let resolution = resolve(client, &slow, 3);
        assert_eq!(resolution.outcome, ResolvedOutcome::Unknown, "{}", resolution.reason);
        let wait = resolution.ask_again_at.unwrap().as_millis() - Timestamp::now().as_millis();
        assert!((50_000..=61_000).contains(&wait), "{wait}");
    }
    thread::sleep(Duration::from_secs(3));
    assert_eq!(resolve(&sender, &slow, 10).outcome, ResolvedOutcome::Done);
}

/// Bootpay's two minutes begin when it is sent the request, however long connecting took.
#[test]
fn the_quiet_period_begins_with_the_first_byte() {
    const CONNECTING: Duration = Duration::from_millis(1500);
    let emulator = Emulator::with(Some(Certificate::Valid));
    let target = emulator.url.replace("https://", "");
    let relay = Relay::serving(move |connection| {
        thread::sleep(CONNECTING);
        support::pass(connection, TcpStream::connect(&target).unwrap());
    });
    let options = emulator.trusting_options().base_url(relay.url.replace("http://", "https://"));
    let quiet = Duration::from_secs(60);
    let client = client(&emulator, options, quiet);
    emulator.fault(&json!({ "kind": "html_502", "when": "before", "path": "/v2/subscribe/payment" }));
    let began = Timestamp::now().as_millis();
    let call = client.billing().charge(charge(&emulator)).timeout(Duration::from_secs(20));
    let attempt = call.wait().err().unwrap().attempt.clone().unwrap();
    let resolution = resolve(&client, &attempt.serialized, 8);
    assert_eq!(resolution.outcome, ResolvedOutcome::Unknown, "{}", resolution.reason);
    // The read before the charge connects, then the charge.
    let earliest = began + i64::try_from((2 * CONNECTING + quiet).as_millis()).unwrap();
    let again = resolution.ask_again_at.unwrap().as_millis();
    assert!(again >= earliest, "{again} is {} ms before {earliest}", earliest - again);
}

#[test]
fn elsewhere_the_quiet_period_begins_with_the_first_look_in_vain() {
    let emulator = Emulator::start();
    let quiet = Duration::from_secs(3);
    let sender = client(&emulator, emulator.options(), quiet);
    let attempt = lost(&emulator, &sender, &json!({ "kind": "html_502", "when": "before" }));
    let serialized = sent_by(&attempt.serialized, -60 * MINUTE);
    thread::sleep(quiet);
    assert_eq!(resolve(&sender, &serialized, 3).outcome, ResolvedOutcome::DidNotHappen, "it knows when it sent it");
    let other = client(&emulator, emulator.options(), quiet);
    assert_eq!(resolve(&other, &serialized, 3).outcome, ResolvedOutcome::Unknown);
    thread::sleep(quiet);
    assert_eq!(resolve(&other, &serialized, 3).outcome, ResolvedOutcome::DidNotHappen, "it was asked again in time");
    let third = client(&emulator, emulator.options(), quiet);
    assert_eq!(resolve(&third, &serialized, 10).outcome, ResolvedOutcome::DidNotHappen, "it had the time");
}

/// A store whose clock may be ahead, and that other machines wrote into.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<(AttemptRow, Instant)>>>);

impl Shared {
    /// The clock steps ahead.
    fn step(&self, by: Duration) {
        self.0.lock().unwrap().iter_mut().for_each(|(_, due)| *due -= by);
    }

    /// The clock of who sent them was behind.
    fn rewrite(&self, ahead: i64) {
        for (row, _) in self.0.lock().unwrap().iter_mut() {
            let (outcome, serialized) = row.record.split_once(' ').unwrap();
            row.record = format!("{outcome} {}", sent_by(serialized, ahead));
        }
    }
}

fn after(millis: i64) -> Instant {
    Instant::now() + Duration::from_millis(millis.try_into().unwrap())
}

impl AttemptStore for Shared {
    fn put(&self, row: AttemptRow) -> Result<(), StoreError> {
        let mut rows = self.0.lock().unwrap();
        rows.retain(|(other, _)| other.id != row.id);
        let due = after(row.due_in_ms);
        rows.push((row, due));
        Ok(())
    }

    fn insert(&self, row: AttemptRow) -> Result<bool, StoreError> {
        let is_new = self.0.lock().unwrap().iter().all(|(other, _)| other.id != row.id);
        if is_new { self.put(row).map(|()| true) } else { Ok(false) }
    }

    fn claim(&self, claim: AttemptClaim) -> Result<Option<String>, StoreError> {
        let mut rows = self.0.lock().unwrap();
        let found = rows.iter_mut().find(|(row, due)| *due <= Instant::now() && (claim.answered || !row.answered));
        Ok(found.map(|(row, due)| {
            *due = after(claim.lease_ms);
            row.record.clone()
        }))
    }

    fn of_payment(&self, _: String) -> Result<Vec<String>, StoreError> {
        Ok(vec![])
    }

    fn remove(&self, id: String) -> Result<(), StoreError> {
        self.0.lock().unwrap().retain(|(row, _)| row.id != id);
        Ok(())
    }
}

/// Its clock is three minutes ahead of the sender's, and the lease is over by the store's, which stepped.
#[test]
fn who_recovers_a_call_under_way_does_not_say_that_it_did_not_happen() {
    let emulator = Emulator::start();
    let (store, quiet) = (Shared::default(), Duration::from_secs(60));
    let options = || emulator.options().attempt_store(store.clone());
    let sender = client(&emulator, options(), quiet);
    emulator.fault(&json!({ "path": "/v2/subscribe/payment", "kind": "stall", "seconds": 4, "when": "before" }));
    let call = sender.billing().charge(charge(&emulator));
    let running = thread::spawn(move || call.wait());
    while emulator.requests().iter().all(|request| request["method"] != "POST") {
        thread::sleep(Duration::from_millis(10));
    }
    store.rewrite(-3 * MINUTE);
    store.step(Duration::from_secs(600));
    for recovering in [client(&emulator, options(), quiet), sender] {
        let [resolution] = recover(&recovering, 3).try_into().unwrap();
        assert_eq!(resolution.outcome, ResolvedOutcome::Unknown, "{}", resolution.reason);
        store.step(Duration::from_secs(50));
        assert_eq!(recover(&recovering, 3), [], "it is not due");
        store.step(Duration::from_secs(20));
    }
    running.join().unwrap().unwrap();
}

#[test]
fn the_store_keeps_the_first_look_for_other_processes() {
    let folder = env::temp_dir().join(format!("bootpay-clocks-{}", process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("attempts.sqlite3").to_str().unwrap().to_owned();
    let emulator = Emulator::start();
    let quiet = Duration::from_secs(4);
    let fresh = || client(&emulator, emulator.options().attempts_file(&*file), quiet);
    lost(&emulator, &fresh(), &json!({ "kind": "html_502", "when": "before" }));
    // A process that finds nothing, and has no time to wait.
    let [early] = recover(&fresh(), 3).try_into().unwrap();
    assert_eq!(early.outcome, ResolvedOutcome::Unknown, "{}", early.reason);
    assert!(early.ask_again_at.is_some());
    assert_eq!(recover(&fresh(), 3), [], "it is not due");
    thread::sleep(quiet);
    let file_now = rusqlite::Connection::open(&file).unwrap();
    let kept: (String, i64) = file_now
        .query_row("SELECT record, due_at FROM bootpay_attempts", [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    assert!(kept.0.contains(" unknown~4000 "), "{}", kept.0);
    // The time of day is nowhere in it.
    #[cfg(target_os = "linux")]
    assert!(kept.1 < Timestamp::now().as_millis() / 2, "{}", kept.1);
    // After a start of the machine nobody holds it, and nobody knows how much of the period has passed.
    file_now.execute("UPDATE bootpay_attempts SET boot = 'before', due_at = 9000000000000000", []).unwrap();
    #[cfg(target_os = "linux")]
    {
        let [early] = recover(&fresh(), 3).try_into().unwrap();
        assert_eq!(early.outcome, ResolvedOutcome::Unknown, "{}", early.reason);
        thread::sleep(quiet);
    }
    let [resolution] = recover(&fresh(), 3).try_into().unwrap();
    assert_eq!(resolution.outcome, ResolvedOutcome::DidNotHappen, "{}", resolution.reason);
    fs::remove_dir_all(&folder).unwrap();
}
