//! Attempts in an `SQLite` file.

use std::{
    fs, io,
    path::{self, Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, TransactionBehavior, ffi, named_params, params};

use super::{AttemptStore, StoreError, Unusable, clock, connections::PerProcess, deliveries::REMEMBERED, row};
use crate::model::{AttemptClaim, AttemptRow, ErrorKind};

/// Attempts in an `SQLite` file, which several processes of one machine may share. Do not use it on a
/// network file system. Its times are counted from the start of the machine (Linux), so that nobody's clock can
/// make two processes claim one attempt, or none.
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
        boot TEXT NOT NULL,
        due_at INTEGER NOT NULL,
        forget_at INTEGER,
        record TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS bootpay_attempts_due ON bootpay_attempts (owner, answered, due_at);
    CREATE INDEX IF NOT EXISTS bootpay_attempts_payment ON bootpay_attempts (payment);
    CREATE INDEX IF NOT EXISTS bootpay_attempts_forget ON bootpay_attempts (forget_at);
";

impl SqliteAttempts {
    /// Opens the file, or creates it, readable only by its owner. Fails if it is not such a file, is damaged, or
    /// has lost its log.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::opened(path.as_ref()).map_err(|unusable| unusable.error)
    }

    pub(super) fn opened(path: &Path) -> Result<Self, Unusable> {
        let failed = |reason: &dyn std::fmt::Display| StoreError::new(format!("{}: {reason}", path.display()));
        // Where the process goes to another folder, it is still this file; and to `SQLite` it is no `:memory:`.
        let path = path::absolute(path).map_err(|error| failed(&error))?;
        create(&path).map_err(|error| failed(&error))?;
        let connection = PerProcess::new();
        connection.with(|| connect(&path), |_| Ok(())).map_err(|error| Unusable {
            kind: if is_damaged(&error) { ErrorKind::Config } else { ErrorKind::NotSent },
            error: failed(&error),
        })?;
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
            let now = clock::now();
            transaction.prepare_cached("DELETE FROM bootpay_attempts WHERE forget_at < ?1")?.execute([now.millis])?;
            write(&transaction, "INSERT OR REPLACE", &row, &now)?;
            transaction.commit()
        })
    }

    fn insert(&self, row: AttemptRow) -> Result<bool, StoreError> {
        self.with(|connection| {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let now = clock::now();
            transaction
                .prepare_cached("DELETE FROM bootpay_attempts WHERE id = ?1 AND forget_at < ?2")?
                .execute(params![row.id, now.millis])?;
            let inserted = write(&transaction, "INSERT OR IGNORE", &row, &now)?;
            transaction.commit()?;
            Ok(inserted == 1)
        })
    }

    fn claim(&self, claim: AttemptClaim) -> Result<Option<String>, StoreError> {
        self.with(|connection| {
            let now = clock::now().millis;
            connection
                .prepare_cached(
                    "UPDATE bootpay_attempts SET due_at = :until WHERE id = (
                         SELECT id FROM bootpay_attempts
                         WHERE owner = :owner AND answered <= :answered AND due_at <= :now
                             AND (forget_at IS NULL OR forget_at >= :now)
                         ORDER BY due_at LIMIT 1
                     ) RETURNING id, payment, record",
                )?
                .query_row(
                    named_params! {
                        ":until": now.saturating_add(claim.lease_ms),
                        ":owner": claim.owner,
                        ":answered": claim.answered,
                        ":now": now,
                    },
                    identified,
                )
                .optional()
        })
    }

    fn of_payment(&self, payment: String) -> Result<Vec<String>, StoreError> {
        self.with(|connection| {
            let mut query =
                connection.prepare_cached("SELECT id, payment, record FROM bootpay_attempts WHERE payment = ?1")?;
            query.query_map([payment], identified)?.collect()
        })
    }

    fn remove(&self, id: String) -> Result<(), StoreError> {
        self.with(|connection| {
            connection.prepare_cached("DELETE FROM bootpay_attempts WHERE id = ?1")?.execute([id]).map(drop)
        })
    }
}

/// Writes a row, and returns how many it wrote.
fn write(connection: &Connection, insert: &str, row: &AttemptRow, now: &clock::Instant) -> rusqlite::Result<usize> {
    connection
        .prepare_cached(&format!(
            "{insert} INTO bootpay_attempts (id, owner, payment, answered, boot, due_at, forget_at, record)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
        ))?
        .execute(params![
            row.id,
            row.owner,
            row.payment,
            row.answered,
            now.boot,
            now.millis.saturating_add(row.due_in_ms),
            row.forget_in_ms.map(|millis| now.millis.saturating_add(millis)),
            row.record
        ])
}

/// The record of a row with its id, payment and record.
fn identified(row: &rusqlite::Row<'_>) -> rusqlite::Result<String> {
    let (id, payment, record): (String, Option<String>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
    Ok(row::identified(&id, payment.as_deref(), &record))
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let log_exists = beside(path, "-wal").exists();
    let connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(BUSY)?;
    // A program that opened the file may have given it a log, without which it lacks what was stored last.
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if mode == "wal" && !log_exists {
        return Err(damaged("its log, the file beside it that ends with -wal, is missing"));
    }
    // A row is on the disk when `put` returns, and in this one file: between calls it can be copied. A log costs
    // a fifth of the time, and keeps the rows beside the file for long.
    match connection.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(())) {
        // The log stays while that program has the file open.
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {}
        outcome => outcome?,
    }
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    let check: String = connection.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    if check != "ok" {
        return Err(damaged(&check));
    }
    connection.execute_batch(SCHEMA)?;
    adopt(&connection)?;
    Ok(connection)
}

fn damaged(reason: &str) -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_CORRUPT), Some(reason.to_owned()))
}

/// Returns true if something else is wrong than that it cannot be used now.
fn is_damaged(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut path = path.as_os_str().to_owned();
    path.push(end);
    path.into()
}

/// Takes over the rows from before the machine was started: who held one is gone, and so is what its clock
/// counted from.
fn adopt(connection: &Connection) -> rusqlite::Result<()> {
    let now = clock::now();
    let old: Vec<(String, Option<String>, String)> = connection
        .prepare("SELECT id, payment, record FROM bootpay_attempts WHERE boot <> ?1")?
        .query_map([&now.boot], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (id, payment, record) in old {
        // Unless another process has done it meanwhile.
        connection.execute(
            "UPDATE bootpay_attempts SET boot = ?1, due_at = ?2, record = ?3,
                 forget_at = CASE WHEN forget_at IS NULL THEN NULL WHEN owner = id THEN ?2 + ?5 ELSE ?2 + ?4 END
             WHERE id = ?6 AND boot <> ?1",
            params![
                now.boot,
                now.millis,
                row::without_quiet(&id, payment.as_deref(), &record),
                row::millis(row::ANSWERED_KEPT),
                // Rows of deliveries, which are their own owners.
                row::millis(REMEMBERED),
                id
            ],
        )?;
    }
    Ok(())
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
