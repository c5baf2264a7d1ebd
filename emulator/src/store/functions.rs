//! Functions that queries call.

use std::borrow::Cow;

use rusqlite::functions::FunctionFlags;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Result};

use crate::domain::folding::folded;

/// Adds them to a connection: `folded(text)` is a text as a search compares it; other values are as they are.
pub(super) fn add(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("folded", 1, flags, |call| {
        let folded = match call.get_raw(0) {
            ValueRef::Text(text) => match folded(&String::from_utf8_lossy(text)) {
                Cow::Owned(folded) => Some(folded),
                Cow::Borrowed(_) => None,
            },
            _ => None,
        };
        // Most texts are as they should be: the argument itself, without a copy.
        Ok(folded.map_or(ToSqlOutput::Arg(0), ToSqlOutput::from))
    })
}
