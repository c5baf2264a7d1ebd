//! What the connection that writes remembers from one transaction to the next, so that a look-up asks it for less.
//!
//! Whoever writes what a field tells of forgets the field; a transaction that is rolled back forgets all.

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
