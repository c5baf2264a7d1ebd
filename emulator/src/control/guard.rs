//! Keeps web pages from the controls: a page in any browser on this machine can send requests to loopback.

use std::sync::Arc;

use axum::body::HttpBody as _;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, DATE, HOST, X_CONTENT_TYPE_OPTIONS};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::answer::Answer;
use crate::acts::{App, page};
use crate::domain::journal::{About, Entry, Kind, Outcome};
use crate::domain::loopback::is_loopback_authority;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values::quoted;
use crate::domain::webhook;
use crate::store::Store;

/// The longest path that the journal keeps, in characters.
const LONGEST_PATH: usize = 120;

/// Headers of every response: no page of another origin may embed, reinterpret or find it in a cache.
const HEADERS: [(HeaderName, HeaderValue); 3] = [
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (CACHE_CONTROL, HeaderValue::from_static("no-store")),
];

/// Passes on a request of a program on this machine, and refuses every other.
pub(crate) async fn guard(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let mut response = match check(&app, &request) {
        Ok(()) => written(&app, request, next).await,
        Err(refusal) => Answer(Err(refusal)).into_response(),
    };
    response.headers_mut().extend(HEADERS);
    if let Ok(date) = HeaderValue::try_from(Store::real_time().http()) {
        response.headers_mut().insert(DATE, date);
    }
    response
}

/// Runs a control; the journal has each that changes something, before what it did.
pub(super) async fn written(app: &App, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return next.run(request).await;
    }
    let path: String = request.uri().path().chars().take(LONGEST_PATH).collect();
    let code = format!("{} {path}", request.method());
    let seq = app.database.work(|store| Ok(store.reserve()));
    let response = next.run(request).await;
    let status = response.status();
    let outcome = if status.is_success() { Outcome::Done } else { Outcome::Refused };
    let about = About { receipt_id: receipt_in(&path), ..About::default() };
    let entry = Entry { about, status: Some(status.as_u16()), ..Entry::new(Kind::Control, outcome, &code) };
    // Its answer stands, even where the database is broken.
    let _ = seq.and_then(|seq| app.database.work(|store| store.tell_at(seq, &entry)));
    response
}

/// The receipt id in the path of a control.
fn receipt_in(path: &str) -> Option<&str> {
    let mut segments = path.strip_prefix("/emulator/")?.split('/');
    let is_about_one = matches!(segments.next()?, "payments" | "windows" | "billing-keys" | "identities");
    segments.next().filter(|id| is_about_one && id.len() == 24)
}

fn check(app: &App, request: &Request) -> Result<(), Refusal> {
    let headers = request.headers();
    let host = host(headers)?;
    // An absolute target, as a proxy receives it, has a second host.
    let target = request.uri().authority().map(Authority::as_str);
    for named in std::iter::once(host).chain(target) {
        // A page whose name resolves to loopback is of that name's origin: only the name tells it.
        if !is_loopback_authority(named) {
            return Err(Code::ForeignHost.because(format!("the request names the host {}", quoted(named))));
        }
    }
    page::refuse_foreign(headers, Some(&format!("{}://{host}", app.scheme())))?;
    if headers.contains_key(webhook::HEADER) {
        return Err(Code::ForeignOrigin.because("the request is an emulator's webhook"));
    }
    // A form posts without a body too; a page cannot send the other methods without asking first.
    let needs_json = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS | Method::DELETE);
    if (needs_json || !request.body().is_end_stream()) && !is_json(headers) {
        let found = headers.get(CONTENT_TYPE);
        return Err(Code::NotJson.because(match found {
            Some(found) => format!("Content-Type is {}", quoted(&String::from_utf8_lossy(found.as_bytes()))),
            None => "the request has no Content-Type".into(),
        }));
    }
    Ok(())
}

/// The only Host header.
fn host(headers: &HeaderMap) -> Result<&str, Refusal> {
    let mut hosts = headers.get_all(HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.to_str().map_err(|_| {
            Code::ForeignHost
                .because(format!("the request names the host {}", quoted(&String::from_utf8_lossy(host.as_bytes()))))
        }),
        (None, _) => Err(Code::ForeignHost.because("the request has no Host header")),
        (_, Some(_)) => Err(Code::ForeignHost.because("the request has several Host headers")),
    }
}

/// Returns whether the body is labelled JSON; a page can label one so only after asking.
fn is_json(headers: &HeaderMap) -> bool {
    let mut types = headers.get_all(CONTENT_TYPE).iter();
    let (Some(labelled), None) = (types.next(), types.next()) else { return false };
    let essence = labelled.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/json")
}
