//! Addresses and networks of servers, as an allow-list has them.

use std::net::IpAddr;

use crate::domain::rule::Rule;
use crate::domain::values::quoted;

/// An address, or a network in CIDR notation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Network {
    address: IpAddr,
    prefix: u8,
}

impl Network {
    /// Reads `10.0.100.2` or `10.0.0.0/8`; a host name is refused, as Bootpay's form refuses it.
    pub(crate) fn read(text: &str) -> Result<Self, Rule> {
        let refuse = || Rule::NotANetwork { found: quoted(text) };
        let (address, prefix) = text.split_once('/').map_or((text, None), |(address, prefix)| (address, Some(prefix)));
        let address: IpAddr = address.parse().map_err(|_| refuse())?;
        let longest = if address.is_ipv4() { 32 } else { 128 };
        let prefix = match prefix {
            None => longest,
            Some(prefix) if prefix.bytes().all(|byte| byte.is_ascii_digit()) => {
                prefix.parse().ok().filter(|prefix| *prefix <= longest).ok_or_else(refuse)?
            }
            Some(_) => return Err(refuse()),
        };
        Ok(Self { address, prefix })
    }

    /// Returns whether an address is in the network.
    pub(crate) fn contains(self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                let mask = u32::MAX.checked_shl(32 - u32::from(self.prefix)).unwrap_or_default();
                own.to_bits() & mask == other.to_bits() & mask
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                let mask = u128::MAX.checked_shl(128 - u32::from(self.prefix)).unwrap_or_default();
                own.to_bits() & mask == other.to_bits() & mask
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_contain_their_addresses() {
        for (network, address, contained) in [
            ("127.0.0.2", "127.0.0.2", true),
            ("127.0.0.2", "127.0.0.1", false),
            ("10.0.0.0/8", "10.255.3.4", true),
            ("10.0.0.0/8", "11.0.0.0", false),
            ("0.0.0.0/0", "203.0.113.5", true),
            ("::1", "::1", true),
            ("2001:db8::/32", "2001:db8:1::1", true),
            ("2001:db8::/32", "2001:db9::1", false),
            ("10.0.0.0/8", "::ffff:10.1.1.1", true),
            ("::/0", "10.0.0.1", false),
        ] {
            let network = Network::read(network).unwrap();
            assert_eq!(network.contains(address.parse().unwrap()), contained, "{network:?} {address}");
        }
        for wrong in
            ["", "shop.example", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/+8", "10.0.0/8", "1.2.3.4:80"]
        {
            assert!(Network::read(wrong).is_err(), "{wrong}");
        }
    }
}
