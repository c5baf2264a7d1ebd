//! User tokens and password tokens of merchants' members.

use rusqlite::{OptionalExtension, params};

use super::transaction::{Store, Tables};
use crate::domain::clock::Moment;
use crate::domain::refusal::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["user_tokens", "password_tokens"],
    create: "
CREATE TABLE user_tokens (
    token TEXT PRIMARY KEY, merchant_id TEXT NOT NULL, user_id TEXT NOT NULL, expires_at INTEGER NOT NULL);
CREATE TABLE password_tokens (
    token TEXT NOT NULL, merchant_id TEXT NOT NULL, user_id TEXT NOT NULL,
    PRIMARY KEY (token, merchant_id, user_id));
",
};

impl Store<'_> {
    pub(crate) fn add_user_token(
        &self,
        token: &str,
        merchant_id: &str,
        user_id: &str,
        expires_at: Moment,
    ) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT INTO user_tokens (token, merchant_id, user_id, expires_at) VALUES (?1, ?2, ?3, ?4)",
            params![token, merchant_id, user_id, expires_at.0],
        )?;
        Ok(())
    }

    /// The member of a user token, and its expiry.
    pub(crate) fn user_of_token(&self, merchant_id: &str, token: &str) -> Result<Option<(String, Moment)>, Refusal> {
        Ok(self
            .0
            .prepare_cached("SELECT user_id, expires_at FROM user_tokens WHERE merchant_id = ?1 AND token = ?2")?
            .query_row([merchant_id, token], |row| Ok((row.get(0)?, Moment(row.get(1)?))))
            .optional()?)
    }

    pub(crate) fn add_password_token(&self, token: &str, merchant_id: &str, user_id: &str) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT OR IGNORE INTO password_tokens (token, merchant_id, user_id) VALUES (?1, ?2, ?3)",
            [token, merchant_id, user_id],
        )?;
        Ok(())
    }

    pub(crate) fn is_password_token(&self, token: &str, merchant_id: &str, user_id: &str) -> Result<bool, Refusal> {
        Ok(self
            .0
            .prepare_cached("SELECT 1 FROM password_tokens WHERE token = ?1 AND merchant_id = ?2 AND user_id = ?3")?
            .exists([token, merchant_id, user_id])?)
    }
}
