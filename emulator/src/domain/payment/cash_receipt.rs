//! The cash receipt of a payment, and standalone cash receipts.

use bootpay_core::model::Status;

use super::Payment;
use crate::domain::cash_receipt::CashReceipt;
use crate::domain::catalog::Details;
use crate::domain::clock::Moment;
use crate::domain::refusal::{Code, Refusal};

impl Payment {
    /// Checks that the payment can have a cash receipt; the PG checks the rest.
    pub(crate) fn check_cash_receipt(&self) -> Result<(), Refusal> {
        if !matches!(self.details(), Details::Bank | Details::Vbank) {
            return Err(Code::CashReceiptFailed
                .because(format!("method is {}, only bank and vbank have cash receipts", self.method.symbol())));
        }
        if self.status != Status::Paid {
            return Err(Code::CashReceiptFailed
                .because(format!("status is {}, only a paid payment (1) has a cash receipt", self.status_code())));
        }
        if self.cash_receipt.is_some() {
            return Err(Code::CashReceiptFailed.because("this payment has a cash receipt already"));
        }
        Ok(())
    }

    /// Removes the cash receipt; another may be issued afterwards.
    pub(crate) fn drop_cash_receipt(&mut self) -> Result<(), Refusal> {
        match self.cash_receipt.take() {
            Some(_) if self.details() != Details::CashReceipt => Ok(()),
            _ => Err(Code::CashReceiptFailed.because("this payment has no cash receipt")),
        }
    }

    /// Cancels a standalone cash receipt.
    pub(crate) fn cancel_alone(&mut self, now: Moment) -> Result<(), Refusal> {
        if self.details() != Details::CashReceipt {
            return Err(Code::NotFound.because("this receipt is a payment, not a standalone cash receipt"));
        }
        if self.status != Status::CashReceiptIssued {
            return Err(Code::CashReceiptFailed.because(format!(
                "status is {}, only an issued cash receipt (60) can be cancelled",
                self.status_code()
            )));
        }
        self.status = Status::CashReceiptCancelled;
        self.cancelled_at = Some(now);
        Ok(())
    }

    /// Makes it a standalone cash receipt, for a sale outside Bootpay.
    pub(crate) fn stand_alone(&mut self, purchased_at: Moment) {
        self.purchased_at = Some(purchased_at);
        self.status = Status::CashReceiptIssued;
    }

    /// The cash receipt once issued: one requested with a virtual account waits for the deposit.
    pub(crate) fn issued_cash_receipt(&self) -> Option<&CashReceipt> {
        self.cash_receipt.as_ref().filter(|_| self.purchased_at.is_some())
    }
}
