//! Rules for URLs and certificates.

use reqwest::Url;

use super::Violation;
use crate::value::{BaseUrl, Certificates};

/// Accepts https, and http only to loopback: keys and payments are sent there.
pub(crate) fn base_url(value: &str, field: &str) -> Result<(), Violation> {
    BaseUrl::parse(value).map(|_| ()).map_err(|rule| Violation::new(field, rule))
}

pub(crate) fn certificates(value: &str, field: &str) -> Result<(), Violation> {
    Certificates::parse(value).map(|_| ()).map_err(|rule| Violation::new(field, rule))
}

/// Accepts a webhook URL: https, and http only to loopback, for the emulator.
pub(crate) fn web_url(value: &str, field: &str) -> Result<(), Violation> {
    // A URL parser drops these, and Bootpay's may not.
    if value.contains(|letter: char| letter.is_control() || letter.is_whitespace() || letter == '\\') {
        return Err(Violation::new(field, "must not contain blanks, control characters or backslashes"));
    }
    let url = Url::parse(value).ok();
    let host = url.as_ref().and_then(Url::host_str);
    match (url.as_ref().map(Url::scheme), host) {
        (Some("https"), Some(_)) => Ok(()),
        (Some("http"), Some(host)) if BaseUrl::is_loopback(host) => Ok(()),
        _ => Err(Violation::new(field, "must be an https URL (http only to loopback)")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn webhooks_are_encrypted_or_stay_here() {
        for (text, ok) in [
            ("https://shop.example/hook?a=1", true),
            ("http://127.0.0.1:8080/hook", true),
            ("http://shop.example/hook", false),
            ("shop.example/hook", false),
            (" https://shop.example/hook", false),
            ("https://shop.example/ho\nok", false),
            ("https://shop.example/hook\0", false),
            ("https://shop.example\\hook", false),
            ("https://shop.example/주문", true),
            ("ftp://127.0.0.1", false),
            ("", false),
        ] {
            assert_eq!(web_url(text, "feedback_url").is_ok(), ok, "{text}");
        }
    }
}
