//! Attempts in PostgreSQL: several machines share them, and any of them may recover.
//!
//! ```no_run
//! use bootpay_core::{Bootpay, ClientOptions, Credentials};
//! use bootpay_postgres::PostgresAttempts;
//! use postgres::{Client, NoTls};
//!
//! # fn shop() -> Result<(), Box<dyn std::error::Error>> {
//! let attempts = PostgresAttempts::new(|| Client::connect("host=/run/postgresql dbname=shop", NoTls));
//! attempts.create_table()?;
//! let keys = Credentials::new().client_key("…").secret_key("…");
//! let bootpay = Bootpay::with_options(keys, ClientOptions::new().attempt_store(attempts))?;
//! # Ok(())
//! # }
//! ```

use std::{
    fmt,
    sync::{Mutex, PoisonError},
};

use bootpay_core::{
    AttemptStore, StoreError,
    model::{AttemptClaim, AttemptRow},
};
pub use postgres;
use postgres::{Client, Error};

/// The table and its indexes. Safe to run again, and concurrently.
const TABLE: &str = include_str!("table.sql");

const PUT: &str = "
    INSERT INTO bootpay_attempts (id, owner, payment, answered, due_at, forget_at, record)
    VALUES ($1, $2, $3, $4, now() + $5 * interval '1 millisecond', now() + $6 * interval '1 millisecond', $7)
    ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, payment = excluded.payment,
        answered = excluded.answered, due_at = excluded.due_at, forget_at = excluded.forget_at,
        record = excluded.record";
const INSERT: &str = "
    INSERT INTO bootpay_attempts AS kept (id, owner, payment, answered, due_at, forget_at, record)
    VALUES ($1, $2, $3, $4, now() + $5 * interval '1 millisecond', now() + $6 * interval '1 millisecond', $7)
    ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, payment = excluded.payment,
        answered = excluded.answered, due_at = excluded.due_at, forget_at = excluded.forget_at,
        record = excluded.record
        WHERE kept.forget_at < now()";
// What another one is just claiming is not waited for, but passed over.
const FORGET: &str = "
    DELETE FROM bootpay_attempts WHERE id IN
        (SELECT id FROM bootpay_attempts WHERE forget_at < now() LIMIT 100 FOR UPDATE SKIP LOCKED)";
const CLAIM: &str = "
    UPDATE bootpay_attempts SET due_at = now() + $3 * interval '1 millisecond' WHERE id =
        (SELECT id FROM bootpay_attempts
         WHERE owner = $1 AND (NOT answered OR $2) AND due_at <= now()
             AND (forget_at IS NULL OR forget_at >= now())
         ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING record";
const OF_PAYMENT: &str = "SELECT record FROM bootpay_attempts WHERE payment = $1";
const REMOVE: &str = "DELETE FROM bootpay_attempts WHERE id = $1";

/// Attempts in a table `bootpay_attempts` of a PostgreSQL database, 9.5 or newer.
///
/// Holds one connection, opened on first use and again if it is lost. A row is durable when the server has
/// confirmed it: leave `synchronous_commit` on. All times are by the server's clock, whatever those of the
/// machines say. A forked process must create its own store.
pub struct PostgresAttempts {
    connect: Box<dyn Fn() -> Result<Client, Error> + Send + Sync>,
    client: Mutex<Option<Client>>,
}

impl PostgresAttempts {
    /// Creates a store from a function that connects. Configure TLS and timeouts there: set
    /// `connect_timeout` and `tcp_user_timeout`. Does not connect yet.
    pub fn new(connect: impl Fn() -> Result<Client, Error> + Send + Sync + 'static) -> Self {
        Self { connect: Box::new(connect), client: Mutex::new(None) }
    }

    /// Creates the table if it is missing. Not needed if `table.sql` is one of the migrations.
    pub fn create_table(&self) -> Result<(), StoreError> {
        self.with(|client| client.batch_execute(TABLE))
    }

    fn with<T>(&self, work: impl Fn(&mut Client) -> Result<T, Error>) -> Result<T, StoreError> {
        let mut kept = self.client.lock().unwrap_or_else(PoisonError::into_inner);
        let inherited = kept.take().filter(|client| !client.is_closed());
        let is_old = inherited.is_some();
        let mut client = match inherited {
            Some(client) => client,
            None => self.connect()?,
        };
        let mut done = work(&mut client);
        // A server that was restarted is found out by asking it. What is asked here may be asked twice.
        if is_old && client.is_closed() && done.is_err() {
            client = self.connect()?;
            done = work(&mut client);
        }
        *kept = Some(client);
        done.map_err(|error| failed(&error))
    }

    fn connect(&self) -> Result<Client, StoreError> {
        (self.connect)().map_err(|error| failed(&error))
    }
}

/// Reports the error without the statement and its values.
fn failed(error: &Error) -> StoreError {
    match error.as_db_error() {
        Some(error) => StoreError::new(format!("PostgreSQL: {}", error.message())),
        None => StoreError::new(format!("PostgreSQL: {error}")),
    }
}

/// As a number that an interval can be multiplied by.
#[expect(clippy::cast_precision_loss, reason = "whole milliseconds of centuries are exact")]
fn millis(millis: i64) -> f64 {
    millis as f64
}

impl AttemptStore for PostgresAttempts {
    fn put(&self, row: AttemptRow) -> Result<(), StoreError> {
        let (due_in, forget_in) = (millis(row.due_in_ms), row.forget_in_ms.map(millis));
        self.with(|client| {
            let mut transaction = client.transaction()?;
            let values: [&(dyn postgres::types::ToSql + Sync); 7] =
                [&row.id, &row.owner, &row.payment, &row.answered, &due_in, &forget_in, &row.record];
            transaction.execute(PUT, &values)?;
            transaction.execute(FORGET, &[])?;
            transaction.commit()
        })
    }

    fn insert(&self, row: AttemptRow) -> Result<bool, StoreError> {
        let (due_in, forget_in) = (millis(row.due_in_ms), row.forget_in_ms.map(millis));
        self.with(|client| {
            let values: [&(dyn postgres::types::ToSql + Sync); 7] =
                [&row.id, &row.owner, &row.payment, &row.answered, &due_in, &forget_in, &row.record];
            client.execute(INSERT, &values).map(|inserted| inserted == 1)
        })
    }

    fn claim(&self, claim: AttemptClaim) -> Result<Option<String>, StoreError> {
        let lease = millis(claim.lease_ms);
        self.with(|client| {
            let row = client.query_opt(CLAIM, &[&claim.owner, &claim.answered, &lease])?;
            row.map(|row| row.try_get(0)).transpose()
        })
    }

    fn of_payment(&self, payment: String) -> Result<Vec<String>, StoreError> {
        self.with(|client| client.query(OF_PAYMENT, &[&payment])?.iter().map(|row| row.try_get(0)).collect())
    }

    fn remove(&self, id: String) -> Result<(), StoreError> {
        self.with(|client| client.execute(REMOVE, &[&id]).map(drop))
    }
}

impl fmt::Debug for PostgresAttempts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PostgresAttempts")
    }
}

/// Compiles the README's example.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
