//! What the task that makes a call and the caller who may give it up know of each other.

use std::{
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::unresolved::UnresolvedAttempts;
use crate::{
    error::{BootpayError, Result},
    model::{Attempt, AttemptOutcome, ErrorKind},
};

/// Where a call stands.
#[derive(Default)]
pub(crate) struct Control(Mutex<Progress>);

#[derive(Default)]
struct Progress {
    abandoned: bool,
    refunds: bool,
    attempt: Option<Attempt>,
}

impl Control {
    /// Whether the call refunds money: then what other attempts find refunded may be its doing.
    pub(crate) fn set_refunds(&self, refunds: bool) {
        self.lock().refunds = refunds;
    }

    /// The request that moves money is about to leave, unless the caller has gone.
    pub(crate) fn leave(&self, unresolved: &UnresolvedAttempts, attempt: &Attempt) -> Result<()> {
        let mut progress = self.lock();
        if progress.abandoned {
            return Err(BootpayError::new(ErrorKind::NotSent, "cancelled by the caller"));
        }
        unresolved.add(attempt.clone());
        progress.attempt = Some(attempt.clone());
        Ok(())
    }

    /// The request will not leave any more, unless it has: that it tells.
    pub(crate) fn hold_back(&self) -> bool {
        let mut progress = self.lock();
        let left = progress.attempt.is_some();
        progress.abandoned |= !left;
        left
    }

    /// The answer is there. The caller who still waits will be told; for one who left, and of an
    /// unknown outcome, the unresolved remembers.
    pub(crate) fn answered(&self, unresolved: &UnresolvedAttempts, outcome: AttemptOutcome) {
        let mut progress = self.lock();
        let (abandoned, refunds) = (progress.abandoned, progress.refunds);
        let Some(attempt) = &mut progress.attempt else { return };
        attempt.outcome = outcome;
        if outcome == AttemptOutcome::Done && refunds {
            unresolved.given_back(attempt);
        }
        if abandoned || outcome == AttemptOutcome::Unknown {
            unresolved.set(&attempt.id, outcome);
        } else {
            unresolved.remove(&attempt.id);
        }
    }

    /// The task ended without saying how.
    pub(crate) fn broke_off(&self, unresolved: &UnresolvedAttempts) {
        if self.attempt().is_some_and(|attempt| attempt.outcome == AttemptOutcome::Pending) {
            self.answered(unresolved, AttemptOutcome::Unknown);
        }
    }

    /// The caller goes. What has left, is returned and remembered.
    pub(crate) fn abandon(&self, unresolved: &UnresolvedAttempts) -> Option<Attempt> {
        let mut progress = self.lock();
        let again = mem::replace(&mut progress.abandoned, true);
        let attempt = progress.attempt.clone()?;
        // It may have been answered while the caller was going; or resolved, since the caller went.
        if !again {
            unresolved.add(attempt.clone());
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
