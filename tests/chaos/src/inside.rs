//! Clients in Rust, in this process. A call is cancelled by dropping its future.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use bootpay_core::{Bootpay, BootpayError, ClientOptions, Credentials, Endpoint, PendingCall, model};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tokio::runtime::Handle;

use crate::{child::NoAnswer, client::Driver, emulator::text};

pub(crate) struct Inside {
    runtime: Handle,
    clients: Mutex<HashMap<String, Bootpay>>,
}

impl Inside {
    pub(crate) fn new(runtime: &Handle) -> Self {
        Self { runtime: runtime.clone(), clients: Mutex::default() }
    }

    /// Does what one line asks for.
    pub(crate) fn answer(&self, request: &Value) -> Value {
        let name = text(request, "client");
        if request["do"] == "open" {
            let client = Bootpay::with_options(credentials(&request["credentials"]), options(&request["options"]));
            self.clients().insert(name.to_owned(), client.expect("keys of a merchant"));
            return json!({ "returned": null });
        }
        let client = self.clients().get(name).cloned().unwrap_or_else(|| panic!("no client {name}"));
        match text(request, "do") {
            "call" => self.call(&client, request),
            "unresolved" => json!({ "returned": read(&client.attempts().unresolved(), &request["read"]) }),
            "acknowledge" => json!({ "returned": client.attempts().acknowledge(text(request, "attempt")) }),
            other => panic!("nobody can {other}"),
        }
    }

    fn call(&self, client: &Bootpay, request: &Value) -> Value {
        let ended = dispatch(client, text(request, "call"), &Asked { request, runtime: &self.runtime });
        match ended {
            Some(Ok(reply)) => json!({ "returned": reply }),
            Some(Err(error)) => json!({ "failed": read(&*error, &request["fails"]) }),
            None => json!({ "cancelled": true }),
        }
    }

    fn clients(&self) -> std::sync::MutexGuard<'_, HashMap<String, Bootpay>> {
        self.clients.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Driver for Inside {
    fn ask(&self, request: Value, _patience: Duration) -> Result<Value, NoAnswer> {
        Ok(self.answer(&request))
    }

    fn cancels(&self) -> bool {
        true
    }

    fn language(&self) -> String {
        "Rust".into()
    }
}

/// A call that is asked for, and where it may wait.
struct Asked<'a> {
    request: &'a Value,
    runtime: &'a Handle,
}

impl Asked<'_> {
    fn fields<R: DeserializeOwned>(&self) -> R {
        serde_json::from_value(self.request["with"].clone()).expect("the fields of the request")
    }

    /// Nothing when it was cancelled.
    fn make<E: Endpoint>(&self, call: PendingCall<E>) -> Option<Result<Value, BootpayError>>
    where
        E::Response: Serialize,
    {
        let call = call.timeout(seconds(&self.request["timeout"]));
        let ended = match &self.request["cancel"] {
            Value::Null => Some(call.wait()),
            after => self.runtime.block_on(async { tokio::time::timeout(seconds(after), call).await.ok() }),
        };
        ended.map(|reply| reply.map(|reply| read(&reply, &self.request["read"])))
    }
}

/// `payments.get` and its kin by name, from the table.
macro_rules! by_name {
    ($( $(#[$rdoc:meta])* $field:ident: $Resource:ident { $(
        $(#[$doc:meta])* $method:ident($Request:ident) -> $Reply:ty { $($route:tt)* }
    )* } $(+ local $local:tt)? $(+ pure $pure:tt)? )*) => {
        fn dispatch(client: &Bootpay, name: &str, asked: &Asked<'_>) -> Option<Result<Value, BootpayError>> {
            match name {
                $($(concat!(stringify!($field), ".", stringify!($method)) =>
                    asked.make(client.$field().$method(asked.fields::<model::$Request>())),)*)*
                other => panic!("no call {other}"),
            }
        }
    };
}
bootpay_core::endpoints!(by_name);

fn credentials(keys: &Value) -> Credentials {
    Credentials::new().client_key(text(keys, "client_key")).secret_key(text(keys, "secret_key"))
}

fn options(options: &Value) -> ClientOptions {
    let known =
        ClientOptions::new().base_url(text(options, "base_url")).quiet_period(seconds(&options["quiet_period"]));
    match options["attempts_file"].as_str() {
        Some(file) => known.attempts_file(file),
        None => known,
    }
}

fn seconds(value: &Value) -> Duration {
    Duration::from_secs_f64(value.as_f64().expect("seconds"))
}

/// What is at each of the paths; of a list, in each of its items.
fn read(value: &impl Serialize, paths: &Value) -> Value {
    let at = |json: &Value, path: &str| path.split('.').fold(json, |value, part| &value[part]).clone();
    let paths = || paths.as_array().into_iter().flatten().filter_map(Value::as_str);
    let all = |json: &Value| -> Value { paths().map(|path| (path.to_owned(), at(json, path))).collect() };
    match serde_json::to_value(value).expect("JSON") {
        Value::Array(items) => items.iter().map(all).collect(),
        json => all(&json),
    }
}
