//! Why an attempt to deliver a webhook does not count.

use std::fmt;

use crate::domain::generation::Generation;

/// Why an attempt brought no response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unanswered {
    /// The URL is not on this machine.
    Far,
    /// No connection, or one that broke.
    Unreachable(String),
    TimedOut,
    /// By a fault: the attempt did not arrive.
    Lost,
    /// By a fault: nothing is ever sent.
    NeverSent,
    /// By a fault: the attempt arrived.
    ResponseLost,
}

/// Why an attempt is not acknowledged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    Unanswered(Unanswered),
    Redirect(u16),
    Status(u16, Generation),
    /// The body is not `OK`.
    NotOk,
    /// The body is not JSON with `"success": true`.
    NotSuccess,
}

impl Failure {
    /// Its symbol in the log.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Unanswered(Unanswered::Far) => "far",
            Self::Unanswered(Unanswered::Unreachable(_)) => "unreachable",
            Self::Unanswered(Unanswered::TimedOut) => "timed_out",
            Self::Unanswered(Unanswered::Lost) => "lost",
            Self::Unanswered(Unanswered::NeverSent) => "never_sent",
            Self::Unanswered(Unanswered::ResponseLost) => "response_lost",
            Self::Redirect(_) => "redirect",
            Self::Status(..) => "status",
            Self::NotOk => "not_ok",
            Self::NotSuccess => "not_success",
        }
    }
}

impl fmt::Display for Unanswered {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Far => "not sent: the emulator sends to http:// on loopback only",
            Self::Unreachable(reason) => reason,
            Self::TimedOut => "no response within 5 s",
            Self::Lost => "lost on its way, by a fault",
            Self::NeverSent => "never sent, by a fault",
            Self::ResponseLost => "the response was lost, by a fault",
        })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unanswered(reason) => reason.fmt(formatter),
            Self::Redirect(status) => write!(formatter, "HTTP {status}: redirects are not followed"),
            Self::Status(status, Generation::V1) => write!(formatter, "HTTP {status}, needed is 2xx"),
            Self::Status(status, Generation::V2) => write!(formatter, "HTTP {status}, needed is 200"),
            Self::NotOk => formatter.write_str("the body is not exactly OK"),
            Self::NotSuccess => formatter.write_str("the body is not JSON with \"success\": true"),
        }
    }
}
