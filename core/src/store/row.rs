//! An attempt as a row.

use std::time::Duration;

use super::StoreError;
use crate::{
    attempt::serialized,
    model::{Attempt, AttemptOutcome, AttemptRow, Mode},
    symbol::Symbol,
    value::Timestamp,
};

/// Time for which a resolved attempt is kept, for a process that dies before it has used the outcome.
const ANSWERED_KEPT: Duration = Duration::from_secs(60 * 60);

/// The owner of the attempts that a client stores and recovers.
pub(super) fn owner(merchant: &str, mode: Mode) -> String {
    format!("{merchant}/{}", mode.symbol())
}

/// The key by which other attempts on the same target are found.
pub(super) fn target(attempt: &Attempt) -> Option<String> {
    let named = |kind: &str, id: &Option<String>| id.as_ref().map(|id| format!("{kind}/{id}"));
    let payment = attempt.receipt_id.clone();
    payment
        .or_else(|| named("order", &attempt.order_id))
        .or_else(|| named("billing_key", &attempt.billing_key))
        .or_else(|| named("reservation", &attempt.reserve_id))
}

/// The row of an attempt, which nobody need look after before `due_at`.
pub(super) fn row(attempt: &Attempt, due_at: Timestamp) -> AttemptRow {
    let answered = attempt.is_answered();
    AttemptRow {
        id: attempt.id.clone(),
        owner: owner(&attempt.merchant, attempt.mode),
        payment: target(attempt),
        answered,
        due_at,
        forget_at: answered.then(|| Timestamp::now().after(ANSWERED_KEPT)),
        record: format!("{} {}", attempt.outcome.symbol(), attempt.serialized),
    }
}

/// The attempt of a record.
pub(super) fn attempt(record: &str) -> Result<Attempt, StoreError> {
    let read = || {
        let (outcome, text) = record.split_once(' ')?;
        let outcome = AttemptOutcome::from_symbol(outcome)?;
        Some(Attempt { outcome, ..serialized::restore(text).ok()? })
    };
    read().ok_or_else(|| StoreError::new("a record differs from the one that was stored: it was truncated or altered"))
}
