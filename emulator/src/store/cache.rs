//! What the connection that writes remembers from one transaction to the next, so that a look-up asks it for less.
//!
//! Whoever writes what a field tells of forgets the field; after a transaction that was not committed all is forgotten.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::Arc;

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
