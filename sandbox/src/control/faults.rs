//! `/sandbox/faults`

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use serde::Deserialize;
use serde_json::json;

use super::{Answer, read};
use crate::App;
use crate::faults::{Canned, Fault, Kind, When};
use crate::reply::{Code, Refusal};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewFault {
    path: String,
    method: Option<String>,
    times: Option<u32>,
    #[serde(default)]
    when: When,
    kind: Option<Kind>,
    #[serde(default)]
    seconds: f64,
    status: Option<Canned>,
}

impl NewFault {
    fn fault(self) -> Result<Fault, Refusal> {
        let refuse = |saw: &str| Err(Code::Control.because(saw));
        let kind = match (self.kind, &self.status) {
            (None | Some(Kind::Status), Some(_)) => Kind::Status,
            (Some(kind), None) if kind != Kind::Status => kind,
            (Some(_), Some(_)) => return refuse("kind and status exclude each other"),
            _ => return refuse("one of kind and status is needed; kind \"status\" needs status"),
        };
        if !(0.0..=3600.0).contains(&self.seconds) || (kind == Kind::Stall) != (self.seconds > 0.0) {
            return refuse("seconds (above 0, at most 3600) go with kind \"stall\" and with no other");
        }
        if let Some(canned) = &self.status
            && !(200..=599).contains(&canned.status)
        {
            return refuse("status.status must be from 200 to 599");
        }
        Ok(Fault { kind, when: self.when, seconds: self.seconds, canned: self.status })
    }
}

pub(super) async fn add(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let add = || {
        let new: NewFault = read(&body)?;
        let (path, method) = (new.path.clone(), new.method.as_ref().map(|method| method.to_uppercase()));
        let times = new.times.unwrap_or(1);
        if !path.starts_with("/v2") || times == 0 {
            return Err(Code::Control.because("path must begin with /v2 and times be at least 1"));
        }
        let fault = serde_json::to_string(&new.fault()?)?;
        app.database.work(|store| {
            store.add_fault(&path, method.as_deref(), times, &fault)?;
            Ok(json!({ "ok": true }))
        })
    };
    add().into()
}

pub(super) async fn clear(State(app): State<Arc<App>>) -> Answer {
    app.database
        .work(|store| {
            store.clear_faults()?;
            Ok(json!({ "ok": true }))
        })
        .into()
}
