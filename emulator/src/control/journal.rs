//! `/emulator/journal`: what happened, in order.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{RawQuery, State};
use serde_json::Value;
use tokio::time::{Instant, timeout_at};

use super::answer::Answer;
use crate::acts::App;
use crate::domain::journal::{Kind, Line};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values::quoted;
use crate::store::journal::Wanted;

/// The longest that a request waits for an entry, in seconds.
const PATIENCE: u64 = 60;

/// The entries that a request asks for.
#[derive(Debug, Default)]
struct Asked {
    after: i64,
    merchant: Option<String>,
    receipt_id: Option<String>,
    kind: Option<Kind>,
    wait: Duration,
}

impl Asked {
    fn read(query: &str) -> Result<Self, Refusal> {
        let refuse = |saw: String| Code::Control.because(saw);
        let mut asked = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let number =
                || value.parse::<u32>().map_err(|_| refuse(format!("{name} is {}, not a number", quoted(&value))));
            match &*name {
                "after" => asked.after = number()?.into(),
                "merchant" => asked.merchant = Some(value.into_owned()),
                "receipt_id" => asked.receipt_id = Some(value.into_owned()),
                "kind" => {
                    let kind = Kind::named(&value);
                    asked.kind = Some(kind.ok_or_else(|| refuse(format!("no entry has the kind {}", quoted(&value))))?);
                }
                "wait_seconds" => {
                    let seconds = u64::from(number()?);
                    if seconds > PATIENCE {
                        return Err(refuse(format!("wait_seconds must be at most {PATIENCE}")));
                    }
                    asked.wait = Duration::from_secs(seconds);
                }
                other => return Err(refuse(format!("unknown parameter {}", quoted(other)))),
            }
        }
        Ok(asked)
    }

    fn look(&self, app: &App) -> Result<Vec<Line>, Refusal> {
        let wanted = Wanted {
            after: self.after,
            merchant_id: self.merchant.as_deref(),
            receipt_id: self.receipt_id.as_deref(),
            kind: self.kind,
        };
        app.database.read(|store| store.journal(&wanted))
    }
}

/// Lists the entries behind a number; waits for one where none is there yet.
pub(super) async fn list(State(app): State<Arc<App>>, RawQuery(query): RawQuery) -> Answer {
    let list = async {
        let asked = Asked::read(query.as_deref().unwrap_or_default())?;
        let end = Instant::now() + asked.wait;
        // Before the first look, so that nothing happens between the two.
        let mut changes = app.changes.listen();
        loop {
            let lines = asked.look(&app)?;
            if !lines.is_empty() || timeout_at(end, changes.recv()).await.is_err() {
                return Ok(lines.iter().map(Line::render).collect::<Value>());
            }
        }
    };
    list.await.into()
}
