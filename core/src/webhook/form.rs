//! A form as JSON: nested fields have their path in brackets, as Rails writes it.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, map::Entry};

/// The most levels of objects and lists: as many as Ruby's JSON, which Bootpay uses, reads.
pub(super) const DEEPEST: usize = 100;

/// A step from an object to a value in it.
#[derive(Clone, Copy)]
enum Step<'a> {
    Name(&'a str),
    /// `[]`: one more item of a list.
    Item,
}

/// The fields of a form in their order, decoded. The error is the broken rule.
pub(super) fn pairs(body: &str) -> impl Iterator<Item = Result<(String, String), &'static str>> {
    body.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Ok((decoded(name)?, decoded(value)?))
    })
}

fn decoded(text: &str) -> Result<String, &'static str> {
    let spaced = if text.contains('+') { Cow::from(text.replace('+', " ")) } else { text.into() };
    percent_decode_str(&spaced)
        .decode_utf8()
        .map(Cow::into_owned)
        .map_err(|_| "must be UTF-8 in its percent-encoding: this form has bytes that are no text")
}

/// The names of a field's path.
pub(super) fn names(name: &str) -> impl Iterator<Item = &str> {
    name.split(['[', ']']).filter(|part| !part.is_empty())
}

/// The form as an object. A field that comes several times becomes a list, so that nothing is lost.
pub(super) fn object(fields: impl IntoIterator<Item = (String, String)>) -> Result<Map<String, Value>, &'static str> {
    let mut object = Map::new();
    for (name, value) in fields {
        let path = path(&name)?;
        if !put(&mut object, &path, value) {
            return Err("must not have a field that is both text and an object or a list");
        }
    }
    Ok(object)
}

/// `a[b][]` as its steps; any other text as one name.
fn path(name: &str) -> Result<Vec<Step<'_>>, &'static str> {
    let literal = || Ok(vec![Step::Name(name)]);
    let Some(at) = name.find('[').filter(|at| *at > 0) else { return literal() };
    let mut steps = vec![Step::Name(&name[..at])];
    let mut rest = &name[at..];
    while !rest.is_empty() {
        let Some((inner, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) else {
            return literal();
        };
        if inner.contains('[') {
            return literal();
        }
        steps.push(if inner.is_empty() { Step::Item } else { Step::Name(inner) });
        if steps.len() > DEEPEST {
            return Err("must not be nested more than 100 deep");
        }
        rest = after;
    }
    Ok(steps)
}

/// Puts a value at its path; returns false if something of another shape is there.
fn put(object: &mut Map<String, Value>, path: &[Step<'_>], value: String) -> bool {
    let Some((Step::Name(name), rest)) = path.split_first() else { return false };
    let entry = object.entry(*name);
    match rest {
        [] => match entry {
            Entry::Vacant(place) => {
                place.insert(value.into());
                true
            }
            Entry::Occupied(place) => match place.into_mut() {
                Value::Array(items) => {
                    items.push(value.into());
                    true
                }
                before @ Value::String(_) => {
                    *before = Value::Array(vec![before.take(), value.into()]);
                    true
                }
                _ => false,
            },
        },
        [Step::Name(_), ..] => match entry.or_insert_with(|| Map::new().into()) {
            Value::Object(inner) => put(inner, rest, value),
            _ => false,
        },
        [Step::Item, rest @ ..] => match entry.or_insert_with(|| Value::Array(vec![])) {
            Value::Array(items) => add(items, rest, value),
            _ => false,
        },
    }
}

/// Adds a value to a list: as an item, or to the last object, which ends where one of its fields comes again.
fn add(items: &mut Vec<Value>, path: &[Step<'_>], value: String) -> bool {
    match path {
        [] => {
            items.push(value.into());
            true
        }
        [Step::Item, rest @ ..] => {
            let mut inner = vec![];
            let fits = add(&mut inner, rest, value);
            items.push(inner.into());
            fits
        }
        [Step::Name(_), ..] => {
            if let Some(Value::Object(last)) = items.last_mut()
                && !has(last, path)
            {
                return put(last, path, value);
            }
            let mut object = Map::new();
            let fits = put(&mut object, path, value);
            items.push(object.into());
            fits
        }
    }
}

/// Returns true if something stands at this path, or ends before it.
fn has(object: &Map<String, Value>, path: &[Step<'_>]) -> bool {
    let [Step::Name(name), rest @ ..] = path else { return false };
    match (object.get(*name), rest) {
        (Some(Value::Object(inner)), [Step::Name(_), ..]) => has(inner, rest),
        (None, _) | (Some(Value::Array(_)), [Step::Item, ..]) => false,
        (Some(_), _) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn read(body: &str) -> Result<Value, &'static str> {
        let pairs: Result<Vec<_>, _> = pairs(body).collect();
        object(pairs?).map(Value::from)
    }

    #[test]
    fn paths_in_brackets_are_objects_and_lists() {
        for (form, expected) in [
            ("a=1&b=%EA%B0%80+b&c", json!({ "a": "1", "b": "가 b", "c": "" })),
            ("d[x]=1&d[y][z]=true", json!({ "d": { "x": "1", "y": { "z": "true" } } })),
            ("l[]=1&l[]=2", json!({ "l": ["1", "2"] })),
            ("l[][k]=1&l[][m]=2&l[][k]=3", json!({ "l": [{ "k": "1", "m": "2" }, { "k": "3" }] })),
            (
                "l[][k][a]=1&l[][k][b]=2&l[][n][]=3&l[][n][]=4",
                json!({ "l": [{ "k": { "a": "1", "b": "2" }, "n": ["3", "4"] }] }),
            ),
            ("l[][]=1&l[][]=2", json!({ "l": [["1"], ["2"]] })),
            ("d%5Bx%5D=1", json!({ "d": { "x": "1" } })),
            // What comes twice stays, and what is no path is a name.
            ("a=1&a=2&a=3", json!({ "a": ["1", "2", "3"] })),
            (
                "a[b=1&[c]=2&d]=3&e[f]g=4&=5&h[[i]]=6",
                json!({ "a[b": "1", "[c]": "2", "d]": "3", "e[f]g": "4", "": "5", "h[[i]]": "6" }),
            ),
            ("&&a=b=c&%zz=%", json!({ "a": "b=c", "%zz": "%" })),
            ("", json!({})),
        ] {
            assert_eq!(read(form), Ok(expected), "{form}");
        }
    }

    #[test]
    fn a_field_of_two_shapes_and_one_without_end_are_refused() {
        for form in ["a=1&a[b]=2", "a[b]=1&a=2", "a[]=1&a[b]=2", "a[b]=1&a[]=2", "a[b]=1&a[b][c]=2"] {
            assert!(read(form).unwrap_err().contains("both"), "{form}");
        }
        assert!(read(&format!("a{}=1", "[b]".repeat(99))).is_ok());
        assert!(read(&format!("a{}=1", "[b]".repeat(100))).unwrap_err().contains("deep"));
        assert!(read("a=%FF").unwrap_err().contains("UTF-8"));
    }

    proptest! {
        #[test]
        fn no_value_is_lost(values in prop::collection::vec(("[ab]|[ab]\\[[cd]?\\]|\\PC{0,3}", "[a-z]{12}"), 0..8)) {
            let pairs: Vec<_> = values.clone();
            if let Ok(object) = object(pairs) {
                let text = Value::from(object).to_string();
                prop_assert!(values.iter().all(|(_, value)| text.contains(value)), "{}", text);
            }
        }
    }
}
