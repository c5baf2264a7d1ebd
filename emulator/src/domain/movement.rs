//! A movement of money at a PG: what its own ledger has.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::clock::Moment;
use crate::domain::money::Money;
use crate::domain::payment::Payment;
use crate::domain::receipt::tid;

/// The kind of a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Approval,
    Cancel,
    /// A deposit of which the PG tells Bootpay nothing.
    UnreportedDeposit,
}

/// A movement of one payment's money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Movement {
    pub(crate) kind: Kind,
    /// Always positive.
    pub(crate) amount: Money,
    pub(crate) tax_free: Money,
    pub(crate) at: Moment,
}

/// The amounts and moments of a payment before it changed; the default is that of a new one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Before {
    pub(crate) purchased: bool,
    pub(crate) deposited: bool,
    pub(crate) cancelled_price: Money,
    pub(crate) cancelled_tax_free: Money,
}

/// The movements between two states of a payment: none where no money moves.
pub(crate) fn between(before: Before, payment: &Payment) -> Vec<Movement> {
    if !payment.charged || payment.is_cash_receipt() {
        return Vec::new();
    }
    let mut movements = Vec::new();
    let whole = |kind, at| Movement { kind, amount: payment.price, tax_free: payment.tax_free, at };
    if let Some(at) = payment.silent_deposit_at.filter(|_| !before.deposited) {
        movements.push(whole(Kind::UnreportedDeposit, at));
    }
    if let Some(at) = payment.purchased_at.filter(|_| !before.purchased) {
        movements.push(whole(Kind::Approval, at));
    }
    if let Some(at) = payment.cancelled_at.filter(|_| payment.cancelled_price > before.cancelled_price) {
        movements.push(Movement {
            kind: Kind::Cancel,
            amount: payment.cancelled_price - before.cancelled_price,
            tax_free: payment.cancelled_tax_free - before.cancelled_tax_free,
            at,
        });
    }
    movements
}

impl Movement {
    /// The row in the PG's ledger. The PG knows the receipt as its order.
    pub(crate) fn render(self, payment: &Payment) -> Value {
        json!({
            "kind": self.kind,
            "tid": tid(payment),
            "moid": payment.receipt_id,
            "order_name": payment.order_name,
            "method": payment.method,
            "amount": self.amount.json(),
            "currency": payment.currency,
            "at": self.at.iso(),
            "test": payment.sandbox,
        })
    }
}
