//! The payment window, as browsers and web views reach it: its requests, its pages and their messages.
//!
//! The official browser SDK posts a form, in which the request is encrypted, and hears the page of the response by
//! `postMessage`. Every response is a page that talks, errors too: anything else leaves the buyer with a spinner.

mod analytics;
mod body;
mod buyer;
mod door;
mod form;
mod gateway;
mod headers;
mod local;
mod page;
mod reply;
mod shell;
mod texts;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn;
use axum::routing::{get, post, put};

use crate::acts::App;

pub(crate) use form::{is_form, open};

/// The routes that browsers use, of any origin.
pub(crate) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/v2/close/{receipt_id}", put(gateway::close))
        .route("/gw/p/{receipt_id}", get(gateway::show).post(gateway::act))
        // The address of payment links.
        .route("/gw/payment/{receipt_id}", get(gateway::show))
        .route("/gw/w/{receipt_id}", get(gateway::watch))
        .route("/gw/s/{receipt_id}", get(gateway::poll))
        .route("/gw/confirm/{receipt_id}", post(gateway::confirm))
        .route("/analytics/event", post(analytics::taken))
        .route("/analytics/call", post(analytics::taken))
        .route("/analytics/login", post(analytics::login))
        .route("/door/result/{receipt_id}", get(door::result))
        .route("/door/error", get(door::error))
        .route("/webview/{version}", get(shell::shell))
        .route("/webview/{version}/", get(shell::shell))
        .route("/js/{file}", get(shell::client_js))
        .route("/window/local.js", get(local::script))
        .layer(from_fn(headers::open_to_pages))
}
