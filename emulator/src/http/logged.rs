//! What the request log keeps of a request and its response: JSON without secrets, of long bodies the beginning.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Value, json};

use super::input;
use super::request::Arrived;
use crate::domain::clock::Moment;
use crate::domain::journal::{About, Entry, Kind, Outcome, milliseconds};
use crate::domain::refusal::Refusal;
use crate::domain::secrets::{REDACTED, Redacted, names_a_secret};

/// The longest body that the log keeps whole, in bytes.
const LONGEST_BODY: usize = 4096;

/// Headers that hold a secret.
const SECRET_HEADERS: [&str; 4] = ["cookie", "proxy-authorization", "bootpay-user-token", "bootpay-device-uuid"];

/// What is known of a request when it is logged; the end of a faulty one follows its entry.
#[derive(Default)]
pub(super) struct Known<'a> {
    pub(super) about: About<'a>,
    pub(super) fault: Option<&'a str>,
    pub(super) end: Option<End<'a>>,
}

/// The end of a request.
pub(super) struct End<'a> {
    pub(super) status: u16,
    pub(super) findings: &'a [String],
    /// The body of the response, as the log has it.
    pub(super) response: Box<RawValue>,
    /// Of a refusal.
    pub(super) error_code: Option<&'a str>,
    /// It was refused because of a sample id.
    pub(super) is_of_sample: bool,
}

/// A request in the log.
#[derive(Serialize)]
struct Logged<'a> {
    number: i64,
    at: String,
    method: &'a str,
    path: &'a str,
    query: Redacted<'a>,
    headers: Headers<'a>,
    body: Option<Box<RawValue>>,
    status: Option<u16>,
    response: Option<&'a RawValue>,
    error_code: Option<&'a str>,
    duration_ms: Option<f64>,
    merchant: Option<&'a str>,
    receipt_id: Option<&'a str>,
    order_id: Option<&'a str>,
    findings: &'a [String],
    fault: Option<&'a str>,
}

impl Arrived {
    /// The entry in the journal, which is also the one in the request log.
    pub(super) fn entry<'a>(
        &self,
        seq: i64,
        at: Moment,
        code: &'a str,
        known: &Known<'a>,
    ) -> Result<Entry<'a>, Refusal> {
        let Known { about, fault, end } = known;
        let duration = end.as_ref().map(|_| self.microseconds());
        let error_code = end.as_ref().and_then(|end| end.error_code);
        let findings = end.as_ref().map_or(&[][..], |end| end.findings);
        let status = end.as_ref().map(|end| end.status);
        let query = Value::Object(self.query.clone());
        let logged = Logged {
            number: seq,
            at: at.iso(),
            method: &self.method,
            path: &self.path,
            query: Redacted::sent(&query),
            headers: Headers(&self.headers),
            body: body(self)?,
            status,
            response: end.as_ref().map(|end| &*end.response),
            error_code,
            duration_ms: duration.map(milliseconds),
            merchant: about.merchant_id,
            receipt_id: about.receipt_id,
            order_id: about.order_id,
            findings,
            fault: *fault,
        };
        Ok(Entry {
            at: Some(at),
            about: *about,
            status,
            findings: findings.len(),
            duration,
            facts: json!({
                "agent": self.agent(),
                "fault": fault,
                "error_code": error_code,
                "sample": end.as_ref().is_some_and(|end| end.is_of_sample),
            }),
            detail: Some(serde_json::to_string(&logged)?),
            ..Entry::new(Kind::Request, status.map_or(Outcome::Open, |_| outcome(error_code)), code)
        })
    }
}

/// The end of a request with this error code, or none.
pub(super) fn outcome(error_code: Option<&str>) -> Outcome {
    if error_code.is_some() { Outcome::Refused } else { Outcome::Done }
}

/// The body of a response in the log, also without personal data.
pub(super) fn response(body: &Value) -> Result<Box<RawValue>, Refusal> {
    let body = to_raw_value(&Redacted::delivered(body))?;
    if body.get().len() <= LONGEST_BODY { Ok(body) } else { shortened(body.get()) }
}

/// The body of a request in the log.
fn body(arrived: &Arrived) -> Result<Option<Box<RawValue>>, Refusal> {
    if arrived.body.is_empty() {
        return Ok(None);
    }
    let json = if arrived.is_form() {
        Ok(Value::Object(input::form_body(&arrived.body)))
    } else {
        serde_json::from_slice(&arrived.body)
    };
    if let Ok(json) = json {
        let json = to_raw_value(&Redacted::sent(&json))?;
        return Ok(Some(if arrived.body.len() <= LONGEST_BODY { json } else { shortened(json.get())? }));
    }
    let text = String::from_utf8_lossy(&arrived.body);
    Ok(Some(if names_a_secret(&text) {
        to_raw_value(REDACTED)?
    } else if text.len() <= LONGEST_BODY {
        to_raw_value(&text)?
    } else {
        shortened(&text)?
    }))
}

/// The beginning of a long body, as text.
fn shortened(text: &str) -> Result<Box<RawValue>, Refusal> {
    let mut end = LONGEST_BODY.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Ok(to_raw_value(&format!("{}{REDACTED} ({} bytes)", &text[..end], text.len()))?)
}

/// Headers without secrets.
struct Headers<'a>(&'a HeaderMap);

impl Serialize for Headers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut headers = serializer.serialize_map(None)?;
        for name in self.0.keys() {
            // Of a header that is there several times, the last.
            let value = self.0.get_all(name).iter().next_back().and_then(|value| value.to_str().ok());
            let value = value.unwrap_or(REDACTED);
            if name == AUTHORIZATION {
                let scheme = value.split_once(' ').map_or("", |(scheme, _)| scheme);
                headers.serialize_entry(name.as_str(), format!("{scheme} {REDACTED}").trim())?;
            } else if SECRET_HEADERS.contains(&name.as_str()) {
                headers.serialize_entry(name.as_str(), REDACTED)?;
            } else {
                headers.serialize_entry(name.as_str(), value)?;
            }
        }
        headers.end()
    }
}
