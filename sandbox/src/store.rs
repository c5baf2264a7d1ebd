//! The database: the one place of truth. Every request runs in one transaction.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use bootpay_core::Symbol;
use bootpay_core::model::Status;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, named_params, params};
use serde_json::{Map, Value};

use crate::clock::{Clock, Moment};
use crate::ids;
use crate::merchant::{Merchant, Mode, Platform};
use crate::money::Money;
use crate::payment::{Payment, PgAnswer};
use crate::reply::{Code, Refusal};

/// Raised whenever the schema changes: a file of another version is refused, not guessed at.
const VERSION: i64 = 1;

const SCHEMA: &str = "
CREATE TABLE settings (seed INTEGER NOT NULL, clock_offset INTEGER NOT NULL, clock_frozen INTEGER);
CREATE TABLE counters (kind TEXT PRIMARY KEY, number INTEGER NOT NULL);
CREATE TABLE merchants (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    client_key TEXT NOT NULL UNIQUE, secret_key TEXT NOT NULL,
    application_id TEXT NOT NULL UNIQUE, private_key TEXT NOT NULL,
    company_name TEXT NOT NULL, test INTEGER NOT NULL, strict INTEGER NOT NULL,
    partial_cancel_status INTEGER NOT NULL, web INTEGER NOT NULL);
CREATE TABLE tokens (token TEXT PRIMARY KEY, merchant_id TEXT NOT NULL, issued_at INTEGER NOT NULL);
CREATE TABLE payments (
    number INTEGER PRIMARY KEY, receipt_id TEXT NOT NULL UNIQUE, merchant_id TEXT NOT NULL,
    order_id TEXT NOT NULL, order_name TEXT NOT NULL,
    price INTEGER NOT NULL, tax_free INTEGER NOT NULL,
    cancelled_price INTEGER NOT NULL, cancelled_tax_free INTEGER NOT NULL,
    approve_price INTEGER NOT NULL, currency TEXT NOT NULL, method TEXT NOT NULL, pg TEXT NOT NULL,
    status INTEGER NOT NULL, metadata TEXT NOT NULL, user TEXT, escrow INTEGER NOT NULL,
    confirm_result TEXT NOT NULL, cancel_result TEXT NOT NULL, overrides TEXT NOT NULL,
    requested_at INTEGER NOT NULL, purchased_at INTEGER, cancelled_at INTEGER, deposit_by INTEGER);
CREATE INDEX payments_by_order ON payments (merchant_id, order_id);
CREATE TABLE cancels (
    receipt_id TEXT NOT NULL, cancel_id TEXT NOT NULL, PRIMARY KEY (receipt_id, cancel_id));
CREATE TABLE requests (
    number INTEGER PRIMARY KEY AUTOINCREMENT, merchant_id TEXT, entry TEXT NOT NULL);
CREATE TABLE faults (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL, method TEXT, times INTEGER NOT NULL, fault TEXT NOT NULL);
";

const TABLES: [&str; 8] = ["settings", "counters", "merchants", "tokens", "payments", "cancels", "requests", "faults"];

