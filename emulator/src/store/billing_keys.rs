//! The billing keys, under the receipt ids of their requests, and the payments that they were charged for.

use rusqlite::{OptionalExtension, params};
use serde_json::json;

use super::payments::read_payment;
use super::transaction::{Store, Tables};
use crate::domain::billing_key::BillingKey;
use crate::domain::journal::{Entry, Kind, Outcome};
use crate::domain::payment::Payment;
use crate::domain::refusal::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["billing_keys", "key_charges"],
    create: "
CREATE TABLE billing_keys (receipt_id TEXT PRIMARY KEY, billing_key TEXT UNIQUE, entry TEXT NOT NULL);
CREATE TABLE key_charges (number INTEGER PRIMARY KEY, key_receipt_id TEXT NOT NULL, receipt_id TEXT NOT NULL UNIQUE);
CREATE INDEX key_charges_by_key ON key_charges (key_receipt_id, number);
",
};

impl Store<'_> {
    /// Writes a billing key, new or changed, with what the change means in the journal.
    pub(crate) fn save_billing_key(&self, key: &BillingKey) -> Result<(), Refusal> {
        let was = self.billing_key_by_receipt(&key.receipt_id)?;
        if let Some(told) = key.told(was.as_ref()) {
            let outcome = if told.code == "key_failed" { Outcome::Failed } else { Outcome::Done };
            self.tell(
                &Entry::new(Kind::State, outcome, told.code)
                    .about(&key.merchant_id, Some(&key.receipt_id), None)
                    .facts(told.facts),
            )?;
        }
        self.0
            .prepare_cached(
                "INSERT INTO billing_keys (receipt_id, billing_key, entry) VALUES (?1, ?2, ?3)
                 ON CONFLICT (receipt_id) DO UPDATE SET billing_key = ?2, entry = ?3",
            )?
            .execute(params![key.receipt_id, key.billing_key, serde_json::to_string(key)?])?;
        Ok(())
    }

    pub(crate) fn billing_key(&self, billing_key: &str) -> Result<Option<BillingKey>, Refusal> {
        self.billing_key_where("SELECT entry FROM billing_keys WHERE billing_key = ?1", billing_key)
    }

    pub(crate) fn billing_key_by_receipt(&self, receipt_id: &str) -> Result<Option<BillingKey>, Refusal> {
        self.billing_key_where("SELECT entry FROM billing_keys WHERE receipt_id = ?1", receipt_id)
    }

    /// A merchant's newest billing keys, newest first.
    pub(crate) fn list_billing_keys(&self, merchant_id: &str, limit: u32) -> Result<Vec<BillingKey>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT entry FROM billing_keys WHERE entry ->> '$.merchant_id' = ?1 ORDER BY rowid DESC LIMIT ?2",
        )?;
        let entries = query
            .query_map(params![merchant_id, limit], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        entries.iter().map(|entry| Ok(serde_json::from_str(entry)?)).collect()
    }

    /// Writes that a payment, saved before, is a charge of a billing key.
    pub(crate) fn add_key_charge(&self, key: &BillingKey, payment: &Payment, is_paid: bool) -> Result<(), Refusal> {
        self.0
            .prepare_cached(
                "INSERT INTO key_charges (key_receipt_id, receipt_id) VALUES (?1, ?2)
                 ON CONFLICT (receipt_id) DO UPDATE SET key_receipt_id = ?1",
            )?
            .execute([&key.receipt_id, &payment.receipt_id])?;
        let outcome = if is_paid { Outcome::Done } else { Outcome::Failed };
        let facts = json!({
            "payment": payment.receipt_id,
            "order_name": payment.order_name,
            "price": payment.price.json(),
            "currency": payment.currency,
        });
        self.tell(
            &Entry::new(Kind::State, outcome, "key_charged")
                .about(&key.merchant_id, Some(&key.receipt_id), Some(&payment.order_id))
                .facts(facts),
        )
    }

    /// The newest charges of a billing key as stored, newest first.
    pub(crate) fn key_charges(&self, key_receipt_id: &str, limit: u32) -> Result<Vec<Payment>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT payments.* FROM key_charges JOIN payments USING (receipt_id)
             WHERE key_receipt_id = ?1 ORDER BY key_charges.number DESC LIMIT ?2",
        )?;
        Ok(query.query_map(params![key_receipt_id, limit], read_payment)?.collect::<Result<_, _>>()?)
    }

    fn billing_key_where(&self, sql: &str, value: &str) -> Result<Option<BillingKey>, Refusal> {
        let entry: Option<String> = self.0.prepare_cached(sql)?.query_row([value], |row| row.get(0)).optional()?;
        Ok(entry.map(|entry| serde_json::from_str(&entry)).transpose()?)
    }
}
