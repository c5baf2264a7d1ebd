//! One transaction: the modules beside this one add its queries.

use std::cell::Cell;

use rusqlite::Connection;

use crate::domain::refusal::{Code, Refusal};

/// The tables of one module.
pub(super) struct Tables {
    pub(super) names: &'static [&'static str],
    /// The statements that create them.
    pub(super) create: &'static str,
}

/// The queries, inside a transaction; whether it scheduled work on the emulator's clock; and the gateway of the
/// payment window.
pub(crate) struct Store<'a>(pub(super) &'a Connection, pub(super) &'a Cell<bool>, pub(super) &'a str);

impl Store<'_> {
    /// The base of the payment window's gateway, as the caller reaches it.
    pub(super) fn gateway(&self) -> &str {
        self.2
    }

    /// Marks that work was scheduled, or the clock moved.
    pub(super) fn schedule(&self) {
        self.1.set(true);
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        Code::Broken.because(error.to_string())
    }
}
