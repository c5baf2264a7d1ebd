//! What goes wrong with one call, drawn from the seed of its life.

use std::time::Duration;

use fastrand::Rng;
use serde_json::{Value, json};

use crate::{
    emulator::Local,
    rules::{KILLED, LATE, LONG, SHORT},
};

/// What goes wrong: with the exchange, or because the caller goes away.
pub(crate) struct Weather {
    /// For the report.
    pub(crate) name: String,
    fault: Option<Value>,
    pub(crate) patience: Duration,
    /// When the caller drops the call.
    pub(crate) leaves: Option<Duration>,
    /// When the process is killed in which the call is made.
    pub(crate) killed: Option<Duration>,
}

/// Replies that go wrong, before or after the request is carried out.
const REPLIES: [&str; 8] =
    ["html_502", "empty", "truncated", "wrong_content_type", "not_json", "reset", "busy", "busy_503"];

/// A moment in the first milliseconds of a call: as often between one and two as between 50 and 100. A call takes
/// some milliseconds on an idle machine, and some hundred where hundreds of lives share two cores.
fn moment(rng: &mut Rng, longest: f64) -> Duration {
    Duration::from_secs_f64(longest.powf(rng.f64()) / 1000.0)
}

/// Responses without an end.
const FLOODS: [&str; 8] = [
    "flood_100",
    "flood_103",
    "flood_blank_lines",
    "flood_headers",
    "flood_chunk_size",
    "flood_chunk_extension",
    "flood_body",
    "flood_trailers",
];

impl Weather {
    /// Of a call that changes something, where callers can drop calls or not, and processes can be
    /// killed or not.
    pub(crate) fn of_change(rng: &mut Rng, drops: bool, kills: bool) -> Self {
        let mut weather = match rng.u32(0..100) {
            0..48 => Self::fair(),
            48..74 => {
                let when = when(rng);
                let kind = REPLIES[rng.usize(..REPLIES.len())];
                Self::faulty(format!("{kind} {when}"), reply(kind, &json!({ "when": when })))
            }
            74..79 => {
                let when = when(rng);
                let status = [500, 503, 504][rng.usize(..3)];
                let canned = json!({ "status": status, "body": { "message": "an error of the gateway" } });
                Self::faulty(format!("status {status} {when}"), json!({ "status": canned, "when": when }))
            }
            79..86 => {
                // Carried out when its caller has given up, or at once and answered when it has.
                let when = when(rng);
                Self::slow(format!("stall {when}"), json!({ "kind": "stall", "when": when }))
            }
            86..88 => {
                let when = when(rng);
                Self::slow(format!("stalled_body {when}"), json!({ "kind": "stalled_body", "when": when }))
            }
            88..89 => Self::slow("dribbled, too slow".into(), json!({ "kind": "dribbled" })),
            89..90 => Self::faulty("dribbled".into(), json!({ "kind": "dribbled", "seconds": 0.05 })),
            90..92 => {
                Self::faulty("late_commit".into(), json!({ "kind": "late_commit", "seconds": LATE.as_secs_f64() }))
            }
            92..94 => Self::faulty("duplicated".into(), json!({ "kind": "duplicated" })),
            94..95 => Self::faulty("refused".into(), json!({ "kind": "refused" })),
            _ => Self { name: "call dropped".into(), leaves: Some(moment(rng, 120.0)), ..Self::fair() },
        };
        if weather.leaves.is_none() && weather.fault.is_some() && rng.u32(0..10) == 0 {
            weather.name += ", call dropped";
            weather.leaves = Some(moment(rng, 250.0));
        }
        if weather.leaves.is_some() && !drops {
            // What a language cannot do does not happen; the draws are the same.
            weather.name = weather.name.replace("call dropped", "call not dropped");
            weather.leaves = None;
        }
        if kills && rng.u32(0..2) == 0 {
            weather.be_killed(rng);
        }
        weather
    }

    /// Of a call that changes something: its connection breaks the rules.
    pub(crate) fn of_connection(rng: &mut Rng) -> Self {
        let rest = match rng.u32(0..10) {
            0..4 => "stray_copy",
            4..6 => "closed_idle",
            6..8 => return Self { patience: SHORT, ..Self::faulty("withheld".into(), json!({ "kind": "withheld" })) },
            _ => {
                let (kind, when) = (FLOODS[rng.usize(..FLOODS.len())], when(rng));
                let fault = json!({ "kind": kind, "when": when });
                return Self { patience: SHORT, ..Self::faulty(format!("{kind} {when}"), fault) };
            }
        };
        Self::faulty(rest.into(), json!({ "kind": rest }))
    }

