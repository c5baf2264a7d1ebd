//! An unofficial client for [Bootpay](https://www.bootpay.co.kr), the Korean payment aggregator.
//!
//! One table of endpoints ([`endpoints!`]) and one set of models ([`model`]) make the client in
//! every language. Start with [`Bootpay`].
//!
//! ```no_run
//! use bootpay_core::{Bootpay, Credentials, model::{CancelPartial, ConfirmPayment}};
//!
//! # async fn shop() -> Result<(), bootpay_core::BootpayError> {
//! let bootpay = Bootpay::new(Credentials::new().client_key("…").secret_key("…"))?;
//! let payment = bootpay.payments().confirm(ConfirmPayment::new("6712ab34c0de5f0012a4b901", "o-1", 15_000)).await?;
//! // It is returned each time it is asked: ship if this changes a row; `receipt_id` is unique there.
//! let paid = "UPDATE orders SET state = 'paid', receipt_id = $1 WHERE id = $2 AND state = 'pending'";
//! # let execute = |_: &str, _: String, _: String| 1;
//! if execute(paid, payment.receipt_id(), payment.order_id()) == 1 { /* ship */ }
//! bootpay.payments().cancel_partial(CancelPartial::new(payment.receipt_id(), 5_000, "o-1/1")).await?;
//! # Ok(())
//! # }
//! ```

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(not(any(feature = "server", feature = "window")))]
compile_error!("bootpay-core has two halves: turn on `server`, `window` or both");

// First, since its macro replays the models' names to the modules below.
#[macro_use]
pub mod model;

// What both halves share. Each half by itself leaves some of it unused.
#[cfg_attr(not(feature = "server"), allow(dead_code, unreachable_pub, unused_imports))]
mod check;
#[doc(hidden)]
pub mod description;
#[doc(hidden)]
#[cfg(any(feature = "__uniffi", feature = "__python", feature = "__node"))]
pub mod ffi;
#[doc(hidden)]
pub mod setup;
#[cfg_attr(not(feature = "server"), allow(dead_code))]
mod symbol;
#[cfg_attr(not(feature = "server"), allow(dead_code, unused_imports))]
mod value;
#[cfg_attr(not(feature = "server"), allow(dead_code, unused_imports))]
mod wire;

// The client.
#[cfg(feature = "server")]
mod attempt;
#[cfg(feature = "server")]
mod calls;
#[cfg(feature = "server")]
mod client;
#[cfg(feature = "server")]
mod codes;
#[cfg(feature = "server")]
mod error;
#[cfg(feature = "server")]
mod events;
#[doc(hidden)]
#[cfg(feature = "__fuzz")]
pub mod fuzz;
#[cfg(feature = "server")]
mod http;
#[cfg(feature = "server")]
mod redact;
#[cfg(feature = "server")]
mod runtime;
#[cfg(feature = "server")]
mod store;
#[cfg(feature = "server")]
mod table;
#[doc(hidden)]
#[cfg(feature = "server")]
pub mod webhook;

// The payment window.
#[cfg(feature = "window")]
pub mod window;

#[doc(hidden)]
#[cfg(not(feature = "server"))]
pub use description as describe;
pub use symbol::Symbol;
pub use value::{Json, Secret, Timestamp, Won};

#[cfg(feature = "server")]
pub use self::server::*;

/// The names of the client, which are the crate's own.
#[cfg(feature = "server")]
mod server {
    #[doc(hidden)]
    pub use crate::client::{__response, AnyCall, AnyResponse, Session};
    pub use crate::client::{Bootpay, Cancel, Effect, Endpoint, PendingCall};
    pub use crate::error::BootpayError;
    pub use crate::events::CallListener;
    pub use crate::model::{ClientOptions, Credentials};
    #[cfg(feature = "sqlite")]
    pub use crate::store::SqliteAttempts;
    pub use crate::store::{AttemptStore, Store, StoreError};
    #[doc(hidden)]
    pub use crate::table::describe;
    pub use crate::table::explain::explain_retry;
    #[doc(inline)]
    pub use crate::table::rows::*;
    pub use crate::value::{Body, ClaimText, Headers, NoticeText, Timeout};
}

#[cfg(feature = "__uniffi")]
uniffi::setup_scaffolding!();

/// Compiles the README's example.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
