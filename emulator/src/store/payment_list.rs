//! The payments of a project as lists show them: by standing, by search, from newer to older.

use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, params, params_from_iter};

use super::payments::read_payment;
use super::transaction::Store;
use crate::domain::catalog::{methods_named, pgs_named};
use crate::domain::payment::Payment;
use crate::domain::payment::standing::Standing;
use crate::domain::payment_search::{Search, Term, Told, Wanted};
use crate::domain::refusal::Refusal;

/// A payment with its place in the list: a later one has a higher number.
pub(crate) struct Listed {
    pub(crate) number: i64,
    pub(crate) payment: Payment,
}

/// The part of a list to read: numbers from `floor` on and below `before`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    pub(crate) floor: i64,
    pub(crate) before: i64,
    pub(crate) limit: usize,
}

/// A condition with its values.
#[derive(Default)]
struct Condition {
    sql: String,
    values: Vec<Sql>,
}

impl Condition {
    fn of(sql: &str, values: impl IntoIterator<Item = Sql>) -> Self {
        Self { sql: sql.into(), values: values.into_iter().collect() }
    }

    fn and(&mut self, wanted: &Wanted) {
        let other = condition(&wanted.term);
        let not = if wanted.holds { "" } else { "NOT " };
        self.sql = format!("{} AND {not}({})", self.sql, other.sql);
        self.values.extend(other.values);
    }
}

