//! Encodes requests.

use serde_json::{Map, Value};

use crate::value::{Json, Secret, Timestamp, Won};

/// A type that can be sent. Unset options are left out: Bootpay reads `null` and `''` as values.
pub(crate) trait ToWire {
    /// The JSON of it, secrets included: for the request body and nothing else.
    fn to_wire(&self) -> Value;

    /// The secrets and the personal data in it, which no error may repeat.
    fn secrets(&self, _: &mut Vec<Secret>) {}

    /// The same of a value that is a secret or personal itself. Only text can be told from other text.
    fn private(&self, found: &mut Vec<Secret>) {
        self.secrets(found);
    }
}

/// Adds a value to the fields of an object.
pub(crate) fn put(fields: &mut Map<String, Value>, name: &str, value: &dyn ToWire) {
    put_value(fields, name, value.to_wire());
}

/// The same of a value that is JSON already.
pub(crate) fn put_value(fields: &mut Map<String, Value>, name: &str, value: Value) {
    fields.insert(name.to_owned(), value);
}

impl ToWire for String {
    fn to_wire(&self) -> Value {
        self.as_str().into()
    }

    fn private(&self, found: &mut Vec<Secret>) {
        found.push(Secret::new(self.as_str()));
    }
}

impl ToWire for bool {
    fn to_wire(&self) -> Value {
        (*self).into()
    }
}

impl ToWire for i64 {
    fn to_wire(&self) -> Value {
        (*self).into()
    }
}

impl ToWire for Won {
    fn to_wire(&self) -> Value {
        self.get().map_or(Value::Null, Value::from)
    }
}

impl ToWire for Secret {
    fn to_wire(&self) -> Value {
        self.expose().into()
    }

    fn secrets(&self, found: &mut Vec<Secret>) {
        found.push(self.clone());
    }
}

impl ToWire for Timestamp {
    fn to_wire(&self) -> Value {
        self.to_string().into()
    }
}

impl ToWire for Json {
    fn to_wire(&self) -> Value {
        Value::clone(self)
    }
}

impl<T: ToWire> ToWire for Vec<T> {
    fn to_wire(&self) -> Value {
        self.iter().map(ToWire::to_wire).collect()
    }

    fn secrets(&self, found: &mut Vec<Secret>) {
        for value in self {
            value.secrets(found);
        }
    }
}

/// The subject of a request, to detect a response about something else.
pub(crate) struct Subject(Map<String, Value>);

impl Subject {
    /// Of a request, which is an object.
    pub(crate) fn of(request: Value) -> Self {
        match request {
            Value::Object(fields) => Self(fields),
            _ => Self(Map::new()),
        }
    }

    /// All that is asked, by the API's names.
    pub(crate) fn fields(&self) -> &Map<String, Value> {
        &self.0
    }

    /// A field of the request that is text, by the API's name.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    /// Checks that `found` is the value that the request named, if it named one; the error is a sentence.
    pub(crate) fn same(&self, name: &str, found: Option<&str>) -> Result<(), String> {
        match self.text(name) {
            Some(asked) if found != Some(asked) => Err(format!("it is about {name} {}", found.unwrap_or("none"))),
            _ => Ok(()),
        }
    }
}
