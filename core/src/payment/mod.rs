//! The calls on payments that consist of several exchanges.

mod cancel_partial;
mod confirm;
mod verify;

use crate::{
    client::Session,
    endpoint::Routed,
    error::{BootpayError, Result},
    model::{GetReceipt, Mode, Receipt, Status, VerifiedPayment},
    value::Won,
};

async fn read(session: &Session, receipt_id: &str) -> Result<Receipt> {
    session.read(GetReceipt::ROUTE, &GetReceipt::new(receipt_id)).await
}

/// What the shop sold, by its own records.
struct Sale<'a> {
    receipt_id: &'a str,
    order_id: &'a str,
    amount: &'a Won,
    mode: Mode,
}

impl Sale<'_> {
    /// Whether the payment is for this sale and stands at `status`.
    fn compare(&self, receipt: &Receipt, status: &Status) -> Result<()> {
        let differs = |field: &str, expected: &dyn std::fmt::Display, found: &dyn std::fmt::Display| {
            Err(BootpayError::mismatch(field, format!("{field} should be {expected}, Bootpay has {found}")))
        };
        if receipt.receipt_id != self.receipt_id {
            return differs("receipt_id", &self.receipt_id, &receipt.receipt_id);
        }
        if receipt.order_id.as_deref() != Some(self.order_id) {
            return differs("order_id", &self.order_id, &receipt.order_id.as_deref().unwrap_or("none"));
        }
        if receipt.currency != "KRW" {
            return differs("currency", &"KRW", &receipt.currency);
        }
        if Some(receipt.price) != self.amount.get() {
            return differs("amount", &self.amount.get().unwrap_or_default(), &receipt.price);
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
        if receipt.cancelled_price != 0 {
            return differs("cancelled_price", &0, &receipt.cancelled_price);
        }
        Ok(())
    }

    fn verify(&self, receipt: Receipt) -> Result<VerifiedPayment> {
        self.compare(&receipt, &Status::Paid)?;
        Ok(VerifiedPayment {
            receipt_id: receipt.receipt_id.clone(),
            order_id: self.order_id.to_owned(),
            amount: receipt.price,
            receipt,
        })
    }
}
