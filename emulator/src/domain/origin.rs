//! Origins of web pages, as an allow-list has them.

use crate::domain::values::quoted;

/// Checks an origin: scheme, host and port, written as browsers write them; no wildcard, no path.
pub(crate) fn check(text: &str) -> Result<(), String> {
    let refuse = |why: &str| {
        Err(format!("{} {why}; an origin is a scheme, a host and perhaps a port: https://shop.example", quoted(text)))
    };
    let Some((scheme, authority)) = text.split_once("://") else { return refuse("has no scheme") };
    if !matches!(scheme, "http" | "https") {
        return refuse("is neither http nor https");
    }
    if authority.contains('*') {
        return refuse("has a wildcard");
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let is_host = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-._[]:".contains(&byte);
    if host.is_empty() || !host.bytes().all(is_host) {
        return refuse("has a path, or no host in lowercase");
    }
    let default = if scheme == "https" { "443" } else { "80" };
    match port {
        Some(port) if port == default => refuse("names the default port, which browsers leave out"),
        Some(port) if port.parse::<u16>().is_err() || port.starts_with('+') => refuse("has a wrong port"),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_exact() {
        for right in ["https://shop.example", "http://localhost:3000", "https://a.b.example:8443", "http://[::1]:80801"]
        {
            assert_eq!(check(right).is_ok(), !right.ends_with("80801"), "{right}");
        }
        for wrong in [
            "shop.example",
            "https://*.shop.example",
            "https://shop.example/",
            "https://shop.example/pay",
            "https://Shop.example",
            "https://shop.example:443",
            "http://shop.example:80",
            "https://",
            "https://shop.example:",
            "ftp://shop.example",
            "",
        ] {
            assert!(check(wrong).is_err(), "{wrong}");
        }
    }
}
