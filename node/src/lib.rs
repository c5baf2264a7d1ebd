//! Node: core's calls by their numbers, for the package's JavaScript, which has the classes.

// napi-rs passes arguments this way.
#![allow(clippy::trivially_copy_pass_by_ref)]

mod bridge;

#[allow(clippy::wildcard_imports)] // whatever the table names
use bootpay_core::model::*;
use bootpay_core::{
    BootpayError,
    describe::camel_case,
    endpoints,
    ffi::node::{Environment, FromJs, FromLiteral, Literal, Text, is_nothing, of_call, with_adapter},
    window, window_functions,
};
use napi::{Env, Unknown};
use napi_derive::napi;

use bridge::{Given, Row, thrown};

type Local = fn(&bootpay_core::Bootpay, Unknown<'_>) -> Result<Text, BootpayError>;

macro_rules! export {
    ($( $(#[$rdoc:meta])* $field:ident: $Resource:ident { $(
        $(#[$doc:meta])* $method:ident($Request:ident) -> $Response:ty { $($route:tt)* }
    )* } $(+ local { $( $(#[$ldoc:meta])* $local:ident($($text:ident)?) -> $Local:ty )* })?
    $(+ pure { $( $(#[$pdoc:meta])* $pure:ident($Pure:ident) -> $Answer:ty )* })? )*) => {
        /// The calls, by name.
        const CALLS: &[(&str, Row)] = &[$($(
            (concat!(stringify!($field), ".", stringify!($method)), Row::of::<$Request>()),
        )*)*];

        /// The calls that send nothing, by name.
        const LOCALS: &[(&str, Local)] = &[$($($(
            (concat!(stringify!($field), ".", stringify!($local)), |client, _given| {
                let reply: $Local = client.$field().$local(
                    $(&String::from_js(_given, &camel_case(stringify!($text)))?)?
                );
                Ok(Text::of(&reply))
            }),
        )*)? $($(
            (concat!(stringify!($field), ".", stringify!($pure)), |client, given| {
                let named = concat!(stringify!($field), ".", stringify!($pure));
                let request = $Pure::from_js(given, "").map_err(|error| of_call(named, error))?;
                client.$field().$pure(request).map(|reply: $Answer| Text::of(&reply))
            }),
        )*)?)*];
    };
}
endpoints!(export);

type Function = fn(Unknown<'_>) -> Result<Text, BootpayError>;

macro_rules! export_window {
    ($( $(#[$doc:meta])* $name:ident($Request:ident) -> $Answer:ty )*) => {
        /// The functions of the payment window, by name.
        const WINDOW: &[(&str, Function)] = &[$(
            (concat!("window.", stringify!($name)), |given| {
                let reply: $Answer = window::$name(&$Request::from_js(given, "")?)?;
                Ok(Text::of(&reply))
            }),
        )*];
    };
}
window_functions!(export_window);

/// A client of one merchant.
#[napi]
pub struct Client(bootpay_core::Bootpay);

#[napi]
impl Client {
    /// Creates a client; `adapter` makes what core needs of a store in JavaScript.
    #[napi(constructor)]
    pub fn new(settings: Unknown<'_>, adapter: Unknown<'_>) -> napi::Result<Self> {
        with_adapter(adapter, || client(settings)).map(Self).map_err(thrown)
    }

    /// Creates a client from an object like `process.env`, and options.
    #[napi(factory)]
    pub fn from_env(environment: Unknown<'_>, options: Unknown<'_>, adapter: Unknown<'_>) -> napi::Result<Self> {
        with_adapter(adapter, || client_of(environment, options)).map(Self).map_err(thrown)
    }

    /// Starts the call of this number and returns a number of its own; nothing if its signal was aborted
    /// before. `done(failed, text, length)` gets the outcome, and `listener(false, text, length)`, which may be
    /// nothing, the event. Throws the text of an error.
    #[napi]
    pub fn call(
        &self,
        env: Env,
        call: u32,
        request: Unknown<'_>,
        options: Unknown<'_>,
        done: Unknown<'_>,
        listener: Unknown<'_>,
    ) -> napi::Result<Option<u32>> {
        let (name, row) = entry(CALLS, call)?;
        bridge::call(&self.0, name, row, &Given { env, request, options, done, listener })
    }

    /// Makes the call of this number, which sends nothing, and returns the text of its result.
    #[napi]
    pub fn local(&self, call: u32, given: Unknown<'_>) -> napi::Result<Reply> {
        let (_, call) = entry(LOCALS, call)?;
        Ok(call(&self.0, given).map_err(thrown)?.into())
    }

    /// Refuses later calls, and closes the connections after the pending ones.
    #[napi]
    pub fn close(&self) {
        self.0.__close();
    }
}

/// The reply of a call that sends nothing.
#[napi(object)]
pub struct Reply {
    /// JSON, and behind it the texts of `raw`.
    pub text: String,
    /// Length of the JSON.
    pub length: u32,
}

impl From<Text> for Reply {
    fn from(text: Text) -> Self {
        Self { length: text.length(), text: text.into_string() }
    }
}

/// Calls the function of this number of the payment window, and returns the text of its result.
#[napi]
pub fn window_function(function: u32, given: Unknown<'_>) -> napi::Result<Reply> {
    let (name, function) = entry(WINDOW, function)?;
    Ok(function(given).map_err(|error| thrown(of_call(name, error)))?.into())
}

/// The names of the functions of the payment window, in the order of their numbers.
#[napi]
pub fn window_functions() -> String {
    names(WINDOW)
}

/// The names of the calls, in the order of their numbers.
#[napi]
pub fn calls() -> String {
    names(CALLS)
}

/// The names of the calls that send nothing, in the order of their numbers.
#[napi]
pub fn locals() -> String {
    names(LOCALS)
}

/// Aborts a call. Returns the text of its error, an empty one if it had no effect; nothing if its outcome is
/// there already.
#[napi]
pub fn abort(env: Env, call: u32) -> napi::Result<Option<String>> {
    bridge::abort(env, call)
}

/// Takes what a store's method returned, after it was awaited.
#[napi]
pub fn answered(question: u32, value: Unknown<'_>) {
    bootpay_core::ffi::node::answered(question, value);
}

/// Takes the reason why a store's method failed.
#[napi]
pub fn failed(question: u32, reason: String) {
    bootpay_core::ffi::node::failed(question, reason);
}

/// Waits for money calls in flight; called when the process ends, while all threads still run.
#[napi]
pub fn wait_for_money() {
    while bootpay_core::ffi::money_in_flight() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

/// Explains if and when a call is retried.
#[napi]
pub fn explain(endpoint: Unknown<'_>) -> napi::Result<String> {
    let explained = String::from_js(endpoint, "endpoint").and_then(|name| bootpay_core::explain_retry(&name));
    explained.map_err(thrown)
}

/// Creates a client from one object literal with credentials and options.
fn client(settings: Unknown<'_>) -> Result<bootpay_core::Bootpay, BootpayError> {
    let literal = Literal::top(settings, "settings", &[Credentials::KEYS, ClientOptions::KEYS])?;
    bootpay_core::Bootpay::with_options(Credentials::from_literal(&literal)?, ClientOptions::from_literal(&literal)?)
}

/// Creates a client from environment variables and an object literal with options.
fn client_of(environment: Unknown<'_>, options: Unknown<'_>) -> Result<bootpay_core::Bootpay, BootpayError> {
    let given = Environment::from_js(environment)?;
    let options = if is_nothing(options) {
        ClientOptions::new()
    } else {
        ClientOptions::from_literal(&Literal::top(options, "options", &[ClientOptions::KEYS])?)?
    };
    bootpay_core::Bootpay::__from_env(options, |name| given.get(name))
}

fn names<T>(calls: &[(&str, T)]) -> String {
    calls.iter().map(|(name, _)| camel_case(name)).collect::<Vec<_>>().join(" ")
}

fn entry<T: Copy>(calls: &[(&'static str, T)], number: u32) -> napi::Result<(&'static str, T)> {
    let missing = || napi::Error::from_reason("there is no such call: the package and its library differ");
    usize::try_from(number).ok().and_then(|number| calls.get(number)).copied().ok_or_else(missing)
}
