use std::fmt;

use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use crate::{check::Violation, wire::ToWire};

/// The headers of an HTTP request, as the web framework has them: names in any case, several values of one name
/// in order.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// Returns every value of a header, in order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(given, _)| given.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// Returns the names and values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Headers {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(headers: I) -> Self {
        Self(headers.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

/// The names only: a value may be a cookie or a key.
impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

impl crate::check::Check for Headers {
    fn check(&self, _: &str) -> Result<(), Violation> {
        Ok(())
    }
}

impl ToWire for Headers {
    fn to_wire(&self) -> Value {
        let mut fields = Map::<String, Value>::new();
        for (name, value) in self.iter() {
            let values = fields.entry(name).or_insert_with(|| Value::Array(vec![]));
            if let Value::Array(values) = values {
                values.push(value.into());
            }
        }
        fields.into()
    }
}

/// From an object whose values are texts or lists of texts.
impl<'de> Deserialize<'de> for Headers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Values {
            One(String),
            Several(Vec<String>),
        }
        let fields = std::collections::BTreeMap::<String, Values>::deserialize(deserializer)?;
        let pairs = fields.into_iter().flat_map(|(name, values)| {
            let values = match values {
                Values::One(value) => vec![value],
                Values::Several(values) => values,
            };
            values.into_iter().map(move |value| (name.clone(), value))
        });
        Ok(pairs.collect())
    }
}
