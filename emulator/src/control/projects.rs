//! `/emulator/projects`: makes, shows and changes the projects of merchants.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::input::read;
use crate::acts::{App, project};
use crate::domain::merchant::Merchant;
use crate::domain::payment::Choice;
use crate::domain::project_json::shown;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::window::Shown;
use crate::store::Store;

/// The project with this id; `default` is the first one.
pub(super) fn project_at(store: &Store<'_>, id: &str) -> Result<Merchant, Refusal> {
    if id == "default" {
        return store.default_merchant();
    }
    store
        .merchant(id)?
        .map(Arc::unwrap_or_clone)
        .ok_or_else(|| Code::ControlNotFound.because(format!("no project has the id {id}")))
}

pub(super) async fn list(State(app): State<Arc<App>>) -> Answer {
    app.database.work(|store| Ok(store.merchants()?.iter().map(shown).collect())).into()
}

pub(super) async fn create(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let create = || {
        let wishes: Map<String, Value> = read(&body)?;
        app.database.change(|store| {
            let project = project::new(store, wishes, app.strict)?;
            store.save_merchant(&project)?;
            Ok(shown(&project))
        })
    };
    create().into()
}

pub(super) async fn show(State(app): State<Arc<App>>, Path(id): Path<String>) -> Answer {
    app.database.work(|store| Ok(shown(&project_at(store, &id)?))).into()
}

pub(super) async fn change(State(app): State<Arc<App>>, Path(id): Path<String>, body: Bytes) -> Answer {
    let change = || {
        let wishes: Map<String, Value> = read(&body)?;
        app.database.change(|store| {
            let project = project::changed(&project_at(store, &id)?, wishes)?;
            store.save_merchant(&project)?;
            Ok(shown(&project))
        })
    };
    change().into()
}

/// Lists the methods of the unified window.
pub(super) async fn unified(State(app): State<Arc<App>>, Path(id): Path<String>) -> Answer {
    app.database
        .work(|store| {
            let methods = project_at(store, &id)?.unified(&Choice::default());
            Ok(json!({ "unified": methods.len() > 1, "methods": methods.iter().map(Shown::render).collect::<Vec<_>>() }))
        })
        .into()
}
