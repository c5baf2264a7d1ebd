//! Who runs a client's event loop, and what becomes of calls when nobody waits for them.

#![allow(clippy::unwrap_used)]

mod support;

use std::{
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use bootpay_core::{
    Bootpay, Endpoint, PendingCall,
    model::{CancelFull, ChargeBillingKey, ErrorKind, GetReceipt},
};
use serde_json::json;
use support::{Emulator, Relay, application, keys, text};
use tokio::runtime::{self, Handle, Runtime};

fn paid(emulator: &Emulator) -> String {
    text(&emulator.pay(&json!({ "price": 1000, "state": "paid" })), "receipt_id").to_owned()
}

fn threads() -> Runtime {
    runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

fn on_runtime(emulator: &Emulator, runtime: &Handle) -> Bootpay {
    Bootpay::with_runtime(keys(&emulator.merchant), emulator.options(), runtime.clone()).unwrap()
}

/// Waits for the call as somebody does who loses patience after this long.
fn lose_patience<E: Endpoint>(call: PendingCall<E>, after: Duration) -> Option<ErrorKind> {
    let begun = Instant::now();
    let waited = call.wait_unless(Duration::from_millis(5), || (begun.elapsed() > after).then_some(()));
    waited.err().unwrap().1.map(|error| error.kind)
}

#[test]
fn a_connection_that_was_closed_while_nobody_looked_is_not_used() {
    let emulator = Emulator::start();
    let relay = Relay::before(&emulator.url);
    let client = Bootpay::with_options(keys(&emulator.merchant), emulator.options().base_url(&*relay.url)).unwrap();
    let receipt_id = paid(&emulator);
    let key = emulator.control("POST", "/emulator/billing-keys", None);
    let charge = |order_id: String| {
        client.billing().charge(ChargeBillingKey::new(text(&key, "billing_key"), "tea", order_id, 1000))
    };
    for time in 0..40 {
        client.payments().get(GetReceipt::new(&*receipt_id)).wait().unwrap();
        relay.hang_up();
        // Sometimes before the client's own thread takes the loop over, and sometimes after.
        thread::sleep(Duration::from_millis(time % 20));
        charge(format!("a-{time}")).wait().unwrap();
        relay.hang_up();
        let (done, outcome) = mpsc::channel();
        charge(format!("b-{time}")).start(move |reply| done.send(reply).unwrap());
        outcome.recv().unwrap().unwrap();
    }
}

#[test]
fn a_cancel_goes_on_when_who_ran_the_loop_goes_away() {
    let emulator = Emulator::start();
    let (client, receipt_id) = (emulator.client(), paid(&emulator));
    emulator.fault(&json!({ "path": "/v2/cancel", "kind": "stall", "seconds": 0.4 }));
    let cancel = client.payments().cancel_full(CancelFull::new(&*receipt_id));
    assert_eq!(lose_patience(cancel, Duration::from_millis(100)), Some(ErrorKind::OutcomeUnknown));
    // Nobody calls, so nobody but the client's own thread runs the loop.
    let deadline = Instant::now() + Duration::from_secs(5);
    while client.attempts().unresolved()[0].outcome != bootpay_core::model::AttemptOutcome::Done {
        assert!(Instant::now() < deadline, "nobody went on with the cancel");
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_read_ends_with_its_caller() {
    let emulator = Emulator::start();
    let (client, receipt_id) = (emulator.client(), paid(&emulator));
    emulator.fault(&json!({ "path": "/v2/receipt", "kind": "stall", "seconds": 0.4 }));
    let look_up = client.payments().get(GetReceipt::new(&*receipt_id));
    assert_eq!(lose_patience(look_up, Duration::from_millis(50)), None);
    assert!(client.attempts().unresolved().is_empty());
    client.payments().get(GetReceipt::new(&*receipt_id)).wait().unwrap();
}

#[test]
fn those_who_give_up_break_nothing() {
    let emulator = Emulator::start();
    let receipt_id = paid(&emulator);
    for time in 0..20 {
        let client = emulator.client();
        let look_up = || client.payments().get(GetReceipt::new(&*receipt_id));
        emulator.fault(&json!({ "path": "/v2/receipt", "kind": "stall", "seconds": 0.005 }));
        thread::scope(|scope| {
            scope.spawn(|| {
                let (interval, begun) = (Duration::from_millis(1), Instant::now());
                let patience = Duration::from_millis(time % 10);
                drop(look_up().wait_unless(interval, || {
                    // Long enough for somebody else to take the loop over, and for the answer to come.
                    thread::sleep(Duration::from_millis(15));
                    (begun.elapsed() > patience).then_some(())
                }));
            });
            look_up().wait().unwrap();
        });
        look_up().wait().unwrap();
    }
}

#[test]
fn a_read_that_nobody_goes_on_with_holds_up_nobody() {
    let emulator = Emulator::start();
    let (runtime, receipt_id) = (threads(), paid(&emulator));
    let keys = application(&emulator.merchant);
    let client = Bootpay::with_runtime(keys, emulator.options(), runtime.handle().clone()).unwrap();
    emulator.fault(&json!({ "path": "/v2/request/token", "kind": "stall", "seconds": 0.2 }));
    runtime.block_on(async {
        let mut look_up = client.payments().get(GetReceipt::new(&*receipt_id));
        tokio::time::timeout(Duration::from_millis(50), &mut look_up).await.unwrap_err();
        let cancel = client.payments().cancel_full(CancelFull::new(&*receipt_id)).timeout(Duration::from_secs(5));
        cancel.await.unwrap();
        look_up.await.unwrap();
    });
}

#[test]
fn a_read_that_was_begun_can_be_handed_on_and_given_up() {
    let emulator = Emulator::start();
    let (runtime, receipt_id) = (threads(), paid(&emulator));
    let client = on_runtime(&emulator, runtime.handle());
    for gives_up in [false, true] {
        emulator.fault(&json!({ "path": "/v2/receipt", "kind": "stall", "seconds": 0.2 }));
        let mut look_up = client.payments().get(GetReceipt::new(&*receipt_id));
        runtime.block_on(async { tokio::time::timeout(Duration::from_millis(50), &mut look_up).await.unwrap_err() });
        let (done, outcome) = mpsc::channel();
        let cancel = look_up.start(move |reply| done.send(reply).unwrap());
        if gives_up {
            assert!(cancel.cancel().is_none());
        }
        assert_eq!(outcome.recv().unwrap().is_err(), gives_up);
    }
}

#[test]
fn those_who_wait_and_those_who_do_not_share_the_loop() {
    let emulator = Emulator::start();
    let (client, receipt_id) = (emulator.client(), paid(&emulator));
    let look_up = || client.payments().get(GetReceipt::new(&*receipt_id));
    let (done, outcomes) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..16 {
            let done = done.clone();
            scope.spawn(move || {
                for _ in 0..20 {
                    let done = done.clone();
                    look_up().start(move |reply| done.send(reply).unwrap());
                    look_up().wait().unwrap();
                    thread::sleep(Duration::from_millis(1));
                }
            });
        }
    });
    drop(done);
    assert_eq!(outcomes.iter().map(Result::unwrap).count(), 320);
}

#[test]
fn who_runs_the_loop_cannot_wait_in_it() {
    let emulator = Emulator::start();
    let (client, receipt_id) = (emulator.client(), paid(&emulator));
    let (done, outcome) = mpsc::channel();
    let again = client.payments().get(GetReceipt::new(&*receipt_id));
    client.payments().get(GetReceipt::new(&*receipt_id)).start(move |_| done.send(again.wait()).unwrap());
    assert_eq!(outcome.recv().unwrap().unwrap_err().kind, ErrorKind::Config);
}

#[test]
fn who_blocks_in_a_runtime_is_served_as_well() {
    let emulator = Emulator::start();
    let (client, receipt_id) = (emulator.client(), paid(&emulator));
    let look_up = move || client.payments().get(GetReceipt::new(receipt_id)).wait();
    threads().block_on(async { tokio::task::spawn_blocking(look_up).await.unwrap() }).unwrap();
}

#[test]
fn a_client_can_use_the_programs_runtime() {
    let emulator = Emulator::start();
    let receipt_id = paid(&emulator);
    let look_up = |client: &Bootpay| client.payments().get(GetReceipt::new(&*receipt_id));

    let runtime = runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let client = on_runtime(&emulator, runtime.handle());
    runtime.block_on(async { look_up(&client).await }).unwrap();
    drop((client, runtime));

    let runtime = threads();
    let client = on_runtime(&emulator, runtime.handle());
    look_up(&client).wait().unwrap();
    let (done, outcome) = mpsc::channel();
    look_up(&client).start(move |reply| done.send(reply).unwrap());
    outcome.recv().unwrap().unwrap();
    // Awaited in another one.
    let other = runtime::Builder::new_current_thread().build().unwrap();
    other.block_on(look_up(&client)).unwrap();
    other.block_on(client.payments().cancel_full(CancelFull::new(&*receipt_id))).unwrap();
    assert_eq!(look_up(&client).wait().unwrap().cancelled_price, 1000);
}

#[test]
fn on_the_programs_runtime_a_cancel_goes_on_and_a_read_does_not() {
    let emulator = Emulator::start();
    let (runtime, receipt_id) = (threads(), paid(&emulator));
    let client = on_runtime(&emulator, runtime.handle());
    for path in ["/v2/receipt", "/v2/cancel"] {
        emulator.fault(&json!({ "path": path, "kind": "stall", "seconds": 0.3 }));
    }
    runtime.block_on(async {
        let patience = Duration::from_millis(50);
        tokio::time::timeout(patience, client.payments().get(GetReceipt::new(&*receipt_id))).await.unwrap_err();
        tokio::time::timeout(patience, client.payments().cancel_full(CancelFull::new(&*receipt_id))).await.unwrap_err();
    });
    assert_eq!(client.attempts().unresolved().len(), 1);
    let deadline = Instant::now() + Duration::from_secs(5);
    while client.attempts().unresolved()[0].outcome != bootpay_core::model::AttemptOutcome::Done {
        assert!(Instant::now() < deadline, "nobody went on with the cancel");
        thread::sleep(Duration::from_millis(5));
    }
}
