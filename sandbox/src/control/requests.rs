//! `/sandbox/requests`

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use serde_json::{Value, json};

use super::Answer;
use crate::App;

pub(super) async fn list(State(app): State<Arc<App>>, RawQuery(query): RawQuery) -> Answer {
    let query = query.unwrap_or_default();
    let merchant = form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "merchant")
        .map(|(_, value)| value.into_owned());
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
