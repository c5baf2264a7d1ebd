//! Reads JSON values as leniently as Bootpay does.

use serde_json::Value;

use crate::domain::clock::Moment;
use crate::domain::money::Money;

/// The message of a decoder without the names of Rust's types.
pub(crate) fn plain(error: &serde_json::Error) -> String {
    const TYPES: [(&str, &str); 7] = [
        ("null", "null"),
        ("unit", "nothing"),
        ("map", "an object"),
        ("sequence", "an array"),
        ("integer", "the number"),
        ("floating", "the number"),
        ("variant", "value"),
    ];
    let (text, mut words) = (error.to_string(), Vec::new());
    let mut rest = text.split(' ').peekable();
    while let Some(word) = rest.next() {
        let (bare, mark) = word.strip_suffix([',', ':']).map_or((word, ""), |bare| (bare, &word[bare.len()..]));
        let is_number = bare.len() > 1 && bare.starts_with(['u', 'i', 'f']) && bare[1..].parse::<u8>().is_ok();
        let word = if is_number || matches!(bare, "usize" | "isize") {
            // Rust's size of a number says nothing to a caller.
            if bare.starts_with('f') { "a number" } else { "a whole number" }
        } else if matches!(bare, "struct" | "enum") && rest.peek().is_some_and(|name| !name.starts_with('`')) {
            // Its name follows.
            rest.next();
            if bare == "struct" { "an object" } else { "a value of the list" }
        } else if let Some((_, plain)) = TYPES.iter().find(|(name, _)| *name == bare) {
            if matches!(bare, "floating") {
                // "point" follows.
                rest.next();
            }
            plain
        } else {
            bare
        };
        words.push(format!("{word}{mark}"));
    }
    words.join(" ")
}

/// A text in quotes, as JSON has it: for messages.
pub(crate) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "snake_case")]
    #[expect(dead_code, reason = "only its errors are of interest")]
    struct NewThing {
        #[serde(default)]
        times: u32,
        #[serde(default)]
        rate: f64,
        #[serde(default)]
        flag: bool,
        #[serde(default)]
        kind: Option<Sort>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Sort {
        One,
        Two,
    }

    #[test]
    fn no_message_names_a_type_of_rust() {
        for (json, message) in [
            (r#"{"times":"a"}"#, "invalid type: string \"a\", expected a whole number"),
            (r#"{"times":1.5}"#, "invalid type: the number `1.5`, expected a whole number"),
            (r#"{"rate":[]}"#, "invalid type: an array, expected a number"),
            (r#"{"flag":{}}"#, "invalid type: an object, expected a boolean"),
            (r#"{"kind":"x"}"#, "unknown value `x`, expected `one` or `two`"),
            ("7", "invalid type: the number `7`, expected an object"),
        ] {
            let error = serde_json::from_str::<NewThing>(json).unwrap_err();
            assert_eq!(plain(&error).split(" at line ").next(), Some(message), "{error}");
        }
    }
}
