//! The request log: the requests of the journal.

use rusqlite::params;
use serde_json::Value;

use super::journal::REQUESTS_KEPT;
use super::transaction::Store;
use crate::domain::journal::{About, Kind, Outcome, milliseconds};
use crate::domain::refusal::Refusal;

/// The end of a request that was logged on its arrival.
pub(crate) struct Finished<'a> {
    pub(crate) outcome: Outcome,
    pub(crate) status: u16,
    pub(crate) about: About<'a>,
    pub(crate) findings: &'a [String],
    /// In microseconds.
    pub(crate) duration: i64,
    /// The body of the response, as JSON without secrets.
    pub(crate) response: &'a str,
    /// Of a refusal.
    pub(crate) error_code: Option<&'a str>,
}

impl Store<'_> {
    /// Completes a logged request, unless the log was cleared meanwhile: no number is used twice.
    pub(crate) fn finish_request(&self, seq: i64, end: &Finished<'_>) -> Result<(), Refusal> {
        self.0
            .prepare_cached(
                "UPDATE journal SET merchant_id = ifnull(?2, merchant_id), receipt_id = ifnull(?3, receipt_id),
                     order_id = ifnull(?4, order_id), outcome = ?5, status = ?6, findings = json_array_length(?7),
                     duration = ?8, facts = json_set(facts, '$.error_code', ?11),
                     detail = json_set(detail, '$.merchant', ifnull(?2, merchant_id),
                         '$.receipt_id', ifnull(?3, receipt_id), '$.order_id', ifnull(?4, order_id),
                         '$.status', ?6, '$.findings', json(?7), '$.duration_ms', ?9, '$.response', json(?10),
                         '$.error_code', ?11)
                 WHERE seq = ?1",
            )?
            .execute(params![
                seq,
                end.about.merchant_id,
                end.about.receipt_id,
                end.about.order_id,
                end.outcome.symbol(),
                end.status,
                serde_json::to_string(end.findings)?,
                end.duration,
                milliseconds(end.duration),
                end.response,
                end.error_code,
            ])?;
        self.note(Kind::Request, end.about.receipt_id, seq);
        Ok(())
    }

    /// The log, oldest first; of one merchant where given.
    pub(crate) fn requests(&self, merchant_id: Option<&str>) -> Result<Vec<Value>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT detail FROM (
                 SELECT seq, merchant_id, detail FROM journal WHERE kind = 'request' ORDER BY seq DESC LIMIT ?2)
             WHERE ?1 IS NULL OR merchant_id = ?1 ORDER BY seq",
        )?;
        let entries = query
            .query_map(params![merchant_id, REQUESTS_KEPT], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        entries.iter().map(|entry| Ok(serde_json::from_str(entry)?)).collect()
    }

    pub(crate) fn clear_requests(&self) -> Result<(), Refusal> {
        self.0.execute("DELETE FROM journal WHERE kind = 'request'", [])?;
        Ok(())
    }
}
