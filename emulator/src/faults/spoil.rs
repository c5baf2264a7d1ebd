//! Spoils responses.

use std::fmt::Write as _;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{AGE, CONTENT_LENGTH, CONTENT_TYPE, DATE, RETRY_AFTER};
use axum::http::{HeaderName, HeaderValue, Response, StatusCode};
use futures_util::{StreamExt as _, stream};
use serde_json::Value;

use super::fault::{Fault, Kind};
use super::instead::{Flood, Instead};
use crate::domain::refusal::Refusal;

const JSON: &str = "application/json; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// Bytes of a dribbled body that are sent at a time.
const DRIBBLE: usize = 8;

/// A response before a fault spoils it.
#[derive(Default)]
pub(crate) struct Prepared {
    pub(crate) status: u16,
    pub(crate) body: Value,
    /// The values of `Date` and `Age`.
    pub(crate) date: Option<String>,
    pub(crate) age: Option<String>,
}

impl Prepared {
    fn times(&self) -> impl Iterator<Item = (HeaderName, &str)> {
        let values = [(DATE, self.date.as_deref()), (AGE, self.age.as_deref())];
        values.into_iter().filter_map(|(name, value)| Some((name, value?)))
    }
}

impl From<&Refusal> for Prepared {
    fn from(refusal: &Refusal) -> Self {
        Self { status: refusal.status(), body: refusal.json(), ..Self::default() }
    }
}

impl Fault {
    /// Spoils the right response.
    pub(crate) fn spoil(self, right: &Prepared) -> Response<Body> {
        let mut response = self.spoiled(right);
        right.stamp(&mut response);
        response
    }

    fn spoiled(self, right: &Prepared) -> Response<Body> {
        let status = self.status(right.status);
        let text = right.body.to_string();
        match self.kind {
            Kind::Html502 => response(
                status,
                "text/html",
                "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>".into(),
            ),
            Kind::Empty => response(status, JSON, Body::empty()),
            Kind::NotJson => response(status, JSON, "certainly not JSON".into()),
            Kind::WrongContentType => response(status, "text/html; charset=utf-8", text.into()),
            Kind::Stall => response(status, JSON, text.into()),
            // A pause, so that the half is on the wire before the end.
            Kind::Truncated => broken_off(status, text.into_bytes(), Duration::from_millis(20)),
            Kind::StalledBody => broken_off(status, text.into_bytes(), self.duration()),
            Kind::Dribbled => dribbled(status, text.as_bytes(), self.duration()),
            Kind::Duplicated => instead(Instead::Twice(right.written(), self.duration())),
            Kind::Busy | Kind::Busy503 => {
                let mut response = response(status, TEXT, "too many requests at once".into());
                let seconds = self.duration().as_secs_f64().ceil().to_string();
                response
                    .headers_mut()
                    .insert(RETRY_AFTER, HeaderValue::try_from(seconds).unwrap_or(HeaderValue::from(1)));
                response
            }
            Kind::StrayCopy => instead(Instead::StrayCopy(right.written())),
            Kind::Withheld => instead(Instead::Withheld(right.written())),
            Kind::ClosedIdle => instead(Instead::ClosedIdle(right.written())),
            Kind::Flood100 => flood(String::new(), "HTTP/1.1 100 Continue\r\n\r\n"),
            Kind::Flood103 => flood(String::new(), "HTTP/1.1 103 Early Hints\r\nlink: </tea.css>; rel=preload\r\n\r\n"),
            Kind::FloodBlankLines => flood(String::new(), "\r\n"),
            Kind::FloodHeaders => flood(right.head(), "x-flood: 0\r\n"),
            Kind::FloodChunkSize => flood(right.chunked_head(), "0"),
            Kind::FloodChunkExtension => flood(right.chunked_head() + "1;x=", "0"),
            Kind::FloodBody => flood(right.chunked(), "1\r\n \r\n"),
            Kind::FloodTrailers => flood(right.chunked() + "0\r\n", "x-flood: 0\r\n"),
            Kind::Reset | Kind::LateCommit | Kind::Refused | Kind::TlsAbort => instead(Instead::Reset),
            Kind::Status => match self.canned.map(|canned| canned.body) {
                Some(Value::String(text)) => response(status, TEXT, text.into()),
                Some(Value::Null) | None => response(status, JSON, Body::empty()),
                Some(body) => response(status, JSON, body.to_string().into()),
            },
        }
    }
}

impl Prepared {
    /// Adds `Date` and `Age`.
    fn stamp(&self, response: &mut Response<Body>) {
        for (name, value) in self.times() {
            if let Ok(value) = HeaderValue::from_str(value) {
                response.headers_mut().insert(name, value);
            }
        }
    }

    /// The head in text, without the length of the body and the empty line.
    fn head(&self) -> String {
        let mut head = format!("HTTP/1.1 {}\r\ncontent-type: {JSON}\r\n", code(self.status));
        for (name, value) in self.times() {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        head
    }

    fn chunked_head(&self) -> String {
        self.head() + "transfer-encoding: chunked\r\n\r\n"
    }

    /// The head, and the body in one chunk, without an end.
    fn chunked(&self) -> String {
        let body = self.body.to_string();
        format!("{}{:x}\r\n{body}\r\n", self.chunked_head(), body.len())
    }

    /// The whole response in bytes.
    fn written(&self) -> Vec<u8> {
        let body = self.body.to_string();
        format!("{}content-length: {}\r\n\r\n{body}", self.head(), body.len()).into_bytes()
    }
}

/// Sends a response as it is.
pub(crate) fn respond(prepared: &Prepared) -> Response<Body> {
    let mut response = response(prepared.status, JSON, prepared.body.to_string().into());
    prepared.stamp(&mut response);
    response
}

fn response(status: u16, content_type: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = code(status);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

fn code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn instead(what: Instead) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    response.extensions_mut().insert(what);
    response
}

fn flood(start: String, rest: &str) -> Response<Body> {
    instead(Instead::Flood(Flood::new(start, rest)))
}

/// Declares the whole length, sends half, and breaks off after a pause.
fn broken_off(status: u16, whole: Vec<u8>, pause: Duration) -> Response<Body> {
    let length = whole.len();
    let half = Bytes::from(whole).slice(..length / 2);
    let first = stream::once(async move { Ok::<_, std::io::Error>(half) });
    let end = stream::once(async move {
        tokio::time::sleep(pause).await;
        Err(std::io::Error::other("broken off on purpose"))
    });
    of_length(length, response(status, JSON, Body::from_stream(first.chain(end))))
}

/// Sends the whole body in small pieces over this time.
fn dribbled(status: u16, whole: &[u8], time: Duration) -> Response<Body> {
    let length = whole.len();
    let pieces: Vec<_> = whole.chunks(DRIBBLE).map(Bytes::copy_from_slice).collect();
    let pause = time.div_f64(f64::from(u32::try_from(pieces.len()).unwrap_or(u32::MAX).max(1)));
    let pieces = stream::iter(pieces).then(move |piece| async move {
        tokio::time::sleep(pause).await;
        Ok::<_, std::io::Error>(piece)
    });
    of_length(length, response(status, JSON, Body::from_stream(pieces)))
}

fn of_length(length: usize, mut response: Response<Body>) -> Response<Body> {
    response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(length));
    response
}
