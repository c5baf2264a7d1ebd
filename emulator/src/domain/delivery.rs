//! A webhook on its way: what is sent, when it is sent again, and what acknowledges it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::domain::clock::Moment;
use crate::domain::delivery_failure::{Failure, Unanswered};
use crate::domain::feedback::form;
use crate::domain::generation::Generation;
use crate::domain::notification::Format;

/// Seconds from an attempt to the next one; the last interval repeats. Bootpay says that they grow, its older SDK
/// documentation shows these.
pub(crate) const INTERVALS: [i64; 4] = [5 * 60, 10 * 60, 30 * 60, 60 * 60];
/// Resends of the first generation: Bootpay's book says up to 10.
pub(crate) const FEEDBACK_RETRIES: u32 = 10;

/// A webhook to deliver.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Delivery {
    pub(crate) merchant_id: String,
    /// Absent for a test.
    pub(crate) receipt_id: Option<String>,
    pub(crate) generation: Generation,
    pub(crate) format: Format,
    pub(crate) url: String,
    pub(crate) webhook_type: Option<String>,
    pub(crate) body: Value,
    /// Resends that may follow the first attempt.
    pub(crate) retries: u32,
    /// Not Bootpay's: what anybody who knows the URL could send.
    pub(crate) forged: bool,
}

/// A response of the merchant's server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Responded {
    pub(crate) status: u16,
    pub(crate) headers: Map<String, Value>,
    pub(crate) body: String,
}

/// One attempt: the response, or why there was none.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    pub(crate) at: Moment,
    pub(crate) retry_count: u32,
    /// Headers that were sent; `None` where nothing was.
    pub(crate) sent: Option<Map<String, Value>>,
    pub(crate) result: Result<Responded, Unanswered>,
    pub(crate) milliseconds: u64,
}

impl Delivery {
    /// The body of an attempt; the first generation counts the resends in it.
    pub(crate) fn body(&self, retry_count: u32) -> Value {
        let mut body = self.body.clone();
        if self.generation == Generation::V1 {
            body["retry_count"] = retry_count.into();
        }
        body
    }

    /// Content type and text of an attempt.
    pub(crate) fn content(&self, retry_count: u32) -> (&'static str, String) {
        let body = self.body(retry_count);
        match (self.format, &body) {
            (Format::Form, Value::Object(fields)) => ("application/x-www-form-urlencoded; charset=utf-8", form(fields)),
            _ => ("application/json; charset=utf-8", body.to_string()),
        }
    }

    /// The reason why an attempt fails; `None` where it is acknowledged.
    pub(crate) fn failure(&self, attempt: &Attempt) -> Option<Failure> {
        let response = match &attempt.result {
            Ok(response) => response,
            Err(reason) => return Some(Failure::Unanswered(reason.clone())),
        };
        let status = response.status;
        if (300..400).contains(&status) {
            return Some(Failure::Redirect(status));
        }
        match self.generation {
            Generation::V1 if !(200..300).contains(&status) => Some(Failure::Status(status, self.generation)),
            Generation::V1 => (response.body != "OK").then_some(Failure::NotOk),
            Generation::V2 if status != 200 => Some(Failure::Status(status, self.generation)),
            Generation::V2 => {
                let answer = serde_json::from_str::<Value>(&response.body);
                let success = answer.is_ok_and(|answer| answer["success"] == true);
                (!success).then_some(Failure::NotSuccess)
            }
        }
    }

    /// The time of the attempt after one that failed, or `None` where it was the last one.
    pub(crate) fn next_attempt(&self, attempt: &Attempt) -> Option<Moment> {
        let count = attempt.retry_count;
        let last = INTERVALS.len() - 1;
        let interval = INTERVALS[usize::try_from(count).unwrap_or(last).min(last)];
        (count < self.retries).then(|| attempt.at.plus_seconds(interval))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn delivery(generation: Generation) -> Delivery {
        Delivery {
            merchant_id: "m".into(),
            receipt_id: None,
            generation,
            format: Format::Json,
            url: "http://127.0.0.1:9".into(),
            webhook_type: None,
            body: json!({}),
            retries: 6,
            forged: false,
        }
    }

    fn attempt(retry_count: u32, status: u16, body: &str) -> Attempt {
        let result = Ok(Responded { status, headers: Map::new(), body: body.into() });
        Attempt { at: Moment(0), retry_count, sent: None, result, milliseconds: 0 }
    }

    #[test]
    fn each_generation_has_its_acknowledgement() {
        for (generation, status, body, acknowledged) in [
            (Generation::V1, 200, "OK", true),
            (Generation::V1, 201, "OK", true),
            (Generation::V1, 200, "ok", false),
            (Generation::V1, 200, "OK\n", false),
            (Generation::V1, 500, "OK", false),
            (Generation::V2, 200, r#"{"success": true}"#, true),
            (Generation::V2, 201, r#"{"success": true}"#, false),
            (Generation::V2, 302, r#"{"success": true}"#, false),
            (Generation::V2, 200, r#"{"success": "true"}"#, false),
            (Generation::V2, 200, r#"{"status": 200}"#, false),
            (Generation::V2, 200, "OK", false),
        ] {
            let failure = delivery(generation).failure(&attempt(0, status, body));
            assert_eq!(failure.is_none(), acknowledged, "{generation:?} {status} {body} {failure:?}");
        }
    }

    #[test]
    fn intervals_grow_and_end() {
        let next = |count| delivery(Generation::V2).next_attempt(&attempt(count, 500, ""));
        let minutes: Vec<_> = (0..7).map(|count| next(count).map(|at| at.0 / 60_000)).collect();
        assert_eq!(minutes, [Some(5), Some(10), Some(30), Some(60), Some(60), Some(60), None]);
    }
}
