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

    /// The same, of which nobody can say any more how things were before.
    pub(crate) fn overtaken(self) -> Self {
        Self { cancelled_before: None, effect_before: None, payments_before: None, ..self }.with_stored()
    }

    /// Returns true if both are about the same payment, order and amount, billing key or reservation.
    pub(crate) fn has_target_of(&self, other: &Self) -> bool {
        if self.receipt_id.is_some() || other.receipt_id.is_some() {
            return self.receipt_id == other.receipt_id;
        }
        if self.order_id.is_some() || other.order_id.is_some() {
            return self.order_id == other.order_id && self.amount == other.amount;
        }
        let named = self.billing_key.is_some() || self.reserve_id.is_some();
        named && self.billing_key == other.billing_key && self.reserve_id == other.reserve_id
    }

    fn with_stored(mut self) -> Self {
        self.serialized = serialized::store(&self);
        self
    }
}
