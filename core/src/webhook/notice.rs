//! Reads a webhook's request, and never fails for what is new in it.

use std::{borrow::Cow, cell::Cell};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use subtle::ConstantTimeEq;

use super::form;
use crate::{
    check::Violation,
    model::{Method, PrivateKeyCheck, Status, WebhookFormat, WebhookKind, WebhookNotice},
    value::{Json, MASK, Seal, Secret, Unsealed},
    wire::{self, Field, Fields, items, lenient_integer, members, minor_units, string, written},
};

/// The most bytes of a body. Bootpay's have a few thousand.
const LARGEST: usize = 1 << 20;
/// Shorter than any real key: redacted wherever it stands, it would make the notice unreadable.
const SHORT_KEY: usize = 8;

const PRIVATE_KEY: &str = "private_key";
/// The fields that are read. None of them, nor the private key, may come twice.
const NAMES: &[&str] = &[
    "receipt_id",
    "order_id",
    "webhook_type",
    "status",
    "price",
    "cancelled_price",
    "currency",
    "unit",
    "application_id",
    "sandbox",
    "retry_count",
    "escrow_webhook",
    "method_symbol",
    "method",
];
/// Names that only one generation has.
const FIRST: &[&str] = &[
    PRIVATE_KEY,
    "payment_data",
    "retry_count",
    "name",
    "item_name",
    "unit",
    "pg_name",
    "method_name",
    "payment_name",
    "payment_group",
];
const SECOND: &[&str] = &[
    "cancelled_price",
    "cancelled_tax_free",
    "company_name",
    "currency",
    "gateway_url",
    "metadata",
    "method_origin",
    "method_origin_symbol",
    "method_symbol",
    "order_name",
    "sandbox",
    "status_locale",
];

const SEAL: Seal = Seal { kind: "bootpay-webhook-", version: 1 };

/// A notice without what follows from its body.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    format: WebhookFormat,
    private_key: PrivateKeyCheck,
    forwarded_for: Vec<String>,
    raw: String,
}

/// The notice of a request. The private key of its body is compared with the client's and dropped.
pub fn parse<'h>(
    headers: impl IntoIterator<Item = (&'h str, &'h str)>,
    body: &[u8],
    private_key: Option<&Secret>,
) -> Result<WebhookNotice, Violation> {
    let head = Head::read(headers)?;
    let text = text(body).map_err(|wrong| head.explain(wrong, body))?;
    let is_form = match head.media {
        _ if text.starts_with('{') => false,
        Media::Json => false,
        Media::Form => true,
        Media::Other => !text.starts_with(['[', '"']),
    };
    let body = if is_form { Raw::of_form(text) } else { Raw::of_json(text) }.map_err(in_body)?;
    let check = compare(body.private_key.as_ref(), private_key);
    let secrets: Vec<&str> =
        body.private_key.iter().chain(private_key).map(Secret::expose).filter(|key| key.len() >= SHORT_KEY).collect();
    let raw = cleaned(&body.json, &secrets).map_err(in_body)?;
    let forwarded_for = head.forwarded_for.iter().map(|address| redacted(address, &secrets).into_owned()).collect();
    let format = body.format;
    notice(Facts { format, private_key: check, forwarded_for, raw }).map_err(in_body)
}

/// The notice of a `serialized`, or the rule that the text breaks.
pub fn restore(serialized: &str) -> Result<WebhookNotice, &'static str> {
    const ALTERED: &str = "must be a notice's unchanged `serialized`: this one was truncated or altered";
    let json = SEAL.open(serialized).map_err(|error| match error {
        Unsealed::OtherVersion => "must be of a version that this library knows: another version serialized it",
        Unsealed::Altered => ALTERED,
    })?;
    let facts: Facts = serde_json::from_slice(&json).map_err(|_| ALTERED)?;
    let raw = Raw::of_json(&facts.raw).map_err(|_| ALTERED)?;
    // What was serialized has no private key.
    if raw.private_key.is_some() || cleaned(&facts.raw, &[]).map_err(|_| ALTERED)? != facts.raw {
        return Err(ALTERED);
    }
    let notice = notice(facts).map_err(|_| ALTERED)?;
    if notice.serialized == serialized { Ok(notice) } else { Err(ALTERED) }
}

fn in_body(rule: impl Into<String>) -> Violation {
    Violation::new("body", rule)
}

enum Media {
    Form,
    Json,
    Other,
}

/// The headers that count.
struct Head {
    media: Media,
    is_encoded: bool,
    forwarded_for: Vec<String>,
}

