//! Keeps other web pages from the console, and its pages from other hosts.

use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::form::LARGEST;
use crate::acts::page;
use crate::domain::loopback::is_loopback_authority;

/// Nothing inline, and nothing from elsewhere.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const HEADERS: [(HeaderName, HeaderValue); 5] = [
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    // Without a referrer at all, browsers send a form's Origin as null.
    (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
];

/// Passes on the requests of the console's own pages and of programs on this machine. A page of another origin may link
/// to the console, and nothing else.
pub(super) async fn guard(State(port): State<u16>, request: Request, next: Next) -> Response {
    let mut response = match own_origin(request.headers(), port) {
        None => refused(request, "the console answers at a loopback address and its own port only").await,
        Some(own) if is_change(request.method()) && page::refuse_foreign(request.headers(), Some(&own)).is_err() => {
            refused(request, "the request was made by a page of another origin").await
        }
        Some(_) => next.run(request).await,
    };
    let headers = response.headers_mut();
    headers.extend(HEADERS);
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    response
}

/// Refuses a request once its body has come: an answer before that would close the connection.
async fn refused(request: Request, why: &str) -> Response {
    let _ = to_bytes(request.into_body(), LARGEST).await;
    (StatusCode::FORBIDDEN, format!("bootpay-emulator: {why}\n")).into_response()
}

fn is_change(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD)
}

/// The origin that the request names, if it is this console: a name that resolves to loopback is somebody else's.
fn own_origin(headers: &HeaderMap, port: u16) -> Option<String> {
    let mut hosts = headers.get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return None };
    let host = host.to_str().ok()?;
    let named = host.rsplit_once(':').and_then(|(_, port)| port.parse().ok()).unwrap_or(80);
    (is_loopback_authority(host) && named == port).then(|| format!("http://{host}"))
}
