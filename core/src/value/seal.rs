//! JSON as one text that can be kept anywhere, and tells when it was cut or altered.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// A kind of text: its beginning, and the version of what it means.
pub(crate) struct Seal {
    pub(crate) kind: &'static str,
    pub(crate) version: u32,
}

/// The reason why a text cannot be opened.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unsealed {
    /// Another version of the library made it.
    OtherVersion,
    /// It is another text, or was truncated or altered.
    Altered,
}

impl Seal {
    /// The text: `kind1.JSON.CHECKSUM`.
    pub(crate) fn seal(&self, json: &[u8]) -> String {
        let facts = BASE64_URL_SAFE_NO_PAD.encode(json);
        let checksum = checksum(&facts);
        format!("{}{}.{facts}.{checksum}", self.kind, self.version)
    }

    /// The JSON that was sealed, as bytes that nobody has looked at.
    pub(crate) fn open(&self, text: &str) -> Result<Vec<u8>, Unsealed> {
        let (kind, rest) = text.split_once('.').ok_or(Unsealed::Altered)?;
        let version = kind.strip_prefix(self.kind).ok_or(Unsealed::Altered)?;
        if version != self.version.to_string() {
            return Err(Unsealed::OtherVersion);
        }
        let (facts, sum) = rest.split_once('.').ok_or(Unsealed::Altered)?;
        if checksum(facts) != sum {
            return Err(Unsealed::Altered);
        }
        BASE64_URL_SAFE_NO_PAD.decode(facts).map_err(|_| Unsealed::Altered)
    }
}

fn checksum(facts: &str) -> String {
    Sha256::digest(facts).iter().take(8).fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}
