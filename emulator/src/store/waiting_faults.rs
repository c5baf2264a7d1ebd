//! The faults that wait for their requests, webhooks and windows, as the console lists them.

use serde_json::{Value, json};

use super::transaction::Store;
use crate::domain::refusal::Refusal;

/// A fault that waits.
#[derive(Clone, Debug)]
pub(crate) struct Waiting {
    /// The endpoint of a fault of requests: `POST /v2/confirm`.
    pub(crate) endpoint: Option<String>,
    /// The receipt that the request must name.
    pub(crate) receipt_id: Option<String>,
    /// How many it still meets.
    pub(crate) times: u32,
    /// Its `kind` and, of requests, `when`.
    pub(crate) fault: Value,
}

/// The faults that wait, each list oldest first, and the plan of random ones.
#[derive(Clone, Debug, Default)]
pub(crate) struct WaitingFaults {
    pub(crate) requests: Vec<Waiting>,
    pub(crate) webhooks: Vec<Waiting>,
    pub(crate) windows: Vec<Waiting>,
    pub(crate) plan: Option<Value>,
}

impl Store<'_> {
    /// Every fault that waits.
    pub(crate) fn waiting_faults(&self) -> Result<WaitingFaults, Refusal> {
        let waiting = |sql: &str| -> Result<Vec<Waiting>, Refusal> {
            let mut query = self.0.prepare_cached(sql)?;
            let mut rows = query.query([])?;
            let mut waiting = Vec::new();
            while let Some(row) = rows.next()? {
                let fault: Value = serde_json::from_str(&row.get::<_, String>(3)?)?;
                let fault = if fault.is_string() { json!({ "kind": fault }) } else { fault };
                waiting.push(Waiting { endpoint: row.get(0)?, receipt_id: row.get(1)?, times: row.get(2)?, fault });
            }
            Ok(waiting)
        };
        let plan = self.fault_plan()?.map(|plan| serde_json::from_str(&plan)).transpose()?;
        Ok(WaitingFaults {
            requests: waiting(
                "SELECT trim(ifnull(method, '') || ' ' || path), receipt_id, times, fault FROM faults ORDER BY number",
            )?,
            webhooks: waiting("SELECT NULL, NULL, times, fault FROM webhook_faults ORDER BY number")?,
            windows: waiting("SELECT NULL, NULL, times, kind FROM window_faults ORDER BY number")?,
            plan,
        })
    }
}
