//! Reads JSON values as leniently as Bootpay does.

use serde_json::Value;

use crate::domain::clock::Moment;
use crate::domain::money::Money;

/// Text, or a number taken as text: official examples send order ids both ways.
pub(crate) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// An amount: `1000`, `1000.0` or `"1000"`.
pub(crate) fn money(value: &Value) -> Option<Money> {
    Money::read(value)
}

/// A number of whole seconds, or its text.
pub(crate) fn seconds(value: &Value) -> Option<u32> {
    match value {
        Value::String(text) => text.parse().ok(),
        _ => value.as_u64().and_then(|seconds| seconds.try_into().ok()),
    }
}

/// A date in any format that official SDKs send.
pub(crate) fn date(value: &Value) -> Option<Moment> {
    value.as_str().and_then(Moment::read)
}

/// A boolean, or its text.
pub(crate) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) => match text.as_str() {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        },
        _ => None,
    }
}
