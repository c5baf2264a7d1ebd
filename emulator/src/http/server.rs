//! Connections: HTTP/1.1 on loopback, plain or TLS, which a fault can reset.

use std::future::poll_fn;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use rustls::ServerConfig;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tower_service::Service as _;

use super::router::router;
use crate::acts::App;
use crate::faults::fault::Kind;
use crate::faults::pick::at_accept;
use crate::faults::spoil::Instead;

/// Accepts connections until dropped; they end with it.
pub(crate) async fn accept(listener: TcpListener, app: Arc<App>, tls: Option<Arc<ServerConfig>>) {
    let router = router(app.clone());
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                match accepted {
                    Ok((stream, _)) => {
                        let fault = at_accept(&app.database);
                        connections.spawn(connection(stream, fault, router.clone(), tls.clone()));
                    }
                    // Out of descriptors, most likely: let some connections end first.
                    Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
                }
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn connection(mut stream: TcpStream, fault: Option<Kind>, router: Router, tls: Option<Arc<ServerConfig>>) {
    if let Some(kind) = fault {
        if kind == Kind::TlsAbort {
            // The client has sent its hello and waits for the rest.
            let _ = stream.read(&mut [0; 64]).await;
        }
        return reset(&stream);
    }
    // Small responses must not wait for more data.
    let _ = stream.set_nodelay(true);
    match tls {
        None => {
            if let Some(stream) = converse(stream, router).await {
                reset(&stream);
            }
        }
        Some(config) => {
            let Ok(stream) = TlsAcceptor::from(config).accept(stream).await else {
                return;
            };
            if let Some(stream) = converse(stream, router).await {
                reset(stream.get_ref().0);
            }
        }
    }
}

/// Serves one connection; returns the stream, unclosed, when it must be reset.
async fn converse<S>(mut stream: S, router: Router) -> Option<S>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    loop {
        let (returned, instead) = serve(stream, &router).await;
        stream = returned;
        match instead {
            Some(Instead::Reset) => return Some(stream),
            Some(Instead::Twice(response, pause)) => twice(&mut stream, response, pause).await.ok()?,
            None => {
                let _ = stream.shutdown().await;
                return None;
            }
        }
    }
}

/// Writes a response twice; without a pause the client has both at once.
async fn twice<S: AsyncWrite + Unpin>(stream: &mut S, mut response: Vec<u8>, pause: Duration) -> std::io::Result<()> {
    if pause.is_zero() {
        response = response.repeat(2);
    } else {
        stream.write_all(&response).await?;
        stream.flush().await?;
        tokio::time::sleep(pause).await;
    }
    stream.write_all(&response).await?;
    stream.flush().await
}

/// Serves requests until the connection ends, or a response is not to be sent.
async fn serve<S>(stream: S, router: &Router) -> (S, Option<Instead>)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let instead = OnceLock::new();
    let service = service_fn(|request: hyper::Request<Incoming>| {
        let mut router = router.clone();
        let instead = &instead;
        Box::pin(async move {
            let Ok(mut response) = router.call(request.map(Body::new)).await;
            if let Some(what) = response.extensions_mut().remove() {
                let _ = instead.set(what);
                return Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset));
            }
            Ok(response)
        })
    });
    let mut connection = http1::Builder::new().auto_date_header(false).serve_connection(TokioIo::new(stream), service);
    // An error here is the caller's disconnect, or an injected one: nobody is left to report it to.
    let _ = poll_fn(|context| connection.poll_without_shutdown(context)).await;
    let stream = connection.into_parts().io.into_inner();
    (stream, instead.into_inner())
}

/// Makes the close of a socket a reset.
fn reset(stream: &TcpStream) {
    let _ = stream.set_zero_linger();
}
