//! The events that webhooks report, and the body of the second generation: the receipt with its type.

use bootpay_core::model::Status;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::billing_key::BillingKey;
use crate::domain::catalog;
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::payment::Payment;
use crate::domain::receipt::render;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reporting::Reporting;

/// The header that marks a delivery: the controls of no emulator obey one.
pub(crate) const HEADER: &str = "emulator-webhook";

/// A change that a webhook reports. Bootpay documents the first four (developers.bootpay.ai, "Webhook"); the failures
/// and the expiry are names in merchants' code, behind flags of the official SDKs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Event {
    Completed,
    VirtualAccountIssued,
    Cancelled,
    PartialCancelled,
    Expired,
    RequestFailed,
    ConfirmFailed,
    CancelFailed,
    /// The buyer has decided on the goods of an escrow payment.
    EscrowDecided,
    BillingKeyIssued,
}

impl Event {
    /// The event that leads from one state of a payment to the next one; a new payment has no state before.
    pub(crate) fn between(before: Option<&Payment>, after: &Payment) -> Option<Self> {
        let refunded = before.map_or(Money::ZERO, |before| before.cancelled_price);
        if after.cancelled_price > refunded {
            let part = after.remaining() > Money::ZERO;
            return Some(if part { Self::PartialCancelled } else { Self::Cancelled });
        }
        if after.is_escrow_decided() && !before.is_some_and(Payment::is_escrow_decided) {
            return Some(Self::EscrowDecided);
        }
        if before.is_some_and(|before| before.status == after.status) {
            return None;
        }
        match after.status {
            Status::Paid => Some(Self::Completed),
            Status::VirtualAccountIssued => Some(Self::VirtualAccountIssued),
            Status::Expired => Some(Self::Expired),
            // The window failed, or the approval after it.
            Status::ApprovalFailed if before.is_some_and(|before| before.status == Status::Ready) => {
                Some(Self::RequestFailed)
            }
            Status::ApprovalFailed => Some(Self::ConfirmFailed),
            _ => None,
        }
    }

    /// The event that led to the current state of a payment.
    pub(crate) fn latest(payment: &Payment) -> Result<Self, Refusal> {
        Ok(match payment.status {
            Status::Paid if payment.cancelled_price > Money::ZERO => Self::PartialCancelled,
            Status::Paid => Self::Completed,
            Status::VirtualAccountIssued => Self::VirtualAccountIssued,
            Status::Cancelled if payment.remaining() > Money::ZERO => Self::PartialCancelled,
            Status::Cancelled => Self::Cancelled,
            Status::Expired => Self::Expired,
            Status::ApprovalFailed => Self::ConfirmFailed,
            _ => {
                let status = payment.status_code();
                return Err(Code::Webhook.because(format!("no webhook_type is known for status {status}")));
            }
        })
    }

    /// Returns whether the first generation reports it: the approval, the deposit, each cancel (Bootpay's book).
    pub(crate) fn is_of_first_generation(self) -> bool {
        matches!(self, Self::Completed | Self::Cancelled | Self::PartialCancelled)
    }

    /// Returns whether a payment with these wishes reports it.
    pub(crate) fn is_wanted(self, wishes: &Reporting) -> bool {
        match self {
            Self::Expired => wishes.events,
            Self::RequestFailed | Self::ConfirmFailed | Self::CancelFailed => wishes.errors,
            _ => true,
        }
    }

    /// Its `webhook_type`; that of a billing key is the emulator's own.
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Completed | Self::EscrowDecided => "PAYMENT_COMPLETED",
            Self::VirtualAccountIssued => "PAYMENT_VIRTUAL_ACCOUNT_ISSUED",
            Self::Cancelled => "PAYMENT_CANCELLED",
            Self::PartialCancelled => "PAYMENT_PARTIAL_CANCELLED",
            Self::Expired => "PAYMENT_EXPIRED",
            Self::RequestFailed => "PAYMENT_REQUEST_FAILED",
            Self::ConfirmFailed => "PAYMENT_CONFIRM_FAILED",
            Self::CancelFailed => "PAYMENT_CANCEL_FAILED",
            Self::BillingKeyIssued => "EMULATOR_BILLING_KEY_ISSUED",
        }
    }
}

/// The body about a payment: its receipt, and for a failure the refusal.
pub(crate) fn body(payment: &Payment, merchant: &Merchant, event: Event, failure: Option<&Refusal>) -> Value {
    let mut body = render(payment, merchant, false);
    complete(&mut body, merchant, event);
    if payment.is_escrow_decided() {
        body["escrow_webhook"] = true.into();
    }
    if let Some(webhook) = &merchant.notifications.webhook {
        if event == Event::PartialCancelled {
            let status = Status::from_code(webhook.partial_cancel_status);
            body["status"] = webhook.partial_cancel_status.into();
            body["status_locale"] = catalog::status_name(&status).into();
        }
        if webhook.symbols {
            body["pg"] = payment.pg.symbol().into();
            body["method"] = body["method_symbol"].clone();
            body["method_origin"] = body["method_origin_symbol"].clone();
        }
    }
    if let Some(failure) = failure {
        let failure = failure.json();
        body["error_code"] = failure["error_code"].clone();
        body["message"] = failure["message"].clone();
    }
    body
}

/// The body about an issued billing key.
pub(crate) fn billing_key_body(key: &BillingKey, merchant: &Merchant) -> Value {
    let mut body = key.receipt(merchant, false);
    complete(&mut body, merchant, Event::BillingKeyIssued);
    body["billing_key"] = key.billing_key.clone().into();
    body
}

fn complete(body: &mut Value, merchant: &Merchant, event: Event) {
    body["application_id"] = merchant.application_id.clone().into();
    body["webhook_type"] = event.symbol().into();
}
