//! The standing of a payment: what its status means to the merchant, in the few words that lists have.

use bootpay_core::model::Status;
use serde_json::json;

use super::Payment;
use crate::domain::journal::Told;
use crate::domain::money::Money;

/// The meaning of a payment's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Requested; the buyer has not paid.
    Requested,
    /// Someone must act: the merchant confirms, or the buyer deposits.
    Waiting,
    Paid,
    /// Paid, and cancelled in part.
    Partial,
    Cancelled,
    Failed,
    Expired,
    /// A status that the emulator gives no payment.
    Other,
}

impl Standing {
    pub(crate) const ALL: [Self; 8] = [
        Self::Requested,
        Self::Waiting,
        Self::Paid,
        Self::Partial,
        Self::Cancelled,
        Self::Failed,
        Self::Expired,
        Self::Other,
    ];

    pub(crate) fn of(payment: &Payment) -> Self {
        let part = payment.cancelled_price > Money::ZERO && payment.remaining() > Money::ZERO;
        match payment.status {
            Status::Paid | Status::Cancelled if part => Self::Partial,
            Status::Ready => Self::Requested,
            Status::WaitingConfirm | Status::VirtualAccountIssued => Self::Waiting,
            Status::Paid | Status::CashReceiptIssued => Self::Paid,
            Status::Cancelled | Status::CashReceiptCancelled => Self::Cancelled,
            Status::ApprovalFailed => Self::Failed,
            Status::Expired => Self::Expired,
            _ => Self::Other,
        }
    }

    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Waiting => "waiting",
            Self::Paid => "paid",
            Self::Partial => "partial",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
            Self::Expired => "expired",
            Self::Other => "other",
        }
    }

    pub(crate) fn named(symbol: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.symbol() == symbol)
    }
}

/// The state of a payment before a change, as far as the journal compares it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Was {
    pub(crate) status: i64,
    pub(crate) cancelled_price: Money,
    pub(crate) deposited_silently: bool,
    pub(crate) escrow_decided: bool,
}

impl Payment {
    /// What changed since; nothing where the merchant sees no change.
    pub(crate) fn told(&self, was: Option<Was>) -> Option<Told> {
        let is = Was {
            status: self.status_code(),
            cancelled_price: self.cancelled_price,
            deposited_silently: self.silent_deposit_at.is_some(),
            escrow_decided: self.is_escrow_decided(),
        };
        if was == Some(is) {
            return None;
        }
        let before = was.map_or(Money::ZERO, |was| was.cancelled_price);
        let code = match was {
            Some(was) if is.deposited_silently && !was.deposited_silently => "deposit_unreported",
            Some(was) if is.escrow_decided && !was.escrow_decided => "escrow_decided",
            _ => Standing::of(self).symbol(),
        };
        let facts = json!({
            "from": was.map(|was| was.status),
            "to": is.status,
            "price": self.price.json(),
            "cancelled": (self.cancelled_price > before).then(|| (self.cancelled_price - before).json()),
            "remaining": self.remaining().json(),
            "currency": self.currency,
        });
        Some(Told { code, facts })
    }
}

#[cfg(test)]
mod tests {
    use bootpay_core::model::{Method, Pg};
    use serde_json::Value;

    use super::*;
    use crate::domain::clock::Moment;
    use crate::domain::payment::Order;

    fn payment() -> Payment {
        let order = Order {
            receipt_id: "r".into(),
            merchant_id: "m".into(),
            order_id: "o".into(),
            order_name: "tea".into(),
            price: Money(100_000),
        };
        Payment::new(order, Method::Card, Pg::NicePay, Moment(0))
    }

    #[test]
    fn a_part_is_neither_paid_nor_cancelled() {
        let mut payment = payment();
        assert_eq!(Standing::of(&payment), Standing::Requested);
        payment.approve(Moment(0));
        assert_eq!(Standing::of(&payment), Standing::Paid);
        payment.cancelled_price = Money(40_000);
        for status in [Status::Paid, Status::Cancelled] {
            payment.status = status;
            assert_eq!(Standing::of(&payment), Standing::Partial);
        }
        payment.cancelled_price = payment.price;
        assert_eq!(Standing::of(&payment), Standing::Cancelled);
        for standing in Standing::ALL {
            assert_eq!(Standing::named(standing.symbol()), Some(standing));
        }
    }

    #[test]
    fn only_a_change_is_told() {
        let mut payment = payment();
        let told = payment.told(None).unwrap();
        assert_eq!((told.code, &told.facts["from"], &told.facts["to"]), ("requested", &Value::Null, &json!(0)));
        let was = Was { status: 0, cancelled_price: Money::ZERO, deposited_silently: false, escrow_decided: false };
        assert!(payment.told(Some(was)).is_none());
        payment.approve(Moment(0));
        payment.cancelled_price = Money(40_000);
        let told = payment.told(Some(Was { status: 1, ..was })).unwrap();
        assert_eq!(
            (told.code, &told.facts["cancelled"], &told.facts["remaining"]),
            ("partial", &json!(400), &json!(600))
        );
    }
}
