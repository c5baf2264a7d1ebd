//! The verifications of identity.

use rusqlite::{OptionalExtension, params};

use super::transaction::{Store, Tables};
use crate::domain::identity::Identity;
use crate::domain::refusal::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["identities"],
    create: "
CREATE TABLE identities (
    receipt_id TEXT PRIMARY KEY, merchant_id TEXT NOT NULL, authentication_id TEXT NOT NULL,
    finished INTEGER NOT NULL, identity TEXT NOT NULL);
CREATE INDEX identities_by_authentication ON identities (merchant_id, authentication_id);
",
};

impl Store<'_> {
    /// Writes a verification, new or changed.
    pub(crate) fn save_identity(&self, identity: &Identity) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT INTO identities (receipt_id, merchant_id, authentication_id, finished, identity)
             VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (receipt_id) DO UPDATE SET finished = ?4, identity = ?5",
            params![
                identity.receipt_id,
                identity.merchant_id,
                identity.authentication_id,
                identity.authenticated_at.is_some(),
                serde_json::to_string(identity)?,
            ],
        )?;
        Ok(())
    }

    pub(crate) fn identity(&self, receipt_id: &str) -> Result<Option<Identity>, Refusal> {
        let identity: Option<String> = self
            .0
            .prepare_cached("SELECT identity FROM identities WHERE receipt_id = ?1")?
            .query_row([receipt_id], |row| row.get(0))
            .optional()?;
        Ok(identity.map(|identity| serde_json::from_str(&identity)).transpose()?)
    }

    /// Returns whether a verification with this id was confirmed.
    pub(crate) fn is_authenticated(&self, merchant_id: &str, authentication_id: &str) -> Result<bool, Refusal> {
        Ok(self
            .0
            .prepare_cached("SELECT 1 FROM identities WHERE merchant_id = ?1 AND authentication_id = ?2 AND finished")?
            .exists([merchant_id, authentication_id])?)
    }
}
