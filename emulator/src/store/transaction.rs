//! One transaction: the modules beside this one add its queries.

use rusqlite::Connection;

use crate::domain::refusal::{Code, Refusal};

/// The tables of one module.
pub(super) struct Tables {
    pub(super) names: &'static [&'static str],
    /// The statements that create them.
    pub(super) create: &'static str,
}

/// The queries, inside a transaction.
pub(crate) struct Store<'a>(pub(super) &'a Connection);

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        Code::Broken.because(error.to_string())
    }
}
