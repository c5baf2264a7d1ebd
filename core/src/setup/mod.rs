//! The set-up of a merchant at Bootpay: the catalogue of PGs, Bootpay's addresses, credentials from the
//! environment, and the check before going live.

pub mod addresses;
pub mod capability;
pub mod environment;
mod fact;
pub(crate) mod ids;
pub mod offer;
mod readiness;
pub mod samples;

pub use fact::Fact;
pub use readiness::{readiness, readiness_rule};
