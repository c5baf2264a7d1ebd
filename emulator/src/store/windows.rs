//! The opened payment windows, and the faults that wait for the next ones.

use rusqlite::{OptionalExtension, params};
use serde_json::json;

use super::transaction::{Store, Tables};
use crate::domain::journal::{Entry, Kind as Told, Outcome};
use crate::domain::refusal::Refusal;
use crate::domain::window::ending::Event;
use crate::domain::window::fault::{Kind, WindowFault, WindowPlan};
use crate::domain::window::session::Window;

pub(super) const TABLES: Tables = Tables {
    names: &["windows", "window_faults", "window_plan"],
    create: "
CREATE TABLE windows (
    number INTEGER PRIMARY KEY, receipt_id TEXT NOT NULL UNIQUE, merchant_id TEXT NOT NULL, window TEXT NOT NULL);
CREATE TABLE window_faults (
    number INTEGER PRIMARY KEY, merchant_id TEXT, times INTEGER NOT NULL, kind TEXT NOT NULL);
CREATE TABLE window_plan (plan TEXT NOT NULL);
",
};

/// Prefix of the counters of draws, one for each merchant.
const DRAW: &str = "window fault ";

impl Store<'_> {
    /// Writes a window, new or changed.
    pub(crate) fn save_window(&self, window: &Window) -> Result<(), Refusal> {
        self.tell_of_window(window)?;
        self.0
            .prepare_cached(
                "INSERT INTO windows (receipt_id, merchant_id, window) VALUES (?1, ?2, ?3)
                 ON CONFLICT (receipt_id) DO UPDATE SET window = ?3",
            )?
            .execute(params![window.receipt_id, window.merchant_id, serde_json::to_string(window)?])?;
        Ok(())
    }

    fn tell_of_window(&self, window: &Window) -> Result<(), Refusal> {
        let before = self.stored_window(&window.receipt_id)?;
        let about = |entry: Entry<'_>| {
            let id = Some(&*window.receipt_id);
            self.tell(&entry.about(&window.merchant_id, id, Some(&window.reference)))
        };
        if before.is_none() {
            let facts = json!({
                "purpose": window.purpose,
                "open_type": window.open_type,
                "platform": window.platform,
                "fault": window.fault,
            });
            let opened = Entry { facts, ..Entry::new(Told::Window, Outcome::Open, "opened") };
            about(opened)?;
        }
        let Some(ending) = &window.ending else { return Ok(()) };
        if before.and_then(|before| before.ending).as_ref() == Some(ending) {
            return Ok(());
        }
        let outcome = match ending.event {
            Event::Cancel => Outcome::Refused,
            Event::Error => Outcome::Failed,
            Event::Confirm | Event::Done | Event::Issued => Outcome::Done,
        };
        about(Entry::new(Told::Window, outcome, ending.event.name()).facts(json!(ending)))
    }

    /// The window as stored: `acts::window::find` brings it up to date.
    pub(crate) fn stored_window(&self, receipt_id: &str) -> Result<Option<Window>, Refusal> {
        let window: Option<String> = self
            .0
            .prepare_cached("SELECT window FROM windows WHERE receipt_id = ?1")?
            .query_row([receipt_id], |row| row.get(0))
            .optional()?;
        Ok(window.map(|window| serde_json::from_str(&window)).transpose()?)
    }

    /// The ids of the windows, newest first; of one merchant where given.
    pub(crate) fn window_ids(&self, merchant_id: Option<&str>) -> Result<Vec<String>, Refusal> {
        let mut query = self.0.prepare_cached(
            "SELECT receipt_id FROM windows WHERE ?1 IS NULL OR merchant_id = ?1 ORDER BY number DESC LIMIT 1000",
        )?;
        let ids = query.query_map([merchant_id], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids)
    }

    pub(crate) fn add_window_fault(&self, fault: &WindowFault) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT INTO window_faults (merchant_id, times, kind) VALUES (?1, ?2, ?3)",
            params![fault.merchant, fault.times, serde_json::to_string(&fault.kind)?],
        )?;
        Ok(())
    }

    /// Replaces the plan; draws start again.
    pub(crate) fn set_window_plan(&self, plan: &WindowPlan) -> Result<(), Refusal> {
        self.0.execute("DELETE FROM window_plan", [])?;
        self.0.execute("DELETE FROM counters WHERE substr(kind, 1, length(?1)) = ?1", [DRAW])?;
        self.0.execute("INSERT INTO window_plan (plan) VALUES (?1)", [serde_json::to_string(plan)?])?;
        Ok(())
    }

    /// The fault of a merchant's next window: the oldest queued one, else the one that the plan draws.
    pub(crate) fn next_window_fault(&self, merchant_id: &str) -> Result<Option<Kind>, Refusal> {
        // Drawn in any case, so that queued faults do not shift the plan's faults of later windows.
        let drawn = self.draw_window_fault(merchant_id)?;
        let queued: Option<(i64, u32, String)> = self
            .0
            .prepare_cached(
                "SELECT number, times, kind FROM window_faults WHERE merchant_id IS NULL OR merchant_id = ?1
                 ORDER BY number LIMIT 1",
            )?
            .query_row([merchant_id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let Some((number, times, kind)) = queued else { return Ok(drawn) };
        if times > 1 {
            self.0.execute("UPDATE window_faults SET times = times - 1 WHERE number = ?1", [number])?;
        } else {
            self.0.execute("DELETE FROM window_faults WHERE number = ?1", [number])?;
        }
        Ok(Some(serde_json::from_str(&kind)?))
    }

    fn draw_window_fault(&self, merchant_id: &str) -> Result<Option<Kind>, Refusal> {
        let plan: Option<String> =
            self.0.prepare_cached("SELECT plan FROM window_plan")?.query_row([], |row| row.get(0)).optional()?;
        let Some(plan) = plan else { return Ok(None) };
        let plan: WindowPlan = serde_json::from_str(&plan)?;
        Ok(plan.draw(merchant_id, self.next(&format!("{DRAW}{merchant_id}"))?))
    }

    /// Removes the queued faults and the plan. Windows that are open keep theirs.
    pub(crate) fn clear_window_faults(&self) -> Result<(), Refusal> {
        self.0.execute("DELETE FROM window_faults", [])?;
        self.0.execute("DELETE FROM window_plan", [])?;
        Ok(())
    }
}
