//! The scripted result of a PG: tests choose it for a payment, a billing key or a wallet.

use serde::{Deserialize, Serialize};

/// The PG's result for an approval, a charge or a cancel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PgResult {
    /// The PG does it and says so.
    #[default]
    Ok,
    /// The PG refuses.
    Refused,
    /// The PG does nothing, and its result is lost.
    Critical,
    /// The PG does it, and its result is lost.
    CriticalDone,
}

impl PgResult {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Refused => "refused",
            Self::Critical => "critical",
            Self::CriticalDone => "critical_done",
        }
    }

    pub(crate) fn parse(text: &str) -> Self {
        match text {
            "refused" => Self::Refused,
            "critical" => Self::Critical,
            "critical_done" => Self::CriticalDone,
            _ => Self::Ok,
        }
    }
}