impl Head {
    fn read<'h>(headers: impl IntoIterator<Item = (&'h str, &'h str)>) -> Result<Self, Violation> {
        let (mut content_type, mut is_encoded, mut forwarded_for) = (None, false, vec![]);
        for (name, value) in headers {
            if name.eq_ignore_ascii_case("content-type") {
                if content_type.is_some_and(|before| before != value) {
                    return Err(Violation::new("headers", "must not have two Content-Types"));
                }
                content_type = Some(value);
            } else if name.eq_ignore_ascii_case("content-encoding") {
                is_encoded |= !matches!(value.trim(), "" | "identity");
            } else if name.eq_ignore_ascii_case("x-forwarded-for") && !value.trim().is_empty() {
                forwarded_for.extend(value.split(',').map(|address| address.trim().to_owned()));
            }
        }
        Ok(Self { media: content_type.map_or(Ok(Media::Other), media)?, is_encoded, forwarded_for })
    }

    /// The header counts only where the body is no text: a framework that decompresses may leave it there.
    fn explain(&self, wrong: Violation, body: &[u8]) -> Violation {
        if self.is_encoded && body.len() <= LARGEST && str::from_utf8(body).is_err() {
            let rule = "must not have a Content-Encoding with the body still compressed: have the framework decompress it; Bootpay is not known to compress";
            return Violation::new("headers", rule);
        }
        wrong
    }
}

fn media(content_type: &str) -> Result<Media, Violation> {
    let mut parts = content_type.split(';');
    let essence = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
    for parameter in parts {
        let Some((name, value)) = parameter.split_once('=') else { continue };
        let charset = value.trim().trim_matches('"').to_ascii_lowercase();
        let is_known = matches!(&*charset, "" | "utf-8" | "utf8" | "us-ascii");
        if name.trim().eq_ignore_ascii_case("charset") && !is_known {
            let rule = "must have the charset UTF-8 in its Content-Type: no text of Bootpay is in another one";
            return Err(Violation::new("headers", rule));
        }
    }
    if essence.starts_with("multipart/") {
        let rule = "must have a Content-Type of JSON or of a form (urlencoded): Bootpay sends no multipart";
        return Err(Violation::new("headers", rule));
    }
    Ok(match &*essence {
        "application/x-www-form-urlencoded" => Media::Form,
        json if json == "application/json" || json == "text/json" || json.ends_with("+json") => Media::Json,
        _ => Media::Other,
    })
}

/// The text of a body, without blanks around it.
fn text(body: &[u8]) -> Result<&str, Violation> {
    let rule = if body.len() > LARGEST {
        return Err(in_body(format!(
            "must be at most 1 MiB; it has {} bytes, and Bootpay's have a few thousand",
            body.len()
        )));
    } else if body.starts_with(&[0x1f, 0x8b]) {
        "must be decompressed: this is gzip, which Bootpay is not known to send, and which a framework or a proxy must undo"
    } else if body.starts_with(&[0xef, 0xbb, 0xbf]) {
        "must not begin with a byte order mark"
    } else if body.contains(&0) {
        "must not contain NUL"
    } else if let Ok(text) = str::from_utf8(body) {
        let text = text.trim_matches([' ', '\t', '\r', '\n']);
        if !text.is_empty() {
            return Ok(text);
        }
        "must not be empty: hand over the raw body, before any parser consumes it"
    } else {
        "must be UTF-8, and not compressed: hand over the bytes as Bootpay sent them"
    };
    Err(in_body(rule))
}

/// A body as JSON, with the private key apart.
struct Raw<'a> {
    json: Cow<'a, str>,
    format: WebhookFormat,
    private_key: Option<Secret>,
}

impl<'a> Raw<'a> {
    fn of_form(text: &str) -> Result<Self, String> {
        let fields: Vec<(String, String)> = form::pairs(text).collect::<Result<_, _>>()?;
        if fields.iter().any(|(name, _)| name.contains('\0')) {
            return Err("must not contain NUL in a name".into());
        }
        let names = || fields.iter().map(|(name, _)| form::names(name).next().unwrap_or_default());
        let format = format(&names(), true);
        let whole = || fields.iter().map(|(name, _)| name.as_str());
        once(whole())?;
        let key = fields.iter().find(|(name, _)| name == PRIVATE_KEY).map(|(_, value)| value);
        let private_key = key.filter(|key| !key.is_empty()).map(Secret::new);
        let is_public = |(name, _): &(String, String)| !form::names(name).any(is_private_key);
        let object = form::object(fields.into_iter().filter(is_public))?;
        Ok(Self { json: Value::from(object).to_string().into(), format, private_key })
    }

    fn of_json(json: &'a str) -> Result<Self, String> {
        if depth(json) > form::DEEPEST {
            return Err("must not be nested more than 100 deep".into());
        }
        wire::check(json, &[], &mut []).map_err(|_| "must be the JSON that Bootpay sent, whole and unchanged")?;
        let names: Vec<Cow<'_, str>> = members(json).ok_or("must be a JSON object")?.map(|(name, _)| name).collect();
        let names = || names.iter().map(AsRef::as_ref);
        once(names())?;
        let private_key = wire::field(json, PRIVATE_KEY).map(|key| Secret::new(written(key).unwrap_or_default()));
        // Of another type it is no key, and differs from any.
        let private_key =
            private_key.filter(|key| !key.expose().is_empty() || wire::field(json, PRIVATE_KEY) != Some("\"\""));
        Ok(Self { json: json.into(), format: format(&names(), false), private_key })
    }
}

