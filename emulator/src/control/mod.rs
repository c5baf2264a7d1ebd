//! The control API, `/emulator`: plays the buyer, the console and the weather. See README.md.

mod billing_keys;
mod clock;
mod faults;
mod identities;
mod merchants;
mod payments;
mod requests;
mod resellers;
mod reservations;
mod users;
mod webhooks;

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
use crate::domain::clock::Moment;
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::refusal::{Code, Refusal};
use crate::store::Store;

/// How long what a control makes of a card lives unless asked otherwise, in seconds.
const CARD_LIFETIME: i64 = 3 * 365 * 24 * 60 * 60;

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
        .route("/emulator/health", get(health))
        .route("/emulator/reset", post(reset))
        .route("/emulator/merchants", post(merchants::create))
        .route("/emulator/payments", post(payments::create))
        .route("/emulator/payments/{receipt_id}/buyer", post(payments::buyer))
        .route("/emulator/billing-keys", post(billing_keys::create))
        .route("/emulator/billing-keys/{receipt_id}/buyer", post(billing_keys::buyer))
        .route("/emulator/reservations", post(reservations::create))
        .route("/emulator/wallets", post(users::add_wallet))
        .route("/emulator/password-tokens", post(users::add_password_token))
        .route("/emulator/identities", post(identities::create))
        .route("/emulator/identities/{receipt_id}", get(identities::show))
        .route("/emulator/sellers", post(resellers::create))
        .route("/emulator/invitations", get(resellers::invitations))
        .route("/emulator/webhooks", get(webhooks::list).delete(webhooks::clear))
        .route("/emulator/clock", get(clock::show).post(clock::set))
        .route("/emulator/requests", get(requests::list).delete(requests::clear))
        .route("/emulator/faults", post(faults::add).delete(faults::clear))
        .route("/emulator/faults/plan", post(faults::plan))
}

async fn health() -> Answer {
    Answer(Ok(json!({ "ok": true, "version": env!("CARGO_PKG_VERSION") })))
}

async fn reset(State(app): State<Arc<App>>) -> Answer {
    let work = |store: &Store<'_>| {
        store.reset(app.strict)?;
        Ok(json!({ "merchant": store.default_merchant()? }))
    };
    app.database.work(work).into()
}

/// The merchant in `?merchant=ID`.
fn merchant_in(query: Option<&str>) -> Option<String> {
    form_urlencoded::parse(query.unwrap_or_default().as_bytes())
        .find(|(name, _)| name == "merchant")
        .map(|(_, value)| value.into_owned())
}

/// Reads a body strictly: here a typo would silently test nothing.
fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Refusal> {
    let body: &[u8] = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(body).map_err(|error| Code::Control.because(error.to_string()))
}

/// The merchant of this id; the first where none is named.
fn merchant_of(store: &Store<'_>, id: Option<&str>) -> Result<Merchant, Refusal> {
    match id {
        Some(id) => {
            store.merchant(id)?.ok_or_else(|| Code::ControlNotFound.because(format!("no merchant has the id {id}")))
        }
        None => store.default_merchant(),
    }
}

/// The id that a scenario chose, or one made up.
fn chosen_id(store: &Store<'_>, kind: &str, id: Option<String>) -> Result<String, Refusal> {
    match id {
        Some(id) if id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit()) => Ok(id),
        Some(id) => Err(Code::Control.because(format!("{id:?} is not of 24 hexadecimal characters"))),
        None => store.new_id(kind, 24),
    }
}

fn money(name: &str, value: Option<&Value>) -> Result<Option<Money>, Refusal> {
    value
        .map(|value| {
            Money::read(value).ok_or_else(|| Code::Control.because(format!("{name} is {value}, not an amount")))
        })
        .transpose()
}

fn date(name: &str, text: Option<&str>) -> Result<Option<Moment>, Refusal> {
    text.map(|text| Moment::read(text).ok_or_else(|| Code::Control.because(format!("{name} is {text:?}, no date"))))
        .transpose()
}
