//! Reads a request as leniently as Bootpay does, and records every oddity as a finding.

use axum::http::HeaderMap;
use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::api::fields::{Field, Kind, Need};
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
        if let Some(value) = given(value, &path, findings)
            && let Some(value) = tidy_value(field.kind, value, &path, findings)
        {
            tidied.insert(name, value);
        }
    }
    for field in fields.iter().filter(|field| field.need == Need::Expected && !tidied.contains_key(field.name)) {
        findings.push(format!("{place}{} is missing: it is documented as required", field.name));
    }
    tidied
}

/// The value, unless it is null or ''.
fn given(value: Value, path: &str, findings: &mut Vec<String>) -> Option<Value> {
    match value {
        Value::Null => findings.push(format!("{path} is null: leave it out")),
        Value::String(text) if text.is_empty() => findings.push(format!("{path} is empty: leave it out")),
        value => return Some(value),
    }
    None
}

/// Tidies options and the objects and arrays in them, whatever their names.
fn tidy_options(options: Map<String, Value>, path: &str, findings: &mut Vec<String>) -> Map<String, Value> {
    let mut tidied = Map::new();
    for (name, value) in options {
        let path = format!("{path}.{name}");
        if let Some(value) = given(value, &path, findings) {
            tidied.insert(name, tidy_inside(value, &path, findings));
        }
    }
    tidied
}

fn tidy_inside(value: Value, path: &str, findings: &mut Vec<String>) -> Value {
    match value {
        Value::Object(options) => Value::Object(tidy_options(options, path, findings)),
        Value::Array(items) => items
            .into_iter()
            .enumerate()
            .filter_map(|(at, item)| {
                let path = format!("{path}[{at}]");
                given(item, &path, findings).map(|item| tidy_inside(item, &path, findings))
            })
            .collect(),
        value => value,
    }
}

/// The value in the type that is wanted, as far as it is; `None` counts as absent.
fn tidy_value(kind: Kind, value: Value, path: &str, findings: &mut Vec<String>) -> Option<Value> {
    let wanted = match (kind, &value) {
        (Kind::Any, _)
        | (Kind::Text, Value::String(_))
        | (Kind::Money | Kind::Number, Value::Number(_))
        | (Kind::Flag, Value::Bool(_))
        | (Kind::AnyObject, Value::Object(_))
        | (Kind::Array, Value::Array(_)) => return Some(value),
        (Kind::Date, Value::String(text)) if text.parse::<Timestamp>().is_ok() => return Some(value),
        (Kind::Flag, Value::String(text)) if matches!(text.as_str(), "true" | "false") => {
            return Some(value);
        }
        (Kind::Object(fields), Value::Object(inner)) => {
            return Some(Value::Object(tidy(fields, inner.clone(), &format!("{path}."), findings)));
        }
        (Kind::Options, Value::Object(_)) | (Kind::Items, Value::Array(_)) => {
            return Some(tidy_inside(value, path, findings));
        }
        // An empty array of PHP, whatever it stands for.
        (Kind::Object(_) | Kind::AnyObject | Kind::Options, Value::Array(items)) if items.is_empty() => {
            findings.push(format!("{path} is an empty array, not an object: leave it out"));
            return None;
        }
        (Kind::Text, _) => "a string",
        (Kind::Money | Kind::Number, _) => "a number",
        (Kind::Date, Value::String(_)) => {
            findings.push(format!("{path} is not an RFC 3339 date with an offset"));
            return Some(value);
        }
        (Kind::Date, _) => "a date",
        (Kind::Flag, _) => "true or false",
        (Kind::Object(_) | Kind::AnyObject | Kind::Options, _) => "an object",
        (Kind::Array | Kind::Items, _) => "an array",
    };
    findings.push(format!("{path} is {}, not {wanted}", type_name(&value)));
    Some(value)
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

/// Reads a form; `a[b]=c` is an object, `a[]=b` an array.
pub(crate) fn form_body(bytes: &[u8]) -> Map<String, Value> {
    let mut body = Map::new();
    for (name, value) in form_urlencoded::parse(bytes) {
        let (first, rest) = name.split_once('[').unwrap_or((&name, ""));
        let keys: Vec<&str> = rest.split('[').filter_map(|key| key.strip_suffix(']')).collect();
        let mut at = body.entry(first).or_insert(Value::Null);
        for key in keys {
            at = inside(at, key);
        }
        *at = value.into_owned().into();
    }
    body
}

/// The place of a key in an object, or of the next item in an array; what was there before is replaced if it is
/// neither.
fn inside<'a>(at: &'a mut Value, key: &str) -> &'a mut Value {
    if key.is_empty() {
        if !at.is_array() {
            *at = Value::Array(vec![]);
        }
        let items = at.as_array_mut().expect("made above");
        items.push(Value::Null);
        items.last_mut().expect("pushed above")
    } else {
        if !at.is_object() {
            *at = Value::Object(Map::new());
        }
        at.as_object_mut().expect("made above").entry(key).or_insert(Value::Null)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn forms_hold_objects_and_arrays() {
        let form =
            b"user_id=u-1&name=%EC%B0%A8+1&extra[card_quota]=00&extra[a][b]=1&methods[]=card&methods[]=bank&x[=1";
        let read = json!({
            "user_id": "u-1", "name": "\u{cc28} 1", "extra": { "card_quota": "00", "a": { "b": "1" } },
            "methods": ["card", "bank"], "x": "1",
        });
        assert_eq!(Value::Object(form_body(form)), read);
        assert_eq!(form_body(b""), Map::new());
    }
}
