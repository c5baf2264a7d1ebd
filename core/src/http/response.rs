//! Judges responses: success, refusal, or unreadable.

use reqwest::StatusCode;
use serde_json::Value;

use super::transport::RawResponse;
use crate::{
    codes,
    error::{BootpayError, Result},
    model::{ErrorKind, Explanation},
    redact::Redactor,
    wire::{self, FromWire, Subject, written},
};

/// Reads a response of one type and keeps it: what reads it and judges it is compiled once for all types.
pub(crate) trait Reading: Send {
    /// Reads it from checked text; the error is a sentence.
    fn read(&mut self, json: &str, subject: &Subject) -> std::result::Result<(), String>;

    /// Returns true if it holds private data that no error may repeat.
    fn is_private(&self) -> bool;

    /// Returns true if what was read shows that what was asked for was done.
    fn shows(&self) -> bool;
}

/// A response of this type, and the condition by which it shows something.
pub(crate) struct Reply<T, S> {
    reply: Option<Box<T>>,
    shows: S,
}

impl<T: FromWire, S: Fn(&T) -> bool + Send> Reply<T, S> {
    pub(crate) fn that(shows: S) -> Self {
        Self { reply: None, shows }
    }

    /// The response, after it was read.
    #[allow(clippy::unnecessary_box_returns, reason = "the box is what goes on; the response is large")]
    pub(crate) fn take(self) -> Box<T> {
        self.reply.expect("it was read")
    }
}

impl<T: FromWire, S: Fn(&T) -> bool + Send> Reading for Reply<T, S> {
    fn read(&mut self, json: &str, subject: &Subject) -> std::result::Result<(), String> {
        let reply = T::from_wire(json)?;
        reply.is_about(subject)?;
        self.reply = Some(Box::new(reply));
        Ok(())
    }

    fn is_private(&self) -> bool {
        T::PRIVATE
    }

    fn shows(&self) -> bool {
        self.reply.as_deref().is_some_and(&self.shows)
    }
}

/// Reads the reply of a success, or returns the failure that the answer is.
///
/// A failure of kind `UnexpectedResponse` or `Unavailable` says nothing about whether the request was carried
/// out: for a request that moves money, its outcome is unknown.
pub(crate) fn read(
    answer: &RawResponse,
    subject: &Subject,
    redactor: Redactor<'_>,
    reading: &mut dyn Reading,
) -> Result<()> {
    let read = match judge(answer, redactor) {
        Ok(json) => reading
            .read(json, subject)
            .map_err(|detail| unreadable(answer, if reading.is_private() { PRIVATE } else { &detail }, redactor)),
        Err(error) => Err(blame(error, subject)),
    };
    read.map_err(|error| without_private(error, reading))
}

/// The failure that an answer is which says of what was asked that it was not done.
pub(crate) fn contradicts(answer: &RawResponse, redactor: Redactor<'_>, reading: &dyn Reading) -> BootpayError {
    without_private(unreadable(answer, "it does not show that the call took effect", redactor), reading)
}

fn without_private(mut error: BootpayError, reading: &dyn Reading) -> BootpayError {
    if reading.is_private() {
        error.edit().body = None;
    }
    error
}

/// Detail of a response whose contents must not be repeated.
const PRIVATE: &str = "it does not have the expected shape";

/// The same, as JSON that was checked.
pub(crate) fn judge<'a>(answer: &'a RawResponse, redactor: Redactor<'_>) -> Result<&'a str> {
    let Some((json, said)) = checked(answer) else { return Err(unreadable(answer, &reason(answer), redactor)) };
    match said.code() {
        Some(code) => Err(failure(answer, &said, &code, redactor)),
        None if answer.status.is_success() => Ok(json),
        None => Err(unreadable(answer, "no error code", redactor)),
    }
}

/// Reads the failure fields of a JSON response.
fn checked(answer: &RawResponse) -> Option<(&str, Said)> {
    if !is_json(answer.content_type.as_deref()) {
        return None;
    }
    let json = str::from_utf8(&answer.body).ok()?;
    let mut said = [Value::Null, Value::Null, Value::Null];
    wire::check(json, &["error_code", "message", "pg_error_code"], &mut said).ok()?;
    let [error_code, message, pg_error_code] = said;
    Some((json.trim(), Said { error_code, message, pg_error_code }))
}

/// Failure fields of a response; null where absent.
struct Said {
    error_code: Value,
    message: Value,
    pg_error_code: Value,
}

