//! Origins of web pages, as an allow-list has them.

use crate::domain::rule::Rule;
use crate::domain::values::quoted;

/// Checks an origin: scheme, host and port, written as browsers write them; no wildcard, no path.
pub(crate) fn check(text: &str) -> Result<(), Rule> {
    let refuse = |english, korean| Err(Rule::NotAnOrigin { found: quoted(text), english, korean });
    let Some((scheme, authority)) = text.split_once("://") else {
        return refuse("has no scheme", "https://나 http://로 시작해야 합니다");
    };
    if !matches!(scheme, "http" | "https") {
        return refuse("is neither http nor https", "https://나 http://로 시작해야 합니다");
    }
    if authority.contains('*') {
        return refuse("has a wildcard", "와일드카드(*)는 쓸 수 없습니다");
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let is_host = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-._[]:".contains(&byte);
    if host.is_empty() || !host.bytes().all(is_host) {
        return refuse("has a path, or no host in lowercase", "경로 없이 소문자 호스트만 써야 합니다");
    }
    let default = if scheme == "https" { "443" } else { "80" };
    match port {
        Some(port) if port == default => {
            refuse("names the default port, which browsers leave out", "기본 포트는 쓰지 않습니다")
        }
        Some(port) if port.parse::<u16>().is_err() || port.starts_with('+') => {
            refuse("has a wrong port", "포트가 올바르지 않습니다")
        }
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
