//! What a project's client has already managed, as the console's first steps tick it.

use super::transaction::Store;
use crate::domain::refusal::Refusal;

/// The steps that have happened, for one project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a step of its own")]
pub(crate) struct Progress {
    /// Some request reached the API, with any credentials.
    pub(crate) called: bool,
    /// A request with the project's credentials was accepted.
    pub(crate) authenticated: bool,
    /// A payment window was opened.
    pub(crate) opened: bool,
    /// A payment was completed.
    pub(crate) paid: bool,
    /// A webhook was acknowledged.
    pub(crate) acknowledged: bool,
}

impl Store<'_> {
    /// The steps of a project.
    pub(crate) fn progress(&self, merchant_id: &str) -> Result<Progress, Refusal> {
        let happened = |sql: &str| -> Result<bool, Refusal> {
            Ok(self.0.prepare_cached(&format!("SELECT EXISTS ({sql})"))?.query_row([merchant_id], |row| row.get(0))?)
        };
        Ok(Progress {
            called: happened("SELECT 1 FROM journal WHERE kind = 'request' AND ?1 IS NOT NULL")?,
            authenticated: happened(
                "SELECT 1 FROM journal WHERE kind = 'request' AND merchant_id = ?1 AND status BETWEEN 200 AND 399",
            )?,
            opened: happened("SELECT 1 FROM windows WHERE merchant_id = ?1")?,
            paid: happened("SELECT 1 FROM payments WHERE merchant_id = ?1 AND purchased_at IS NOT NULL")?,
            acknowledged: happened(
                "SELECT 1 FROM deliveries WHERE merchant_id = ?1 AND state = 'acknowledged' AND NOT forged",
            )?,
        })
    }
}
