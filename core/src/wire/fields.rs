//! The fields of an object, by the names that a model knows.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, de::Error};
use serde_json::Value;

use super::{
    field::Field,
    text::{members, string},
};

/// A struct that is read from the fields of an object; `#[model]` writes it.
pub(crate) trait Model: Sized {
    /// Reads it from its text, after the fields have been arranged, or says in a sentence why it cannot be
    /// read.
    fn read(json: &str, arrange: Arrange) -> Result<Self, String>;
}

/// Brings the fields into the shape of a struct.
pub(crate) type Arrange = fn(&mut Fields<'_, '_>) -> Result<(), String>;

/// The fields of an object, each with the text of its value.
pub(crate) struct Fields<'s, 'a> {
    json: &'a str,
    names: &'static [&'static str],
    /// In the order of the names; of nothing where there is none, or null.
    values: &'s mut [Option<Cow<'a, str>>],
}

impl<'s, 'a> Fields<'s, 'a> {
    /// Those that have these names.
    pub(crate) fn of(
        json: &'a str,
        names: &'static [&'static str],
        values: &'s mut [Option<Cow<'a, str>>],
        arrange: Arrange,
    ) -> Result<Self, String> {
        let mut fields = Self { json, names, values };
        let mut next = 0;
        for (name, value) in members(json).ok_or("the response must be a JSON object")? {
            // Most come in the order in which the model has them. Of several the last one counts.
            if let Some(at) = position(names, &name, next) {
                fields.values[at] = (value != "null").then_some(Cow::Borrowed(value));
                next = at + 1;
            }
        }
        arrange(&mut fields)?;
        Ok(fields)
    }

    /// The value of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.values[self.at(name)].as_deref()
    }

    /// Gives a name another value.
    pub(crate) fn put(&mut self, name: &str, json: impl Into<Cow<'a, str>>) {
        self.values[self.at(name)] = Some(json.into());
    }

    /// Gives a name a whole number, which costs nothing where it is written there as such.
    pub(crate) fn put_number(&mut self, name: &str, number: i64) {
        if self.get(name).and_then(|json| json.parse().ok()) != Some(number) {
            self.put(name, number.to_string());
        }
    }

    /// Gives a name a text, in the same way.
    pub(crate) fn put_text(&mut self, name: &str, text: &str) {
        if self.get(name).and_then(string).as_deref() != Some(text) {
            self.put(name, Value::from(text).to_string());
        }
    }

    /// Gives a name the value of another one, where that has one.
    pub(crate) fn copy(&mut self, from: &str, to: &str) {
        if let Some(json) = &self.values[self.at(from)] {
            self.put(to, json.clone());
        }
    }

    /// The whole of it is one more field, `raw`.
    pub(crate) fn keep_whole(&mut self) {
        self.put("raw", self.json);
    }

    fn at(&self, name: &str) -> usize {
        position(self.names, name, 0).expect("a name that the model has")
    }

    /// Decodes a required field.
    pub(crate) fn required<T: Field>(&self, at: usize) -> Result<T, String> {
        match &self.values[at] {
            Some(json) => T::exact(json).map_err(|rule| format!("`{}` {rule}", self.names[at])),
            None => Err(format!("missing field `{}`", self.names[at])),
        }
    }

    /// Decodes a field with a default.
    pub(crate) fn defaulted<T: Field + Default>(&self, at: usize) -> Result<T, String> {
        if self.values[at].is_some() { self.required(at) } else { Ok(T::default()) }
    }

    /// Decodes an optional field, which never makes a response unreadable.
    pub(crate) fn optional<T: Field>(&self, at: usize) -> Option<T> {
        T::lenient(self.values[at].as_deref()?)
    }

    /// The same, by a function of its own.
    pub(crate) fn optional_by<T>(&self, at: usize, read: fn(&str) -> Option<T>) -> Option<T> {
        read(self.values[at].as_deref()?)
    }
}

