//! Cash receipts: they report a payment in cash to the tax office.

use bootpay_core::model::CashReceiptType;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::ids;
use crate::domain::money::Money;
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
    /// Issues a cash receipt under a new id of 24 hexadecimal characters; the PG checks `identity_no`.
    pub(crate) fn issue(id: &str, purpose: CashReceiptType, identity_no: &str) -> Result<Self, Refusal> {
        let digits: String = identity_no.chars().filter(|character| *character != '-').collect();
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        let (fits, wanted) = if purpose == CashReceiptType::ProofOfExpense {
            (digits.len() == 10, "a business number of 10 digits")
        } else {
            // A resident number and a cash receipt card have more digits than a phone number.
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

    /// `cash_receipt_data` of a receipt.
    pub(crate) fn data(&self) -> Value {
        json!({
            "tid": self.tid,
            "cash_receipt_type": i64::from(self.purpose == CashReceiptType::ProofOfExpense),
            "cash_receipt_no": self.number,
            "receipt_url": format!("https://door.bootpay.co.kr/receipt/cash/{}", self.tid),
        })
    }
}

/// Checks the price of a cash receipt: above 0, of which at most all is tax-free.
pub(crate) fn check_price(price: Money, tax_free: Money) -> Result<(), Refusal> {
    if price <= Money::ZERO || tax_free < Money::ZERO || tax_free > price {
        return Err(Code::CashReceiptFailed.because(format!(
            "price is {}, tax_free {}: 0 <= tax_free <= price, price > 0",
            price.won(),
            tax_free.won()
        )));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pg_checks_the_identity_number() {
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
