//! The routes, and the reading of a request.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::Response;
use axum::middleware::from_fn_with_state;
use axum::routing::any;
use serde_json::{Map, Value};

use super::exchange;
use super::request::{Arrived, merged};
use crate::acts::App;
use crate::control;
use crate::domain::refusal::Code;
use crate::faults::spoil::{Prepared, respond};

/// The largest body, in bytes; no request of the API comes near.
const LARGEST_BODY: usize = 1 << 20;

/// The address of a caller, in the extensions of its requests.
#[derive(Clone, Copy)]
pub(super) struct Peer(pub(super) IpAddr);

/// The routes of the API and of the controls.
pub(crate) fn router(app: Arc<App>) -> Router {
    let guard = from_fn_with_state(app.clone(), control::guard::guard);
    // All but the API: the guard meets what is added before it.
    control::routes().fallback(elsewhere).layer(guard).route("/v2/{*path}", any(serve_api)).with_state(app)
}

async fn serve_api(State(app): State<Arc<App>>, request: Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_BODY).await else {
        return exchange::refuse(&app, &Code::BodyUnreadable.because("the body was cut off, or is larger than 1 MiB"));
    };
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
