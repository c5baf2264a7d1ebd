//! A webhook: what it says, and whether it may be sent where it is asked to go. Pure.

use std::net::IpAddr;

use axum::http::Uri;
use bootpay_core::model::Status;
use serde_json::{Value, json};

use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::payment::Payment;
use crate::domain::receipt::render;
use crate::domain::refusal::{Code, Refusal};

/// A webhook on its way.
#[derive(Clone, Debug)]
pub(crate) struct Webhook {
    pub(crate) url: Uri,
    pub(crate) body: Value,
}

/// What became of it: status and text of the answer, or why there was none.
pub(crate) struct Outcome(pub(crate) Result<(u16, String), String>);

impl Webhook {
    /// Tells a shop where a payment stands.
    pub(crate) fn about(payment: &Payment, merchant: &Merchant, url: &str) -> Result<Self, Refusal> {
        let url = url.parse().ok().filter(is_near).ok_or_else(|| {
            Code::Webhook.because(format!("webhook_url is {url:?}: the emulator reaches http:// on loopback only"))
        })?;
        let mut body = render(payment, merchant, false);
        body["application_id"] = merchant.application_id.clone().into();
        body["webhook_type"] = kind(payment)?.into();
        if payment.is_escrow_decided() {
            body["escrow_webhook"] = true.into();
        }
        Ok(Self { url, body })
    }

    /// How it is listed before anything became of it.
    pub(crate) fn entry(&self, merchant_id: &str) -> Value {
        json!({
            "merchant": merchant_id,
            "url": self.url.to_string(),
            "body": self.body,
            "status": null,
            "answer": null,
            "acknowledged": false,
            "error": null,
        })
    }
}

impl Outcome {
    /// What the listing learns from it.
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

/// What a shop is told has happened; nobody documents a word for the states between.
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

/// Nothing leaves this machine.
fn is_near(url: &Uri) -> bool {
    let host = url.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    let is_loopback = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    url.scheme_str() == Some("http") && is_loopback
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_this_machine() {
        for (url, near) in [
            ("http://127.0.0.1:9/hook", true),
            ("http://[::1]:9/hook", true),
            ("http://localhost/hook", true),
            ("https://127.0.0.1/hook", false),
            ("http://localhost.example/hook", false),
            ("http://127.0.0.1@example.com/hook", false),
            ("http://10.0.0.1/hook", false),
            ("/hook", false),
        ] {
            assert_eq!(url.parse::<Uri>().is_ok_and(|url| is_near(&url)), near, "{url}");
        }
    }
}
