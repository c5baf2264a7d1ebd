//! The database and its transactions.

use std::fmt;
use std::path::Path;
use std::sync::{Mutex, OnceLock, PoisonError};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::cache::Cache;
use super::transaction::{Store, Tables, Work};
use super::{
    billing_keys, deliveries, faults, functions, identities, journal, merchants, movements, payments, resellers,
    reservations, settings, tokens, users, wallets, webhook_faults, windows,
};
use crate::domain::journal::Change;
use crate::domain::merchant::Merchant;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::site::Site;

/// The version of the schema, raised with every change: a file of another version is refused.
const VERSION: i64 = 13;

/// Every table of the database.
const TABLES: &[Tables] = &[
    settings::TABLES,
    merchants::TABLES,
    tokens::TABLES,
    payments::TABLES,
    movements::TABLES,
    billing_keys::TABLES,
    reservations::TABLES,
    users::TABLES,
    wallets::TABLES,
    identities::TABLES,
    resellers::TABLES,
    deliveries::TABLES,
    webhook_faults::TABLES,
    windows::TABLES,
    journal::TABLES,
    faults::TABLES,
];

/// The connection that writes.
struct Writer {
    connection: Connection,
    /// The number of the journal's next entry; none is used twice.
    next_seq: i64,
    cache: Cache,
}

/// The database behind a lock: transactions run one after another. Those that only read have a connection of their own
/// where the database is a file. One in memory has no second connection that leaves the first alone (a shared cache
/// locks whole tables), so reads there are short and take their turn.
pub(crate) struct Database {
    writer: Mutex<Writer>,
    reader: Option<Mutex<Connection>>,
    /// Runs after each transaction that scheduled work on the emulator's clock.
    on_schedule: OnceLock<Box<dyn Fn() + Send + Sync>>,
    /// Runs after each transaction that the journal has something of.
    on_change: OnceLock<Box<dyn Fn(Vec<Change>) + Send + Sync>>,
    /// The emulator's own address.
    home: Site,
}

impl Database {
    /// Opens the database or creates it; a new one starts from `seed` and the text of a set-up file.
    pub(crate) fn open(
        file: Option<&Path>,
        seed: u64,
        setup: Option<&str>,
        strict: bool,
        home: Site,
    ) -> Result<Self, Refusal> {
        let connection = match file {
            Some(file) => Connection::open(file)?,
            None => Connection::open_in_memory()?,
        };
        prepare(&connection)?;
        // A crash of the machine may lose data, a crash of the process may not.
        connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;")?;
        let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        let mut database = Self {
            writer: Mutex::new(Writer { connection, next_seq: 1, cache: Cache::default() }),
            reader: None,
            on_schedule: OnceLock::new(),
            on_change: OnceLock::new(),
            home,
        };
        match version {
            VERSION => {
                let writer = database.writer.get_mut().unwrap_or_else(PoisonError::into_inner);
                writer.next_seq = journal::next_seq(&writer.connection)?;
            }
            0 => database.change(|store| {
                if store.0.prepare("SELECT 1 FROM sqlite_master")?.exists([])? {
                    return Err(Code::Broken.because("the data file belongs to another program"));
                }
                for tables in TABLES {
                    store.0.execute_batch(tables.create)?;
                }
                store.0.pragma_update(None, "user_version", VERSION)?;
                store.start(seed, setup, strict)
            })?,
            other => {
                return Err(Code::Broken.because(format!(
                    "the data file has version {other}, this emulator reads version {VERSION}: remove the file"
                )));
            }
        }
        if let Some(file) = file {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let reader = Connection::open_with_flags(file, flags)?;
            prepare(&reader)?;
            database.reader = Some(Mutex::new(reader));
        }
        Ok(database)
    }

