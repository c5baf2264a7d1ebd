//! The routes, and the reading of a request.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::HOST;
use axum::http::uri::PathAndQuery;
use axum::http::{Response, Uri};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::routing::any;
use serde_json::{Map, Value};

use super::exchange;
use super::request::{Arrived, merged};
use crate::acts::App;
use crate::control;
use crate::domain::refusal::Code;
use crate::domain::site;
use crate::faults::spoil::{Prepared, respond};
use crate::window;

/// The largest body, in bytes; no request of the API comes near.
const LARGEST_BODY: usize = 1 << 20;

/// The address of a caller, in the extensions of its requests.
#[derive(Clone, Copy)]
pub(super) struct Peer(pub(super) IpAddr);

/// The routes of the API and of the controls.
pub(crate) fn router(app: Arc<App>) -> Router {
    let guard = from_fn_with_state(app.clone(), control::guard::guard);
    // All but the API and the window: the guard meets what is added before it.
    let guarded = control::routes().fallback(elsewhere).layer(guard);
    let routes = guarded.merge(window::routes()).route("/v2/{*path}", any(serve_api)).with_state(app);
    Router::new().fallback_service(routes).layer(from_fn(at_bootpays_host))
}

/// Leads a request for one of Bootpay's hosts to the path that stands for the host here.
async fn at_bootpays_host(mut request: Request, next: Next) -> Response<Body> {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let path = request.uri().path_and_query().map_or("/", PathAndQuery::as_str);
    if let Some(uri) = site::path_at(host, path).and_then(|path| Uri::try_from(path).ok()) {
        *request.uri_mut() = uri;
    }
    next.run(request).await
}

async fn serve_api(State(app): State<Arc<App>>, request: Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_BODY).await else {
        return exchange::refuse(&app, &Code::BodyUnreadable.because("the body was cut off, or is larger than 1 MiB"));
    };
    if window::is_form(&parts.method, &merged(parts.uri.path()), &parts.headers, &body) {
        // Without a pause, so that it is carried out even if the caller disconnects.
        return window::open(&app, &merged(parts.uri.path()), &parts.headers, &body);
    }
    let query = parts.uri.query().unwrap_or_default();
    let query: Map<String, Value> = form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| (name.into_owned(), Value::String(value.into_owned())))
        .collect();
    let arrived = Arrived {
        peer: parts.extensions.get().map_or(Ipv4Addr::LOCALHOST.into(), |Peer(address)| *address),
        method: parts.method.as_str().to_owned(),
        path: parts.uri.path().to_owned(),
        query,
        headers: parts.headers,
        body: body.into(),
        begun: Instant::now(),
    };
    // On a task of its own: a request that has arrived is carried out even if the caller disconnects,
    // as on a real server.
    match tokio::spawn(exchange::serve(app.clone(), arrived)).await {
        Ok(response) => response,
        Err(error) => exchange::refuse(&app, &Code::Broken.because(error.to_string())),
    }
}

async fn elsewhere(State(app): State<Arc<App>>, request: Request) -> Response<Body> {
    if merged(request.uri().path()).starts_with("/v2/") {
        return serve_api(State(app), request).await;
    }
    let (method, path) = (request.method(), request.uri().path());
    respond(&Prepared::from(
        &Code::NoSuchEndpoint
            .because(format!("no endpoint at {method} {path}; the API is under /v2, the controls are under /emulator")),
    ))
}
