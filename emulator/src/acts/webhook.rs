//! Requests webhooks, and delivers each with one try.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::{Request, Uri};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::acts::App;
use crate::domain::loopback::is_loopback;
use crate::domain::merchant::Merchant;
use crate::domain::payment::Payment;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values::quoted;
use crate::domain::webhook::{HEADER, Outcome, Webhook};
use crate::store::Store;

/// The time a merchant has to respond.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);
/// The most of a response that is kept, in bytes.
const LARGEST_RESPONSE: usize = 1 << 16;

/// A recorded webhook that is to be delivered.
pub(crate) struct Pending {
    number: i64,
    url: Uri,
    webhook: Webhook,
}

/// Records a webhook about a payment.
pub(crate) fn request(
    store: &Store<'_>,
    payment: &Payment,
    merchant: &Merchant,
    url: &str,
) -> Result<Pending, Refusal> {
    let url: Uri = url.parse().ok().filter(is_near).ok_or_else(|| {
        Code::Webhook.because(format!("webhook_url is {}: the emulator sends to http:// on loopback only", quoted(url)))
    })?;
    let webhook = Webhook::about(payment, merchant, url.to_string())?;
    let number = store.add_webhook(&merchant.id, &webhook)?;
    Ok(Pending { number, url, webhook })
}

/// Delivers a webhook and records its outcome.
pub(crate) async fn deliver(app: Arc<App>, pending: Pending) {
    let outcome = match timeout(PATIENCE, post(&pending)).await {
        Ok(responded) => responded.map_err(|error| error.to_string()),
        Err(_) => Err(format!("no response within {} s", PATIENCE.as_secs())),
    };
    // Without its database the emulator has nowhere to report it.
    let _ = app.database.work(|store| store.finish_webhook(pending.number, &Outcome(outcome)));
}

async fn post(pending: &Pending) -> Result<(u16, String), Box<dyn std::error::Error + Send + Sync>> {
    let url = &pending.url;
    let stream = TcpStream::connect(&*addresses(url)).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    // Ends with this exchange, even with one that times out.
    let mut connections = JoinSet::new();
    connections.spawn(connection);
    let authority = url.authority().map_or("", |authority| authority.as_str());
    let request = Request::post(url.path_and_query().map_or("/", |path| path.as_str()))
        .header(HOST, authority.rsplit('@').next().unwrap_or(authority))
        .header(CONTENT_TYPE, "application/json; charset=utf-8")
        .header(HEADER, "true")
        .body(Body::from(pending.webhook.body.to_string()))?;
    let response = sender.send_request(request).await?;
    let status = response.status().as_u16();
    let body = to_bytes(Body::new(response.into_body()), LARGEST_RESPONSE).await?;
    Ok((status, String::from_utf8_lossy(&body).into_owned()))
}

/// Returns whether the URL stays on this machine.
fn is_near(url: &Uri) -> bool {
    url.scheme_str() == Some("http") && url.host().is_some_and(is_loopback)
}

/// The addresses of a URL on this machine; no resolver is asked for the name.
fn addresses(url: &Uri) -> Vec<SocketAddr> {
    let host = url.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    let addresses = match host.parse::<IpAddr>() {
        Ok(address) => vec![address],
        Err(_) => vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()],
    };
    let port = url.port_u16().unwrap_or(80);
    addresses.into_iter().map(|address| (address, port).into()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_this_machine() {
        for (url, near) in [
            ("http://127.0.0.1:9/hook", true),
            ("http://[::1]:9/hook", true),
            ("http://localhost/hook", true),
            ("https://127.0.0.1/hook", false),
            ("http://localhost.example/hook", false),
            ("http://127.0.0.1@example.com/hook", false),
            ("http://10.0.0.1/hook", false),
            ("/hook", false),
        ] {
            assert_eq!(url.parse::<Uri>().is_ok_and(|url| is_near(&url)), near, "{url}");
        }
    }
}
