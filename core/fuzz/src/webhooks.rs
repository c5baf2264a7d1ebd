//! A webhook is read or refused, and no private key is in the result.

use arbitrary::{Result, Unstructured};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use bootpay_core::{
    Secret,
    fuzz::{Violation, parse_webhook, restore_webhook},
    model::{PrivateKeyCheck, WebhookNotice},
};
use serde_json::{Map, Value};

use crate::json;

/// The merchant's key, and that of another project.
const KEYS: [&str; 2] = ["marker-Key/+=&", "marker.other=key"];
const CONTENT_TYPES: [&str; 6] = [
    "application/json; charset=utf-8",
    "application/x-www-form-urlencoded",
    "application/json",
    "text/plain; charset=euc-kr",
    "multipart/form-data; boundary=a",
    "",
];
const FIELDS: [&str; 12] = [
    "receipt_id",
    "order_id",
    "webhook_type",
    "status",
    "price",
    "cancelled_price",
    "currency",
    "retry_count",
    "payment_data",
    "private_key",
    "metadata",
    "__proto__",
];

/// Checks the bytes as a body, and a webhook made of them.
pub fn check(data: &[u8]) {
    for content_type in CONTENT_TYPES {
        body(&[("content-type", content_type)], data);
    }
    if let Ok(text) = str::from_utf8(data)
        && let Ok(notice) = restore_webhook(text)
    {
        assert_eq!(notice.serialized, text);
    }
    // Bytes that are too few are no webhook.
    let _ = made(&mut Unstructured::new(data));
}

fn made(u: &mut Unstructured<'_>) -> Result<()> {
    let mut fields = Map::new();
    for _ in 0..u.int_in_range(0..=6)? {
        let value = match u.int_in_range(0..=3)? {
            0 => (*u.choose(&KEYS)?).into(),
            1 => format!("{} {}", KEYS[0], KEYS[1]).into(),
            _ => json::any(u)?,
        };
        let name = if u.arbitrary()? { (*u.choose(&FIELDS)?).to_owned() } else { u.arbitrary::<String>()? };
        fields.insert(name, value);
    }
    let forwarded: &str = u.arbitrary()?;
    let headers = [("Content-Type", *u.choose(&CONTENT_TYPES)?), ("X-Forwarded-For", forwarded)];
    let text = if u.arbitrary()? { Value::from(fields).to_string() } else { form(u, &fields)? };
    let mut bytes = text.into_bytes();
    if u.arbitrary()? {
        bytes.truncate(u.int_in_range(0..=bytes.len())?);
    }
    body(&headers, &bytes);
    Ok(())
}

fn form(u: &mut Unstructured<'_>, fields: &Map<String, Value>) -> Result<String> {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in fields {
        let path = if u.arbitrary()? { format!("{name}[{}]", u.arbitrary::<&str>()?) } else { name.clone() };
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        form.append_pair(&path, &text);
    }
    Ok(form.finish())
}

fn body(headers: &[(&str, &str)], bytes: &[u8]) {
    let key = Secret::new(KEYS[0]);
    let read = parse_webhook(headers, bytes, Some(&key));
    assert_eq!(read, parse_webhook(headers, bytes, Some(&key)), "the same bytes were read in two ways");
    match read {
        Ok(notice) => read_notice(headers, bytes, &notice),
        Err(Violation { field, rule }) => {
            assert!(field == "body" || field == "headers", "{field}");
            assert_secret(&rule);
        }
    }
}

fn read_notice(headers: &[(&str, &str)], bytes: &[u8], notice: &WebhookNotice) {
    assert!(notice.receipt_id.is_some() || notice.webhook_type.is_some());
    let raw: Value = serde_json::from_str(notice.raw.text()).expect("raw is JSON");
    assert!(raw.is_object() && raw == *notice.raw);
    assert_eq!(restore_webhook(&notice.serialized).as_ref(), Ok(notice));
    let facts = notice.serialized.split('.').nth(1).expect("three parts");
    let facts = BASE64_URL_SAFE_NO_PAD.decode(facts).expect("base64");
    assert_secret(str::from_utf8(&facts).expect("JSON"));
    assert_secret(&serde_json::to_string(notice).expect("a notice can be written"));
    assert_secret(&format!("{notice:?}"));
    assert_secret(&raw.to_string());
    // Without a key to compare with, the notice is the same as far as it has nothing to do with it.
    let unchecked = parse_webhook(headers, bytes, None).expect("it was read");
    let is_absent = notice.private_key == PrivateKeyCheck::Absent;
    assert_eq!(unchecked.private_key == PrivateKeyCheck::Absent, is_absent);
    assert_eq!(unchecked.format, notice.format);
}

/// Only the merchant's key is known to be one wherever it stands; another one is where it was sent as one.
fn assert_secret(text: &str) {
    assert!(!text.contains(KEYS[0]), "{text}");
}
