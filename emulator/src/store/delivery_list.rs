//! The list of webhooks, and their resend on demand.

use rusqlite::{OptionalExtension, Row, params};
use serde_json::Value;

use super::transaction::Store;
use crate::domain::clock::Moment;
use crate::domain::delivery::Delivery;
use crate::domain::refusal::Refusal;

impl Store<'_> {
    /// Makes a webhook due once more, whatever became of it.
    pub(crate) fn resend_delivery(&self, number: i64, now: Moment) -> Result<(), Refusal> {
        self.0.execute(
            "UPDATE deliveries SET due_at = ?2, state = 'pending', delivery = CASE
                 WHEN state = 'pending' THEN delivery
                 ELSE json_set(delivery, '$.retries', max(tries, delivery ->> '$.retries')) END
             WHERE number = ?1",
            params![number, now.0],
        )?;
        self.schedule();
        Ok(())
    }

    /// The newest webhook about a payment, of those that Bootpay sent.
    pub(crate) fn last_delivery_about(&self, receipt_id: &str) -> Result<Option<i64>, Refusal> {
        Ok(self.0.query_row(
            "SELECT max(number) FROM deliveries WHERE receipt_id = ?1 AND NOT forged",
            [receipt_id],
            |row| row.get(0),
        )?)
    }

    /// One webhook as the list shows it.
    pub(crate) fn listed_delivery(&self, number: i64) -> Result<Option<Value>, Refusal> {
        let mut query = self
            .0
            .prepare_cached("SELECT number, state, due_at, delivery, attempts FROM deliveries WHERE number = ?1")?;
        query.query_row([number], columns).optional()?.map(|columns| list(&columns)).transpose()
    }

    /// The webhooks, oldest first; of one merchant where given.
    pub(crate) fn deliveries(&self, merchant_id: Option<&str>) -> Result<Vec<Value>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT number, state, due_at, delivery, attempts FROM deliveries
             WHERE ?1 IS NULL OR merchant_id = ?1 ORDER BY number",
        )?;
        let rows = query.query_map([merchant_id], columns)?.collect::<Result<Vec<_>, _>>()?;
        rows.iter().map(list).collect()
    }

    /// A merchant's webhooks, newest first; of one state and from one on where given.
    pub(crate) fn list_deliveries(
        &self,
        merchant_id: &str,
        state: Option<&str>,
        before: i64,
        limit: usize,
    ) -> Result<Vec<Value>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT number, state, due_at, delivery, attempts FROM deliveries
             WHERE merchant_id = ?1 AND (?2 IS NULL OR state = ?2) AND number < ?3
             ORDER BY number DESC LIMIT ?4",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows =
            query.query_map(params![merchant_id, state, before, limit], columns)?.collect::<Result<Vec<_>, _>>()?;
        rows.iter().map(list).collect()
    }

    /// The number of the newest webhook; 0 without one.
    pub(crate) fn last_delivery_number(&self) -> Result<i64, Refusal> {
        let sql = "SELECT ifnull(max(number), 0) FROM deliveries";
        Ok(self.0.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    /// The numbers of such webhooks above one, oldest first.
    pub(crate) fn delivery_numbers(
        &self,
        merchant_id: &str,
        state: Option<&str>,
        above: i64,
        limit: usize,
    ) -> Result<Vec<i64>, Refusal> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut query = self.0.prepare_cached(
            "SELECT number FROM deliveries
             WHERE merchant_id = ?1 AND (?2 IS NULL OR state = ?2) AND number > ?3 ORDER BY number LIMIT ?4",
        )?;
        let rows = query.query_map(params![merchant_id, state, above, limit], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(crate) fn clear_deliveries(&self) -> Result<(), Refusal> {
        self.0.execute("DELETE FROM deliveries", [])?;
        Ok(())
    }
}

/// The columns of a webhook: number, state, time, delivery and attempts.
type Columns = (i64, String, i64, String, String);

fn columns(row: &Row<'_>) -> rusqlite::Result<Columns> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
}

fn list((number, state, due_at, delivery, attempts): &Columns) -> Result<Value, Refusal> {
    let delivery: Delivery = serde_json::from_str(delivery)?;
    let attempts: Vec<Value> = serde_json::from_str(attempts)?;
    let waits = matches!(state.as_str(), "pending" | "held");
    Ok(delivery.listed(*number, state, waits.then_some(Moment(*due_at)), &attempts))
}
