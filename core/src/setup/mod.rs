//! The set-up of a merchant at Bootpay: the catalogue of PGs, Bootpay's addresses, credentials from the
//! environment, and the check before going live.

#[cfg(feature = "server")]
pub mod addresses;
#[cfg(feature = "server")]
pub mod capability;
#[cfg(feature = "server")]
pub mod environment;
#[cfg(feature = "server")]
mod fact;
#[cfg(feature = "server")]
pub(crate) mod ids;
#[cfg(feature = "server")]
pub mod offer;
#[cfg(feature = "server")]
mod readiness;
pub mod samples;

#[cfg(feature = "server")]
pub use fact::Fact;
#[cfg(feature = "server")]
pub use readiness::{readiness, readiness_rule};
