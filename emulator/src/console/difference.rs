//! The fields in which two JSON objects differ.

use serde_json::{Map, Value};

use super::format::{json_line, visible};
use super::texts::Texts;

/// A field that is not the same on both sides.
pub(super) struct Difference {
    /// Its name, below its object's: `card_data.card_no`.
    pub(super) field: String,
    /// The way it differs, in words.
    pub(super) kind: &'static str,
    /// Its value on the first side, where it is there.
    pub(super) first: Option<String>,
    /// Its value on the second side, where it is there.
    pub(super) second: Option<String>,
}

/// Compares field by field, in the order of the names; a list is compared as a whole.
pub(super) fn differences(first: &Value, second: &Value, t: Texts) -> Vec<Difference> {
    let mut found = Vec::new();
    compare("", first, second, t, &mut found);
    found
}

fn compare(at: &str, first: &Value, second: &Value, t: Texts, found: &mut Vec<Difference>) {
    let (Value::Object(first), Value::Object(second)) = (first, second) else {
        if first != second {
            found.push(difference(at, t.field_changed(), Some(first), Some(second)));
        }
        return;
    };
    for name in names(first, second) {
        let at = if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
        match (first.get(name), second.get(name)) {
            (Some(first), Some(second)) => compare(&at, first, second, t, found),
            (first, None) => found.push(difference(&at, t.field_missing(), first, None)),
            (None, second) => found.push(difference(&at, t.field_added(), None, second)),
        }
    }
}

fn names<'a>(first: &'a Map<String, Value>, second: &'a Map<String, Value>) -> Vec<&'a str> {
    let mut names: Vec<_> = first.keys().chain(second.keys()).map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn difference(at: &str, kind: &'static str, first: Option<&Value>, second: Option<&Value>) -> Difference {
    let shown = |value: &Value| value.as_str().map_or_else(|| json_line(value), visible);
    Difference { field: visible(at), kind, first: first.map(shown), second: second.map(shown) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::language::Language;
    use serde_json::json;

    #[test]
    fn each_side_s_own_fields_and_changed_ones_are_found() {
        let t = Texts(Language::En);
        let first = json!({ "a": 1, "b": "x", "deep": { "same": true, "gone": [1] }, "list": [1] });
        let second = json!({ "a": 1, "b": "y", "deep": { "same": true, "new": null }, "list": [1, 2] });
        let found: Vec<_> = differences(&first, &second, t)
            .into_iter()
            .map(|one| (one.field, one.kind, one.first.unwrap_or_default(), one.second.unwrap_or_default()))
            .collect();
        let row = |field: &str, kind, first: &str, second: &str| (field.into(), kind, first.into(), second.into());
        assert_eq!(
            found,
            [
                row("b", t.field_changed(), "x", "y"),
                row("deep.gone", t.field_missing(), "[1]", ""),
                row("deep.new", t.field_added(), "", "null"),
                row("list", t.field_changed(), "[1]", "[1,2]"),
            ]
        );
        assert!(differences(&first, &first, t).is_empty());
    }
}
