//! A sandbox for Rust's tests, and the buttons of its control API.

#![allow(dead_code)] // each test binary uses its part

use std::sync::mpsc;

use bootpay_core::{Bootpay, ClientOptions, Credentials};
use bootpay_sandbox::{Certificate, Options};
use serde_json::{Value, json};

/// A sandbox on a thread of its own.
pub(crate) struct Sandbox {
    pub(crate) url: String,
    pub(crate) ca: Option<String>,
    pub(crate) merchant: Value,
    _stop: tokio::sync::oneshot::Sender<()>,
}

impl Sandbox {
    pub(crate) fn start() -> Self {
        Self::with(None)
    }

    pub(crate) fn with(tls: Option<Certificate>) -> Self {
        let (ready, started) = mpsc::channel();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
            runtime.block_on(async {
                let mut options = Options::default();
                options.tls = tls;
                let sandbox = bootpay_sandbox::Sandbox::start(options).await.unwrap();
                let merchant = serde_json::to_value(sandbox.merchant()).unwrap();
                ready.send((sandbox.url().to_owned(), sandbox.ca_pem().map(str::to_owned), merchant)).unwrap();
                let _ = stopped.await;
            });
        });
        let (url, ca, merchant) = started.recv().unwrap();
        Self { url, ca, merchant, _stop: stop }
    }

    pub(crate) fn control(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        let url = format!("{}{path}", self.url);
        let reply = match (method, body) {
            ("GET", _) => ureq::get(&url).call(),
            ("DELETE", _) => ureq::delete(&url).call(),
            (_, body) => ureq::post(&url).send_json(body.unwrap_or(&json!({}))),
        };
        reply.unwrap_or_else(|error| panic!("{method} {path} {body:?}: {error}")).body_mut().read_json().unwrap()
    }

    pub(crate) fn pay(&self, payment: &Value) -> Value {
        self.control("POST", "/sandbox/payments", Some(payment))
    }

    pub(crate) fn fault(&self, fault: &Value) {
        self.control("POST", "/sandbox/faults", Some(fault));
    }

    pub(crate) fn requests(&self) -> Vec<Value> {
        self.control("GET", "/sandbox/requests", None).as_array().unwrap().clone()
    }

    pub(crate) fn options(&self) -> ClientOptions {
        ClientOptions::new().base_url(&*self.url)
    }

    pub(crate) fn client(&self) -> Bootpay {
        Bootpay::with(keys(&self.merchant), self.options()).unwrap()
    }
}

pub(crate) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap()
}

pub(crate) fn keys(merchant: &Value) -> Credentials {
    Credentials::new().client_key(text(merchant, "client_key")).secret_key(text(merchant, "secret_key"))
}

pub(crate) fn application(merchant: &Value) -> Credentials {
    Credentials::new().application_id(text(merchant, "application_id")).private_key(text(merchant, "private_key"))
}
