//! `/emulator/clock`

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::Answer;
use super::input::read;
use crate::acts::{App, clock};
use crate::domain::date::FARTHEST;
use crate::domain::refusal::{Code, Refusal};
use crate::store::Store;

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Mode {
    Real,
    Manual,
}

impl From<Mode> for clock::Mode {
    fn from(mode: Mode) -> Self {
        match mode {
            Mode::Real => Self::Real,
            Mode::Manual => Self::Manual,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    mode: Option<Mode>,
    offset_seconds: Option<i64>,
    #[serde(default)]
    advance_seconds: u32,
}

fn render(store: &Store<'_>) -> Result<Value, Refusal> {
    let clock = store.clock()?;
    Ok(json!({ "now": clock.at(Store::real_time()).iso(), "mode": clock.mode() }))
}

pub(super) async fn show(State(app): State<Arc<App>>) -> Answer {
    app.database.work(render).into()
}

pub(super) async fn set(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let set = async {
        let change: Change = read(&body)?;
        if change.offset_seconds.is_some_and(|seconds| !(-FARTHEST..=FARTHEST).contains(&seconds)) {
            return Err(Code::Control.because("offset_seconds must be at most ten years"));
        }
        clock::set(&app, change.offset_seconds, change.mode.map(clock::Mode::from), change.advance_seconds).await?;
        app.database.work(render)
    };
    set.await.into()
}
