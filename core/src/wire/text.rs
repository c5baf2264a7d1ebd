//! JSON as text: checked as a whole, then cut into its parts.
//!
//! All but [`check`] work on text that is known to be JSON, with nothing before or after it. Of other
//! text they give some part or other, and do not panic.

use std::{borrow::Cow, fmt};

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// Checks that it is JSON, to its last string and number, and stores the values of an object's fields with
/// these names in `noted`.
///
/// Refuses text that a [`Value`] cannot be made of, as if one were made: a merely skipped part may hold
/// half a letter, a number without end, or depths that nobody else can read.
pub(crate) fn check(json: &str, names: &[&str], noted: &mut [Value]) -> serde_json::Result<()> {
    let mut whole = serde_json::Deserializer::from_str(json);
    Check { names, noted }.deserialize(&mut whole)?;
    whole.end()
}

struct Check<'a> {
    names: &'a [&'a str],
    noted: &'a mut [Value],
}

/// A part, of which nothing is noted.
fn part() -> Check<'static> {
    Check { names: &[], noted: &mut [] }
}

impl<'de> DeserializeSeed<'de> for Check<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Check<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(part())?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        while let Some(at) = fields.next_key_seed(Name(self.names))? {
            match at.and_then(|at| self.noted.get_mut(at)) {
                Some(noted) => *noted = fields.next_value()?,
                None => fields.next_value_seed(part())?,
            }
        }
        Ok(())
    }
}

/// Visits a key and returns its index among these names, if any.
struct Name<'a>(&'a [&'a str]);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = Option<usize>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Option<usize>, E> {
        Ok(self.0.iter().position(|known| *known == name))
    }
}

/// The fields of an object, with their names; of nothing else.
pub(crate) fn members(json: &str) -> Option<impl Iterator<Item = (Cow<'_, str>, &str)>> {
    let mut parts = Parts(json.strip_prefix('{')?);
    Some(std::iter::from_fn(move || Some((string(parts.next()?)?, parts.next()?))))
}

/// The items of an array; of nothing else.
pub(crate) fn items(json: &str) -> Option<impl Iterator<Item = &str>> {
    Some(Parts(json.strip_prefix('[')?))
}

/// A field of an object, where there is one of that name that is not null.
pub(crate) fn field<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    // Of several the last one counts, as everywhere.
    let (_, value) = members(json)?.filter(|(found, _)| found == name).last()?;
    (value != "null").then_some(value)
}

/// The text of a string; of nothing else.
pub(crate) fn string(json: &str) -> Option<Cow<'_, str>> {
    let [b'"', .., b'"'] = json.as_bytes() else { return None };
    let inner = &json[1..json.len() - 1];
    if inner.contains('\\') { serde_json::from_str(json).ok().map(Cow::Owned) } else { Some(Cow::Borrowed(inner)) }
}

/// Finds the first string or key that is not Unicode text, by its path from `at`: it has half of a surrogate
/// pair, as JavaScript writes it in JSON.
#[cfg(feature = "__node")]
pub(crate) fn ill_formed(json: &str, at: &str) -> Option<String> {
    if let Some(mut parts) = json.strip_prefix('{').map(Parts) {
        while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
            let Some(name) = string(name) else { return Some(at.to_owned()) };
            if let Some(found) = ill_formed(value, &crate::check::join(at, &name)) {
                return Some(found);
            }
        }
        return None;
    }
    match json.strip_prefix('[').map(Parts) {
        Some(parts) => parts.enumerate().find_map(|(index, part)| ill_formed(part, &format!("{at}[{index}]"))),
        None => (json.starts_with('"') && string(json).is_none()).then(|| at.to_owned()),
    }
}

/// The rest of an object or an array: its values, an object's in turn with their names.
struct Parts<'a>(&'a str);

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let between = |byte| matches!(byte, b',' | b':' | b' ' | b'\n' | b'\r' | b'\t');
        let begin = self.0.bytes().position(|byte| !between(byte)).unwrap_or(self.0.len());
        let rest = &self.0[begin..];
        let (part, rest) = rest.split_at_checked(length(rest.as_bytes()))?;
        self.0 = rest;
        (!part.is_empty()).then_some(part)
    }
}

