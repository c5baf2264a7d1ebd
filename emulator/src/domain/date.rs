//! The `Date` and `Age` of the API's responses: right by default, and wrong as a test wishes.

use serde::{Deserialize, Serialize};

use crate::domain::clock::Moment;
use crate::domain::refusal::{Code, Refusal};

/// The largest distance between two clocks: ten years, in seconds.
pub(crate) const FARTHEST: i64 = 10 * 366 * 24 * 60 * 60;

/// The relation of `Date` to the emulator's clock. The default is the right date without `Age`.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct DateHeader {
    /// Seconds ahead of the emulator's clock; negative when behind.
    offset_seconds: i64,
    /// Seconds by which the date jumps after every `every` responses.
    step_seconds: i64,
    every: u32,
    /// Leaves `Date` out.
    missing: bool,
    /// Sent in place of a date.
    text: Option<String>,
    /// The value of `Age`.
    age_seconds: Option<u32>,
}

impl DateHeader {
    /// Checks the fields.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let refuse = |saw: &str| Err(Code::Control.because(saw));
        let is_near = |seconds: i64| (-FARTHEST..=FARTHEST).contains(&seconds);
        if !is_near(self.offset_seconds) || !is_near(self.step_seconds) {
            return refuse("offset_seconds and step_seconds must be at most ten years");
        }
        if (self.step_seconds == 0) != (self.every == 0) {
            return refuse("step_seconds and every, each other than 0, go together");
        }
        let (moved, text) = (self.offset_seconds != 0 || self.step_seconds != 0, self.text.is_some());
        if usize::from(self.missing) + usize::from(text) + usize::from(moved) > 1 {
            return refuse("missing, text and a wrong date cannot be combined");
        }
        if self.text.as_deref().is_some_and(|text| !text.bytes().all(|byte| matches!(byte, b' '..=b'~'))) {
            return refuse("text must be printable ASCII");
        }
        Ok(())
    }

    /// Returns whether the date depends on the number of responses.
    pub(crate) fn steps(&self) -> bool {
        self.step_seconds != 0
    }

    /// The value of `Date`, after this number of responses.
    pub(crate) fn date(&self, now: Moment, responses: i64) -> Option<String> {
        if self.missing {
            return None;
        }
        let steps = if self.every == 0 { 0 } else { responses / i64::from(self.every) };
        let date =
            || now.plus_seconds(self.offset_seconds).plus_seconds(steps.saturating_mul(self.step_seconds)).http();
        Some(self.text.clone().unwrap_or_else(date))
    }

    /// The value of `Age`.
    pub(crate) fn age(&self) -> Option<String> {
        self.age_seconds.map(|seconds| seconds.to_string())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn header(wish: Value) -> DateHeader {
        serde_json::from_value(wish).unwrap_or_default()
    }

    #[test]
    fn it_is_wrong_as_wished() {
        let now = Moment(1_793_500_542_000);
        let date = |wish: Value, responses: i64| header(wish).date(now, responses);
        assert_eq!(date(json!({}), 0).as_deref(), Some("Sun, 01 Nov 2026 02:35:42 GMT"));
        assert_eq!(date(json!({ "offset_seconds": -42 }), 9).as_deref(), Some("Sun, 01 Nov 2026 02:35:00 GMT"));
        assert_eq!(date(json!({ "missing": true }), 0), None);
        assert_eq!(date(json!({ "text": "yesterday" }), 0).as_deref(), Some("yesterday"));
        let steps = json!({ "step_seconds": -60, "every": 2 });
        let minutes: Vec<_> =
            (0..5).filter_map(|number| Some(date(steps.clone(), number)?[20..22].to_owned())).collect();
        assert_eq!(minutes, ["35", "35", "34", "34", "33"]);
        assert_eq!(header(json!({ "age_seconds": 7 })).age().as_deref(), Some("7"));
        let latest = date(json!({ "step_seconds": FARTHEST, "every": 1 }), i64::MAX);
        assert!(latest.is_some_and(|date| date.contains("9999")));
    }

    #[test]
    fn a_wish_that_makes_no_sense_is_refused() {
        assert!(DateHeader::default().check().is_ok());
        for wish in [
            json!({ "step_seconds": 1 }),
            json!({ "every": 1 }),
            json!({ "offset_seconds": FARTHEST + 1 }),
            json!({ "missing": true, "offset_seconds": 1 }),
            json!({ "missing": true, "text": "never" }),
            json!({ "text": "a\r\nb" }),
        ] {
            assert!(header(wish.clone()).check().is_err(), "{wish}");
        }
    }
}
