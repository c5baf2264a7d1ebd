//! Connections: HTTP/1.1 on loopback, plain or TLS, that can also be cut off on purpose.

use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
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
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tower_service::Service as _;

use crate::faults::{self, Reply, ResetConnection};
use crate::record::Arrived;
use crate::reply::{Code, Refusal};
use crate::{App, api, control};

/// No request of the API comes near.
const LARGEST_BODY: usize = 1 << 20;

pub(crate) fn router(app: Arc<App>) -> Router {
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
        &Code::NoSuchEndpoint
            .because(format!("nothing answers {method} {path}; the API is under /v2, the controls are under /sandbox")),
    )
}

fn refuse(refusal: &Refusal) -> Response<Body> {
    faults::respond(&Reply { status: refusal.status(), body: refusal.json() }).into_response()
}

/// Accepts until dropped; the connections end with it.
pub(crate) async fn accept(listener: TcpListener, router: Router, tls: Option<Arc<ServerConfig>>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                match accepted {
                    Ok((stream, _)) => {
                        connections.spawn(connection(stream, router.clone(), tls.clone()));
                    }
                    // Out of descriptors, most likely: let some connections end first.
                    Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
                }
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn connection(stream: TcpStream, router: Router, tls: Option<Arc<ServerConfig>>) {
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
async fn converse<S>(stream: S, router: Router) -> Option<S>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let cut = AtomicBool::new(false);
    let service = service_fn(|request: hyper::Request<Incoming>| {
        let mut router = router.clone();
        let cut = &cut;
        Box::pin(async move {
            let Ok(response) = router.call(request.map(Body::new)).await;
            if response.extensions().get::<ResetConnection>().is_some() {
                cut.store(true, Ordering::Relaxed);
                return Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset));
            }
            Ok(response)
        })
    });
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    // An error here is the caller's going away, or ours on purpose: nobody is left to hear of it.
    let _ = poll_fn(|context| connection.poll_without_shutdown(context)).await;
    let mut stream = connection.into_parts().io.into_inner();
    if cut.load(Ordering::Relaxed) {
        return Some(stream);
    }
    let _ = stream.shutdown().await;
    None
}

/// Makes the close of a socket a reset.
fn reset(stream: &TcpStream) {
    let _ = stream.set_zero_linger();
}
