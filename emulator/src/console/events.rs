//! `GET /events`: a stream of the kinds of what changes, so that a page fetches its part again. It carries no data.
//!
//! A browser opens six connections to a host and port, for all its tabs together, and lets the seventh request wait
//! without a word. So some streams stay open, and a page beyond them asks again every few seconds.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

use super::Console;
use crate::domain::journal::Change;

/// The time in which changes of one kind become one event: a page fetches at most twice a second.
const GATHERED: Duration = Duration::from_millis(500);
/// The longest silence of a stream.
const SILENCE: Duration = Duration::from_secs(15);
/// The event of a listener that has missed some: everything may have changed.
const ALL: &str = "all";

/// The streams that stay open. A page in a hidden tab closes its own.
const STREAMS: usize = 4;
/// The time after which a page whose stream broke off asks again, in milliseconds.
const RETRY: u16 = 500;
/// The same for a page for which no stream was left.
const RETRY_WITHOUT: u16 = 3000;

/// The streams that may still be opened.
#[derive(Clone)]
pub(super) struct Streams(Arc<Semaphore>);

impl Streams {
    pub(super) fn new() -> Self {
        Self(Arc::new(Semaphore::new(STREAMS)))
    }
}

pub(super) async fn stream(State(console): State<Console>) -> Response {
    let permit = console.streams.0.clone().try_acquire_owned().ok();
    let retry = if permit.is_some() { RETRY } else { RETRY_WITHOUT };
    let mut first = format!("event: boot\nretry: {retry}\ndata: {}\n\n", console.boot);
    if permit.is_none() {
        let _ = write!(first, "event: {ALL}\ndata:\n\n");
    }
    let listening = Listening { first: Some(first), changes: console.app.changes.listen(), permit };
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
    /// Without one the stream ends after its first part.
    permit: Option<OwnedSemaphorePermit>,
}

impl Listening {
    /// The next part of the stream; `None` at its end.
    async fn next(&mut self) -> Option<String> {
        if let Some(first) = self.first.take() {
            return Some(first);
        }
        self.permit.as_ref()?;
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
