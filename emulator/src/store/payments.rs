//! The payments, and their used cancel ids.

use std::cell::Cell;

use bootpay_core::Symbol;
use bootpay_core::model::Status;
use rusqlite::types::FromSql;
use rusqlite::{OptionalExtension, Row, named_params, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::transaction::{Store, Tables};
use crate::domain::clock::Moment;
use crate::domain::escrow::Shipment;
use crate::domain::journal::{Entry, Kind, Outcome};
use crate::domain::money::Money;
use crate::domain::movement::Before;
use crate::domain::payment::Payment;
use crate::domain::payment::standing::{Standing, Was};
use crate::domain::pg_result::PgResult;
use crate::domain::platform::Platform;
use crate::domain::refusal::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["payments", "standings", "cancels"],
    create: "
CREATE TABLE payments (
    number INTEGER PRIMARY KEY, receipt_id TEXT NOT NULL UNIQUE, merchant_id TEXT NOT NULL,
    order_id TEXT NOT NULL, order_name TEXT NOT NULL,
    price INTEGER NOT NULL, tax_free INTEGER NOT NULL,
    cancelled_price INTEGER NOT NULL, cancelled_tax_free INTEGER NOT NULL,
    approve_price INTEGER NOT NULL, currency TEXT NOT NULL, method TEXT NOT NULL, pg TEXT NOT NULL,
    status INTEGER NOT NULL, standing TEXT NOT NULL, metadata TEXT NOT NULL, user TEXT, escrow INTEGER NOT NULL, instrument TEXT NOT NULL,
    shipment TEXT, cash_receipt TEXT,
    confirm_result TEXT NOT NULL, cancel_result TEXT NOT NULL, overrides TEXT NOT NULL,
    confirm_grace INTEGER NOT NULL, sandbox INTEGER NOT NULL, charged INTEGER NOT NULL, auto_cancel_after INTEGER,
    platform TEXT NOT NULL, choice TEXT, silent_deposit_at INTEGER, requested_at INTEGER NOT NULL, lifetime INTEGER NOT NULL, approved_at INTEGER, purchased_at INTEGER, cancelled_at INTEGER, deposit_by INTEGER,
    reporting TEXT NOT NULL, expires_at INTEGER);
CREATE INDEX payments_expiring ON payments (expires_at, number) WHERE expires_at IS NOT NULL;
CREATE INDEX payments_by_number ON payments (merchant_id, number);
CREATE INDEX payments_by_standing ON payments (merchant_id, standing, number);
CREATE INDEX payments_needing ON payments (merchant_id, status) WHERE status IN (2, 5);
CREATE TABLE standings (
    merchant_id TEXT NOT NULL, standing TEXT NOT NULL, payments INTEGER NOT NULL, PRIMARY KEY (merchant_id, standing));
CREATE INDEX payments_by_order ON payments (merchant_id, order_id);
CREATE INDEX payments_to_cancel ON payments (purchased_at + auto_cancel_after)
    WHERE auto_cancel_after IS NOT NULL AND purchased_at IS NOT NULL AND cancelled_price < price;
CREATE TABLE cancels (
    receipt_id TEXT NOT NULL, cancel_id TEXT NOT NULL, PRIMARY KEY (receipt_id, cancel_id));
",
};