    /// Of two calls at once: what one of them meets.
    pub(crate) fn of_one_of_two(rng: &mut Rng) -> Self {
        match rng.u32(0..10) {
            0..5 => Self::fair(),
            5..8 => {
                let (kind, when) = (["reset", "html_502", "truncated"][rng.usize(..3)], when(rng));
                Self::faulty(format!("{kind} {when}, of one of two"), json!({ "kind": kind, "when": when }))
            }
            8 => Self::faulty("stray_copy, of one of two".into(), json!({ "kind": "stray_copy" })),
            _ => {
                let seconds = f64::from(rng.u32(1..20)) / 100.0;
                let fault = json!({ "kind": "stall", "when": when(rng), "seconds": seconds });
                Self::faulty("stall, of one of two".into(), fault)
            }
        }
    }

    /// Of a look-up before a call: it leaves a connection on which another response is to come, or one that
    /// closes as the next request arrives.
    pub(crate) fn of_look_up(rng: &mut Rng) -> Self {
        match rng.u32(0..20) {
            0..8 => Self::faulty("stray_copy, of a look-up".into(), json!({ "kind": "stray_copy" })),
            8..12 => Self::faulty("closed_idle, of a look-up".into(), json!({ "kind": "closed_idle" })),
            12..14 => Self::faulty("duplicated, of a look-up".into(), json!({ "kind": "duplicated", "seconds": 0.02 })),
            14..16 => {
                Self { patience: SHORT, ..Self::faulty("withheld, of a look-up".into(), json!({ "kind": "withheld" })) }
            }
            _ => Self::fair(),
        }
    }

    /// The process dies: before the request leaves, under way, or while it is carried out.
    fn be_killed(&mut self, rng: &mut Rng) {
        if self.fault.is_none() && rng.bool() {
            let stall = json!({ "kind": "stall", "when": when(rng), "seconds": LATE.as_secs_f64() });
            (self.name, self.fault) = ("stall".into(), Some(stall));
        }
        let slow = self.fault.as_ref().is_some_and(|fault| fault["seconds"] == LATE.as_secs_f64());
        self.name += ", process killed";
        self.patience = KILLED;
        self.killed = Some(moment(rng, if slow { 500.0 } else { 200.0 }));
    }

    /// Of a call that reads: mostly one fault, which a retry gets over, sometimes too many.
    pub(crate) fn of_read(rng: &mut Rng) -> Self {
        match rng.u32(0..100) {
            0..80 => Self::fair(),
            80..82 => Self::faulty("duplicated, of a read".into(), json!({ "kind": "duplicated" })),
            82..84 => Self::faulty("stray_copy, of a read".into(), json!({ "kind": "stray_copy" })),
            84..86 => Self::faulty("closed_idle, of a read".into(), json!({ "kind": "closed_idle" })),
            86..87 => Self::faulty("refused, of a read".into(), json!({ "kind": "refused" })),
            drawn => {
                let kind = REPLIES[rng.usize(..REPLIES.len())];
                let times = if drawn < 96 { 1 } else { 3 };
                let fault = reply(kind, &json!({ "times": times }));
                Self::faulty(format!("{kind} of a read, {times} times"), fault)
            }
        }
    }

    fn fair() -> Self {
        Self { name: "none".into(), fault: None, patience: LONG, leaves: None, killed: None }
    }

    fn faulty(name: String, fault: Value) -> Self {
        Self { name, fault: Some(fault), ..Self::fair() }
    }

    /// Slower than its caller is patient.
    fn slow(name: String, mut fault: Value) -> Self {
        fault["seconds"] = LATE.as_secs_f64().into();
        Self { patience: SHORT, ..Self::faulty(name, fault) }
    }

    /// The same for a caller who waits longer by itself: what is slower than its caller is patient
    /// takes so long.
    pub(crate) fn slower_by(mut self, time: Duration) -> Self {
        if let Some(fault) = self.fault.as_mut().filter(|_| self.patience == SHORT) {
            fault["seconds"] = time.as_secs_f64().into();
        }
        self
    }

    /// Puts the fault in the way of the next request of this method and path.
    pub(crate) fn arm(&self, emulator: &Local, (method, path): (&str, &str)) {
        if let Some(fault) = &self.fault {
            let mut fault = fault.clone();
            if fault["kind"] != "refused" {
                fault["method"] = method.into();
                fault["path"] = path.into();
            }
            emulator.control("faults", &fault);
        }
    }

    pub(crate) fn is_armed(&self) -> bool {
        self.fault.is_some()
    }

    /// Whether its fault may still wait for a request, which never came.
    pub(crate) fn may_remain(&self, how: &str) -> bool {
        self.is_armed() && (how != "returned" || self.name.starts_with("refused"))
    }
}

fn when(rng: &mut Rng) -> &'static str {
    if rng.bool() { "before" } else { "after" }
}

fn reply(kind: &str, more: &Value) -> Value {
    let mut fault = more.clone();
    fault["kind"] = kind.into();
    if kind.starts_with("busy") {
        fault["seconds"] = 1.into();
    }
    fault
}
