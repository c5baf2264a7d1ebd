//! An emulator for one worker, the buttons of its control API, and its records read past the client.

use std::{cell::RefCell, time::Duration};

use base64::{Engine, prelude::BASE64_STANDARD};
use bootpay_emulator::{Emulator, Options};
use serde_json::{Value, json};
use tokio::runtime::Handle;
use ureq::Agent;

use crate::{clock::Clock, rules::QUIET_PERIOD};

/// Its faults are its own: no other worker's requests meet them.
pub(crate) struct Local {
    url: String,
    agent: Agent,
    /// What its `Date` is told to be.
    date: RefCell<Value>,
    _running: Emulator,
}

/// A merchant of it.
pub(crate) struct Merchant {
    pub(crate) id: String,
    /// What a client of it is opened with.
    pub(crate) settings: Value,
    authorization: String,
}

impl Local {
    pub(crate) fn start(runtime: &Handle, seed: u64) -> Self {
        let mut options = Options::default();
        options.seed = seed;
        let running = runtime.block_on(Emulator::start(options)).expect("a free port");
        // The connection to the controls is kept: a new one would meet what is refused.
        let config = Agent::config_builder().http_status_as_error(false).max_idle_age(Duration::from_secs(3600));
        let agent = Agent::new_with_config(config.build());
        Self { url: running.url().to_owned(), agent, date: RefCell::default(), _running: running }
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Makes a merchant on one side of what sources disagree on.
    pub(crate) fn merchant(&self, repeats: bool) -> Merchant {
        let wishes = json!({
            "repeated_order_ids": repeats,
            "repeated_cancel_ids": repeats,
            "partial_cancel_status": if repeats { 1 } else { 20 },
        });
        let merchant = self.control("merchants", &wishes);
        let (client_key, secret_key) = (text(&merchant, "client_key"), text(&merchant, "secret_key"));
        Merchant {
            id: text(&merchant, "id").to_owned(),
            settings: json!({
                "credentials": { "client_key": client_key, "secret_key": secret_key },
                "options": { "base_url": self.url, "quiet_period": QUIET_PERIOD.as_secs_f64() },
            }),
            authorization: basic(client_key, secret_key),
        }
    }

    /// Presses a button: `POST /emulator/…`.
    pub(crate) fn control(&self, path: &str, body: &Value) -> Value {
        let mut reply = self.agent.post(format!("{}/emulator/{path}", self.url)).send_json(body).expect("the emulator");
        let answer: Value = reply.body_mut().read_json().expect("JSON");
        assert_eq!(reply.status(), 200, "{path} {body}: {answer}");
        answer
    }

    pub(crate) fn clear(&self, what: &str) {
        self.agent.delete(format!("{}/emulator/{what}", self.url)).call().expect("the emulator");
        let date = self.date.borrow();
        if what == "faults" && !date.is_null() {
            // It was cleared with them.
            self.control("faults/date", &date);
        }
    }

    /// Sets its clock, which may turn back, and what its `Date` says.
    pub(crate) fn set_clock(&self, clock: &Clock) {
        self.control("clock", &json!({ "offset_seconds": clock.offset }));
        self.control("faults/date", &clock.date);
        *self.date.borrow_mut() = clock.date.clone();
    }

    /// What arrived at the API since the log was cleared.
    pub(crate) fn requests(&self) -> Vec<Value> {
        let mut reply = self.agent.get(format!("{}/emulator/requests", self.url)).call().expect("the emulator");
        reply.body_mut().read_json().expect("a list")
    }

    /// The emulator's time.
    pub(crate) fn now(&self) -> bootpay_core::Timestamp {
        let mut reply = self.agent.get(format!("{}/emulator/clock", self.url)).call().expect("the emulator");
        let clock: Value = reply.body_mut().read_json().expect("JSON");
        bootpay_core::Timestamp::parse(text(&clock, "now")).expect("a date")
    }

    /// Reads the API past the client; null where there is no such thing.
    pub(crate) fn read(&self, merchant: &Merchant, path: &str) -> Value {
        let request =
            self.agent.get(format!("{}/v2/{path}", self.url)).header("authorization", &merchant.authorization);
        let mut reply = request.call().expect("the emulator");
        let answer: Value = reply.body_mut().read_json().expect("JSON");
        if reply.status() == 200 { answer } else { Value::Null }
    }
}

fn basic(user: &str, password: &str) -> String {
    format!("Basic {}", BASE64_STANDARD.encode(format!("{user}:{password}")))
}

pub(crate) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("{name} is missing: {value}"))
}
