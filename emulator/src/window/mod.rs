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
mod view;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn;
use axum::routing::{any, get, post, put};

use crate::acts::App;

pub(crate) use form::{is_form, open};

/// The routes that browsers use, of any origin.
pub(crate) fn routes() -> Router<Arc<App>> {
    let readable = Router::new()
        .route("/v2/close/{receipt_id}", put(gateway::close))
        .route("/gw/s/{receipt_id}", get(gateway::poll))
        // Where browsers reach Bootpay's own hosts, the page is at another one than this.
        .route("/gw/w/{receipt_id}", get(gateway::watch))
        .route("/analytics/event", post(analytics::taken))
        .route("/analytics/call", post(analytics::taken))
        .route("/analytics/login", post(analytics::login))
        .layer(from_fn(headers::readable));
    Router::new()
        .route("/gw/p/{receipt_id}", get(gateway::show).post(gateway::act))
        // The address of payment links.
        .route("/gw/payment/{receipt_id}", get(gateway::show))
        .route("/gw/confirm/{receipt_id}", post(gateway::confirm))
        .route("/door/result/{receipt_id}", get(door::result))
        .route("/door/error", get(door::error))
        .route("/gw/{*path}", any(door::unknown))
        .route("/door/{*path}", any(door::unknown))
        .route("/widget/{*path}", any(door::no_widget))
        .route("/webview/{version}", get(shell::shell))
        .route("/webview/{version}/", get(shell::shell))
        .route("/js/{file}", get(shell::client_js))
        .route("/window/local.js", get(local::script))
        .merge(readable)
        .layer(from_fn(headers::embeddable))
}
