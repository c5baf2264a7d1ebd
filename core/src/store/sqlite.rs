//! Attempts in an `SQLite` file.

use std::{
    fs, io,
    path::{self, Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, OptionalExtension, named_params, params};

use super::{AttemptStore, StoreError, connections::PerProcess};
use crate::{
    model::{AttemptClaim, AttemptRow},
    value::Timestamp,
};

/// Attempts in an `SQLite` file, which several processes of one machine may share. Do not use it on a
/// network file system.
///
/// [`ClientOptions::attempts_file`](crate::ClientOptions) creates one by itself; use this type to look into
/// the file, or to share one between clients.
#[derive(Debug)]
pub struct SqliteAttempts {
    path: PathBuf,
    /// The file that was opened: by now its path may have another file, or none.
    identity: Option<Identity>,
    connection: PerProcess,
}

type Identity = (u64, u64);

/// Limit of waiting for another process that uses the file.
const BUSY: Duration = Duration::from_secs(5);

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS bootpay_attempts (
        id TEXT PRIMARY KEY,
        owner TEXT NOT NULL,
        payment TEXT,
        answered INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        forget_at INTEGER,
        record TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS bootpay_attempts_due ON bootpay_attempts (owner, answered, due_at);
    CREATE INDEX IF NOT EXISTS bootpay_attempts_payment ON bootpay_attempts (payment);
    CREATE INDEX IF NOT EXISTS bootpay_attempts_forget ON bootpay_attempts (forget_at);
";

impl SqliteAttempts {
    /// Opens the file, or creates it, readable only by its owner. Fails if it is not such a file.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        let path = path.as_ref();
        let failed = |reason: &dyn std::fmt::Display| StoreError::new(format!("{}: {reason}", path.display()));
        // Where the process goes to another folder, it is still this file; and to `SQLite` it is no `:memory:`.
        let path = path::absolute(path).map_err(|error| failed(&error))?;
        create(&path).map_err(|error| failed(&error))?;
        let connection = PerProcess::new();
        connection.with(|| connect(&path), |_| Ok(())).map_err(|error| failed(&error))?;
        Ok(Self { identity: identity(&path), path, connection })
    }

    fn with<T>(&self, work: impl FnOnce(&mut Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        // What is written to a file that was removed is lost with it.
        if identity(&self.path) != self.identity {
            return Err(self.failed("it was removed or replaced by another file"));
        }
        self.connection.with(|| connect(&self.path), work).map_err(|error| self.failed(error))
    }

    fn failed(&self, reason: impl std::fmt::Display) -> StoreError {
        StoreError::new(format!("{}: {reason}", self.path.display()))
    }
}

impl AttemptStore for SqliteAttempts {
    fn put(&self, row: AttemptRow) -> Result<(), StoreError> {
        self.with(|connection| {
            let transaction = connection.transaction()?;
            transaction
                .prepare_cached("DELETE FROM bootpay_attempts WHERE forget_at < ?1")?
                .execute([Timestamp::now().as_millis()])?;
            transaction
                .prepare_cached(
                    "INSERT OR REPLACE INTO bootpay_attempts (id, owner, payment, answered, due_at, forget_at, record)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                )?
                .execute(params![
                    row.id,
                    row.owner,
                    row.payment,
                    row.answered,
                    row.due_at.as_millis(),
                    row.forget_at.map(Timestamp::as_millis),
                    row.record
                ])?;
            transaction.commit()
        })
    }

    fn claim(&self, claim: AttemptClaim) -> Result<Option<String>, StoreError> {
        self.with(|connection| {
            connection
                .prepare_cached(
                    "UPDATE bootpay_attempts SET due_at = :until WHERE id = (
                         SELECT id FROM bootpay_attempts
                         WHERE owner = :owner AND answered <= :answered AND due_at <= :now
                             AND (forget_at IS NULL OR forget_at >= :now)
                         ORDER BY due_at LIMIT 1
                     ) RETURNING record",
                )?
                .query_row(
                    named_params! {
                        ":until": claim.until.as_millis(),
                        ":owner": claim.owner,
                        ":answered": claim.answered,
                        ":now": claim.now.as_millis(),
                    },
                    |row| row.get(0),
                )
                .optional()
        })
    }

    fn of_payment(&self, payment: String) -> Result<Vec<String>, StoreError> {
        self.with(|connection| {
            let mut query = connection.prepare_cached("SELECT record FROM bootpay_attempts WHERE payment = ?1")?;
            query.query_map([payment], |row| row.get(0))?.collect()
        })
    }

    fn remove(&self, id: String) -> Result<(), StoreError> {
        self.with(|connection| {
            connection.prepare_cached("DELETE FROM bootpay_attempts WHERE id = ?1")?.execute([id]).map(drop)
        })
    }
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(BUSY)?;
    // A row is on the disk when `put` returns, and readers do not wait for writers.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.execute_batch(SCHEMA)?;
    Ok(connection)
}

/// Order ids and amounts are nobody else's business.
///
/// A file that is there is not even opened: whoever closes a file in a process gives up the locks
/// that `SQLite` has on it for another client there, and another process then takes its log away.
fn create(path: &Path) -> io::Result<()> {
    // Nor may another client open it before it is closed here.
    static CREATING: Mutex<()> = Mutex::new(());
    let _alone = CREATING.lock().unwrap_or_else(PoisonError::into_inner);
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        outcome => outcome.map(drop),
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|file| (file.dev(), file.ino()))
}

/// On systems that cannot remove an open file, its presence is enough.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    path.exists().then_some((0, 0))
}
