//! Faults on the way of webhooks: loss, duplication, reordering and delay on demand.

use serde::{Deserialize, Serialize};

use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;

/// The kind of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// The attempt does not arrive; a resend follows.
    Lost,
    /// The response does not arrive; a resend follows, though the merchant has the webhook.
    ResponseLost,
    /// The webhook is never sent, not even again.
    NeverSent,
    /// The attempt arrives twice, one after the other.
    Duplicated,
    /// The webhook waits until the merchant's next one was sent.
    Reordered,
    /// The attempt is made `seconds` later, on the emulator's clock.
    Delayed,
}

impl Kind {
    /// Its symbol in the journal.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Lost => "webhook_lost",
            Self::ResponseLost => "webhook_response_lost",
            Self::NeverSent => "webhook_never_sent",
            Self::Duplicated => "webhook_duplicated",
            Self::Reordered => "webhook_reordered",
            Self::Delayed => "webhook_delayed",
        }
    }
}

/// A fault that meets the next attempts.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WebhookFault {
    pub(crate) kind: Kind,
    /// The attempts that meet it.
    #[serde(default = "one")]
    pub(crate) times: u32,
    /// For [`Kind::Delayed`].
    #[serde(default)]
    pub(crate) seconds: Option<u32>,
    /// Meets attempts of this merchant only.
    #[serde(default)]
    pub(crate) merchant: Option<String>,
    /// Meets attempts with this `webhook_type` only.
    #[serde(default)]
    pub(crate) webhook_type: Option<String>,
}

fn one() -> u32 {
    1
}

impl WebhookFault {
    /// Checks that the fault can be injected.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        if self.times == 0 {
            return Err(Code::Control.at("times", Rule::AtLeast { least: 1 }));
        }
        match (self.kind, self.seconds) {
            (Kind::Delayed, None | Some(0)) => Err(Code::Control.because("delayed needs seconds, at least 1")),
            (Kind::Delayed, _) | (_, None) => Ok(()),
            _ => Err(Code::Control.because("only delayed takes seconds")),
        }
    }

    /// Returns whether it meets an attempt.
    pub(crate) fn meets(&self, merchant: &str, webhook_type: Option<&str>) -> bool {
        self.merchant.as_deref().is_none_or(|wanted| wanted == merchant)
            && (self.webhook_type.is_none() || self.webhook_type.as_deref() == webhook_type)
    }
}
