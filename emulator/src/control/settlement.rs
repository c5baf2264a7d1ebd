//! `/emulator/projects/{id}/settlement`, `…/ledgers/{pg}`, `…/export` and `…/readiness`: what PGs pay out, what their
//! own ledgers have, and what a project lacks before it goes live.

use std::sync::Arc;

use axum::extract::{Path, State};
use serde_json::Value;

use super::answer::Answer;
use super::projects::project_at;
use crate::acts::{App, due};
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::settlement::report;
use crate::domain::values::quoted;
use crate::domain::{catalog, offer, readiness};
use crate::store::Store;

/// The project, once all that is due by now is done.
fn up_to_date(store: &Store<'_>, id: &str) -> Result<Merchant, Refusal> {
    due::run(store)?;
    project_at(store, id)
}

fn exported(store: &Store<'_>, id: &str) -> Result<Value, Refusal> {
    let project = up_to_date(store, id)?;
    let paid = store.paid_payments(&project.id)?.into_iter().map(|(payment, _)| payment);
    let tests: Vec<_> =
        paid.filter(|payment| payment.sandbox && payment.charged && payment.remaining() > Money::ZERO).collect();
    Ok(readiness::export(&project, &tests, store.now()?))
}

pub(super) async fn export(State(app): State<Arc<App>>, Path(id): Path<String>) -> Answer {
    app.database.work(|store| exported(store, &id)).into()
}

pub(super) async fn readiness(State(app): State<Arc<App>>, Path(id): Path<String>) -> Answer {
    app.database.work(|store| readiness::items(&exported(store, &id)?)).into()
}

pub(super) async fn settlement(State(app): State<Arc<App>>, Path(id): Path<String>) -> Answer {
    app.database
        .work(|store| {
            let project = up_to_date(store, &id)?;
            Ok(report(&store.paid_payments(&project.id)?, store.now()?))
        })
        .into()
}

pub(super) async fn ledger(State(app): State<Arc<App>>, Path((id, pg)): Path<(String, String)>) -> Answer {
    app.database
        .work(|store| {
            let project = up_to_date(store, &id)?;
            let pg = catalog::find_pg(&pg).map(|pg| offer::canonical_pg(&pg)).ok_or_else(|| {
                Code::ControlNotFound.because(format!("no PG is called {}; known are {}", quoted(&pg), offer::pgs()))
            })?;
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
