//! `/emulator/setup`: exports the world as a set-up file, and imports one.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::Answer;
use super::input::decoded;
use crate::acts::App;
use crate::domain::project_json::shown;
use crate::domain::refusal::Refusal;
use crate::store::Store;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    toml: String,
}

fn projects(store: &Store<'_>) -> Result<Value, Refusal> {
    Ok(json!({ "projects": store.merchants()?.iter().map(shown).collect::<Vec<_>>() }))
}

pub(super) async fn export(State(app): State<Arc<App>>) -> Answer {
    app.database.work(|store| Ok(json!({ "toml": store.export_world()? }))).into()
}

/// Replaces everything, payments and clock too, by the world of a file.
pub(super) async fn replace(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let replace = || {
        let file: File = decoded(&body)?;
        app.database.change(|store| {
            store.start_again(Some(&file.toml), app.strict)?;
            projects(store)
        })
    };
    replace().into()
}

/// Adds the projects of a file to those that are there.
pub(super) async fn add(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let add = || {
        let file: File = decoded(&body)?;
        app.database.change(|store| {
            store.add_world(&file.toml, app.strict)?;
            projects(store)
        })
    };
    add().into()
}
