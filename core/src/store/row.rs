//! An attempt as a row.

use std::time::Duration;

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use uuid::Uuid;

use crate::{
    attempt::serialized,
    model::{Attempt, AttemptOutcome, AttemptRow, Mode},
    symbol::Symbol,
    value::Timestamp,
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
    /// The record, if it was truncated or altered: then the attempt is what is left of it.
    pub(crate) damaged: Option<String>,
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
        record: record(
            &attempt.id,
            target(attempt).as_deref(),
            &format!("{}{quiet} {}", attempt.outcome.symbol(), attempt.serialized),
        ),
    }
}

/// The row of a record that cannot be read: it stays as it is, and is due after the others.
pub(super) fn damaged_row(attempt: &Attempt, record: String, due_in: Duration) -> AttemptRow {
    AttemptRow { record, ..row(attempt, due_in, Duration::ZERO) }
}

/// A record: the id and the target of the attempt, which are found even if the rest cannot be read, and the
/// rest.
pub(super) fn record(id: &str, target: Option<&str>, rest: &str) -> String {
    let target = target.map_or_else(|| NONE.into(), |target| utf8_percent_encode(target, NON_ALPHANUMERIC).to_string());
    format!("{id} {target} {rest}")
}

/// Stands for no target.
const NONE: &str = "-";

/// Between the outcome in a record and the milliseconds that it was put aside for.
const QUIET: char = '~';

/// Whole milliseconds, of a time that every database can add to its own.
pub(super) fn millis(duration: Duration) -> i64 {
    const LONGEST: i64 = 100 * 365 * 24 * 60 * 60 * 1000;
    i64::try_from(duration.as_millis()).unwrap_or(LONGEST).min(LONGEST)
}

/// The attempt of a record in the store of this merchant and mode.
pub(super) fn kept(record: &str, merchant: &str, mode: Mode) -> Kept {
    let read = || {
        let [id, _, head, text] = parts(record)?;
        let (outcome, quiet) = head.split_once(QUIET).unwrap_or((head, "0"));
        let outcome = AttemptOutcome::from_symbol(outcome)?;
        let quiet_for = Duration::from_millis(quiet.parse().ok()?);
        let attempt = Attempt { outcome, ..serialized::restore(text).ok()? };
        (attempt.id == id).then_some(Kept { attempt, quiet_for, damaged: None })
    };
    read().unwrap_or_else(|| Kept {
        attempt: rest(record, merchant, mode),
        quiet_for: Duration::ZERO,
        damaged: Some(record.to_owned()),
    })
}

fn parts(record: &str) -> Option<[&str; 4]> {
    let mut parts = record.splitn(4, ' ');
    Some([parts.next()?, parts.next()?, parts.next()?, parts.next()?])
}

/// The attempt, as far as a damaged record tells.
fn rest(record: &str, merchant: &str, mode: Mode) -> Attempt {
    let mut parts = record.split(' ');
    let id = parts.next().and_then(|id| Uuid::parse_str(id).ok());
    let target = parts.next().filter(|target| *target != NONE && id.is_some());
    let target = target.and_then(|target| percent_decode_str(target).decode_utf8().ok());
    let named = |kind: &str| Some(target.as_deref()?.strip_prefix(kind)?.strip_prefix('/')?.to_owned());
    let (order_id, billing_key, reserve_id) = (named("order"), named("billing_key"), named("reservation"));
    let receipt_id = target.as_deref().filter(|target| !target.contains('/')).map(str::to_owned);
    let begun = id.and_then(|id| Some(i64::try_from(id.get_timestamp()?.to_unix().0).ok()? * 1000));
    Attempt {
        id: id.map(|id| id.to_string()).unwrap_or_default(),
        endpoint: String::new(),
        merchant: merchant.to_owned(),
        mode,
        receipt_id,
        order_id,
        amount: None,
        cancel_id: None,
        billing_key,
        reserve_id,
        cancelled_before: None,
        effect_before: None,
        payments_before: None,
        sent_at: begun.and_then(Timestamp::from_millis).unwrap_or_else(Timestamp::now),
        outcome: AttemptOutcome::Unknown,
        serialized: String::new(),
    }
}

/// The same record, of whose time nobody knows what has passed; with its id and target, whatever became of it.
#[cfg(feature = "sqlite")]
pub(super) fn without_quiet(id: &str, target: Option<&str>, text: &str) -> String {
    let whole = identified(id, target, text);
    let Some([_, _, head, text]) = parts(&whole) else { return whole };
    let outcome = head.split_once(QUIET).map_or(head, |(outcome, _)| outcome);
    record(id, target, &format!("{outcome} {text}"))
}

/// A record that begins with its id and target, even if it was replaced by something else.
#[cfg(feature = "sqlite")]
pub(super) fn identified(id: &str, target: Option<&str>, text: &str) -> String {
    if text.strip_prefix(id).is_some_and(|rest| rest.starts_with(' ')) {
        text.to_owned()
    } else {
        record(id, target, text)
    }
}
