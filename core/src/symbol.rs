//! Words of the API that are enums here.

/// An enum that travels as a word.
pub trait Symbol: Sized {
    /// Every word that this version knows.
    const SYMBOLS: &'static [&'static str];
    /// The API's word.
    fn symbol(&self) -> &str;
    /// By the API's word; `None` for a word outside a closed set.
    fn from_symbol(symbol: &str) -> Option<Self>;
}

/// The rule that a word outside a closed set broke.
pub(crate) fn one_of(symbols: &[&str]) -> String {
    format!("must be one of {}", symbols.join(", "))
}

/// Serialises an enum as its word.
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
