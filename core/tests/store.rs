//! Attempts are kept before they leave, and whoever comes later finds out what became of them.

#![allow(clippy::unwrap_used)]

mod support;

use std::{
    collections::HashSet,
    env,
    fs::{self, File},
    io::{Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    process::{self, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use bootpay_core::{
    AttemptStore, Bootpay, ClientOptions, Credentials, SqliteAttempts, StoreError, Timestamp,
    model::{
        AttemptClaim, AttemptRow, CancelFull, CancelPartial, ChargeBillingKey, ErrorKind, Mode, RecoverAttempts,
        Resolution, ResolveAttempt, ResolvedOutcome,
    },
};
use serde_json::{Value, json};
use support::{Emulator, keys, text};

const QUIET: Duration = Duration::from_millis(300);

/// A file of its own for each test.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("bootpay-attempts-{}-{number}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self) -> String {
        self.0.join("attempts.sqlite3").to_str().unwrap().to_owned()
    }

    fn client(&self, emulator: &Emulator) -> Bootpay {
        client(emulator, emulator.options().attempts_file(self.file()))
    }

    /// What is in the file, read past the client.
    fn rows(&self) -> Vec<(String, bool)> {
        let file = rusqlite::Connection::open(self.file()).unwrap();
        let mut query = file.prepare("SELECT record, answered FROM bootpay_attempts ORDER BY id").unwrap();
        query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn client(emulator: &Emulator, options: ClientOptions) -> Bootpay {
    Bootpay::with_options(keys(&emulator.merchant), options.quiet_period(QUIET)).unwrap()
}

fn charge(emulator: &Emulator, order_id: &str) -> ChargeBillingKey {
    let key = emulator.control("POST", "/emulator/billing-keys", Some(&json!({})));
    ChargeBillingKey::new(text(&key, "billing_key"), "tea", order_id, 1000)
}

/// A charge whose reply is lost, `"before"` or `"after"` it is carried out.
fn lose(emulator: &Emulator, client: &Bootpay, order_id: &str, when: &str) {
    emulator.fault(&json!({ "path": "/v2/subscribe/payment", "kind": "html_502", "when": when }));
    let error = client.billing().charge(charge(emulator, order_id)).wait().err().unwrap();
    assert_eq!(error.kind, ErrorKind::OutcomeUnknown, "{error}");
}

fn recover(client: &Bootpay) -> Vec<Resolution> {
    client.attempts().recover(RecoverAttempts::new()).wait().unwrap()
}

fn outcomes(resolutions: &[Resolution]) -> Vec<(String, ResolvedOutcome)> {
    let outcome = |resolution: &Resolution| (resolution.attempt.order_id.clone().unwrap(), resolution.outcome);
    let mut outcomes: Vec<_> = resolutions.iter().map(outcome).collect();
    outcomes.sort_by(|a, b| a.0.cmp(&b.0));
    outcomes
}

fn changes(emulator: &Emulator) -> usize {
    emulator.requests().iter().filter(|request| request["method"] == "POST").count()
}

#[test]
fn another_client_finds_out_what_this_one_was_not_told() {
    let (emulator, place) = (Emulator::start(), Place::new());
    let first = place.client(&emulator);
    lose(&emulator, &first, "o-1", "before");
    lose(&emulator, &first, "o-2", "after");
    drop(first);
    thread::sleep(QUIET);
    let second = place.client(&emulator);
    let found = recover(&second);
    let expected = vec![("o-1".to_owned(), ResolvedOutcome::DidNotHappen), ("o-2".to_owned(), ResolvedOutcome::Done)];
    assert_eq!(outcomes(&found), expected, "{found:?}");
    let paid = found.iter().find(|resolution| resolution.outcome == ResolvedOutcome::Done).unwrap();
    assert_eq!(paid.receipt.as_ref().unwrap().price, 1000);
    assert_eq!(recover(&second), [], "each is told once");

    // This process may die with the answer, too: the next one hears it again, until somebody says so.
    let third = place.client(&emulator);
    let request = || RecoverAttempts::new().include_answered(true);
    // A claim lasts as long as the call of `recover` may, and a little longer.
    let waits = "UPDATE bootpay_attempts SET due_at = 0";
    let again = || {
        rusqlite::Connection::open(place.file()).unwrap().execute(waits, []).unwrap();
        third.attempts().recover(request()).wait().unwrap()
    };
    let told = again();
    assert_eq!(outcomes(&told), expected);
    for resolution in &told {
        third.attempts().acknowledge(&resolution.attempt.id);
    }
    eventually(|| place.rows().is_empty());
    assert_eq!(again(), []);
}

#[test]
fn it_is_too_early_to_say_so_before_the_quiet_period() {
    let (emulator, place) = (Emulator::start(), Place::new());
    let options = emulator.options().attempts_file(place.file()).quiet_period(Duration::from_secs(60));
    let client = Bootpay::with_options(keys(&emulator.merchant), options).unwrap();
    lose(&emulator, &client, "o-1", "before");
    let [resolution] = recover(&client).try_into().unwrap();
    assert_eq!(resolution.outcome, ResolvedOutcome::Unknown, "{}", resolution.reason);
    let due = resolution.ask_again_at.unwrap().as_millis() - resolution.attempt.sent_at.as_millis();
    assert!((59_900..=61_000).contains(&due), "{due}");
    assert_eq!(recover(&client), [], "it is not due again");
    assert_eq!(client.attempts().unresolved().len(), 1, "and still owed an answer");
}

#[test]
fn what_is_under_way_is_kept_and_left_alone() {
    let (emulator, place) = (Emulator::start(), Place::new());
    let client = place.client(&emulator);
    emulator.fault(&json!({ "path": "/v2/subscribe/payment", "kind": "stall", "seconds": 1, "when": "after" }));
    let call = client.billing().charge(charge(&emulator, "o-1"));
    let running = thread::spawn(move || call.wait());
    eventually(|| changes(&emulator) == 1);
    let rows = place.rows();
    assert!(rows.len() == 1 && rows[0].0.contains(" pending bootpay-attempt-"), "{rows:?}");
    assert_eq!(recover(&place.client(&emulator)), [], "its caller will be told");
    running.join().unwrap().unwrap();
    let rows = place.rows();
    assert!(rows.len() == 1 && rows[0].0.contains(" done bootpay-attempt-") && rows[0].1, "{rows:?}");
    // Refused ones as well.
    let error = client.payments().cancel_full(CancelFull::new("nope")).wait().err().unwrap();
    assert_eq!(error.kind, ErrorKind::Rejected);
    assert!(place.rows()[1].0.contains(" refused bootpay-attempt-"), "{:?}", place.rows());
}

#[test]
fn what_was_resolved_while_it_was_under_way_stays_known() {
    let (emulator, place) = (Emulator::start(), Place::new());
    let client = place.client(&emulator);
    emulator.fault(&json!({ "path": "/v2/subscribe/payment", "kind": "stall", "seconds": 2, "when": "after" }));
    let call = client.billing().charge(charge(&emulator, "o-1")).timeout(Duration::from_secs(1));
    let running = thread::spawn(move || call.wait());
    eventually(|| changes(&emulator) == 1);
    let [attempt] = client.attempts().unresolved().try_into().unwrap();
    let resolved = client.attempts().resolve(ResolveAttempt::new(&*attempt.serialized)).wait().unwrap();
    assert_eq!(resolved.outcome, ResolvedOutcome::Done, "{}", resolved.reason);
    assert_eq!(running.join().unwrap().err().unwrap().kind, ErrorKind::OutcomeUnknown);
    let rows = place.rows();
    assert!(rows.len() == 1 && rows[0].0.contains(" done bootpay-attempt-") && rows[0].1, "{rows:?}");
}

#[test]
fn a_process_that_is_killed_leaves_what_it_attempted() {
    let (emulator, place) = (Emulator::start(), Place::new());
    // Carried out at once, and answered when the process is gone.
    emulator.fault(&json!({ "path": "/v2/subscribe/payment", "kind": "stall", "seconds": 30, "when": "after" }));
    let request = charge(&emulator, "o-1");
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "charges_and_is_killed", "--ignored"])
        .env("EMULATOR_URL", &emulator.url)
        .env("CLIENT_KEY", text(&emulator.merchant, "client_key"))
        .env("SECRET_KEY", text(&emulator.merchant, "secret_key"))
        .env("BILLING_KEY", &request.billing_key)
        .env("ATTEMPTS_FILE", place.file())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    eventually(|| changes(&emulator) == 1);
    child.kill().unwrap();
    child.wait().unwrap();
    let client = place.client(&emulator);
    assert_eq!(recover(&client), [], "it might still be running, for all the file tells");
    eventually(|| match &*recover(&client) {
        [] => false,
        found => {
            assert_eq!(outcomes(found), [("o-1".to_owned(), ResolvedOutcome::Done)]);
            true
        }
    });
}

#[test]
#[ignore = "the child process of the test above"]
fn charges_and_is_killed() {
    let credentials =
        Credentials::new().client_key(env::var("CLIENT_KEY").unwrap()).secret_key(env::var("SECRET_KEY").unwrap());
    let options = ClientOptions::new()
        .base_url(env::var("EMULATOR_URL").unwrap())
        .attempts_file(env::var("ATTEMPTS_FILE").unwrap())
        .money_timeout(Duration::from_secs(2));
    let client = Bootpay::with_options(credentials, options).unwrap();
    let charge = ChargeBillingKey::new(env::var("BILLING_KEY").unwrap(), "tea", "o-1", 1000);
    let _ = client.billing().charge(charge).wait();
    thread::park();
}

#[test]
fn who_comes_and_goes_takes_nothing_away_from_two_clients_of_one_process() {
    let (emulator, place) = (Emulator::start(), Place::new());
    let clients = [place.client(&emulator), place.client(&emulator)];
    for (number, client) in clients.iter().enumerate() {
        lose(&emulator, client, &format!("o-{number}"), "after");
    }
    // In a process of its own, since what SQLite locks is a process's.
    let visited = Command::new(env::current_exe().unwrap())
        .args(["--exact", "opens_and_closes", "--ignored"])
        .env("ATTEMPTS_FILE", place.file())
        .stdout(Stdio::null())
        .status();
    assert!(visited.unwrap().success());
    // What is written afterwards is where everybody looks.
    lose(&emulator, &clients[0], "o-2", "after");
    assert_eq!(place.rows().len(), 3);
}

#[test]
fn between_calls_the_one_file_is_whole() {
    let (emulator, place, copied) = (Emulator::start(), Place::new(), Place::new());
    let client = place.client(&emulator);
    for order_id in ["o-1", "o-2", "o-3"] {
        lose(&emulator, &client, order_id, "after");
    }
    let names: Vec<_> = fs::read_dir(&place.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["attempts.sqlite3"]);
    // The client still has it open.
    fs::copy(place.file(), copied.file()).unwrap();
    thread::sleep(QUIET);
    assert_eq!(recover(&copied.client(&emulator)).len(), 3);
    drop(client);
}

#[test]
fn a_record_that_cannot_be_read_is_told_of_and_stops_nobody() {
    let (emulator, place) = (Emulator::start(), Place::new());
    let client = place.client(&emulator);
    for order_id in ["o-1", "o-2", "o-3"] {
        lose(&emulator, &client, order_id, "after");
    }
    let file = rusqlite::Connection::open(place.file()).unwrap();
    let ids: Vec<String> = client.attempts().unresolved().into_iter().map(|attempt| attempt.id).collect();
    // One is cut short, of the other nothing is left.
    file.execute("UPDATE bootpay_attempts SET record = substr(record, 1, 120) WHERE id = ?1", [&ids[0]]).unwrap();
    file.execute("UPDATE bootpay_attempts SET record = 'x' WHERE id = ?1", [&ids[1]]).unwrap();
    drop(client);
    thread::sleep(QUIET);
    let client = place.client(&emulator);
    let told = recover(&client);
    assert_eq!(told.len(), 3);
    for resolution in &told {
        let Resolution { attempt, outcome, reason, .. } = resolution;
        if attempt.id == ids[2] {
            assert_eq!(*outcome, ResolvedOutcome::Done);
        } else {
            assert_eq!(*outcome, ResolvedOutcome::Unknown);
            assert!(reason.contains("truncated or altered") && ids.contains(&attempt.id), "{attempt:?}");
            assert!(["o-1", "o-2"].contains(&attempt.order_id.as_deref().unwrap()), "{attempt:?}");
            let age = Timestamp::now().as_millis() - attempt.sent_at.as_millis();
            assert!((0..60_000).contains(&age), "{attempt:?}");
        }
    }
    // They are put aside, as they are, until somebody has looked.
    assert_eq!(recover(&client), []);
    assert_eq!(place.rows().iter().filter(|(record, _)| record.ends_with(" x")).count(), 1);
    assert!(!client.attempts().acknowledge(&ids[1]), "it is another process's");
    eventually(|| place.rows().len() == 2);
}

#[test]
fn a_file_that_is_damaged_or_has_lost_its_log_is_not_taken_for_an_empty_one() {
    let (emulator, place, copied) = (Emulator::start(), Place::new(), Place::new());
    let refused = |place: &Place| {
        let client = place.client(&emulator);
        let charged = client.billing().charge(charge(&emulator, "o-2")).wait().unwrap_err();
        let recovered = client.attempts().recover(RecoverAttempts::new()).wait().unwrap_err();
        for error in [&charged, &recovered] {
            assert!(error.kind == ErrorKind::Config && error.attempt.is_none(), "{error}");
        }
        charged.detail.clone()
    };
    lose(&emulator, &place.client(&emulator), "o-1", "after");
    let sent = changes(&emulator);
    // Somebody gave it a log, which is not copied with it.
    let file = rusqlite::Connection::open(place.file()).unwrap();
    file.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())).unwrap();
    file.execute("UPDATE bootpay_attempts SET answered = 0", []).unwrap();
    fs::copy(place.file(), copied.file()).unwrap();
    assert!(refused(&copied).contains("-wal"));
    // With its log, it is whole.
    thread::sleep(QUIET);
    assert_eq!(recover(&place.client(&emulator)).len(), 1);
    drop(file);

    let (whole, half) = (Place::new(), Place::new());
    for number in 0..40 {
        let client = whole.client(&emulator);
        lose(&emulator, &client, &format!("p-{number}"), "after");
    }
    let bytes = fs::read(whole.file()).unwrap();
    fs::write(half.file(), &bytes[..bytes.len() / 2]).unwrap();
    refused(&half);
    assert_eq!(changes(&emulator) - sent, 40, "of the refused ones nothing was sent");
}

