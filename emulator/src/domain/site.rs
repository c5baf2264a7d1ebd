//! The addresses of Bootpay's hosts, as a caller reaches them here.

/// Bootpay's domain. A browser that maps it to the emulator keeps Bootpay's own addresses.
const DOMAIN: &str = ".bootpay.co.kr";

/// The gateway of a response that no request has a site for.
pub(crate) const GATEWAY: &str = "https://gw.bootpay.co.kr";

/// The addresses of Bootpay's hosts: paths of the emulator's origin, or the hosts themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Site {
    /// The emulator's origin: `http://127.0.0.1:40123`.
    Own(String),
    /// Bootpay's hosts, which lead here; with the port of the request: `:8443`, or nothing.
    Bootpay(String),
}

impl Site {
    /// The site that a request's `Host` names.
    pub(crate) fn of(scheme: &str, host: &str) -> Self {
        match host.split_once(':') {
            _ if service(host).is_none() => Self::Own(format!("{scheme}://{host}")),
            Some((_, port)) => Self::Bootpay(format!(":{port}")),
            None => Self::Bootpay(String::new()),
        }
    }

    /// The base of the payment window's gateway.
    pub(crate) fn gateway(&self) -> String {
        self.address("gw", "/gw", "")
    }

    /// The base of the API.
    pub(crate) fn api(&self) -> String {
        self.address("api", "/v2", "/v2")
    }

    /// The base of the analytics.
    pub(crate) fn analytics(&self) -> String {
        self.address("analytics", "/analytics", "")
    }

    /// The base of the result pages.
    pub(crate) fn door(&self) -> String {
        self.address("door", "/door", "")
    }

    /// The base of the widget.
    pub(crate) fn widget(&self) -> String {
        self.address("widget", "/widget", "")
    }

    /// The base of the browser SDK's files.
    pub(crate) fn scripts(&self) -> String {
        self.address("js", "/js", "")
    }

    fn address(&self, host: &str, own_path: &str, path: &str) -> String {
        match self {
            Self::Own(origin) => format!("{origin}{own_path}"),
            Self::Bootpay(port) => format!("https://{host}{DOMAIN}{port}{path}"),
        }
    }
}

/// The service of a Bootpay host, whatever its environment: `door` of `door-dev.bootpay.co.kr:443`.
pub(crate) fn service(host: &str) -> Option<&str> {
    let name = host.split(':').next()?;
    let start = name.len().checked_sub(DOMAIN.len())?;
    let label = name.get(start..)?.eq_ignore_ascii_case(DOMAIN).then(|| &name[..start])?;
    let label = ["dev-", "stage-"].into_iter().find_map(|before| label.strip_prefix(before)).unwrap_or(label);
    let label = ["-dev", "-stage"].into_iter().find_map(|after| label.strip_suffix(after)).unwrap_or(label);
    (!label.is_empty() && !label.contains('.')).then_some(label)
}

/// The path here of a path at a Bootpay host; `None` where the host's own paths are served as they are.
pub(crate) fn path_at(host: &str, path: &str) -> Option<String> {
    let service = service(host)?;
    matches!(service, "gw" | "analytics" | "door" | "widget" | "webview" | "js").then(|| format!("/{service}{path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bootpays_own_hosts_keep_their_addresses() {
        for host in ["gw.bootpay.co.kr", "api.bootpay.co.kr", "DEV-API.bootpay.co.kr", "door-stage.Bootpay.co.kr"] {
            assert_eq!(Site::of("https", host).gateway(), GATEWAY, "{host}");
        }
        assert_eq!(Site::of("https", "gw.bootpay.co.kr:8443").api(), "https://api.bootpay.co.kr:8443/v2");
        for host in [
            "127.0.0.1:80",
            "bootpay.co.kr",
            "gw.bootpay.co.kr.evil.example",
            "evilbootpay.co.kr",
            "",
            "a.b.bootpay.co.kr",
        ] {
            assert_eq!(Site::of("http", host).gateway(), format!("http://{host}/gw"), "{host}");
        }
    }

    #[test]
    fn the_paths_of_bootpays_hosts_are_paths_here() {
        let at = |host| path_at(host, "/x");
        assert_eq!(at("gw.bootpay.co.kr").as_deref(), Some("/gw/x"));
        assert_eq!(at("door-dev.bootpay.co.kr").as_deref(), Some("/door/x"));
        assert_eq!(at("stage-analytics.bootpay.co.kr:443").as_deref(), Some("/analytics/x"));
        assert_eq!([at("api.bootpay.co.kr"), at("127.0.0.1"), at("emulator.bootpay.co.kr")], [None, None, None]);
    }
}
