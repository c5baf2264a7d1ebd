//! A charge of a billing key or a wallet: the order to pay, and its checks.

use serde_json::{Map, Value};

use crate::domain::money::Money;
use crate::domain::payment;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reporting::Reporting;
use crate::domain::values::quoted;

/// The minimum price of a charge in instalments.
const LEAST_IN_INSTALMENTS: Money = Money(50_000 * 100);

/// The order that a charge pays.
#[derive(Clone, Debug)]
pub(crate) struct Charge {
    pub(crate) order_id: String,
    pub(crate) order_name: String,
    pub(crate) price: Money,
    pub(crate) tax_free: Money,
    pub(crate) card_quota: Option<String>,
    pub(crate) metadata: Map<String, Value>,
    pub(crate) user: Option<Map<String, Value>>,
    pub(crate) reporting: Reporting,
}

impl Charge {
    /// Checks the price and the instalments.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let price = self.price;
        payment::check_price(price, self.tax_free)?;
        match self.card_quota.as_deref() {
            None | Some("0" | "00") => Ok(()),
            Some(quota) if !matches!(quota.parse(), Ok(2..=12_u8)) => {
                Err(Code::ConfirmFailed.because(format!("card_quota is {}, it must be 00 or 02 to 12", quoted(quota))))
            }
            Some(_) if price < LEAST_IN_INSTALMENTS => Err(Code::ConfirmFailed.because(format!(
                "card_quota needs a price of at least {}, not {}",
                LEAST_IN_INSTALMENTS.won(),
                price.won()
            ))),
            Some(_) => Ok(()),
        }
    }
}