#[test]
fn the_words_of_a_store_hide_the_keys() {
    struct Talkative(String);
    impl AttemptStore for Talkative {
        fn put(&self, _: AttemptRow) -> Result<(), StoreError> {
            Err(StoreError::new(format!("postgres://shop:{}@db refused", self.0)))
        }
        fn insert(&self, _: AttemptRow) -> Result<bool, StoreError> {
            Err(StoreError::new(&self.0))
        }
        fn claim(&self, _: AttemptClaim) -> Result<Option<String>, StoreError> {
            Err(StoreError::new(&self.0))
        }
        fn of_payment(&self, _: String) -> Result<Vec<String>, StoreError> {
            Err(StoreError::new(&self.0))
        }
        fn remove(&self, _: String) -> Result<(), StoreError> {
            Err(StoreError::new(&self.0))
        }
    }
    let emulator = Emulator::start();
    let secret = text(&emulator.merchant, "secret_key").to_owned();
    let client = client(&emulator, emulator.options().attempt_store(Talkative(secret.clone())));
    let charged = client.payments().cancel_full(CancelFull::new("r-1")).wait().unwrap_err();
    let recovered = client.attempts().recover(RecoverAttempts::new()).wait().unwrap_err();
    assert!(charged.detail.contains("refused"), "{charged}");
    for error in [charged, recovered] {
        assert!(error.kind == ErrorKind::NotSent && !format!("{error} {error:?}").contains(&secret), "{error}");
    }
}

