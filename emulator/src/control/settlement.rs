//! `/emulator/projects/{id}/settlement`, `…/ledgers/{pg}`, `…/export` and `…/readiness`: what PGs pay out, what their
//! own ledgers have, and what a project lacks before it goes live.

use std::sync::Arc;

use axum::extract::{Path, State};

use super::answer::Answer;
use super::projects::project_at;
use crate::acts::{App, due, ledgers};
use crate::domain::merchant::Merchant;
use crate::domain::readiness;
use crate::domain::refusal::Refusal;
use crate::store::Store;

/// The project, once all that is due by now is done.
fn up_to_date(store: &Store<'_>, id: &str) -> Result<Merchant, Refusal> {
    due::run(store)?;
    project_at(store, id)
}

pub(super) async fn export(State(app): State<Arc<App>>, Path(id): Path<String>) -> Answer {
    app.database.work(|store| ledgers::export(store, &up_to_date(store, &id)?)).into()
}

pub(super) async fn readiness(State(app): State<Arc<App>>, Path(id): Path<String>) -> Answer {
    app.database.work(|store| readiness::items(&ledgers::export(store, &up_to_date(store, &id)?)?)).into()
}

pub(super) async fn settlement(State(app): State<Arc<App>>, Path(id): Path<String>) -> Answer {
    app.database.work(|store| ledgers::settlement(store, &up_to_date(store, &id)?)).into()
}

pub(super) async fn ledger(State(app): State<Arc<App>>, Path((id, pg)): Path<(String, String)>) -> Answer {
    app.database.work(|store| ledgers::ledger(store, &up_to_date(store, &id)?, &pg)).into()
}
