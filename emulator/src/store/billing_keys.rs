//! The billing keys, under the receipt ids of their requests.

use rusqlite::{OptionalExtension, params};

use super::transaction::{Store, Tables};
use crate::domain::billing_key::BillingKey;
use crate::domain::refusal::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["billing_keys"],
    create: "
CREATE TABLE billing_keys (receipt_id TEXT PRIMARY KEY, billing_key TEXT UNIQUE, entry TEXT NOT NULL);
",
};

impl Store<'_> {
    /// Writes a billing key, new or changed.
    pub(crate) fn save_billing_key(&self, key: &BillingKey) -> Result<(), Refusal> {
        self.0
            .prepare_cached(
                "INSERT INTO billing_keys (receipt_id, billing_key, entry) VALUES (?1, ?2, ?3)
                 ON CONFLICT (receipt_id) DO UPDATE SET billing_key = ?2, entry = ?3",
            )?
            .execute(params![key.receipt_id, key.billing_key, serde_json::to_string(key)?])?;
        Ok(())
    }

    pub(crate) fn billing_key(&self, billing_key: &str) -> Result<Option<BillingKey>, Refusal> {
        self.billing_key_where("SELECT entry FROM billing_keys WHERE billing_key = ?1", billing_key)
    }

    pub(crate) fn billing_key_by_receipt(&self, receipt_id: &str) -> Result<Option<BillingKey>, Refusal> {
        self.billing_key_where("SELECT entry FROM billing_keys WHERE receipt_id = ?1", receipt_id)
    }

    /// A merchant's newest billing keys, newest first.
    pub(crate) fn list_billing_keys(&self, merchant_id: &str, limit: u32) -> Result<Vec<BillingKey>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT entry FROM billing_keys WHERE entry ->> '$.merchant_id' = ?1 ORDER BY rowid DESC LIMIT ?2",
        )?;
        let entries = query
            .query_map(params![merchant_id, limit], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        entries.iter().map(|entry| Ok(serde_json::from_str(entry)?)).collect()
    }

    fn billing_key_where(&self, sql: &str, value: &str) -> Result<Option<BillingKey>, Refusal> {
        let entry: Option<String> = self.0.prepare_cached(sql)?.query_row([value], |row| row.get(0)).optional()?;
        Ok(entry.map(|entry| serde_json::from_str(&entry)).transpose()?)
    }
}