#[test]
#[ignore = "the child process of the test above"]
fn opens_and_closes() {
    let file = SqliteAttempts::open(env::var("ATTEMPTS_FILE").unwrap()).unwrap();
    file.remove("nothing".into()).unwrap();
}

#[test]
fn of_many_recoverers_one_hears_of_each_attempt() {
    let (emulator, place) = (Emulator::start(), Place::new());
    let client = place.client(&emulator);
    for number in 0..20 {
        lose(&emulator, &client, &format!("o-{number}"), if number % 2 == 0 { "before" } else { "after" });
    }
    thread::sleep(QUIET);
    let recovering: Vec<_> = (0..6)
        .map(|_| {
            let client = place.client(&emulator);
            thread::spawn(move || client.attempts().recover(RecoverAttempts::new().limit(7)).wait().unwrap())
        })
        .collect();
    let told: Vec<Vec<Resolution>> = recovering.into_iter().map(|process| process.join().unwrap()).collect();
    assert!(told.iter().all(|told| told.len() <= 7));
    let ids: Vec<_> = told.iter().flatten().map(|resolution| resolution.attempt.id.clone()).collect();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "one was told twice");
    assert_eq!(ids.len(), 20);
}

#[test]
fn a_recover_takes_its_own_merchants_and_its_own_modes_only() {
    let (emulator, place) = (Emulator::start(), Place::new());
    lose(&emulator, &place.client(&emulator), "o-1", "after");
    let other = emulator.control("POST", "/emulator/merchants", Some(&json!({})));
    let options = || emulator.options().attempts_file(place.file());
    let other = Bootpay::with_options(keys(&other), options()).unwrap();
    assert_eq!(recover(&other), []);
    assert_eq!(recover(&client(&emulator, options().mode(Mode::Test))), []);
    assert_eq!(recover(&place.client(&emulator)).len(), 1);
}

