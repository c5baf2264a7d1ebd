//! `/analytics`: takes the browser SDK's events, page views and logins. Nothing is kept: they hold the buyer's data.

use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use crate::domain::{ids, values};

/// `POST /analytics/event` and `POST /analytics/call`. The body is read, for a response before its end would end the
/// connection.
pub(super) async fn taken(_: Bytes) -> Response {
    respond(&json!({ "status": 200, "code": 0, "message": "" }))
}

/// `POST /analytics/login`: the id of a member, the same for the same member.
pub(super) async fn login(body: Bytes) -> Response {
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    let member = body.get("id").and_then(values::text).unwrap_or_default();
    respond(&json!({
        "status": 200, "code": 0, "message": "",
        "data": { "user_id": ids::hex(0, &format!("analytics {member}"), 0, 24) },
    }))
}

fn respond(body: &Value) -> Response {
    ([(CONTENT_TYPE, "application/json; charset=utf-8")], body.to_string()).into_response()
}
