//! Connections: HTTP/1.1 on loopback, plain or TLS, which a fault can reset.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use rustls::ServerConfig;
use tokio::io::AsyncReadExt as _;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use super::conversation::converse;
use super::router::{Peer, router};
use crate::acts::App;
use crate::faults::fault::Kind;
use crate::faults::pick::at_accept;

/// Accepts connections until dropped; they end with it.
pub(crate) async fn accept(listener: TcpListener, app: Arc<App>, tls: Option<Arc<ServerConfig>>) {
    let router = router(app.clone());
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                match accepted {
                    Ok((stream, peer)) => {
                        let fault = at_accept(&app.database);
                        connections.spawn(connection(stream, Peer(peer.ip()), fault, router.clone(), tls.clone()));
                    }
                    // Out of descriptors, most likely: let some connections end first.
                    Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
                }
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn connection(
    mut stream: TcpStream,
    peer: Peer,
    fault: Option<Kind>,
    router: Router,
    tls: Option<Arc<ServerConfig>>,
) {
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
            if let Some(stream) = converse(stream, peer, router).await {
                reset(&stream);
            }
        }
        Some(config) => {
            let Ok(stream) = TlsAcceptor::from(config).accept(stream).await else {
                return;
            };
            if let Some(stream) = converse(stream, peer, router).await {
                reset(stream.get_ref().0);
            }
        }
    }
}

/// Makes the close of a socket a reset.
fn reset(stream: &TcpStream) {
    let _ = stream.set_zero_linger();
}