/// Two processes each gave the same amount of one payment back, and one of them did not get there.
#[test]
fn refunds_of_other_processes_are_not_taken_for_this_one() {
    let (emulator, place) = (Emulator::start(), Place::new());
    let receipt = emulator.pay(&json!({ "price": 10_000, "state": "paid" }));
    let cancel = |client: &Bootpay, when: Option<&str>, id: &str| {
        if let Some(when) = when {
            emulator.fault(&json!({ "method": "POST", "path": "/v2/cancel", "kind": "reset", "when": when }));
        }
        let request = CancelPartial::new(text(&receipt, "receipt_id"), 1000, id);
        client.payments().cancel_partial(request).wait()
    };
    let first = place.client(&emulator);
    assert!(cancel(&first, Some("before"), "c-1").is_err());
    assert!(cancel(&place.client(&emulator), Some("after"), "c-2").is_err());
    thread::sleep(QUIET);
    let found = recover(&place.client(&emulator));
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|resolution| resolution.outcome == ResolvedOutcome::Unknown), "{found:?}");

    let place = Place::new();
    let receipt = emulator.pay(&json!({ "price": 10_000, "state": "paid" }));
    let request = |id: &str| CancelPartial::new(text(&receipt, "receipt_id"), 1000, id);
    emulator.fault(&json!({ "method": "POST", "path": "/v2/cancel", "kind": "reset" }));
    assert!(place.client(&emulator).payments().cancel_partial(request("c-1")).wait().is_err());
    // Against the rule, another process goes on before that is resolved, and it is done.
    place.client(&emulator).payments().cancel_partial(request("c-2")).wait().unwrap();
    thread::sleep(QUIET);
    let [resolution] = recover(&place.client(&emulator)).try_into().unwrap();
    assert_eq!(resolution.outcome, ResolvedOutcome::Unknown, "{}", resolution.reason);
    // It stays so when the row of the other one is gone.
    let later = "DELETE FROM bootpay_attempts WHERE answered; UPDATE bootpay_attempts SET due_at = 0";
    rusqlite::Connection::open(place.file()).unwrap().execute_batch(later).unwrap();
    let [resolution] = recover(&place.client(&emulator)).try_into().unwrap();
    assert_eq!(resolution.outcome, ResolvedOutcome::Unknown, "{}", resolution.reason);

    // One that set out earlier is done after this one has looked how much was given back.
    let place = Place::new();
    let receipt = emulator.pay(&json!({ "price": 10_000, "state": "paid" }));
    let cancel = |amount, id: &str| {
        let request = CancelPartial::new(text(&receipt, "receipt_id"), amount, id);
        place.client(&emulator).payments().cancel_partial(request)
    };
    let before = changes(&emulator);
    emulator.fault(&json!({ "method": "POST", "path": "/v2/cancel", "kind": "stall", "seconds": 2, "when": "before" }));
    let slow = cancel(500, "c-1");
    let slow = thread::spawn(move || slow.wait());
    eventually(|| changes(&emulator) == before + 1);
    cancel(1000, "c-2").wait().unwrap();
    emulator.fault(&json!({ "method": "POST", "path": "/v2/cancel", "kind": "reset", "when": "before" }));
    assert!(cancel(500, "c-3").wait().is_err());
    slow.join().unwrap().unwrap();
    let [resolution] = recover(&place.client(&emulator)).try_into().unwrap();
    assert_eq!(resolution.outcome, ResolvedOutcome::Unknown, "{}", resolution.reason);

    // One that was done before, was counted then.
    let place = Place::new();
    let receipt = emulator.pay(&json!({ "price": 10_000, "state": "paid" }));
    let request = |id: &str| CancelPartial::new(text(&receipt, "receipt_id"), 1000, id);
    place.client(&emulator).payments().cancel_partial(request("c-1")).wait().unwrap();
    emulator.fault(&json!({ "method": "POST", "path": "/v2/cancel", "kind": "reset", "when": "after" }));
    assert!(place.client(&emulator).payments().cancel_partial(request("c-2")).wait().is_err());
    let [resolution] = recover(&place.client(&emulator)).try_into().unwrap();
    assert_eq!(resolution.outcome, ResolvedOutcome::Done, "{}", resolution.reason);
}

