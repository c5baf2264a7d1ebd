//! What comes.

use super::{
    field::Field,
    fields::{Fields, Model},
    request::Subject,
    text::{field, items},
};

/// What a reply can be read as.
pub(crate) trait FromWire: Sized {
    /// Whether it holds what no error may repeat.
    const PRIVATE: bool;

    /// Reads it from its text, which was checked, or says in a sentence why it cannot be read.
    fn from_wire(json: &str) -> Result<Self, String>;

    /// Whether it answers the question asked, or a sentence why not.
    fn is_about(&self, subject: &Subject) -> Result<(), String>;

    /// Whether it says of what was asked for that it was not done.
    fn is_failure(&self) -> bool;
}

/// A model that is a reply of its own, and not only a part of one.
pub(crate) trait Response: Model {
    /// Whether it holds what no error may repeat.
    const PRIVATE: bool = false;

    /// Brings the API's fields into the shape of the struct, where they are not; the whole reply is in
    /// `raw` already.
    fn arrange(_: &mut Fields<'_, '_>) -> Result<(), String> {
        Ok(())
    }

    /// Reads it from its text, or says in a sentence why it cannot be read.
    fn from_json(json: &str) -> Result<Self, String> {
        Self::read_whole(json)
    }

    /// Reads it from its text, arranged, with the whole of it in `raw`.
    fn read_whole(json: &str) -> Result<Self, String> {
        Self::read(json, |fields| {
            fields.keep_whole();
            Self::arrange(fields)
        })
    }

    /// Whether it answers the question asked, or a sentence why not.
    fn is_about(&self, _: &Subject) -> Result<(), String> {
        Ok(())
    }

    /// Whether it says of what was asked for that it was not done.
    fn is_failure(&self) -> bool {
        false
    }
}

/// Whether a reply of which little is known says that it failed.
pub(crate) fn says_failed(json: &str) -> bool {
    field(json, "success").and_then(bool::lenient) == Some(false)
}

impl<T: Response> FromWire for T {
    const PRIVATE: bool = T::PRIVATE;

    fn from_wire(json: &str) -> Result<Self, String> {
        T::from_json(json)
    }

    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        Response::is_about(self, subject)
    }

    fn is_failure(&self) -> bool {
        Response::is_failure(self)
    }
}

impl<T: FromWire> FromWire for Vec<T> {
    const PRIVATE: bool = T::PRIVATE;

    fn from_wire(json: &str) -> Result<Self, String> {
        items(json).ok_or("the response must be a JSON array")?.map(T::from_wire).collect()
    }

    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        self.iter().try_for_each(|item| item.is_about(subject))
    }

    fn is_failure(&self) -> bool {
        self.iter().any(T::is_failure)
    }
}

/// Some calls are answered with `null`.
impl<T: FromWire> FromWire for Option<T> {
    const PRIVATE: bool = T::PRIVATE;

    fn from_wire(json: &str) -> Result<Self, String> {
        if json == "null" { Ok(None) } else { T::from_wire(json).map(Some) }
    }

    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        self.as_ref().map_or(Ok(()), |reply| reply.is_about(subject))
    }

    fn is_failure(&self) -> bool {
        self.as_ref().is_some_and(T::is_failure)
    }
}
