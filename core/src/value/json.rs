use std::{fmt, ops::Deref, str::FromStr, sync::OnceLock};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// Any JSON: native objects in languages that have them, JSON text in Kotlin and Swift.
///
/// In a response it holds the text as Bootpay sent it, and parses it into a [`Value`] on first access.
#[derive(Clone)]
pub struct Json {
    /// Valid JSON, or nothing.
    text: Box<str>,
    value: OnceLock<Value>,
}

impl Json {
    /// Returns the text, trimmed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Creates it from text that is known to be JSON.
    pub(crate) fn checked(text: &str) -> Self {
        Self { text: text.into(), value: OnceLock::new() }
    }

    /// Stands for text that is not JSON, to be refused.
    #[cfg(feature = "__uniffi")]
    pub(crate) fn invalid() -> Self {
        Self::checked("")
    }

    /// Returns true unless it stands for text that is not JSON.
    pub(crate) fn is_valid(&self) -> bool {
        !self.text.is_empty()
    }
}

impl Deref for Json {
    type Target = Value;
    fn deref(&self) -> &Value {
        // Text that was checked can be read; null stands for what says nothing.
        self.value.get_or_init(|| serde_json::from_str(&self.text).unwrap_or_default())
    }
}

impl Default for Json {
    fn default() -> Self {
        Self::checked("null")
    }
}

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        Self { text: value.to_string().into(), value: value.into() }
    }
}

impl FromStr for Json {
    type Err = serde_json::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let value: Value = serde_json::from_str(text)?;
        Ok(Self { text: text.trim().into(), value: value.into() })
    }
}

/// Compares by value, regardless of formatting.
impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text || **self == **other
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_text_stays_as_it_was_and_the_value_is_what_counts() {
        let written: Json = " { \"b\": 1.0,\n\"a\": [\"\\u00e9\"], \"b\": 2 }\n".parse().unwrap();
        assert_eq!(written.text(), "{ \"b\": 1.0,\n\"a\": [\"\\u00e9\"], \"b\": 2 }");
        assert_eq!((&written["b"], &written["a"][0]), (&json!(2), &json!("é")));
        let made = Json::from(json!({ "b": 2, "a": ["é"] }));
        assert_eq!((made.text(), &made), ("{\"a\":[\"é\"],\"b\":2}", &written));
        assert_eq!(made, Json::checked(written.text()));
        assert_ne!(made, Json::default());
        // However it is written, it is printed and serialised alike.
        for json in [&written, &made, &Json::checked(written.text()).clone()] {
            assert_eq!(format!("{json:?}"), made.text());
            assert_eq!(serde_json::to_string(json).unwrap(), made.text());
            assert_eq!(serde_json::from_str::<Json>(json.text()).unwrap(), made);
        }
        assert_eq!((Json::default().text(), Json::default().is_null()), ("null", true));
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for text in ["", "{", "{} x", "\"\\ud800\"", "1e999"] {
            assert!(text.parse::<Json>().is_err(), "{text}");
        }
    }
}
