//! A wallet: a card that a merchant's member keeps with Bootpay.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::clock::Moment;
use crate::domain::instrument::{CARD_COMPANY_CODE, Instrument};
use crate::domain::pg_result::PgResult;

/// A wallet.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(clippy::struct_field_names, reason = "the API's own names")]
pub(crate) struct Wallet {
    pub(crate) wallet_id: String,
    pub(crate) merchant_id: String,
    /// The merchant's id of the member.
    pub(crate) user_id: String,
    pub(crate) sandbox: bool,
    /// The member's wallets are charged in this order.
    pub(crate) order: i64,
    pub(crate) instrument: Instrument,
    /// The PG's result for charges.
    pub(crate) charge_result: PgResult,
    pub(crate) expires_at: Moment,
    pub(crate) latest_purchased_at: Option<Moment>,
}

impl Wallet {
    /// The PG's result for a charge now.
    pub(crate) fn result(&self, now: Moment) -> PgResult {
        if now >= self.expires_at { PgResult::Refused } else { self.charge_result }
    }

    /// Renders the wallet.
    pub(crate) fn render(&self) -> Value {
        let mut rendered = json!({
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
            rendered["latest_purchased_at"] = moment.iso().into();
        }
        rendered
    }
}
