//! The control API, `/emulator`: plays the buyer and the console, moves the clock, injects faults. See README.md.

mod activation;
mod answer;
mod billing_keys;
mod clock;
mod faults;
pub(crate) mod guard;
mod identities;
mod input;
mod journal;
mod keys;
mod merchants;
mod payments;
mod projects;
mod requests;
mod resellers;
mod reservations;
mod settlement;
mod setup;
mod users;
mod webhooks;
mod windows;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::State;
use axum::http::Request;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::from_fn;
use axum::routing::{delete, get, post, put};
use serde_json::{Value, json};
use tower_service::Service as _;

use self::answer::Answer;
use crate::acts::App;
use crate::domain::refusal::{Code, Refusal};
use crate::store::Store;

/// The controls as the console calls them: in the journal, but without a connection, and with the reason of a refusal
/// as it is.
#[derive(Clone)]
pub(crate) struct Controls(Router);

impl Controls {
    pub(crate) fn new(app: Arc<App>) -> Self {
        let writes = app.clone();
        let written = from_fn(move |request, next| {
            let app = writes.clone();
            async move { guard::written(&app, request, next).await }
        });
        Self(routes().layer(written).with_state(app))
    }

    /// Calls the control at a path of `/emulator`.
    pub(crate) async fn call(&self, method: &str, path: &str, body: &Value) -> Result<Value, Refusal> {
        let text = if body.is_null() { String::new() } else { body.to_string() };
        let request = Request::builder().method(method).uri(path).header(CONTENT_TYPE, "application/json");
        let request = request.body(Body::from(text)).map_err(|error| Code::Control.because(error.to_string()))?;
        let Ok(response) = self.0.clone().call(request).await;
        let (mut parts, body) = response.into_parts();
        if let Some(refusal) = parts.extensions.remove::<Refusal>() {
            return Err(refusal);
        }
        if !parts.status.is_success() {
            return Err(Code::Broken.because(format!("no control takes {method} {path}: HTTP {}", parts.status)));
        }
        let body = to_bytes(body, usize::MAX).await.map_err(|error| Code::Broken.because(error.to_string()))?;
        Ok(serde_json::from_slice(&body)?)
    }
}

/// The routes of the control API.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/emulator/health", get(health))
        .route("/emulator/reset", post(reset))
        .route("/emulator/merchants", post(merchants::create))
        .route("/emulator/setup", get(setup::export).put(setup::replace).post(setup::add))
        .route("/emulator/catalogue", get(activation::catalogue))
        .route("/emulator/projects", get(projects::list).post(projects::create))
        .route("/emulator/projects/{id}", get(projects::show).patch(projects::change))
        .route("/emulator/projects/{id}/methods", put(activation::put_method))
        .route("/emulator/projects/{id}/registrations", put(activation::put_registration))
        .route("/emulator/projects/{id}/unified", get(projects::unified))
        .route("/emulator/projects/{id}/settlement", get(settlement::settlement))
        .route("/emulator/projects/{id}/ledgers/{pg}", get(settlement::ledger))
        .route("/emulator/projects/{id}/export", get(settlement::export))
        .route("/emulator/projects/{id}/readiness", get(settlement::readiness))
        .route("/emulator/projects/{id}/private-key", post(keys::reissue))
        .route("/emulator/projects/{id}/keys", post(keys::add))
        .route("/emulator/projects/{id}/keys/{client_key}", delete(keys::revoke))
        .route("/emulator/payments", get(payments::list).post(payments::create))
        .route("/emulator/payments/{receipt_id}/cancel", post(payments::cancel))
        .route("/emulator/payments/{receipt_id}/buyer", post(payments::buyer))
        .route("/emulator/payments/{receipt_id}/window", get(payments::window))
        .route("/emulator/billing-keys", post(billing_keys::create))
        .route("/emulator/billing-keys/{receipt_id}/buyer", post(billing_keys::buyer))
        .route("/emulator/billing-keys/{receipt_id}/charge", post(billing_keys::charge))
        .route("/emulator/billing-keys/{receipt_id}/reserve", post(billing_keys::reserve))
        .route("/emulator/billing-keys/{receipt_id}/revoke", post(billing_keys::revoke))
        .route("/emulator/reservations", post(reservations::create))
        .route("/emulator/reservations/{reserve_id}/cancel", post(reservations::cancel))
        .route("/emulator/wallets", post(users::add_wallet))
        .route("/emulator/password-tokens", post(users::add_password_token))
        .route("/emulator/identities", post(identities::create))
        .route("/emulator/identities/{receipt_id}", get(identities::show))
        .route("/emulator/sellers", post(resellers::create))
        .route("/emulator/invitations", get(resellers::invitations))
        .route("/emulator/webhooks", get(webhooks::list).delete(webhooks::clear))
        .route("/emulator/webhooks/test", post(webhooks::test))
        .route("/emulator/webhooks/faults", post(webhooks::add_fault).delete(webhooks::clear_faults))
        .route("/emulator/webhooks/{id}/resend", post(webhooks::resend))
        .route("/emulator/webhooks/{id}/forge", post(webhooks::forge))
        .route("/emulator/payments/{receipt_id}/webhook", post(webhooks::resend_about))
        .route("/emulator/windows", get(windows::list))
        .route("/emulator/windows/faults", post(windows::add_fault).delete(windows::clear_faults))
        .route("/emulator/windows/faults/plan", post(windows::plan))
        .route("/emulator/windows/{receipt_id}", get(windows::show))
        .route("/emulator/windows/{receipt_id}/buyer", post(windows::buyer))
        .route("/emulator/journal", get(journal::list))
        .route("/emulator/clock", get(clock::show).post(clock::set))
        .route("/emulator/requests", get(requests::list).delete(requests::clear))
        .route("/emulator/faults", post(faults::add).delete(faults::clear))
        .route("/emulator/faults/plan", post(faults::plan))
        .route("/emulator/faults/date", post(faults::date))
}

async fn health() -> Answer {
    Answer(Ok(json!({ "ok": true, "version": env!("CARGO_PKG_VERSION") })))
}

/// Takes the body although it is empty: a response before the end of a chunked one ends the connection.
async fn reset(State(app): State<Arc<App>>, _: Bytes) -> Answer {
    let work = |store: &Store<'_>| {
        store.reset(app.strict)?;
        Ok(json!({ "merchant": store.default_merchant()? }))
    };
    app.database.work(work).into()
}
