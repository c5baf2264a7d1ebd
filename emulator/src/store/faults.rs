//! The faults that wait for their request, and the plan by which they come by chance.

use rusqlite::{OptionalExtension, params};

use super::{Store, Tables};
use crate::domain::refusal::Refusal;
use crate::faults::Plan;

pub(super) const TABLES: Tables = Tables {
    names: &["faults", "fault_plan"],
    create: "
CREATE TABLE faults (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL, method TEXT, times INTEGER NOT NULL, fault TEXT NOT NULL);
CREATE TABLE fault_plan (plan TEXT NOT NULL);
",
};

/// Stands for the path of what meets a connection.
const AT_ACCEPT: &str = "connection";

/// Begins the name of a merchant's counter of draws.
const DRAW: &str = "fault ";

impl Store<'_> {
    pub(crate) fn add_fault(&self, path: &str, method: Option<&str>, times: u32, fault: &str) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT INTO faults (path, method, times, fault) VALUES (?1, ?2, ?3, ?4)",
            params![path, method, times, fault],
        )?;
        Ok(())
    }

    pub(crate) fn add_fault_at_accept(&self, times: u32, fault: &str) -> Result<(), Refusal> {
        self.add_fault(AT_ACCEPT, None, times, fault)
    }

    /// Takes one use of the oldest that is for the next connection.
    pub(crate) fn take_fault_at_accept(&self) -> Result<Option<String>, Refusal> {
        self.take_fault(AT_ACCEPT, "")
    }

    /// Takes one use of the oldest fault that matches.
    pub(crate) fn take_fault(&self, path: &str, method: &str) -> Result<Option<String>, Refusal> {
        let found: Option<(i64, i64, String)> = self
            .0
            .prepare_cached(
                "SELECT number, times, fault FROM faults
                 WHERE substr(?1, 1, length(path)) = path AND (method IS NULL OR method = ?2)
                 ORDER BY number LIMIT 1",
            )?
            .query_row([path, method], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
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
        Ok(())
    }

    /// Follows this plan from its first draw on, instead of any other.
    pub(crate) fn set_fault_plan(&self, plan: &Plan) -> Result<(), Refusal> {
        self.0.execute("DELETE FROM fault_plan", [])?;
        self.0.execute("DELETE FROM counters WHERE substr(kind, 1, length(?1)) = ?1", [DRAW])?;
        self.0.execute("INSERT INTO fault_plan (plan) VALUES (?1)", [serde_json::to_string(plan)?])?;
        Ok(())
    }

    pub(crate) fn fault_plan(&self) -> Result<Option<Plan>, Refusal> {
        let plan: Option<String> =
            self.0.prepare_cached("SELECT plan FROM fault_plan")?.query_row([], |row| row.get(0)).optional()?;
        Ok(plan.map(|plan| serde_json::from_str(&plan)).transpose()?)
    }

    /// Which draw of its own a merchant's request is.
    pub(crate) fn next_draw(&self, merchant: &str) -> Result<i64, Refusal> {
        self.next(&format!("{DRAW}{merchant}"))
    }
}
