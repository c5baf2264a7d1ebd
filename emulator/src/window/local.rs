//! `GET /window/local.js`: points the official browser SDK at this emulator.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use serde_json::json;

use super::page::for_script;
use crate::acts::App;

const SCRIPT: &str = include_str!("local.js");

pub(super) async fn script(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    let site = app.site(&headers);
    let addresses = json!({
        "API_URL": site.api(), "ANALYTICS_URL": site.analytics(), "DOOR_URL": site.door(), "WIDGET_URL": site.widget(),
    });
    let script = SCRIPT.replace("__ADDRESSES__", &for_script(&addresses));
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], script).into_response()
}
