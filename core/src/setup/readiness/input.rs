//! The set-up that is judged: any JSON, of which known parts must have their types.

use serde_json::Value;

use crate::check::{Violation, join};

type Result<T> = std::result::Result<T, Violation>;

/// A part of the set-up, which is there.
#[derive(Clone)]
pub(super) struct Part<'a> {
    value: &'a Value,
    /// Its path, for errors: `setup.methods[0].pg`.
    at: String,
}

impl<'a> Part<'a> {
    /// The whole set-up; it must be an object.
    pub(super) fn whole(value: &'a Value) -> Result<Self> {
        let whole = Self { value, at: "setup".to_owned() };
        if value.is_object() { Ok(whole) } else { Err(whole.wrong("an object")) }
    }

    /// A part that holds nothing.
    pub(super) fn empty() -> Self {
        static NOTHING: Value = Value::Null;
        Self { value: &NOTHING, at: String::new() }
    }

    fn wrong(&self, wanted: &str) -> Violation {
        Violation::new(&self.at, format!("must be {wanted}"))
    }

    /// A field of an object; nothing where it is absent.
    pub(super) fn get(&self, name: &str) -> Option<Self> {
        self.value.get(name).map(|value| Self { value, at: join(&self.at, name) })
    }

    /// The same, where null counts as absent.
    pub(super) fn given(&self, name: &str) -> Option<Self> {
        self.get(name).filter(|part| !part.value.is_null())
    }

    /// An object of another object; nothing where it is absent or null.
    pub(super) fn object(&self, name: &str) -> Result<Option<Self>> {
        let part = self.given(name);
        part.map(|part| if part.value.is_object() { Ok(part) } else { Err(part.wrong("an object")) }).transpose()
    }

    /// The items of a list; nothing where it is absent or null.
    pub(super) fn list(&self, name: &str) -> Result<Option<Vec<Self>>> {
        let Some(part) = self.given(name) else { return Ok(None) };
        let items = part.value.as_array().ok_or_else(|| part.wrong("a list"))?;
        let item = |(index, value)| Self { value, at: format!("{}[{index}]", part.at) };
        Ok(Some(items.iter().enumerate().map(item).collect()))
    }

    /// The names and values of an object.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&'a str, Self)> {
        let entries = self.value.as_object().into_iter().flatten();
        entries.map(|(name, value)| (name.as_str(), Self { value, at: join(&self.at, name) }))
    }

    pub(super) fn items(&self) -> impl Iterator<Item = Self> {
        let items = self.value.as_array().into_iter().flatten().enumerate();
        items.map(|(index, value)| Self { value, at: format!("{}[{index}]", self.at) })
    }

    /// Its path within the set-up: `methods[0].pg`.
    pub(super) fn path(&self) -> &str {
        self.at.strip_prefix("setup.").unwrap_or(&self.at)
    }

    pub(super) fn as_text(&self) -> Result<&'a str> {
        self.value.as_str().ok_or_else(|| self.wrong("text"))
    }

    /// Its text, if it is one.
    pub(super) fn text_or_none(&self) -> Option<&'a str> {
        self.value.as_str()
    }

    /// A text of an object; nothing where it is absent, null or blank.
    pub(super) fn text(&self, name: &str) -> Result<Option<&'a str>> {
        let text = self.given(name).map(|part| part.as_text()).transpose()?;
        Ok(text.map(str::trim).filter(|text| !text.is_empty()))
    }

    /// True where the part is named, and is null or blank: somebody left it empty.
    pub(super) fn is_left_empty(&self, name: &str) -> Result<bool> {
        Ok(self.get(name).is_some() && self.text(name)?.is_none())
    }

    pub(super) fn flag(&self, name: &str) -> Result<Option<bool>> {
        let part = self.given(name);
        part.map(|part| part.value.as_bool().ok_or_else(|| part.wrong("true or false"))).transpose()
    }

    /// A whole number of an object.
    pub(super) fn number(&self, name: &str) -> Result<Option<i64>> {
        let part = self.given(name);
        part.map(|part| part.value.as_i64().ok_or_else(|| part.wrong("a whole number"))).transpose()
    }

    /// An enum value of this version; the error names the ones that are allowed.
    pub(super) fn known<T: crate::symbol::Symbol>(&self) -> Result<T> {
        let rule = || Violation::new(&self.at, crate::symbol::one_of(T::SYMBOLS));
        T::from_symbol(self.as_text()?).ok_or_else(rule)
    }
}
