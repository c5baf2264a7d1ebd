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

async fn resolve(attempt: Attempt, session: &Session) -> Result<Resolution> {
    let mut before: Option<Finding> = None;
    loop {
        let finding = Box::pin(probe::probe(&attempt, session)).await?;
        let outcome = match finding.state {
            State::Done => ResolvedOutcome::Done,
            State::Refused => ResolvedOutcome::DidNotHappen,
            State::Unknown | State::Overtaken => ResolvedOutcome::Unknown,
            State::NoEvidence => {
                let missing = session.quiet_left(&attempt);
                let quiet = missing.is_zero();
                if quiet && before.as_ref() == Some(&finding) {
                    ResolvedOutcome::DidNotHappen
                } else {
                    // Only looks after the quiet period count.
                    before = quiet.then_some(finding.clone());
                    if session.pause(missing.max(BETWEEN_LOOKS)).await {
                        continue;
                    }
                    return Ok(conclude(attempt, finding.too_early(), ResolvedOutcome::Unknown, Some(missing)));
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
    ask_again_in: Option<Duration>,
) -> Resolution {
    let Finding { reason, seen, .. } = finding;
    Resolution {
        outcome,
        reason,
        ask_again_at: ask_again_in.map(|missing| Timestamp::now().after(missing.max(BETWEEN_LOOKS))),
        attempt,
        receipt: seen.receipt,
        billing_key: seen.billing_key,
        reservation: seen.reservation,
    }
}
