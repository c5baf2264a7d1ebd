//! Objects that several endpoints take.

use crate::http::input::{Field, Kind};

/// The buyer.
pub(super) const USER: Kind = Kind::Object(&[
    Field::optional("id", Kind::Text),
    Field::optional("username", Kind::Text),
    Field::optional("phone", Kind::Text),
    Field::optional("email", Kind::Text),
    Field::optional("gender", Kind::Number),
    Field::optional("birth", Kind::Text),
    Field::optional("area", Kind::Text),
    Field::optional("addr", Kind::Text),
]);
