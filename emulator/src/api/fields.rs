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
    /// An object of the merchant's own: kept as it is.
    AnyObject,
    /// An object of Bootpay's or a PG's options.
    Options,
    Array,
    /// An array of objects of Bootpay's, such as the items of an order.
    Items,
    /// Several types.
    Any,
}

/// A parameter of an endpoint.
#[derive(Clone, Copy)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) need: Need,
}

/// The need for a parameter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Optional,
    /// Documented as required, but official clients leave it out: its absence is a finding.
    Expected,
    Required,
}

impl Field {
    pub(crate) const fn required(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, need: Need::Required }
    }

    pub(crate) const fn optional(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, need: Need::Optional }
    }

    pub(crate) const fn expected(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, need: Need::Expected }
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
