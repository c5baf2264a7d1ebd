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

    /// The time of the next attempt of a webhook about a payment.
    pub(crate) fn next_delivery_about(&self, receipt_id: &str) -> Result<Option<Moment>, Refusal> {
        // The `+` keeps to the index of the receipt: that of the times would bring all that wait.
        let next: Option<i64> = self.0.query_row(
            "SELECT min(+due_at) FROM deliveries WHERE receipt_id = ?1 AND state = 'pending'",
            [receipt_id],
            |row| row.get(0),
        )?;
        Ok(next.map(Moment))
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
        let mut query = self.0.prepare_cached(&list_sql(state))?;
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
        let mut query = self.0.prepare_cached(&numbers_sql(state))?;
        let rows = query.query_map(params![merchant_id, state, above, limit], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(crate) fn clear_deliveries(&self) -> Result<(), Refusal> {
        self.0.execute("DELETE FROM deliveries", [])?;
        Ok(())
    }
}

/// The condition of one state, or of any: each has an index of its own.
fn of_state(state: Option<&str>) -> &'static str {
    if state.is_some() { "state = ?2" } else { "?2 IS NULL" }
}

fn list_sql(state: Option<&str>) -> String {
    format!(
        "SELECT number, state, due_at, delivery, attempts FROM deliveries
         WHERE merchant_id = ?1 AND {} AND number < ?3 ORDER BY number DESC LIMIT ?4",
        of_state(state)
    )
}

fn numbers_sql(state: Option<&str>) -> String {
    format!(
        "SELECT number FROM deliveries WHERE merchant_id = ?1 AND {} AND number > ?3 ORDER BY number LIMIT ?4",
        of_state(state)
    )
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::site::Site;
    use crate::store::Database;
    use crate::store::deliveries::FIRST_DUE;

    #[test]
    fn each_list_is_read_in_the_order_of_its_index() {
        let home = Site::Own("http://127.0.0.1:1".into());
        let database = Database::open(None, 1, None, false, home).unwrap();
        for (sql, index) in [
            (list_sql(None), "deliveries_by_merchant"),
            (list_sql(Some("failed")), "deliveries_by_state"),
            (numbers_sql(None), "deliveries_by_merchant"),
            (numbers_sql(Some("failed")), "deliveries_by_state"),
            // Behind many webhooks that wait, the one that is due is found at once.
            (FIRST_DUE.to_owned(), "deliveries_due"),
        ] {
            let plan: Vec<String> = database
                .read(|store| {
                    let mut query = store.0.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
                    let values = vec![rusqlite::types::Null; query.parameter_count()];
                    let steps = query.query_map(rusqlite::params_from_iter(values), |row| row.get(3))?;
                    Ok(steps.collect::<Result<_, _>>()?)
                })
                .unwrap();
            assert!(plan.len() == 1 && plan[0].contains(index), "{sql}: {plan:?}");
        }
    }
}
