//! What an answer means.

use reqwest::StatusCode;
use serde_json::Value;

use super::transport::Answer;
use crate::{
    codes,
    error::{BootpayError, Result},
    model::{ErrorKind, Repeat},
    value::Secret,
    wire::FromWire,
};

/// The reply of a success, or the failure that the answer is.
///
/// A failure of kind `BadReply` or `Unavailable` says nothing about whether the request was carried
/// out: for a request that moves money, its outcome is unknown.
pub(crate) fn read<T: FromWire>(answer: &Answer, secrets: &[Secret]) -> Result<T> {
    T::from_wire(judge(answer, secrets)?).map_err(|detail| unreadable(answer, &detail, secrets))
}

/// The same, as JSON.
pub(crate) fn judge(answer: &Answer, secrets: &[Secret]) -> Result<Value> {
    let json =
        if is_json(answer.content_type.as_deref()) { serde_json::from_slice::<Value>(&answer.body).ok() } else { None };
    let Some(json) = json else { return Err(unreadable(answer, &reason(answer), secrets)) };
    match code(&json) {
        Some(code) => Err(failure(answer, &json, code, secrets)),
        None if answer.status.is_success() => Ok(json),
        None => Err(unreadable(answer, "no error code", secrets)),
    }
}

fn code(json: &Value) -> Option<String> {
    match json.get("error_code")? {
        Value::String(code) if !code.is_empty() => Some(code.clone()),
        Value::Number(code) => Some(code.to_string()),
        _ => None,
    }
}

fn failure(answer: &Answer, json: &Value, code: String, secrets: &[Secret]) -> BootpayError {
    // A known code proves a refusal; of an unknown one the status must say so too.
    let refused = !codes::is_critical(&code) && (codes::is_refusal(&code) || answer.status.is_client_error());
    let kind = if refused { ErrorKind::Rejected } else { ErrorKind::Unavailable };
    let message = json.get("message").and_then(Value::as_str).unwrap_or("no message");
    let mut error = BootpayError::new(kind, redact(message, secrets));
    let info = error.edit();
    if refused && code == codes::TOKEN_KEY_INVALID {
        info.repeat = Repeat::Safe;
    }
    info.status = Some(answer.status.as_u16().into());
    info.pg_error_code = json.get("pg_error_code").and_then(|code| match code {
        Value::String(code) => Some(code.clone()),
        Value::Number(code) => Some(code.to_string()),
        _ => None,
    });
    info.code = Some(code);
    error
}

fn unreadable(answer: &Answer, reason: &str, secrets: &[Secret]) -> BootpayError {
    let busy = answer.status.is_server_error() || answer.status == StatusCode::TOO_MANY_REQUESTS;
    let kind = if busy { ErrorKind::Unavailable } else { ErrorKind::BadReply };
    let detail = redact(&format!("the answer cannot be understood: {reason}"), secrets);
    let mut error = BootpayError::new(kind, detail);
    error.edit().status = Some(answer.status.as_u16().into());
    error.edit().body = Some(excerpt(&answer.body, secrets));
    error
}

fn is_json(content_type: Option<&str>) -> bool {
    let Some(content_type) = content_type else { return true };
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || essence.ends_with("+json")
}

fn reason(answer: &Answer) -> String {
    match answer.content_type.as_deref() {
        _ if answer.body.is_empty() => "it is empty".into(),
        content_type if !is_json(content_type) => format!("it is {} and not JSON", content_type.unwrap_or_default()),
        _ => match serde_json::from_slice::<Value>(&answer.body) {
            Err(error) => format!("no complete JSON ({error})"),
            Ok(_) => "no JSON".into(),
        },
    }
}

/// Text from outside, without our secrets and without long numbers (cards, accounts).
pub(crate) fn redact(text: &str, secrets: &[Secret]) -> String {
    const LONG_NUMBER: usize = 12;
    let mut text = text.to_owned();
    for secret in secrets.iter().map(Secret::expose).filter(|secret| !secret.is_empty()) {
        text = text.replace(secret, "•••");
    }
    let mut clean = String::with_capacity(text.len());
    let mut run = String::new();
    let flush = |run: &mut String, clean: &mut String| {
        let number = run.trim_end_matches(['-', ' ']);
        let long = number.bytes().filter(u8::is_ascii_digit).count() >= LONG_NUMBER;
        clean.push_str(if long { "•••" } else { number });
        clean.push_str(&run[number.len()..]);
        run.clear();
    };
    for letter in text.chars() {
        if letter.is_ascii_digit() || (!run.is_empty() && matches!(letter, '-' | ' ')) {
            run.push(letter);
        } else {
            flush(&mut run, &mut clean);
            clean.push(letter);
        }
    }
    flush(&mut run, &mut clean);
    clean
}

fn excerpt(body: &[u8], secrets: &[Secret]) -> String {
    const CHARACTERS: usize = 200;
    redact(&String::from_utf8_lossy(body), secrets).chars().take(CHARACTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, content_type: &str, body: &str) -> Answer {
        Answer {
            status: StatusCode::from_u16(status).unwrap(),
            content_type: Some(content_type.into()),
            body: body.into(),
        }
    }

    #[test]
    fn only_what_proves_a_refusal_is_one() {
        for (status, body, kind) in [
            (400, r#"{"error_code":"RC_ALREADY_CANCELLED","message":"m"}"#, ErrorKind::Rejected),
            (200, r#"{"error_code":"RC_ALREADY_CANCELLED"}"#, ErrorKind::Rejected),
            (500, r#"{"error_code":"RC_CANCEL_SERVER_ERROR"}"#, ErrorKind::Rejected),
            (400, r#"{"error_code":"NEVER_SEEN"}"#, ErrorKind::Rejected),
            (500, r#"{"error_code":"NEVER_SEEN"}"#, ErrorKind::Unavailable),
            (200, r#"{"error_code":"NEVER_SEEN"}"#, ErrorKind::Unavailable),
            (400, r#"{"error_code":"RC_CANCEL_CRITICAL_ERROR"}"#, ErrorKind::Unavailable),
            (400, r#"{"message":"no code"}"#, ErrorKind::BadReply),
            (503, r#"{"message":"no code"}"#, ErrorKind::Unavailable),
            (200, "", ErrorKind::BadReply),
            (200, r#"{"receipt_id":"#, ErrorKind::BadReply),
            (302, "{}", ErrorKind::BadReply),
            (429, "slow down", ErrorKind::Unavailable),
        ] {
            let error = judge(&answer(status, "application/json", body), &[]).unwrap_err();
            assert_eq!((error.kind, error.status), (kind, Some(status.into())), "{status} {body}");
        }
        assert!(judge(&answer(200, "application/json; charset=utf-8", "{}"), &[]).is_ok());
        assert!(judge(&answer(200, "text/html", "{}"), &[]).is_err());
    }

    #[test]
    fn secrets_and_card_numbers_are_not_repeated() {
        let secrets = [Secret::new("marker-secret")];
        let body = "<h1>502</h1> marker-secret 9450-1234-5678-9012 945012345678901 order 20261101";
        let error = judge(&answer(502, "text/html", body), &secrets).unwrap_err();
        assert_eq!(error.body.as_deref(), Some("<h1>502</h1> ••• ••• order 20261101"));
        assert!(!format!("{error:?} {error}").contains("marker"));
    }
}