    /// Runs `work` in one transaction. Commits on a refusal too; rolls back where the emulator is broken.
    pub(crate) fn work<T>(&self, work: impl FnOnce(&Store<'_>) -> Result<T, Refusal>) -> Result<T, Refusal> {
        self.work_at(&self.home, work)
    }

    /// [`Self::work`] for a caller that reaches the emulator at this site.
    pub(crate) fn work_at<T>(
        &self,
        site: &Site,
        work: impl FnOnce(&Store<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.transact(site, work, |refusal| refusal.code != Code::Broken)
    }

    /// Runs `work` in one transaction. Commits only on success: a refused control changes nothing.
    pub(crate) fn change<T>(&self, work: impl FnOnce(&Store<'_>) -> Result<T, Refusal>) -> Result<T, Refusal> {
        self.transact(&self.home, work, |_| false)
    }

    /// Runs `look`, which only reads, in one transaction. Keep it short, a few milliseconds: of a database in memory it
    /// holds the only connection.
    pub(crate) fn read<T>(&self, look: impl FnOnce(&Store<'_>) -> Result<T, Refusal>) -> Result<T, Refusal> {
        let gateway = self.home.gateway();
        if let Some(reader) = &self.reader {
            let mut reader = reader.lock().unwrap_or_else(PoisonError::into_inner);
            let transaction = reader.transaction()?;
            return look(&Store(&transaction, &Work::new(&Cache::default(), gateway, 0)));
        }
        let writer = &mut *self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = writer.connection.transaction()?;
        look(&Store(&transaction, &Work::new(&writer.cache, gateway, 0)))
    }

    fn transact<T>(
        &self,
        site: &Site,
        work: impl FnOnce(&Store<'_>) -> Result<T, Refusal>,
        commits: impl FnOnce(&Refusal) -> bool,
    ) -> Result<T, Refusal> {
        let (result, commits, scheduled, changes) = {
            let writer = &mut *self.writer.lock().unwrap_or_else(PoisonError::into_inner);
            // Given back once all is committed: what is rolled back, by a panic too, takes what it remembered along.
            let cache = std::mem::take(&mut writer.cache);
            let state = Work::new(&cache, site.gateway(), writer.next_seq);
            let transaction = writer.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let result = work(&Store(&transaction, &state));
            let commits = result.as_ref().err().is_none_or(commits);
            if commits {
                transaction.commit()?;
            } else {
                transaction.rollback()?;
            }
            writer.next_seq = state.next_seq.get();
            let (scheduled, changes) = (state.scheduled.get(), state.changes.into_inner());
            if commits {
                writer.cache = cache;
            }
            (result, commits, scheduled, changes)
        };
        if scheduled && let Some(on_schedule) = self.on_schedule.get() {
            on_schedule();
        }
        if commits
            && !changes.is_empty()
            && let Some(on_change) = self.on_change.get()
        {
            on_change(changes);
        }
        result
    }

    /// The emulator's own address.
    pub(crate) fn home(&self) -> &Site {
        &self.home
    }

    /// Sets what runs after each transaction that scheduled work.
    pub(crate) fn on_schedule(&self, run: impl Fn() + Send + Sync + 'static) {
        let _ = self.on_schedule.set(Box::new(run));
    }

    /// Sets what runs after each committed transaction that wrote to the journal.
    pub(crate) fn on_change(&self, run: impl Fn(Vec<Change>) + Send + Sync + 'static) {
        let _ = self.on_change.set(Box::new(run));
    }
}

/// Makes a connection ready for the queries of the modules beside this one.
fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(64);
    // Otherwise SQLite plans anew for each value of a limit, which takes longer than most queries.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    functions::add(connection)
}

impl fmt::Debug for Database {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Database").finish_non_exhaustive()
    }
}

impl Store<'_> {
    fn start(&self, seed: u64, setup: Option<&str>, strict: bool) -> Result<(), Refusal> {
        self.start_settings(seed, setup)?;
        if let Some(setup) = setup {
            return self.add_world(setup, strict);
        }
        let (id, keys) = self.new_keys()?;
        self.save_merchant(&Merchant::new(id, keys, strict))
    }

    /// Deletes everything and starts again from the same seed and the same set-up file.
    pub(crate) fn reset(&self, strict: bool) -> Result<(), Refusal> {
        let setup = self.setup()?;
        self.start_again(setup.as_deref(), strict)
    }

    /// Deletes everything and starts again from the same seed and another set-up file.
    pub(crate) fn start_again(&self, setup: Option<&str>, strict: bool) -> Result<(), Refusal> {
        let seed = self.seed()?;
        for table in TABLES.iter().flat_map(|tables| tables.names) {
            self.0.execute(&format!("DELETE FROM {table}"), [])?;
        }
        self.1.cache.forget();
        self.schedule();
        self.start(seed, setup, strict)
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;
    use crate::domain::clock::{Clock, Moment};

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
