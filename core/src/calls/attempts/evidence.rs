//! Evidence that a call was carried out, found in what Bootpay returns.

use crate::model::{BillingKey, EscrowStatus, Method, Receipt, Reservation, ReserveStatus, Status};

/// State of an attempt, as far as a read shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It happened.
    Done,
    /// It was carried out, and refused: nothing more will come of it.
    Refused,
    /// There is no sign of it yet.
    NoEvidence,
    /// Reading cannot tell.
    Unknown,
    /// Nor will it later: money was given back meanwhile.
    Overtaken,
}

/// A state, and the reason for it.
pub(super) type Evidence = (State, &'static str);

/// Money was taken, or a virtual account opened.
pub(super) fn approved(receipt: &Receipt) -> Evidence {
    match receipt.status {
        Status::Paid => (State::Done, "it is paid"),
        Status::Cancelled => (State::Done, "it was paid, and has been cancelled since"),
        Status::VirtualAccountIssued => (State::Done, "the virtual account is issued"),
        Status::Ready | Status::WaitingConfirm => (State::NoEvidence, "it is waiting for confirmation"),
        Status::Failed | Status::ApprovalFailed | Status::RequestFailed => (State::Refused, "it was refused"),
        Status::Expired => (State::Refused, "it expired without being confirmed"),
        _ => (State::Unknown, "its status is inconclusive"),
    }
}

/// A payment was begun, whatever became of it.
pub(super) fn started(receipt: &Receipt) -> Evidence {
    match approved(receipt) {
        (State::NoEvidence, _) => (State::Done, "it has started"),
        sign => sign,
    }
}

/// Made with a billing key, and not by the buyer in a window.
pub(super) fn may_be_charged(receipt: &Receipt) -> bool {
    let by_the_buyer = [Method::Card, Method::Phone, Method::Bank, Method::VirtualAccount, Method::CashReceipt];
    receipt.method_origin_symbol.as_ref().is_none_or(|origin| !by_the_buyer.contains(origin))
}

pub(super) fn refunded(receipt: &Receipt) -> Evidence {
    match receipt.status {
        Status::Cancelling => (State::Unknown, "cancelling is in progress"),
        _ if receipt.price <= 0 => (State::Unknown, "its price is inconclusive"),
        _ if receipt.cancelled_price >= receipt.price => (State::Done, "all of it is refunded"),
        _ => (State::NoEvidence, "not all of it is refunded"),
    }
}

pub(super) fn issued(key: &BillingKey) -> Evidence {
    match key.status {
        Status::BillingKeyRequested | Status::BillingKeyPreparing => (State::NoEvidence, "it is waiting to be issued"),
        Status::BillingKeyFailed => (State::Refused, "it was refused"),
        Status::BillingKeyRevoked => (State::Done, "it was issued, and has been revoked since"),
        _ if key.billing_key.is_some() => (State::Done, "it is issued"),
        _ => (State::Unknown, "its status is inconclusive"),
    }
}

pub(super) fn reservation_cancelled(reservation: &Reservation) -> Evidence {
    match reservation.status {
        ReserveStatus::Cancelled => (State::Done, "it is cancelled"),
        ReserveStatus::Pending => (State::NoEvidence, "it is waiting for its scheduled time"),
        ReserveStatus::Finished | ReserveStatus::Failed => {
            (State::Refused, "its scheduled time came before it was cancelled")
        }
        _ => (State::Unknown, "its status is inconclusive"),
    }
}

pub(super) fn has_cash_receipt(receipt: &Receipt) -> Evidence {
    match receipt.cash_receipt_data {
        Some(_) => (State::Done, "it has a cash receipt"),
        None => (State::NoEvidence, "it has no cash receipt"),
    }
}

pub(super) fn has_no_cash_receipt(receipt: &Receipt) -> Evidence {
    match receipt.cash_receipt_data {
        None => (State::Done, "it no longer has a cash receipt"),
        Some(_) => (State::NoEvidence, "it still has a cash receipt"),
    }
}

pub(super) fn is_cash_receipt(receipt: &Receipt) -> bool {
    matches!(receipt.status_code.abs(), 60 | 61)
}

pub(super) fn cash_receipt_issued(receipt: &Receipt) -> Evidence {
    match receipt.status {
        Status::CashReceiptFailed => (State::Refused, "it was refused"),
        _ => (State::Done, "it is issued"),
    }
}

pub(super) fn cash_receipt_cancelled(receipt: &Receipt) -> Evidence {
    match receipt.status {
        Status::CashReceiptCancelled => (State::Done, "it is cancelled"),
        Status::CashReceiptCancelFailed => (State::Refused, "cancelling it was refused"),
        Status::CashReceiptIssued => (State::NoEvidence, "it is not cancelled"),
        _ => (State::Unknown, "its status is inconclusive"),
    }
}

/// The goods are on their way.
pub(in crate::calls) fn is_shipped(receipt: &Receipt) -> bool {
    shipped(receipt).0 == State::Done
}

pub(super) fn shipped(receipt: &Receipt) -> Evidence {
    let escrow = receipt.escrow_data.as_ref();
    match escrow.and_then(|escrow| escrow.status.as_ref()) {
        Some(EscrowStatus::ShippingStarted | EscrowStatus::PurchaseConfirmed | EscrowStatus::PurchaseRefused) => {
            (State::Done, "shipping has started")
        }
        Some(EscrowStatus::BeforeShipping | EscrowStatus::Preparing) => (State::NoEvidence, "shipping has not started"),
        _ => (State::Unknown, "its escrow status is inconclusive"),
    }
}
