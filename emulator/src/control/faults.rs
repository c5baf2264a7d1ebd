//! `/emulator/faults`

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::input::read;
use crate::acts::App;
use crate::domain::date::DateHeader;
use crate::domain::refusal::Code;
use crate::domain::rule::Rule;
use crate::domain::values::plain;
use crate::faults::fault::Kind;
use crate::faults::plan::Plan;
use crate::faults::wish::Wish;
use crate::store::faults::Met;

#[derive(Deserialize)]
struct NewFault {
    path: Option<String>,
    method: Option<String>,
    receipt_id: Option<String>,
    times: Option<u32>,
    #[serde(flatten)]
    wish: Map<String, Value>,
}

pub(super) async fn add(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let add = || {
        let refuse = |saw: &str| Code::Control.because(saw);
        let new: NewFault = read(&body)?;
        let wish: Wish = serde_json::from_value(new.wish.into()).map_err(|error| refuse(&plain(&error)))?;
        let fault = wish.fault()?;
        let times = new.times.unwrap_or(1);
        if times == 0 {
            return Err(Code::Control.at("times", Rule::AtLeast { least: 1 }));
        }
        if fault.kind == Kind::TlsAbort && !app.tls {
            return Err(refuse("tls_abort needs an emulator with --tls"));
        }
        let receipt_id = new.receipt_id.as_deref();
        if receipt_id.is_some_and(|id| id.len() != 24 || !id.bytes().all(|byte| byte.is_ascii_hexdigit())) {
            return Err(refuse("receipt_id must have 24 hexadecimal characters"));
        }
        let text = serde_json::to_string(&fault)?;
        let method = new.method.as_ref().map(|method| method.to_uppercase());
        app.database.work(|store| {
            match &new.path {
                None if fault.kind.is_at_accept() && method.is_none() && receipt_id.is_none() => {
                    store.add_fault_at_accept(times, &text)?;
                }
                _ if fault.kind.is_at_accept() => {
                    return Err(refuse("refused and tls_abort take no path, no method and no receipt_id"));
                }
                Some(path) if path.starts_with("/v2") => {
                    store.add_fault(Met { path, method: method.as_deref(), receipt_id }, times, &text)?;
                }
                _ => return Err(refuse("path is required and must start with /v2")),
            }
            Ok(json!({ "ok": true }))
        })
    };
    add().into()
}

pub(super) async fn plan(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let set = || {
        let plan: Plan = read(&body)?;
        plan.check()?;
        app.database.work(|store| {
            store.set_fault_plan(&serde_json::to_string(&plan)?)?;
            Ok(json!({ "ok": true }))
        })
    };
    set().into()
}

pub(super) async fn date(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let set = || {
        let header: DateHeader = read(&body)?;
        header.check()?;
        app.database.work(|store| {
            store.set_date_header(&header)?;
            Ok(json!({ "ok": true }))
        })
    };
    set().into()
}

pub(super) async fn clear(State(app): State<Arc<App>>) -> Answer {
    app.database
        .work(|store| {
            store.clear_faults()?;
            store.clear_webhook_faults()?;
            store.clear_window_faults()?;
            Ok(json!({ "ok": true }))
        })
        .into()
}
