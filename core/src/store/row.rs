//! An attempt as a row.

use std::time::Duration;

use super::StoreError;
use crate::{
    attempt::serialized,
    model::{Attempt, AttemptOutcome, AttemptRow, Mode},
    symbol::Symbol,
};

/// Time for which a resolved attempt is kept, for a process that dies before it has used the outcome.
pub(super) const ANSWERED_KEPT: Duration = Duration::from_secs(60 * 60);

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

/// An attempt as a store keeps it.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) attempt: Attempt,
    /// The time for which it was put aside after a look that found nothing: that much has passed when it is
    /// claimed.
    pub(crate) quiet_for: Duration,
}

/// The row of an attempt, which nobody need look after before `due_in`.
pub(super) fn row(attempt: &Attempt, due_in: Duration, quiet_for: Duration) -> AttemptRow {
    let answered = attempt.is_answered();
    let quiet = match millis(quiet_for) {
        0 => String::new(),
        millis => format!("{QUIET}{millis}"),
    };
    AttemptRow {
        id: attempt.id.clone(),
        owner: owner(&attempt.merchant, attempt.mode),
        payment: target(attempt),
        answered,
        due_in_ms: millis(due_in),
        forget_in_ms: answered.then(|| millis(ANSWERED_KEPT)),
        record: format!("{}{quiet} {}", attempt.outcome.symbol(), attempt.serialized),
    }
}

/// Between the outcome in a record and the milliseconds that it was put aside for.
const QUIET: char = '~';

/// Whole milliseconds, of a time that every database can add to its own.
pub(super) fn millis(duration: Duration) -> i64 {
    const LONGEST: i64 = 100 * 365 * 24 * 60 * 60 * 1000;
    i64::try_from(duration.as_millis()).unwrap_or(LONGEST).min(LONGEST)
}

/// The attempt of a record.
pub(super) fn kept(record: &str) -> Result<Kept, StoreError> {
    let read = || {
        let (head, text) = record.split_once(' ')?;
        let (outcome, quiet) = head.split_once(QUIET).unwrap_or((head, "0"));
        let outcome = AttemptOutcome::from_symbol(outcome)?;
        let quiet_for = Duration::from_millis(quiet.parse().ok()?);
        Some(Kept { attempt: Attempt { outcome, ..serialized::restore(text).ok()? }, quiet_for })
    };
    read().ok_or_else(|| StoreError::new("a record differs from the one that was stored: it was truncated or altered"))
}

/// The same record, of whose time nobody knows what has passed.
#[cfg(feature = "sqlite")]
pub(super) fn without_quiet(record: &str) -> String {
    let Some((head, text)) = record.split_once(' ') else { return record.to_owned() };
    let outcome = head.split_once(QUIET).map_or(head, |(outcome, _)| outcome);
    format!("{outcome} {text}")
}
