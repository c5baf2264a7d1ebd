//! `/emulator/windows`: lists the opened payment windows, plays their buyers and injects their faults.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use bootpay_core::model::Method;
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::Answer;
use super::input::{known_method, known_pg, merchant_in, merchant_of, read};
use crate::acts::App;
use crate::acts::window::{self, Act, Action, Told};
use crate::domain::identity::Person;
use crate::domain::payment::Choice;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::window::fault::{WindowFault, WindowPlan};
use crate::domain::window::session::Window;
use crate::store::Store;

/// Lists the newest windows, newest first.
pub(super) async fn list(State(app): State<Arc<App>>, RawQuery(query): RawQuery) -> Answer {
    let merchant = merchant_in(query.as_deref());
    app.database
        .work(|store| {
            if let Some(id) = &merchant {
                merchant_of(store, Some(id))?;
            }
            let ids = store.window_ids(merchant.as_deref())?;
            ids.iter().map(|id| find(store, id).and_then(|window| render(store, &window))).collect()
        })
        .into()
}

pub(super) async fn show(State(app): State<Arc<App>>, Path(receipt_id): Path<String>) -> Answer {
    app.database.work(|store| find(store, &receipt_id).and_then(|window| render(store, &window))).into()
}

fn find(store: &Store<'_>, receipt_id: &str) -> Result<Window, Refusal> {
    window::find(store, receipt_id)?
        .ok_or_else(|| Code::ControlNotFound.because(format!("no window has the receipt_id {receipt_id}")))
}

fn render(store: &Store<'_>, window: &Window) -> Result<Value, Refusal> {
    let merchant = merchant_of(store, Some(&window.merchant_id))?;
    let receipt = window::receipt(store, window, &merchant, store.now()?)?;
    let mut rendered = window.render(&merchant.gateway_url);
    rendered["status"] = receipt["status"].clone();
    Ok(rendered)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Played {
    action: Action,
    /// The choice in the unified window.
    pg: Option<String>,
    method: Option<String>,
    /// Of a refusal.
    error_code: Option<String>,
    pg_error_code: Option<String>,
    message: Option<String>,
    /// The person of a verification.
    person: Option<Person>,
}

pub(super) async fn buyer(State(app): State<Arc<App>>, Path(receipt_id): Path<String>, body: Bytes) -> Answer {
    let play = || {
        let played: Played = read(&body)?;
        let told = Told { error_code: played.error_code, pg_error_code: played.pg_error_code, message: played.message };
        let is_told = told.error_code.is_some() || told.pg_error_code.is_some() || told.message.is_some();
        if is_told && played.action != Action::Refuse {
            return Err(Code::Control.because("error_code, pg_error_code and message belong to the action refuse"));
        }
        let one = |method: Method| vec![method];
        let choice = Choice {
            pg: played.pg.as_deref().map(known_pg).transpose()?,
            methods: played.method.as_deref().map(|name| known_method(name).map(one)).transpose()?,
        };
        let act = Act { action: played.action, choice, told, person: played.person };
        app.database.change(|store| {
            let window = window::play(store, &receipt_id, &act, Ok)?;
            render(store, &window)
        })
    };
    play().into()
}

pub(super) async fn add_fault(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let add = || {
        let fault: WindowFault = read(&body)?;
        fault.check()?;
        app.database.work(|store| {
            merchant_of(store, fault.merchant.as_deref())?;
            store.add_window_fault(&fault)?;
            Ok(json!({ "ok": true }))
        })
    };
    add().into()
}

pub(super) async fn plan(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let set = || {
        let plan: WindowPlan = read(&body)?;
        if let Some(wrong) = plan.wrong() {
            return Err(Code::Control.because(wrong));
        }
        app.database.work(|store| {
            store.set_window_plan(&plan)?;
            Ok(json!({ "ok": true }))
        })
    };
    set().into()
}

pub(super) async fn clear_faults(State(app): State<Arc<App>>) -> Answer {
    app.database
        .work(|store| {
            store.clear_window_faults()?;
            Ok(json!({ "ok": true }))
        })
        .into()
}
