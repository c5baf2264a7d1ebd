//! Reading a request leniently, as Bootpay does, while noting every oddity as a finding.

use axum::http::HeaderMap;
use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::domain::clock::Moment;
use crate::domain::money::Money;

/// What a parameter holds.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Text,
    Money,
    /// A number that is no amount.
    Number,
    /// A date and time; RFC 3339 with an offset is what leaves no doubt.
    Date,
    /// A boolean; in a query the words `true` and `false`.
    Flag,
    /// An object with these fields.
    Object(&'static [Field]),
    /// An object of the shop's own making.
    AnyObject,
    Array,
    /// Of more than one type.
    Any,
}

/// A parameter that an endpoint takes.
#[derive(Clone, Copy)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
}

impl Field {
    pub(crate) const fn required(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, required: true }
    }

    pub(crate) const fn optional(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, required: false }
    }
}

/// Drops null and '' (they count as absent) and notes what strict mode would refuse.
pub(crate) fn tidy(
    fields: &[Field],
    values: Map<String, Value>,
    place: &str,
    findings: &mut Vec<String>,
) -> Map<String, Value> {
    let mut tidied = Map::new();
    for (name, value) in values {
        let path = format!("{place}{name}");
        let Some(field) = fields.iter().find(|field| field.name == name) else {
            findings.push(format!("unknown field {path}"));
            continue;
        };
        match value {
            Value::Null => findings.push(format!("{path} is null: leave it out")),
            Value::String(text) if text.is_empty() => {
                findings.push(format!("{path} is empty: leave it out"));
            }
            value => {
                tidied.insert(name, tidy_value(field.kind, value, &path, findings));
            }
        }
    }
    tidied
}

fn tidy_value(kind: Kind, value: Value, path: &str, findings: &mut Vec<String>) -> Value {
    let wanted = match (kind, &value) {
        (Kind::Any, _)
        | (Kind::Text, Value::String(_))
        | (Kind::Money | Kind::Number, Value::Number(_))
        | (Kind::Flag, Value::Bool(_))
        | (Kind::AnyObject, Value::Object(_))
        | (Kind::Array, Value::Array(_)) => return value,
        (Kind::Date, Value::String(text)) if text.parse::<Timestamp>().is_ok() => return value,
        (Kind::Flag, Value::String(text)) if matches!(text.as_str(), "true" | "false") => {
            return value;
        }
        (Kind::Object(fields), Value::Object(inner)) => {
            return Value::Object(tidy(fields, inner.clone(), &format!("{path}."), findings));
        }
        (Kind::Text, _) => "a string",
        (Kind::Money | Kind::Number, _) => "a number",
        (Kind::Date, Value::String(_)) => {
            findings.push(format!("{path} is no RFC 3339 date with an offset"));
            return value;
        }
        (Kind::Date, _) => "a date",
        (Kind::Flag, _) => "true or false",
        (Kind::Object(_) | Kind::AnyObject, _) => "an object",
        (Kind::Array, _) => "an array",
    };
    findings.push(format!("{path} is {}, not {wanted}", type_name(&value)));
    value
}

fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

/// Notes the headers that a well-made client sends and this one does not.
pub(crate) fn check_headers(headers: &HeaderMap, has_body: bool, findings: &mut Vec<String>) {
    let holds = |name: &str, wanted: &str| {
        headers
            .get_all(name)
            .iter()
            .any(|value| value.to_str().is_ok_and(|value| value.to_ascii_lowercase().contains(wanted)))
    };
    if has_body && !holds("content-type", "application/json") {
        findings.push("header Content-Type is not application/json".into());
    }
    if !holds("accept", "application/json") {
        findings.push("header Accept is not application/json".into());
    }
    if !headers.contains_key("bootpay-api-version") {
        findings.push("header BOOTPAY-API-VERSION is missing".into());
    }
}

/// Text, or a number taken for text: official examples send order ids both ways.
pub(crate) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

pub(crate) fn money(value: &Value) -> Option<Money> {
    Money::read(value)
}

pub(crate) fn date(value: &Value) -> Option<Moment> {
    value.as_str().and_then(Moment::read)
}

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
