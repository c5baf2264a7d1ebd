//! The request body that records whether the first byte of its request was written.

use std::{
    io, mem,
    pin::Pin,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU8, Ordering},
    },
    task::{Context, Poll},
};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::time::Instant;

/// The flag for "first byte written". The HTTP library asks for the body, or for its length, before it
/// writes the head, so no byte was written while the flag is down; a test counts bytes at the server
/// to keep it so.
#[derive(Clone)]
pub(crate) struct SendFlag(Arc<Flag>);

struct Flag {
    state: AtomicU8,
    /// After it the request holds itself back.
    start_by: Option<Instant>,
    /// No byte was written before it.
    sent: OnceLock<Instant>,
}

const WAITING: u8 = 0;
const WRITTEN: u8 = 1;
const HELD_BACK: u8 = 2;

impl SendFlag {
    /// The flag of a request that may begin to be written until `start_by`.
    pub(crate) fn until(start_by: Option<Instant>) -> Self {
        Self(Arc::new(Flag { state: AtomicU8::new(WAITING), start_by, sent: OnceLock::new() }))
    }

    /// Keeps the request from being written; `true` when it is too late. The connection may belong to
    /// another thread, which is just about to ask for the body.
    pub(crate) fn hold_back(&self) -> bool {
        self.turn_from_waiting(HELD_BACK) == WRITTEN
    }

    /// Returns true if it was too late when the body was asked for.
    pub(crate) fn held_itself_back(&self) -> bool {
        self.0.start_by.is_some() && self.0.state.load(Ordering::Acquire) == HELD_BACK
    }

    /// When the first byte was asked for: it was not written sooner.
    pub(crate) fn sent_at(&self) -> Option<Instant> {
        self.0.sent.get().copied()
    }

    pub(crate) fn attach(&self, bytes: Bytes) -> reqwest::Body {
        reqwest::Body::wrap(FlaggedBody { bytes, flag: self.clone() })
    }

    /// Raises the flag, unless the request was held back or it is too late to begin.
    fn raise(&self) -> bool {
        let now = Instant::now();
        let late = self.0.start_by.is_some_and(|start_by| now > start_by);
        if !late {
            self.0.sent.get_or_init(|| now);
        }
        self.turn_from_waiting(if late { HELD_BACK } else { WRITTEN }) == WRITTEN
    }

    fn turn_from_waiting(&self, next: u8) -> u8 {
        match self.0.state.compare_exchange(WAITING, next, Ordering::AcqRel, Ordering::Acquire) {
            Ok(_) => next,
            Err(decided) => decided,
        }
    }
}

struct FlaggedBody {
    bytes: Bytes,
    flag: SendFlag,
}

impl Body for FlaggedBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if !self.flag.raise() {
            return Poll::Ready(Some(Err(io::Error::other("held back"))));
        }
        let bytes = mem::take(&mut self.bytes);
        Poll::Ready((!bytes.is_empty()).then(|| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        // An empty body is asked for nothing else before the head is written.
        self.bytes.is_empty() && self.flag.raise()
    }

    fn size_hint(&self) -> SizeHint {
        // A request that was held back announces more than will come, so it is incomplete even if its
        // head is written.
        let least = u64::from(self.flag.0.state.load(Ordering::Acquire) == HELD_BACK);
        SizeHint::with_exact((self.bytes.len() as u64).max(least))
    }
}

#[cfg(test)]
mod tests {
    use std::{task::Waker, time::Duration};

    use super::*;

    fn ask(body: &mut FlaggedBody) -> Option<Result<usize, io::Error>> {
        match Pin::new(body).poll_frame(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(frame) => frame.map(|frame| frame.map(|frame| frame.into_data().unwrap().len())),
            Poll::Pending => unreachable!("the bytes are there"),
        }
    }

    #[test]
    fn what_was_held_back_is_no_request_and_what_began_is_not_held_back() {
        for bytes in [&b"{}"[..], b""] {
            let flag = SendFlag::until(None);
            let mut body = FlaggedBody { bytes: Bytes::from_static(bytes), flag: flag.clone() };
            assert!(!flag.hold_back());
            assert!(!body.is_end_stream() && body.size_hint().exact() > Some(0));
            assert!(ask(&mut body).unwrap().is_err());

            let flag = SendFlag::until(None);
            let mut body = FlaggedBody { bytes: Bytes::from_static(bytes), flag: flag.clone() };
            assert_eq!(body.is_end_stream(), bytes.is_empty());
            assert_eq!(body.size_hint().exact(), Some(bytes.len() as u64));
            if !bytes.is_empty() {
                assert_eq!(ask(&mut body).unwrap().unwrap(), bytes.len());
            }
            assert!(flag.hold_back());
        }
    }
    #[tokio::test(start_paused = true)]
    async fn what_begins_too_late_holds_itself_back() {
        for bytes in [&b"{}"[..], b""] {
            let flag = SendFlag::until(Some(Instant::now() + Duration::from_secs(1)));
            let mut body = FlaggedBody { bytes: Bytes::from_static(bytes), flag: flag.clone() };
            tokio::time::advance(Duration::from_millis(1001)).await;
            assert!(!body.is_end_stream() && ask(&mut body).unwrap().is_err());
            assert!(flag.held_itself_back() && !flag.hold_back());
        }
    }
}
