//! The response of a control: JSON, or a refusal in the same shape as the API's.

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use crate::domain::refusal::Refusal;

/// The result of a control.
pub(super) struct Answer(pub(super) Result<Value, Refusal>);

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let (status, body, refusal) = match self.0 {
            Ok(body) => (200, body, None),
            Err(refusal) => (refusal.status(), refusal.json(), Some(refusal)),
        };
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response =
            (status, [(CONTENT_TYPE, "application/json; charset=utf-8")], body.to_string()).into_response();
        if let Some(refusal) = refusal {
            // For callers within this process.
            response.extensions_mut().insert(refusal);
        }
        response
    }
}

impl From<Result<Value, Refusal>> for Answer {
    fn from(result: Result<Value, Refusal>) -> Self {
        Self(result)
    }
}
