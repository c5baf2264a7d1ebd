//! The faults that wait for their requests, webhooks and windows, as the console lists them.

use serde_json::{Value, json};

use super::transaction::Store;
use crate::domain::refusal::Refusal;

/// A fault that waits.
#[derive(Clone, Debug)]
pub(crate) struct Waiting {
    /// The endpoint of a fault of requests: `POST /v2/confirm`.
    pub(crate) endpoint: Option<String>,
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
        let rows = |sql: &str| -> Result<Vec<(Option<String>, u32, String)>, Refusal> {
            let mut query = self.0.prepare_cached(sql)?;
            let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        let waiting = |rows: Vec<(Option<String>, u32, String)>| -> Result<Vec<Waiting>, Refusal> {
            let one = |(endpoint, times, fault): (Option<String>, u32, String)| {
                let fault: Value = serde_json::from_str(&fault)?;
                let fault = if fault.is_string() { json!({ "kind": fault }) } else { fault };
                Ok(Waiting { endpoint, times, fault })
            };
            rows.into_iter().map(one).collect()
        };
        let plan = self.fault_plan()?.map(|plan| serde_json::from_str(&plan)).transpose()?;
        Ok(WaitingFaults {
            requests: waiting(rows(
                "SELECT trim(ifnull(method, '') || ' ' || path), times, fault FROM faults ORDER BY number",
            )?)?,
            webhooks: waiting(rows("SELECT NULL, times, fault FROM webhook_faults ORDER BY number")?)?,
            windows: waiting(rows("SELECT NULL, times, kind FROM window_faults ORDER BY number")?)?,
            plan,
        })
    }
}
