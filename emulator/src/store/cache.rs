//! What the connection that writes remembers from one transaction to the next, so that a look-up asks it for less.
//!
//! Whoever writes what a field tells of forgets the field; after a transaction that was not committed all is forgotten.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::Arc;

use super::transaction::Store;
use crate::domain::clock::{Clock, Moment};
use crate::domain::merchant::Merchant;

#[derive(Default)]
pub(super) struct Cache {
    pub(super) clock: Cell<Option<Clock>>,
    /// The projects of credentials and ids that were looked up.
    pub(super) by_client_key: RefCell<Projects>,
    pub(super) by_id: RefCell<Projects>,
    /// True where no fault waits, no plan draws one and the date of responses is right.
    pub(super) is_faultless: Cell<bool>,
    /// Nothing is due before this.
    pub(super) idle_until: Cell<Option<Moment>>,
}

pub(super) type Projects = HashMap<String, Arc<Merchant>>;

impl Cache {
    pub(super) fn forget(&self) {
        self.forget_projects();
        self.clock.take();
        self.is_faultless.take();
        self.idle_until.take();
    }

    pub(super) fn forget_projects(&self) {
        self.by_client_key.take();
        self.by_id.take();
    }
}

impl Store<'_> {
    /// Returns whether it is known that nothing is due by a moment.
    pub(crate) fn is_idle_until(&self, moment: Moment) -> bool {
        self.1.cache.idle_until.get().is_some_and(|next| moment < next)
    }

    /// Remembers that nothing is due before a moment, until something is scheduled.
    pub(crate) fn idle_until(&self, next: Moment) {
        self.1.cache.idle_until.set(Some(next));
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;
    use crate::domain::refusal::{Code, Refusal};
    use crate::domain::site::Site;
    use crate::store::Database;

    /// What the cache may have of a project, of the clock and of faults.
    fn seen(store: &Store<'_>, client_key: &str) -> Result<(String, i64, bool, bool), Refusal> {
        let name = store.merchant_by_client_key(client_key)?.map(|merchant| merchant.name.clone());
        let has_fault = store.fault_plan()?.is_some();
        Ok((name.unwrap_or_default(), store.clock()?.offset, has_fault, store.is_idle_until(Moment(0))))
    }

    /// Writes each of them, and reads them in the same transaction.
    fn write(store: &Store<'_>, client_key: &str) -> Result<(), Refusal> {
        let before = seen(store, client_key)?;
        let mut merchant = store.default_merchant()?;
        merchant.name = "changed".into();
        store.save_merchant(&merchant)?;
        store.set_clock(Clock { offset: 1000, frozen: None })?;
        store.set_fault_plan("{}")?;
        store.idle_until(Moment(1));
        let after = seen(store, client_key)?;
        assert_ne!(after, before);
        assert_eq!((&*after.0, after.1, after.2, after.3), ("changed", 1000, true, true));
        Ok(())
    }

    #[test]
    fn what_was_not_committed_is_not_remembered() {
        let database = Database::open(None, 1, None, false, Site::Own("http://127.0.0.1:1".into())).unwrap();
        let key = database.work(|store| Ok(store.default_merchant()?.client_key)).unwrap();
        let before = database.work(|store| seen(store, &key)).unwrap();
        let refused: Result<(), _> =
            database.change(|store| write(store, &key).and(Err(Code::Control.because("refused"))));
        assert!(refused.is_err());
        assert_eq!(database.work(|store| seen(store, &key)).unwrap(), before);
        let broken: Result<(), _> = database.work(|store| write(store, &key).and(Err(Code::Broken.because("broken"))));
        assert!(broken.is_err());
        assert_eq!(database.work(|store| seen(store, &key)).unwrap(), before);
        let panicked = catch_unwind(AssertUnwindSafe(|| {
            database.work(|store| write(store, &key).map(|()| assert!(key.is_empty(), "as a bug would")))
        }));
        assert!(panicked.is_err());
        assert_eq!(database.work(|store| seen(store, &key)).unwrap(), before);
        database.change(|store| write(store, &key)).unwrap();
        assert_eq!(database.work(|store| seen(store, &key)).unwrap().0, "changed");
    }
}
