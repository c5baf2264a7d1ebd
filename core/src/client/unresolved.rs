//! The attempts whose end the caller does not know.

use std::{
    collections::HashSet,
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::model::{Attempt, AttemptOutcome};

#[derive(Default)]
pub(crate) struct UnresolvedAttempts {
    attempts: Mutex<Vec<Attempt>>,
    /// The ids of those whose target was changed by another call meanwhile, as they would have changed it.
    overtaken: Mutex<HashSet<String>>,
}

impl UnresolvedAttempts {
    pub(crate) fn list(&self) -> Vec<Attempt> {
        self.lock().clone()
    }

    pub(crate) fn lists(&self, id: &str) -> bool {
        self.lock().iter().any(|attempt| attempt.id == id)
    }

    pub(crate) fn add(&self, attempt: Attempt) {
        let mut attempts = self.lock();
        attempts.retain(|known| known.id != attempt.id);
        attempts.push(attempt);
    }

    pub(crate) fn set(&self, id: &str, outcome: AttemptOutcome) {
        if let Some(attempt) = self.lock().iter_mut().find(|attempt| attempt.id == id) {
            attempt.outcome = outcome;
        }
    }

    pub(crate) fn remove(&self, id: &str) -> bool {
        locked(&self.overtaken).remove(id);
        let mut attempts = self.lock();
        let before = attempts.len();
        attempts.retain(|attempt| attempt.id != id);
        attempts.len() < before
    }

    /// A call was carried out: its effect must not be taken for that of others. Of a payment, a refund is like
    /// every other refund, and any other call like those of its own name; of an order, each makes a payment.
    pub(crate) fn overtake(&self, done: &Attempt, refunds: bool) {
        let attempts = self.lock();
        let alike = |other: &&Attempt| {
            let by_order = done.receipt_id.is_none() && done.order_id.is_some();
            other.id != done.id && other.has_target_of(done) && (refunds || by_order || other.endpoint == done.endpoint)
        };
        locked(&self.overtaken).extend(attempts.iter().filter(alike).map(|other| other.id.clone()));
    }

    pub(crate) fn is_overtaken(&self, id: &str) -> bool {
        locked(&self.overtaken).contains(id)
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Attempt>> {
        locked(&self.attempts)
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
