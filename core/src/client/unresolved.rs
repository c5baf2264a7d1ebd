//! The attempts whose end the caller does not know.

use std::{
    collections::HashSet,
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::model::{Attempt, AttemptOutcome};

#[derive(Default)]
pub(crate) struct UnresolvedAttempts {
    attempts: Mutex<Vec<Attempt>>,
    /// The ids of those of whose payment something else was given back meanwhile.
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

    /// A refund was carried out: what it gave back must not be taken for what others asked for.
    pub(crate) fn given_back(&self, done: &Attempt) {
        let attempts = self.lock();
        let others = attempts.iter().filter(|other| other.id != done.id && other.receipt_id == done.receipt_id);
        locked(&self.overtaken).extend(others.map(|other| other.id.clone()));
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
