//! The access tokens.

use rusqlite::{OptionalExtension, params};

use super::transaction::{Store, Tables};
use crate::domain::clock::Moment;
use crate::domain::refusal::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["tokens"],
    create: "
CREATE TABLE tokens (token TEXT PRIMARY KEY, merchant_id TEXT NOT NULL, issued_at INTEGER NOT NULL);
",
};

impl Store<'_> {
    /// The merchant's newest token, and the moment of its issue.
    pub(crate) fn newest_token(&self, merchant_id: &str) -> Result<Option<(String, Moment)>, Refusal> {
        Ok(self
            .0
            .prepare_cached("SELECT token, issued_at FROM tokens WHERE merchant_id = ?1 ORDER BY rowid DESC LIMIT 1")?
            .query_row([merchant_id], |row| Ok((row.get(0)?, Moment(row.get(1)?))))
            .optional()?)
    }

    pub(crate) fn add_token(&self, token: &str, merchant_id: &str, now: Moment) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT INTO tokens (token, merchant_id, issued_at) VALUES (?1, ?2, ?3)",
            params![token, merchant_id, now.0],
        )?;
        Ok(())
    }

    /// The merchant of a token, and the moment of its issue.
    pub(crate) fn token(&self, token: &str) -> Result<Option<(String, Moment)>, Refusal> {
        Ok(self
            .0
            .prepare_cached("SELECT merchant_id, issued_at FROM tokens WHERE token = ?1")?
            .query_row([token], |row| Ok((row.get(0)?, Moment(row.get(1)?))))
            .optional()?)
    }
}
