//! Rules of the payment window.

use super::Violation;
use crate::symbol::one_of;

/// Accepts the URL of a page: http or https.
pub(crate) fn page_url(value: &str, field: &str) -> Result<(), Violation> {
    let hosted = rest_of_page(value).is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', '#', ':']));
    if hosted && !value.contains(|letter: char| letter.is_control() || letter.is_whitespace() || letter == '\\') {
        Ok(())
    } else {
        Err(Violation::new(field, "must be an http or https URL"))
    }
}

/// Accepts the address of a server: a scheme, a host and perhaps a port.
pub(crate) fn origin(value: &str, field: &str) -> Result<(), Violation> {
    let host = rest_of_page(value).unwrap_or_default();
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']');
    if !host.is_empty() && host.bytes().all(allowed) {
        Ok(())
    } else {
        Err(Violation::new(field, "must be an http or https URL without a path: http://10.0.2.2:8080"))
    }
}

fn rest_of_page(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    ["http", "https"].iter().any(|page| scheme.eq_ignore_ascii_case(page)).then_some(rest)
}

/// Accepts a language that the window has.
pub(crate) fn window_locale(value: &str, field: &str) -> Result<(), Violation> {
    const LOCALES: &[&str] = &["ko", "en"];
    if LOCALES.contains(&value) { Ok(()) } else { Err(Violation::new(field, one_of(LOCALES))) }
}

/// Accepts a scheme of an app's own.
pub(crate) fn app_scheme(value: &str, field: &str) -> Result<(), Violation> {
    const OTHERS: [&str; 8] = ["http", "https", "javascript", "data", "blob", "about", "file", "intent"];
    let starts = value.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let is_scheme = value.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    if !starts || !is_scheme {
        Err(Violation::new(field, "must be a scheme: letters, digits, `+`, `-` and `.`, with a letter first"))
    } else if OTHERS.iter().any(|other| value.eq_ignore_ascii_case(other)) {
        Err(Violation::new(field, "must be the app's own"))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_a_host() {
        for (url, ok) in [
            ("https://shop.example", true),
            ("HTTP://192.168.0.2:3000/pay?a=1#b", true),
            ("https://shop.example/주문", true),
            ("shop.example/pay", false),
            ("https://", false),
            ("https:///pay", false),
            ("javascript://shop.example/%0aalert(1)", false),
            ("https://shop.example/a b", false),
            ("https://shop.example\\@other.example", false),
            ("shop://pay", false),
        ] {
            assert_eq!(page_url(url, "redirect_url").is_ok(), ok, "{url}");
        }
    }

    #[test]
    fn an_origin_has_no_path_and_nothing_that_ends_an_attribute() {
        for (url, ok) in [
            ("http://10.0.2.2:8080", true),
            ("https://[::1]:8080", true),
            ("http://127.0.0.1:8080/", false),
            ("http://a\"><script>", false),
            ("http://user@host", false),
            ("127.0.0.1:8080", false),
            ("", false),
        ] {
            assert_eq!(origin(url, "emulator").is_ok(), ok, "{url}");
        }
    }

    #[test]
    fn a_scheme_is_the_apps_own() {
        for (scheme, ok) in [
            ("shop-app", true),
            ("com.shop+1", true),
            ("1shop", false),
            ("shop:", false),
            ("", false),
            ("HTTPS", false),
        ] {
            assert_eq!(app_scheme(scheme, "app_scheme").is_ok(), ok, "{scheme}");
        }
    }
}
