//! Node: core's table as classes, and the bridge between its threads and JavaScript's.

// napi-rs passes arguments this way.
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
        $(#[$doc:meta])* $method:ident($Request:ident) -> $Response:ty { $($route:tt)* }
    )* } $(+ local { $( $(#[$ldoc:meta])* $local:ident($($text:ident)?) -> $Local:ty )* })? )*) => {
        /// A client of one merchant.
        ///
        /// Clients share nothing and start nothing before the first call. A script ends when no call is
        /// pending; a process waits for money calls in progress.
        #[napi]
        pub struct Bootpay(bootpay_core::Bootpay);

        #[cooked_docs]
        #[napi]
        impl Bootpay {
            /// Creates a client. Throws a `BootpayError` of kind `invalid` if half of a key pair, or all of
            /// it, is missing, or if an option breaks its rule.
            #[napi(constructor)]
            pub fn new(env: Env, #[napi(ts_arg_type = "Credentials & ClientOptions")] settings: Unknown<'_>) -> napi::Result<Self> {
                client(settings).map(Self).map_err(|error| bridge::exception(&env, error))
            }

            $(
                $(#[$rdoc])*
                #[napi(getter)]
                pub fn $field(&self) -> $Resource { $Resource(self.0.$field()) }
            )*
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
                ) -> napi::Result<PromiseRaw<'env, $Response>> {
                    bridge::call(env, request, options, |request: $Request| self.0.$method(request))
                }
                )*
                $($(
                $(#[$ldoc])*
                #[napi]
                pub fn $local(&self, env: Env $(, #[napi(ts_arg_type = "string")] $text: Unknown<'_>)?) -> napi::Result<$Local> {
                    let call = || Ok(self.0.$local($(&String::from_js($text, stringify!($text))?)?));
                    call().map_err(|error| bridge::exception(&env, error))
                }
                )*)?
            }
        )*
    };
}
endpoints!(export);

/// Explains if and when a call is retried, by the client and by its caller.
///
/// `endpoint` is a call as errors name it, for example `payments.cancel_full`. The text describes the
/// default options; after a failure, the error's `repeat` tells if that call may be made again.
///
/// Throws a `BootpayError` of kind `invalid` if there is no such call.
#[napi]
pub fn explain_retry(env: Env, #[napi(ts_arg_type = "string")] endpoint: Unknown<'_>) -> napi::Result<String> {
    let explained = String::from_js(endpoint, "endpoint").and_then(|name| bootpay_core::explain_retry(&name));
    explained.map_err(|error| bridge::exception(&env, error))
}

/// Creates a client from one object literal with credentials and options.
fn client(settings: Unknown<'_>) -> Result<bootpay_core::Bootpay, BootpayError> {
    let literal = Literal::top(settings, "settings", &[Credentials::KEYS, ClientOptions::KEYS])?;
    bootpay_core::Bootpay::with_options(Credentials::from_literal(&literal)?, ClientOptions::from_literal(&literal)?)
}
