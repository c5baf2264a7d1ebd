//! `bench-server`: answers every contender of the benchmark, over HTTP and over TLS 1.3.
//!
//! The first line of output says where, as JSON. Each line of standard input is then answered with
//! what was counted so far; the server ends with its input.

mod replies;
mod tls;

use std::{
    convert::Infallible,
    error::Error,
    io::{BufRead as _, Write as _, stdin, stdout},
    process,
    sync::atomic::{AtomicU64, Ordering::Relaxed},
    thread,
};

use http_body_util::{BodyExt as _, Full};
use hyper::{Request, Response, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use serde_json::json;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpListener,
};
use tokio_rustls::TlsAcceptor;

static CONNECTIONS: AtomicU64 = AtomicU64::new(0);
static HANDSHAKES: AtomicU64 = AtomicU64::new(0);
static REQUESTS: AtomicU64 = AtomicU64::new(0);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let (plain, secure) = (TcpListener::bind("127.0.0.1:0").await?, TcpListener::bind("127.0.0.1:0").await?);
    let tls = tls::make()?;
    let (http, https) = (plain.local_addr()?, secure.local_addr()?);
    let first = json!({ "http": format!("http://{http}"), "https": format!("https://{https}"), "ca": tls.ca_pem });
    say(&first)?;
    thread::spawn(|| {
        for _ in stdin().lock().lines().map_while(Result::ok) {
            let counts = json!({
                "connections": CONNECTIONS.load(Relaxed),
                "handshakes": HANDSHAKES.load(Relaxed),
                "requests": REQUESTS.load(Relaxed),
            });
            if say(&counts).is_err() {
                break;
            }
        }
        process::exit(0);
    });
    let acceptor = TlsAcceptor::from(tls.config);
    loop {
        tokio::select! {
            Ok((stream, _)) = plain.accept() => {
                CONNECTIONS.fetch_add(1, Relaxed);
                let _ = stream.set_nodelay(true);
                tokio::spawn(converse(stream));
            }
            Ok((stream, _)) = secure.accept() => {
                CONNECTIONS.fetch_add(1, Relaxed);
                let _ = stream.set_nodelay(true);
                let acceptor = acceptor.clone();
                tokio::spawn(async move {
                    if let Ok(stream) = acceptor.accept(stream).await {
                        HANDSHAKES.fetch_add(1, Relaxed);
                        converse(stream).await;
                    }
                });
            }
        }
    }
}

/// A line of output.
fn say(line: &serde_json::Value) -> std::io::Result<()> {
    let mut out = stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

async fn converse(stream: impl AsyncRead + AsyncWrite + Unpin) {
    // An error is the client's going away.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(answer)).await;
}

async fn answer(request: Request<Incoming>) -> Result<Response<Full<bytes::Bytes>>, Infallible> {
    REQUESTS.fetch_add(1, Relaxed);
    let (head, body) = request.into_parts();
    // What is sent must be read before the connection can be used again.
    let _ = body.collect().await;
    Ok(replies::to(&head.method, head.uri.path()))
}
