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

// First, since its macro replays the models' names to the modules below.
#[macro_use]
pub mod model;

mod attempt;
mod calls;
mod check;
mod client;
mod codes;
#[doc(hidden)]
pub mod description;
mod error;
mod events;
#[doc(hidden)]
#[cfg(any(feature = "__uniffi", feature = "__python", feature = "__node"))]
pub mod ffi;
#[doc(hidden)]
#[cfg(feature = "__fuzz")]
pub mod fuzz;
mod http;
mod redact;
mod runtime;
#[doc(hidden)]
pub mod setup;
mod store;
mod symbol;
mod table;
mod value;
#[doc(hidden)]
pub mod webhook;
pub mod window;
mod wire;

#[doc(hidden)]
pub use client::{__response, AnyCall, AnyResponse, Session};
pub use client::{Bootpay, Cancel, Effect, Endpoint, PendingCall};
pub use error::BootpayError;
pub use events::CallListener;
pub use model::{ClientOptions, Credentials};
#[cfg(feature = "sqlite")]
pub use store::SqliteAttempts;
pub use store::{AttemptStore, Store, StoreError};
pub use symbol::Symbol;
#[doc(hidden)]
pub use table::describe;
pub use table::explain::explain_retry;
#[doc(inline)]
pub use table::rows::*;
pub use value::{Body, ClaimText, Headers, Json, NoticeText, Secret, Timeout, Timestamp, Won};

#[cfg(feature = "__uniffi")]
uniffi::setup_scaffolding!();

/// Compiles the README's example.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
