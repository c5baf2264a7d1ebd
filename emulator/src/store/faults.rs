//! The queued faults, the fault plan and the wrong date, each in the text that its layer writes.

use rusqlite::{OptionalExtension, params};

use super::transaction::{Store, Tables};
use crate::domain::date::DateHeader;
use crate::domain::refusal::Refusal;

pub(super) const TABLES: Tables = Tables {
    names: &["faults", "fault_plan", "date_header"],
    create: "
CREATE TABLE faults (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL, method TEXT, receipt_id TEXT, times INTEGER NOT NULL,
    fault TEXT NOT NULL);
CREATE TABLE fault_plan (plan TEXT NOT NULL);
CREATE TABLE date_header (header TEXT NOT NULL);
",
};

/// Stands for the path of a fault that meets a connection.
const AT_ACCEPT: &str = "connection";

/// The counter of responses with a date that steps.
const RESPONSES: &str = "responses";

/// Prefix of the counters of draws, one for each merchant.
const DRAW: &str = "fault ";

/// The requests that a queued fault meets.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Met<'a> {
    /// The beginning of their path.
    pub(crate) path: &'a str,
    pub(crate) method: Option<&'a str>,
    /// The receipt that they name, in the path or in the body.
    pub(crate) receipt_id: Option<&'a str>,
}

impl Store<'_> {
    /// Returns whether no fault waits, no plan draws one and the date of responses is right.
    fn is_faultless(&self) -> Result<bool, Refusal> {
        let is_faultless = &self.1.cache.is_faultless;
        if !is_faultless.get() {
            let any = "SELECT 1 FROM faults UNION ALL SELECT 1 FROM fault_plan UNION ALL SELECT 1 FROM date_header";
            is_faultless.set(!self.0.prepare_cached(any)?.exists([])?);
        }
        Ok(is_faultless.get())
    }

    pub(crate) fn add_fault(&self, met: Met<'_>, times: u32, fault: &str) -> Result<(), Refusal> {
        self.1.cache.is_faultless.take();
        self.0.execute(
            "INSERT INTO faults (path, method, receipt_id, times, fault) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![met.path, met.method, met.receipt_id, times, fault],
        )?;
        Ok(())
    }

    pub(crate) fn add_fault_at_accept(&self, times: u32, fault: &str) -> Result<(), Refusal> {
        self.add_fault(Met { path: AT_ACCEPT, ..Met::default() }, times, fault)
    }

    /// Takes one use of the oldest fault for a connection.
    pub(crate) fn take_fault_at_accept(&self) -> Result<Option<String>, Refusal> {
        self.take_fault(AT_ACCEPT, "", "")
    }

    /// Takes one use of the oldest fault that matches.
    pub(crate) fn take_fault(&self, path: &str, method: &str, body: &str) -> Result<Option<String>, Refusal> {
        if self.is_faultless()? {
            return Ok(None);
        }
        let found: Option<(i64, i64, String)> = self
            .0
            .prepare_cached(
                "SELECT number, times, fault FROM faults
                 WHERE substr(?1, 1, length(path)) = path AND (method IS NULL OR method = ?2)
                     AND (receipt_id IS NULL OR instr(?1, receipt_id) > 0 OR instr(?3, receipt_id) > 0)
                 ORDER BY number LIMIT 1",
            )?
            .query_row([path, method, body], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
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
        self.0.execute("DELETE FROM fault_plan", [])?;
        self.0.execute("DELETE FROM date_header", [])?;
        Ok(())
    }

    /// Replaces the date of responses; the count of responses starts again.
    pub(crate) fn set_date_header(&self, header: &DateHeader) -> Result<(), Refusal> {
        self.1.cache.is_faultless.take();
        self.0.execute("DELETE FROM date_header", [])?;
        self.0.execute("DELETE FROM counters WHERE kind = ?1", [RESPONSES])?;
        self.0.execute("INSERT INTO date_header (header) VALUES (?1)", [serde_json::to_string(header)?])?;
        Ok(())
    }

    /// The date of responses, and the number of responses that had it before.
    pub(crate) fn next_date_header(&self) -> Result<(DateHeader, i64), Refusal> {
        if self.is_faultless()? {
            return Ok((DateHeader::default(), 0));
        }
        let header: Option<String> =
            self.0.prepare_cached("SELECT header FROM date_header")?.query_row([], |row| row.get(0)).optional()?;
        let header: DateHeader =
            header.map_or_else(|| Ok(DateHeader::default()), |header| serde_json::from_str(&header))?;
        let before = if header.steps() { self.next(RESPONSES)? - 1 } else { 0 };
        Ok((header, before))
    }

    /// Replaces the plan; draws start again.
    pub(crate) fn set_fault_plan(&self, plan: &str) -> Result<(), Refusal> {
        self.1.cache.is_faultless.take();
        self.0.execute("DELETE FROM fault_plan", [])?;
        self.0.execute("DELETE FROM counters WHERE substr(kind, 1, length(?1)) = ?1", [DRAW])?;
        self.0.execute("INSERT INTO fault_plan (plan) VALUES (?1)", [plan])?;
        Ok(())
    }

    pub(crate) fn fault_plan(&self) -> Result<Option<String>, Refusal> {
        if self.is_faultless()? {
            return Ok(None);
        }
        Ok(self.0.prepare_cached("SELECT plan FROM fault_plan")?.query_row([], |row| row.get(0)).optional()?)
    }

    /// The number of a merchant's next draw.
    pub(crate) fn next_draw(&self, merchant: &str) -> Result<i64, Refusal> {
        self.next(&format!("{DRAW}{merchant}"))
    }
}
