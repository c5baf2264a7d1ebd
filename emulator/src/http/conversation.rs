//! One connection's requests and responses, which a fault can bring out of step.

use std::future::poll_fn;
use std::io;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, Request, Version};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt as _};
use tower_service::Service as _;

use super::router::Peer;
use super::stream::ReadAhead;
use crate::faults::instead::Instead;

/// The end of a connection.
#[derive(PartialEq, Eq)]
enum End {
    Close,
    Reset,
}

/// Serves one connection; returns the stream, unclosed, when it must be reset.
pub(super) async fn converse<S>(stream: S, peer: Peer, router: Router) -> Option<S>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let mut stream = ReadAhead::new(stream);
    // Once true, each response waits for the request after its own.
    let mut lags = false;
    loop {
        let served = serve(stream, peer, &router, lags).await;
        stream = served.stream;
        let Some(instead) = served.instead else { break };
        lags |= instead.lags();
        match play(&mut stream, instead, served.is_last).await {
            Ok(None) => {}
            // An error is the caller's disconnect.
            Ok(Some(End::Close)) | Err(_) => break,
            Ok(Some(End::Reset)) => return Some(stream.inner),
        }
    }
    let _ = stream.shutdown().await;
    None
}

/// Plays a fault; returns how the connection ends, or nothing where it serves on.
async fn play<S>(stream: &mut ReadAhead<S>, instead: Instead, is_last: bool) -> io::Result<Option<End>>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    match instead {
        Instead::Reset => return Ok(Some(End::Reset)),
        Instead::Twice(response, pause) => twice(stream, response, pause).await?,
        Instead::StrayCopy(response) => {
            write(stream, &response).await?;
            // Without a next request the copy comes last.
            let _ = is_last || stream.has_more().await?;
            write(stream, &response).await?;
        }
        Instead::Withheld(response) => {
            if !stream.has_more().await? {
                return Ok(Some(End::Close));
            }
            write(stream, &response).await?;
        }
        Instead::ClosedIdle(response) => {
            write(stream, &response).await?;
            let _ = is_last || stream.has_more().await?;
            return Ok(Some(End::Close));
        }
        Instead::Flood(flood) => {
            write(stream, &flood.start).await?;
            loop {
                write(stream, &flood.rest).await?;
            }
        }
    }
    Ok(is_last.then_some(End::Close))
}

/// Writes a response twice; without a pause the client has both at once.
async fn twice<S: AsyncWrite + Unpin>(stream: &mut S, mut response: Vec<u8>, pause: Duration) -> io::Result<()> {
    if pause.is_zero() {
        response = response.repeat(2);
    } else {
        write(stream, &response).await?;
        tokio::time::sleep(pause).await;
    }
    write(stream, &response).await
}

async fn write<S: AsyncWrite + Unpin>(stream: &mut S, bytes: &[u8]) -> io::Result<()> {
    stream.write_all(bytes).await?;
    stream.flush().await
}

/// Requests that were served until the connection ended, or until a response is not to be sent as usual.
struct Served<S> {
    stream: ReadAhead<S>,
    instead: Option<Instead>,
    /// True where the caller sends no further request on this connection.
    is_last: bool,
}

async fn serve<S>(stream: ReadAhead<S>, peer: Peer, router: &Router, lags: bool) -> Served<S>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (instead, is_last) = (OnceLock::new(), AtomicBool::new(false));
    let service = service_fn(|mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        let mut router = router.clone();
        let (instead, is_last) = (&instead, &is_last);
        Box::pin(async move {
            is_last.store(closes(&request), Relaxed);
            let Ok(mut response) = router.call(request.map(Body::new)).await;
            let what = match response.extensions_mut().remove() {
                None if !lags => return Ok(response),
                None => Instead::withhold(response).await,
                Some(what) => what,
            };
            let _ = instead.set(what);
            Err(io::Error::from(io::ErrorKind::ConnectionReset))
        })
    });
    let mut connection = http1::Builder::new().auto_date_header(false).serve_connection(TokioIo::new(stream), service);
    // An error here is the caller's disconnect, or an injected one: nobody is left to report it to.
    let _ = poll_fn(|context| connection.poll_without_shutdown(context)).await;
    let parts = connection.into_parts();
    let mut stream = parts.io.into_inner();
    stream.give_back(&parts.read_buf);
    Served { stream, instead: instead.into_inner(), is_last: is_last.into_inner() }
}

/// Returns whether a request is the last of its connection.
fn closes(request: &Request<Incoming>) -> bool {
    let mut options = request.headers().get_all(CONNECTION).iter().filter_map(|value| HeaderValue::to_str(value).ok());
    let mut has =
        |option: &str| options.any(|value| value.split(',').any(|found| found.trim().eq_ignore_ascii_case(option)));
    if request.version() == Version::HTTP_10 { !has("keep-alive") } else { has("close") }
}
