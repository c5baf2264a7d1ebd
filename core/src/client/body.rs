//! A request body that tells whether any of its request was written.

use std::{
    io, mem,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    task::{Context, Poll},
};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

/// Whether a body was asked for, or whether there is any. The HTTP library does so before it writes
/// the head, so until then no byte of the request has left; a test counts bytes at the server to keep
/// it so.
#[derive(Clone, Default)]
pub(crate) struct Begun(Arc<AtomicU8>);

const WAITING: u8 = 0;
const BEGUN: u8 = 1;
const HELD_BACK: u8 = 2;

impl Begun {
    /// The request will not leave any more, unless it has begun to: that it tells. The connection may
    /// belong to another thread, which is just about to ask for the body.
    pub(crate) fn hold_back(&self) -> bool {
        self.turn_from_waiting(HELD_BACK) == BEGUN
    }

    pub(crate) fn watch(&self, bytes: Bytes) -> FlaggedBody {
        FlaggedBody { bytes, begun: self.clone() }
    }

    /// Whether it may leave; it is then taken to have done so.
    fn begin(&self) -> bool {
        self.turn_from_waiting(BEGUN) == BEGUN
    }

    fn turn_from_waiting(&self, next: u8) -> u8 {
        match self.0.compare_exchange(WAITING, next, Ordering::AcqRel, Ordering::Acquire) {
            Ok(_) => next,
            Err(decided) => decided,
        }
    }
}

/// A request's body, which tells when it begins to leave.
pub(crate) struct FlaggedBody {
    bytes: Bytes,
    begun: Begun,
}

impl Body for FlaggedBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if !self.begun.begin() {
            return Poll::Ready(Some(Err(io::Error::other("held back"))));
        }
        let bytes = mem::take(&mut self.bytes);
        Poll::Ready((!bytes.is_empty()).then(|| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        // An empty body is asked for nothing else before the head is written.
        self.bytes.is_empty() && self.begun.begin()
    }

    fn size_hint(&self) -> SizeHint {
        // Of what is held back more is announced than will come, so that it is no request even if its
        // head is written.
        let least = u64::from(self.begun.0.load(Ordering::Acquire) == HELD_BACK);
        SizeHint::with_exact((self.bytes.len() as u64).max(least))
    }
}

#[cfg(test)]
mod tests {
    use std::task::Waker;

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
            let begun = Begun::default();
            let mut body = FlaggedBody { bytes: Bytes::from_static(bytes), begun: begun.clone() };
            assert!(!begun.hold_back());
            assert!(!body.is_end_stream() && body.size_hint().exact() > Some(0));
            assert!(ask(&mut body).unwrap().is_err());

            let begun = Begun::default();
            let mut body = FlaggedBody { bytes: Bytes::from_static(bytes), begun: begun.clone() };
            assert_eq!(body.is_end_stream(), bytes.is_empty());
            assert_eq!(body.size_hint().exact(), Some(bytes.len() as u64));
            if !bytes.is_empty() {
                assert_eq!(ask(&mut body).unwrap().unwrap(), bytes.len());
            }
            assert!(begun.hold_back());
        }
    }
}