/// A pattern that finds a text anywhere.
fn anywhere(text: &str) -> Sql {
    Sql::Text(format!("%{}%", text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")))
}

fn condition(term: &Term) -> Condition {
    let text = |text: &str| Sql::Text(text.to_owned());
    let journal = "EXISTS (SELECT 1 FROM journal WHERE journal.receipt_id = payments.receipt_id AND";
    match term {
        Term::Word(word) => {
            let pattern = anywhere(word);
            let mut condition = Condition::of(
                "folded(order_name) LIKE ? ESCAPE '\\' OR folded(order_id) LIKE ? ESCAPE '\\'
                 OR receipt_id LIKE ? ESCAPE '\\' OR (user IS NOT NULL AND EXISTS (
                     SELECT 1 FROM json_each(user) WHERE folded(value) LIKE ? ESCAPE '\\'))",
                std::iter::repeat_n(pattern, 4),
            );
            for (column, symbols) in [("method", methods_named(word)), ("pg", pgs_named(word))] {
                for symbol in symbols {
                    condition.sql = format!("{} OR {column} = ?", condition.sql);
                    condition.values.push(text(symbol));
                }
            }
            condition
        }
        Term::Standing(standing) => Condition::of("standing = ?", [text(standing.symbol())]),
        Term::Status(status) => Condition::of("status = ?", [Sql::Integer(*status)]),
        Term::Method(method) => Condition::of("method = ?", [text(method.symbol())]),
        Term::Pg(pg) => Condition::of("pg = ?", [text(pg.symbol())]),
        Term::Price(from, to) => Condition::of("price BETWEEN ? AND ?", [Sql::Integer(from.0), Sql::Integer(to.0)]),
        Term::Order(order) => Condition::of("folded(order_id) LIKE ? ESCAPE '\\'", [anywhere(order)]),
        Term::Test => Condition::of("sandbox = 1", []),
        Term::Live => Condition::of("sandbox = 0", []),
        Term::Recurring => {
            Condition::of("method IN ('card_rebill', 'card_rebill_rest', 'automatic_transfer_rest')", [])
        }
        Term::HasFault => Condition::of(&format!("{journal} kind = 'fault')"), []),
        Term::HasFinding => Condition::of(&format!("{journal} kind = 'request' AND findings > 0)"), []),
        Term::HasRefund => Condition::of("cancelled_price > 0", []),
        Term::Webhook(told) => {
            let states = match told {
                Told::Acknowledged => "'acknowledged'",
                Told::Failed => "'failed'",
                Told::Pending => "'pending', 'held'",
            };
            let sql = format!(
                "EXISTS (SELECT 1 FROM deliveries WHERE deliveries.receipt_id = payments.receipt_id
                     AND NOT forged AND state IN ({states}))"
            );
            Condition::of(&sql, [])
        }
        Term::After(moment) => Condition::of("requested_at >= ?", [Sql::Integer(moment.0)]),
        Term::Before(moment) => Condition::of("requested_at < ?", [Sql::Integer(moment.0)]),
    }
}

/// The payments of a project in a part of its list that a search finds; the last value is the limit.
fn found(merchant_id: &str, search: &Search, part: Part) -> Condition {
    let mut condition = Condition::of(
        "merchant_id = ? AND number >= ? AND number < ?",
        [Sql::Text(merchant_id.to_owned()), Sql::Integer(part.floor), Sql::Integer(part.before)],
    );
    for wanted in &search.wanted {
        condition.and(wanted);
    }
    condition.values.push(Sql::Integer(i64::try_from(part.limit).unwrap_or(i64::MAX)));
    condition
}

impl Store<'_> {
    /// A part of a project's payments that a search finds, newest first.
    pub(crate) fn list_payments(&self, merchant_id: &str, search: &Search, part: Part) -> Result<Vec<Listed>, Refusal> {
        let found = found(merchant_id, search, part);
        let sql = format!("SELECT * FROM payments WHERE {} ORDER BY number DESC LIMIT ?", found.sql);
        let mut query = self.0.prepare_cached(&sql)?;
        let rows = query
            .query_map(params_from_iter(&found.values), |row| {
                Ok(Listed { number: row.get("number")?, payment: read_payment(row)? })
            })?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// The numbers of such payments, oldest first.
    pub(crate) fn payment_numbers(&self, merchant_id: &str, search: &Search, part: Part) -> Result<Vec<i64>, Refusal> {
        let found = found(merchant_id, search, part);
        let sql = format!("SELECT number FROM payments WHERE {} ORDER BY number LIMIT ?", found.sql);
        let mut query = self.0.prepare_cached(&sql)?;
        Ok(query.query_map(params_from_iter(&found.values), |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The number of the newest payment; 0 without one.
    pub(crate) fn last_payment_number(&self) -> Result<i64, Refusal> {
        Ok(self.0.prepare_cached("SELECT ifnull(max(number), 0) FROM payments")?.query_row([], |row| row.get(0))?)
    }

    /// A project's newest payment.
    pub(crate) fn latest_receipt_id(&self, merchant_id: &str) -> Result<Option<String>, Refusal> {
        Ok(self
            .0
            .prepare_cached("SELECT receipt_id FROM payments WHERE merchant_id = ?1 ORDER BY number DESC LIMIT 1")?
            .query_row([merchant_id], |row| row.get(0))
            .optional()?)
    }

    /// The payments of each standing of a project.
    pub(crate) fn standings(&self, merchant_id: &str) -> Result<Vec<(Standing, i64)>, Refusal> {
        let mut query = self.0.prepare_cached("SELECT standing, payments FROM standings WHERE merchant_id = ?1")?;
        let rows = query.query_map([merchant_id], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        let mut counts = Vec::new();
        for row in rows {
            let (symbol, count) = row?;
            counts.extend(Standing::named(&symbol).map(|standing| (standing, count)));
        }
        Ok(counts)
    }

    /// The state of a payment's newest webhook, and if a fault met one of its requests or webhooks.
    pub(crate) fn marks(&self, receipt_id: &str) -> Result<(Option<String>, bool), Refusal> {
        let webhook = self
            .0
            .prepare_cached(
                "SELECT state FROM deliveries WHERE receipt_id = ?1 AND NOT forged ORDER BY number DESC LIMIT 1",
            )?
            .query_row([receipt_id], |row| row.get(0))
            .optional()?;
        let faulty = self
            .0
            .prepare_cached("SELECT 1 FROM journal WHERE receipt_id = ?1 AND kind = 'fault'")?
            .exists(params![receipt_id])?;
        Ok((webhook, faulty))
    }
}
