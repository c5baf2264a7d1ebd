//! Faults of a connection: the bytes that it meets instead of one response.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::Response;
use axum::http::header::CONTENT_LENGTH;

/// The largest response that is withheld, in bytes.
const LARGEST: usize = 1 << 20;

/// Bytes of a flood that are written at a time.
const AT_A_TIME: usize = 1 << 14;

/// Marks a response that is not sent as usual; its connection meets this instead.
#[derive(Clone)]
pub(crate) enum Instead {
    /// The connection is reset.
    Reset,
    /// This response is written, and after a pause once more; then the connection serves on.
    Twice(Vec<u8>, Duration),
    /// This response is written, and once more as the next request arrives; the connection lags from then on.
    StrayCopy(Vec<u8>),
    /// This response is written as the next request arrives; the connection lags from then on.
    Withheld(Vec<u8>),
    /// This response is written, and the connection closes as the next request arrives.
    ClosedIdle(Vec<u8>),
    /// The start of a response without an end.
    Flood(Flood),
}

impl Instead {
    /// Returns whether every later response of the connection waits for the request after its own.
    pub(crate) fn lags(&self) -> bool {
        matches!(self, Self::StrayCopy(_) | Self::Withheld(_))
    }

    /// Withholds a response that was to be sent as usual.
    pub(crate) async fn withhold(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        let Ok(body) = to_bytes(body, LARGEST).await else { return Self::Reset };
        let mut bytes = format!("HTTP/1.1 {}\r\n", parts.status).into_bytes();
        for (name, value) in parts.headers.iter().filter(|(name, _)| *name != CONTENT_LENGTH) {
            bytes.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
        }
        bytes.extend(format!("content-length: {}\r\n\r\n", body.len()).as_bytes());
        bytes.extend(body);
        Self::Withheld(bytes)
    }
}

/// A response that goes on until the connection ends.
#[derive(Clone)]
pub(crate) struct Flood {
    pub(crate) start: Vec<u8>,
    /// Written again and again.
    pub(crate) rest: Vec<u8>,
}

impl Flood {
    pub(super) fn new(start: String, rest: &str) -> Self {
        Self { start: start.into_bytes(), rest: rest.repeat(AT_A_TIME / rest.len()).into_bytes() }
    }
}
