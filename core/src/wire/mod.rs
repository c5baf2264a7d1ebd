//! Between our types and the JSON that travels.
//!
//! Responses are decoded from their text: it is checked once from end to end, then cut into the values of
//! its fields, and each is decoded by itself. No tree is built.

mod amount;
mod field;
mod fields;
#[cfg(feature = "server")]
mod forms;
mod request;
#[cfg(feature = "server")]
mod response;
mod text;

pub(crate) use amount::{lenient_integer, minor_units};
pub(crate) use field::{Field, symbol, written};
pub(crate) use fields::{Arrange, Fields, Model, deserialize};
#[cfg(feature = "server")]
pub(crate) use forms::{deadline, url};
pub(crate) use request::{Subject, ToWire, put, put_value};
#[cfg(feature = "server")]
pub(crate) use response::{FromWire, Response, says_failed};
#[cfg(feature = "__node")]
pub(crate) use text::ill_formed;
pub(crate) use text::{check, field, items, members, string};
