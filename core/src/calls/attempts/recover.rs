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
    store::Kept,
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
                Ok(Some(kept)) => claimed.push(kept),
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
            _ => Ok(recover.resolved.into_iter().map(|told| told.resolution).collect()),
        }
    }
}

struct Recover<'a> {
    session: &'a Session,
    resolved: Vec<Told>,
    /// The error of a failed read; no further reads are made then.
    broken: Option<BootpayError>,
}

/// A resolution, and the time until an unknown one is due again.
struct Told {
    resolution: Resolution,
    due_in: Duration,
    /// The part of it that follows a look that found nothing.
    quiet_for: Duration,
    /// The record, if it cannot be read.
    damaged: Option<String>,
}

impl Recover<'_> {
    /// Gives those that must be looked at once more: of which there is no sign.
    async fn first_looks(&mut self, claimed: Vec<Kept>) -> Vec<(Kept, Finding)> {
        let mut again = vec![];
        for kept in claimed {
            if let Some(record) = kept.damaged {
                let lost = "its record in the store was truncated or altered: look for it in Bootpay's console";
                self.told(kept.attempt, Finding::new(State::Unknown, lost), ResolvedOutcome::Unknown, Some(record));
                continue;
            }
            if kept.attempt.outcome == AttemptOutcome::Refused {
                let refused = Finding::new(State::Refused, "resolved earlier: it did not happen");
                self.conclude(kept.attempt, refused, ResolvedOutcome::DidNotHappen);
                continue;
            }
            // Second looks need their time, or no recover would get any further.
            if self.session.is_half_over() {
                self.leave(&kept).await;
                continue;
            }
            let Some((kept, finding)) = self.look(kept).await else { continue };
            if kept.attempt.outcome == AttemptOutcome::Done {
                let done = Finding { reason: "resolved earlier: it happened".into(), ..finding };
                self.conclude(kept.attempt, done, ResolvedOutcome::Done);
                continue;
            }
            match finding.state {
                State::NoEvidence if self.session.has_time_for(self.wait(&kept)) => again.push((kept, finding)),
                State::NoEvidence => self.too_early(kept, finding),
                _ => self.by_sign(kept.attempt, finding),
            }
        }
        again
    }

    async fn second_looks(&mut self, again: Vec<(Kept, Finding)>) {
        let waits = again.iter().map(|(kept, _)| self.wait(kept));
        let in_time = match waits.max() {
            Some(wait) => self.session.pause(wait).await,
            None => return,
        };
        for (kept, before) in again {
            if !in_time {
                // Another recover finds this one's look.
                self.too_early(kept, before);
                continue;
            }
            let Some((kept, finding)) = self.look(kept).await else { continue };
            if finding.state != State::NoEvidence {
                self.by_sign(kept.attempt, finding);
            } else if finding == before && self.quiet_left(&kept).is_zero() {
                self.conclude(kept.attempt, finding, ResolvedOutcome::DidNotHappen);
            } else {
                self.too_early(kept, finding);
            }
        }
    }

    /// The rest of the quiet period: this process knows it of what it sent; else the store may have let it pass.
    fn quiet_left(&self, kept: &Kept) -> Duration {
        let passed = kept.quiet_for >= self.session.settings.quiet_period;
        if passed && !self.session.is_listed(&kept.attempt) {
            return Duration::ZERO;
        }
        self.session.quiet_left(&kept.attempt)
    }

    fn wait(&self, kept: &Kept) -> Duration {
        self.quiet_left(kept).max(BETWEEN_LOOKS)
    }

    /// Looks once; an attempt that cannot be looked at is left to a later recover.
    async fn look(&mut self, kept: Kept) -> Option<(Kept, Finding)> {
        if self.broken.is_none() {
            match Box::pin(probe::probe(&kept.attempt, self.session)).await {
                Ok(finding) => return Some((kept, finding)),
                Err(error) => self.broken = Some(error),
            }
        }
        self.leave(&kept).await;
        None
    }

    /// Leaves it to the next recover, as it was.
    async fn leave(&self, kept: &Kept) {
        self.session.postpone(&kept.attempt, Duration::ZERO, kept.quiet_for).await;
    }

    /// There is no sign of it yet: it is due again when the quiet period has passed, and the store keeps that a
    /// look has found nothing.
    fn too_early(&mut self, kept: Kept, finding: Finding) {
        let (left, whole) = (self.wait(&kept), self.session.settings.quiet_period);
        // A whole period counts for every process, what is left of one for this.
        let due_in = if left.saturating_add(BETWEEN_LOOKS) > whole { left.max(whole) } else { left };
        let quiet_for = due_in.max(kept.quiet_for);
        let resolution = resolve::conclude(kept.attempt, finding.too_early(), ResolvedOutcome::Unknown, Some(due_in));
        self.resolved.push(Told { resolution, due_in, quiet_for, damaged: None });
    }

    fn by_sign(&mut self, attempt: Attempt, finding: Finding) {
        let outcome = match finding.state {
            State::Done => ResolvedOutcome::Done,
            State::Refused => ResolvedOutcome::DidNotHappen,
            State::NoEvidence | State::Unknown | State::Overtaken => ResolvedOutcome::Unknown,
        };
        // What was seen now may be forgotten by the next recover.
        let attempt = if finding.state == State::Overtaken { attempt.overtaken() } else { attempt };
        self.conclude(attempt, finding, outcome);
    }

    fn conclude(&mut self, attempt: Attempt, finding: Finding, outcome: ResolvedOutcome) {
        self.told(attempt, finding, outcome, None);
    }

    fn told(&mut self, attempt: Attempt, finding: Finding, outcome: ResolvedOutcome, damaged: Option<String>) {
        let resolution = resolve::conclude(attempt, finding, outcome, None);
        self.resolved.push(Told { resolution, due_in: AGAIN, quiet_for: Duration::ZERO, damaged });
    }

    /// Known outcomes are final; unknown ones are due again at a time with better chances.
    async fn write_down(&self) {
        for Told { resolution, due_in, quiet_for, damaged } in &self.resolved {
            if let Some(record) = damaged {
                self.session.set_aside(&resolution.attempt, record, *due_in).await;
            } else if resolution.outcome == ResolvedOutcome::Unknown {
                self.session.postpone(&resolution.attempt, *due_in, *quiet_for).await;
            } else if !resolution.attempt.is_answered() {
                resolve::remember(resolution, self.session).await;
            }
        }
    }
}
