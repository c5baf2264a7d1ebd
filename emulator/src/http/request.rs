//! The log of what arrived at the API, without its secrets.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use serde_json::{Map, Value, json};

/// Stands where a secret was.
const WITHHELD: &str = "…";

/// Fields that hold a secret, wherever they stand.
const SECRET_FIELDS: [&str; 13] = [
    "private_key",
    "secret_key",
    "access_token",
    "user_token",
    "token",
    "card_no",
    "card_pw",
    "card_identity_no",
    "card_expire_year",
    "card_expire_month",
    "identity_no",
    "cash_receipt_identity_no",
    "otp",
];

/// Whether a field holds a secret, which is not to be repeated.
pub(crate) fn is_secret(field: &str) -> bool {
    SECRET_FIELDS.contains(&field)
}

/// Headers that hold a secret.
const SECRET_HEADERS: [&str; 4] = ["cookie", "proxy-authorization", "bootpay-user-token", "bootpay-device-uuid"];

/// One request as it arrived.
pub(crate) struct Arrived {
    pub(crate) method: String,
    /// Undecoded, without the query.
    pub(crate) path: String,
    pub(crate) query: Map<String, Value>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Arrived {
    /// What the log keeps of it; how it was answered is not known yet.
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

    pub(crate) fn authorization(&self) -> Option<&str> {
        self.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok())
    }

    fn headers(&self) -> Map<String, Value> {
        let mut headers = Map::new();
        for (name, value) in &self.headers {
            let value = value.to_str().unwrap_or(WITHHELD);
            let value = if name == AUTHORIZATION {
                let scheme = value.split_once(' ').map_or("", |(scheme, _)| scheme);
                format!("{scheme} {WITHHELD}").trim().to_owned()
            } else if SECRET_HEADERS.contains(&name.as_str()) {
                WITHHELD.to_owned()
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
        if SECRET_FIELDS.iter().any(|field| text.contains(field)) {
            return WITHHELD.into();
        }
        text.into()
    }
}

fn redact(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| {
                let secret = is_secret(&name) && !value.is_null();
                let value = if secret { WITHHELD.into() } else { redact(value) };
                (name, value)
            })
            .collect(),
        Value::Array(items) => items.into_iter().map(redact).collect(),
        other => other,
    }
}
