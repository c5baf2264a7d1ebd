//! The attempts whose end the caller does not know.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::model::{Attempt, AttemptOutcome};

#[derive(Default)]
pub(crate) struct Ledger(Mutex<Vec<Attempt>>);

impl Ledger {
    pub(crate) fn list(&self) -> Vec<Attempt> {
        self.lock().clone()
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
        let mut attempts = self.lock();
        let before = attempts.len();
        attempts.retain(|attempt| attempt.id != id);
        attempts.len() < before
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Attempt>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
