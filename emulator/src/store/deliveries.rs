//! The webhooks to deliver, with the log of their attempts.

use rusqlite::{OptionalExtension, params};
use serde_json::Value;

use super::transaction::{Store, Tables};
use crate::domain::clock::Moment;
use crate::domain::delivery::Delivery;
use crate::domain::refusal::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["deliveries"],
    create: "
CREATE TABLE deliveries (
    number INTEGER PRIMARY KEY AUTOINCREMENT, merchant_id TEXT NOT NULL, receipt_id TEXT, state TEXT NOT NULL,
    due_at INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, delivery TEXT NOT NULL,
    attempts TEXT NOT NULL DEFAULT '[]', forged INTEGER NOT NULL);
CREATE INDEX deliveries_due ON deliveries (due_at, number) WHERE state = 'pending';
CREATE INDEX deliveries_by_receipt ON deliveries (receipt_id);
CREATE INDEX deliveries_by_merchant ON deliveries (merchant_id, number);
CREATE INDEX deliveries_retried ON deliveries (merchant_id) WHERE state = 'pending' AND tries > 0;
CREATE INDEX deliveries_by_state ON deliveries (merchant_id, state, number);
",
};

/// A merchant's webhook that was due first. The `+` keeps the order of `deliveries_due`: another index would bring all
/// that wait, to be sorted.
pub(super) const FIRST_DUE: &str = "SELECT number, tries, delivery FROM deliveries
    WHERE state = 'pending' AND due_at <= ?2 AND +merchant_id = ?1 ORDER BY due_at, number LIMIT 1";

/// The newest webhooks that are kept: a soak run must not fill the memory.
const KEPT: i64 = 10_000;

/// The state of a webhook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Waits for its time.
    Pending,
    /// Waits for the merchant's next webhook, by a fault.
    Held,
    Acknowledged,
    /// Was given up.
    Failed,
}

impl State {
    fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Held => "held",
            Self::Acknowledged => "acknowledged",
            Self::Failed => "failed",
        }
    }
}

/// A webhook whose attempt is due.
pub(crate) struct Due {
    pub(crate) number: i64,
    /// The attempts made, and so the number of the next one's resend.
    pub(crate) tries: u32,
    pub(crate) delivery: Delivery,
}

impl Store<'_> {
    /// Adds a webhook; returns its number. No number is used twice.
    pub(crate) fn add_delivery(&self, delivery: &Delivery, due_at: Moment) -> Result<i64, Refusal> {
        self.0
            .prepare_cached(
                "INSERT INTO deliveries (merchant_id, receipt_id, state, due_at, delivery, forged)
                 VALUES (?1, ?2, 'pending', ?3, ?4, ?5)",
            )?
            .execute(params![
                delivery.merchant_id,
                delivery.receipt_id,
                due_at.0,
                serde_json::to_string(delivery)?,
                delivery.forged
            ])?;
        let number = self.0.last_insert_rowid();
        self.0
            .prepare_cached("DELETE FROM deliveries WHERE number <= ?1 AND state IN ('acknowledged', 'failed')")?
            .execute([number - KEPT])?;
        self.schedule();
        Ok(number)
    }

    /// A webhook as it is sent.
    pub(crate) fn delivery(&self, number: i64) -> Result<Option<Delivery>, Refusal> {
        let found: Option<String> = self
            .0
            .prepare_cached("SELECT delivery FROM deliveries WHERE number = ?1")?
            .query_row([number], |row| row.get(0))
            .optional()?;
        Ok(found.map(|delivery| serde_json::from_str(&delivery)).transpose()?)
    }

    /// The merchants with a webhook that is due.
    pub(crate) fn merchants_with_due_deliveries(&self, now: Moment) -> Result<Vec<String>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT DISTINCT merchant_id FROM deliveries WHERE state = 'pending' AND due_at <= ?1 ORDER BY merchant_id",
        )?;
        Ok(query.query_map([now.0], |row| row.get(0))?.collect::<Result<Vec<_>, _>>()?)
    }

    /// A merchant's webhook that was due first.
    pub(crate) fn first_due_delivery(&self, merchant_id: &str, now: Moment) -> Result<Option<Due>, Refusal> {
        let found = self
            .0
            .prepare_cached(FIRST_DUE)?
            .query_row(params![merchant_id, now.0], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?)))
            .optional()?;
        let due = |(number, tries, delivery): (i64, u32, String)| -> Result<Due, Refusal> {
            Ok(Due { number, tries, delivery: serde_json::from_str(&delivery)? })
        };
        found.map(due).transpose()
    }

    /// Returns whether webhooks up to a number are due: of one merchant where given, of all otherwise.
    pub(crate) fn has_due_deliveries(
        &self,
        merchant_id: Option<&str>,
        last: i64,
        now: Moment,
    ) -> Result<bool, Refusal> {
        Ok(self
            .0
            .prepare_cached(
                "SELECT 1 FROM deliveries WHERE state = 'pending' AND due_at <= ?3 AND number <= ?2
                     AND (?1 IS NULL OR merchant_id = ?1)",
            )?
            .exists(params![merchant_id, last, now.0])?)
    }

    /// The number of the newest webhook.
    pub(crate) fn last_delivery(&self) -> Result<i64, Refusal> {
        Ok(self.0.query_row("SELECT ifnull(max(number), 0) FROM deliveries", [], |row| row.get(0))?)
    }

    /// The time of the next attempt after a moment.
    pub(crate) fn next_delivery_after(&self, moment: Moment) -> Result<Option<Moment>, Refusal> {
        let next: Option<i64> = self
            .0
            .prepare_cached("SELECT min(due_at) FROM deliveries WHERE state = 'pending' AND due_at > ?1")?
            .query_row([moment.0], |row| row.get(0))?;
        Ok(next.map(Moment))
    }

    /// The webhooks of the next attempts after a moment: when, number, and the name of their order or else their type.
    pub(crate) fn next_deliveries(&self, moment: Moment, limit: u32) -> Result<Vec<(Moment, i64, String)>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT due_at, number, coalesce(delivery ->> '$.body.order_name', delivery ->> '$.webhook_type', 'Feedback')
             FROM deliveries WHERE state = 'pending' AND due_at > ?1 ORDER BY due_at, number LIMIT ?2",
        )?;
        let rows =
            query.query_map(params![moment.0, limit], |row| Ok((Moment(row.get(0)?), row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Adds an attempt to the log of a webhook, unless the list was cleared meanwhile.
    pub(crate) fn log_attempt(&self, number: i64, attempt: &Value) -> Result<(), Refusal> {
        self.0
            .prepare_cached(
                "UPDATE deliveries SET attempts = json_insert(attempts, '$[#]', json(?2)) WHERE number = ?1",
            )?
            .execute(params![number, attempt.to_string()])?;
        Ok(())
    }

    /// Sets the state of a webhook, the time of its next attempt and the number of attempts made.
    pub(crate) fn move_delivery(&self, number: i64, state: State, due_at: Moment, tries: u32) -> Result<(), Refusal> {
        self.0
            .prepare_cached("UPDATE deliveries SET state = ?2, due_at = ?3, tries = ?4 WHERE number = ?1")?
            .execute(params![number, state.as_str(), due_at.0, tries])?;
        self.schedule();
        Ok(())
    }

    /// Lets a merchant's held webhooks go.
    pub(crate) fn release_deliveries(&self, merchant_id: &str) -> Result<(), Refusal> {
        self.0
            .prepare_cached("UPDATE deliveries SET state = 'pending' WHERE state = 'held' AND merchant_id = ?1")?
            .execute([merchant_id])?;
        Ok(())
    }
}