/// Returns the length of the value that starts here; 0 if none does.
fn length(json: &[u8]) -> usize {
    match json.first() {
        Some(b'"') => length_of_string(json),
        Some(b'{' | b'[') => length_of_nest(json),
        _ => json.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"+-.".contains(byte)).unwrap_or(json.len()),
    }
}

fn length_of_string(json: &[u8]) -> usize {
    let mut at = 1;
    while let Some(byte) = json.get(at) {
        at += match byte {
            b'\\' => 2,
            b'"' => return at + 1,
            _ => 1,
        };
    }
    json.len()
}

fn length_of_nest(json: &[u8]) -> usize {
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(byte) = json.get(at) {
        match byte {
            b'"' => {
                at += length_of_string(&json[at..]);
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
        if depth == 0 {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn checked(json: &str) -> bool {
        check(json, &[], &mut []).is_ok()
    }

    #[test]
    fn what_a_value_cannot_be_made_of_is_refused() {
        let deep = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        for json in [
            "",
            " ",
            "{",
            "[1",
            "{} x",
            "01",
            "+1",
            "nul",
            "'a'",
            "{\"a\":1,}",
            "{1:2}",
            "\"\\ud800\"",
            "1e999",
            "\"\n\"",
            "{\"\\ud800\":1}",
            &deep(128),
            "\u{feff}{}",
        ] {
            assert!(serde_json::from_str::<Value>(json).is_err() && !checked(json), "{json}");
        }
        for json in ["null", " [1, 2.5, -0, 1e300, true]\n", "{\"a\":{\"b\":\"\\u00e9\\n\"},\"a\":[]}", &deep(127)] {
            assert!(serde_json::from_str::<Value>(json).is_ok() && checked(json), "{json}");
        }
    }

    #[test]
    fn fields_are_noted_at_the_top_only() {
        let mut noted = [Value::Null, Value::Null];
        let json = r#"{"a":1,"b":{"a":2},"\u0061":3,"c":{"b":4}}"#;
        check(json, &["a", "c"], &mut noted).unwrap();
        assert_eq!(noted, [serde_json::json!(3), serde_json::json!({ "b": 4 })]);
    }

    #[test]
    fn objects_and_arrays_are_cut_into_their_parts() {
        let json = "{ \"a\" : [1,{\"b\":\"]}\\\"\"}] ,\n\"\\u0061b\\\"\":null,\"c\":-1.5e+3,\"a\":\"\\\\\", \"\":{} }";
        let parts: Vec<_> = members(json).unwrap().collect();
        let expected =
            [("a", "[1,{\"b\":\"]}\\\"\"}]"), ("ab\"", "null"), ("c", "-1.5e+3"), ("a", "\"\\\\\""), ("", "{}")];
        assert_eq!(parts, expected.map(|(name, value)| (Cow::from(name), value)));
        assert_eq!((field(json, "a"), field(json, "ab\""), field(json, "b")), (Some("\"\\\\\""), None, None));
        assert_eq!(items("[ 1,\"a\" , [[]],{}]").unwrap().collect::<Vec<_>>(), ["1", "\"a\"", "[[]]", "{}"]);
        assert_eq!((items("[]").unwrap().count(), members(" {}".trim()).unwrap().count()), (0, 0));
        assert!(items("{}").is_none() && members("[]").is_none() && members("\"{\"").is_none());
    }

    /// Any JSON.
    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            ".*".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map(".*", inner, 0..4)
                    .prop_map(|fields| Value::Object(fields.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn the_parts_are_the_whole(value in json(), pretty in any::<bool>()) {
            let read = |json: &str| serde_json::from_str::<Value>(json).unwrap();
            let text = if pretty { format!("{value:#}") } else { value.to_string() };
            prop_assert!(checked(&text));
            let together = match (members(&text), items(&text)) {
                (Some(fields), _) => Value::Object(fields.map(|(name, json)| (name.into_owned(), read(json))).collect()),
                (_, Some(items)) => items.map(read).collect(),
                _ => read(&text),
            };
            prop_assert_eq!(together, read(&text));
        }

        #[test]
        fn no_text_panics(text in r#"[\[\]{}",:\\a0é ]*"#) {
            let _ = (checked(&text), string(&text), field(&text, "a"));
            let _ = (members(&text).map(Iterator::count), items(&text).map(Iterator::count));
        }
    }
}
