use std::net::IpAddr;

use reqwest::{Url, header::HeaderValue};

/// The URL of the API.
#[derive(Clone)]
pub(crate) struct BaseUrl {
    url: Url,
    /// The URL without a trailing slash.
    text: String,
    /// The prefix of every path.
    prefix: String,
}

impl BaseUrl {
    pub(crate) fn production() -> Self {
        Self::parse("https://api.bootpay.co.kr").expect("a URL of https")
    }

    /// Parses a base URL; the error is the broken rule.
    pub(crate) fn parse(text: &str) -> Result<Self, &'static str> {
        // A URL parser drops blanks and line breaks, reads `\` as `/`, and maps letters that look alike:
        // the host must be the one that is read here.
        if !text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\') {
            return Err("must be ASCII, without blanks, control characters and backslashes");
        }
        let url = Url::parse(text).map_err(|_| "must be a URL, like https://api.bootpay.co.kr")?;
        let host = url.host_str().ok_or("must have a host")?;
        match url.scheme() {
            "https" => {}
            "http" if Self::is_loopback(host) => {}
            _ => return Err("must be https, since keys and payments are sent there (http only to loopback)"),
        }
        let written = text.split_once("://").map(|(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default());
        if written.is_some_and(|authority| authority.contains('@')) {
            return Err("must not contain a user name or password");
        }
        if !written.is_some_and(|authority| is_host(authority, host, url.port_or_known_default())) {
            return Err("must have its host after ://, as it is looked up, like https://api.bootpay.co.kr");
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err("must not have a query or fragment");
        }
        if HeaderValue::from_str(url.authority()).is_err() {
            return Err("must have a host");
        }
        let text = url.as_str().trim_end_matches('/').to_owned();
        let prefix = url.path().trim_end_matches('/').to_owned();
        Ok(Self { url, text, prefix })
    }

    /// Returns the URL for this path, which starts with a slash. Both are percent-encoded. `None` if the
    /// URL is too long for HTTP's library.
    pub(crate) fn at(&self, path: &str, query: &str) -> Option<Url> {
        const LONGEST: usize = 65_534;
        // A clone, not another parse of the same text.
        let mut url = self.url.clone();
        if self.prefix.is_empty() {
            url.set_path(path);
        } else {
            url.set_path(&[&self.prefix, path].concat());
        }
        if !query.is_empty() {
            url.set_query(Some(query));
        }
        (url.as_str().len() <= LONGEST).then_some(url)
    }

    /// Returns the `Host` header of every request.
    pub(crate) fn host(&self) -> HeaderValue {
        HeaderValue::from_str(self.url.authority()).expect("checked when it was parsed")
    }

    /// Returns true if requests stay on this machine.
    pub(crate) fn is_local(&self) -> bool {
        self.url.host_str().is_some_and(Self::is_loopback)
    }

    /// Whether requests to this host stay on this machine.
    pub(crate) fn is_loopback(host: &str) -> bool {
        host == "localhost" || host.trim_matches(['[', ']']).parse().is_ok_and(|address: IpAddr| address.is_loopback())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn is_https(&self) -> bool {
        self.url.scheme() == "https"
    }
}

/// Returns true if the URL was written with this host and port: not percent-encoded, not with a number
/// that is read as an address. Of IPv6 there are many ways to write one.
fn is_host(authority: &str, host: &str, port: Option<u16>) -> bool {
    let name = match authority.rsplit_once(':') {
        Some((name, digits)) if !digits.contains(']') => {
            if digits.parse().ok() != port {
                return false;
            }
            name
        }
        _ => authority,
    };
    name.eq_ignore_ascii_case(host) || name.starts_with('[')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_at_a_path_stands_behind_the_prefix() {
        for (base, url) in [
            ("https://api.bootpay.co.kr", "https://api.bootpay.co.kr/v2/a%2Fb?c=%20"),
            ("https://proxy.example:81/bootpay/", "https://proxy.example:81/bootpay/v2/a%2Fb?c=%20"),
        ] {
            assert_eq!(BaseUrl::parse(base).unwrap().at("/v2/a%2Fb", "c=%20").unwrap().as_str(), url);
        }
    }

    #[test]
    fn keys_leave_this_machine_only_encrypted() {
        for good in [
            "https://api.bootpay.co.kr",
            "https://proxy.example/bootpay/",
            "http://127.0.0.1:8080",
            "http://localhost",
            "http://[::1]:1",
            "HTTPS://API.Bootpay.co.kr:443",
            "https://xn--9d0bu7q82b.example",
            "https://proxy.example/%20@a",
        ] {
            assert!(BaseUrl::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "http://api.bootpay.co.kr",
            "http://127.0.0.1.example",
            "http://localhost.example",
            "ftp://127.0.0.1",
            "api.bootpay.co.kr",
            "https://user:pw@host",
            "https://@host",
            "https://:@host",
            "https://api.bootpay.co.kr@host",
            " https://api.bootpay.co.kr",
            "https://api.bootpay.co.kr ",
            "https://api.bootpay.co.kr\n",
            "\thttps://api.bootpay.co.kr",
            "ht\ntps://api.bootpay.co.kr",
            "https://api.boot\tpay.co.kr",
            "https://api.bootpay.co.kr/a\r\nb",
            "https://api.bootpay.co.kr\0",
            "https://api.bootpay.co.kr\x7f",
            "https://api.bootpay.co.kr/a b",
            "\u{feff}https://api.bootpay.co.kr",
            "https://api.bootpay.co.kr\u{200b}",
            "https://api.bootpay.co.kr\u{85}",
            "https://\u{430}pi.bootpay.co.kr",
            "https://가맹점.example",
            "https://api.bootpay.co.kr/가",
            "https:\\\\api.bootpay.co.kr",
            "https://api.bootpay.co.kr\\@host",
            "https:api.bootpay.co.kr",
            "https:/api.bootpay.co.kr",
            "https:///api.bootpay.co.kr",
            "https://%61pi.bootpay.co.kr",
            "http://2130706433",
            "http://0x7f.1",
            "https://api.bootpay.co.kr:",
            "https://api.bootpay.co.kr:65536",
            "https://host/?",
            "https://host/#",
            "https://host/?q",
            "",
        ] {
            assert!(BaseUrl::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(BaseUrl::parse("https://proxy.example/bootpay/").unwrap().as_str(), "https://proxy.example/bootpay");
    }
}
