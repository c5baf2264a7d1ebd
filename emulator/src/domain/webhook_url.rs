//! The URLs that webhooks may be sent to.

use std::fmt;

use super::loopback::is_loopback_authority;
use super::rule::Rule;
use super::values::quoted;

/// The longest URL, in bytes: the limit of Bootpay's Commerce API.
const LONGEST_URL: usize = 2000;

/// A setting that Bootpay would refuse: the field, its value and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongSetting {
    /// The path of the field: `webhook.url`.
    pub field: &'static str,
    /// The value found, and what is allowed.
    pub reason: String,
    pub(super) rule: Box<Rule>,
}

impl WrongSetting {
    pub(super) fn by(field: &'static str, rule: Rule) -> Self {
        Self { field, reason: rule.english(), rule: Box::new(rule) }
    }
}

impl fmt::Display for WrongSetting {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.field, self.reason)
    }
}

/// Checks a URL: `https`, or `http` on loopback, where a developer's server has no certificate.
pub(super) fn check_url(field: &'static str, url: &str) -> Result<(), WrongSetting> {
    let refuse = |rule| Err(WrongSetting::by(field, rule));
    let quoted = || quoted(url);
    if url.len() > LONGEST_URL {
        return refuse(Rule::UrlTooLong { url: quoted() });
    }
    if url.bytes().any(|byte| byte <= b' ' || byte == 0x7f) {
        return refuse(Rule::UrlHasBlanks { url: quoted() });
    }
    let Some((scheme, rest)) = url.split_once("://") else {
        return refuse(Rule::UrlScheme { url: quoted() });
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        // Not repeated: it may have a password.
        return refuse(Rule::UrlHasUser);
    }
    if authority.is_empty() {
        return refuse(Rule::UrlWithoutHost { url: quoted() });
    }
    match scheme.to_ascii_lowercase().as_str() {
        "https" => Ok(()),
        "http" if is_loopback_authority(authority) => Ok(()),
        "http" => refuse(Rule::UrlNotLoopback { url: quoted() }),
        _ => refuse(Rule::UrlScheme { url: quoted() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_needs_https_except_on_loopback() {
        let check = |url: &str| check_url("webhook.url", url).map_err(|wrong| wrong.to_string());
        for right in
            ["https://shop.example", "https://shop.example:8443/hook?a=b", "HTTP://127.0.0.1:9/", "http://[::1]:9"]
        {
            assert_eq!(check(right), Ok(()), "{right}");
        }
        for (wrong, why) in [
            ("http://shop.example/hook", "loopback only"),
            ("http://localhost.shop.example/hook", "loopback only"),
            ("http://127.0.0.1@shop.example/hook", "no user"),
            ("ftp://127.0.0.1/hook", "https://"),
            ("shop.example/hook", "https://"),
            ("https:///hook", "a host"),
            ("https://shop.example/a b", "blanks"),
            ("", "https://"),
        ] {
            let refused = check(wrong).unwrap_err();
            assert!(
                refused.starts_with("webhook.url ") && refused.contains(why) && !refused.contains('@'),
                "{wrong}: {refused}"
            );
        }
        let far = check(&format!("https://shop.example/{}", "a".repeat(2000))).unwrap_err();
        assert!(far.contains("2,000"), "{far}");
    }
}
