//! The faults that wait for their request.

use rusqlite::{OptionalExtension, params};

use super::{Store, Tables};
use crate::reply::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["faults"],
    create: "
CREATE TABLE faults (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL, method TEXT, times INTEGER NOT NULL, fault TEXT NOT NULL);
",
};

impl Store<'_> {
    pub(crate) fn add_fault(&self, path: &str, method: Option<&str>, times: u32, fault: &str) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT INTO faults (path, method, times, fault) VALUES (?1, ?2, ?3, ?4)",
            params![path, method, times, fault],
        )?;
        Ok(())
    }

    /// Takes one use of the oldest fault that matches.
    pub(crate) fn take_fault(&self, path: &str, method: &str) -> Result<Option<String>, Refusal> {
        let found: Option<(i64, i64, String)> = self
            .0
            .prepare_cached(
                "SELECT number, times, fault FROM faults
                 WHERE substr(?1, 1, length(path)) = path AND (method IS NULL OR method = ?2)
                 ORDER BY number LIMIT 1",
            )?
            .query_row([path, method], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let Some((number, times, fault)) = found else {
            return Ok(None);
        };
        if times > 1 {
            self.0.execute("UPDATE faults SET times = times - 1 WHERE number = ?1", [number])?;
        } else {
            self.0.execute("DELETE FROM faults WHERE number = ?1", [number])?;
        }
        Ok(Some(fault))
    }

    pub(crate) fn clear_faults(&self) -> Result<(), Refusal> {
        self.0.execute("DELETE FROM faults", [])?;
        Ok(())
    }
}
