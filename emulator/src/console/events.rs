//! `GET /events`: a stream of the kinds of what changes, so that a page fetches its part again. It carries no data.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::time::{sleep, timeout};

use super::Console;
use crate::domain::journal::Change;

/// The time in which changes of one kind become one event: a page fetches at most twice a second.
const GATHERED: Duration = Duration::from_millis(500);
/// The longest silence of a stream.
const SILENCE: Duration = Duration::from_secs(15);
/// The event of a listener that has missed some: everything may have changed.
const ALL: &str = "all";

pub(super) async fn stream(State(console): State<Console>) -> Response {
    let first = format!("event: boot\ndata: {}\n\n", console.boot);
    let listening = Listening { first: Some(first), changes: console.app.changes.listen() };
    let events = futures_util::stream::unfold(listening, |mut listening| async {
        let text = listening.next().await?;
        Some((Ok::<_, Infallible>(Bytes::from(text)), listening))
    });
    let headers = [(CONTENT_TYPE, "text/event-stream"), (CACHE_CONTROL, "no-store")];
    (headers, Body::from_stream(events)).into_response()
}

struct Listening {
    first: Option<String>,
    changes: Receiver<Change>,
}

impl Listening {
    /// The next part of the stream; `None` at its end.
    async fn next(&mut self) -> Option<String> {
        if let Some(first) = self.first.take() {
            return Some(first);
        }
        let mut kinds = BTreeSet::new();
        match timeout(SILENCE, self.changes.recv()).await {
            Err(_) => return Some(": alive\n\n".into()),
            Ok(Err(RecvError::Closed)) => return None,
            Ok(Err(RecvError::Lagged(_))) => kinds.insert(ALL),
            Ok(Ok(change)) => kinds.insert(change.kind.symbol()),
        };
        sleep(GATHERED).await;
        loop {
            match self.changes.try_recv() {
                Ok(change) => kinds.insert(change.kind.symbol()),
                Err(TryRecvError::Lagged(_)) => kinds.insert(ALL),
                Err(TryRecvError::Empty | TryRecvError::Closed) => break,
            };
        }
        let mut events = String::new();
        for kind in kinds {
            let _ = write!(events, "event: {kind}\ndata:\n\n");
        }
        Some(events)
    }
}
