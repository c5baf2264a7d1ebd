//! Replies that go wrong on the way, at your command.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderValue, Response, StatusCode};
use futures_util::{StreamExt as _, stream};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

const JSON: &str = "application/json; charset=utf-8";

/// What to do to a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// A gateway's error page.
    #[serde(rename = "html_502")]
    Html502,
    /// 200 and no body.
    Empty,
    /// Half the body, then the connection closes.
    Truncated,
    /// The right body, called text/html.
    WrongContentType,
    /// 200, called JSON, and is not.
    NotJson,
    /// The connection is reset without a reply.
    Reset,
    /// Nothing for a while, then the right reply.
    Stall,
    /// A status and a body of the caller's choice.
    Status,
}

/// Whether the request is carried out before its reply goes wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum When {
    /// It is not.
    #[default]
    Before,
    /// It is.
    After,
}

/// A status and body to answer with.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Canned {
    pub(crate) status: u16,
    /// JSON; a string is sent as it is.
    #[serde(default)]
    pub(crate) body: Value,
}

/// A fault, as it waits for its request.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Fault {
    pub(crate) kind: Kind,
    pub(crate) when: When,
    /// How long a stall lasts, in real seconds.
    pub(crate) seconds: f64,
    pub(crate) canned: Option<Canned>,
}

/// Marks a response whose connection must be reset instead.
#[derive(Clone, Copy)]
pub(crate) struct ResetConnection;

/// A reply before it meets a fault.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: Value,
}

impl Fault {
    /// The name in the request log.
    pub(crate) fn name(&self) -> String {
        let name = |value: Value| value.as_str().unwrap_or_default().to_owned();
        name(json!(self.kind))
    }

    /// Whether the request is carried out at all.
    pub(crate) fn executes(&self) -> bool {
        self.when == When::After || self.kind == Kind::Stall
    }

    pub(crate) async fn wait_before(&self) {
        if self.when == When::Before {
            self.wait().await;
        }
    }

    pub(crate) async fn wait_after(&self) {
        if self.when == When::After {
            self.wait().await;
        }
    }

    async fn wait(&self) {
        if self.kind == Kind::Stall {
            let time = Duration::try_from_secs_f64(self.seconds).unwrap_or_default();
            tokio::time::sleep(time).await;
        }
    }

    /// The status that the log keeps: 0 where no reply leaves.
    pub(crate) fn status(&self, right: u16) -> u16 {
        match self.kind {
            Kind::Html502 => 502,
            Kind::Empty | Kind::NotJson => 200,
            Kind::Reset => 0,
            Kind::Status => self.canned.as_ref().map_or(right, |canned| canned.status),
            Kind::Truncated | Kind::WrongContentType | Kind::Stall => right,
        }
    }

    /// What leaves instead of the right reply.
    pub(crate) fn spoil(self, right: &Reply) -> Response<Body> {
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
            Kind::Stall => respond(right),
            Kind::Truncated => truncated(status, text.into_bytes()),
            Kind::Reset => {
                let mut response = Response::new(Body::empty());
                response.extensions_mut().insert(ResetConnection);
                response
            }
            Kind::Status => match self.canned.map(|canned| canned.body) {
                Some(Value::String(text)) => response(status, "text/plain; charset=utf-8", text.into()),
                Some(Value::Null) | None => response(status, JSON, Body::empty()),
                Some(body) => response(status, JSON, body.to_string().into()),
            },
        }
    }
}

/// The right reply.
pub(crate) fn respond(reply: &Reply) -> Response<Body> {
    response(reply.status, JSON, reply.body.to_string().into())
}

fn response(status: u16, content_type: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

/// Promises the whole length, sends half, lets it reach the wire, and breaks off.
fn truncated(status: u16, whole: Vec<u8>) -> Response<Body> {
    let length = whole.len();
    let half = Bytes::from(whole).slice(..length / 2);
    let first = stream::once(async move { Ok::<_, std::io::Error>(half) });
    let end = stream::once(async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        Err(std::io::Error::other("truncated on purpose"))
    });
    let mut response = response(status, JSON, Body::from_stream(first.chain(end)));
    response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(length));
    response
}