/// More than any test looks back at; a soak run must not fill the memory.
const REQUESTS_KEPT: i64 = 10_000;

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
                store.0.execute_batch(SCHEMA)?;
                store.0.pragma_update(None, "user_version", VERSION)?;
                store.start(seed, strict)
            })?,
            other => {
                return Err(Code::Broken
                    .because(format!("the data file is of version {other}, this sandbox reads {VERSION}: remove it")));
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
        self.0.execute(
            "INSERT INTO settings (seed, clock_offset, clock_frozen) VALUES (?1, 0, NULL)",
            [seed.cast_signed()],
        )?;
        let (id, keys) = self.new_keys()?;
        self.add_merchant(&Merchant {
            id,
            client_key: keys.client_key,
            secret_key: keys.secret_key,
            application_id: keys.application_id,
            private_key: keys.private_key,
            company_name: "Sandbox Shop".into(),
            mode: Mode::Live,
            strict,
            partial_cancel_status: 20,
            platform: Platform::Rest,
        })
    }

    /// Forgets everything and starts again from the same seed.
    pub(crate) fn reset(&self, strict: bool) -> Result<(), Refusal> {
        let seed = self.seed()?;
        for table in TABLES {
            self.0.execute(&format!("DELETE FROM {table}"), [])?;
        }
        self.start(seed, strict)
    }

    fn seed(&self) -> Result<u64, Refusal> {
        let seed: i64 = self.0.query_row("SELECT seed FROM settings", [], |row| row.get(0))?;
        Ok(seed.cast_unsigned())
    }

    fn next(&self, kind: &str) -> Result<i64, Refusal> {
        Ok(self
            .0
            .prepare_cached(
                "INSERT INTO counters (kind, number) VALUES (?1, 1)
                 ON CONFLICT (kind) DO UPDATE SET number = number + 1 RETURNING number",
            )?
            .query_row([kind], |row| row.get(0))?)
    }

    /// A new id of `length` hexadecimal characters; each kind counts for itself.
    pub(crate) fn new_id(&self, kind: &str, length: usize) -> Result<String, Refusal> {
        Ok(ids::hex(self.seed()?, kind, self.next(kind)?, length))
    }

    /// Id and keys for one more merchant.
    pub(crate) fn new_keys(&self) -> Result<(String, ids::Keys), Refusal> {
        let (seed, number) = (self.seed()?, self.next("merchant")?);
        Ok((ids::hex(seed, "merchant", number, 24), ids::keys(seed, number)))
    }

    // Time

    pub(crate) fn clock(&self) -> Result<Clock, Refusal> {
        Ok(self
            .0
            .prepare_cached("SELECT clock_offset, clock_frozen FROM settings")?
            .query_row([], |row| Ok(Clock { offset: row.get(0)?, frozen: row.get(1)? }))?)
    }

    pub(crate) fn set_clock(&self, clock: Clock) -> Result<(), Refusal> {
        self.0
            .execute("UPDATE settings SET clock_offset = ?1, clock_frozen = ?2", params![clock.offset, clock.frozen])?;
        Ok(())
    }

    pub(crate) fn now(&self) -> Result<Moment, Refusal> {
        Ok(self.clock()?.now())
    }

    // Merchants

    pub(crate) fn add_merchant(&self, merchant: &Merchant) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT INTO merchants (id, client_key, secret_key, application_id, private_key, company_name,
                 test, strict, partial_cancel_status, web)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                merchant.id,
                merchant.client_key,
                merchant.secret_key,
                merchant.application_id,
                merchant.private_key,
                merchant.company_name,
                merchant.mode == Mode::Test,
                merchant.strict,
                merchant.partial_cancel_status,
                merchant.platform == Platform::Web,
            ],
        )?;
        Ok(())
    }

    /// The merchant that exists from the start.
    pub(crate) fn default_merchant(&self) -> Result<Merchant, Refusal> {
        Ok(self.0.query_row("SELECT * FROM merchants ORDER BY number LIMIT 1", [], read_merchant)?)
    }

    pub(crate) fn merchant(&self, id: &str) -> Result<Option<Merchant>, Refusal> {
        self.merchant_where("SELECT * FROM merchants WHERE id = ?1", id)
    }

    pub(crate) fn merchant_by_client_key(&self, key: &str) -> Result<Option<Merchant>, Refusal> {
        self.merchant_where("SELECT * FROM merchants WHERE client_key = ?1", key)
    }

    pub(crate) fn merchant_by_application_id(&self, id: &str) -> Result<Option<Merchant>, Refusal> {
        self.merchant_where("SELECT * FROM merchants WHERE application_id = ?1", id)
    }

    fn merchant_where(&self, sql: &str, value: &str) -> Result<Option<Merchant>, Refusal> {
        Ok(self.0.prepare_cached(sql)?.query_row([value], read_merchant).optional()?)
    }

    // Tokens

    /// The merchant's newest token and when it was issued.
    pub(crate) fn newest_token(&self, merchant_id: &str) -> Result<Option<(String, Moment)>, Refusal> {
        Ok(self
            .0
            .prepare_cached("SELECT token, issued_at FROM tokens WHERE merchant_id = ?1 ORDER BY rowid DESC LIMIT 1")?
            .query_row([merchant_id], |row| Ok((row.get(0)?, Moment(row.get(1)?))))
            .optional()?)
    }

    pub(crate) fn add_token(&self, token: &str, merchant_id: &str, now: Moment) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT INTO tokens (token, merchant_id, issued_at) VALUES (?1, ?2, ?3)",
            params![token, merchant_id, now.0],
        )?;
        Ok(())
    }

    /// Whose token it is and when it was issued.
    pub(crate) fn token(&self, token: &str) -> Result<Option<(String, Moment)>, Refusal> {
        Ok(self
            .0
            .prepare_cached("SELECT merchant_id, issued_at FROM tokens WHERE token = ?1")?
            .query_row([token], |row| Ok((row.get(0)?, Moment(row.get(1)?))))
            .optional()?)
    }

    // Payments

    /// Writes a payment, new or changed.
    pub(crate) fn save_payment(&self, payment: &Payment) -> Result<(), Refusal> {
        let user = payment.user.as_ref().map(serde_json::to_string).transpose()?;
        self.0
            .prepare_cached(
                "INSERT INTO payments (receipt_id, merchant_id, order_id, order_name, price, tax_free,
                     cancelled_price, cancelled_tax_free, approve_price, currency, method, pg, status,
                     metadata, user, escrow, confirm_result, cancel_result, overrides,
                     requested_at, purchased_at, cancelled_at, deposit_by)
                 VALUES (:receipt_id, :merchant_id, :order_id, :order_name, :price, :tax_free,
                     :cancelled_price, :cancelled_tax_free, :approve_price, :currency, :method, :pg, :status,
                     :metadata, :user, :escrow, :confirm_result, :cancel_result, :overrides,
                     :requested_at, :purchased_at, :cancelled_at, :deposit_by)
                 ON CONFLICT (receipt_id) DO UPDATE SET
                     price = :price, cancelled_price = :cancelled_price,
                     cancelled_tax_free = :cancelled_tax_free, status = :status,
                     purchased_at = :purchased_at, cancelled_at = :cancelled_at, deposit_by = :deposit_by",
            )?
            .execute(named_params! {
                ":receipt_id": payment.receipt_id,
                ":merchant_id": payment.merchant_id,
                ":order_id": payment.order_id,
                ":order_name": payment.order_name,
                ":price": payment.price.0,
                ":tax_free": payment.tax_free.0,
                ":cancelled_price": payment.cancelled_price.0,
                ":cancelled_tax_free": payment.cancelled_tax_free.0,
                ":approve_price": payment.approve_price.0,
                ":currency": payment.currency,
                ":method": payment.method.symbol(),
                ":pg": payment.pg.symbol(),
                ":status": payment.status_code(),
                ":metadata": serde_json::to_string(&payment.metadata)?,
                ":user": user,
                ":escrow": payment.escrow,
                ":confirm_result": payment.confirm_result.as_str(),
                ":cancel_result": payment.cancel_result.as_str(),
                ":overrides": serde_json::to_string(&payment.overrides)?,
                ":requested_at": payment.requested_at.0,
                ":purchased_at": payment.purchased_at.map(|moment| moment.0),
                ":cancelled_at": payment.cancelled_at.map(|moment| moment.0),
                ":deposit_by": payment.deposit_by.map(|moment| moment.0),
            })?;
        Ok(())
    }

    /// The payment as it is by now: time has done its work on it.
    pub(crate) fn payment(&self, receipt_id: &str) -> Result<Option<Payment>, Refusal> {
        let payment = self
            .0
            .prepare_cached("SELECT * FROM payments WHERE receipt_id = ?1")?
            .query_row([receipt_id], read_payment)
            .optional()?;
        payment.map(|payment| self.aged(payment)).transpose()
    }

    /// A merchant's payments for one order, oldest first.
    pub(crate) fn payments_by_order(&self, merchant_id: &str, order_id: &str) -> Result<Vec<Payment>, Refusal> {
        let mut query =
            self.0.prepare_cached("SELECT * FROM payments WHERE merchant_id = ?1 AND order_id = ?2 ORDER BY number")?;
        let payments = query.query_map([merchant_id, order_id], read_payment)?.collect::<Result<Vec<_>, _>>()?;
        payments.into_iter().map(|payment| self.aged(payment)).collect()
    }

    fn aged(&self, mut payment: Payment) -> Result<Payment, Refusal> {
        if payment.age(self.now()?) {
            self.save_payment(&payment)?;
        }
        Ok(payment)
    }

    pub(crate) fn is_cancel_id_used(&self, receipt_id: &str, cancel_id: &str) -> Result<bool, Refusal> {
        Ok(self
            .0
            .prepare_cached("SELECT 1 FROM cancels WHERE receipt_id = ?1 AND cancel_id = ?2")?
            .exists([receipt_id, cancel_id])?)
    }

    pub(crate) fn use_cancel_id(&self, receipt_id: &str, cancel_id: &str) -> Result<(), Refusal> {
        self.0.execute("INSERT INTO cancels (receipt_id, cancel_id) VALUES (?1, ?2)", [receipt_id, cancel_id])?;
        Ok(())
    }

    // The request log

    /// Logs what arrived; gives the number under which [`Store::answer_request`] finds it.
    pub(crate) fn add_request(&self, merchant_id: Option<&str>, entry: &Value) -> Result<i64, Refusal> {
        self.0
            .prepare_cached("INSERT INTO requests (merchant_id, entry) VALUES (?1, ?2)")?
            .execute(params![merchant_id, entry.to_string()])?;
        let last = self.0.last_insert_rowid();
        self.0.prepare_cached("DELETE FROM requests WHERE number <= ?1")?.execute([last - REQUESTS_KEPT])?;
        Ok(last)
    }

    /// Completes a logged request, unless the log was cleared in between: numbers are not used twice.
    pub(crate) fn answer_request(
        &self,
        number: i64,
        status: u16,
        merchant_id: Option<&str>,
        findings: &[String],
    ) -> Result<(), Refusal> {
        self.0
            .prepare_cached(
                "UPDATE requests SET merchant_id = ifnull(?3, merchant_id),
                     entry = json_set(entry, '$.status', ?2, '$.findings', json(?4),
                         '$.merchant', ifnull(?3, merchant_id))
                 WHERE number = ?1",
            )?
            .execute(params![number, status, merchant_id, serde_json::to_string(findings)?])?;
        Ok(())
    }

    /// The log, oldest first; of one merchant where one is named.
    pub(crate) fn requests(&self, merchant_id: Option<&str>) -> Result<Vec<Value>, Refusal> {
        let mut query =
            self.0.prepare_cached("SELECT entry FROM requests WHERE ?1 IS NULL OR merchant_id = ?1 ORDER BY number")?;
        let entries = query.query_map([merchant_id], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        entries.iter().map(|entry| Ok(serde_json::from_str(entry)?)).collect()
    }

    pub(crate) fn clear_requests(&self) -> Result<(), Refusal> {
        self.0.execute("DELETE FROM requests", [])?;
        Ok(())
    }

    // Faults

    pub(crate) fn add_fault(&self, path: &str, method: Option<&str>, times: u32, fault: &str) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT INTO faults (path, method, times, fault) VALUES (?1, ?2, ?3, ?4)",
            params![path, method, times, fault],
        )?;
        Ok(())
    }

    /// Takes one use of the oldest fault that matches.
    pub(crate) fn take_fault(&self, path: &str, method: &str) -> Result<Option<String>, Refusal> {
        let found: Option<(i64, i64, String)> = self
            .0
            .prepare_cached(
                "SELECT number, times, fault FROM faults
                 WHERE substr(?1, 1, length(path)) = path AND (method IS NULL OR method = ?2)
                 ORDER BY number LIMIT 1",
            )?
            .query_row([path, method], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let Some((number, times, fault)) = found else {
            return Ok(None);
        };
        if times > 1 {
            self.0.execute("UPDATE faults SET times = times - 1 WHERE number = ?1", [number])?;
        } else {
            self.0.execute("DELETE FROM faults WHERE number = ?1", [number])?;
        }
        Ok(Some(fault))
    }

    pub(crate) fn clear_faults(&self) -> Result<(), Refusal> {
        self.0.execute("DELETE FROM faults", [])?;
        Ok(())
    }
}

