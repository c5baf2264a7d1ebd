//! State shared by the task that makes a call and a caller that may cancel it.

use std::{
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use super::unresolved::UnresolvedAttempts;
use crate::{
    error::{BootpayError, Result},
    model::{Attempt, AttemptOutcome, ErrorKind},
};

/// Progress of a call.
#[derive(Default)]
pub(crate) struct Control(Mutex<Progress>);

#[derive(Default)]
struct Progress {
    abandoned: bool,
    refunds: bool,
    attempt: Option<Attempt>,
    /// By a clock that nobody can set.
    sent: Option<Instant>,
}

impl Control {
    /// Notes if the call refunds money: then a refund that other attempts find may be its doing.
    pub(crate) fn set_refunds(&self, refunds: bool) {
        self.lock().refunds = refunds;
    }

    /// Marks the request as sent, unless the caller cancelled.
    pub(crate) fn mark_sent(&self, unresolved: &UnresolvedAttempts, attempt: &Attempt) -> Result<()> {
        let mut progress = self.lock();
        if progress.abandoned {
            return Err(BootpayError::new(ErrorKind::NotSent, "cancelled by the caller"));
        }
        let sent = Instant::now();
        unresolved.add(attempt.clone(), sent);
        (progress.attempt, progress.sent) = (Some(attempt.clone()), Some(sent));
        Ok(())
    }

    /// Notes when the first byte was sent, which connecting may have delayed: the quiet period begins there.
    pub(crate) fn note_sent(&self, unresolved: &UnresolvedAttempts, sent: Instant) {
        let mut progress = self.lock();
        if let Some(attempt) = &progress.attempt {
            unresolved.sent_at(&attempt.id, sent);
            progress.sent = Some(sent);
        }
    }

    /// Keeps the request from being sent; returns true if it was sent before.
    pub(crate) fn hold_back(&self) -> bool {
        let mut progress = self.lock();
        let left = progress.attempt.is_some();
        progress.abandoned |= !left;
        left
    }

    /// Records the outcome. A caller that still waits gets it; after a cancellation, or if it is unknown,
    /// the attempt stays on the list.
    pub(crate) fn record_outcome(&self, unresolved: &UnresolvedAttempts, outcome: AttemptOutcome) {
        let mut progress = self.lock();
        let (abandoned, refunds) = (progress.abandoned, progress.refunds);
        let Some(attempt) = &mut progress.attempt else { return };
        attempt.outcome = outcome;
        if outcome == AttemptOutcome::Done {
            unresolved.overtake(attempt, refunds);
        }
        if abandoned || outcome == AttemptOutcome::Unknown {
            unresolved.set(&attempt.id, outcome);
        } else {
            unresolved.remove(&attempt.id);
        }
    }

    /// Records that the task ended without an outcome.
    pub(crate) fn record_abort(&self, unresolved: &UnresolvedAttempts) {
        if self.attempt().is_some_and(|attempt| attempt.outcome == AttemptOutcome::Pending) {
            self.record_outcome(unresolved, AttemptOutcome::Unknown);
        }
    }

    /// Notes that the caller cancelled. Returns the attempt of a request that was sent.
    pub(crate) fn abandon(&self, unresolved: &UnresolvedAttempts) -> Option<Attempt> {
        let mut progress = self.lock();
        let again = mem::replace(&mut progress.abandoned, true);
        let attempt = progress.attempt.clone()?;
        // It may have been answered while the caller was going; or resolved, since the caller went.
        if let Some(sent) = progress.sent.filter(|_| !again) {
            unresolved.add(attempt.clone(), sent);
        }
        Some(attempt)
    }

    pub(crate) fn attempt(&self) -> Option<Attempt> {
        self.lock().attempt.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Progress> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
