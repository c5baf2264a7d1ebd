//! Rows in the memory of one process, for a client that has no store.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use super::{AttemptStore, StoreError};
use crate::model::{AttemptClaim, AttemptRow};

#[derive(Default)]
pub(super) struct MemoryStore(Mutex<HashMap<String, Kept>>);

struct Kept {
    row: AttemptRow,
    due_at: Instant,
    forget_at: Option<Instant>,
}

impl MemoryStore {
    /// The rows that are not to be forgotten.
    fn rows(&self) -> MutexGuard<'_, HashMap<String, Kept>> {
        let mut rows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        rows.retain(|_, kept| kept.forget_at.is_none_or(|forget_at| forget_at >= now));
        rows
    }
}

/// The instant so many milliseconds from now; one that cannot be counted is a century away.
fn after(millis: i64) -> Instant {
    const CENTURY: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);
    let now = Instant::now();
    let duration = Duration::from_millis(millis.try_into().unwrap_or_default());
    now.checked_add(duration.min(CENTURY)).unwrap_or(now)
}

fn kept(row: AttemptRow) -> Kept {
    Kept { due_at: after(row.due_in_ms), forget_at: row.forget_in_ms.map(after), row }
}

impl AttemptStore for MemoryStore {
    fn put(&self, row: AttemptRow) -> Result<(), StoreError> {
        self.rows().insert(row.id.clone(), kept(row));
        Ok(())
    }

    fn insert(&self, row: AttemptRow) -> Result<bool, StoreError> {
        let mut rows = self.rows();
        if rows.contains_key(&row.id) {
            return Ok(false);
        }
        rows.insert(row.id.clone(), kept(row));
        Ok(true)
    }

    fn claim(&self, claim: AttemptClaim) -> Result<Option<String>, StoreError> {
        let (mut rows, now) = (self.rows(), Instant::now());
        let is_due = |kept: &&mut Kept| {
            kept.row.owner == claim.owner && kept.due_at <= now && (claim.answered || !kept.row.answered)
        };
        let found = rows.values_mut().filter(is_due).min_by_key(|kept| kept.due_at);
        Ok(found.map(|kept| {
            kept.due_at = after(claim.lease_ms);
            kept.row.record.clone()
        }))
    }

    fn of_payment(&self, payment: String) -> Result<Vec<String>, StoreError> {
        let rows = self.rows();
        let of_payment = rows.values().filter(|kept| kept.row.payment.as_ref() == Some(&payment));
        Ok(of_payment.map(|kept| kept.row.record.clone()).collect())
    }

    fn remove(&self, id: String) -> Result<(), StoreError> {
        self.rows().remove(&id);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(record: &str, due_in_ms: i64, forget_in_ms: Option<i64>) -> AttemptRow {
        let [id, owner, record] = ["id", "owner", record].map(str::to_owned);
        AttemptRow { id, owner, payment: Some("p".into()), answered: false, due_in_ms, forget_in_ms, record }
    }

    fn claim() -> AttemptClaim {
        AttemptClaim { owner: "owner".into(), answered: false, lease_ms: 60_000 }
    }

    #[test]
    fn a_row_is_inserted_once_and_claimed_by_one() {
        let store = MemoryStore::default();
        assert!(store.insert(row("first", 0, None)).unwrap());
        assert!(!store.insert(row("second", 0, None)).unwrap());
        assert_eq!(store.claim(claim()).unwrap().as_deref(), Some("first"));
        assert_eq!(store.claim(claim()).unwrap(), None);
        store.put(row("third", 0, None)).unwrap();
        assert_eq!(store.claim(claim()).unwrap().as_deref(), Some("third"));
        assert_eq!(store.of_payment("p".into()).unwrap(), ["third"]);
        store.remove("id".into()).unwrap();
        assert!(store.of_payment("p".into()).unwrap().is_empty());
    }

    #[test]
    fn what_is_to_be_forgotten_is_not_there() {
        let store = MemoryStore::default();
        store.put(row("old", 0, Some(0))).unwrap();
        std::thread::sleep(Duration::from_millis(5));
        assert_eq!(store.claim(claim()).unwrap(), None);
        assert!(store.insert(row("new", 0, None)).unwrap());
        assert!(after(i64::MAX) > Instant::now());
    }
}
