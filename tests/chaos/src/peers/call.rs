//! The calls of a life, in no SDK's words.

use bootpay_core::Timestamp;
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub(crate) enum Call {
    Confirm {
        receipt_id: String,
        order_id: String,
        price: i64,
    },
    /// A part, or all that remains.
    Cancel {
        receipt_id: String,
        part: Option<i64>,
        cancel_id: String,
    },
    Charge {
        billing_key: String,
        order_id: String,
        price: i64,
    },
    Reserve {
        billing_key: String,
        order_id: String,
        price: i64,
        at: Timestamp,
    },
    CancelReservation {
        reserve_id: String,
    },
    PublishForPayment {
        receipt_id: String,
    },
    CancelForPayment {
        receipt_id: String,
    },
    Publish {
        order_id: String,
        price: i64,
    },
    CancelCashReceipt {
        receipt_id: String,
    },
}

pub(crate) const IDENTITY_NO: &str = "01012345678";

impl Call {
    /// What our core calls it.
    pub(crate) fn endpoint(&self) -> &'static str {
        match self {
            Self::Confirm { .. } => "payments.confirm",
            Self::Cancel { part: Some(_), .. } => "payments.cancel_partial",
            Self::Cancel { part: None, .. } => "payments.cancel_full",
            Self::Charge { .. } => "billing.charge",
            Self::Reserve { .. } => "reservations.create",
            Self::CancelReservation { .. } => "reservations.cancel",
            Self::PublishForPayment { .. } => "cash_receipts.publish_for_payment",
            Self::CancelForPayment { .. } => "cash_receipts.cancel_for_payment",
            Self::Publish { .. } => "cash_receipts.publish",
            Self::CancelCashReceipt { .. } => "cash_receipts.cancel",
        }
    }

    /// What an official SDK is given, in the API's names: what its README gives it, and the
    /// `cancel_id` of a full cancel too.
    pub(crate) fn fields(&self) -> Value {
        match self {
            Self::Confirm { receipt_id, .. } | Self::CancelForPayment { receipt_id } => {
                json!({ "receipt_id": receipt_id })
            }
            Self::Cancel { receipt_id, part, cancel_id } => {
                let mut fields = json!({ "receipt_id": receipt_id, "cancel_id": cancel_id, "cancel_username": "shop",
                    "cancel_message": "returned" });
                if let Some(part) = part {
                    fields["cancel_price"] = (*part).into();
                }
                fields
            }
            Self::Charge { billing_key, order_id, price } => {
                json!({ "billing_key": billing_key, "order_name": "tea", "order_id": order_id, "price": price })
            }
            Self::Reserve { billing_key, order_id, price, at } => {
                json!({ "billing_key": billing_key, "order_name": "tea", "order_id": order_id, "price": price,
                    "reserve_execute_at": at.to_string() })
            }
            Self::CancelReservation { reserve_id } => json!({ "reserve_id": reserve_id }),
            Self::PublishForPayment { receipt_id } => {
                json!({ "receipt_id": receipt_id, "identity_no": IDENTITY_NO, "cash_receipt_type": "소득공제" })
            }
            Self::Publish { order_id, price } => {
                json!({ "price": price, "order_name": "tea", "order_id": order_id, "identity_no": IDENTITY_NO,
                    "cash_receipt_type": "소득공제" })
            }
            Self::CancelCashReceipt { receipt_id } => {
                json!({ "receipt_id": receipt_id, "cancel_username": "shop", "cancel_message": "returned" })
            }
        }
    }
}
