//! The reservations.

use rusqlite::{OptionalExtension, params};

use super::transaction::{Store, Tables};
use crate::domain::journal::{Entry, Kind, Outcome};
use crate::domain::refusal::Refusal;
use crate::domain::reservation::{Reservation, State};

pub(super) const TABLES: Tables = Tables {
    names: &["reservations"],
    create: "
CREATE TABLE reservations (
    number INTEGER PRIMARY KEY, reserve_id TEXT NOT NULL UNIQUE, billing_key TEXT NOT NULL,
    status INTEGER NOT NULL, execute_at INTEGER NOT NULL, entry TEXT NOT NULL);
CREATE INDEX reservations_due ON reservations (status, execute_at);
CREATE INDEX reservations_by_key ON reservations (billing_key, number);
",
};

impl Store<'_> {
    /// Writes a reservation, new or changed, with what the change means in the journal.
    pub(crate) fn save_reservation(&self, reservation: &Reservation) -> Result<(), Refusal> {
        self.tell_of_reservation(reservation)?;
        self.0
            .prepare_cached(
                "INSERT INTO reservations (reserve_id, billing_key, status, execute_at, entry)
                 VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (reserve_id) DO UPDATE SET status = ?3, entry = ?5",
            )?
            .execute(params![
                reservation.reserve_id,
                reservation.billing_key,
                reservation.state.code(),
                reservation.execute_at.0,
                serde_json::to_string(reservation)?,
            ])?;
        self.schedule();
        Ok(())
    }

    /// Tells of it in the story of its billing key.
    fn tell_of_reservation(&self, reservation: &Reservation) -> Result<(), Refusal> {
        let Some(told) = reservation.told() else { return Ok(()) };
        let outcome = if reservation.state == State::Failed { Outcome::Failed } else { Outcome::Done };
        let key = self.billing_key(&reservation.billing_key)?;
        self.tell(
            &Entry::new(Kind::State, outcome, told.code)
                .about(
                    &reservation.merchant_id,
                    key.as_ref().map(|key| key.receipt_id.as_str()),
                    Some(&reservation.order_id),
                )
                .facts(told.facts),
        )
    }

    pub(crate) fn reservation(&self, reserve_id: &str) -> Result<Option<Reservation>, Refusal> {
        let entry: Option<String> = self
            .0
            .prepare_cached("SELECT entry FROM reservations WHERE reserve_id = ?1")?
            .query_row([reserve_id], |row| row.get(0))
            .optional()?;
        Ok(entry.map(|entry| serde_json::from_str(&entry)).transpose()?)
    }

    /// The number of a billing key's pending reservations.
    pub(crate) fn reservations_pending(&self, billing_key: &str) -> Result<i64, Refusal> {
        Ok(self
            .0
            .prepare_cached("SELECT count(*) FROM reservations WHERE status = 0 AND billing_key = ?1")?
            .query_row([billing_key], |row| row.get(0))?)
    }

    /// A merchant's newest reservations, newest first.
    pub(crate) fn list_reservations(&self, merchant_id: &str, limit: u32) -> Result<Vec<Reservation>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT entry FROM reservations WHERE entry ->> '$.merchant_id' = ?1 ORDER BY number DESC LIMIT ?2",
        )?;
        let entries = query
            .query_map(params![merchant_id, limit], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        entries.iter().map(|entry| Ok(serde_json::from_str(entry)?)).collect()
    }

    /// A billing key's newest reservations, newest first.
    pub(crate) fn reservations_of_key(&self, billing_key: &str, limit: u32) -> Result<Vec<Reservation>, Refusal> {
        let mut query = self
            .0
            .prepare_cached("SELECT entry FROM reservations WHERE billing_key = ?1 ORDER BY number DESC LIMIT ?2")?;
        let entries = query
            .query_map(params![billing_key, limit], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        entries.iter().map(|entry| Ok(serde_json::from_str(entry)?)).collect()
    }

    /// The pending reservations that are due first.
    pub(crate) fn next_reservations(&self, limit: u32) -> Result<Vec<Reservation>, Refusal> {
        let mut query = self
            .0
            .prepare_cached("SELECT entry FROM reservations WHERE status = 0 ORDER BY execute_at, number LIMIT ?1")?;
        let entries = query.query_map([limit], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        entries.iter().map(|entry| Ok(serde_json::from_str(entry)?)).collect()
    }
}
