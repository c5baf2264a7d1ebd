//! Looks until it is sure, or time is up.

use std::time::Duration;

use super::{
    look::{self, Finding, State},
    stored,
};
use crate::{
    check::Violation,
    client::Session,
    endpoint::Composed,
    error::{BootpayError, Result},
    model::{Attempt, AttemptOutcome, SettleAttempt, SettledOutcome, Settlement},
    value::Timestamp,
};

/// Between the two looks that must see the same.
pub(super) const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

impl Composed for SettleAttempt {
    async fn compose(self, session: &Session) -> Result<Settlement> {
        let invalid = |rule| BootpayError::invalid(Violation::new("stored", rule));
        let attempt = stored::restore(&self.stored).map_err(invalid)?;
        if attempt.merchant != session.settings.merchant {
            return Err(invalid("must be an attempt of this client's merchant, made with the same key"));
        }
        if attempt.mode != session.mode() {
            return Err(invalid("must be an attempt of this client's mode"));
        }
        let settlement = settle(attempt, session).await?;
        remember(&settlement, session).await;
        Ok(settlement)
    }
}

/// What is known, is owed no more.
pub(super) async fn remember(settlement: &Settlement, session: &Session) {
    let outcome = match settlement.outcome {
        SettledOutcome::Done => AttemptOutcome::Done,
        SettledOutcome::DidNotHappen => AttemptOutcome::Refused,
        SettledOutcome::Unknown => return,
    };
    session.settled(&settlement.attempt, outcome).await;
}

/// When it is no longer too early to say that something did not happen, in milliseconds.
pub(super) fn quiet_at(attempt: &Attempt, session: &Session) -> i64 {
    attempt.sent_at.as_millis().saturating_add(millis(session.settings.quiet_period))
}

async fn settle(attempt: Attempt, session: &Session) -> Result<Settlement> {
    let quiet_at = quiet_at(&attempt, session);
    let mut before: Option<Finding> = None;
    loop {
        let finding = look::look(&attempt, session).await?;
        let outcome = match finding.state {
            State::Done => SettledOutcome::Done,
            State::Refused => SettledOutcome::DidNotHappen,
            State::Unknown | State::Overtaken => SettledOutcome::Unknown,
            State::NoSign => {
                let missing = quiet_at - Timestamp::now().as_millis();
                let quiet = missing <= 0;
                if quiet && before.as_ref() == Some(&finding) {
                    SettledOutcome::DidNotHappen
                } else {
                    // Only looks after the quiet period count.
                    before = quiet.then_some(finding.clone());
                    let wait = Duration::from_millis(missing.max(0).unsigned_abs()).max(BETWEEN_LOOKS);
                    if session.pause(wait).await {
                        continue;
                    }
                    return Ok(conclude(attempt, finding.too_early(), SettledOutcome::Unknown, Some(quiet_at)));
                }
            }
        };
        return Ok(conclude(attempt, finding, outcome, None));
    }
}

pub(super) fn conclude(
    attempt: Attempt,
    finding: Finding,
    outcome: SettledOutcome,
    ask_again_at: Option<i64>,
) -> Settlement {
    let Finding { reason, seen, .. } = finding;
    Settlement {
        outcome,
        reason,
        ask_again_at: ask_again_at.and_then(|millis| {
            let soon = Timestamp::now().as_millis() + millis_between();
            Timestamp::from_millis(millis.max(soon))
        }),
        attempt,
        receipt: seen.receipt,
        billing_key: seen.billing_key,
        reservation: seen.reservation,
    }
}

fn millis_between() -> i64 {
    millis(BETWEEN_LOOKS)
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
