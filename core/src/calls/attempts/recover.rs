//! Goes through what the store keeps.

use std::time::Duration;

use super::{
    evidence::State,
    probe::{self, Finding},
    resolve::{self, BETWEEN_LOOKS},
};
use crate::{
    client::Session,
    client::endpoint::Composed,
    error::{BootpayError, Result},
    model::{Attempt, AttemptOutcome, RecoverAttempts, Resolution, ResolvedOutcome},
    value::Timestamp,
};

/// Delay before an attempt that reading could not resolve is taken up again, unless a better time is known.
const AGAIN: Duration = Duration::from_secs(10 * 60);
const LIMIT: i64 = 100;

impl Composed for RecoverAttempts {
    async fn compose(self, session: &Session) -> Result<Vec<Resolution>> {
        let mut claimed = vec![];
        for _ in 0..self.limit.unwrap_or(LIMIT) {
            if session.is_half_over() {
                break;
            }
            match session.claim(self.include_answered == Some(true)).await {
                Ok(Some(attempt)) => claimed.push(attempt),
                Err(error) if claimed.is_empty() => return Err(error),
                Ok(None) | Err(_) => break,
            }
        }
        let mut recover = Recover { session, resolved: vec![], broken: None };
        let again = Box::pin(recover.first_looks(claimed)).await;
        Box::pin(recover.second_looks(again)).await;
        recover.write_down().await;
        // What is known is told, and what went wrong by the next recover.
        match recover.broken {
            Some(error) if recover.resolved.is_empty() => Err(error),
            _ => Ok(recover.resolved),
        }
    }
}

struct Recover<'a> {
    session: &'a Session,
    resolved: Vec<Resolution>,
    /// The error of a failed read; no further reads are made then.
    broken: Option<BootpayError>,
}

impl Recover<'_> {
    /// Gives those that must be looked at once more: of which there is no sign, after the quiet period.
    async fn first_looks(&mut self, claimed: Vec<Attempt>) -> Vec<(Attempt, Finding)> {
        let mut again = vec![];
        for attempt in claimed {
            if attempt.outcome == AttemptOutcome::Refused {
                let refused = Finding::new(State::Refused, "resolved earlier: it did not happen");
                self.conclude(attempt, refused, ResolvedOutcome::DidNotHappen, None);
                continue;
            }
            // Second looks need their time, or no recover would get any further.
            if self.session.is_half_over() {
                self.session.postpone(&attempt, Timestamp::now()).await;
                continue;
            }
            let Some((attempt, finding)) = self.look(attempt).await else { continue };
            if attempt.outcome == AttemptOutcome::Done {
                let done = Finding { reason: "resolved earlier: it happened".into(), ..finding };
                self.conclude(attempt, done, ResolvedOutcome::Done, None);
                continue;
            }
            let quiet_at = resolve::quiet_at(&attempt, self.session);
            match finding.state {
                State::NoEvidence if quiet_at <= Timestamp::now().as_millis() => again.push((attempt, finding)),
                State::NoEvidence => {
                    self.conclude(attempt, finding.too_early(), ResolvedOutcome::Unknown, Some(quiet_at));
                }
                _ => self.by_sign(attempt, finding),
            }
        }
        again
    }

    async fn second_looks(&mut self, again: Vec<(Attempt, Finding)>) {
        let in_time = again.is_empty() || self.session.pause(BETWEEN_LOOKS).await;
        for (attempt, before) in again {
            if !in_time {
                self.session.postpone(&attempt, Timestamp::now()).await;
                continue;
            }
            let Some((attempt, finding)) = self.look(attempt).await else { continue };
            if finding.state != State::NoEvidence {
                self.by_sign(attempt, finding);
            } else if finding == before {
                self.conclude(attempt, finding, ResolvedOutcome::DidNotHappen, None);
            } else {
                self.conclude(attempt, finding.too_early(), ResolvedOutcome::Unknown, Some(0));
            }
        }
    }

    /// Looks once; an attempt that cannot be looked at is left to a later recover.
    async fn look(&mut self, attempt: Attempt) -> Option<(Attempt, Finding)> {
        if self.broken.is_none() {
            match probe::probe(&attempt, self.session).await {
                Ok(finding) => return Some((attempt, finding)),
                Err(error) => self.broken = Some(error),
            }
        }
        self.session.postpone(&attempt, Timestamp::now()).await;
        None
    }

    fn by_sign(&mut self, attempt: Attempt, finding: Finding) {
        let outcome = match finding.state {
            State::Done => ResolvedOutcome::Done,
            State::Refused => ResolvedOutcome::DidNotHappen,
            State::NoEvidence | State::Unknown | State::Overtaken => ResolvedOutcome::Unknown,
        };
        // The refund that was seen now may be forgotten by the next recover.
        let attempt = if finding.state == State::Overtaken { attempt.overtaken() } else { attempt };
        self.conclude(attempt, finding, outcome, None);
    }

    fn conclude(&mut self, attempt: Attempt, finding: Finding, outcome: ResolvedOutcome, ask_again_at: Option<i64>) {
        self.resolved.push(resolve::conclude(attempt, finding, outcome, ask_again_at));
    }

    /// Known outcomes are final; unknown ones are due again at a time with better chances.
    async fn write_down(&self) {
        for resolution in &self.resolved {
            if resolution.outcome == ResolvedOutcome::Unknown {
                let due_at = resolution.ask_again_at.unwrap_or_else(|| Timestamp::now().after(AGAIN));
                self.session.postpone(&resolution.attempt, due_at).await;
            } else if !resolution.attempt.is_answered() {
                resolve::remember(resolution, self.session).await;
            }
        }
    }
}
