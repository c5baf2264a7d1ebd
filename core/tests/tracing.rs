//! With the feature `tracing`, each call is an event of that crate.
#![cfg(feature = "tracing")]

mod support;

use std::{
    fmt,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use bootpay_core::model::GetReceipt;
use serde_json::json;
use support::{Emulator, text};
use tracing::{
    Dispatch, Event, Level, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};

static EVENTS: Mutex<Vec<String>> = Mutex::new(vec![]);
static LISTENS: AtomicBool = AtomicBool::new(true);

struct Listener;

struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0 += &format!("{field}={value:?};");
    }
}

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "bootpay_core::call" && LISTENS.load(Ordering::Relaxed)
    }
    fn register_callsite(&self, _: &'static Metadata<'static>) -> tracing::subscriber::Interest {
        tracing::subscriber::Interest::sometimes()
    }
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, event: &Event<'_>) {
        assert_eq!(event.metadata().level(), &Level::INFO);
        let mut fields = Fields(String::new());
        event.record(&mut fields);
        EVENTS.lock().unwrap().push(fields.0);
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[test]
fn a_call_is_an_event_where_a_subscriber_is_interested() {
    tracing::dispatcher::set_global_default(Dispatch::new(Listener)).unwrap();
    let emulator = Emulator::start();
    let id = text(&emulator.pay(&json!({ "state": "paid" })), "receipt_id").to_owned();
    let client = emulator.client();
    client.payments().get(GetReceipt::new(&*id)).wait().unwrap();
    client.payments().get(GetReceipt::new("none")).wait().unwrap_err();
    let events = std::mem::take(&mut *EVENTS.lock().unwrap());
    assert_eq!(events.len(), 2, "{events:?}");
    for part in ["payments.get done", "effect=\"read\";", "outcome=\"done\";", "status=200;", "tries=1;"] {
        assert!(events[0].contains(part), "{part}: {}", events[0]);
    }
    for part in ["outcome=\"failed\";", "kind=\"rejected\";", "code=\"RC_NOT_FOUND\";", "connection_reused=true;"] {
        assert!(events[1].contains(part), "{part}: {}", events[1]);
    }
    LISTENS.store(false, Ordering::Relaxed);
    client.payments().get(GetReceipt::new(id)).wait().unwrap();
    assert!(EVENTS.lock().unwrap().is_empty());
}