impl Said {
    fn code(&self) -> Option<String> {
        match &self.error_code {
            Value::Null => None,
            Value::String(code) => (!code.is_empty()).then(|| code.clone()),
            other => Some(other.to_string()),
        }
    }
}

fn failure(answer: &RawResponse, said: &Said, code: &str, redactor: Redactor<'_>) -> BootpayError {
    // A known code proves a refusal; of an unknown one the status must say so too.
    let refused = !codes::is_doubtful(code) && (codes::is_refusal(code) || says_refused(answer.status));
    let kind = if refused { ErrorKind::Rejected } else { ErrorKind::Unavailable };
    let message = said.message.as_str().unwrap_or("no message");
    let mut error = BootpayError::new(kind, redactor.redact(message)).explained(Explanation::of(code));
    let info = error.edit();
    info.status = Some(answer.status.as_u16().into());
    info.pg_error_code = written(&said.pg_error_code.to_string()).map(|code| redactor.excerpt(code.as_bytes()));
    // A known code tells nothing, whatever the buyer is called.
    let is_known = info.explanation.is_some();
    info.code = Some(if is_known { code.to_owned() } else { redactor.excerpt(code.as_bytes()) });
    error
}

/// Turns a refusal of the client's keys into `Config`. In a request with a member's token, the code may be
/// about that token as well.
fn blame(error: BootpayError, subject: &Subject) -> BootpayError {
    let code = error.code.as_deref().unwrap_or_default();
    let of_member = code == codes::TOKEN_KEY_INVALID && subject.fields().contains_key("user_token");
    let of_keys = error.kind == ErrorKind::Rejected && codes::refuses_keys(code) && !of_member;
    if of_keys { error.into_config() } else { error }
}

/// Returns true for statuses that prove a refusal: not those of a request that came too late, or met another one.
fn says_refused(status: StatusCode) -> bool {
    const DOUBTFUL: [u16; 4] = [408, 409, 425, 499];
    status.is_client_error() && !DOUBTFUL.contains(&status.as_u16())
}

/// The failure that an answer is when it does not say what it must, for this `reason`.
pub(crate) fn unreadable(answer: &RawResponse, reason: &str, redactor: Redactor<'_>) -> BootpayError {
    let busy = answer.status.is_server_error() || answer.status == StatusCode::TOO_MANY_REQUESTS;
    let kind = if busy { ErrorKind::Unavailable } else { ErrorKind::UnexpectedResponse };
    let detail = redactor.redact(&format!("the response cannot be understood: {reason}"));
    let mut error = BootpayError::new(kind, detail);
    error.edit().status = Some(answer.status.as_u16().into());
    error.edit().body = Some(redactor.excerpt(&answer.body));
    error
}

fn is_json(content_type: Option<&str>) -> bool {
    let Some(content_type) = content_type else { return true };
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || essence.ends_with("+json")
}

