//! Functions that queries call.

use rusqlite::functions::FunctionFlags;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Result};

use crate::domain::folding::folded;

/// Adds them to a connection: `folded(text)` is a text as a search compares it; other values are as they are.
pub(super) fn add(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("folded", 1, flags, |call| {
        Ok(match call.get_raw(0) {
            ValueRef::Text(text) => Value::Text(folded(&String::from_utf8_lossy(text)).into_owned()),
            other => other.into(),
        })
    })
}
