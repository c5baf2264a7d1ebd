//! The parameters of endpoints.

/// The type of a parameter.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Text,
    Money,
    /// A number that is not an amount.
    Number,
    /// A date and time; unambiguous as RFC 3339 with an offset.
    Date,
    /// A boolean; in a query the texts `true` and `false`.
    Flag,
    /// An object with these fields.
    Object(&'static [Field]),
    /// An object with any fields.
    AnyObject,
    Array,
    /// Several types.
    Any,
}

/// A parameter of an endpoint.
#[derive(Clone, Copy)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) required: bool,
}

impl Field {
    pub(crate) const fn required(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, required: true }
    }

    pub(crate) const fn optional(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, required: false }
    }
}

/// The buyer.
pub(crate) const USER: Kind = Kind::Object(&[
    Field::optional("id", Kind::Text),
    Field::optional("username", Kind::Text),
    Field::optional("phone", Kind::Text),
    Field::optional("email", Kind::Text),
    Field::optional("gender", Kind::Number),
    Field::optional("birth", Kind::Text),
    Field::optional("area", Kind::Text),
    Field::optional("addr", Kind::Text),
]);
