//! Connections: HTTP/1.1 on loopback, plain or TLS, that can also be cut off on purpose.

use std::future::poll_fn;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::Response;
use axum::response::IntoResponse as _;
use axum::routing::any;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use rustls::ServerConfig;
use serde_json::{Map, Value};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tower_service::Service as _;

use crate::domain::refusal::{Code, Refusal};
use crate::faults::{self, Instead, Kind, Reply};
use crate::http::request::Arrived;
use crate::{App, api, control};

/// No request of the API comes near.
const LARGEST_BODY: usize = 1 << 20;

fn router(app: Arc<App>) -> Router {
    Router::new().route("/v2/{*path}", any(serve_api)).merge(control::routes()).fallback(elsewhere).with_state(app)
}

async fn serve_api(State(app): State<Arc<App>>, request: Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_BODY).await else {
        return refuse(&Code::BodyUnreadable.because("the body was cut off, or is larger than 1 MiB"));
    };
    let query = parts.uri.query().unwrap_or_default();
    let query: Map<String, Value> = form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| (name.into_owned(), Value::String(value.into_owned())))
        .collect();
    let arrived = Arrived {
        method: parts.method.as_str().to_owned(),
        path: parts.uri.path().to_owned(),
        query,
        headers: parts.headers,
        body: body.into(),
    };
    // On its own task: what has arrived is carried out even if the caller hangs up, as on a real server.
    match tokio::spawn(api::serve(app, arrived)).await {
        Ok(response) => response,
        Err(error) => refuse(&Code::Broken.because(error.to_string())),
    }
}

async fn elsewhere(request: Request) -> Response<Body> {
    let (method, path) = (request.method(), request.uri().path());
    refuse(
        &Code::NoSuchEndpoint.because(format!(
            "nothing answers {method} {path}; the API is under /v2, the controls are under /emulator"
        )),
    )
}

fn refuse(refusal: &Refusal) -> Response<Body> {
    faults::respond(&Reply { status: refusal.status(), body: refusal.json() }).into_response()
}

/// Accepts until dropped; the connections end with it.
pub(crate) async fn accept(listener: TcpListener, app: Arc<App>, tls: Option<Arc<ServerConfig>>) {
    let router = router(app.clone());
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                match accepted {
                    Ok((stream, _)) => {
                        let fault = faults::at_accept(&app.database);
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
            // The client has said hello, and waits for the rest.
            let _ = stream.read(&mut [0; 64]).await;
        }
        return reset(&stream);
    }
    // Small replies must not wait for more.
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

/// Serves one connection; hands the stream back, unclosed, when it must be reset.
async fn converse<S>(mut stream: S, router: Router) -> Option<S>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    loop {
        let (back, instead) = serve(stream, &router).await;
        stream = back;
        match instead {
            Some(Instead::Reset) => return Some(stream),
            Some(Instead::Twice(reply, pause)) => twice(&mut stream, reply, pause).await.ok()?,
            None => {
                let _ = stream.shutdown().await;
                return None;
            }
        }
    }
}

/// Writes a reply twice; without a pause the client has both before it can do anything.
async fn twice<S: AsyncWrite + Unpin>(stream: &mut S, mut reply: Vec<u8>, pause: Duration) -> std::io::Result<()> {
    if pause.is_zero() {
        reply = reply.repeat(2);
    } else {
        stream.write_all(&reply).await?;
        stream.flush().await?;
        tokio::time::sleep(pause).await;
    }
    stream.write_all(&reply).await?;
    stream.flush().await
}

/// Serves requests until the connection ends, or a response must not leave.
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
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    // An error here is the caller's going away, or ours on purpose: nobody is left to hear of it.
    let _ = poll_fn(|context| connection.poll_without_shutdown(context)).await;
    let stream = connection.into_parts().io.into_inner();
    (stream, instead.into_inner())
}

/// Makes the close of a socket a reset.
fn reset(stream: &TcpStream) {
    let _ = stream.set_zero_linger();
}