#[test]
fn nothing_leaves_without_being_kept() {
    let emulator = Emulator::start();
    let refused = |file: &Path, kind: ErrorKind, why: &str| {
        let client = client(&emulator, emulator.options().attempts_file(file.to_str().unwrap()));
        let error = client.payments().cancel_full(CancelFull::new("r-1")).wait().err().unwrap();
        assert_eq!(error.kind, kind, "{why}: {error}");
        assert!(error.detail.contains(why), "{why}: {error}");
        assert_eq!(error.attempt, None);
        assert!(client.attempts().unresolved().is_empty());
        assert_eq!(changes(&emulator), 0, "{why}");
        client
    };
    let place = Place::new();
    refused(&place.0, ErrorKind::NotSent, "unable to open");
    refused(&place.0.join("missing/attempts"), ErrorKind::NotSent, "No such file");
    let other = place.0.join("notes.txt");
    fs::write(&other, "no database, but a text that is long enough to have been taken for the head of one. ".repeat(9))
        .unwrap();
    refused(&other, ErrorKind::Config, "not a database");

    // A file of a version that may be read and not written.
    let file = place.0.join("newer");
    drop(SqliteAttempts::open(&file).unwrap());
    let mut raw = File::options().write(true).open(&file).unwrap();
    raw.seek(SeekFrom::Start(18)).unwrap();
    raw.write_all(&[9]).unwrap();
    drop(raw);
    refused(&file, ErrorKind::NotSent, "readonly");
    // Removed while it is in use, with all that is in it: nobody makes a new one in its place.
    let file = place.0.join("good");
    let client = client(&emulator, emulator.options().attempts_file(file.to_str().unwrap()));
    assert_eq!(client.payments().cancel_full(CancelFull::new("r-1")).wait().err().unwrap().kind, ErrorKind::Rejected);
    assert_eq!(changes(&emulator), 1);
    fs::remove_file(&file).unwrap();
    let error = client.payments().cancel_full(CancelFull::new("r-1")).wait().err().unwrap();
    assert!(error.kind == ErrorKind::NotSent && error.detail.contains("removed"), "{error}");
    assert!(changes(&emulator) == 1 && !file.exists());
}

