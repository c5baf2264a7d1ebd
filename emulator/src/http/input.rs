//! Reads a request as leniently as Bootpay does, and records every oddity as a finding.

use axum::http::HeaderMap;
use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::api::fields::{Field, Kind};
use crate::domain::refusal::{Code, Refusal};

/// Drops null and '' (they count as absent) and records a finding for each field that strict mode refuses.
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
            findings.push(format!("{path} is not an RFC 3339 date with an offset"));
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

/// Records a finding for each header that the request lacks.
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

/// Reads a body as a JSON object; an empty body is an empty object.
pub(crate) fn json_body(bytes: &[u8]) -> Result<Map<String, Value>, Refusal> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(Map::new());
    }
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(body)) => Ok(body),
        Ok(_) => Err(Code::BodyUnreadable.because("the body is JSON, but not an object")),
        Err(error) => Err(Code::BodyUnreadable.because(format!("the body is not JSON: {error}"))),
    }
}
