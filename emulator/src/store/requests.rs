//! The request log.

use rusqlite::params;
use serde_json::Value;

use super::transaction::{Store, Tables};
use crate::domain::refusal::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["requests"],
    create: "
CREATE TABLE requests (
    number INTEGER PRIMARY KEY AUTOINCREMENT, merchant_id TEXT, entry TEXT NOT NULL);
",
};

/// The number of newest requests that are kept: a soak run must not fill the memory.
const REQUESTS_KEPT: i64 = 10_000;

impl Store<'_> {
    /// Logs a request; returns the number under which [`Store::finish_request`] finds it.
    pub(crate) fn add_request(&self, merchant_id: Option<&str>, entry: &Value) -> Result<i64, Refusal> {
        self.0
            .prepare_cached("INSERT INTO requests (merchant_id, entry) VALUES (?1, ?2)")?
            .execute(params![merchant_id, entry.to_string()])?;
        let last = self.0.last_insert_rowid();
        self.0.prepare_cached("DELETE FROM requests WHERE number <= ?1")?.execute([last - REQUESTS_KEPT])?;
        Ok(last)
    }

    /// Completes a logged request, unless the log was cleared meanwhile: no number is used twice.
    pub(crate) fn finish_request(
        &self,
        number: i64,
        status: u16,
        merchant_id: Option<&str>,
        findings: &[String],
    ) -> Result<(), Refusal> {
        self.0
            .prepare_cached(
                "UPDATE requests SET merchant_id = ifnull(?3, merchant_id),
                     entry = json_set(entry, '$.status', ?2, '$.findings', json(?4),
                         '$.merchant', ifnull(?3, merchant_id))
                 WHERE number = ?1",
            )?
            .execute(params![number, status, merchant_id, serde_json::to_string(findings)?])?;
        Ok(())
    }

    /// The log, oldest first; of one merchant where given.
    pub(crate) fn requests(&self, merchant_id: Option<&str>) -> Result<Vec<Value>, Refusal> {
        let mut query =
            self.0.prepare_cached("SELECT entry FROM requests WHERE ?1 IS NULL OR merchant_id = ?1 ORDER BY number")?;
        let entries = query.query_map([merchant_id], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        entries.iter().map(|entry| Ok(serde_json::from_str(entry)?)).collect()
    }

    pub(crate) fn clear_requests(&self) -> Result<(), Refusal> {
        self.0.execute("DELETE FROM requests", [])?;
        Ok(())
    }
}
