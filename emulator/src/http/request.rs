//! A request to the API, and its entry in the request log, without secrets.

use std::net::IpAddr;

use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use serde_json::{Map, Value, json};

use super::input;
use crate::domain::secrets::{REDACTED, names_a_secret, redact};
use crate::faults::target::{HEADER, Target};

/// The longest body that the log keeps whole, in bytes.
const LONGEST_BODY: usize = 4096;

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
}

/// The end of a request; that of a faulty one follows its log entry.
#[derive(Clone, Copy, Default)]
pub(crate) struct End<'a> {
    pub(crate) status: Option<u16>,
    pub(crate) findings: &'a [String],
}

impl Arrived {
    /// The entry in the request log.
    pub(crate) fn entry(&self, merchant_id: Option<&str>, fault: Option<&str>, end: End<'_>) -> Value {
        json!({
            "method": self.method,
            "path": self.path,
            "query": redact(Value::Object(self.query.clone())),
            "headers": self.headers(),
            "body": self.body(),
            "status": end.status,
            "merchant": merchant_id,
            "findings": end.findings,
            "fault": fault,
        })
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
