//! A cash receipt, which tells the tax office of a payment in cash. Pure.

use bootpay_core::model::{CashReceiptType, Status};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::catalog::Details;
use crate::domain::clock::Moment;
use crate::domain::ids;
use crate::domain::money::Money;
use crate::domain::payment::Payment;
use crate::domain::refusal::{Code, Refusal};

/// A cash receipt as the PG issued it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct CashReceipt {
    pub(crate) purpose: CashReceiptType,
    pub(crate) tid: String,
    /// The approval number of the tax office.
    pub(crate) number: String,
}

impl CashReceipt {
    /// Issues it under a new id of 24 hexadecimal characters; the PG looks at who it is for.
    pub(crate) fn issue(id: &str, purpose: CashReceiptType, identity_no: &str) -> Result<Self, Refusal> {
        let digits: String = identity_no.chars().filter(|character| *character != '-').collect();
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        let (fits, wanted) = if purpose == CashReceiptType::ProofOfExpense {
            (digits.len() == 10, "a business number of 10 digits")
        } else {
            // A resident number and a card for cash receipts are longer than a phone's.
            let is_phone = digits.starts_with("01") && matches!(digits.len(), 10 | 11);
            (is_phone || (13..=19).contains(&digits.len()), "a phone or a resident number")
        };
        if !is_number || !fits {
            return Err(
                Code::CashReceiptFailed.because(format!("identity_no for {} must be {wanted}", purpose.symbol()))
            );
        }
        let number = u64::from_str_radix(id.get(..16).unwrap_or(id), 16).unwrap_or_default();
        Ok(Self {
            purpose,
            tid: format!("cr-{}", id.get(..12).unwrap_or(id)),
            number: ids::digits(number, "cash_receipt", 0, 9),
        })
    }

    /// The object of its own in a receipt.
    pub(crate) fn data(&self) -> Value {
        json!({
            "tid": self.tid,
            "cash_receipt_type": i64::from(self.purpose == CashReceiptType::ProofOfExpense),
            "cash_receipt_no": self.number,
            "receipt_url": format!("https://door.bootpay.co.kr/receipt/cash/{}", self.tid),
        })
    }
}

impl Payment {
    /// Whether a cash receipt may be issued for it; the PG must be asked next.
    pub(crate) fn check_cash_receipt(&self) -> Result<(), Refusal> {
        if !matches!(self.details(), Details::Bank | Details::Vbank) {
            return Err(Code::CashReceiptFailed
                .because(format!("method is {}, only bank and vbank have cash receipts", self.method.symbol())));
        }
        if self.status != Status::Paid {
            return Err(
                Code::CashReceiptFailed.because(format!("status is {}, it must be paid (1)", self.status_code()))
            );
        }
        if self.cash_receipt.is_some() {
            return Err(Code::CashReceiptFailed.because("this payment has a cash receipt already"));
        }
        Ok(())
    }

    /// Takes the cash receipt off a payment, which may then have another.
    pub(crate) fn drop_cash_receipt(&mut self) -> Result<(), Refusal> {
        match self.cash_receipt.take() {
            Some(_) if self.details() != Details::CashReceipt => Ok(()),
            _ => Err(Code::CashReceiptFailed.because("this payment has no cash receipt")),
        }
    }

    /// Cancels a cash receipt that stands alone.
    pub(crate) fn cancel_alone(&mut self, now: Moment) -> Result<(), Refusal> {
        if self.details() != Details::CashReceipt {
            return Err(Code::NotFound.because("this receipt is a payment, not a cash receipt of its own"));
        }
        if self.status != Status::CashReceiptIssued {
            return Err(Code::CashReceiptFailed
                .because(format!("status is {}, only an issued one (60) can be cancelled", self.status_code())));
        }
        self.status = Status::CashReceiptCancelled;
        self.cancelled_at = Some(now);
        Ok(())
    }

    /// Its cash receipt is all there is: the sale was elsewhere.
    pub(crate) fn stand_alone(&mut self, purchased_at: Moment) {
        self.purchased_at = Some(purchased_at);
        self.status = Status::CashReceiptIssued;
    }

    /// The cash receipt, once it counts: one that was asked for with an account waits for the deposit.
    pub(crate) fn issued_cash_receipt(&self) -> Option<&CashReceipt> {
        self.cash_receipt.as_ref().filter(|_| self.purchased_at.is_some())
    }
}

/// A price for a cash receipt: above 0, with at most all of it tax-free.
pub(crate) fn check_price(price: Money, tax_free: Money) -> Result<(), Refusal> {
    if price <= Money::ZERO || tax_free < Money::ZERO || tax_free > price {
        return Err(Code::CashReceiptFailed
            .because(format!("price is {price}, tax_free {tax_free}: 0 <= tax_free <= price, price > 0")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pg_looks_at_who_it_is_for() {
        let id = "0123456789abcdef01234567";
        for (purpose, identity_no, fits) in [
            (CashReceiptType::IncomeDeduction, "010-1234-5678", true),
            (CashReceiptType::IncomeDeduction, "8610141234567", true),
            (CashReceiptType::IncomeDeduction, "1234567890", false),
            (CashReceiptType::IncomeDeduction, "0101234567x", false),
            (CashReceiptType::ProofOfExpense, "123-45-67890", true),
            (CashReceiptType::ProofOfExpense, "01012345678", false),
        ] {
            assert_eq!(CashReceipt::issue(id, purpose, identity_no).is_ok(), fits, "{identity_no}");
        }
    }
}