impl Store<'_> {
    /// Writes a payment, new or changed, with what the change moves: the PG's ledger, the journal and the counts.
    pub(crate) fn save_payment(&self, payment: &Payment) -> Result<(), Refusal> {
        let standing = Standing::of(payment).symbol();
        let before = self.written(&payment.receipt_id)?;
        let moved = before.as_ref().map(|before| before.movement).unwrap_or_default();
        self.record_movements(moved, payment)?;
        self.tell_of_payment(before.as_ref().map(|before| before.was), payment)?;
        self.count_standing(before.as_ref().map(|before| &*before.standing), standing, &payment.merchant_id)?;
        self.0
            .prepare_cached(
                "INSERT INTO payments (receipt_id, merchant_id, order_id, order_name, price, tax_free,
                     cancelled_price, cancelled_tax_free, approve_price, currency, method, pg, status, standing,
                     metadata, user, escrow, instrument, shipment, cash_receipt, confirm_result, cancel_result, overrides,
                     confirm_grace, sandbox, charged, auto_cancel_after, platform, choice, silent_deposit_at,
                     requested_at, lifetime, approved_at, purchased_at, cancelled_at, deposit_by,
                     reporting, expires_at)
                 VALUES (:receipt_id, :merchant_id, :order_id, :order_name, :price, :tax_free,
                     :cancelled_price, :cancelled_tax_free, :approve_price, :currency, :method, :pg, :status, :standing,
                     :metadata, :user, :escrow, :instrument, :shipment, :cash_receipt, :confirm_result, :cancel_result, :overrides,
                     :confirm_grace, :sandbox, :charged, :auto_cancel_after, :platform, :choice, :silent_deposit_at,
                     :requested_at, :lifetime, :approved_at, :purchased_at, :cancelled_at, :deposit_by,
                     :reporting, :expires_at)
                 ON CONFLICT (receipt_id) DO UPDATE SET
                     price = :price, cancelled_price = :cancelled_price,
                     cancelled_tax_free = :cancelled_tax_free, status = :status, standing = :standing, method = :method, pg = :pg,
                     sandbox = :sandbox, charged = :charged, auto_cancel_after = :auto_cancel_after, choice = :choice,
                     silent_deposit_at = :silent_deposit_at,
                     instrument = :instrument, shipment = :shipment, cash_receipt = :cash_receipt,
                     approved_at = :approved_at, purchased_at = :purchased_at, cancelled_at = :cancelled_at, deposit_by = :deposit_by,
                     expires_at = :expires_at",
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
                ":standing": standing,
                ":metadata": serde_json::to_string(&payment.metadata)?,
                ":user": json(payment.user.as_ref())?,
                ":escrow": payment.escrow,
                ":instrument": serde_json::to_string(&payment.instrument)?,
                ":shipment": json(payment.shipment.as_ref())?,
                ":cash_receipt": json(payment.cash_receipt.as_ref())?,
                ":confirm_result": payment.confirm_result.as_str(),
                ":cancel_result": payment.cancel_result.as_str(),
                ":overrides": serde_json::to_string(&payment.overrides)?,
                ":confirm_grace": payment.confirm_grace,
                ":sandbox": payment.sandbox,
                ":charged": payment.charged,
                // In the unit of the moments beside it.
                ":auto_cancel_after": payment.auto_cancel_after.map(|seconds| seconds * 1000),
                ":platform": payment.platform.name(),
                ":choice": json(payment.choice.as_ref())?,
                ":silent_deposit_at": payment.silent_deposit_at.map(|moment| moment.0),
                ":requested_at": payment.requested_at.0,
                ":lifetime": payment.lifetime,
                ":approved_at": payment.approved_at.map(|moment| moment.0),
                ":purchased_at": payment.purchased_at.map(|moment| moment.0),
                ":cancelled_at": payment.cancelled_at.map(|moment| moment.0),
                ":deposit_by": payment.deposit_by.map(|moment| moment.0),
                ":reporting": serde_json::to_string(&payment.reporting)?,
                ":expires_at": payment.expires_at().map(|moment| moment.0),
            })?;
        if payment.expires_at().is_some() || payment.auto_cancel_after.is_some() {
            self.schedule();
        }
        Ok(())
    }

    /// A payment's state in the database.
    fn written(&self, receipt_id: &str) -> Result<Option<Written>, Refusal> {
        let read = |row: &Row<'_>| {
            let shipment: Option<String> = row.get(6)?;
            let shipment: Option<Shipment> = shipment.and_then(|text| serde_json::from_str(&text).ok());
            let movement = Before {
                purchased: row.get(0)?,
                deposited: row.get(1)?,
                cancelled_price: Money(row.get(2)?),
                cancelled_tax_free: Money(row.get(3)?),
            };
            let was = Was {
                status: row.get(4)?,
                cancelled_price: movement.cancelled_price,
                deposited_silently: movement.deposited,
                escrow_decided: shipment.as_ref().is_some_and(Shipment::is_decided),
            };
            Ok(Written { movement, was, standing: row.get(5)? })
        };
        Ok(self
            .0
            .prepare_cached(
                "SELECT purchased_at IS NOT NULL, silent_deposit_at IS NOT NULL, cancelled_price, cancelled_tax_free,
                     status, standing, shipment FROM payments WHERE receipt_id = ?1",
            )?
            .query_row([receipt_id], read)
            .optional()?)
    }

    fn tell_of_payment(&self, was: Option<Was>, payment: &Payment) -> Result<(), Refusal> {
        let Some(told) = payment.told(was) else { return Ok(()) };
        let outcome = if payment.status == Status::ApprovalFailed { Outcome::Failed } else { Outcome::Done };
        self.tell(
            &Entry::new(Kind::State, outcome, told.code)
                .about(&payment.merchant_id, Some(&payment.receipt_id), Some(&payment.order_id))
                .facts(told.facts),
        )
    }

    /// Keeps the number of payments of each standing.
    fn count_standing(&self, before: Option<&str>, after: &str, merchant_id: &str) -> Result<(), Refusal> {
        if before == Some(after) {
            return Ok(());
        }
        let mut add = self.0.prepare_cached(
            "INSERT INTO standings (merchant_id, standing, payments) VALUES (?1, ?2, ?3)
             ON CONFLICT (merchant_id, standing) DO UPDATE SET payments = payments + ?3",
        )?;
        if let Some(before) = before {
            add.execute(params![merchant_id, before, -1])?;
        }
        add.execute(params![merchant_id, after, 1])?;
        Ok(())
    }

    /// The payment as stored: `acts::payment::find` expires it where it is due.
    pub(crate) fn stored_payment(&self, receipt_id: &str) -> Result<Option<Payment>, Refusal> {
        Ok(self
            .0
            .prepare_cached("SELECT * FROM payments WHERE receipt_id = ?1")?
            .query_row([receipt_id], read_payment)
            .optional()?)
    }

    /// The payments that expire first: when, receipt id, order name.
    pub(crate) fn next_expiries(&self, limit: u32) -> Result<Vec<(Moment, String, String)>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT expires_at, receipt_id, order_name FROM payments WHERE expires_at IS NOT NULL
             ORDER BY expires_at, number LIMIT ?1",
        )?;
        let rows = query.query_map([limit], |row| Ok((Moment(row.get(0)?), row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The charged test payments that Bootpay cancels first: when, receipt id, order name.
    pub(crate) fn next_cancels(&self, limit: u32) -> Result<Vec<(Moment, String, String)>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT purchased_at + auto_cancel_after, receipt_id, order_name FROM payments
             WHERE auto_cancel_after IS NOT NULL AND purchased_at IS NOT NULL AND cancelled_price < price
             ORDER BY purchased_at + auto_cancel_after, number LIMIT ?1",
        )?;
        let rows = query.query_map([limit], |row| Ok((Moment(row.get(0)?), row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A merchant's payments for one order as stored, oldest first: `acts::payment::of_order` expires them.
    pub(crate) fn stored_payments_of_order(&self, merchant_id: &str, order_id: &str) -> Result<Vec<Payment>, Refusal> {
        let mut query =
            self.0.prepare_cached("SELECT * FROM payments WHERE merchant_id = ?1 AND order_id = ?2 ORDER BY number")?;
        Ok(query.query_map([merchant_id, order_id], read_payment)?.collect::<Result<Vec<_>, _>>()?)
    }

    /// Returns whether a billing key was charged for this order before, successfully or not.
    pub(crate) fn is_order_charged(&self, merchant_id: &str, order_id: &str) -> Result<bool, Refusal> {
        Ok(self
            .0
            .prepare_cached(
                "SELECT 1 FROM payments WHERE merchant_id = ?1 AND order_id = ?2
                     AND method IN ('card_rebill', 'card_rebill_rest', 'automatic_transfer_rest')",
            )?
            .exists([merchant_id, order_id])?)
    }

    /// A merchant's payments as stored, newest first: `acts::payment::of_merchant` expires them.
    pub(crate) fn stored_payments(&self, merchant_id: &str) -> Result<Vec<Payment>, Refusal> {
        let mut query =
            self.0.prepare_cached("SELECT * FROM payments WHERE merchant_id = ?1 ORDER BY number DESC LIMIT 1000")?;
        Ok(query.query_map([merchant_id], read_payment)?.collect::<Result<Vec<_>, _>>()?)
    }

    /// A project's newest payments as stored, newest first.
    pub(crate) fn latest_payments(&self, merchant_id: &str, count: u32) -> Result<Vec<Payment>, Refusal> {
        let mut query =
            self.0.prepare_cached("SELECT * FROM payments WHERE merchant_id = ?1 ORDER BY number DESC LIMIT ?2")?;
        Ok(query.query_map(params![merchant_id, count], read_payment)?.collect::<Result<Vec<_>, _>>()?)
    }

    /// A project's payments that were paid, as stored, oldest first; standalone cash receipts are none.
    pub(super) fn stored_paid_payments(&self, merchant_id: &str) -> Result<Vec<Payment>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT * FROM payments WHERE merchant_id = ?1 AND method <> 'cash_receipt'
                 AND (purchased_at IS NOT NULL OR silent_deposit_at IS NOT NULL) ORDER BY number",
        )?;
        Ok(query.query_map([merchant_id], read_payment)?.collect::<Result<Vec<_>, _>>()?)
    }

    pub(crate) fn is_cancel_id_used(&self, receipt_id: &str, cancel_id: &str) -> Result<bool, Refusal> {
        Ok(self
            .0
            .prepare_cached("SELECT 1 FROM cancels WHERE receipt_id = ?1 AND cancel_id = ?2")?
            .exists([receipt_id, cancel_id])?)
    }

    pub(crate) fn use_cancel_id(&self, receipt_id: &str, cancel_id: &str) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT OR IGNORE INTO cancels (receipt_id, cancel_id) VALUES (?1, ?2)",
            [receipt_id, cancel_id],
        )?;
        Ok(())
    }
}

