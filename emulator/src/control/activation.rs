//! `/emulator/projects/{id}/methods` and `…/registrations`: activates methods, and plays the merchant in PGs' consoles.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::Answer;
use super::input::decoded;
use super::projects::project_at;
use crate::acts::{App, project};
use crate::domain::catalog;
use crate::domain::offer::{self, OFFERS};
use crate::domain::project::{Activation, Registration, Settings};
use crate::domain::project_json::shown;
use crate::domain::refusal::Refusal;
use crate::domain::rule::Rule;
use crate::domain::values::quoted;
use crate::domain::wrong::Wrong;

/// What is absent stays as it is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MethodChange {
    pg: String,
    method: String,
    active: Option<bool>,
    live: Option<bool>,
    settings: Option<Settings>,
}

/// Activates a method, switches it off, or changes its mode and its settings.
pub(super) async fn put_method(State(app): State<Arc<App>>, Path(id): Path<String>, body: Bytes) -> Answer {
    let put = || {
        let change: MethodChange = decoded(&body)?;
        app.database.change(|store| {
            let mut project = project_at(store, &id)?;
            let blank = Activation {
                pg: change.pg,
                method: change.method,
                active: true,
                live: false,
                settings: Settings::default(),
            };
            let blank = blank.checked(true)?;
            let before = project.methods.iter().flatten().find(|one| one.pg == blank.pg && one.method == blank.method);
            let before = before.cloned().unwrap_or(blank);
            let activation = Activation {
                // Naming a method activates it, unless the body says otherwise.
                active: change.active.unwrap_or(true),
                live: change.live.unwrap_or(before.live),
                settings: change.settings.unwrap_or(before.settings),
                ..before
            };
            let activation = activation.checked(project.live_without_settings)?;
            let warnings: Vec<_> = activation.advice().iter().map(Rule::english).collect();
            project.activate(activation);
            store.save_merchant(&project)?;
            Ok(json!({ "methods": shown(&project)["methods"], "warnings": warnings }))
        })
    };
    put().into()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RegistrationChange {
    pg: String,
    cancel_address: Option<bool>,
    deposit_url: Option<bool>,
}

/// Registers Bootpay's addresses or its deposit notice URL in a PG's console, or withdraws that.
pub(super) async fn put_registration(State(app): State<Arc<App>>, Path(id): Path<String>, body: Bytes) -> Answer {
    let put = || {
        let change: RegistrationChange = decoded(&body)?;
        app.database.change(|store| {
            let mut project = project_at(store, &id)?;
            let pg =
                catalog::find_pg(&change.pg).map(|pg| offer::canonical_pg(&pg)).ok_or_else(|| unknown(&change.pg))?;
            let before = project.registration(&pg);
            let made = Registration {
                cancel_address: change.cancel_address.unwrap_or(before.cancel_address),
                deposit_url: change.deposit_url.unwrap_or(before.deposit_url),
            };
            project.register(&pg, made);
            let project = project::checked(project)?;
            store.save_merchant(&project)?;
            Ok(json!({ "registrations": shown(&project)["registrations"] }))
        })
    };
    put().into()
}

fn unknown(pg: &str) -> Refusal {
    Wrong::by("pg", Rule::UnknownPg { found: quoted(pg), allowed: offer::pgs() }).into()
}

/// Lists the catalogue: PGs, methods, settings and what each needs.
pub(super) async fn catalogue(State(_): State<Arc<App>>) -> Answer {
    let offers: Vec<_> = OFFERS.iter().map(offer::render).collect();
    Answer(Ok(Value::Array(offers)))
}
