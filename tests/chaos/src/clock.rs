//! Bootpay's clock in a life: apart from the client's, or told wrong in `Date`.

use fastrand::Rng;
use serde_json::{Value, json};

/// Bootpay's clock.
#[derive(Clone, Debug)]
pub(crate) struct Clock {
    /// For the report.
    pub(crate) name: String,
    /// Seconds ahead of this machine's clock.
    pub(crate) offset: i64,
    /// What its `Date` header is told to be.
    pub(crate) date: Value,
}

/// How far clocks are apart: hardly, by the tolerance of clients and more, and by hours.
const APART: [i64; 10] = [-7200, -360, -290, -120, -3, 3, 120, 290, 360, 7200];

/// A jump within a life: a payment of it does not expire.
const JUMPS: [i64; 6] = [-400, -120, -2, 2, 120, 400];

impl Clock {
    pub(crate) fn draw(rng: &mut Rng) -> Self {
        let (apart, wrong) = (rng.u32(0..3) == 0, rng.u32(0..3) == 0);
        let offset = if apart { APART[rng.usize(..APART.len())] } else { 0 };
        let seconds = APART[rng.usize(..APART.len())];
        let (date_name, date) = match rng.u32(0..5) {
            _ if !wrong => ("right", json!({})),
            0 => ("wrong", json!({ "offset_seconds": seconds })),
            1 => ("stepping", json!({ "step_seconds": seconds, "every": rng.u32(1..4) })),
            2 => ("missing", json!({ "missing": true })),
            3 => ("unreadable", json!({ "text": "a moment ago" })),
            _ => ("with an Age", json!({ "age_seconds": seconds.abs() })),
        };
        let clock_name = match offset {
            0 => "right",
            ..0 => "behind",
            _ => "ahead",
        };
        Self { name: format!("clock {clock_name}, Date {date_name}"), offset, date }
    }

    /// The same after a jump.
    pub(crate) fn jumped(&self, rng: &mut Rng) -> Self {
        Self { offset: self.offset + JUMPS[rng.usize(..JUMPS.len())], ..self.clone() }
    }
}
