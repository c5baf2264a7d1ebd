//! Sends webhooks, one try each.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use axum::http::header::{CONTENT_TYPE, HOST};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::App;
use crate::StartError as AnyError;
use crate::domain::webhook::{Outcome, Webhook};

/// How long a shop may take to answer.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);
/// As much of an answer as is kept.
const LARGEST_ANSWER: usize = 1 << 16;

/// Sends it and notes what became of it.
pub(crate) async fn deliver(app: Arc<App>, number: i64, webhook: Webhook) {
    let outcome = match timeout(PATIENCE, post(&webhook)).await {
        Ok(answered) => answered.map_err(|error| error.to_string()),
        Err(_) => Err(format!("no answer within {} s", PATIENCE.as_secs())),
    };
    // Without its database the emulator has nobody left to tell.
    let _ = app.database.work(|store| store.finish_webhook(number, &Outcome(outcome)));
}

async fn post(webhook: &Webhook) -> Result<(u16, String), AnyError> {
    let url = &webhook.url;
    let host = url.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    let stream = TcpStream::connect((host, url.port_u16().unwrap_or(80))).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    // Ends with this exchange, also with one that is given up.
    let mut connections = JoinSet::new();
    connections.spawn(connection);
    let authority = url.authority().map_or(host, |authority| authority.as_str());
    let request = Request::post(url.path_and_query().map_or("/", |path| path.as_str()))
        .header(HOST, authority.rsplit('@').next().unwrap_or(authority))
        .header(CONTENT_TYPE, "application/json; charset=utf-8")
        .body(Body::from(webhook.body.to_string()))?;
    let response = sender.send_request(request).await?;
    let status = response.status().as_u16();
    let answer = to_bytes(Body::new(response.into_body()), LARGEST_ANSWER).await?;
    Ok((status, String::from_utf8_lossy(&answer).into_owned()))
}
