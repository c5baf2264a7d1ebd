//! One transaction: the modules beside this one add its queries.

use std::cell::{Cell, RefCell};

use rusqlite::Connection;

use super::cache::Cache;
use crate::domain::clock::Moment;
use crate::domain::journal::{Actor, Change};
use crate::domain::refusal::{Code, Refusal};

/// The tables of one module.
pub(super) struct Tables {
    pub(super) names: &'static [&'static str],
    /// The statements that create them.
    pub(super) create: &'static str,
}

/// The queries, inside a transaction.
pub(crate) struct Store<'a>(pub(super) &'a Connection, pub(super) &'a Work<'a>);

/// What a transaction is besides its queries.
pub(super) struct Work<'a> {
    pub(super) cache: &'a Cache,
    /// The base of the payment window's gateway, as the caller reaches it.
    gateway: String,
    /// True once it has scheduled work on the emulator's clock.
    pub(super) scheduled: Cell<bool>,
    /// Who acts, and when, where it is not now.
    pub(super) hand: Cell<(Actor, Option<Moment>)>,
    /// The number of the next entry in the journal.
    pub(super) next_seq: Cell<i64>,
    pub(super) changes: RefCell<Vec<Change>>,
}

impl<'a> Work<'a> {
    pub(super) fn new(cache: &'a Cache, gateway: String, next_seq: i64) -> Self {
        Self {
            cache,
            gateway,
            scheduled: Cell::new(false),
            hand: Cell::new((Actor::Test, None)),
            next_seq: Cell::new(next_seq),
            changes: RefCell::default(),
        }
    }
}

impl Store<'_> {
    /// The base of the payment window's gateway, as the caller reaches it.
    pub(super) fn gateway(&self) -> &str {
        &self.1.gateway
    }

    /// Marks that work was scheduled, or the clock moved.
    pub(super) fn schedule(&self) {
        self.1.scheduled.set(true);
        self.1.cache.idle_until.take();
    }

    /// Returns whether it is known that nothing is due by a moment.
    pub(crate) fn is_idle_until(&self, moment: Moment) -> bool {
        self.1.cache.idle_until.get().is_some_and(|next| moment < next)
    }

    /// Remembers that nothing is due before a moment, until something is scheduled.
    pub(crate) fn idle_until(&self, next: Moment) {
        self.1.cache.idle_until.set(Some(next));
    }

    /// Lets `act` be another's in the journal, now.
    pub(crate) fn acting<T>(&self, actor: Actor, act: impl FnOnce() -> T) -> T {
        self.with_hand((actor, None), act)
    }

    /// Lets `act` be another's in the journal, at a moment that may be past.
    pub(crate) fn acting_at<T>(&self, actor: Actor, at: Moment, act: impl FnOnce() -> T) -> T {
        self.with_hand((actor, Some(at)), act)
    }

    fn with_hand<T>(&self, hand: (Actor, Option<Moment>), act: impl FnOnce() -> T) -> T {
        let before = self.1.hand.replace(hand);
        let done = act();
        self.1.hand.set(before);
        done
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        Code::Broken.because(error.to_string())
    }
}
