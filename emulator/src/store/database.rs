//! The database: the one place of truth. Every request runs in one transaction.
//!
//! A module here owns its tables and their queries, and has its line in [`TABLES`].

mod billing_keys;
mod faults;
mod identities;
mod merchants;
mod payments;
mod requests;
mod resellers;
mod reservations;
mod settings;
mod tokens;
mod users;
mod wallets;
mod webhooks;

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, TransactionBehavior};

use crate::domain::merchant::Merchant;
use crate::domain::refusal::{Code, Refusal};

/// Raised whenever the schema changes: a file of another version is refused, not guessed at.
const VERSION: i64 = 3;

/// What a module here keeps.
struct Tables {
    names: &'static [&'static str],
    /// The statements that make them.
    create: &'static str,
}

/// Every table of the database.
const TABLES: &[Tables] = &[
    settings::TABLES,
    merchants::TABLES,
    tokens::TABLES,
    payments::TABLES,
    billing_keys::TABLES,
    reservations::TABLES,
    users::TABLES,
    wallets::TABLES,
    identities::TABLES,
    resellers::TABLES,
    webhooks::TABLES,
    requests::TABLES,
    faults::TABLES,
];

/// The database behind a lock: transactions follow one another, so none sees another's half.
pub(crate) struct Database(Mutex<Connection>);

impl Database {
    /// Opens or makes the database; a new one starts from `seed`.
    pub(crate) fn open(file: Option<&Path>, seed: u64, strict: bool) -> Result<Self, Refusal> {
        let connection = match file {
            Some(file) => Connection::open(file)?,
            None => Connection::open_in_memory()?,
        };
        connection.set_prepared_statement_cache_capacity(64);
        // Its owner may lose it with the machine, but not with the process.
        connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;")?;
        let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        let database = Self(Mutex::new(connection));
        match version {
            VERSION => {}
            0 => database.work(|store| {
                if store.0.prepare("SELECT 1 FROM sqlite_master")?.exists([])? {
                    return Err(Code::Broken.because("the data file belongs to another program"));
                }
                for tables in TABLES {
                    store.0.execute_batch(tables.create)?;
                }
                store.0.pragma_update(None, "user_version", VERSION)?;
                store.start(seed, strict)
            })?,
            other => {
                return Err(Code::Broken.because(format!(
                    "the data file is of version {other}, this emulator reads {VERSION}: remove it"
                )));
            }
        }
        Ok(database)
    }

    /// Runs `work` in one transaction. A refusal keeps what was written; a broken database does not.
    pub(crate) fn work<T>(&self, work: impl FnOnce(&Store<'_>) -> Result<T, Refusal>) -> Result<T, Refusal> {
        let mut connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let result = work(&Store(&transaction));
        match &result {
            Err(refusal) if refusal.code == Code::Broken => transaction.rollback()?,
            _ => transaction.commit()?,
        }
        result
    }
}

/// The queries, inside a transaction.
pub(crate) struct Store<'a>(&'a Connection);

impl Store<'_> {
    fn start(&self, seed: u64, strict: bool) -> Result<(), Refusal> {
        self.start_settings(seed)?;
        let (id, keys) = self.new_keys()?;
        self.add_merchant(&Merchant::new(id, keys, strict))
    }

    /// Forgets everything and starts again from the same seed.
    pub(crate) fn reset(&self, strict: bool) -> Result<(), Refusal> {
        let seed = self.seed()?;
        for table in TABLES.iter().flat_map(|tables| tables.names) {
            self.0.execute(&format!("DELETE FROM {table}"), [])?;
        }
        self.start(seed, strict)
    }
}
