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
