//! An attempt: the record of a request that changes something, and its text form.

pub(crate) mod serialized;

use crate::{
    model::{Attempt, AttemptOutcome},
    value::Timestamp,
};

impl Attempt {
    /// Returns true if its outcome is known.
    pub(crate) fn is_answered(&self) -> bool {
        matches!(self.outcome, AttemptOutcome::Done | AttemptOutcome::Refused)
    }

    /// The same, sent at this moment.
    pub(crate) fn sent_now(&self) -> Self {
        Self { sent_at: Timestamp::now(), ..self.clone() }.with_stored()
    }

    /// The same, of which nobody can say any more what had been given back before.
    pub(crate) fn overtaken(self) -> Self {
        Self { cancelled_before: None, ..self }.with_stored()
    }

    fn with_stored(mut self) -> Self {
        self.serialized = serialized::store(&self);
        self
    }
}
