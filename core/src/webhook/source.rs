//! Finds out if a request comes from Bootpay, by its address.

use std::net::{IpAddr, Ipv4Addr};

use ipnet::{IpNet, Ipv4Net};

use crate::check::Violation;

/// The network that Bootpay sends webhooks from (docs.bootpay.co.kr, "Webhook", and developers.bootpay.ai; the
/// single address 223.130.82.4 in older texts is in it, and allowing only one is a known cause of lost webhooks).
pub const NETWORK: Ipv4Net = Ipv4Net::new_assert(Ipv4Addr::new(223, 130, 82, 0), 24);

/// The origin of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Bootpay's network.
    Bootpay,
    /// This machine, where the caller permits it: an emulator's delivery.
    Loopback,
    /// Anybody.
    Other,
}

/// The origin of a request from `source`, the address of the connection.
///
/// `X-Forwarded-For` counts only behind proxies that the merchant named, and only as far to the left as they
/// wrote it: the first address from the right that is not such a proxy is the sender.
pub fn origin(source: &str, forwarded_for: &[String], proxies: &Proxies, loopback: bool) -> Result<Origin, Violation> {
    let rule = "must be the address of the connection: IPv4 or IPv6, with or without a port";
    let mut forwarded = forwarded_for.iter().rev();
    // A connection by a Unix socket has no address: the proxy at its other end wrote the sender's.
    let of_socket = proxies.unix_socket && (source.trim().is_empty() || source.starts_with("unix:"));
    let first = if of_socket {
        forwarded.next().and_then(|text| address(text))
    } else {
        Some(address(source).ok_or_else(|| Violation::new("source", rule))?)
    };
    let Some(mut sender) = first else { return Ok(Origin::Other) };
    while proxies.networks.iter().any(|proxy| proxy.contains(&sender)) {
        let Some(before) = forwarded.next() else { break };
        let Some(before) = address(before) else { return Ok(Origin::Other) };
        sender = before;
    }
    Ok(match sender {
        IpAddr::V4(sender) if NETWORK.contains(&sender) => Origin::Bootpay,
        sender if loopback && sender.is_loopback() => Origin::Loopback,
        _ => Origin::Other,
    })
}

/// The merchant's proxies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies {
    networks: Vec<IpNet>,
    /// Connections by a Unix socket come from a proxy.
    unix_socket: bool,
}

/// The word for a proxy at the other end of a Unix socket.
const UNIX: &str = "unix";

/// The merchant's proxies: addresses, networks like `10.0.0.0/8`, or `unix`.
pub fn proxies(texts: &[String], field: &str) -> Result<Proxies, Violation> {
    let proxy = |(index, text): (usize, &String)| {
        let wrong = |rule: &str| Violation::new(&format!("{field}[{index}]"), rule);
        let proxy = network(text.trim())
            .ok_or_else(|| wrong("must be an IPv4 or IPv6 address, a network like 10.0.0.0/8, or unix"))?;
        let bootpay = IpNet::V4(NETWORK);
        if proxy.contains(&bootpay) || bootpay.contains(&proxy) || proxy.prefix_len() == 0 {
            return Err(wrong("must not contain Bootpay's network, or anybody could pretend to be Bootpay"));
        }
        Ok(proxy)
    };
    let unix_socket = texts.iter().any(|text| text.trim() == UNIX);
    let networks = texts.iter().enumerate().filter(|(_, text)| text.trim() != UNIX).map(proxy);
    Ok(Proxies { networks: networks.collect::<Result<_, _>>()?, unix_socket })
}

fn network(text: &str) -> Option<IpNet> {
    let network = match text.split_once('/') {
        None => IpNet::from(address_without_port(text)?),
        Some(_) => text.parse().ok()?,
    };
    Some(match network {
        IpNet::V6(six) => match (six.addr().to_ipv4_mapped(), six.prefix_len().checked_sub(96)) {
            (Some(four), Some(length)) => IpNet::new(four.into(), length).ok()?,
            _ => network,
        },
        IpNet::V4(_) => network,
    })
}

