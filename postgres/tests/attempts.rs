//! Attempts in a real PostgreSQL.

#![allow(clippy::unwrap_used)]
#![cfg(target_os = "linux")]

mod support;

use std::{collections::HashSet, sync::Arc, thread, time::Duration};

use bootpay_core::{
    AttemptStore, Bootpay, ClientOptions, Credentials,
    model::{AttemptClaim, AttemptRow, CancelFull, CancelPartial, ErrorKind, RecoverAttempts, ResolvedOutcome},
};
use bootpay_emulator::{Emulator, Options};
use serde_json::{Value, json};
use support::Server;
use tokio::runtime::Runtime;

fn row(id: &str, due_in_ms: i64) -> AttemptRow {
    let record = format!("record of {id}");
    let row = json!({ "id": id, "owner": "shop/live", "payment": "p-1", "answered": false, "due_in_ms": due_in_ms, "record": record });
    serde_json::from_value(row).unwrap()
}

/// The row after a change.
fn with(mut row: AttemptRow, change: impl FnOnce(&mut AttemptRow)) -> AttemptRow {
    change(&mut row);
    row
}

fn claim(lease_ms: i64) -> AttemptClaim {
    serde_json::from_value(json!({ "owner": "shop/live", "answered": false, "lease_ms": lease_ms })).unwrap()
}

/// Longer than any test.
const LONG: i64 = 600_000;

#[test]
fn rows_are_kept_claimed_and_forgotten() {
    let mut server = Server::start();
    let attempts = server.attempts();
    let error = attempts.put(row("a", 1000)).unwrap_err();
    assert!(error.to_string().contains("bootpay_attempts"), "{error}");
    attempts.create_table().unwrap();
    attempts.create_table().unwrap();
    attempts.put(row("a", LONG)).unwrap();
    attempts.put(row("b", 0)).unwrap();
    attempts.put(with(row("c", 0), |row| row.owner = "other/live".into())).unwrap();
    attempts.put(with(row("d", 0), |row| row.answered = true)).unwrap();
    assert_eq!(attempts.claim(claim(LONG)).unwrap().unwrap(), "record of b");
    assert_eq!(attempts.claim(claim(LONG)).unwrap(), None, "one is taken, and the other not due");
    let mut answered = claim(LONG);
    answered.answered = true;
    assert_eq!(attempts.claim(answered).unwrap().unwrap(), "record of d");
    attempts.put(row("a", 0)).unwrap();
    assert_eq!(attempts.claim(claim(300)).unwrap().unwrap(), "record of a");
    assert_eq!(attempts.claim(claim(300)).unwrap(), None);
    thread::sleep(Duration::from_millis(400));
    assert_eq!(attempts.claim(claim(LONG)).unwrap().unwrap(), "record of a", "its claim is over");
    attempts.put(with(row("b", 0), |row| (row.record, row.payment) = ("later".into(), None))).unwrap();
    let mut records = attempts.of_payment("p-1".into()).unwrap();
    records.sort();
    assert_eq!(records, ["record of a", "record of c", "record of d"]);
    attempts.remove("a".into()).unwrap();
    attempts.remove("nobody".into()).unwrap();
    // What may be forgotten goes with a later row.
    attempts.put(with(row("d", 0), |row| row.forget_in_ms = Some(-1))).unwrap();
    attempts.put(row("e", 0)).unwrap();
    assert_eq!(attempts.of_payment("p-1".into()).unwrap().len(), 2);

    // A power cut loses nothing, and the connection is made anew.
    server.stop();
    let error = attempts.put(row("f", 0)).unwrap_err();
    assert!(error.to_string().starts_with("PostgreSQL: "), "{error}");
    server.run();
    assert_eq!(attempts.claim(claim(LONG)).unwrap().unwrap(), "later");
    server.stop();
    server.run();
    assert_eq!(attempts.claim(claim(LONG)).unwrap().unwrap(), "record of e");
}

#[test]
fn of_many_who_claim_each_row_goes_to_one() {
    let server = Server::start();
    server.attempts().create_table().unwrap();
    for number in 0..200 {
        server.attempts().put(row(&format!("a-{number}"), 0)).unwrap();
    }
    let server = Arc::new(server);
    let claimers: Vec<_> = (0..8)
        .map(|_| {
            let attempts = server.attempts();
            thread::spawn(move || {
                let mut claimed = vec![];
                while let Some(record) = attempts.claim(claim(LONG)).unwrap() {
                    claimed.push(record);
                }
                claimed
            })
        })
        .collect();
    let claimed: Vec<String> = claimers.into_iter().flat_map(|claimer| claimer.join().unwrap()).collect();
    assert_eq!((claimed.len(), claimed.iter().collect::<HashSet<_>>().len()), (200, 200));
}

