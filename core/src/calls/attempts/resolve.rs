//! Looks until it is sure, or time is up.

use std::time::Duration;

use super::{
    evidence::State,
    probe::{self, Finding},
};
use crate::{
    attempt::serialized,
    check::Violation,
    client::Session,
    client::endpoint::Composed,
    error::{BootpayError, Result},
    model::{Attempt, AttemptOutcome, Resolution, ResolveAttempt, ResolvedOutcome},
    value::Timestamp,
};

/// Between the two looks that must see the same.
pub(super) const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

impl Composed for ResolveAttempt {
    async fn compose(self, session: &Session) -> Result<Resolution> {
        let invalid = |rule| BootpayError::invalid(Violation::new("serialized", rule));
        let attempt = serialized::restore(&self.serialized).map_err(invalid)?;
        if attempt.merchant != session.settings.merchant {
            return Err(invalid("must be an attempt of this client's merchant, made with the same key"));
        }
        if attempt.mode != session.mode() {
            return Err(invalid("must be an attempt of this client's mode"));
        }
        let resolution = resolve(attempt, session).await?;
        remember(&resolution, session).await;
        Ok(resolution)
    }
}

/// Records a known outcome, so that the attempt is no longer unresolved.
pub(super) async fn remember(resolution: &Resolution, session: &Session) {
    let outcome = match resolution.outcome {
        ResolvedOutcome::Done => AttemptOutcome::Done,
        ResolvedOutcome::DidNotHappen => AttemptOutcome::Refused,
        ResolvedOutcome::Unknown => return,
    };
    session.resolved(&resolution.attempt, outcome).await;
}

/// End of the quiet period, in milliseconds since the epoch.
pub(super) fn quiet_at(attempt: &Attempt, session: &Session) -> i64 {
    attempt.sent_at.as_millis().saturating_add(millis(session.settings.quiet_period))
}

async fn resolve(attempt: Attempt, session: &Session) -> Result<Resolution> {
    let quiet_at = quiet_at(&attempt, session);
    let mut before: Option<Finding> = None;
    loop {
        let finding = probe::probe(&attempt, session).await?;
        let outcome = match finding.state {
            State::Done => ResolvedOutcome::Done,
            State::Refused => ResolvedOutcome::DidNotHappen,
            State::Unknown | State::Overtaken => ResolvedOutcome::Unknown,
            State::NoEvidence => {
                let missing = quiet_at - Timestamp::now().as_millis();
                let quiet = missing <= 0;
                if quiet && before.as_ref() == Some(&finding) {
                    ResolvedOutcome::DidNotHappen
                } else {
                    // Only looks after the quiet period count.
                    before = quiet.then_some(finding.clone());
                    let wait = Duration::from_millis(missing.max(0).unsigned_abs()).max(BETWEEN_LOOKS);
                    if session.pause(wait).await {
                        continue;
                    }
                    return Ok(conclude(attempt, finding.too_early(), ResolvedOutcome::Unknown, Some(quiet_at)));
                }
            }
        };
        return Ok(conclude(attempt, finding, outcome, None));
    }
}

pub(super) fn conclude(
    attempt: Attempt,
    finding: Finding,
    outcome: ResolvedOutcome,
    ask_again_at: Option<i64>,
) -> Resolution {
    let Finding { reason, seen, .. } = finding;
    Resolution {
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