/// Refuses two values of a field that is read.
fn once<'n>(names: impl Iterator<Item = &'n str>) -> Result<(), String> {
    let mut seen = [false; NAMES.len() + 1];
    for name in names {
        let at = if name == PRIVATE_KEY { Some(NAMES.len()) } else { NAMES.iter().position(|known| *known == name) };
        if at.is_some_and(|at| std::mem::replace(&mut seen[at], true)) {
            return Err(format!("must not have two values of {name}"));
        }
    }
    Ok(())
}

fn format<'n>(names: &(impl Iterator<Item = &'n str> + Clone), is_form: bool) -> WebhookFormat {
    let has = |known: &[&str]| names.clone().filter(|name| known.contains(name)).count();
    let (first, second) = (has(FIRST), has(SECOND));
    let is_second = has(&["webhook_type"]) > 0 || second > first || (second == first && !is_form);
    match (is_second, is_form) {
        (true, _) => WebhookFormat::V2,
        (false, true) => WebhookFormat::V1Form,
        (false, false) => WebhookFormat::V1Json,
    }
}

fn is_private_key(name: &str) -> bool {
    name.eq_ignore_ascii_case(PRIVATE_KEY)
}

fn compare(sent: Option<&Secret>, own: Option<&Secret>) -> PrivateKeyCheck {
    match (sent, own) {
        (None, _) => PrivateKeyCheck::Absent,
        (Some(_), None) => PrivateKeyCheck::Unchecked,
        (Some(sent), Some(own)) if bool::from(sent.expose().as_bytes().ct_eq(own.expose().as_bytes())) => {
            PrivateKeyCheck::Matches
        }
        _ => PrivateKeyCheck::Differs,
    }
}

/// The levels of objects and lists, of text that may not be JSON.
fn depth(json: &str) -> usize {
    let (mut now, mut most, mut in_string, mut escaped) = (0_usize, 0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_string,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => {
                now += 1;
                most = most.max(now);
            }
            b'}' | b']' => now = now.saturating_sub(1),
            _ => {}
        }
    }
    most
}

fn redacted<'t>(text: &'t str, secrets: &[&str]) -> Cow<'t, str> {
    secrets.iter().fold(
        text.into(),
        |text: Cow<'t, str>, secret| {
            if text.contains(secret) { text.replace(secret, MASK).into() } else { text }
        },
    )
}

/// The JSON without fields named like the private key and without keys anywhere else; the same text where there
/// are none. Refuses names that would change the prototype of an object in JavaScript.
fn cleaned(json: &str, secrets: &[&str]) -> Result<String, &'static str> {
    let changed = Cell::new(false);
    let mut clean = String::with_capacity(json.len());
    clean_into(&mut clean, json, secrets, &changed)?;
    Ok(if changed.get() { clean } else { json.to_owned() })
}

fn clean_into(clean: &mut String, json: &str, secrets: &[&str], changed: &Cell<bool>) -> Result<(), &'static str> {
    let mut is_first = true;
    let mut separate = |clean: &mut String| {
        if !std::mem::replace(&mut is_first, false) {
            clean.push(',');
        }
    };
    if let Some(members) = members(json) {
        clean.push('{');
        for (name, value) in members {
            if name == "__proto__" {
                return Err("must not have a field named __proto__");
            }
            if name.contains('\0') {
                return Err("must not contain NUL in a name");
            }
            if is_private_key(&name) {
                changed.set(true);
                continue;
            }
            separate(clean);
            clean_text(clean, &name, secrets, changed);
            clean.push(':');
            clean_into(clean, value, secrets, changed)?;
        }
        clean.push('}');
    } else if let Some(items) = items(json) {
        clean.push('[');
        for item in items {
            separate(clean);
            clean_into(clean, item, secrets, changed)?;
        }
        clean.push(']');
    } else if let Some(text) = string(json).filter(|text| !secrets.is_empty() && redacted(text, secrets) != *text) {
        clean_text(clean, &text, secrets, changed);
    } else {
        clean.push_str(json);
    }
    Ok(())
}

fn clean_text(clean: &mut String, text: &str, secrets: &[&str], changed: &Cell<bool>) {
    let redacted = redacted(text, secrets);
    if redacted != text {
        changed.set(true);
    }
    clean.push_str(&Value::from(redacted).to_string());
}

