//! Between our types and the JSON that travels.

use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::{Map, Number, Value};

use crate::value::{Json, Secret, Timestamp, Won};

/// What can be sent. Unset options are left out: Bootpay reads `null` and `''` as values.
pub(crate) trait ToWire {
    /// The JSON of it, secrets included: for the request body and nothing else.
    fn to_wire(&self) -> Value;

    /// The secrets in it, which no error may repeat.
    fn secrets(&self, _: &mut Vec<Secret>) {}
}

impl ToWire for String {
    fn to_wire(&self) -> Value {
        self.as_str().into()
    }
}

impl ToWire for bool {
    fn to_wire(&self) -> Value {
        (*self).into()
    }
}

impl ToWire for i64 {
    fn to_wire(&self) -> Value {
        (*self).into()
    }
}

impl ToWire for Won {
    fn to_wire(&self) -> Value {
        self.get().map_or(Value::Null, Value::from)
    }
}

impl ToWire for Secret {
    fn to_wire(&self) -> Value {
        self.expose().into()
    }

    fn secrets(&self, found: &mut Vec<Secret>) {
        found.push(self.clone());
    }
}

impl ToWire for Timestamp {
    fn to_wire(&self) -> Value {
        self.to_string().into()
    }
}

impl ToWire for Json {
    fn to_wire(&self) -> Value {
        self.0.clone()
    }
}

impl<T: ToWire> ToWire for Vec<T> {
    fn to_wire(&self) -> Value {
        self.iter().map(ToWire::to_wire).collect()
    }

    fn secrets(&self, found: &mut Vec<Secret>) {
        for value in self {
            value.secrets(found);
        }
    }
}

/// What was asked, so that a reply about something else is noticed.
pub(crate) struct Subject(Map<String, Value>);

impl Subject {
    /// Of a request, which is an object.
    pub(crate) fn of(request: Value) -> Self {
        match request {
            Value::Object(fields) => Self(fields),
            _ => Self(Map::new()),
        }
    }

    /// All that is asked, by the API's names.
    pub(crate) fn fields(&self) -> &Map<String, Value> {
        &self.0
    }

    /// A field of the request that is text, by the API's name.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    /// Whether what was `found` is what the request asked for, if it named it, or a sentence why not.
    pub(crate) fn same(&self, name: &str, found: Option<&str>) -> Result<(), String> {
        match self.text(name) {
            Some(asked) if found != Some(asked) => Err(format!("it is about {name} {}", found.unwrap_or("none"))),
            _ => Ok(()),
        }
    }

    /// A field of the request that is a whole number, by the API's name.
    pub(crate) fn integer(&self, name: &str) -> Option<i64> {
        self.0.get(name).and_then(lenient_integer)
    }
}

/// What a reply can be read as.
pub(crate) trait FromWire: Sized {
    /// Whether it holds what no error may repeat.
    const PRIVATE: bool;

    /// Reads it, or says in a sentence why it cannot be read.
    fn from_wire(reply: Value) -> Result<Self, String>;

    /// Whether it answers the question asked, or a sentence why not.
    fn is_about(&self, subject: &Subject) -> Result<(), String>;

    /// Whether it says of what was asked for that it was not done.
    fn is_failure(&self) -> bool;
}

/// A model that is a reply of its own, and not only a part of one.
pub(crate) trait Reply: DeserializeOwned {
    /// Whether it holds what no error may repeat.
    const PRIVATE: bool = false;

    /// Brings the JSON into the shape of the struct: the API's, with the whole of it as `raw`.
    fn arrange(reply: Value) -> Result<Value, String> {
        object(reply).map(Value::Object)
    }

    /// Whether it answers the question asked, or a sentence why not.
    fn is_about(&self, _: &Subject) -> Result<(), String> {
        Ok(())
    }

    /// Whether it says of what was asked for that it was not done.
    fn is_failure(&self) -> bool {
        false
    }
}

/// The fields of a reply, which must be an object; the whole of it is one more, `raw`.
pub(crate) fn object(reply: Value) -> Result<Map<String, Value>, String> {
    let raw = reply.clone();
    let Value::Object(mut fields) = reply else { return Err("the reply must be a JSON object".into()) };
    fields.insert("raw".into(), raw);
    Ok(fields)
}

/// Whether a reply of which little is known says that it failed.
pub(crate) fn says_failed(reply: &Value) -> bool {
    reply.get("success").cloned().and_then(bool::lenient) == Some(false)
}

impl<T: Reply> FromWire for T {
    const PRIVATE: bool = T::PRIVATE;

    fn from_wire(reply: Value) -> Result<Self, String> {
        serde_json::from_value(T::arrange(reply)?).map_err(|error| error.to_string())
    }

    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        Reply::is_about(self, subject)
    }

    fn is_failure(&self) -> bool {
        Reply::is_failure(self)
    }
}

impl<T: FromWire> FromWire for Vec<T> {
    const PRIVATE: bool = T::PRIVATE;

