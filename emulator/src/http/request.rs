//! A request to the API, and its entry in the request log, without secrets.

use std::net::IpAddr;
use std::time::Instant;

use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use axum::http::{HeaderMap, HeaderValue};
use serde_json::{Map, Value, json};

use super::input;
use crate::domain::clock::Moment;
use crate::domain::journal::{About, Entry, Kind, Outcome, milliseconds};
use crate::domain::secrets::{REDACTED, names_a_secret, redact, redact_delivered};
use crate::faults::target::{HEADER, Target};

/// The longest body that the log keeps whole, in bytes.
const LONGEST_BODY: usize = 4096;

/// The longest name of a request or of a program that the journal keeps, in characters.
const LONGEST_CODE: usize = 120;

/// Headers that hold a secret.
const SECRET_HEADERS: [&str; 4] = ["cookie", "proxy-authorization", "bootpay-user-token", "bootpay-device-uuid"];

/// A request as it arrived.
pub(crate) struct Arrived {
    /// The address of the caller.
    pub(crate) peer: IpAddr,
    pub(crate) method: String,
    /// Undecoded, without the query.
    pub(crate) path: String,
    pub(crate) query: Map<String, Value>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    /// The real moment of its arrival.
    pub(crate) begun: Instant,
}

/// What is known of a request when it is logged; the end of a faulty one follows its entry.
#[derive(Default)]
pub(crate) struct Known<'a> {
    pub(crate) about: About<'a>,
    pub(crate) fault: Option<&'a str>,
    pub(crate) end: Option<End<'a>>,
}

/// The end of a request.
pub(crate) struct End<'a> {
    pub(crate) status: u16,
    pub(crate) findings: &'a [String],
    /// The body of the response, as the log has it.
    pub(crate) response: Value,
    /// Of a refusal.
    pub(crate) error_code: Option<&'a str>,
}

impl Arrived {
    /// The entry in the journal, which is also the one in the request log.
    pub(crate) fn entry<'a>(&self, seq: i64, at: Moment, code: &'a str, known: Known<'a>) -> Entry<'a> {
        let Known { about, fault, end } = known;
        let duration = end.as_ref().map(|_| self.microseconds());
        let facts = json!({
            "agent": self.agent(),
            "fault": fault,
            "error_code": end.as_ref().and_then(|end| end.error_code),
        });
        let (status, findings, response, error_code) = match end {
            Some(End { status, findings, response, error_code }) => (Some(status), findings, response, error_code),
            None => (None, &[][..], Value::Null, None),
        };
        let outcome = match status {
            None => Outcome::Open,
            Some(_) => outcome(error_code),
        };
        let detail = json!({
            "number": seq,
            "at": at.iso(),
            "method": self.method,
            "path": self.path,
            "query": redact(Value::Object(self.query.clone())),
            "headers": self.headers(),
            "body": self.body(),
            "status": status,
            "response": response,
            "error_code": error_code,
            "duration_ms": duration.map(milliseconds),
            "merchant": about.merchant_id,
            "receipt_id": about.receipt_id,
            "order_id": about.order_id,
            "findings": findings,
            "fault": fault,
        });
        Entry {
            at: Some(at),
            about,
            status,
            findings: findings.len(),
            duration,
            facts,
            detail: Some(detail),
            ..Entry::new(Kind::Request, outcome, code)
        }
    }

    /// What the journal calls it: the method and the pattern of the path, else the beginning of the path.
    pub(crate) fn code(&self, endpoint: Option<&str>) -> String {
        match endpoint {
            Some(path) => format!("{} /v2/{path}", self.method),
            None => format!("{} {}", self.method, self.path.chars().take(LONGEST_CODE).collect::<String>()),
        }
    }

    /// The real time since it arrived.
    pub(crate) fn microseconds(&self) -> i64 {
        i64::try_from(self.begun.elapsed().as_micros()).unwrap_or(i64::MAX)
    }

    /// The program that sent it.
    fn agent(&self) -> Option<String> {
        let agent = self.headers.get(USER_AGENT)?.to_str().ok()?;
        Some(agent.chars().take(LONGEST_CODE).collect())
    }

    /// The parts that decide its fault; `path` is the merged one.
    pub(crate) fn target<'a>(&'a self, path: &'a str) -> Target<'a> {
        let header = self.headers.get(HEADER).map(HeaderValue::as_bytes);
        Target { method: &self.method, path, header, body: &self.body }
    }

    /// The path without empty segments, which usual servers merge.
    pub(crate) fn merged_path(&self) -> String {
        merged(&self.path)
    }

    /// Returns whether the body is labelled as a form.
    pub(crate) fn is_form(&self) -> bool {
        let labelled = self.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        labelled.to_ascii_lowercase().starts_with("application/x-www-form-urlencoded")
    }

    /// The Authorization header.
    pub(crate) fn authorization(&self) -> Option<&str> {
        self.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok())
    }

    fn headers(&self) -> Map<String, Value> {
        let mut headers = Map::new();
        for (name, value) in &self.headers {
            let value = value.to_str().unwrap_or(REDACTED);
            let value = if name == AUTHORIZATION {
                let scheme = value.split_once(' ').map_or("", |(scheme, _)| scheme);
                format!("{scheme} {REDACTED}").trim().to_owned()
            } else if SECRET_HEADERS.contains(&name.as_str()) {
                REDACTED.to_owned()
            } else {
                value.to_owned()
            };
            headers.insert(name.as_str().to_owned(), value.into());
        }
        headers
    }

    fn body(&self) -> Value {
        if self.body.is_empty() {
            return Value::Null;
        }
        let json = if self.is_form() {
            Ok(Value::Object(input::form_body(&self.body)))
        } else {
            serde_json::from_slice(&self.body)
        };
        if let Ok(json) = json {
            let json = redact(json);
            return if self.body.len() <= LONGEST_BODY { json } else { shortened(&json.to_string()) };
        }
        let text = String::from_utf8_lossy(&self.body);
        if names_a_secret(&text) {
            return REDACTED.into();
        }
        if text.len() <= LONGEST_BODY { text.into() } else { shortened(&text) }
    }
}

/// The end of a request with this error code, or none.
pub(crate) fn outcome(error_code: Option<&str>) -> Outcome {
    if error_code.is_some() { Outcome::Refused } else { Outcome::Done }
}

/// The body of a response in the log: without secrets and personal data, and only its beginning where it is long.
pub(crate) fn logged_response(body: &Value) -> Value {
    let body = redact_delivered(body.clone());
    let text = body.to_string();
    if text.len() <= LONGEST_BODY { body } else { shortened(&text) }
}

/// A path without empty segments.
pub(super) fn merged(path: &str) -> String {
    let mut merged = String::with_capacity(path.len());
    for letter in path.chars() {
        if letter != '/' || !merged.ends_with('/') {
            merged.push(letter);
        }
    }
    merged
}

/// The beginning of a long body, as text.
fn shortened(text: &str) -> Value {
    let mut end = LONGEST_BODY.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}{REDACTED} ({} bytes)", &text[..end], text.len()).into()
}