#[test]
fn a_store_that_takes_nothing_refuses_the_call() {
    let (emulator, place) = (Emulator::start(), Place::new());
    let store = SqliteAttempts::open(place.file()).unwrap();
    let file = rusqlite::Connection::open(place.file()).unwrap();
    file.execute_batch("BEGIN IMMEDIATE").unwrap();
    let client = client(&emulator, emulator.options().attempt_store(store).money_timeout(Duration::from_secs(2)));
    let error = client.payments().cancel_full(CancelFull::new("r-1")).wait().err().unwrap();
    assert!(error.kind == ErrorKind::NotSent && error.detail.contains("in time"), "{error}");
    assert_eq!(changes(&emulator), 0);
    file.execute_batch("ROLLBACK").unwrap();
    // What was too slow does not leave afterwards.
    thread::sleep(Duration::from_millis(500));
    assert_eq!((changes(&emulator), place.rows().len()), (0, 0));
}

/// A shop's own store, which can be told to misbehave.
#[derive(Clone, Default)]
struct Own(Arc<Shelf>);

#[derive(Default)]
struct Shelf {
    /// Each with the moment from which it may be claimed.
    rows: Mutex<Vec<(AttemptRow, Instant)>>,
    full: AtomicBool,
    panics: AtomicBool,
    slow: AtomicBool,
    careless: AtomicBool,
}

