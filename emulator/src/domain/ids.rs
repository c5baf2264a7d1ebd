//! Ids and keys in Bootpay's formats, the same for the same seed. None is secret.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD};

/// `n` bytes that depend on seed, kind and number only.
fn bytes(seed: u64, kind: &str, number: i64, n: usize) -> Vec<u8> {
    let mut state = kind.bytes().fold(mix(seed), |state, byte| mix(state ^ u64::from(byte)));
    state = mix(state ^ number.cast_unsigned());
    let mut bytes = Vec::with_capacity(n + 8);
    while bytes.len() < n {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        bytes.extend(mix(state).to_be_bytes());
    }
    bytes.truncate(n);
    bytes
}

/// The finaliser of splitmix64: enough to look random, small enough to read.
fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// `length` hexadecimal characters: 24 for a Bootpay id, 64 for an access token.
pub(crate) fn hex(seed: u64, kind: &str, number: i64, length: usize) -> String {
    let mut hex = String::with_capacity(length + 2);
    for byte in bytes(seed, kind, number, length.div_ceil(2)) {
        for digit in [byte >> 4, byte & 15] {
            hex.push(char::from_digit(digit.into(), 16).unwrap_or('0'));
        }
    }
    hex.truncate(length);
    hex
}

/// `length` decimal digits.
pub(crate) fn digits(seed: u64, kind: &str, number: i64, length: usize) -> String {
    bytes(seed, kind, number, length).into_iter().map(|byte| char::from(b'0' + byte % 10)).collect()
}

/// A number of 32 bits.
pub(crate) fn number(seed: u64, kind: &str, number: i64) -> u32 {
    bytes(seed, kind, number, 4).into_iter().fold(0, |sum, byte| sum << 8 | u32::from(byte))
}

/// `n` bytes as padded base64.
pub(crate) fn base64(seed: u64, kind: &str, number: i64, n: usize) -> String {
    STANDARD.encode(bytes(seed, kind, number, n))
}

/// The keys of a project and the ids of its applications and its owner, in the formats of Bootpay's console.
pub(crate) struct Keys {
    pub(crate) owner_id: String,
    pub(crate) web: String,
    pub(crate) android: String,
    pub(crate) ios: String,
    pub(crate) client_key: String,
    pub(crate) secret_key: String,
    pub(crate) application_id: String,
    pub(crate) private_key: String,
}

/// A further pair of keys, in the same formats.
pub(crate) fn key_pair(seed: u64, number: i64) -> (String, String) {
    (
        URL_SAFE_NO_PAD.encode(bytes(seed, "further_client_key", number, 16)),
        URL_SAFE.encode(bytes(seed, "further_secret_key", number, 32)),
    )
}

/// A private key that replaces another one.
pub(crate) fn private_key(seed: u64, number: i64) -> String {
    STANDARD.encode(bytes(seed, "reissued_private_key", number, 32))
}

pub(crate) fn keys(seed: u64, number: i64) -> Keys {
    let id = |kind| hex(seed, kind, number, 24);
    Keys {
        owner_id: id("owner"),
        web: id("web_application_id"),
        android: id("android_application_id"),
        ios: id("ios_application_id"),
        client_key: URL_SAFE_NO_PAD.encode(bytes(seed, "client_key", number, 16)),
        secret_key: URL_SAFE.encode(bytes(seed, "secret_key", number, 32)),
        application_id: hex(seed, "application_id", number, 24),
        private_key: STANDARD.encode(bytes(seed, "private_key", number, 32)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_and_determinism() {
        let one = keys(7, 1);
        assert_eq!(one.client_key.len(), 22);
        assert_eq!(one.secret_key.len(), 44);
        assert_eq!(one.application_id.len(), 24);
        assert!(one.private_key.len() == 44 && one.private_key.ends_with('='));
        assert_eq!(one.private_key, keys(7, 1).private_key);
        assert_ne!(one.private_key, keys(8, 1).private_key);
        assert_ne!(hex(7, "receipt", 1, 24), hex(7, "receipt", 2, 24));
        assert_eq!(digits(7, "tid", 1, 8).len(), 8);
    }
}
