//! The struct or enum itself, and what Rust code gets with it.

mod enums;
mod structs;

pub(crate) use enums::{enum_impls, enumeration};
pub(crate) use structs::{struct_impls, structure};
