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

/// Redacts what was delivered to a merchant: secrets, and the buyer's personal data. A number that Bootpay itself has
/// masked stays.
pub(crate) fn redact_delivered(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| {
                let masked = value.as_str().is_some_and(|text| text.contains('*'));
                let hides =
                    (is_secret(&name) || PERSONAL_FIELDS.contains(&name.as_str())) && !masked && !value.is_null();
                let value = if hides { REDACTED.into() } else { redact_delivered(value) };
                (name, value)
            })
            .collect(),
        Value::Array(items) => items.into_iter().map(redact_delivered).collect(),
        other => other,
    }
}
