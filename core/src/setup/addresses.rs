//! Bootpay's addresses: where it calls from, and the URLs that PGs call.
//!
//! From Bootpay's manual (2021) and its help (2026).

use super::offer::OFFERS;
use crate::{
    model::{BootpayAddresses, DepositUrl, Pg},
    webhook::source::NETWORK,
};

/// The addresses from which Bootpay cancels; the manual of 2021 names the first alone.
const CANCEL_ADDRESSES: [&str; 3] = ["223.130.82.4", "223.130.82.130", "223.130.82.131"];

/// The host of the URLs that PGs call.
const HOST: &str = "https://api.bootpay.co.kr";

/// The hosts that KCP's result URL for identity verification must list.
const IDENTITY_HOSTS: [&str; 3] = ["api.bootpay.co.kr", "gw.bootpay.co.kr", "admin.bootpay.co.kr"];

pub(crate) fn cancel_addresses() -> String {
    CANCEL_ADDRESSES.join(", ")
}

pub(crate) fn identity_hosts() -> String {
    IDENTITY_HOSTS.join(", ")
}

/// The URL that a PG calls after a deposit to a virtual account.
pub(crate) fn deposit_url(path: &str) -> String {
    format!("{HOST}{path}")
}

/// All of them.
pub fn addresses() -> BootpayAddresses {
    let texts = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
    let urls = OFFERS
        .iter()
        .filter_map(|offer| Some(DepositUrl { pg: Pg::from(offer.pg), url: deposit_url(offer.deposit_path?) }));
    let cancelling = OFFERS.iter().filter(|offer| offer.needs_cancel_address);
    BootpayAddresses {
        webhook_network: NETWORK.to_string(),
        cancel_addresses: texts(&CANCEL_ADDRESSES),
        cancel_address_pgs: cancelling.map(|offer| Pg::from(offer.pg)).collect(),
        deposit_urls: urls.collect(),
        identity_hosts: texts(&IDENTITY_HOSTS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_addresses_are_within_the_network_and_the_urls_on_bootpays_host() {
        let all = addresses();
        let network = all.webhook_network.strip_suffix("0/24").unwrap();
        assert!(all.cancel_addresses.iter().all(|address| address.starts_with(network)));
        let pgs: Vec<_> = all.deposit_urls.iter().map(|one| one.pg.symbol()).collect();
        assert_eq!(pgs, ["kcp", "inicis", "nicepay"]);
        assert!(all.deposit_urls.iter().all(|one| one.url.starts_with("https://api.bootpay.co.kr/")));
        assert_eq!(all.cancel_address_pgs, [Pg::Kcp]);
    }
}
