//! `/emulator/clock`

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Answer, read};
use crate::App;
use crate::domain::clock::Clock;
use crate::domain::reservation::run_due;

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Mode {
    Real,
    Manual,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    mode: Option<Mode>,
    #[serde(default)]
    advance_seconds: u32,
}

fn face(clock: Clock) -> Value {
    json!({ "now": clock.now().iso(), "mode": clock.mode() })
}

pub(super) async fn show(State(app): State<Arc<App>>) -> Answer {
    app.database.work(|store| Ok(face(store.clock()?))).into()
}

pub(super) async fn set(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let change = match read::<Change>(&body) {
        Ok(change) => change,
        Err(refusal) => return Answer(Err(refusal)),
    };
    app.database
        .work(|store| {
            let mut clock = store.clock()?;
            match change.mode {
                Some(Mode::Real) => clock.run(),
                Some(Mode::Manual) => clock.stand_still(),
                None => {}
            }
            clock.advance(change.advance_seconds);
            store.set_clock(clock)?;
            run_due(store)?;
            Ok(face(clock))
        })
        .into()
}
