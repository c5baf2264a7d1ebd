//! Calls on payments that move money, or consist of several exchanges.

mod cancel_full;
mod cancel_partial;
mod confirm;
mod request;
mod request_virtual_account;
mod verify;

use crate::{
    client::Session,
    client::endpoint::Routed,
    error::{BootpayError, Result},
    model::{ErrorKind, GetReceipt, Mode, Receipt, Repeat, Status, VerifiedPayment},
    symbol,
    value::Won,
    wire,
};

async fn read(session: &Session, receipt_id: &str) -> Result<Receipt> {
    session.read(GetReceipt::ROUTE, &GetReceipt::new(receipt_id)).await
}

/// The sale in the merchant's own records.
pub(super) struct Sale<'a> {
    pub(super) order_id: &'a str,
    pub(super) price: &'a Won,
    pub(super) mode: Mode,
}

impl Sale<'_> {
    /// Checks that the payment is for this sale: order, currency, price and mode.
    pub(super) fn matches(&self, receipt: &Receipt) -> Result<()> {
        let differs = |field: &str, expected: &dyn std::fmt::Display, found: Option<String>| {
            Err(BootpayError::differs(ErrorKind::Mismatch, field, expected, found, receipt))
        };
        if receipt.order_id.as_deref() != Some(self.order_id) {
            return differs("order_id", &self.order_id, receipt.order_id.clone());
        }
        // A currency that nobody named is read as won, but proves nothing.
        let named = wire::field(receipt.raw.text(), "currency").is_some_and(|json| json.starts_with('"'));
        if receipt.currency != "KRW" || !named {
            return differs("currency", &"KRW", named.then(|| receipt.currency.clone()));
        }
        if Some(receipt.price) != self.price.get() {
            return differs("price", &self.price.get().unwrap_or_default(), Some(receipt.price.to_string()));
        }
        let mode = receipt.sandbox.map(|test| if test { Mode::Test } else { Mode::Live });
        if mode != Some(self.mode) {
            let found = mode.map(|mode| mode.symbol().to_owned());
            return differs("mode", &self.mode.symbol(), found).map_err(|error| error.with_advice(&remedy(mode)));
        }
        Ok(())
    }

    /// Checks that the payment is for this sale, has this `status`, and that nothing of it was refunded.
    fn compare(&self, receipt: &Receipt, status: &Status) -> Result<()> {
        self.matches(receipt)?;
        let found = |name| wire::field(receipt.raw.text(), name).map(str::to_owned);
        if receipt.status != *status {
            return Err(wrong_state(receipt, "status", status.symbol(), Some(receipt.status.symbol().to_owned())));
        }
        // An amount that nobody named is read as nothing, but proves nothing.
        if receipt.cancelled_price != 0 || found("cancelled_price").is_none() {
            return Err(wrong_state(receipt, "cancelled_price", "0", found("cancelled_price")));
        }
        if receipt.cancelled_tax_free != 0 {
            return Err(wrong_state(receipt, "cancelled_tax_free", "0", found("cancelled_tax_free")));
        }
        Ok(())
    }

    /// A payment that is paid and matches; `earlier` if this call did not confirm it.
    pub(super) fn verify(&self, receipt: Receipt, earlier: bool) -> Result<VerifiedPayment> {
        self.compare(&receipt, &Status::Paid)?;
        Ok(VerifiedPayment {
            receipt_id: receipt.receipt_id.clone(),
            order_id: self.order_id.to_owned(),
            price: receipt.price,
            confirmed_earlier: earlier,
            receipt,
        })
    }
}

/// The error about a payment that matches and is not paid in full. Asking again is of use only while it may
/// still become paid.
fn wrong_state(receipt: &Receipt, field: &str, expected: &str, found: Option<String>) -> BootpayError {
    let error = BootpayError::differs(ErrorKind::WrongState, field, expected, found, receipt);
    let may_become_paid = receipt.status.may_become_paid() && receipt.cancelled_price == 0;
    error.with_repeat(if may_become_paid { Repeat::Safe } else { Repeat::Never })
}

/// The remedy for a payment that was made in another mode than the client expects.
fn remedy(found: Option<Mode>) -> String {
    match found {
        Some(Mode::Test) => {
            format!("; no money moved. If this client is for tests, create it with {}", symbol::mode(Mode::Test))
        }
        Some(Mode::Live) => {
            format!("; if this client is for real payments, create it with {}", symbol::mode(Mode::Live))
        }
        None => String::new(),
    }
}
