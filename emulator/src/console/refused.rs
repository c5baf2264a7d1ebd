//! A refused act as its page tells of it: in the reader's language, and at the field.

use super::format::visible;
use super::language::Language;
use super::texts::Texts;
use crate::domain::refusal::Refusal;
use crate::domain::rule::Rule;

/// The field of a form that was refused.
#[derive(Clone)]
pub(super) struct Input {
    /// The id of its element.
    pub(super) id: String,
    pub(super) label: String,
}

impl Input {
    pub(super) fn new(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self { id: id.into(), label: label.into() }
    }
}

/// A refused act.
pub(super) struct Refused {
    pub(super) code: &'static str,
    /// The rule that was broken; the sentence of the code where the refusal names no rule.
    pub(super) sentence: String,
    /// The English words of a refusal that names no rule.
    pub(super) detail: Option<String>,
    pub(super) input: Option<Input>,
}

impl Texts {
    /// The sentence of a rule.
    pub(super) fn rule(self, rule: &Rule) -> String {
        match self.0 {
            Language::Ko => rule.korean(),
            Language::En => rule.english(),
        }
    }
}

impl Refused {
    pub(super) fn of(refusal: &Refusal, input: Option<Input>, t: Texts) -> Self {
        let (sentence, detail) = match (refusal.rule(), t.0) {
            (Some(rule), _) => (t.rule(rule), None),
            (None, Language::Ko) => (refusal.code.sentence().to_owned(), Some(visible(refusal.saw()))),
            (None, Language::En) => (refusal.saw().to_owned(), None),
        };
        Self { code: refusal.code.as_str(), sentence: visible(&sentence), detail, input }
    }

    /// Returns whether the refusal is of the field with this id.
    pub(super) fn is_at(&self, id: &str) -> bool {
        self.input.as_ref().is_some_and(|input| input.id == id)
    }
}
