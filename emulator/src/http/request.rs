//! A request to the API, and its entry in the request log, without secrets.

use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, HeaderValue};
use serde_json::{Map, Value, json};

use crate::domain::secrets::{REDACTED, names_a_secret, redact};
use crate::faults::target::{HEADER, Target};

/// Headers that hold a secret.
const SECRET_HEADERS: [&str; 4] = ["cookie", "proxy-authorization", "bootpay-user-token", "bootpay-device-uuid"];

/// A request as it arrived.
pub(crate) struct Arrived {
    pub(crate) method: String,
    /// Undecoded, without the query.
    pub(crate) path: String,
    pub(crate) query: Map<String, Value>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Arrived {
    /// The entry in the request log; status and findings follow.
    pub(crate) fn entry(&self, merchant_id: Option<&str>, fault: Option<&str>) -> Value {
        json!({
            "method": self.method,
            "path": self.path,
            "query": redact(Value::Object(self.query.clone())),
            "headers": self.headers(),
            "body": self.body(),
            "status": null,
            "merchant": merchant_id,
            "findings": [],
            "fault": fault,
        })
    }

    /// The parts that decide its fault.
    pub(crate) fn target(&self) -> Target<'_> {
        let header = self.headers.get(HEADER).map(HeaderValue::as_bytes);
        Target { method: &self.method, path: &self.path, header, body: &self.body }
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
        if let Ok(json) = serde_json::from_slice(&self.body) {
            return redact(json);
        }
        let text = String::from_utf8_lossy(&self.body).into_owned();
        if names_a_secret(&text) {
            return REDACTED.into();
        }
        text.into()
    }
}
