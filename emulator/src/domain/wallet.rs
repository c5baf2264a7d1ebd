//! A card that a shop's member keeps with Bootpay.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::clock::Moment;
use crate::domain::instrument::{CARD_COMPANY_CODE, Instrument};
use crate::domain::payment::PgAnswer;

/// One wallet.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(clippy::struct_field_names, reason = "the API's own names")]
pub(crate) struct Wallet {
    pub(crate) wallet_id: String,
    pub(crate) merchant_id: String,
    /// The shop's id of the member.
    pub(crate) user_id: String,
    pub(crate) sandbox: bool,
    /// The first is charged first.
    pub(crate) order: i64,
    pub(crate) instrument: Instrument,
    /// What the PG answers to charges.
    pub(crate) charge_result: PgAnswer,
    pub(crate) expires_at: Moment,
    pub(crate) latest_purchased_at: Option<Moment>,
}

impl Wallet {
    /// What the PG answers to a charge now.
    pub(crate) fn answer(&self, now: Moment) -> PgAnswer {
        if now >= self.expires_at { PgAnswer::Refused } else { self.charge_result }
    }

    pub(crate) fn reply(&self) -> Value {
        let mut reply = json!({
            "wallet_id": self.wallet_id,
            "type": 1,
            "sandbox": i64::from(self.sandbox),
            "order": self.order,
            "payment_status": 1,
            "batch_data": self.instrument.billing_data(),
            "card_code": CARD_COMPANY_CODE,
            "expired_at": self.expires_at.iso(),
        });
        if let Some(moment) = self.latest_purchased_at {
            reply["latest_purchased_at"] = moment.iso().into();
        }
        reply
    }
}
