use std::net::IpAddr;

use http::{
    HeaderValue, Uri,
    uri::{Authority, InvalidUri, Parts, PathAndQuery, Scheme},
};
use url::Url;

/// Where the API is.
#[derive(Clone)]
pub(crate) struct BaseUrl {
    scheme: Scheme,
    authority: Authority,
    /// Without the slash at its end.
    text: String,
    /// What stands before every path.
    prefix: String,
}

impl BaseUrl {
    pub(crate) fn production() -> Self {
        Self::parse("https://api.bootpay.co.kr").expect("a URL of https")
    }

    /// Or the rule that was broken.
    pub(crate) fn parse(text: &str) -> Result<Self, &'static str> {
        let url = Url::parse(text).map_err(|_| "must be a URL, like https://api.bootpay.co.kr")?;
        let host = url.host_str().ok_or("must name a host")?;
        match url.scheme() {
            "https" => {}
            "http" if Self::is_loopback(host) => {}
            _ => return Err("must be https: keys and money travel there (http only to loopback)"),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err("must not hold a user name or password");
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err("must end with its path");
        }
        let Parts { scheme: Some(scheme), authority: Some(authority), .. } =
            url.as_str().parse().map(Uri::into_parts).map_err(|_| "must be a URL of HTTP")?
        else {
            return Err("must name a host");
        };
        let text = url.as_str().trim_end_matches('/').to_owned();
        let prefix = url.path().trim_end_matches('/').to_owned();
        Ok(Self { scheme, authority, text, prefix })
    }

    /// The URL of what stands at this path, which begins with a slash. Both are percent-encoded, so it
    /// can only be too long.
    pub(crate) fn at(&self, path: &str, query: &str) -> Result<Uri, InvalidUri> {
        let separator = if query.is_empty() { "" } else { "?" };
        let mut parts = Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        let target = [&self.prefix, path, separator, query].concat();
        parts.path_and_query = Some(PathAndQuery::from_maybe_shared(target)?);
        Ok(Uri::from_parts(parts).expect("all parts are there"))
    }

    /// What requests say of whom they are for.
    pub(crate) fn host(&self) -> HeaderValue {
        HeaderValue::from_str(self.authority.as_str()).expect("an authority is visible ASCII")
    }

    /// Whether what is sent to this host stays on this machine.
    pub(crate) fn is_loopback(host: &str) -> bool {
        host == "localhost" || host.trim_matches(['[', ']']).parse().is_ok_and(|address: IpAddr| address.is_loopback())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn is_https(&self) -> bool {
        self.scheme == Scheme::HTTPS
    }
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
            assert_eq!(BaseUrl::parse(base).unwrap().at("/v2/a%2Fb", "c=%20").unwrap(), url);
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
            "https://host/?q",
            "",
        ] {
            assert!(BaseUrl::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(BaseUrl::parse("https://proxy.example/bootpay/").unwrap().as_str(), "https://proxy.example/bootpay");
    }
}
