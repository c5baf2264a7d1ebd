//! Whatever comes back, a call ends with a reply or an error, and no error repeats a secret.

use std::{error::Error, sync::LazyLock};

use arbitrary::{Result, Unstructured};
use bootpay_core::{
    BootpayError, Secret,
    fuzz::{ROWS, Read, Response},
    model::{ErrorKind, Repeat},
};
use serde_json::{Value, json};

use crate::json;

/// What is secret in the request; the replies that are begun with hold it.
const SECRETS: [&str; 3] = ["marker-Key/+=&", "5570123412341074", "Bearer marker.token"];
const STATUSES: [u16; 12] = [200, 201, 204, 302, 400, 401, 404, 408, 409, 429, 500, 503];

static WHOLE: LazyLock<Value> = LazyLock::new(json::reply);
static PLACES: LazyLock<Vec<String>> = LazyLock::new(|| json::pointers(&WHOLE));
static READERS: LazyLock<Vec<(&str, Read)>> =
    LazyLock::new(|| ROWS.iter().filter_map(|row| Some((row.name, row.read?))).collect());

/// Checks one answer.
pub fn check(data: &[u8]) {
    // Bytes that are too few are no answer.
    let _ = answer(&mut Unstructured::new(data));
}

fn answer(u: &mut Unstructured<'_>) -> Result<()> {
    let (name, read) = *u.choose(&READERS)?;
    let status = *u.choose(&STATUSES)?;
    let content_type = *u.choose(&[Some("application/json"), Some("application/json"), None, Some("text/html")])?;
    let request = if u.arbitrary()? { json!({ "receipt_id": "receipt_id" }) } else { json!({}) };
    let body = if u.arbitrary()? { mutated(u)? } else { u.bytes(u.len())?.to_owned() };
    let secrets = SECRETS.map(Secret::new);
    match read(Response { status, content_type, body: &body }, request, &secrets) {
        Ok(reply) => {
            assert!((200..300).contains(&status), "{name}: {status} is no success");
            let sent: Value = serde_json::from_slice(&body).expect("what was read is JSON");
            let code = sent.get("error_code");
            assert!(code.is_none_or(|code| code.is_null() || code == ""), "{name}: {code:?} is no success: {reply}");
        }
        Err(error) => failure(name, status, &body, &error),
    }
    Ok(())
}

/// A reply that can be read, with some values changed.
fn mutated(u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut reply = WHOLE.clone();
    for _ in 0..u.int_in_range(0..=4)? {
        let value = match u.int_in_range(0..=3)? {
            0 => Value::from(*u.choose(&SECRETS)?),
            1 => SECRETS.join(" ").into(),
            _ => json::any(u)?,
        };
        // An earlier change may have taken the place away.
        if let Some(place) = reply.pointer_mut(u.choose(&PLACES)?) {
            *place = value;
        }
    }
    if u.arbitrary()? {
        reply["error_code"] = json::any(u)?;
        reply["message"] = format!("{} {}", SECRETS.join(" "), u.arbitrary::<&str>()?).into();
    }
    let mut body = if u.arbitrary()? { json!([reply]) } else { reply }.to_string().into_bytes();
    if u.arbitrary()? {
        body.truncate(u.int_in_range(0..=body.len())?);
    }
    Ok(body)
}

fn failure(name: &str, status: u16, body: &[u8], error: &BootpayError) {
    let printed = format!("{error} {error:?} {:?}", error.source());
    for secret in SECRETS {
        let secret = secret.trim_start_matches("Bearer ");
        assert!(!printed.contains(secret), "{name}: {secret} in {printed}");
    }
    match error.kind {
        ErrorKind::Rejected | ErrorKind::Config => {
            let sent: Value = serde_json::from_slice(body).expect("a refusal is JSON");
            assert!(!sent["error_code"].is_null(), "{name}: {status} without a code is no refusal: {printed}");
        }
        ErrorKind::UnexpectedResponse | ErrorKind::Unavailable => assert_eq!(error.repeat, Repeat::Safe),
        other => panic!("{name}: an answer is not {other:?}: {printed}"),
    }
    assert_eq!(error.status, Some(status.into()));
}

/// A reply that can be read as any.
pub fn whole() -> &'static Value {
    &WHOLE
}
