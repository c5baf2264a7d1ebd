//! Conversions of core's types to the types of a language, for the binding crates; only core may implement
//! them.

#[cfg(feature = "__node")]
pub mod node;
#[cfg(feature = "__python")]
pub mod python;
#[cfg(feature = "__uniffi")]
pub mod uniffi;
