//! What goes wrong with one call, drawn from the seed of its life.

use std::time::Duration;

use fastrand::Rng;
use serde_json::{Value, json};

use crate::{
    rules::{LATE, LONG, SHORT},
    sandbox::Local,
};

/// What goes wrong: with the exchange, or because the caller goes away.
pub(crate) struct Weather {
    /// For the report.
    pub(crate) name: String,
    fault: Option<Value>,
    pub(crate) patience: Duration,
    /// When the caller drops the call.
    pub(crate) leaves: Option<Duration>,
}

/// Replies that go wrong, before or after the request is carried out.
const REPLIES: [&str; 6] = ["html_502", "empty", "truncated", "wrong_content_type", "not_json", "reset"];

impl Weather {
    /// Of a call that changes something.
    pub(crate) fn of_change(rng: &mut Rng) -> Self {
        let mut weather = match rng.u32(0..100) {
            0..50 => Self::fair(),
            50..78 => {
                let when = if rng.bool() { "before" } else { "after" };
                let kind = REPLIES[rng.usize(..REPLIES.len())];
                Self::faulty(format!("{kind} {when}"), json!({ "kind": kind, "when": when }))
            }
            78..84 => {
                let when = if rng.bool() { "before" } else { "after" };
                let status = [500, 503, 504][rng.usize(..3)];
                let canned = json!({ "status": status, "body": { "message": "an error of the gateway" } });
                Self::faulty(format!("status {status} {when}"), json!({ "status": canned, "when": when }))
            }
            84..94 => {
                // Carried out when its caller has given up, or at once and answered when it has.
                let when = if rng.bool() { "before" } else { "after" };
                let stall = json!({ "kind": "stall", "seconds": LATE.as_secs_f64(), "when": when });
                Self { patience: SHORT, ..Self::faulty(format!("stall {when}"), stall) }
            }
            _ => Self {
                name: "call dropped".into(),
                leaves: Some(Duration::from_millis(rng.u64(0..12))),
                ..Self::fair()
            },
        };
        if weather.leaves.is_none() && weather.fault.is_some() && rng.u32(0..10) == 0 {
            weather.name += ", call dropped";
            weather.leaves = Some(Duration::from_millis(rng.u64(0..30)));
        }
        weather
    }

    /// Of a call that reads: mostly one fault, which a retry gets over, sometimes too many.
    pub(crate) fn of_read(rng: &mut Rng) -> Self {
        match rng.u32(0..100) {
            0..80 => Self::fair(),
            drawn => {
                let kind = REPLIES[rng.usize(..REPLIES.len())];
                let times = if drawn < 95 { 1 } else { 3 };
                Self::faulty(format!("{kind} of a read, {times} times"), json!({ "kind": kind, "times": times }))
            }
        }
    }

    fn fair() -> Self {
        Self { name: "none".into(), fault: None, patience: LONG, leaves: None }
    }

    fn faulty(name: String, fault: Value) -> Self {
        Self { name, fault: Some(fault), ..Self::fair() }
    }

    /// Puts the fault in the way of the next request of this method and path.
    pub(crate) fn arm(&self, sandbox: &Local, (method, path): (&str, &str)) {
        if let Some(fault) = &self.fault {
            let mut fault = fault.clone();
            fault["method"] = method.into();
            fault["path"] = path.into();
            sandbox.control("faults", &fault);
        }
    }

    pub(crate) fn is_armed(&self) -> bool {
        self.fault.is_some()
    }
}
