//! Seed, clock and counters.

use jiff::Timestamp;
use rusqlite::params;

use super::transaction::{Store, Tables};
use crate::domain::clock::{Clock, Moment};
use crate::domain::ids;
use crate::domain::refusal::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["settings", "counters"],
    create: "
CREATE TABLE settings (seed INTEGER NOT NULL, clock_offset INTEGER NOT NULL, clock_frozen INTEGER, setup TEXT);
CREATE TABLE counters (kind TEXT PRIMARY KEY, number INTEGER NOT NULL);
",
};

impl Store<'_> {
    /// Starts from `seed` and the text of a set-up file, in real time.
    pub(super) fn start_settings(&self, seed: u64, setup: Option<&str>) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT INTO settings (seed, clock_offset, clock_frozen, setup) VALUES (?1, 0, NULL, ?2)",
            params![seed.cast_signed(), setup],
        )?;
        Ok(())
    }

    /// The text of the set-up file from which the database started.
    pub(super) fn setup(&self) -> Result<Option<String>, Refusal> {
        Ok(self.0.query_row("SELECT setup FROM settings", [], |row| row.get(0))?)
    }

    pub(super) fn seed(&self) -> Result<u64, Refusal> {
        let seed: i64 = self.0.prepare_cached("SELECT seed FROM settings")?.query_row([], |row| row.get(0))?;
        Ok(seed.cast_unsigned())
    }

    pub(super) fn next(&self, kind: &str) -> Result<i64, Refusal> {
        Ok(self
            .0
            .prepare_cached(
                "INSERT INTO counters (kind, number) VALUES (?1, 1)
                 ON CONFLICT (kind) DO UPDATE SET number = number + 1 RETURNING number",
            )?
            .query_row([kind], |row| row.get(0))?)
    }

    /// A new id of `length` hexadecimal characters; each kind has its own counter.
    pub(crate) fn new_id(&self, kind: &str, length: usize) -> Result<String, Refusal> {
        Ok(ids::hex(self.seed()?, kind, self.next(kind)?, length))
    }

    pub(crate) fn clock(&self) -> Result<Clock, Refusal> {
        if let Some(clock) = self.1.cache.clock.get() {
            return Ok(clock);
        }
        let clock = self
            .0
            .prepare_cached("SELECT clock_offset, clock_frozen FROM settings")?
            .query_row([], |row| Ok(Clock { offset: row.get(0)?, frozen: row.get(1)? }))?;
        self.1.cache.clock.set(Some(clock));
        Ok(clock)
    }

    pub(crate) fn set_clock(&self, clock: Clock) -> Result<(), Refusal> {
        self.0
            .execute("UPDATE settings SET clock_offset = ?1, clock_frozen = ?2", params![clock.offset, clock.frozen])?;
        self.1.cache.clock.take();
        self.schedule();
        Ok(())
    }

    /// The real time.
    pub(crate) fn real_time() -> Moment {
        Moment(Timestamp::now().as_millisecond())
    }

    /// The emulator's time.
    pub(crate) fn now(&self) -> Result<Moment, Refusal> {
        Ok(self.clock()?.at(Self::real_time()))
    }
}
