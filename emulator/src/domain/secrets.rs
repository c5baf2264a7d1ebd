//! Fields that hold a secret, and their redaction.

use serde::{Serialize, Serializer};
use serde_json::Value;

/// Replaces a secret.
pub(crate) const REDACTED: &str = "…";

/// Fields that hold a secret, at any depth.
const SECRET_FIELDS: [&str; 14] = [
    "private_key",
    "secret_key",
    "server_key",
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

/// Fields of a webhook that hold personal data of the buyer.
const PERSONAL_FIELDS: [&str; 8] =
    ["phone", "email", "username", "birth", "addr", "sender_name", "billing_key", "cash_receipt_no"];

/// Returns whether a field holds a secret, which no message repeats.
pub(crate) fn is_secret(field: &str) -> bool {
    SECRET_FIELDS.contains(&field)
}

/// Returns whether a text that is not JSON names a secret field.
pub(crate) fn names_a_secret(text: &str) -> bool {
    SECRET_FIELDS.iter().any(|field| text.contains(field))
}

/// JSON that is written without the values of its secret fields, at any depth.
#[derive(Clone, Copy)]
pub(crate) struct Redacted<'a> {
    value: &'a Value,
    /// Also without the buyer's personal data; a number that Bootpay itself has masked stays.
    is_delivered: bool,
}

impl<'a> Redacted<'a> {
    /// What a caller sent.
    pub(crate) fn sent(value: &'a Value) -> Self {
        Self { value, is_delivered: false }
    }

    /// What was delivered to a merchant: without personal data, too.
    pub(crate) fn delivered(value: &'a Value) -> Self {
        Self { value, is_delivered: true }
    }

    fn hides(self, name: &str, value: &Value) -> bool {
        if value.is_null() {
            return false;
        }
        if !self.is_delivered {
            return is_secret(name);
        }
        let masked = value.as_str().is_some_and(|text| text.contains('*'));
        !masked && (is_secret(name) || PERSONAL_FIELDS.contains(&name))
    }
}

impl Serialize for Redacted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let below = |value| Redacted { value, ..*self };
        match self.value {
            Value::Object(fields) => serializer.collect_map(fields.iter().map(|(name, value)| {
                let hidden = self.hides(name, value);
                (name, if hidden { Shown::Redacted } else { Shown::Json(below(value)) })
            })),
            Value::Array(items) => serializer.collect_seq(items.iter().map(below)),
            other => other.serialize(serializer),
        }
    }
}

/// The value of a field, or what stands for it.
enum Shown<'a> {
    Redacted,
    Json(Redacted<'a>),
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Redacted => serializer.serialize_str(REDACTED),
            Self::Json(json) => json.serialize(serializer),
        }
    }
}

/// [`Redacted::delivered`] as a value.
pub(crate) fn redact_delivered(value: &Value) -> Value {
    // Values become values without a failure.
    serde_json::to_value(Redacted::delivered(value)).unwrap_or_default()
}
