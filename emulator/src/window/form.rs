//! `POST /v2/request/{payment,subscribe,authentication}` with a form: the browser SDK opens a window.
//!
//! The same paths belong to the JSON API. The two are told apart before any credential is looked at. Its forms at
//! `/v2/sdk/…`, for members' wallets, open nothing here: the page of the response says so.

use axum::http::header::{CONTENT_TYPE, ORIGIN};
use axum::http::{HeaderMap, Method};
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::gateway::{Fields, Wanted, purpose, view};
use super::headers::with_headers;
use super::page::Role;
use crate::acts::{App, due, window};
use crate::domain::journal::{About, Actor, Entry, Kind, Outcome};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::secrets::{REDACTED, redact_delivered};
use crate::domain::window::payload::Payload;
use crate::domain::window::session::{Purpose, Window};
use crate::store::Store;

/// Returns whether a request is a form of the browser SDK's: at one of its paths, with an encrypted payload.
pub(crate) fn is_form(method: &Method, path: &str, headers: &HeaderMap, body: &[u8]) -> bool {
    let labelled = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    method == Method::POST
        && (purpose(path).is_some() || path.starts_with("/v2/sdk/"))
        && labelled.to_ascii_lowercase().starts_with("application/x-www-form-urlencoded")
        && form_urlencoded::parse(body).any(|(name, _)| name == "payload" || name == "token")
}

/// Opens the window, and logs the request.
pub(crate) fn open(app: &App, path: &str, headers: &HeaderMap, body: &[u8]) -> Response {
    let wanted = Wanted::of(app, headers, &Fields::read(b""), Role::Frame);
    let decrypted = decrypted(body);
    let opened = app.database.work_at(&wanted.site, |store| {
        due::run(store)?;
        let result = purpose(path)
            .ok_or_else(|| Code::NoSuchEndpoint.because(format!("no window opens at {path}")))
            .and_then(|purpose| opened(store, purpose, decrypted.as_ref(), headers));
        store.acting(Actor::Browser, || log(store, path, decrypted.as_ref(), &result))?;
        view(store, result?, &wanted)
    });
    with_headers(match opened {
        Ok(view) => view.opened(),
        Err(refusal) => wanted.refused(&refusal),
    })
}

fn opened(
    store: &Store<'_>,
    purpose: Purpose,
    decrypted: Result<&Map<String, Value>, &Refusal>,
    headers: &HeaderMap,
) -> Result<Window, Refusal> {
    let fields = decrypted.map_err(Clone::clone)?;
    let origin = headers.get(ORIGIN).and_then(|origin| origin.to_str().ok());
    window::open(store, purpose, &Payload::new(fields.clone()), origin)
}

/// The request inside a form.
fn decrypted(body: &[u8]) -> Result<Map<String, Value>, Refusal> {
    let field = |wanted: &str| {
        let found = form_urlencoded::parse(body).find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned());
        found.ok_or_else(|| Code::PayloadUnreadable.because(format!("the form has no {wanted}")))
    };
    let text = bootpay_core::window::decrypt(&field("payload")?, &field("token")?)
        .map_err(|invalid| Code::PayloadUnreadable.because(invalid.to_string()))?;
    match serde_json::from_str(&text) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err(Code::PayloadUnreadable.because("the payload is JSON, but not an object")),
        Err(_) => Err(Code::PayloadUnreadable.because("the payload is not JSON")),
    }
}

/// Logs the decrypted request, without secrets and without the buyer's data. The response is a page, always with 200.
fn log(
    store: &Store<'_>,
    path: &str,
    decrypted: Result<&Map<String, Value>, &Refusal>,
    opened: &Result<Window, Refusal>,
) -> Result<(), Refusal> {
    let seq = store.reserve();
    let payload = decrypted.map_or_else(|_| REDACTED.into(), |fields| redact_delivered(&Value::Object(fields.clone())));
    let window = opened.as_ref().ok();
    let about = About {
        merchant_id: window.map(|window| &*window.merchant_id),
        receipt_id: window.map(|window| &*window.receipt_id),
        order_id: window.map(|window| &*window.reference),
    };
    let refusal = opened.as_ref().err();
    let error_code = refusal.map(|refusal| refusal.code.as_str());
    let detail = json!({
        "number": seq, "at": store.now()?.iso(),
        "method": "POST", "path": path, "query": {}, "headers": { "content-type": "application/x-www-form-urlencoded" },
        "body": { "payload": payload, "token": REDACTED },
        "status": 200, "response": refusal.map(Refusal::json), "error_code": error_code, "duration_ms": null,
        "merchant": about.merchant_id, "receipt_id": about.receipt_id, "order_id": about.order_id,
        "findings": [], "fault": null,
    });
    let code = format!("POST {path}");
    store.tell_at(
        seq,
        &Entry {
            about,
            status: Some(200),
            facts: json!({ "error_code": error_code, "sample": refusal.is_some_and(Refusal::is_of_sample) }),
            detail: Some(detail.to_string()),
            ..Entry::new(Kind::Request, if refusal.is_some() { Outcome::Refused } else { Outcome::Done }, &code)
        },
    )
}
