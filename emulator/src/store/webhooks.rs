//! The webhooks and their outcomes.

use rusqlite::params;
use serde_json::Value;

use super::transaction::{Store, Tables};
use crate::domain::refusal::Refusal;
use crate::domain::webhook::{Outcome, Webhook};

pub(super) const TABLES: Tables = Tables {
    names: &["webhooks"],
    create: "
CREATE TABLE webhooks (
    number INTEGER PRIMARY KEY AUTOINCREMENT, merchant_id TEXT NOT NULL, pending INTEGER NOT NULL,
    entry TEXT NOT NULL);
",
};

impl Store<'_> {
    /// Records a pending webhook; returns the number under which [`Store::finish_webhook`] finds it.
    pub(crate) fn add_webhook(&self, merchant_id: &str, webhook: &Webhook) -> Result<i64, Refusal> {
        self.0.execute(
            "INSERT INTO webhooks (merchant_id, pending, entry) VALUES (?1, 1, ?2)",
            params![merchant_id, webhook.entry(merchant_id).to_string()],
        )?;
        Ok(self.0.last_insert_rowid())
    }

    /// Records the outcome of a webhook, unless the list was cleared meanwhile: no number is used twice.
    pub(crate) fn finish_webhook(&self, number: i64, outcome: &Outcome) -> Result<(), Refusal> {
        self.0.execute(
            "UPDATE webhooks SET pending = 0, entry = json_patch(entry, ?2) WHERE number = ?1",
            params![number, outcome.entry().to_string()],
        )?;
        Ok(())
    }

    pub(crate) fn has_pending_webhooks(&self, merchant_id: Option<&str>) -> Result<bool, Refusal> {
        Ok(self
            .0
            .prepare_cached("SELECT 1 FROM webhooks WHERE pending AND (?1 IS NULL OR merchant_id = ?1)")?
            .exists([merchant_id])?)
    }

    /// The webhooks, oldest first; of one merchant where given.
    pub(crate) fn webhooks(&self, merchant_id: Option<&str>) -> Result<Vec<Value>, Refusal> {
        let mut query =
            self.0.prepare_cached("SELECT entry FROM webhooks WHERE ?1 IS NULL OR merchant_id = ?1 ORDER BY number")?;
        let entries = query.query_map([merchant_id], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        entries.iter().map(|entry| Ok(serde_json::from_str(entry)?)).collect()
    }

    pub(crate) fn clear_webhooks(&self) -> Result<(), Refusal> {
        self.0.execute("DELETE FROM webhooks", [])?;
        Ok(())
    }
}
