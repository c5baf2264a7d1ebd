use std::net::IpAddr;

use reqwest::Url;

/// Where the API is.
#[derive(Clone)]
pub(crate) struct BaseUrl(String);

impl BaseUrl {
    pub(crate) fn production() -> Self {
        Self("https://api.bootpay.co.kr".to_owned())
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
        Ok(Self(url.as_str().trim_end_matches('/').to_owned()))
    }

    /// Whether what is sent to this host stays on this machine.
    pub(crate) fn is_loopback(host: &str) -> bool {
        host == "localhost" || host.trim_matches(['[', ']']).parse().is_ok_and(|address: IpAddr| address.is_loopback())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn is_https(&self) -> bool {
        self.0.starts_with("https:")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