fn reason(answer: &RawResponse) -> String {
    match answer.content_type.as_deref() {
        _ if answer.body.is_empty() => "it is empty".into(),
        content_type if !is_json(content_type) => format!("it is {} and not JSON", content_type.unwrap_or_default()),
        _ => match serde_json::from_slice::<Value>(&answer.body) {
            Err(error) => format!("it is not complete JSON ({error})"),
            Ok(_) => "no JSON".into(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::CallAgain, value::Secret};

    fn answer(status: u16, content_type: &str, body: &str) -> RawResponse {
        RawResponse {
            status: StatusCode::from_u16(status).unwrap(),
            content_type: Some(content_type.into()),
            retry_after: None,
            body: body.into(),
            reused: false,
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
            (400, r#"{"error_code":"rc_confirm_critical"}"#, ErrorKind::Unavailable),
            (400, r#"{"error_code":"RC_CANCEL_TIMEOUT"}"#, ErrorKind::Unavailable),
            (408, r#"{"error_code":"NEVER_SEEN"}"#, ErrorKind::Unavailable),
            (409, r#"{"error_code":"IN_PROGRESS"}"#, ErrorKind::Unavailable),
            (200, r#"{"error_code":{"a":1}}"#, ErrorKind::Unavailable),
            (200, r#"{"error_code":true}"#, ErrorKind::Unavailable),
            (400, r#"{"message":"no code"}"#, ErrorKind::UnexpectedResponse),
            (503, r#"{"message":"no code"}"#, ErrorKind::Unavailable),
            (200, "", ErrorKind::UnexpectedResponse),
            (200, r#"{"receipt_id":"#, ErrorKind::UnexpectedResponse),
            (302, "{}", ErrorKind::UnexpectedResponse),
            (429, "slow down", ErrorKind::Unavailable),
        ] {
            let error = judge(&answer(status, "application/json", body), Redactor::NOTHING).unwrap_err();
            assert_eq!((error.kind, error.status), (kind, Some(status.into())), "{status} {body}");
        }
        assert!(judge(&answer(200, "application/json; charset=utf-8", "{}"), Redactor::NOTHING).is_ok());
        assert!(judge(&answer(200, "text/html", "{}"), Redactor::NOTHING).is_err());
    }

    #[test]
    fn only_what_can_be_read_to_its_end_is_a_reply() {
        for (body, json) in [
            ("null", "null"),
            (" [1, {\"error_code\": \"X\"}]\n", "[1, {\"error_code\": \"X\"}]"),
            (r#"{"a":1,"a":"\u00e9"}"#, r#"{"a":1,"a":"\u00e9"}"#),
            (r#"{"error_code":"X","error_code":null}"#, r#"{"error_code":"X","error_code":null}"#),
            (r#"{"error_code":""}"#, r#"{"error_code":""}"#),
        ] {
            assert_eq!(judge(&answer(200, "application/json", body), Redactor::NOTHING).ok(), Some(json), "{body}");
        }
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(130), "]".repeat(130));
        for body in
            ["{} {}", "{\"a\":\"\\ud800\"}", "{\"a\":1e999}", "{\"a\":01}", "{\"\\ud800\":1}", "\u{feff}{}", &deep]
        {
            let error = judge(&answer(200, "application/json", body), Redactor::NOTHING).unwrap_err();
            assert!(
                error.kind == ErrorKind::UnexpectedResponse && error.detail.contains("it is not complete JSON ("),
                "{body}: {error}"
            );
        }
        let body = b"{\"a\":\"\xff\"}".to_vec();
        assert!(judge(&RawResponse { body, ..answer(200, "application/json", "") }, Redactor::NOTHING).is_err());
    }

    #[test]
    fn a_code_is_found_however_it_is_written() {
        for (body, code) in [
            (r#"{"\u0065rror_code":"A","message":"m"}"#, "A"),
            (r#"{"error_code":null,"error_code":"A\u002fB"}"#, "A/B"),
            (r#"{"data":{"error_code":"no"},"error_code":"A"}"#, "A"),
        ] {
            let error = judge(&answer(200, "application/json", body), Redactor::NOTHING).unwrap_err();
            assert_eq!(error.code.as_deref(), Some(code), "{body}");
        }
    }

    #[test]
    fn a_known_code_is_explained_and_any_is_kept_as_it_is() {
        for (body, code, pg_code, known) in [
            (r#"{"error_code":"RC_NOT_FOUND"}"#, "RC_NOT_FOUND", None, true),
            (r#"{"error_code":"rc_not_found"}"#, "rc_not_found", None, false),
            (r#"{"error_code":-2410,"pg_error_code":8012}"#, "-2410", Some("8012"), false),
            (r#"{"error_code":"새 코드","pg_error_code":"F115"}"#, "새 코드", Some("F115"), false),
        ] {
            let error = judge(&answer(400, "application/json", body), Redactor::NOTHING).unwrap_err();
            assert_eq!((error.code.as_deref(), error.pg_error_code.as_deref()), (Some(code), pg_code));
            assert_eq!(error.explanation, Explanation::of(code));
            assert_eq!(error.explanation.is_some(), known, "{code}");
        }
    }

    #[test]
    fn personal_data_of_the_request_is_not_repeated_and_no_name_hides_a_known_code() {
        let names = ["RC_NOT_FOUND", "홍길동", "buyer@shop.example"].map(Secret::new);
        let redactor = Redactor { request: &names, ..Redactor::NOTHING };
        let body = r#"{"error_code":"RC_NOT_FOUND","message":"홍길동 (buyer@shop.example) is unknown"}"#;
        let error = judge(&answer(400, "application/json", body), redactor).unwrap_err();
        assert_eq!((error.code.as_deref(), error.detail.as_str()), (Some("RC_NOT_FOUND"), "••• (•••) is unknown"));
    }

    #[test]
    fn of_an_unknown_outcome_the_code_never_advises_to_call_again() {
        let body = r#"{"error_code":"RC_REQUEST_FAILED"}"#;
        let error = judge(&answer(500, "application/json", body), Redactor::NOTHING).unwrap_err().into_unknown();
        assert_eq!(error.explanation.as_ref().unwrap().call_again, CallAgain::AfterResolving);
    }
}
