//! The end of a window, as its page reports it.

use bootpay_core::model::Status;
use serde::{Deserialize, Serialize};

use crate::domain::refusal::{Code, Refusal};

/// The event that ends a window, by its name in the browser SDK.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Event {
    /// The buyer has finished; the merchant confirms.
    Confirm,
    Done,
    /// A virtual account was issued.
    Issued,
    Cancel,
    Error,
}

impl Event {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Done => "done",
            Self::Issued => "issued",
            Self::Cancel => "cancel",
            Self::Error => "error",
        }
    }

    /// The event of a status that a window leads to.
    pub(crate) fn of(status: &Status) -> Option<Self> {
        match status {
            Status::WaitingConfirm => Some(Self::Confirm),
            Status::Paid | Status::BillingKeyIssued | Status::IdentityVerified => Some(Self::Done),
            Status::VirtualAccountIssued => Some(Self::Issued),
            _ => None,
        }
    }
}

/// The end of a window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Ending {
    pub(crate) event: Event,
    /// Of a cancel or an error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) pg_error_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) message: Option<String>,
}

impl From<Event> for Ending {
    fn from(event: Event) -> Self {
        Self { event, error_code: None, pg_error_code: None, message: None }
    }
}

impl Ending {
    /// An error with the code and the message of a refusal.
    pub(crate) fn error(refusal: &Refusal) -> Self {
        Self { event: Event::Error, ..Self::failed(refusal) }
    }

    /// A cancel: by the buyer in the page, or by closing the window.
    pub(crate) fn cancel(code: Code, saw: &str) -> Self {
        Self { event: Event::Cancel, ..Self::failed(&code.because(saw)) }
    }

    fn failed(refusal: &Refusal) -> Self {
        Self {
            event: Event::Error,
            error_code: Some(refusal.code.as_str().to_owned()),
            pg_error_code: refusal.pg_code().map(str::to_owned),
            message: Some(refusal.message()),
        }
    }
}
