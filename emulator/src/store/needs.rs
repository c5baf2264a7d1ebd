//! What waits for the merchant, counted for the console's first page: each count is read from an index, and ends.

use rusqlite::params;

use super::journal::Told;
use super::transaction::Store;
use crate::domain::refusal::Refusal;

/// The most that is counted: beyond it the number no longer matters.
pub(crate) const MOST: i64 = 1000;
/// The newest entries of the journal among which those of a project are looked for.
const NEWEST: i64 = 5000;

/// What waits for the merchant of a project; the faults are everybody's.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Needs {
    /// Payments that wait for the merchant's confirm.
    pub(crate) confirm: i64,
    /// Virtual accounts without their deposit.
    pub(crate) deposit: i64,
    /// Webhooks that were given up.
    pub(crate) failed: i64,
    /// Webhooks that failed and are sent again.
    pub(crate) retrying: i64,
    /// Requests with findings.
    pub(crate) findings: i64,
    /// Faults that still meet something, with the plan of random ones.
    pub(crate) faults: i64,
}

impl Store<'_> {
    /// What waits for the merchant of a project.
    pub(crate) fn needs(&self, merchant_id: &str) -> Result<Needs, Refusal> {
        let count = |sql: &str| -> Result<i64, Refusal> {
            let sql = format!("SELECT count(*) FROM ({sql} LIMIT ?2)");
            Ok(self.0.prepare_cached(&sql)?.query_row(params![merchant_id, MOST], |row| row.get(0))?)
        };
        let faults = self.waiting_faults()?;
        let waiting = faults.requests.iter().chain(&faults.webhooks).chain(&faults.windows);
        Ok(Needs {
            confirm: count("SELECT 1 FROM payments WHERE merchant_id = ?1 AND status IN (2, 5) AND status = 2")?,
            deposit: count("SELECT 1 FROM payments WHERE merchant_id = ?1 AND status IN (2, 5) AND status = 5")?,
            failed: count("SELECT 1 FROM deliveries WHERE merchant_id = ?1 AND state = 'failed' AND NOT forged")?,
            retrying: count(
                "SELECT 1 FROM deliveries WHERE merchant_id = ?1 AND state = 'pending' AND tries > 0 AND NOT forged",
            )?,
            findings: count("SELECT 1 FROM journal WHERE merchant_id = ?1 AND kind = 'request' AND findings > 0")?,
            faults: waiting.map(|fault| i64::from(fault.times)).sum::<i64>() + i64::from(faults.plan.is_some()),
        })
    }

    /// What happened last in a project or to everybody, newest first. Of the test's controls only those that were
    /// refused: the others are told by what they changed.
    pub(crate) fn latest_entries(&self, merchant_id: &str, limit: u32) -> Result<Vec<Told>, Refusal> {
        self.told(
            "seq > (SELECT ifnull(max(seq), 0) FROM journal) - ?3 AND (merchant_id = ?1 OR merchant_id IS NULL)
                 AND (kind <> 'control' OR outcome <> 'done')
             ORDER BY seq DESC LIMIT ?2",
            params![merchant_id, limit, NEWEST],
        )
    }
}
