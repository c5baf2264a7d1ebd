//! The payment window: every function of its table.

#![allow(clippy::wildcard_imports, reason = "the table names the models")]
#![allow(clippy::result_large_err, reason = "a UniFFI error carries its fields itself")]
#![allow(clippy::needless_pass_by_value, reason = "UniFFI hands values over")]

#[cfg(feature = "server")]
use super::client::BootpayError as Refusal;
use crate::{model::*, window::Invalid};

#[cfg(feature = "server")]
fn refusal(function: &str, invalid: Invalid) -> Refusal {
    crate::BootpayError::invalid(invalid).at(function).into()
}

/// The error of a function of the payment window.
#[cfg(not(feature = "server"))]
#[derive(Debug, uniffi::Error)]
pub enum WindowError {
    /// The input breaks a rule. Nothing was opened: correct the input.
    Invalid {
        /// The name of the field; parts of nested objects are joined by a dot.
        field: String,
        /// The rule, as the rest of a sentence about the field.
        rule: String,
    },
}
#[cfg(not(feature = "server"))]
use WindowError as Refusal;

#[cfg(not(feature = "server"))]
impl std::fmt::Display for WindowError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self::Invalid { field, rule } = self;
        write!(f, "{field} {rule}")
    }
}

#[cfg(not(feature = "server"))]
fn refusal(_: &str, Invalid { field, rule }: Invalid) -> Refusal {
    Refusal::Invalid { field, rule }
}

/// Returns the rule that text breaks which is not Unicode and cannot be handed to core. Only Kotlin calls it: a
/// string of Swift is Unicode.
#[cfg(not(feature = "server"))]
#[uniffi::export]
pub fn not_unicode() -> String {
    crate::check::NOT_UNICODE.to_owned()
}

macro_rules! export {
    ($( $(#[$doc:meta])* $name:ident($Request:ident) -> $Answer:ty )*) => { pastey::paste! { $(
        $(#[$doc])*
        #[uniffi::export]
        pub fn [<window_ $name>](request: $Request) -> Result<$Answer, Refusal> {
            crate::window::$name(&request).map_err(|invalid| refusal(concat!("window.", stringify!($name)), invalid))
        }
    )* } };
}
crate::window_functions!(export);
