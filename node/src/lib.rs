//! Node: the table of core as classes, and the bridge between its threads and JavaScript's.

// As napi-rs has its functions take it.
#![allow(clippy::trivially_copy_pass_by_ref)]

mod bridge;

#[allow(clippy::wildcard_imports)] // whatever the table names
use bootpay_core::model::*;
use bootpay_core::{
    BootpayError, endpoints,
    ffi::node::{FromJs, FromLiteral, Literal},
};
use bootpay_macros::cooked_docs;
use napi::{Env, Unknown, bindgen_prelude::PromiseRaw};
use napi_derive::napi;

macro_rules! export {
    ($( $(#[$rdoc:meta])* $field:ident: $Resource:ident { $(
        $(#[$doc:meta])* $method:ident($Request:ident) -> $Reply:ty { $($route:tt)* }
    )* } )*) => {
        /// A client of one merchant.
        ///
        /// Nothing is shared between clients, and nothing starts before the first call. A script
        /// ends when no call is pending; a process waits for money that is still on its way.
        #[napi]
        pub struct Bootpay(bootpay_core::Bootpay);

        #[cooked_docs]
        #[napi]
        impl Bootpay {
            /// Throws a `BootpayError` of kind `invalid` when half of a key pair, or all of it, is
            /// missing, or when a setting breaks its rule.
            #[napi(constructor)]
            pub fn new(env: Env, #[napi(ts_arg_type = "Credentials & ClientOptions")] settings: Unknown<'_>) -> napi::Result<Self> {
                client(settings).map(Self).map_err(|error| bridge::exception(&env, error))
            }

            $(
                $(#[$rdoc])*
                #[napi(getter)]
                pub fn $field(&self) -> $Resource { $Resource(self.0.$field()) }
            )*

            /// What this process has attempted with this client and not been told the end of: lost
            /// replies, and calls whose caller went away.
            #[napi]
            pub fn unresolved(&self) -> Vec<Attempt> { self.0.unresolved() }

            /// Takes an attempt off the list of `unresolved`, once its end is known. Tells whether it
            /// was there.
            #[napi]
            pub fn acknowledge(&self, env: Env, #[napi(ts_arg_type = "string")] attempt_id: Unknown<'_>) -> napi::Result<bool> {
                let id = String::from_js(attempt_id, "attempt_id").map_err(|error| bridge::exception(&env, error))?;
                Ok(self.0.acknowledge(&id))
            }
        }

        $(
            #[cooked_docs]
            $(#[$rdoc])*
            #[napi]
            pub struct $Resource(bootpay_core::$Resource);

            #[cooked_docs]
            #[napi]
            impl $Resource {
                #[allow(missing_docs)]
                #[napi(constructor)]
                pub fn new() -> napi::Result<Self> {
                    Err(napi::Error::from_reason(concat!(stringify!($Resource), " is reached from a client")))
                }
                $(
                $(#[$doc])*
                #[napi]
                pub fn $method<'env>(
                    &self,
                    env: &'env Env,
                    #[napi(ts_arg_type = stringify!($Request))] request: Unknown<'_>,
                    #[napi(ts_arg_type = "CallOptions")] options: Option<Unknown<'_>>,
                ) -> napi::Result<PromiseRaw<'env, $Reply>> {
                    bridge::call(env, request, options, |request: $Request| self.0.$method(request))
                }
                )*
            }
        )*
    };
}
endpoints!(export);

/// Tells in words whether and when a call is repeated, by the client and by its caller.
///
/// `endpoint` is a call as errors name it: `payments.cancel_full`. This is what a client does unless
/// its settings say otherwise; what may be done after one failure is in the error's `repeat`.
///
/// Throws a `BootpayError` of kind `invalid` when there is no such call.
#[napi]
pub fn explain_retry(env: Env, #[napi(ts_arg_type = "string")] endpoint: Unknown<'_>) -> napi::Result<String> {
    let explained = String::from_js(endpoint, "endpoint").and_then(|name| bootpay_core::explain_retry(&name));
    explained.map_err(|error| bridge::exception(&env, error))
}

/// Both kinds of settings come in one object literal.
fn client(settings: Unknown<'_>) -> Result<bootpay_core::Bootpay, BootpayError> {
    let literal = Literal::top(settings, "settings", &[Credentials::KEYS, ClientOptions::KEYS])?;
    bootpay_core::Bootpay::with_options(Credentials::from_literal(&literal)?, ClientOptions::from_literal(&literal)?)
}
