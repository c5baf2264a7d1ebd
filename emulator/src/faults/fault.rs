//! The faults.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The kind of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// The error page of a gateway.
    #[serde(rename = "html_502")]
    Html502,
    /// 200 without a body.
    Empty,
    /// Half of the body, then the connection closes.
    Truncated,
    /// Half of the body, then silence, then the connection closes.
    StalledBody,
    /// The right body, labelled text/html.
    WrongContentType,
    /// 200, labelled JSON, with a body that is not JSON.
    NotJson,
    /// The connection is reset without a response.
    Reset,
    /// 429 with `Retry-After`.
    Busy,
    /// 503 with `Retry-After`.
    #[serde(rename = "busy_503")]
    Busy503,
    /// Silence, then the right response.
    Stall,
    /// The right response, a few bytes at a time.
    Dribbled,
    /// The right response twice: at once, or after a pause.
    Duplicated,
    /// The connection is reset at once, and the request is carried out later.
    LateCommit,
    /// The right response, and a copy of it that the next request on the connection reads.
    StrayCopy,
    /// The right response, late: the next request on the connection reads it.
    Withheld,
    /// The right response; then the connection closes as the next request arrives.
    ClosedIdle,
    /// Interim responses without end.
    #[serde(rename = "flood_100")]
    Flood100,
    /// The same, with a header.
    #[serde(rename = "flood_103")]
    Flood103,
    /// Empty lines without end, before the status line.
    FloodBlankLines,
    /// Header lines without end.
    FloodHeaders,
    /// A chunk size without end.
    FloodChunkSize,
    /// The extension of a chunk, without end.
    FloodChunkExtension,
    /// The right body, then chunks without end.
    FloodBody,
    /// The right body, then trailer lines without end.
    FloodTrailers,
    /// A status and a body of the test's choice.
    Status,
    /// The connection is reset as soon as it is accepted.
    Refused,
    /// The connection is reset within its TLS handshake.
    TlsAbort,
}

impl Kind {
    /// The name in JSON.
    pub(super) fn name(self) -> String {
        json!(self).as_str().unwrap_or_default().to_owned()
    }

    pub(super) fn takes_seconds(self) -> bool {
        matches!(self, Self::Stall | Self::StalledBody | Self::Dribbled | Self::LateCommit | Self::Busy | Self::Busy503)
    }

    /// Returns whether the fault meets a connection, before a request is read.
    pub(crate) fn is_at_accept(self) -> bool {
        matches!(self, Self::Refused | Self::TlsAbort)
    }

    /// Returns whether the test chooses `when`: if the request is carried out or, for a stall, the place of the silence.
    pub(super) fn takes_when(self) -> bool {
        !self.is_at_accept() && !self.executes()
    }

    /// Returns whether the request is always carried out. A stall is, too, but a test chooses its place.
    fn executes(self) -> bool {
        matches!(
            self,
            Self::Dribbled | Self::Duplicated | Self::LateCommit | Self::StrayCopy | Self::Withheld | Self::ClosedIdle
        )
    }
}

/// The choice of carrying the request out before its response is spoiled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum When {
    /// It is not carried out.
    #[default]
    Before,
    /// It is carried out.
    After,
}

/// A status and a body to respond with.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Canned {
    pub(crate) status: u16,
    /// JSON; a string is sent as it is.
    #[serde(default)]
    pub(crate) body: Value,
}

/// A fault that waits for its request.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Fault {
    pub(crate) kind: Kind,
    pub(super) when: When,
    /// Duration in real seconds.
    pub(super) seconds: f64,
    pub(super) canned: Option<Canned>,
}

impl Fault {
    /// The name in the request log.
    pub(crate) fn name(&self) -> String {
        self.kind.name()
    }

    /// The fault as a control takes it.
    pub(crate) fn wish(&self) -> Value {
        let mut wish = match &self.canned {
            Some(canned) => json!({ "status": canned }),
            None => json!({ "kind": self.kind }),
        };
        if self.kind.takes_when() {
            wish["when"] = json!(self.when);
        }
        if self.seconds > 0.0 {
            wish["seconds"] = self.seconds.into();
        }
        wish
    }

    /// Returns whether the request is carried out at all.
    pub(crate) fn executes(&self) -> bool {
        self.when == When::After || self.kind == Kind::Stall || self.kind.executes()
    }

    /// Returns whether the connection fails before the request is carried out.
    pub(crate) fn fails_first(&self) -> bool {
        self.kind == Kind::LateCommit
    }

    /// Waits before the request is carried out.
    pub(crate) async fn wait_before(&self) {
        if self.when == When::Before {
            self.wait().await;
        }
    }

    /// Waits after the request was carried out.
    pub(crate) async fn wait_after(&self) {
        if self.when == When::After {
            self.wait().await;
        }
    }

    async fn wait(&self) {
        if matches!(self.kind, Kind::Stall | Kind::LateCommit) {
            tokio::time::sleep(self.duration()).await;
        }
    }

    pub(super) fn duration(&self) -> Duration {
        Duration::try_from_secs_f64(self.seconds).unwrap_or_default()
    }

    /// The status in the request log: 0 where no response is sent.
    pub(crate) fn status(&self, right: u16) -> u16 {
        match self.kind {
            Kind::Html502 => 502,
            Kind::Busy => 429,
            Kind::Busy503 => 503,
            Kind::Empty | Kind::NotJson => 200,
            Kind::Reset
            | Kind::LateCommit
            | Kind::Refused
            | Kind::TlsAbort
            | Kind::Flood100
            | Kind::Flood103
            | Kind::FloodBlankLines
            | Kind::FloodHeaders => 0,
            Kind::Status => self.canned.as_ref().map_or(right, |canned| canned.status),
            Kind::Truncated
            | Kind::StalledBody
            | Kind::WrongContentType
            | Kind::Stall
            | Kind::Dribbled
            | Kind::Duplicated
            | Kind::StrayCopy
            | Kind::Withheld
            | Kind::ClosedIdle
            | Kind::FloodChunkSize
            | Kind::FloodChunkExtension
            | Kind::FloodBody
            | Kind::FloodTrailers => right,
        }
    }
}
