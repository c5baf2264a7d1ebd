//! What the binding crates need of core: conversions of its own types to the types of a language,
//! which only core may write.

#[cfg(feature = "__node")]
pub mod node;
#[cfg(feature = "__python")]
pub mod python;
#[cfg(feature = "__uniffi")]
pub mod uniffi;