/// One who is at a row is not waited for.
#[test]
fn of_many_who_insert_a_row_one_does() {
    let server = Server::start();
    server.attempts().create_table().unwrap();
    let stores: Vec<_> = (0..8).map(|_| server.attempts()).collect();
    let inserted = thread::scope(|scope| {
        let inserts: Vec<_> = stores
            .iter()
            .map(|store| scope.spawn(|| (0..20).filter(|id| store.insert(row(&format!("i-{id}"), 0)).unwrap()).count()))
            .collect();
        inserts.into_iter().map(|insert| insert.join().unwrap()).sum::<usize>()
    });
    assert_eq!(inserted, 20);
    // One that is to be forgotten counts as none.
    let store = &stores[0];
    store.put(with(row("i-0", 0), |row| row.forget_in_ms = Some(0))).unwrap();
    thread::sleep(Duration::from_millis(50));
    assert!(store.insert(with(row("i-0", 0), |row| row.record = "anew".into())).unwrap());
    assert!(!store.insert(row("i-0", 0)).unwrap());
    assert!(store.of_payment("p-1".into()).unwrap().contains(&"anew".to_owned()));
}

#[test]
fn a_row_that_is_being_claimed_is_passed_over() {
    let server = Server::start();
    let attempts = server.attempts();
    attempts.create_table().unwrap();
    attempts.put(row("a", 0)).unwrap();
    attempts.put(row("b", 1)).unwrap();
    thread::sleep(Duration::from_millis(10));
    let mut other = server.connect().unwrap();
    let mut transaction = other.transaction().unwrap();
    transaction.execute("SELECT FROM bootpay_attempts WHERE id = 'a' FOR UPDATE", &[]).unwrap();
    assert_eq!(attempts.claim(claim(LONG)).unwrap().unwrap(), "record of b");
    assert_eq!(attempts.claim(claim(LONG)).unwrap(), None);
    transaction.rollback().unwrap();
    assert_eq!(attempts.claim(claim(LONG)).unwrap().unwrap(), "record of a");
}

/// A local Bootpay, and clients of machines that share a database.
struct Shop {
    _runtime: Runtime,
    emulator: Emulator,
    server: Server,
}

impl Shop {
    fn open() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let emulator = runtime.block_on(Emulator::start(Options::default())).unwrap();
        let server = Server::start();
        server.attempts().create_table().unwrap();
        Self { _runtime: runtime, emulator, server }
    }

    fn machine(&self) -> Bootpay {
        let merchant = serde_json::to_value(self.emulator.merchant()).unwrap();
        let key = |name: &str| merchant[name].as_str().unwrap().to_owned();
        let keys = Credentials::new().client_key(key("client_key")).secret_key(key("secret_key"));
        let options = ClientOptions::new()
            .base_url(self.emulator.url())
            .quiet_period(Duration::from_millis(300))
            .attempt_store(self.server.attempts());
        Bootpay::with_options(keys, options).unwrap()
    }

    fn press(&self, path: &str, body: &Value) -> Value {
        let url = format!("{}/emulator/{path}", self.emulator.url());
        ureq::post(url).send_json(body).unwrap().body_mut().read_json().unwrap()
    }

    fn cancels(&self) -> usize {
        let mut requests = ureq::get(format!("{}/emulator/requests", self.emulator.url())).call().unwrap();
        let requests: Vec<Value> = requests.body_mut().read_json().unwrap();
        requests.iter().filter(|request| request["path"] == "/v2/cancel").count()
    }
}

#[test]
fn one_machine_finds_out_what_another_was_not_told() {
    let mut shop = Shop::open();
    let receipt = shop.press("payments", &json!({ "price": 10_000, "state": "paid" }));
    let receipt_id = receipt["receipt_id"].as_str().unwrap();
    for (when, amount) in [("before", 1000), ("after", 2000)] {
        shop.press("faults", &json!({ "method": "POST", "path": "/v2/cancel", "kind": "reset", "when": when }));
        let request = CancelPartial::new(receipt_id, amount, format!("c-{amount}"));
        let error = shop.machine().payments().cancel_partial(request).wait().err().unwrap();
        assert_eq!(error.kind, ErrorKind::OutcomeUnknown);
        thread::sleep(Duration::from_millis(300));
        let found = shop.machine().attempts().recover(RecoverAttempts::new()).wait().unwrap();
        let expected = if when == "after" { ResolvedOutcome::Done } else { ResolvedOutcome::DidNotHappen };
        let [resolution] = &*found else { panic!("{found:?}") };
        assert_eq!(resolution.outcome, expected, "{}", resolution.reason);
        assert_eq!(shop.machine().attempts().recover(RecoverAttempts::new()).wait().unwrap(), []);
    }
    // Without its database nothing leaves.
    let machine = shop.machine();
    let before = shop.cancels();
    shop.server.stop();
    let error = machine.payments().cancel_full(CancelFull::new(receipt_id)).wait().err().unwrap();
    assert_eq!(error.kind, ErrorKind::NotSent, "{error}");
    assert!(error.detail.starts_with("the attempt could not be stored: PostgreSQL: "), "{error}");
    assert_eq!(shop.cancels(), before);
    shop.server.run();
    let cancelled = machine.payments().cancel_full(CancelFull::new(receipt_id)).wait().unwrap();
    assert_eq!(cancelled.cancelled_price, 10_000);
}
