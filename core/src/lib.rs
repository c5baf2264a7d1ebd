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
//! bootpay.payments().cancel_partial(CancelPartial::new(payment.receipt_id(), 5_000, "o-1/1")).await?;
//! # Ok(())
//! # }
//! ```

// First, since its macro replays the models' names to the modules below.
#[macro_use]
pub mod model;

mod api;
mod attempt;
mod billing;
mod check;
mod client;
mod codes;
#[doc(hidden)]
pub mod describe;
mod endpoint;
mod error;
mod explain;
#[doc(hidden)]
#[cfg(any(feature = "__uniffi", feature = "__python", feature = "__node"))]
pub mod ffi;
#[doc(hidden)]
#[cfg(feature = "__fuzz")]
pub mod fuzz;
mod payment;
mod reservation;
mod route;
mod store;
mod symbol;
mod value;
mod wallet;
mod wire;

#[doc(inline)]
pub use api::*;
#[doc(hidden)]
pub use client::Session;
pub use client::{Bootpay, Cancel, PendingCall};
pub use endpoint::{Effect, Endpoint};
pub use error::BootpayError;
pub use explain::explain_retry;
pub use model::{ClientOptions, Credentials};
#[cfg(feature = "sqlite")]
pub use store::SqliteAttempts;
pub use store::{AttemptStore, Store, StoreError};
pub use symbol::Symbol;
pub use value::{Json, Secret, Timeout, Timestamp, Won};

#[cfg(feature = "__uniffi")]
uniffi::setup_scaffolding!();
