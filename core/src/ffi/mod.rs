//! Conversions of core's types to the types of a language, for the binding crates; only core may implement
//! them.

#[cfg(all(feature = "__uniffi", feature = "server"))]
pub mod flat;
#[cfg(feature = "__node")]
pub mod node;
#[cfg(feature = "__python")]
pub mod python;
#[cfg(feature = "__uniffi")]
pub mod uniffi;

/// True while the end of the process has to wait for a money call. A binding whose language tells it of the end asks
/// this there, while all threads still run.
#[cfg(feature = "server")]
pub fn money_in_flight() -> bool {
    crate::runtime::process::money_in_flight()
}
