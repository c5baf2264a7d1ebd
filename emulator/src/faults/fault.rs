//! Replies and connections that go wrong on the way, at your command.

mod magic;
mod pick;
mod plan;
mod spoil;

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::refusal::{Code, Refusal};

pub(crate) use pick::{at_accept, pick};
pub(crate) use plan::Plan;
pub(crate) use spoil::{Instead, Reply, respond};

/// What goes wrong.
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
    /// Half the body, then silence, then the connection closes.
    StalledBody,
    /// The right body, called text/html.
    WrongContentType,
    /// 200, called JSON, and is not.
    NotJson,
    /// The connection is reset without a reply.
    Reset,
    /// 429 that says when to come back.
    Busy,
    /// 503 that says when to come back.
    #[serde(rename = "busy_503")]
    Busy503,
    /// Nothing for a while, then the right reply.
    Stall,
    /// The right reply, a few bytes at a time.
    Dribbled,
    /// The right reply, twice: at once, or after a while.
    Duplicated,
    /// The connection is reset, and only later the request is carried out.
    LateCommit,
    /// A status and a body of the caller's choice.
    Status,
    /// The connection is reset as soon as it is accepted.
    Refused,
    /// The connection is reset within its TLS handshake.
    TlsAbort,
}

impl Kind {
    /// The name in JSON.
    fn name(self) -> String {
        json!(self).as_str().unwrap_or_default().to_owned()
    }

    fn takes_seconds(self) -> bool {
        matches!(self, Self::Stall | Self::StalledBody | Self::Dribbled | Self::LateCommit | Self::Busy | Self::Busy503)
    }

    /// Whether it meets a connection, before any request is read.
    pub(crate) fn is_at_accept(self) -> bool {
        matches!(self, Self::Refused | Self::TlsAbort)
    }

    /// Whether there is a choice of carrying the request out or not; a stall chooses its place.
    fn takes_when(self) -> bool {
        !self.is_at_accept() && !matches!(self, Self::Dribbled | Self::Duplicated | Self::LateCommit)
    }
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

/// A fault as it is asked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wish {
    when: Option<When>,
    kind: Option<Kind>,
    #[serde(default)]
    seconds: f64,
    status: Option<Canned>,
}

impl Wish {
    /// The fault, if what is asked for makes one.
    pub(crate) fn fault(self) -> Result<Fault, Refusal> {
        let refuse = |saw: &str| Err(Code::Control.because(saw));
        let kind = match (self.kind, &self.status) {
            (None | Some(Kind::Status), Some(_)) => Kind::Status,
            (Some(kind), None) if kind != Kind::Status => kind,
            (Some(_), Some(_)) => return refuse("kind and status exclude each other"),
            _ => return refuse("one of kind and status is needed; kind \"status\" needs status"),
        };
        let name = kind.name();
        let odd = kind.takes_seconds() != (self.seconds > 0.0) && kind != Kind::Duplicated;
        if odd || !(0.0..=3600.0).contains(&self.seconds) {
            let which = if kind.takes_seconds() { "needs" } else { "goes without" };
            return refuse(&format!("kind {name:?} {which} seconds; they are above 0 and at most 3600"));
        }
        if self.when.is_some() && !kind.takes_when() {
            return refuse(&format!("kind {name:?} goes without when"));
        }
        if let Some(canned) = &self.status
            && !(200..=599).contains(&canned.status)
        {
            return refuse("status.status must be from 200 to 599");
        }
        Ok(Fault { kind, when: self.when.unwrap_or_default(), seconds: self.seconds, canned: self.status })
    }
}

/// A fault, as it waits for its request.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Fault {
    pub(crate) kind: Kind,
    when: When,
    /// How long, in real seconds.
    seconds: f64,
    canned: Option<Canned>,
}

impl Fault {
    /// The name in the request log.
    pub(crate) fn name(&self) -> String {
        self.kind.name()
    }

    /// Whether the request is carried out at all.
    pub(crate) fn executes(&self) -> bool {
        self.when == When::After
            || matches!(self.kind, Kind::Stall | Kind::Dribbled | Kind::Duplicated | Kind::LateCommit)
    }

    /// Whether the caller loses the reply before the request is carried out.
    pub(crate) fn replies_first(&self) -> bool {
        self.kind == Kind::LateCommit
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
        if matches!(self.kind, Kind::Stall | Kind::LateCommit) {
            tokio::time::sleep(self.duration()).await;
        }
    }

    fn duration(&self) -> Duration {
        Duration::try_from_secs_f64(self.seconds).unwrap_or_default()
    }

    /// The status that the log keeps: 0 where no reply leaves.
    pub(crate) fn status(&self, right: u16) -> u16 {
        match self.kind {
            Kind::Html502 => 502,
            Kind::Busy => 429,
            Kind::Busy503 => 503,
            Kind::Empty | Kind::NotJson => 200,
            Kind::Reset | Kind::LateCommit | Kind::Refused | Kind::TlsAbort => 0,
            Kind::Status => self.canned.as_ref().map_or(right, |canned| canned.status),
            Kind::Truncated
            | Kind::StalledBody
            | Kind::WrongContentType
            | Kind::Stall
            | Kind::Dribbled
            | Kind::Duplicated => right,
        }
    }
}