/// The state of a payment before it is written.
struct Written {
    movement: Before,
    was: Was,
    standing: String,
}

fn json<T: Serialize>(value: Option<&T>) -> Result<Option<String>, Refusal> {
    Ok(value.map(serde_json::to_string).transpose()?)
}

/// A row whose columns are read about in the table's order: each is looked for behind the one before it. A search from
/// the first column, for each of them, takes longer than the query.
struct InOrder<'a, 'b> {
    row: &'a Row<'b>,
    next: Cell<usize>,
}

impl InOrder<'_, '_> {
    fn get<T: FromSql>(&self, column: &str) -> rusqlite::Result<T> {
        let statement = self.row.as_ref();
        let count = statement.column_count();
        let mut places = (0..count).map(|step| (self.next.get() + step) % count);
        let found = places.find(|place| statement.column_name(*place) == Ok(column));
        let place = found.ok_or_else(|| rusqlite::Error::InvalidColumnName(column.to_owned()))?;
        self.next.set(place + 1);
        self.row.get(place)
    }
}

fn from_json<T: DeserializeOwned>(row: &InOrder<'_, '_>, column: &str) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| serde_json::from_str(&text).map_err(|_| rusqlite::Error::InvalidQuery)).transpose()
}

fn enum_value<T: Symbol>(row: &InOrder<'_, '_>, column: &str) -> rusqlite::Result<T> {
    T::from_symbol(&row.get::<String>(column)?).ok_or(rusqlite::Error::InvalidQuery)
}

