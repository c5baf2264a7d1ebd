//! The names and addresses of this machine.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Returns whether a URL's host is this machine: an address of 127.0.0.0/8, `[::1]`, or `localhost`.
///
/// No other name is, wherever it resolves to: its owner may let it resolve to this machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        return address.parse::<Ipv6Addr>().is_ok_and(|address| address.to_canonical().is_loopback());
    }
    host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
        || host.strip_suffix('.').unwrap_or(host).eq_ignore_ascii_case("localhost")
}

/// Returns whether an authority, `host` or `host:port`, is this machine.
pub(crate) fn is_loopback_authority(authority: &str) -> bool {
    // A colon within brackets belongs to the address.
    let name_ends = authority.find(']').unwrap_or_default();
    match authority[name_ends..].find(':') {
        None => is_loopback(authority),
        Some(colon) => {
            let (host, port) = authority.split_at(name_ends + colon);
            let digits = &port[1..];
            let is_port = digits.bytes().all(|byte| byte.is_ascii_digit()) && digits.parse::<u16>().is_ok();
            is_port && is_loopback(host)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_and_the_one_name_are_this_machine() {
        for near in [
            "127.0.0.1",
            "127.0.0.1:80",
            "127.255.1.2:65535",
            "localhost",
            "LocalHost:1",
            "localhost.:80",
            "[::1]",
            "[::1]:80",
            "[0:0:0:0:0:0:0:1]:80",
            "[::ffff:127.0.0.1]:80",
        ] {
            assert!(is_loopback_authority(near), "{near}");
        }
        for far in [
            "",
            ":80",
            "example.com",
            "example.com:80",
            "localhost.example.com",
            "evil.localhost",
            "localhost..",
            "127.0.0.1.nip.io:80",
            "127.0.0.1.",
            "127.1",
            "2130706433",
            "0x7f.0.0.1",
            "0.0.0.0",
            "10.0.0.1:80",
            "::1",
            "[::1",
            "[::]:80",
            "[::ffff:10.0.0.1]:80",
            "[::1]x",
            "[::1]:80:80",
            "[127.0.0.1]",
            "localhost:",
            "localhost:+80",
            "localhost:65536",
            "localhost:80@example.com",
            "user@localhost",
            "127.0.0.1, example.com",
            "127.0.0.1/x",
        ] {
            assert!(!is_loopback_authority(far), "{far}");
        }
    }
}
