//! A connection's bytes, of which some were read ahead.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Bytes;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, ReadBuf};

/// A stream with bytes that are read before its own.
pub(super) struct ReadAhead<S> {
    ahead: Bytes,
    pub(super) inner: S,
}

impl<S: AsyncRead + Unpin> ReadAhead<S> {
    pub(super) fn new(inner: S) -> Self {
        Self { ahead: Bytes::new(), inner }
    }

    /// Returns bytes that a reader took and did not use, so that the next reader gets them first.
    pub(super) fn give_back(&mut self, unused: &Bytes) {
        self.ahead = [unused.as_ref(), self.ahead.as_ref()].concat().into();
    }

    /// Waits for the next bytes, and keeps them; returns false at the end.
    pub(super) async fn has_more(&mut self) -> io::Result<bool> {
        if self.ahead.is_empty() {
            let mut buffer = [0; 1024];
            let length = self.inner.read(&mut buffer).await?;
            self.ahead = Bytes::copy_from_slice(&buffer[..length]);
        }
        Ok(!self.ahead.is_empty())
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for ReadAhead<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.ahead.is_empty() {
            return Pin::new(&mut self.inner).poll_read(context, buffer);
        }
        let length = self.ahead.len().min(buffer.remaining());
        buffer.put_slice(&self.ahead.split_to(length));
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for ReadAhead<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(context, buffer)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(context)
    }
}
