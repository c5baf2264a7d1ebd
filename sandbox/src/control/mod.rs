//! The control API, `/sandbox`: plays the buyer, the console and the weather. See README.md.

mod clock;
mod faults;
mod merchants;
mod payments;
mod requests;

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::App;
use crate::reply::{Code, Refusal};

/// What a handler answers: JSON, or a refusal in the same shape as the API's.
struct Answer(Result<Value, Refusal>);

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let (status, body) = match self.0 {
            Ok(body) => (200, body),
            Err(refusal) => (refusal.status(), refusal.json()),
        };
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, [(CONTENT_TYPE, "application/json; charset=utf-8")], body.to_string()).into_response()
    }
}

impl From<Result<Value, Refusal>> for Answer {
    fn from(result: Result<Value, Refusal>) -> Self {
        Self(result)
    }
}

/// The routes of the control API.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/sandbox/health", get(health))
        .route("/sandbox/reset", post(reset))
        .route("/sandbox/merchants", post(merchants::create))
        .route("/sandbox/payments", post(payments::create))
        .route("/sandbox/payments/{receipt_id}/buyer", post(payments::buyer))
        .route("/sandbox/clock", get(clock::show).post(clock::set))
        .route("/sandbox/requests", get(requests::list).delete(requests::clear))
        .route("/sandbox/faults", post(faults::add).delete(faults::clear))
}

async fn health() -> Answer {
    Answer(Ok(json!({ "ok": true, "version": env!("CARGO_PKG_VERSION") })))
}

async fn reset(State(app): State<Arc<App>>) -> Answer {
    let work = |store: &crate::store::Store<'_>| {
        store.reset(app.strict)?;
        Ok(json!({ "merchant": store.default_merchant()? }))
    };
    app.database.work(work).into()
}

/// Reads a body strictly: here a typo would silently test nothing.
fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Refusal> {
    let body: &[u8] = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(body).map_err(|error| Code::Control.because(error.to_string()))
}
