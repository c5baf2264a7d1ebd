//! A shop that sells one order and gives it back.

use bootpay_core::{
    Bootpay, BootpayError,
    model::{CancelFull, CancelPartial, ConfirmPayment, GetReceipt, Receipt, VerifiedPayment, VerifyPayment},
};

pub use bootpay_postgres::PostgresAttempts;

pub async fn sell(bootpay: &Bootpay, receipt_id: &str, order: &str, price: i64) -> Result<VerifiedPayment, BootpayError> {
    bootpay.payments().confirm(ConfirmPayment::new(receipt_id, order, price)).await?;
    bootpay.payments().verify(VerifyPayment::new(receipt_id, order, price)).await
}

pub async fn give_back(bootpay: &Bootpay, receipt_id: &str, part: i64) -> Result<Receipt, BootpayError> {
    bootpay.payments().cancel_partial(CancelPartial::new(receipt_id, part, "o-1/1")).await?;
    bootpay.payments().cancel_full(CancelFull::new(receipt_id)).await?;
    bootpay.payments().get(GetReceipt::new(receipt_id)).await
}
