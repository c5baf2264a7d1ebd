//! The table of endpoints, and the traits that a row gives to its request.

#[doc(hidden)]
pub mod describe;
pub(crate) mod explain;
pub(crate) mod provenance;
pub(crate) mod rows;