    fn from_wire(reply: Value) -> Result<Self, String> {
        match reply {
            Value::Array(items) => items.into_iter().map(T::from_wire).collect(),
            _ => Err("the reply must be a JSON array".into()),
        }
    }

    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        self.iter().try_for_each(|item| item.is_about(subject))
    }

    fn is_failure(&self) -> bool {
        self.iter().any(T::is_failure)
    }
}

/// Some calls are answered with `null`.
impl<T: FromWire> FromWire for Option<T> {
    const PRIVATE: bool = T::PRIVATE;

    fn from_wire(reply: Value) -> Result<Self, String> {
        if reply.is_null() { Ok(None) } else { T::from_wire(reply).map(Some) }
    }

    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        self.as_ref().map_or(Ok(()), |reply| reply.is_about(subject))
    }

    fn is_failure(&self) -> bool {
        self.as_ref().is_some_and(T::is_failure)
    }
}

/// What can be read from almost anything; `None` where it cannot. The raw reply keeps the rest.
pub(crate) trait Lenient: Sized {
    /// Reads it as well as can be.
    fn lenient(value: Value) -> Option<Self>;
}

/// For `deserialize_with`: an optional field never makes a reply unreadable.
pub(crate) fn lenient<'de, D: Deserializer<'de>, T: Lenient>(deserializer: D) -> Result<Option<T>, D::Error> {
    Ok(Option::<Value>::deserialize(deserializer)?.and_then(T::lenient))
}

impl Lenient for String {
    fn lenient(value: Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(text),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(flag) => Some(flag.to_string()),
            _ => None,
        }
    }
}

impl Lenient for i64 {
    fn lenient(value: Value) -> Option<Self> {
        lenient_integer(&value)
    }
}

impl Lenient for bool {
    fn lenient(value: Value) -> Option<Self> {
        match value {
            Value::Bool(flag) => Some(flag),
            Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
            other => match lenient_integer(&other)? {
                0 => Some(false),
                1 => Some(true),
                _ => None,
            },
        }
    }
}

impl Lenient for Secret {
    fn lenient(value: Value) -> Option<Self> {
        String::lenient(value).map(Self::new)
    }
}

impl<T: Lenient> Lenient for Vec<T> {
    fn lenient(value: Value) -> Option<Self> {
        match value {
            Value::Array(items) => Some(items.into_iter().filter_map(T::lenient).collect()),
            _ => None,
        }
    }
}

impl Lenient for Json {
    fn lenient(value: Value) -> Option<Self> {
        Some(Self(value))
    }
}

impl Lenient for Timestamp {
    fn lenient(value: Value) -> Option<Self> {
        value.as_str().and_then(Self::parse)
    }
}

/// A whole number written as `1`, `1.0`, `"1"` or `"1.0"`.
pub(crate) fn lenient_integer(value: &Value) -> Option<i64> {
    scaled(value, 0)
}

/// An amount in the smallest unit of its currency: `12.5` US dollars are 1250.
pub(crate) fn minor_units(value: &Value, currency: &str) -> Option<i64> {
    // ISO 4217: these have no smaller unit, or thousandths; all others in use have hundredths.
    const WHOLE: [&str; 16] = [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    ];
    const THOUSANDTHS: [&str; 7] = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];
    let digits = match currency {
        whole if WHOLE.contains(&whole) => 0,
        fine if THOUSANDTHS.contains(&fine) => 3,
        _ => 2,
    };
    scaled(value, digits)
}

/// Exactly `value` × 10^`digits`, as far as every language can hold it.
fn scaled(value: &Value, digits: usize) -> Option<i64> {
    let text = match value {
        Value::Number(number) => decimal(number),
        Value::String(text) => text.trim().to_owned(),
        _ => return None,
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > digits || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 = format!("{whole}{fraction:0<digits$}").parse().ok()?;
    (number.unsigned_abs() <= Won::MAX.unsigned_abs()).then_some(number)
}

fn decimal(number: &Number) -> String {
    // serde_json may print a float with an exponent; f64 prints its digits.
    match number.as_f64() {
        Some(float) if number.is_f64() => float.to_string(),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn amounts_are_exact_or_refused() {
        for (value, currency, expected) in [
            (json!(1e3), "KRW", Some(1000)),
            (json!(-5), "KRW", Some(-5)),
            (json!(0.1), "KRW", None),
            (json!("12.30"), "USD", Some(1230)),
            (json!(12.345), "USD", None),
            (json!(12.345), "KWD", Some(12345)),
            (json!(9_007_199_254_740_992_i64), "KRW", Some(1 << 53)),
            (json!(9_007_199_254_740_993_i64), "KRW", None),
            (json!(""), "KRW", None),
            (json!("1."), "KRW", Some(1)),
            (json!(".5"), "USD", Some(50)),
            (json!("1.-5"), "USD", None),
            (json!(null), "KRW", None),
        ] {
            assert_eq!(minor_units(&value, currency), expected, "{value} {currency}");
        }
    }

    proptest! {
        #[test]
        fn cents_survive_floats(cents in 0_i64..1_000_000_000) {
            #[allow(clippy::cast_precision_loss)]
            let dollars = cents as f64 / 100.0;
            prop_assert_eq!(minor_units(&json!(dollars), "USD"), Some(cents));
        }
    }
}
