//! Sends one webhook to a server of this machine, and reads its response.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::{Duration, Instant};

use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, HOST, USER_AGENT};
use axum::http::{HeaderMap, Request, Uri};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use serde_json::{Map, Value};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::domain::clock::Moment;
use crate::domain::delivery::{Attempt, Delivery, Responded};
use crate::domain::delivery_failure::Unanswered;
use crate::domain::loopback::is_loopback;
use crate::domain::secrets::REDACTED;
use crate::domain::webhook::HEADER;

/// The time a merchant has to respond: Bootpay's guide says 5 seconds.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);
/// The most of a response that is read, in bytes.
const LARGEST_RESPONSE: usize = 1 << 16;
/// Bootpay's own is not known, and not imitated.
const AGENT: &str = concat!("bootpay-emulator-webhook/", env!("CARGO_PKG_VERSION"));

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Makes one attempt.
pub(crate) async fn attempt(delivery: &Delivery, retry_count: u32, at: Moment) -> Attempt {
    let Some(url) = near(&delivery.url) else {
        return Attempt { at, retry_count, sent: None, result: Err(Unanswered::Far), milliseconds: 0 };
    };
    let begun = Instant::now();
    let (content_type, body) = delivery.content(retry_count);
    let (sent, result) = match request(&url, content_type, body) {
        Ok(request) => (Some(shown(request.headers())), exchange(&url, request).await),
        Err(error) => (None, Err(Unanswered::Unreachable(error.to_string()))),
    };
    let milliseconds = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    Attempt { at, retry_count, sent, result, milliseconds }
}

async fn exchange(url: &Uri, request: Request<Body>) -> Result<Responded, Unanswered> {
    match timeout(PATIENCE, post(url, request)).await {
        Ok(responded) => responded.map_err(|error| Unanswered::Unreachable(error.to_string())),
        Err(_) => Err(Unanswered::TimedOut),
    }
}

fn request(url: &Uri, content_type: &str, body: String) -> Result<Request<Body>, Failure> {
    let authority = url.authority().map_or("", |authority| authority.as_str());
    Ok(Request::post(url.path_and_query().map_or("/", |path| path.as_str()))
        .header(HOST, authority.rsplit('@').next().unwrap_or(authority))
        .header(USER_AGENT, AGENT)
        .header(CONTENT_TYPE, content_type)
        .header(HEADER, "true")
        .body(Body::from(body))?)
}

async fn post(url: &Uri, request: Request<Body>) -> Result<Responded, Failure> {
    let stream = TcpStream::connect(&*addresses(url)).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    // Ends with this exchange, even with one that times out.
    let mut connections = JoinSet::new();
    connections.spawn(connection);
    let response = sender.send_request(request).await?;
    let (status, headers) = (response.status().as_u16(), shown(response.headers()));
    let body = to_bytes(Body::new(response.into_body()), LARGEST_RESPONSE).await?;
    Ok(Responded { status, headers, body: String::from_utf8_lossy(&body).into_owned() })
}

/// Headers for the log; a cookie is a secret.
fn shown(headers: &HeaderMap) -> Map<String, Value> {
    let shown = |(name, value): (&axum::http::HeaderName, &axum::http::HeaderValue)| {
        let secret = matches!(name.as_str(), "set-cookie" | "cookie" | "authorization");
        let value = if secret { REDACTED } else { value.to_str().unwrap_or(REDACTED) };
        (name.as_str().to_owned(), value.into())
    };
    headers.iter().map(shown).collect()
}

/// The URL, where it stays on this machine.
fn near(url: &str) -> Option<Uri> {
    url.parse().ok().filter(is_near)
}

/// Returns whether the URL stays on this machine.
pub(crate) fn is_near(url: &Uri) -> bool {
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
        for (url, is_sent) in [
            ("http://127.0.0.1:9/hook", true),
            ("http://[::1]:9/hook", true),
            ("http://localhost/hook", true),
            ("https://127.0.0.1/hook", false),
            ("http://localhost.example/hook", false),
            ("http://127.0.0.1@example.com/hook", false),
            ("http://10.0.0.1/hook", false),
            ("/hook", false),
        ] {
            assert_eq!(near(url).is_some(), is_sent, "{url}");
        }
    }
}
