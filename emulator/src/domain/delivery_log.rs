//! Webhooks in the list, and their attempts in its log: without secrets and personal data.

use serde_json::{Value, json};

use crate::domain::clock::Moment;
use crate::domain::delivery::{Attempt, Delivery};
use crate::domain::delivery_failure::Failure;
use crate::domain::secrets::{REDACTED, names_a_secret, redact_delivered};

/// The most of a response that is logged, in bytes.
const LONGEST_RESPONSE: usize = 4096;

impl Delivery {
    /// An attempt in the log, without secrets.
    pub(crate) fn logged(&self, attempt: &Attempt) -> Value {
        let failure = self.failure(attempt);
        let response = attempt.result.as_ref().ok();
        json!({
            "retry_count": attempt.retry_count,
            "at": attempt.at.iso(),
            "request": attempt.sent.as_ref().map(|headers| json!({
                "method": "POST",
                "url": self.url,
                "headers": headers,
                "body": redact_delivered(&self.body(attempt.retry_count)),
            })),
            "response": response.map(|response| json!({
                "status": response.status,
                "headers": response.headers,
                "body": shown(&response.body),
            })),
            "duration_ms": attempt.milliseconds,
            "acknowledged": failure.is_none(),
            "error": failure.as_ref().map(ToString::to_string),
            "reason": failure.as_ref().map(Failure::code),
        })
    }

    /// The delivery in the list, with the outcome of its last attempt.
    pub(crate) fn listed(&self, number: i64, state: &str, due_at: Option<Moment>, attempts: &[Value]) -> Value {
        let last = attempts.last().unwrap_or(&Value::Null);
        json!({
            "id": number,
            "merchant": self.merchant_id,
            "receipt_id": self.receipt_id,
            "version": self.generation,
            "webhook_type": self.webhook_type,
            "url": self.url,
            "format": self.format,
            "body": redact_delivered(&self.body),
            "state": state,
            "due_at": due_at.map(Moment::iso),
            "retries": self.retries,
            "forged": self.forged,
            "retry_count": last["retry_count"],
            "status": last["response"]["status"],
            "answer": last["response"]["body"],
            "acknowledged": state == "acknowledged",
            "error": last["error"],
            "attempts": attempts,
        })
    }
}

/// A response in the log: its beginning, unless it names a secret.
fn shown(text: &str) -> String {
    if names_a_secret(text) {
        return REDACTED.to_owned();
    }
    let mut end = LONGEST_RESPONSE.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    if end < text.len() { format!("{}{REDACTED}", &text[..end]) } else { text.to_owned() }
}