/// Reads the fields of a body that is known to be an object.
fn notice(facts: Facts) -> Result<WebhookNotice, String> {
    let mut values = [const { None }; NAMES.len()];
    let fields = Fields::of(&facts.raw, NAMES, &mut values, |_| Ok(()))?;
    let receipt_id = match fields.get("receipt_id") {
        Some(json) if written(json).is_none() || json.starts_with(['t', 'f']) => {
            return Err("must have text as receipt_id".into());
        }
        _ => text_of(&fields, "receipt_id")?,
    };
    let (order_id, webhook_type) = (text_of(&fields, "order_id")?, text_of(&fields, "webhook_type")?);
    if receipt_id.is_none() && webhook_type.is_none() {
        return Err("must name a receipt_id or a webhook_type, as every webhook of Bootpay does".into());
    }
    let currency = ["currency", "unit"].iter().find_map(|name| text_of(&fields, name).ok().flatten());
    let currency = currency.map_or_else(|| "KRW".to_owned(), |currency| currency.to_ascii_uppercase());
    let amount = |name| fields.get(name).and_then(|json| minor_units(json, &currency)).filter(|amount| *amount >= 0);
    let (price, cancelled_price) = (amount("price"), amount("cancelled_price"));
    let status = fields.get("status").and_then(status);
    let kind = kind(&fields, webhook_type.as_deref(), status.as_ref(), (price, cancelled_price));
    let serialized = SEAL.seal(&serde_json::to_vec(&facts).expect("texts"));
    Ok(WebhookNotice {
        format: facts.format,
        kind,
        webhook_type,
        receipt_id,
        order_id,
        status_code: status.as_ref().and_then(Status::code),
        status,
        price,
        cancelled_price,
        application_id: text_of(&fields, "application_id")?,
        sandbox: fields.get("sandbox").and_then(bool::lenient),
        retry_count: fields.get("retry_count").and_then(lenient_integer),
        private_key: facts.private_key,
        forwarded_for: facts.forwarded_for,
        raw: Json::checked(&facts.raw),
        serialized,
    })
}

/// The text of a field; none where it is empty, as a form writes null. Fails for text that no database keeps.
fn text_of(fields: &Fields<'_, '_>, name: &str) -> Result<Option<String>, String> {
    let Some(json) = fields.get(name) else { return Ok(None) };
    let is_whole = json.bytes().all(|byte| byte.is_ascii_digit());
    // Digits stay as they are, however many they are.
    let text = if is_whole { Some(Cow::from(json)) } else { written(json) };
    let text = text.filter(|text| !text.is_empty());
    if text.as_ref().is_some_and(|text| text.contains('\0')) {
        return Err(format!("must not contain NUL in {name}"));
    }
    Ok(text.map(Cow::into_owned))
}

fn status(json: &str) -> Option<Status> {
    let is_empty = string(json).is_some_and(|text| text.trim().is_empty());
    if is_empty { None } else { Status::lenient(json) }
}

