//! `POST /clock`: the buttons of the clock in the header.

use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::{Value, json};

use super::form::Form;
use super::page::AT;
use super::preferences::back;
use super::visit::Visit;
use crate::acts::due;
use crate::domain::clock::Moment;
use crate::domain::refusal::Refusal;

const HOUR: i64 = 60 * 60;

/// The seconds to a moment, 0 where it is past. The clock moves by whole ones: to the first that is not before it.
fn until(now: Moment, at: Moment) -> i64 {
    let milliseconds = at.0.saturating_sub(now.0).max(0);
    milliseconds / 1000 + i64::from(milliseconds % 1000 > 0)
}

/// The control's body for a button.
fn change(visit: &Visit, button: &str) -> Result<Option<Value>, Refusal> {
    let advance = |seconds: i64| Some(json!({ "advance_seconds": seconds }));
    Ok(match button {
        "hour" => advance(HOUR),
        "day" => advance(24 * HOUR),
        "month" => advance(30 * 24 * HOUR),
        "next" => visit.read(|store, _| {
            let (now, next) = (store.now()?, due::upcoming(store, 1)?.pop());
            Ok(next.and_then(|next| advance(until(now, next.at))))
        })?,
        "stop" => Some(json!({ "mode": "manual" })),
        "run" => Some(json!({ "mode": "real" })),
        other => match other.strip_prefix(AT).and_then(|at| at.parse().ok()) {
            Some(at) => visit.read(|store, _| Ok(advance(until(store.now()?, Moment(at)))))?,
            None => None,
        },
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
