//! A request with its response in text, and what repeats it: a command, and a call in each language.

use std::fmt::Write as _;

use serde_json::Value;

use super::copy_as::{self, Call, LANGUAGES};
use super::format::{json_line, visible};

/// A request with its response, as the log keeps them.
pub(super) struct Exchange {
    pub(super) request: String,
    pub(super) response: String,
    /// As a command, and as a call of the library in each language where it has one.
    pub(super) copies: Vec<Copy>,
    /// If a copy has names for values that the request does not show.
    pub(super) has_variables: bool,
    /// Fields of the request that the library's call does not have.
    pub(super) left_out: Vec<String>,
}

/// A request as text to repeat it.
#[derive(Clone, Default)]
pub(super) struct Copy {
    /// Its name in addresses.
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    pub(super) text: String,
}

/// The request and the response as text; `receipt` is that of the payment that they are about.
pub(super) fn exchange(detail: &Value, receipt: Option<&Value>, url: &str) -> Exchange {
    let text = |name: &str| detail[name].as_str().unwrap_or_default();
    let mut request = format!("{} {}{}\n", text("method"), text("path"), query(&detail["query"]));
    for (name, value) in detail["headers"].as_object().into_iter().flatten() {
        let _ = writeln!(request, "{name}: {}", value.as_str().unwrap_or_default());
    }
    if !detail["body"].is_null() {
        let _ = write!(request, "\n{}", pretty(&detail["body"]));
    }
    let status = detail["status"].as_u64().map(|status| format!("HTTP {status}\n\n")).unwrap_or_default();
    let response = format!("{status}{}", pretty(&detail["response"]));
    let call = copy_as::of_request(detail, receipt);
    let mut copies = vec![Copy { name: "curl", label: "cURL", text: curl(detail, url) }];
    copies.extend(
        call.iter().flat_map(|call| {
            LANGUAGES.map(|one| Copy { name: one.name(), label: one.label(), text: one.program(call) })
        }),
    );
    Exchange {
        request: visible(&request),
        response: visible(&response),
        copies,
        has_variables: call.as_ref().is_some_and(Call::has_variables),
        left_out: call.map(|call| call.left_out).unwrap_or_default(),
    }
}

/// JSON in lines; a text as it is.
pub(super) fn pretty(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        value => serde_json::to_string_pretty(value).unwrap_or_default(),
    }
}

fn query(query: &Value) -> String {
    let pairs: Vec<_> = query
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.as_str(), value.as_str().unwrap_or_default()))
        .collect();
    super::address::address("", &pairs)
}

/// The request as a command. Its secrets are not in the log: the shell takes them from the environment.
fn curl(detail: &Value, url: &str) -> String {
    let text = |name: &str| detail[name].as_str().unwrap_or_default();
    let mut command = format!(
        "curl -X {} {} \\\n  -u \"$BOOTPAY_CLIENT_KEY:$BOOTPAY_SECRET_KEY\"",
        word(&visible(text("method"))),
        shell(&format!("{url}{}{}", text("path"), query(&detail["query"])))
    );
    if !detail["body"].is_null() {
        let body = match &detail["body"] {
            Value::String(text) => visible(text),
            body => json_line(body),
        };
        let _ = write!(command, " \\\n  -H 'Content-Type: application/json' \\\n  --data-raw {}", shell(&body));
    }
    command
}

/// A method as one word of a shell: a plain one as it is, since a client may send any.
fn word(method: &str) -> String {
    if method.bytes().all(|byte| byte.is_ascii_alphabetic()) { method.to_owned() } else { shell(method) }
}

/// A text as one word of a shell.
pub(super) fn shell(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_method_that_is_no_word_stays_one_word_of_the_shell() {
        let detail = json!({ "method": "`id`", "path": "/v2/x", "query": {}, "body": "@/etc/passwd" });
        let copy = &exchange(&detail, None, "http://127.0.0.1:1").copies[0].text;
        assert!(copy.starts_with("curl -X '`id`' ") && copy.ends_with("--data-raw '@/etc/passwd'"), "{copy}");
    }

    #[test]
    fn a_command_is_one_word_for_each_value() {
        let detail =
            json!({ "method": "POST", "path": "/v2/cancel", "query": { "a": "b c" }, "body": { "x": "it's" } });
        assert_eq!(
            exchange(&detail, None, "http://127.0.0.1:1").copies[0].text,
            "curl -X POST 'http://127.0.0.1:1/v2/cancel?a=b+c' \\\n  -u \"$BOOTPAY_CLIENT_KEY:$BOOTPAY_SECRET_KEY\" \\\n  \
             -H 'Content-Type: application/json' \\\n  --data-raw '{\"x\":\"it'\\''s\"}'"
        );
    }
}
