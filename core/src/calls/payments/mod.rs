//! Calls on payments that move money, or consist of several exchanges.

mod cancel_full;
mod cancel_partial;
mod confirm;
mod request;
mod verify;

use crate::{
    client::Session,
    client::endpoint::Routed,
    error::{BootpayError, Result},
    model::{GetReceipt, Mode, Receipt, Status, VerifiedPayment},
    value::Won,
    wire,
};

async fn read(session: &Session, receipt_id: &str) -> Result<Receipt> {
    session.read(GetReceipt::ROUTE, &GetReceipt::new(receipt_id)).await
}

/// The sale in the merchant's own records.
struct Sale<'a> {
    order_id: &'a str,
    price: &'a Won,
    mode: Mode,
}

impl Sale<'_> {
    /// Checks that the payment is for this sale and has this `status`.
    fn compare(&self, receipt: &Receipt, status: &Status) -> Result<()> {
        let differs = |field: &str, expected: &dyn std::fmt::Display, found: &dyn std::fmt::Display| {
            Err(BootpayError::mismatch(field, format!("{field} should be {expected}, but Bootpay has {found}")))
        };
        let raw = |name| wire::field(receipt.raw.text(), name);
        if receipt.order_id.as_deref() != Some(self.order_id) {
            return differs("order_id", &self.order_id, &receipt.order_id.as_deref().unwrap_or("none"));
        }
        // A currency that nobody named is read as won, but proves nothing.
        if receipt.currency != "KRW" || !raw("currency").is_some_and(|json| json.starts_with('"')) {
            return differs("currency", &"KRW", &receipt.raw["currency"]);
        }
        if Some(receipt.price) != self.price.get() {
            return differs("price", &self.price.get().unwrap_or_default(), &receipt.price);
        }
        let mode = match receipt.sandbox {
            Some(true) => Mode::Test.symbol(),
            Some(false) => Mode::Live.symbol(),
            None => "neither",
        };
        if mode != self.mode.symbol() {
            return differs("mode", &self.mode.symbol(), &mode);
        }
        if receipt.status != *status {
            return differs("status", &status.symbol(), &receipt.status.symbol());
        }
        if receipt.cancelled_price != 0 || raw("cancelled_price").is_none() {
            return differs("cancelled_price", &0, &receipt.raw["cancelled_price"]);
        }
        if receipt.cancelled_tax_free != 0 {
            return differs("cancelled_tax_free", &0, &receipt.cancelled_tax_free);
        }
        Ok(())
    }

    fn verify(&self, receipt: Receipt) -> Result<VerifiedPayment> {
        self.compare(&receipt, &Status::Paid)?;
        Ok(VerifiedPayment {
            receipt_id: receipt.receipt_id.clone(),
            order_id: self.order_id.to_owned(),
            price: receipt.price,
            receipt,
        })
    }
}
