//! The headers of every response to a browser: any page may open the window and embed it, and read what it polls.

use axum::extract::Request;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

/// The last two let a shop with `Cross-Origin-Embedder-Policy: require-corp` embed the window, redirects included.
const HEADERS: [(HeaderName, HeaderValue); 4] = [
    (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (HeaderName::from_static("cross-origin-embedder-policy"), HeaderValue::from_static("require-corp")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin")),
];

const PREFLIGHT: [(HeaderName, HeaderValue); 2] = [
    (ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, POST, PUT, DELETE, OPTIONS")),
    (ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("content-type, accept")),
];

/// Answers a preflight, and lets pages of every origin read the response: for what the SDK calls from the shop's page.
/// The buyer's pages are not read by others.
pub(super) async fn readable(request: Request, next: Next) -> Response {
    let mut response = if request.method() == Method::OPTIONS {
        (StatusCode::NO_CONTENT, PREFLIGHT).into_response()
    } else {
        next.run(request).await
    };
    response.headers_mut().insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

/// Lets pages of every origin embed the response.
pub(super) async fn embeddable(request: Request, next: Next) -> Response {
    with_headers(next.run(request).await)
}

/// The response with the headers, where its route is not the window's.
pub(super) fn with_headers(mut response: Response) -> Response {
    response.headers_mut().extend(HEADERS);
    response
}
