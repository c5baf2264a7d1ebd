//! A wrong field of a project or of a set-up file.

use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;

/// A field that is wrong: its path, and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// From the object that was checked: `methods[0].pg`.
    pub(crate) field: String,
    pub(crate) saw: String,
    /// The rule, where it is one that a person meets.
    pub(crate) rule: Option<Box<Rule>>,
}

impl Wrong {
    pub(crate) fn new(field: &str, saw: impl Into<String>) -> Self {
        Self { field: field.to_owned(), saw: saw.into(), rule: None }
    }

    /// A field that breaks a rule.
    pub(crate) fn by(field: &str, rule: Rule) -> Self {
        let saw = rule.english();
        Self { rule: Some(Box::new(rule)), ..Self::new(field, saw) }
    }

    /// The same, seen from the object that holds the checked one.
    pub(crate) fn within(self, outer: &str) -> Self {
        let joint = if self.field.starts_with('[') || self.field.is_empty() { "" } else { "." };
        Self { field: format!("{outer}{joint}{}", self.field), ..self }
    }
}

impl From<Wrong> for Refusal {
    fn from(wrong: Wrong) -> Self {
        let Wrong { field, saw, rule } = wrong;
        let saw = if field.is_empty() { saw } else { format!("{field}: {saw}") };
        let refusal = match rule {
            Some(rule) => Code::Control.by_rule(rule, saw),
            None => Code::Control.because(saw),
        };
        refusal.about(&field)
    }
}
