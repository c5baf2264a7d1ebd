//! The queued faults on the way of webhooks.

use rusqlite::params;

use super::transaction::{Store, Tables};
use crate::domain::refusal::Refusal;
use crate::domain::webhook_fault::WebhookFault;

pub(super) const TABLES: Tables = Tables {
    names: &["webhook_faults"],
    create: "
CREATE TABLE webhook_faults (number INTEGER PRIMARY KEY, times INTEGER NOT NULL, fault TEXT NOT NULL);
",
};

impl Store<'_> {
    pub(crate) fn add_webhook_fault(&self, fault: &WebhookFault) -> Result<(), Refusal> {
        self.0.execute(
            "INSERT INTO webhook_faults (times, fault) VALUES (?1, ?2)",
            params![fault.times, serde_json::to_string(fault)?],
        )?;
        Ok(())
    }

    /// The oldest queued fault that meets an attempt; each meets as many as it says.
    pub(crate) fn take_webhook_fault(
        &self,
        merchant_id: &str,
        webhook_type: Option<&str>,
    ) -> Result<Option<WebhookFault>, Refusal> {
        let mut query = self.0.prepare_cached("SELECT number, times, fault FROM webhook_faults ORDER BY number")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let (number, times): (i64, u32) = (row.get(0)?, row.get(1)?);
            let fault: WebhookFault = serde_json::from_str(&row.get::<_, String>(2)?)?;
            if fault.meets(merchant_id, webhook_type) {
                if times > 1 {
                    self.0.execute("UPDATE webhook_faults SET times = times - 1 WHERE number = ?1", [number])?;
                } else {
                    self.0.execute("DELETE FROM webhook_faults WHERE number = ?1", [number])?;
                }
                return Ok(Some(fault));
            }
        }
        Ok(None)
    }

    /// Removes the queued faults, and lets the webhooks go that one holds back.
    pub(crate) fn clear_webhook_faults(&self) -> Result<(), Refusal> {
        self.0.execute("DELETE FROM webhook_faults", [])?;
        self.0.execute("UPDATE deliveries SET state = 'pending' WHERE state = 'held'", [])?;
        self.schedule();
        Ok(())
    }
}
