//! The work on one change of a payment, as text.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};

use crate::{
    model::{Mode, WebhookFormat},
    value::{Seal, Unsealed},
};

const SEAL: Seal = Seal { kind: "bootpay-delivery-", version: 1 };

/// The facts in it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Claim {
    /// The id of the payment's row.
    pub(super) place: String,
    /// The holder of the row.
    pub(super) holder: String,
    /// The words of the change.
    pub(super) words: Vec<String>,
    /// The format of the notice, which decides the response.
    pub(super) format: WebhookFormat,
}

impl Claim {
    pub(super) fn text(&self) -> String {
        SEAL.seal(&serde_json::to_vec(self).expect("text"))
    }

    /// Returns true if a client with this mode made it.
    pub(super) fn is_of(&self, mode: Mode) -> bool {
        self.place.starts_with(&beginning(mode))
    }
}

/// The claim of a text, or the rule that the text breaks.
pub(crate) fn restore(text: &str) -> Result<Claim, &'static str> {
    const ALTERED: &str = "must be a delivery's unchanged `claim`: this one was truncated or altered";
    let json = SEAL.open(text).map_err(|unsealed| match unsealed {
        Unsealed::OtherVersion => "must be of a version that this library knows: another version made it",
        Unsealed::Altered => ALTERED,
    })?;
    serde_json::from_slice(&json).map_err(|_| ALTERED)
}

/// The id of a payment's row. No key is in it: a payment stays the same when the merchant has new ones.
pub(super) fn place(mode: Mode, receipt_id: &str) -> String {
    beginning(mode) + &utf8_percent_encode(receipt_id, NON_ALPHANUMERIC).to_string()
}

fn beginning(mode: Mode) -> String {
    format!("webhook/{}/", mode.symbol())
}
