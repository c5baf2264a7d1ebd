//! A webhook: its body, and its outcome.

use bootpay_core::model::Status;
use serde_json::{Value, json};

use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::payment::Payment;
use crate::domain::receipt::render;
use crate::domain::refusal::{Code, Refusal};

/// The header that marks a delivery: the controls of no emulator obey one.
pub(crate) const HEADER: &str = "emulator-webhook";

/// A webhook to deliver.
#[derive(Clone, Debug)]
pub(crate) struct Webhook {
    pub(crate) url: String,
    pub(crate) body: Value,
}

/// The outcome of a delivery: status and text of the merchant's response, or why there was none.
pub(crate) struct Outcome(pub(crate) Result<(u16, String), String>);

impl Webhook {
    /// Reports the state of a payment to its merchant.
    pub(crate) fn about(payment: &Payment, merchant: &Merchant, url: String) -> Result<Self, Refusal> {
        let mut body = render(payment, merchant, false);
        body["application_id"] = merchant.application_id.clone().into();
        body["webhook_type"] = kind(payment)?.into();
        if payment.is_escrow_decided() {
            body["escrow_webhook"] = true.into();
        }
        Ok(Self { url, body })
    }

    /// The entry of a pending webhook in the list.
    pub(crate) fn entry(&self, merchant_id: &str) -> Value {
        json!({
            "merchant": merchant_id,
            "url": self.url,
            "body": self.body,
            "status": null,
            "answer": null,
            "acknowledged": false,
            "error": null,
        })
    }
}

impl Outcome {
    /// The fields that the outcome adds to the entry.
    pub(crate) fn entry(&self) -> Value {
        match &self.0 {
            Ok((status, answer)) => {
                let says_success = serde_json::from_str::<Value>(answer).is_ok_and(|answer| answer["success"] == true);
                json!({ "status": status, "answer": answer, "acknowledged": *status == 200 && says_success })
            }
            Err(error) => json!({ "error": error }),
        }
    }
}

/// The webhook type; no source documents one for the remaining statuses.
fn kind(payment: &Payment) -> Result<&'static str, Refusal> {
    Ok(match payment.status {
        Status::Paid if payment.cancelled_price > Money::ZERO => "PAYMENT_PARTIAL_CANCELLED",
        Status::Paid => "PAYMENT_COMPLETED",
        Status::VirtualAccountIssued => "PAYMENT_VIRTUAL_ACCOUNT_ISSUED",
        Status::Cancelled if payment.remaining() > Money::ZERO => "PAYMENT_PARTIAL_CANCELLED",
        Status::Cancelled => "PAYMENT_CANCELLED",
        Status::Expired => "PAYMENT_EXPIRED",
        Status::ApprovalFailed => "PAYMENT_CONFIRM_FAILED",
        _ => {
            return Err(Code::Webhook.because(format!("no webhook_type is known for status {}", payment.status_code())));
        }
    })
}