fn kind(
    fields: &Fields<'_, '_>,
    webhook_type: Option<&str>,
    status: Option<&Status>,
    (price, cancelled_price): (Option<i64>, Option<i64>),
) -> WebhookKind {
    let is_identity = ["method_symbol", "method"]
        .iter()
        .any(|name| fields.get(name).and_then(Method::lenient) == Some(Method::Identity));
    let paid = || {
        if fields.get("escrow_webhook").and_then(bool::lenient) == Some(true) {
            WebhookKind::EscrowDecided
        } else if is_identity {
            WebhookKind::IdentityVerified
        } else {
            WebhookKind::Paid
        }
    };
    let is_part =
        cancelled_price.is_some_and(|cancelled| cancelled > 0 && price.is_some_and(|price| cancelled < price));
    if let Some(webhook_type) = webhook_type {
        return match webhook_type {
            "PAYMENT_COMPLETED" => paid(),
            "PAYMENT_VIRTUAL_ACCOUNT_ISSUED" => WebhookKind::VirtualAccountIssued,
            "PAYMENT_CANCELLED" => WebhookKind::Cancelled,
            "PAYMENT_PARTIAL_CANCELLED" => WebhookKind::PartiallyCancelled,
            "PAYMENT_EXPIRED" => WebhookKind::Expired,
            "PAYMENT_REQUEST_FAILED" => WebhookKind::RequestFailed,
            "PAYMENT_CONFIRM_FAILED" => WebhookKind::ConfirmFailed,
            "PAYMENT_CANCEL_FAILED" => WebhookKind::CancelFailed,
            "ERROR" => WebhookKind::Failed,
            other => WebhookKind::Unknown { value: other.to_owned() },
        };
    }
    match status {
        Some(Status::Paid | Status::Cancelled) if is_part => WebhookKind::PartiallyCancelled,
        Some(Status::Paid) => paid(),
        Some(Status::Cancelled) => WebhookKind::Cancelled,
        Some(Status::VirtualAccountIssued) => WebhookKind::VirtualAccountIssued,
        Some(Status::IdentityVerified) => WebhookKind::IdentityVerified,
        Some(Status::BillingKeyIssued) => WebhookKind::BillingKeyIssued,
        Some(Status::Expired) => WebhookKind::Expired,
        Some(Status::RequestFailed) => WebhookKind::RequestFailed,
        Some(Status::ApprovalFailed) => WebhookKind::ConfirmFailed,
        Some(Status::CancelFailed) => WebhookKind::CancelFailed,
        Some(Status::Failed) => WebhookKind::Failed,
        Some(other) => WebhookKind::Unknown { value: other.symbol().to_owned() },
        None => WebhookKind::Unknown { value: "unknown".to_owned() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    const FORM: &str = "application/x-www-form-urlencoded; charset=utf-8";
    const JSON: &str = "application/json; charset=utf-8";
    const KEY: &str = "pm+marker/Key/0123456789abcdef==";

    fn read(content_type: &str, body: impl AsRef<[u8]>) -> Result<WebhookNotice, Violation> {
        parse([("Content-Type", content_type)], body.as_ref(), Some(&Secret::new(KEY)))
    }

    fn read_json(body: &Value) -> WebhookNotice {
        read(JSON, body.to_string()).unwrap()
    }

    fn refused(content_type: &str, body: impl AsRef<[u8]>) -> String {
        let wrong = read(content_type, body).unwrap_err();
        format!("{} {}", wrong.field, wrong.rule)
    }

    #[test]
    fn a_form_of_the_first_generation_is_read() {
        let key = KEY.replace('+', "%2B").replace('/', "%2F");
        let body = format!(
            "receipt_id=5b8f6a4d396fa665fdc2b5e8&order_id=o%20%EA%B0%80&price=3000&status=1&unit=krw&retry_count=2\
             &application_id=59a7&private_key={key}&payment_data%5Bcard_name%5D=%EA%B5%AD%EB%AF%BC&payment_data[g]=2\
             &purchased_at=2018-09-05+13%3A36%3A29&name=a+b"
        );
        let notice = read(FORM, body).unwrap();
        assert_eq!((notice.format, &notice.kind), (WebhookFormat::V1Form, &WebhookKind::Paid));
        assert_eq!(
            (notice.receipt_id.as_deref(), notice.order_id.as_deref()),
            (Some("5b8f6a4d396fa665fdc2b5e8"), Some("o 가"))
        );
        assert_eq!((notice.status, notice.status_code), (Some(Status::Paid), Some(1)));
        assert_eq!((notice.price, notice.cancelled_price, notice.retry_count), (Some(3000), None, Some(2)));
        assert_eq!((notice.application_id.as_deref(), notice.webhook_type), (Some("59a7"), None));
        assert_eq!(notice.private_key, PrivateKeyCheck::Matches);
        let raw = json!({
            "receipt_id": "5b8f6a4d396fa665fdc2b5e8", "order_id": "o 가", "price": "3000", "status": "1", "unit": "krw",
            "retry_count": "2", "application_id": "59a7", "payment_data": { "card_name": "국민", "g": "2" },
            "purchased_at": "2018-09-05 13:36:29", "name": "a b",
        });
        assert_eq!(*notice.raw, raw);
    }

    #[test]
    fn json_keeps_its_text_to_the_last_digit() {
        let body = r#" {"webhook_type":"PAYMENT_COMPLETED", "receipt_id":"r-1","price":15000.0,"new":12345678901234567890123,"status":"1","metadata":{"a":[1.10]}}
"#;
        let notice = read(JSON, body).unwrap();
        assert_eq!((notice.format, notice.price, notice.status), (WebhookFormat::V2, Some(15_000), Some(Status::Paid)));
        assert_eq!(notice.raw.text(), body.trim());
        assert_eq!(notice.private_key, PrivateKeyCheck::Absent);
        // Without the key, all other texts stay as they are.
        let body = r#"{"receipt_id":12345678901234567890123,"private_key":"x","payment_data":{"a":1.10,"PRIVATE_KEY":1},"l":[{"private_key":2}]}"#;
        let notice = read(JSON, body).unwrap();
        assert_eq!(notice.raw.text(), r#"{"receipt_id":12345678901234567890123,"payment_data":{"a":1.10},"l":[{}]}"#);
        assert_eq!(notice.receipt_id.as_deref(), Some("12345678901234567890123"));
        assert_eq!((notice.format, notice.private_key), (WebhookFormat::V1Json, PrivateKeyCheck::Differs));
    }

    #[test]
    fn the_kind_is_of_the_type_or_else_of_the_status() {
        let unknown = |value: &str| WebhookKind::Unknown { value: value.to_owned() };
        for (body, kind) in [
            (json!({ "webhook_type": "PAYMENT_COMPLETED", "status": 1 }), WebhookKind::Paid),
            (
                json!({ "webhook_type": "PAYMENT_VIRTUAL_ACCOUNT_ISSUED", "status": 5 }),
                WebhookKind::VirtualAccountIssued,
            ),
            (json!({ "webhook_type": "PAYMENT_CANCELLED", "status": 20 }), WebhookKind::Cancelled),
            (json!({ "webhook_type": "PAYMENT_PARTIAL_CANCELLED", "status": 1 }), WebhookKind::PartiallyCancelled),
            (json!({ "webhook_type": "PAYMENT_EXPIRED" }), WebhookKind::Expired),
            (json!({ "webhook_type": "PAYMENT_CONFIRM_FAILED", "status": -2 }), WebhookKind::ConfirmFailed),
            (json!({ "webhook_type": "PAYMENT_CANCEL_FAILED", "status": 1 }), WebhookKind::CancelFailed),
            (json!({ "webhook_type": "PAYMENT_REQUEST_FAILED", "data": {} }), WebhookKind::RequestFailed),
            (json!({ "webhook_type": "ERROR", "status": null }), WebhookKind::Failed),
            (json!({ "webhook_type": "PAYMENT_SETTLED", "status": 1 }), unknown("PAYMENT_SETTLED")),
            (json!({ "webhook_type": "PAYMENT_COMPLETED", "escrow_webhook": "true" }), WebhookKind::EscrowDecided),
            (json!({ "webhook_type": "PAYMENT_CANCELLED", "escrow_webhook": true }), WebhookKind::Cancelled),
            (json!({ "webhook_type": "PAYMENT_COMPLETED", "method_symbol": "auth" }), WebhookKind::IdentityVerified),
            (json!({ "receipt_id": "r", "status": 12 }), WebhookKind::IdentityVerified),
            (json!({ "receipt_id": "r", "status": 11 }), WebhookKind::BillingKeyIssued),
            (json!({ "receipt_id": "r", "status": "20", "price": "1000" }), WebhookKind::Cancelled),
            (
                json!({ "receipt_id": "r", "status": 20, "price": 1000, "cancelled_price": 999 }),
                WebhookKind::PartiallyCancelled,
            ),
            (
                json!({ "receipt_id": "r", "status": 1, "price": 1000, "cancelled_price": 1 }),
                WebhookKind::PartiallyCancelled,
            ),
            (json!({ "receipt_id": "r", "status": 1, "price": 1000, "cancelled_price": 0 }), WebhookKind::Paid),
            (json!({ "receipt_id": "r", "status": -20 }), WebhookKind::CancelFailed),
            (json!({ "receipt_id": "r", "status": -10 }), WebhookKind::Expired),
            (json!({ "receipt_id": "r", "status": 2 }), unknown("waiting_confirm")),
            (json!({ "receipt_id": "r", "status": 99 }), unknown("99")),
            (json!({ "receipt_id": "r", "status": { "code": 1 } }), unknown("unknown")),
            (json!({ "receipt_id": "r", "status": "" }), unknown("unknown")),
        ] {
            assert_eq!(read_json(&body).kind, kind, "{body}");
        }
    }

    #[test]
    fn the_format_decides_the_acknowledgement() {
        for (content_type, body, format) in [
            (JSON, r#"{"webhook_type":"ERROR","retry_count":1,"private_key":"","name":"a"}"#, WebhookFormat::V2),
            (FORM, "webhook_type=PAYMENT_COMPLETED&receipt_id=r&order_name=a&cancelled_price=0", WebhookFormat::V2),
            // Made with an SDK older than 5.0.
            (JSON, r#"{"receipt_id":"r","status":1,"order_name":"a","cancelled_price":0}"#, WebhookFormat::V2),
            (FORM, "receipt_id=r&status=1&order_name=a&cancelled_price=0&metadata[a]=1", WebhookFormat::V2),
            (JSON, r#"{"receipt_id":"r","status":1,"item_name":"a","payment_data":{}}"#, WebhookFormat::V1Json),
            (FORM, "receipt_id=r&status=1&name=a&payment_data[tid]=1", WebhookFormat::V1Form),
            (FORM, "receipt_id=r", WebhookFormat::V1Form),
            (JSON, r#"{"receipt_id":"r"}"#, WebhookFormat::V2),
        ] {
            assert_eq!(read(content_type, body).unwrap().format, format, "{body}");
        }
    }

    #[test]
    fn the_body_tells_its_form_where_the_header_does_not() {
        for content_type in ["", "text/plain", "application/octet-stream", FORM] {
            assert_eq!(
                read(content_type, r#"{"receipt_id":"r"}"#).unwrap().format,
                WebhookFormat::V2,
                "{content_type}"
            );
            assert_eq!(read(content_type, "receipt_id=r").unwrap().format, WebhookFormat::V1Form, "{content_type}");
        }
        let notice = parse([], b"receipt_id=r", None).unwrap();
        assert_eq!((notice.receipt_id.as_deref(), notice.forwarded_for.len()), (Some("r"), 0));
        for content_type in
            ["Application/JSON", "application/vnd.api+json;charset=\"UTF-8\"", "application/json; a; charset="]
        {
            assert!(read(content_type, r#"{"receipt_id":"r"}"#).is_ok(), "{content_type}");
        }
    }

    #[test]
    fn odd_values_are_absent_and_stay_in_raw() {
        let body = json!({
            "receipt_id": "r", "order_id": { "id": 1 }, "webhook_type": ["x"], "status": "soon", "price": "1,000",
            "cancelled_price": -5, "currency": null, "application_id": null, "sandbox": "maybe", "retry_count": 1.5,
        });
        let notice = read_json(&body);
        assert_eq!((notice.order_id, notice.webhook_type, notice.application_id), (None, None, None));
        assert_eq!(
            (notice.price, notice.cancelled_price, notice.sandbox, notice.retry_count),
            (None, None, None, None)
        );
        assert_eq!((notice.status, notice.status_code), (Some(Status::Unknown { value: "soon".into() }), None));
        assert_eq!(*notice.raw, body);
        let notice = read_json(&json!({
            "receipt_id": "r", "order_id": 77, "status": "결제완료", "price": "12.5", "currency": "usd",
            "cancelled_price": 1e1, "sandbox": "1", "retry_count": "3.0", "price2": 1,
        }));
        assert_eq!((notice.order_id.as_deref(), notice.status_code), (Some("77"), Some(1)));
        assert_eq!((notice.price, notice.cancelled_price), (Some(1250), Some(1000)));
        assert_eq!((notice.sandbox, notice.retry_count), (Some(true), Some(3)));
    }

    #[test]
    fn what_is_no_webhook_says_why() {
        let deep = |depth| format!(r#"{{"receipt_id":"r","a":{}1{}}}"#, "[".repeat(depth), "]".repeat(depth));
        assert!(read(JSON, deep(99)).is_ok());
        let large = |length| format!("receipt_id=r&a={}", "a".repeat(length));
        assert!(read(FORM, large(1_048_576 - 15)).is_ok());
        for (content_type, body, rule) in [
            (JSON, "", "body must not be empty"),
            (FORM, " \r\n", "body must not be empty"),
            (JSON, "\u{feff}{\"receipt_id\":\"r\"}", "byte order mark"),
            (JSON, "{\"receipt_id\":\"r\0\"}", "NUL"),
            (JSON, r#"{"receipt_id":"r\u0000"}"#, "NUL in receipt_id"),
            (JSON, r#"{"receipt_id":"r","\u0000":1}"#, "NUL in a name"),
            (FORM, "receipt_id=r&order_id=%00", "NUL in order_id"),
            (FORM, "receipt_id=r&a%00=1", "NUL in a name"),
            (JSON, &large(1_048_576 - 14), "at most 1 MiB; it has 1048577 bytes"),
            (JSON, &large(10 << 20), "at most 1 MiB"),
            (JSON, &deep(100), "nested more than 100 deep"),
            (JSON, &"[".repeat(1_000_000), "nested more than 100 deep"),
            (FORM, &format!("receipt_id=r&a{}=1", "[b]".repeat(100)), "nested more than 100 deep"),
            (JSON, "null", "a JSON object"),
            (JSON, "[{\"receipt_id\":\"r\"}]", "a JSON object"),
            (JSON, "\"receipt_id=r\"", "a JSON object"),
            ("", "[object Object]", "must be the JSON"),
            (JSON, "{\"receipt_id\":\"r\"", "must be the JSON"),
            (JSON, "{\"receipt_id\":\"r\"}{}", "must be the JSON"),
            (JSON, "receipt_id=r", "must be the JSON"),
            (JSON, "{}", "receipt_id or a webhook_type"),
            (JSON, r#"{"order_id":"o-1","status":1}"#, "receipt_id or a webhook_type"),
            (JSON, r#"{"receipt_id":null,"webhook_type":""}"#, "receipt_id or a webhook_type"),
            (FORM, "receipt_id=", "receipt_id or a webhook_type"),
            (FORM, "hello", "receipt_id or a webhook_type"),
            (JSON, r#"{"receipt_id":{"$ne":1}}"#, "text as receipt_id"),
            (JSON, r#"{"receipt_id":["r"],"webhook_type":"ERROR"}"#, "text as receipt_id"),
            (JSON, r#"{"receipt_id":true}"#, "text as receipt_id"),
            (FORM, "receipt_id[$ne]=1", "text as receipt_id"),
            (FORM, "receipt_id[]=r", "text as receipt_id"),
            (FORM, "receipt_id=a&receipt_id=b", "two values of receipt_id"),
            (FORM, "receipt_id=a&price=1&price=2", "two values of price"),
            (FORM, "receipt_id=a&private_key=1&private_key=2", "two values of private_key"),
            (JSON, r#"{"receipt_id":"a","receipt_\u0069d":"b"}"#, "two values of receipt_id"),
            (FORM, "receipt_id=r&a=1&a[b]=2", "both text and an object"),
            (FORM, "receipt_id=r&order_id=%EA%B0", "percent-encoding"),
            (JSON, r#"{"receipt_id":"r","metadata":{"__proto__":{}}}"#, "__proto__"),
            (FORM, "receipt_id=r&metadata[__proto__][a]=1", "__proto__"),
            ("application/json; charset=euc-kr", "{\"receipt_id\":\"r\"}", "headers must have the charset UTF-8"),
            ("multipart/form-data; boundary=a", "--a", "no multipart"),
        ] {
            let found = refused(content_type, body);
            assert!(found.contains(rule), "{content_type} {body:.60}: {found}");
        }
        assert!(refused(JSON, [0x1f, 0x8b, 8, 0]).contains("gzip"));
        let encoded = |body: &[u8]| parse([("content-type", JSON), ("Content-Encoding", "br")], body, None);
        assert_eq!(encoded(&[0x1f, 0x8b, 8, 0]).unwrap_err().field, "headers");
        assert_eq!(encoded(b"").unwrap_err().field, "body");
        // It was decompressed, and the header left there.
        assert!(encoded(br#"{"receipt_id":"r"}"#).is_ok());
        assert!(refused(FORM, b"receipt_id=r&name=\xb0\xa1").contains("must be UTF-8"));
        let two = parse([("content-type", JSON), ("CONTENT-TYPE", FORM)], b"receipt_id=r", None).unwrap_err();
        assert_eq!((two.field.as_str(), two.rule.as_str()), ("headers", "must not have two Content-Types"));
        assert!(parse([("content-type", JSON), ("content-type", JSON)], br#"{"receipt_id":"r"}"#, None).is_ok());
    }

    #[test]
    fn the_private_key_is_compared_and_dropped() {
        let compared = |sent: Value, own: Option<&str>| {
            let body = json!({ "receipt_id": "r", "private_key": sent }).to_string();
            parse([("content-type", JSON)], body.as_bytes(), own.map(Secret::new).as_ref()).unwrap().private_key
        };
        assert_eq!(compared(KEY.into(), Some(KEY)), PrivateKeyCheck::Matches);
        assert_eq!(compared(KEY[1..].into(), Some(KEY)), PrivateKeyCheck::Differs);
        assert_eq!(compared(json!([KEY]), Some(KEY)), PrivateKeyCheck::Differs);
        assert_eq!(compared(77.into(), Some("77")), PrivateKeyCheck::Matches);
        assert_eq!(compared(KEY.into(), None), PrivateKeyCheck::Unchecked);
        assert_eq!(compared("".into(), Some(KEY)), PrivateKeyCheck::Absent);
        assert_eq!(compared(Value::Null, Some(KEY)), PrivateKeyCheck::Absent);
    }

    #[test]
    fn no_private_key_is_anywhere_in_a_notice() {
        const OTHER: &str = "another-projects-key";
        let body = json!({
            "receipt_id": "r", "private_key": OTHER, "order_id": format!("o {KEY}"), "payment_data": { "private_key": KEY },
            "metadata": [format!("{OTHER} {KEY}"), { KEY: 1, "a": OTHER }],
        });
        let headers = [("content-type", JSON), ("x-forwarded-for", KEY)];
        let notice = parse(headers, body.to_string().as_bytes(), Some(&Secret::new(KEY))).unwrap();
        let sealed = String::from_utf8(SEAL.open(&notice.serialized).unwrap()).unwrap();
        let json = serde_json::to_string(&notice).unwrap();
        for text in [format!("{notice:?}"), json, sealed, notice.raw.text().to_owned()] {
            assert!(!text.contains("marker") && !text.contains("another-projects"), "{text}");
        }
        assert_eq!((notice.order_id.as_deref(), &notice.forwarded_for[..]), (Some("o •••"), &["•••".to_owned()][..]));
        assert_eq!(notice.raw["metadata"], json!(["••• •••", { "•••": 1, "a": "•••" }]));
        let wrong = refused(JSON, json!({ "private_key": KEY, "a": KEY }).to_string());
        assert!(!wrong.contains("marker"), "{wrong}");
    }

    #[test]
    fn forwarded_addresses_keep_their_order() {
        let headers =
            [("X-Forwarded-For", "a, b"), ("Other", "x"), ("x-forwarded-for", " c "), ("X-FORWARDED-FOR", "")];
        let notice = parse(headers, b"receipt_id=r", None).unwrap();
        assert_eq!(notice.forwarded_for, ["a", "b", "c"]);
    }

    #[test]
    fn a_notice_comes_back_from_its_text() {
        let notice = parse([("x-forwarded-for", "1.2.3.4")], b"receipt_id=r&private_key=a&price=5", None).unwrap();
        assert_eq!(restore(&notice.serialized), Ok(notice.clone()));
        let newer = notice.serialized.replacen("webhook-1", "webhook-2", 1);
        assert!(restore(&newer).unwrap_err().contains("another version"));
        let seal = |raw: &str| {
            let (format, private_key) = (WebhookFormat::V2, PrivateKeyCheck::Matches);
            let facts = Facts { format, private_key, forwarded_for: vec![], raw: raw.to_owned() };
            SEAL.seal(&serde_json::to_vec(&facts).unwrap())
        };
        assert!(restore(&seal(r#"{"receipt_id":"r"}"#)).is_ok());
        for raw in [
            "",
            "[]",
            "{}",
            r#"{"receipt_id":"r""#,
            r#"{"receipt_id":"r","private_key":"a"}"#,
            r#"{"receipt_id":"r","a":{"__proto__":1}}"#,
        ] {
            assert!(restore(&seal(raw)).unwrap_err().contains("altered"), "{raw}");
        }
        assert!(restore("bootpay-attempt-1.e30.00").unwrap_err().contains("altered"));
    }

    proptest! {
        #[test]
        fn a_cut_or_altered_text_is_refused(at in 0..300_usize, letter in "[ -~]") {
            let serialized = parse([], b"receipt_id=r&price=5", None).unwrap().serialized;
            let at = at % serialized.len();
            prop_assert!(restore(&serialized[..at]).is_err());
            let altered = format!("{}{letter}{}", &serialized[..at], &serialized[at + 1..]);
            prop_assert_eq!(restore(&altered).is_ok(), altered == serialized);
        }

        #[test]
        fn what_is_new_never_fails(status in any::<i64>(), kind in "\\PC*", name in "[a-z_]{1,12}", value in "\\PC*") {
            let mut body = json!({ "receipt_id": "r", "status": status, "webhook_type": kind });
            body[format!("new_{name}")] = value.into();
            let notice = read_json(&body);
            prop_assert_eq!(&*notice.raw, &body);
            prop_assert_eq!(restore(&notice.serialized), Ok(notice));
        }
    }
}
