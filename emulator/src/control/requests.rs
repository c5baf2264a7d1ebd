//! `/emulator/requests`

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use serde_json::{Value, json};

use super::answer::Answer;
use super::input::merchant_in;
use crate::acts::App;

pub(super) async fn list(State(app): State<Arc<App>>, RawQuery(query): RawQuery) -> Answer {
    let merchant = merchant_in(query.as_deref());
    app.database.work(|store| Ok(Value::Array(store.requests(merchant.as_deref())?))).into()
}

pub(super) async fn clear(State(app): State<Arc<App>>) -> Answer {
    app.database
        .work(|store| {
            store.clear_requests()?;
            Ok(json!({ "ok": true }))
        })
        .into()
}
