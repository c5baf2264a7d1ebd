//! Fields that hold a secret, and their redaction.

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

/// Returns whether a field holds a secret, which no message repeats.
pub(crate) fn is_secret(field: &str) -> bool {
    SECRET_FIELDS.contains(&field)
}

/// Returns whether a text that is not JSON names a secret field.
pub(crate) fn names_a_secret(text: &str) -> bool {
    SECRET_FIELDS.iter().any(|field| text.contains(field))
}

/// Replaces the values of secret fields, at any depth.
pub(crate) fn redact(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| {
                let secret = is_secret(&name) && !value.is_null();
                let value = if secret { REDACTED.into() } else { redact(value) };
                (name, value)
            })
            .collect(),
        Value::Array(items) => items.into_iter().map(redact).collect(),
        other => other,
    }
}
