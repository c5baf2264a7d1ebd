//! The attempts whose end the caller does not know.

use std::{
    collections::{HashMap, HashSet},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use crate::model::{Attempt, AttemptOutcome};

#[derive(Default)]
pub(crate) struct UnresolvedAttempts {
    attempts: Mutex<Vec<Attempt>>,
    /// Since when nothing can have been sent any more, by a clock that nobody can set: of the listed ones when
    /// they were sent, of others when they were first looked for in vain.
    quiet_since: Mutex<HashMap<String, Instant>>,
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

    pub(crate) fn add(&self, attempt: Attempt, sent: Instant) {
        locked(&self.quiet_since).insert(attempt.id.clone(), sent);
        let mut attempts = self.lock();
        attempts.retain(|known| known.id != attempt.id);
        attempts.push(attempt);
    }

    pub(crate) fn sent_at(&self, id: &str, sent: Instant) {
        if let Some(since) = locked(&self.quiet_since).get_mut(id) {
            *since = sent;
        }
    }

    pub(crate) fn set(&self, id: &str, outcome: AttemptOutcome) {
        if let Some(attempt) = self.lock().iter_mut().find(|attempt| attempt.id == id) {
            attempt.outcome = outcome;
        }
    }

    /// The moment from which nothing was sent for the attempt: now, where this process did not send it and has
    /// not looked for it yet. While its call is under way it is always now.
    pub(crate) fn quiet_since(&self, id: &str) -> Instant {
        /// Of whom nothing more is heard, the oldest is forgotten, and looked for anew.
        const MOST: usize = 10_000;
        let now = Instant::now();
        if self.lock().iter().any(|attempt| attempt.id == id && attempt.outcome == AttemptOutcome::Pending) {
            return now;
        }
        let mut since = locked(&self.quiet_since);
        if since.len() >= MOST && !since.contains_key(id) {
            let oldest = since.iter().min_by_key(|(_, at)| **at).map(|(id, _)| id.clone());
            oldest.and_then(|oldest| since.remove(&oldest));
        }
        *since.entry(id.to_owned()).or_insert(now)
    }

    pub(crate) fn remove(&self, id: &str) -> bool {
        locked(&self.overtaken).remove(id);
        locked(&self.quiet_since).remove(id);
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