/// An address as sockets, frameworks and proxies write it: with or without a port, brackets and a zone. One of
/// IPv4 within IPv6 is one of IPv4.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix('[') {
        let (inner, after) = rest.split_once(']')?;
        let is_port = after.is_empty() || after.strip_prefix(':').is_some_and(is_port);
        return address_without_port(inner).filter(|_| is_port && inner.contains(':'));
    }
    match text.split_once(':') {
        Some((four, port)) if is_port(port) && four.contains('.') => four.parse::<Ipv4Addr>().ok().map(IpAddr::V4),
        _ => address_without_port(text),
    }
}

fn address_without_port(text: &str) -> Option<IpAddr> {
    let (bare, zone) = text.split_once('%').map_or((text, None), |(bare, zone)| (bare, Some(zone)));
    let address: IpAddr = bare.parse().ok()?;
    let is_zoned = zone.is_none_or(|zone| !zone.is_empty() && address.is_ipv6());
    is_zoned.then(|| address.to_canonical())
}

fn is_port(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    fn found(source: &str, forwarded_for: &[&str], trusted: &[&str]) -> Origin {
        let proxies = proxies(&texts(trusted), "trusted_proxies").unwrap();
        origin(source, &texts(forwarded_for), &proxies, true).unwrap()
    }

    #[test]
    fn bootpay_is_its_network_however_the_address_is_written() {
        for source in [
            "223.130.82.4",
            "223.130.82.0",
            "223.130.82.255",
            " 223.130.82.4 ",
            "223.130.82.4:51234",
            "::ffff:223.130.82.4",
            "[::ffff:223.130.82.4]:443",
            "::ffff:df82:5204",
        ] {
            assert_eq!(found(source, &[], &[]), Origin::Bootpay, "{source}");
        }
        for source in
            ["223.130.83.4", "223.130.81.255", "10.0.0.1", "2001:db8::1", "64:ff9b::df82:5204", "::223.130.82.4"]
        {
            assert_eq!(found(source, &[], &[]), Origin::Other, "{source}");
        }
    }

    #[test]
    fn loopback_is_this_machine_where_it_is_permitted() {
        for source in ["127.0.0.1", "127.9.9.9:80", "::1", "[::1]:80", "::ffff:127.0.0.1"] {
            assert_eq!(found(source, &[], &[]), Origin::Loopback, "{source}");
            assert_eq!(origin(source, &[], &Proxies::default(), false), Ok(Origin::Other), "{source}");
        }
        assert_eq!(found("fe80::1%eth0", &[], &[]), Origin::Other);
    }

    #[test]
    fn a_unix_socket_is_a_proxy_where_it_is_named() {
        for source in ["", "unix:", "unix:/run/shop.sock"] {
            assert_eq!(found(source, &["203.0.113.9", "223.130.82.4"], &["unix"]), Origin::Bootpay, "{source}");
            assert_eq!(found(source, &["223.130.82.4", "10.0.0.1"], &["unix", "10.0.0.1"]), Origin::Bootpay);
            assert_eq!(found(source, &["223.130.82.4", "203.0.113.9"], &["unix"]), Origin::Other, "{source}");
            assert_eq!(found(source, &[], &["unix"]), Origin::Other, "{source}");
            assert!(origin(source, &[], &Proxies::default(), true).is_err(), "{source}");
        }
        assert_eq!(found("203.0.113.9", &["223.130.82.4"], &["unix"]), Origin::Other);
    }

    #[test]
    fn what_is_no_address_is_invalid() {
        for source in [
            "",
            " ",
            "localhost",
            "223.130.82",
            "223.130.82.4:",
            "223.130.82.4:65536",
            "223.130.82.04",
            "223.130.82.4%eth0",
            "[223.130.82.4]",
            "[::1",
            "::1]:80",
            "fe80::1%",
            "223.130.82.4, 10.0.0.1",
            "unknown",
            "0x7f.1",
            "3749859844",
        ] {
            assert_eq!(origin(source, &[], &Proxies::default(), true).unwrap_err().field, "source", "{source}");
        }
    }

    /// Anybody may write the header, and every proxy only appends to it.
    #[test]
    fn a_forged_forwarded_for_does_not_pass() {
        let bootpay = "223.130.82.4";
        // Nobody is trusted, or not this peer.
        assert_eq!(found("203.0.113.9", &[bootpay], &[]), Origin::Other);
        assert_eq!(found("203.0.113.9", &[bootpay], &["10.0.0.0/8"]), Origin::Other);
        // The proxy appended the true sender behind what the sender wrote.
        assert_eq!(found("10.0.0.1", &[bootpay, "203.0.113.9"], &["10.0.0.0/8"]), Origin::Other);
        assert_eq!(found("10.0.0.1", &[bootpay, "203.0.113.9", "10.0.0.2"], &["10.0.0.0/8"]), Origin::Other);
        assert_eq!(found("10.0.0.1", &[bootpay, "unknown"], &["10.0.0.0/8"]), Origin::Other);
        assert_eq!(found("10.0.0.1", &["127.0.0.1", "203.0.113.9"], &["10.0.0.0/8"]), Origin::Other);
        // Without the header the proxy itself is the sender.
        assert_eq!(found("10.0.0.1", &[], &["10.0.0.0/8"]), Origin::Other);
    }

    #[test]
    fn proxies_that_are_named_are_walked_through() {
        let trusted = &["10.0.0.0/8", "2001:db8::/32", "127.0.0.1", "::ffff:192.0.2.0/120"];
        for source in ["10.1.2.3", "[2001:db8::7]:4000", "127.0.0.1", "::ffff:10.0.0.1", "192.0.2.77"] {
            assert_eq!(found(source, &["203.0.113.9", "223.130.82.4:40000"], trusted), Origin::Bootpay, "{source}");
            assert_eq!(found(source, &["223.130.82.4", "10.9.9.9", "::1", "192.0.2.1"], trusted), Origin::Loopback);
        }
        assert_eq!(found("127.0.0.1", &["203.0.113.9"], trusted), Origin::Other);
    }

    #[test]
    fn proxies_are_addresses_and_never_everybody() {
        for (text, rule) in [
            ("proxy.internal", "must be an IPv4"),
            ("10.0.0.0/33", "must be an IPv4"),
            ("10.0.0.1:80", "must be an IPv4"),
            ("", "must be an IPv4"),
            ("0.0.0.0/0", "Bootpay's network"),
            ("::/0", "Bootpay's network"),
            ("128.0.0.0/1", "Bootpay's network"),
            ("223.130.82.4", "Bootpay's network"),
            ("::ffff:0:0/96", "Bootpay's network"),
        ] {
            let wrong = proxies(&texts(&["10.0.0.1", text]), "trusted_proxies").unwrap_err();
            assert_eq!(wrong.field, "trusted_proxies[1]", "{text}");
            assert!(wrong.rule.contains(rule), "{text}: {}", wrong.rule);
        }
    }

    proptest! {
        #[test]
        fn a_port_changes_nothing(bytes in any::<[u8; 4]>(), port in any::<u16>()) {
            let four = Ipv4Addr::from(bytes);
            prop_assert_eq!(address(&format!("{four}:{port}")), Some(four.into()));
            prop_assert_eq!(address(&format!("[::ffff:{four}]:{port}")), Some(four.into()));
        }

        #[test]
        fn no_text_panics(source in "\\PC*", forwarded in "[0-9a-f.:%\\[\\]/]*") {
            let _ = origin(&source, std::slice::from_ref(&forwarded), &Proxies::default(), true);
            let _ = proxies(&[source, forwarded], "trusted_proxies");
        }
    }
}
