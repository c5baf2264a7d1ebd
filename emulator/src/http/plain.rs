//! Connections of the console: plain HTTP/1.1, which no fault touches.

use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

/// The time that a browser has for the head of a request.
const HEAD_WITHIN: Duration = Duration::from_secs(10);

/// Accepts connections until dropped; they end with it.
pub(crate) async fn serve(listener: TcpListener, router: Router) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                let Ok((stream, _)) = accepted else {
                    // Out of descriptors, most likely: let some connections end first.
                    tokio::time::sleep(Duration::from_millis(10)).await;
                    continue;
                };
                // Small responses must not wait for more data.
                let _ = stream.set_nodelay(true);
                let service = TowerToHyperService::new(router.clone());
                let mut server = http1::Builder::new();
                server.timer(TokioTimer::new()).header_read_timeout(HEAD_WITHIN);
                connections.spawn(server.serve_connection(TokioIo::new(stream), service));
            }
            Some(_) = connections.join_next() => {}
        }
    }
}
