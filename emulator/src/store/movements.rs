//! The movements of money at PGs, written with the payment that moves.

use rusqlite::params;

use super::transaction::{Store, Tables};
use crate::domain::movement::{Before, Movement, between};
use crate::domain::payment::Payment;
use crate::domain::refusal::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["movements"],
    create: "
CREATE TABLE movements (number INTEGER PRIMARY KEY, receipt_id TEXT NOT NULL, movement TEXT NOT NULL);
CREATE INDEX movements_by_receipt ON movements (receipt_id);
",
};

impl Store<'_> {
    /// Records the movements of a payment since it was last written.
    pub(super) fn record_movements(&self, before: Before, payment: &Payment) -> Result<(), Refusal> {
        for movement in between(before, payment) {
            self.0
                .prepare_cached("INSERT INTO movements (receipt_id, movement) VALUES (?1, ?2)")?
                .execute(params![payment.receipt_id, serde_json::to_string(&movement)?])?;
        }
        Ok(())
    }

    /// The movements of a payment, oldest first.
    pub(crate) fn movements(&self, receipt_id: &str) -> Result<Vec<Movement>, Refusal> {
        let mut query =
            self.0.prepare_cached("SELECT movement FROM movements WHERE receipt_id = ?1 ORDER BY number")?;
        let movements = query.query_map([receipt_id], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        movements.iter().map(|movement| Ok(serde_json::from_str(movement)?)).collect()
    }

    /// The PGs in whose ledgers a project has something, by their symbols.
    pub(crate) fn pgs_with_movements(&self, merchant_id: &str) -> Result<Vec<String>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT DISTINCT pg FROM payments WHERE merchant_id = ?1
                 AND EXISTS (SELECT 1 FROM movements WHERE movements.receipt_id = payments.receipt_id) ORDER BY pg",
        )?;
        Ok(query.query_map([merchant_id], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// A project's payments that were paid, with their movements, oldest first.
    pub(crate) fn paid_payments(&self, merchant_id: &str) -> Result<Vec<(Payment, Vec<Movement>)>, Refusal> {
        let payments = self.stored_paid_payments(merchant_id)?;
        payments
            .into_iter()
            .map(|payment| {
                let movements = self.movements(&payment.receipt_id)?;
                Ok((payment, movements))
            })
            .collect()
    }
}