fn read_merchant(row: &Row<'_>) -> rusqlite::Result<Merchant> {
    Ok(Merchant {
        id: row.get("id")?,
        client_key: row.get("client_key")?,
        secret_key: row.get("secret_key")?,
        application_id: row.get("application_id")?,
        private_key: row.get("private_key")?,
        company_name: row.get("company_name")?,
        mode: if row.get("test")? { Mode::Test } else { Mode::Live },
        strict: row.get("strict")?,
        partial_cancel_status: row.get("partial_cancel_status")?,
        platform: if row.get("web")? { Platform::Web } else { Platform::Rest },
    })
}

fn word<T: Symbol>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    T::from_symbol(&row.get::<_, String>(column)?).ok_or(rusqlite::Error::InvalidQuery)
}

fn read_payment(row: &Row<'_>) -> rusqlite::Result<Payment> {
    let object = |text: String| -> Map<String, Value> { serde_json::from_str(&text).unwrap_or_default() };
    let money = |column: &str| row.get(column).map(Money);
    let moment = |column: &str| row.get(column).map(|moment: Option<i64>| moment.map(Moment));
    Ok(Payment {
        receipt_id: row.get("receipt_id")?,
        merchant_id: row.get("merchant_id")?,
        order_id: row.get("order_id")?,
        order_name: row.get("order_name")?,
        price: money("price")?,
        tax_free: money("tax_free")?,
        cancelled_price: money("cancelled_price")?,
        cancelled_tax_free: money("cancelled_tax_free")?,
        approve_price: money("approve_price")?,
        currency: row.get("currency")?,
        method: word(row, "method")?,
        pg: word(row, "pg")?,
        status: Status::from_code(row.get("status")?),
        metadata: object(row.get("metadata")?),
        user: row.get::<_, Option<String>>("user")?.map(object),
        escrow: row.get("escrow")?,
        confirm_result: PgAnswer::parse(&row.get::<_, String>("confirm_result")?),
        cancel_result: PgAnswer::parse(&row.get::<_, String>("cancel_result")?),
        overrides: object(row.get("overrides")?),
        requested_at: Moment(row.get("requested_at")?),
        purchased_at: moment("purchased_at")?,
        cancelled_at: moment("cancelled_at")?,
        deposit_by: moment("deposit_by")?,
    })
}
