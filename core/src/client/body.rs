//! A request body that tells whether any of its request was written.

use std::{
    convert::Infallible,
    mem,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

/// Whether a body was asked for, or whether there is any. The HTTP library does so before it writes
/// the head, so until then no byte of the request has left; a test counts bytes at the server to keep
/// it so.
#[derive(Clone, Default)]
pub(crate) struct Begun(Arc<AtomicBool>);

impl Begun {
    pub(crate) fn get(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }

    pub(crate) fn watch(&self, bytes: Vec<u8>) -> reqwest::Body {
        reqwest::Body::wrap(Watched { bytes: bytes.into(), begun: self.clone() })
    }
}

struct Watched {
    bytes: Bytes,
    begun: Begun,
}

impl Body for Watched {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.begun.0.store(true, Ordering::Release);
        let bytes = mem::take(&mut self.bytes);
        Poll::Ready((!bytes.is_empty()).then(|| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        let ended = self.bytes.is_empty();
        if ended {
            // An empty body is asked for nothing else before the head is written.
            self.begun.0.store(true, Ordering::Release);
        }
        ended
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes.len() as u64)
    }
}
