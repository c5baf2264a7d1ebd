//! `POST /clock`: the buttons of the clock in the header.

use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::{Value, json};

use super::form::Form;
use super::places;
use super::preferences::back;
use super::visit::Visit;

/// The control's body for a button.
fn change(button: &str) -> Option<Value> {
    let advance = |hours: u32| json!({ "advance_seconds": hours * 60 * 60 });
    Some(match button {
        "hour" => advance(1),
        "day" => advance(24),
        "month" => advance(24 * 30),
        "stop" => json!({ "mode": "manual" }),
        "run" => json!({ "mode": "real" }),
        _ => return None,
    })
}

pub(super) async fn set(visit: Visit, form: Form) -> Response {
    let back = back(form.text("back"));
    let Some(change) = change(form.text("to")) else { return Redirect::to(back).into_response() };
    match visit.act("POST", "/emulator/clock", &change).await {
        Ok(_) => Redirect::to(back).into_response(),
        Err(refusal) => super::home::page(&visit.refused(refusal), &places::HOME),
    }
}
