//! `/emulator/projects/{id}/settlement` and `…/ledgers/{pg}`: what PGs pay out, and what their own ledgers have.

use std::sync::Arc;

use axum::extract::{Path, State};
use serde_json::Value;

use super::answer::Answer;
use super::projects::project_at;
use crate::acts::{App, due};
use crate::domain::catalog;
use crate::domain::offer;
use crate::domain::refusal::Code;
use crate::domain::settlement::report;
use crate::domain::values::quoted;

pub(super) async fn settlement(State(app): State<Arc<App>>, Path(id): Path<String>) -> Answer {
    app.database
        .work(|store| {
            let project = project_at(store, &id)?;
            due::run(store)?;
            Ok(report(&store.paid_payments(&project.id)?, store.now()?))
        })
        .into()
}

pub(super) async fn ledger(State(app): State<Arc<App>>, Path((id, pg)): Path<(String, String)>) -> Answer {
    app.database
        .work(|store| {
            let project = project_at(store, &id)?;
            let pg = catalog::find_pg(&pg).map(|pg| offer::canonical_pg(&pg)).ok_or_else(|| {
                Code::ControlNotFound.because(format!("no PG is called {}; known are {}", quoted(&pg), offer::pgs()))
            })?;
            due::run(store)?;
            let mut rows: Vec<_> = Vec::new();
            for (payment, movements) in store.paid_payments(&project.id)? {
                if offer::canonical_pg(&payment.pg) == pg {
                    rows.extend(movements.into_iter().map(|movement| (movement.at, movement.render(&payment))));
                }
            }
            rows.sort_by_key(|(at, _)| *at);
            Ok(Value::Array(rows.into_iter().map(|(_, row)| row).collect()))
        })
        .into()
}