pub(super) fn read_payment(row: &Row<'_>) -> rusqlite::Result<Payment> {
    let row = &InOrder { row, next: Cell::new(0) };
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
        method: enum_value(row, "method")?,
        pg: enum_value(row, "pg")?,
        status: Status::from_code(row.get("status")?),
        metadata: object(row.get("metadata")?),
        user: from_json(row, "user")?,
        escrow: row.get("escrow")?,
        instrument: object(row.get("instrument")?),
        shipment: from_json(row, "shipment")?,
        cash_receipt: from_json(row, "cash_receipt")?,
        confirm_result: PgResult::parse(&row.get::<String>("confirm_result")?),
        cancel_result: PgResult::parse(&row.get::<String>("cancel_result")?),
        overrides: object(row.get("overrides")?),
        confirm_grace: row.get("confirm_grace")?,
        sandbox: row.get("sandbox")?,
        charged: row.get("charged")?,
        auto_cancel_after: row.get::<Option<i64>>("auto_cancel_after")?.map(|milliseconds| milliseconds / 1000),
        platform: Platform::named(&row.get::<String>("platform")?),
        choice: from_json(row, "choice")?,
        silent_deposit_at: moment("silent_deposit_at")?,
        requested_at: Moment(row.get("requested_at")?),
        lifetime: row.get("lifetime")?,
        approved_at: moment("approved_at")?,
        purchased_at: moment("purchased_at")?,
        cancelled_at: moment("cancelled_at")?,
        deposit_by: moment("deposit_by")?,
        reporting: from_json(row, "reporting")?.unwrap_or_default(),
    })
}
