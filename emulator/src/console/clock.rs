//! `POST /clock`: the buttons of the clock in the header.

use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::{Value, json};

use super::form::Form;
use super::preferences::back;
use super::visit::Visit;
use crate::acts::due;
use crate::domain::refusal::Refusal;

const HOUR: i64 = 60 * 60;

/// The control's body for a button.
fn change(visit: &Visit, button: &str) -> Result<Option<Value>, Refusal> {
    let advance = |seconds: i64| Some(json!({ "advance_seconds": seconds }));
    Ok(match button {
        "hour" => advance(HOUR),
        "day" => advance(24 * HOUR),
        "month" => advance(30 * 24 * HOUR),
        "next" => visit.read(|store, _| {
            let (now, next) = (store.now()?, due::upcoming(store)?);
            // The clock moves by whole seconds: to the first that is not before the event.
            Ok(next.and_then(|(at, _)| advance((at.0 - now.0).max(0).unsigned_abs().div_ceil(1000).try_into().ok()?)))
        })?,
        "stop" => Some(json!({ "mode": "manual" })),
        "run" => Some(json!({ "mode": "real" })),
        _ => None,
    })
}

pub(super) async fn set(visit: Visit, form: Form) -> Response {
    let back = back(form.text("back"));
    let moved = async {
        match change(&visit, form.text("to"))? {
            Some(change) => visit.act("POST", "/emulator/clock", &change).await.map(drop),
            None => Ok(()),
        }
    };
    match moved.await {
        Ok(()) => Redirect::to(back).into_response(),
        Err(refusal) => visit.refused(refusal).only_refused(),
    }
}