impl<T: Model> Field for T {
    fn lenient(json: &str) -> Option<Self> {
        T::read(json, AS_THEY_ARE).ok()
    }

    fn exact(json: &str) -> Result<Self, String> {
        T::read(json, AS_THEY_ARE).map_err(|error| format!("cannot be read: {error}"))
    }
}

/// The shape is that of the struct already.
const AS_THEY_ARE: Arrange = |_| Ok(());

/// Reads what was serialised, in whatever format.
pub(crate) fn deserialize<'de, T: Model, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let json = Value::deserialize(deserializer)?.to_string();
    T::read(&json, AS_THEY_ARE).map_err(D::Error::custom)
}

/// Returns the position of a name, searched from a start and then before it.
fn position(names: &[&str], name: &str, from: usize) -> Option<usize> {
    (from..names.len()).chain(0..from).find(|at| names[*at] == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: &[&str] = &["a", "b", "raw"];

    /// The values of the names, after they were arranged.
    fn values(json: &str, arrange: Arrange) -> Result<[Option<Cow<'_, str>>; 3], String> {
        let mut values = [const { None }; 3];
        Fields::of(json, NAMES, &mut values, arrange)?;
        Ok(values)
    }

    #[test]
    fn names_come_in_any_order_and_form() {
        for (json, a, b) in [
            (r#"{"a":1,"b":2}"#, Some("1"), Some("2")),
            (r#"{ "b" : [2] , "c" : 3 , "a" : "x" }"#, Some("\"x\""), Some("[2]")),
            (r#"{"\u0061":1,"A":2}"#, Some("1"), None),
            (r#"{"a":1,"a":{"b":3},"b":2,"b":null}"#, Some("{\"b\":3}"), None),
            (r#"{"b":null,"b":false}"#, None, Some("false")),
            ("{}", None, None),
        ] {
            let [found_a, found_b, raw] = values(json, AS_THEY_ARE).unwrap();
            assert_eq!((found_a.as_deref(), found_b.as_deref(), raw), (a, b, None), "{json}");
        }
        for json in ["[]", "null", "\"{\"", "1"] {
            assert!(values(json, AS_THEY_ARE).is_err(), "{json}");
        }
    }

    #[test]
    fn what_is_there_in_the_right_form_is_not_written_anew() {
        let arrange: Arrange = |fields| {
            fields.put_number("a", 5);
            fields.put_text("b", "x");
            fields.keep_whole();
            Ok(())
        };
        let [a, b, raw] = values(r#"{"a":5,"b":"x","raw":7}"#, arrange).unwrap();
        assert!([&a, &b, &raw].iter().all(|value| matches!(value, Some(Cow::Borrowed(_)))), "{a:?} {b:?}");
        assert_eq!(raw.as_deref(), Some(r#"{"a":5,"b":"x","raw":7}"#));
        let [a, b, _] = values(r#"{"a":"5","b":["x"]}"#, arrange).unwrap();
        assert_eq!((a.as_deref(), b.as_deref()), (Some("5"), Some("\"x\"")));
    }

    #[test]
    fn what_must_be_there_says_what_is_wrong_and_the_rest_is_left_out() {
        let mut values = [const { None }; 3];
        let fields = Fields::of(r#"{"a":7.5}"#, NAMES, &mut values, AS_THEY_ARE).unwrap();
        assert_eq!(fields.required::<String>(0), Err("`a` must be text".into()));
        assert_eq!(fields.required::<i64>(1), Err("missing field `b`".into()));
        assert_eq!((fields.defaulted::<i64>(0).is_err(), fields.defaulted::<i64>(1)), (true, Ok(0)));
        assert_eq!((fields.optional::<i64>(0), fields.optional::<i64>(1)), (None, None));
        assert_eq!(fields.optional::<String>(0).as_deref(), Some("7.5"));
    }
}
