//! Connections of the console: plain HTTP/1.1, which no fault touches.

use std::io;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

/// The time that a browser has for the head of a request.
const HEAD_WITHIN: Duration = Duration::from_secs(10);

/// A thread that serves the console until this is dropped. A page takes as long as ten requests to the API: on the
/// threads of those, a few open tabs would keep them waiting.
#[derive(Debug)]
pub(crate) struct Serving {
    _until: oneshot::Sender<()>,
}

/// Starts the thread.
pub(crate) fn start(listener: TcpListener, router: Router) -> io::Result<Serving> {
    let listener = listener.into_std()?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let (until, dropped) = oneshot::channel();
    std::thread::Builder::new().name("console".into()).spawn(move || {
        runtime.block_on(async {
            // It was one on the other runtime.
            let Ok(listener) = TcpListener::from_std(listener) else { return };
            tokio::select! {
                () = serve(listener, router) => {}
                _ = dropped => {}
            }
        });
    })?;
    Ok(Serving { _until: until })
}

/// Accepts connections until dropped; they end with it.
async fn serve(listener: TcpListener, router: Router) {
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
