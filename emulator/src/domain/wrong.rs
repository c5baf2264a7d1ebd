//! A wrong field of a project or of a set-up file.

use crate::domain::refusal::{Code, Refusal};

/// A field that is wrong: its path, and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// From the object that was checked: `methods[0].pg`.
    pub(crate) field: String,
    pub(crate) saw: String,
}

impl Wrong {
    pub(crate) fn new(field: &str, saw: impl Into<String>) -> Self {
        Self { field: field.to_owned(), saw: saw.into() }
    }

    /// The same, seen from the object that holds the checked one.
    pub(crate) fn within(self, outer: &str) -> Self {
        let joint = if self.field.starts_with('[') || self.field.is_empty() { "" } else { "." };
        Self { field: format!("{outer}{joint}{}", self.field), ..self }
    }
}

impl From<Wrong> for Refusal {
    fn from(wrong: Wrong) -> Self {
        let Wrong { field, saw } = wrong;
        Code::Control.because(if field.is_empty() { saw } else { format!("{field}: {saw}") })
    }
}
