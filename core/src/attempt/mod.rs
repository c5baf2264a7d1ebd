//! What became of calls whose reply was lost.

mod look;
mod settle;
mod signs;
pub(crate) mod stored;
mod sweep;

use crate::model::{Attempt, AttemptOutcome};

impl Attempt {
    /// Whether its end is known.
    pub(crate) fn is_answered(&self) -> bool {
        matches!(self.outcome, AttemptOutcome::Done | AttemptOutcome::Refused)
    }

    /// Whether it gives money back.
    pub(crate) fn is_refund(&self) -> bool {
        self.endpoint.starts_with("payments.cancel_")
    }
}
