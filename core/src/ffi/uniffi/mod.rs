//! Kotlin and Swift, through UniFFI.

#[cfg(feature = "server")]
mod client;
#[cfg(feature = "server")]
pub use client::*;
#[cfg(feature = "window")]
mod window;
#[cfg(feature = "window")]
pub use window::*;

use crate::value::{Json, Secret, Won};

/// Adapts this process to Swift, which calls it before all else and shares its library with Kotlin: names in errors are
/// written as Swift's, and a store, which awaits there, is called for several attempts at once.
#[uniffi::export]
pub fn adapt_to_swift() {
    crate::symbol::spell_as_swift();
    #[cfg(feature = "server")]
    crate::store::call_side_by_side();
}

// Lifting does not fail, since its failure could not name the field: the rules of the request refuse such a
// value before anything is sent.
uniffi::custom_type!(Won, i64, { lower: |won| won.get().unwrap_or_default(), try_lift: |won| Ok(won.into()) });
uniffi::custom_type!(Secret, String, { lower: |secret| secret.expose().to_owned(), try_lift: |text| Ok(text.into()) });
uniffi::custom_type!(Json, String, { lower: |json| json.text().to_owned(), try_lift: |text| Ok(text.parse().unwrap_or_else(|_| Json::invalid())) });
