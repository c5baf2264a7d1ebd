//! `/emulator/webhooks`

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{RawQuery, State};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use super::answer::Answer;
use super::input::merchant_in;
use crate::acts::App;
use crate::acts::webhook::PATIENCE;

/// Lists webhooks; waits for pending deliveries, for at most the time that a delivery may take.
pub(super) async fn list(State(app): State<Arc<App>>, RawQuery(query): RawQuery) -> Answer {
    let merchant = merchant_in(query.as_deref());
    let end = Instant::now() + PATIENCE + Duration::from_secs(1);
    loop {
        let listed = app.database.work(|store| {
            if store.has_pending_webhooks(merchant.as_deref())? && Instant::now() < end {
                return Ok(None);
            }
            Ok(Some(Value::Array(store.webhooks(merchant.as_deref())?)))
        });
        match listed.transpose() {
            Some(listed) => return listed.into(),
            None => sleep(Duration::from_millis(5)).await,
        }
    }
}

pub(super) async fn clear(State(app): State<Arc<App>>) -> Answer {
    app.database
        .work(|store| {
            store.clear_webhooks()?;
            Ok(json!({ "ok": true }))
        })
        .into()
}