/// By a clock that no client has a part in.
fn after(millis: i64) -> Instant {
    Instant::now() + Duration::from_millis(millis.try_into().unwrap())
}

impl AttemptStore for Own {
    fn put(&self, row: AttemptRow) -> Result<(), StoreError> {
        assert!(!self.0.panics.swap(false, Ordering::Relaxed), "the shop's own mistake");
        if self.0.full.load(Ordering::Relaxed) {
            return Err(StoreError::new("no space is left"));
        }
        if self.0.slow.load(Ordering::Relaxed) {
            thread::sleep(Duration::from_millis(400));
        }
        let mut rows = self.0.rows.lock().unwrap();
        rows.retain(|(other, _)| other.id != row.id);
        let due = after(row.due_in_ms);
        rows.push((row, due));
        Ok(())
    }

    fn insert(&self, row: AttemptRow) -> Result<bool, StoreError> {
        let is_new = self.0.rows.lock().unwrap().iter().all(|(other, _)| other.id != row.id);
        if is_new { self.put(row).map(|()| true) } else { Ok(false) }
    }

    fn claim(&self, claim: AttemptClaim) -> Result<Option<String>, StoreError> {
        let mut rows = self.0.rows.lock().unwrap();
        let fits = |(row, due): &&mut (AttemptRow, Instant)| {
            (row.owner == claim.owner || self.0.careless.load(Ordering::Relaxed))
                && *due <= Instant::now()
                && (claim.answered || !row.answered)
        };
        Ok(rows.iter_mut().find(fits).map(|(row, due)| {
            *due = after(claim.lease_ms);
            row.record.clone()
        }))
    }

    fn of_payment(&self, payment: String) -> Result<Vec<String>, StoreError> {
        let rows = self.0.rows.lock().unwrap();
        let of_payment = rows.iter().filter(|(row, _)| row.payment.as_ref() == Some(&payment));
        Ok(of_payment.map(|(row, _)| row.record.clone()).collect())
    }

    fn remove(&self, id: String) -> Result<(), StoreError> {
        self.0.rows.lock().unwrap().retain(|(row, _)| row.id != id);
        Ok(())
    }
}

#[test]
fn a_shop_may_keep_attempts_itself() {
    let emulator = Emulator::start();
    let own = Own::default();
    let client = client(&emulator, emulator.options().attempt_store(own.clone()));
    lose(&emulator, &client, "o-1", "after");
    let [resolution] = recover(&client).try_into().unwrap();
    assert_eq!(resolution.outcome, ResolvedOutcome::Done);
    assert!(client.attempts().unresolved().is_empty(), "what is known is owed no more");
    {
        let rows = own.0.rows.lock().unwrap();
        let hour = 60 * 60 * 1000;
        assert!(rows[0].0.answered && rows[0].0.forget_in_ms == Some(hour));
    }
    let before = changes(&emulator);
    own.0.full.store(true, Ordering::Relaxed);
    let error = client.billing().charge(charge(&emulator, "o-2")).wait().err().unwrap();
    assert_eq!((error.kind, &*error.detail), (ErrorKind::NotSent, "the attempt could not be stored: no space is left"));
    own.0.full.store(false, Ordering::Relaxed);
    own.0.panics.store(true, Ordering::Relaxed);
    let error = client.billing().charge(charge(&emulator, "o-3")).wait().err().unwrap();
    assert_eq!(
        (error.kind, &*error.detail),
        (ErrorKind::NotSent, "the attempt could not be stored: it stopped unexpectedly")
    );
    assert_eq!(changes(&emulator), before);
    client.billing().charge(charge(&emulator, "o-4")).wait().unwrap();
    // A record that is not what was given.
    let mut rows = own.0.rows.lock().unwrap();
    rows.retain(|(row, _)| row.answered);
    let mut row = rows[0].0.clone();
    (row.id, row.record, row.answered) = ("x".into(), "pending nonsense".into(), false);
    rows.push((row, Instant::now()));
    drop(rows);
    let told = recover(&client);
    let [damaged] = told.iter().filter(|one| one.reason.contains("truncated or altered")).collect::<Vec<_>>()[..]
    else {
        panic!("{told:?}")
    };
    assert_eq!((&*damaged.attempt.id, damaged.outcome), ("", ResolvedOutcome::Unknown));
}

