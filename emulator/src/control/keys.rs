//! `/emulator/projects/{id}/private-key` and `…/keys`: reissues the private key, and issues and revokes pairs.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::Answer;
use super::input::{NoFields, read};
use super::projects::project_at;
use crate::acts::{App, project};
use crate::domain::project::KeyPair;
use crate::domain::refusal::Code;
use crate::domain::values::quoted;

/// Replaces the private key: the old one is refused from now on. Tokens that it issued stay valid.
pub(super) async fn reissue(State(app): State<Arc<App>>, Path(id): Path<String>, body: Bytes) -> Answer {
    let reissue = || {
        let NoFields {} = read(&body)?;
        app.database.change(|store| {
            let mut project = project_at(store, &id)?;
            project.private_key = store.new_private_key()?;
            store.save_merchant(&project)?;
            Ok(json!({ "application_id": project.application_id, "private_key": project.private_key }))
        })
    };
    reissue().into()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewPair {
    #[serde(default)]
    name: String,
    client_key: Option<String>,
    secret_key: Option<String>,
}

/// Issues a further pair of keys.
pub(super) async fn add(State(app): State<Arc<App>>, Path(id): Path<String>, body: Bytes) -> Answer {
    let add = || {
        let new: NewPair = read(&body)?;
        app.database.change(|store| {
            let mut project = project_at(store, &id)?;
            let (client_key, secret_key) = store.new_key_pair()?;
            let pair = KeyPair {
                name: new.name,
                client_key: new.client_key.unwrap_or(client_key),
                secret_key: new.secret_key.unwrap_or(secret_key),
            };
            let made = json!(pair);
            project.keys.push(pair);
            store.save_merchant(&project::checked(project)?)?;
            Ok(made)
        })
    };
    add().into()
}

/// Revokes a further pair of keys.
pub(super) async fn revoke(State(app): State<Arc<App>>, Path((id, client_key)): Path<(String, String)>) -> Answer {
    app.database
        .change(|store| {
            let mut project = project_at(store, &id)?;
            if project.client_key == client_key {
                return Err(Code::Control.because("the first pair of a project cannot be revoked"));
            }
            let before = project.keys.len();
            project.keys.retain(|pair| pair.client_key != client_key);
            if project.keys.len() == before {
                return Err(Code::ControlNotFound
                    .because(format!("this project has no pair with the client_key {}", quoted(&client_key))));
            }
            store.save_merchant(&project)?;
            Ok::<Value, _>(json!({ "ok": true }))
        })
        .into()
}
