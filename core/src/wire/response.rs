//! Decodes responses.

use super::{
    field::Field,
    fields::{Fields, Model},
    request::Subject,
    text::{field, items},
};

/// A type that a response can be decoded as.
pub(crate) trait FromWire: Sized + Send {
    /// True if it holds private data that no error may repeat.
    const PRIVATE: bool;

    /// Decodes it from checked text; the error is a sentence.
    fn from_wire(json: &str) -> Result<Self, String>;

    /// Checks that it is about the request; the error is a sentence.
    fn is_about(&self, subject: &Subject) -> Result<(), String>;

    /// Returns true if it says that the request was not carried out.
    fn is_failure(&self) -> bool;
}

/// A model that is a whole response, not only a part of one.
pub(crate) trait Response: Model + Send {
    /// True if it holds private data that no error may repeat.
    const PRIVATE: bool = false;

    /// Arranges the API's fields into the shape of the struct; the whole response is in `raw` already.
    fn arrange(_: &mut Fields<'_, '_>) -> Result<(), String> {
        Ok(())
    }

    /// Decodes it from its text; the error is a sentence.
    fn from_json(json: &str) -> Result<Self, String> {
        Self::read_whole(json)
    }

    /// Decodes it from its text, arranged, with the whole text in `raw`.
    fn read_whole(json: &str) -> Result<Self, String> {
        Self::read(json, |fields| {
            fields.keep_whole();
            Self::arrange(fields)
        })
    }

    /// Checks that it is about the request; the error is a sentence.
    fn is_about(&self, _: &Subject) -> Result<(), String> {
        Ok(())
    }

    /// Returns true if it says that the request was not carried out.
    fn is_failure(&self) -> bool {
        false
    }
}

/// Returns true if a response of an undocumented shape says that the call failed.
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

/// Some calls have the response `null`.
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
