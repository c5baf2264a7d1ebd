//! Replaces personal and merchant values; names, types and forms stay.

use std::hash::{BuildHasher, RandomState};

use serde_json::Value;

/// Fields whose texts are Bootpay's own words and say nothing of a person or a merchant.
const WORDS: [&str; 24] = [
    "pg",
    "pg_symbol",
    "method",
    "method_symbol",
    "method_origin",
    "method_origin_symbol",
    "status",
    "status_locale",
    "currency",
    "error_code",
    "bank_name",
    "bank_code",
    "card_company",
    "card_company_code",
    "card_type",
    "card_owner_type",
    "card_quota",
    "card_interest",
    "content_type",
    "gateway_url",
    "escrow_status_locale",
    "cash_receipt_type",
    "webhook_type",
    "token_type",
];

/// Replaces letters and digits by others of the same kind: the same text by the same one, within one walk.
pub(super) struct Sanitizer {
    /// Of one walk only: nobody can find out the original by trying.
    hasher: RandomState,
}

impl Sanitizer {
    pub(super) fn new() -> Self {
        Self { hasher: RandomState::new() }
    }

    pub(super) fn sanitize(&self, body: &Value) -> Value {
        self.field("", body)
    }

    fn field(&self, name: &str, value: &Value) -> Value {
        match value {
            Value::Object(fields) => {
                fields.iter().map(|(name, value)| (name.clone(), self.field(name, value))).collect()
            }
            Value::Array(items) => items.iter().map(|item| self.field(name, item)).collect(),
            Value::String(text) if !WORDS.contains(&name) => self.text(text).into(),
            other => other.clone(),
        }
    }

    fn text(&self, text: &str) -> String {
        if let Some(date) = moved(text) {
            return date;
        }
        if let Some((scheme, rest)) = text.split_once("://") {
            let host = rest.split('/').next().unwrap_or_default();
            return format!("{scheme}://{host}/EXAMPLE");
        }
        let is_hex = text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let mut seed = self.hasher.hash_one(text);
        let mut next = |among: &str| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = (seed >> 33) as usize % among.len();
            char::from(among.as_bytes()[at])
        };
        text.chars()
            .map(|letter| match letter {
                '0'..='9' => next("0123456789"),
                'a'..='f' if is_hex => next("abcdef"),
                'A'..='F' if is_hex => next("ABCDEF"),
                'a'..='z' => next("abcdefghijklmnopqrstuvwxyz"),
                'A'..='Z' => next("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
                other if other.is_alphabetic() => '가',
                other => other,
            })
            .collect()
    }
}

/// A date, moved back by a fixed time; its form stays.
fn moved(text: &str) -> Option<String> {
    let zoned: jiff::Timestamp = text.parse().ok()?;
    // Zeros alone are no date of anybody.
    let moved = zoned.checked_sub(jiff::SignedDuration::from_secs(37 * 86_400 + 4_321)).ok()?;
    if text.starts_with("2099-12-31") {
        return Some(text.to_owned());
    }
    let civil = jiff::tz::Offset::constant(9).to_datetime(moved);
    let offset = text.get(19..).filter(|offset| offset.ends_with("+09:00")).unwrap_or("+09:00");
    Some(format!("{}{offset}", civil.strftime("%Y-%m-%dT%H:%M:%S")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_change_and_forms_stay() {
        let body = json!({
            "receipt_id": "6712ab34c0de5f0012a4b901", "order_id": "6712ab34c0de5f0012a4b901", "price": 1000,
            "company_name": "주) 가게 1", "pg": "나이스페이먼츠", "purchased_at": "2026-11-01T10:15:42+09:00",
            "receipt_url": "https://door.bootpay.co.kr/receipt/secret", "sandbox": true, "none": null,
            "card_data": { "card_no": "94501234****5678", "card_company": "KB국민", "tid": "nictest00m0101" },
            "billing_expire_at": "2099-12-31T23:59:59+09:00",
        });
        let sanitized = Sanitizer::new().sanitize(&body);
        for name in ["price", "pg", "sandbox", "none", "billing_expire_at"] {
            assert_eq!(sanitized[name], body[name], "{name}");
        }
        for pointer in ["/receipt_id", "/company_name", "/purchased_at", "/card_data/card_no", "/card_data/tid"] {
            let (before, after) =
                (body.pointer(pointer).unwrap().as_str(), sanitized.pointer(pointer).unwrap().as_str());
            assert_ne!(before, after, "{pointer}");
            let form = |text: Option<&str>| {
                let mut form = String::new();
                for letter in text.unwrap().chars() {
                    form.push(if letter.is_ascii_hexdigit() || letter.is_alphabetic() { 'x' } else { letter });
                }
                form
            };
            assert_eq!(form(before), form(after), "{pointer}");
        }
        assert_eq!(sanitized["receipt_id"], sanitized["order_id"]);
        assert!(sanitized["receipt_id"].as_str().unwrap().bytes().all(|byte| byte.is_ascii_hexdigit()));
        assert_eq!(sanitized["receipt_url"], "https://door.bootpay.co.kr/EXAMPLE");
        assert_eq!(sanitized["company_name"], json!(sanitized["company_name"].as_str().unwrap().replace("주", "가")));
        assert_eq!(sanitized["card_data"]["card_company"], "KB국민");
    }
}
