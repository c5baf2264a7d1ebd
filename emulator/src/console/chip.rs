//! Status chips: six meanings, each with a glyph and a word; the colour comes third.

use bootpay_core::model::Status;

use super::texts::Texts;
use crate::domain::catalog::status_name;
use crate::domain::money::Money;
use crate::domain::payment::Payment;

/// The meaning of a status for the person who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Done,
    /// Somebody must act.
    Waiting,
    PartlyUndone,
    Ended,
    Failed,
    /// Not begun, or a status that nobody knows.
    Open,
}

impl Meaning {
    /// The class of its colours.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Waiting => "waiting",
            Self::PartlyUndone => "partly",
            Self::Ended => "ended",
            Self::Failed => "failed",
            Self::Open => "open",
        }
    }

    /// Its sign, which a grey print keeps.
    pub(super) fn glyph(self) -> &'static str {
        match self {
            Self::Done => "●",
            Self::Waiting => "◐",
            Self::PartlyUndone => "◑",
            Self::Ended => "○",
            Self::Failed => "▲",
            Self::Open => "◌",
        }
    }

    fn of(status: &Status) -> Self {
        match status {
            Status::Paid | Status::BillingKeyIssued | Status::IdentityVerified | Status::CashReceiptIssued => {
                Self::Done
            }
            Status::WaitingConfirm
            | Status::Approving
            | Status::ApprovalRequested
            | Status::VirtualAccountIssued
            | Status::BillingKeyRequested => Self::Waiting,
            Status::Cancelled
            | Status::CashReceiptCancelled
            | Status::VirtualAccountRevoked
            | Status::Expired
            | Status::BillingKeyRevoked => Self::Ended,
            Status::Failed | Status::ApprovalFailed | Status::RequestFailed | Status::CancelFailed => Self::Failed,
            _ => Self::Open,
        }
    }
}

/// A chip: `templates/parts.html` draws it.
pub(super) struct Chip {
    pub(super) meaning: Meaning,
    pub(super) word: String,
    /// Bootpay's number and its own name: `20 · 결제취소완료`.
    pub(super) title: String,
}

impl Chip {
    /// The chip of a status.
    pub(super) fn of_status(status: &Status, t: Texts) -> Self {
        let name = status_name(status);
        let word = match status {
            Status::Ready => t.status_requested(),
            Status::Paid => t.status_paid(),
            Status::WaitingConfirm => t.status_waits_confirm(),
            Status::Approving | Status::ApprovalRequested => t.status_approving(),
            Status::VirtualAccountIssued => t.status_waits_deposit(),
            Status::BillingKeyIssued => t.status_key_issued(),
            Status::IdentityVerified => t.status_verified(),
            Status::Cancelled => t.status_cancelled(),
            Status::BillingKeyRequested => t.status_waits_consent(),
            Status::CashReceiptIssued => t.status_cash_receipt(),
            Status::CashReceiptCancelled => t.status_cash_receipt_cancelled(),
            Status::CancelFailed => t.status_cancel_failed(),
            Status::Expired => t.status_expired(),
            Status::BillingKeyRevoked => t.status_revoked(),
            Status::Failed | Status::ApprovalFailed | Status::RequestFailed => t.status_failed(),
            _ => name,
        };
        let code = status.code().map_or_else(String::new, |code| format!("{code} · "));
        Self { meaning: Meaning::of(status), word: word.to_owned(), title: format!("{code}{name}") }
    }

    /// The chip of a payment, which a partial cancel changes.
    pub(super) fn of_payment(payment: &Payment, t: Texts) -> Self {
        let chip = Self::of_status(&payment.status, t);
        let is_partly = payment.cancelled_price > Money::ZERO && payment.remaining() > Money::ZERO;
        if is_partly && matches!(chip.meaning, Meaning::Done | Meaning::Ended) {
            return Self { meaning: Meaning::PartlyUndone, word: t.partly_cancelled().to_owned(), ..chip };
        }
        chip
    }
}
