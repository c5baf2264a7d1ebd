//! Values of the API that are enums here.

use std::borrow::Cow;
#[cfg(feature = "__uniffi")]
use std::sync::atomic::{AtomicBool, Ordering};

#[cfg(feature = "server")]
use crate::model::Mode;

/// An enum that is sent as text.
pub trait Symbol: Sized {
    /// All values that this version knows.
    const SYMBOLS: &'static [&'static str];
    /// The API's value.
    fn symbol(&self) -> &str;
    /// Finds the enum value by the API's value; returns `None` for one outside a closed set.
    fn from_symbol(symbol: &str) -> Option<Self>;
}

/// Returns the rule that a value outside a closed set breaks.
pub(crate) fn one_of(symbols: &[&str]) -> String {
    format!("must be one of {}", symbols.join(", "))
}

/// True in a process of Swift. Kotlin shares its library and writes the API's names in errors.
#[cfg(feature = "__uniffi")]
static IS_SWIFT: AtomicBool = AtomicBool::new(false);

/// Has names in errors of this process written as Swift's.
#[cfg(feature = "__uniffi")]
pub(crate) fn spell_as_swift() {
    IS_SWIFT.store(true, Ordering::Relaxed);
}

#[cfg(feature = "__uniffi")]
fn is_swift() -> bool {
    IS_SWIFT.load(Ordering::Relaxed)
}

#[cfg(not(feature = "__uniffi"))]
const fn is_swift() -> bool {
    false
}

/// Returns a name of the API, of a field or a call, as the caller's language writes it in errors.
pub(crate) fn spelt(name: &str) -> Cow<'_, str> {
    if cfg!(feature = "__node") || is_swift() { crate::description::camel_case(name).into() } else { name.into() }
}

/// Returns the name of a field as the caller's language writes it in errors.
pub(crate) fn in_errors(name: &'static str, javascript: &'static str, swift: &'static str) -> &'static str {
    if cfg!(feature = "__node") {
        javascript
    } else if is_swift() {
        swift
    } else {
        name
    }
}

/// Returns the option that sets a mode, as the caller's language writes it.
#[cfg(feature = "server")]
pub(crate) fn mode(mode: Mode) -> String {
    let symbol = mode.symbol();
    if cfg!(feature = "__python") {
        format!("mode=\"{symbol}\"")
    } else if cfg!(feature = "__node") {
        format!("mode: '{symbol}'")
    } else if cfg!(feature = "__uniffi") {
        let kotlin = symbol.to_uppercase();
        format!("ClientOptions(mode = Mode.{kotlin}) in Kotlin, ClientOptions(mode: .{symbol}) in Swift")
    } else {
        format!("ClientOptions::new().mode(Mode::{mode:?})")
    }
}

/// Serialises an enum as text.
macro_rules! serde_by_symbol {
    ($Name:ident) => {
        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.symbol())
            }
        }
        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                crate::symbol::Symbol::from_symbol(&word)
                    .ok_or_else(|| serde::de::Error::unknown_variant(&word, <Self as crate::symbol::Symbol>::SYMBOLS))
            }
        }
    };
}
pub(crate) use serde_by_symbol;