/// With the keys of one merchant, nothing is found of what another one did.
#[test]
fn an_attempt_of_another_merchant_is_not_looked_for() {
    let emulator = Emulator::start();
    let own = Own::default();
    lose(&emulator, &client(&emulator, emulator.options().attempt_store(own.clone())), "o-1", "after");
    own.0.careless.store(true, Ordering::Relaxed);
    thread::sleep(QUIET);
    let other = emulator.control("POST", "/emulator/merchants", Some(&json!({})));
    let options = emulator.options().attempt_store(own).quiet_period(QUIET);
    let other = Bootpay::with_options(keys(&other), options).unwrap();
    let error = other.attempts().recover(RecoverAttempts::new()).wait().err().unwrap();
    assert!(error.kind == ErrorKind::NotSent && error.detail.contains("another owner"), "{error}");
}

/// Otherwise it would be resolved while Bootpay is still at it.
#[test]
fn the_quiet_period_begins_when_the_store_has_it() {
    let emulator = Emulator::start();
    let own = Own::default();
    own.0.slow.store(true, Ordering::Relaxed);
    let client = client(&emulator, emulator.options().attempt_store(own.clone()));
    let begun = Timestamp::now().as_millis();
    lose(&emulator, &client, "o-1", "before");
    let [attempt] = client.attempts().unresolved().try_into().unwrap();
    assert!(attempt.sent_at.as_millis() >= begun + 400, "{}", attempt.sent_at);
    let rows = own.0.rows.lock().unwrap();
    assert_eq!(rows[0].0.record, format!("{} order%2Fo%2D1 unknown {}", attempt.id, attempt.serialized));
}

/// To `SQLite`, such a name is no file.
#[test]
fn a_file_is_a_file_whatever_its_name() {
    let file = env::current_dir().unwrap().join(":memory:");
    drop(SqliteAttempts::open(":memory:").unwrap());
    let length = fs::metadata(&file).unwrap().len();
    fs::remove_file(&file).unwrap();
    assert!(length > 0, "the rows are elsewhere");
}

#[test]
fn who_goes_while_it_is_being_kept_sends_nothing() {
    let emulator = Emulator::start();
    let own = Own::default();
    own.0.slow.store(true, Ordering::Relaxed);
    let client = client(&emulator, emulator.options().attempt_store(own.clone()));
    let cancel = client.billing().charge(charge(&emulator, "o-1")).start(drop);
    thread::sleep(Duration::from_millis(100));
    assert!(cancel.cancel().is_none(), "nothing had left");
    thread::sleep(Duration::from_millis(600));
    assert_eq!((changes(&emulator), own.0.rows.lock().unwrap().len(), client.attempts().unresolved().len()), (0, 0, 0));
}

#[test]
fn settings_are_checked() {
    let emulator = Emulator::start();
    let client = emulator.client();
    let error = client.attempts().recover(RecoverAttempts::new()).wait().err().unwrap();
    assert_eq!((error.kind, error.endpoint.as_deref()), (ErrorKind::Config, Some("attempts.recover")));
    let error = client.attempts().recover(RecoverAttempts::new().limit(0)).wait().err().unwrap();
    assert_eq!(error.field.as_deref(), Some("limit"));
    for (options, field) in [
        (emulator.options().attempts_file(" "), "attempts_file"),
        (emulator.options().attempts_file("a").attempt_store(Own::default()), "attempt_store"),
    ] {
        assert_eq!(
            Bootpay::with_options(keys(&emulator.merchant), options).err().unwrap().field.as_deref(),
            Some(field)
        );
    }
    assert_eq!(emulator.requests(), Vec::<Value>::new());
}

/// Waits for what other threads and processes do.
fn eventually(condition: impl Fn() -> bool) {
    let begun = Instant::now();
    while !condition() {
        assert!(begun.elapsed() < Duration::from_secs(20), "it did not come to pass");
        thread::sleep(Duration::from_millis(10));
    }
}
