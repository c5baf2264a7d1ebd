//! Escrow: the PG holds the money until the buyer accepts or refuses the goods.

use bootpay_core::model::{EscrowStatus, Pg};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::clock::Moment;

/// A shipment that the merchant registered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Shipment {
    tracking_number: String,
    delivery_corp: String,
    pub(crate) status: EscrowStatus,
    started_at: Moment,
    decided_at: Option<Moment>,
}

/// The buyer's decision on the goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Confirm,
    Refuse,
}

/// Returns whether the PG offers escrow.
pub(crate) fn is_offered_by(pg: &Pg) -> bool {
    matches!(pg, Pg::Inicis | Pg::Kcp)
}

impl Shipment {
    /// A shipment under way.
    pub(crate) fn new(tracking_number: String, delivery_corp: String, now: Moment) -> Self {
        let status = EscrowStatus::ShippingStarted;
        Self { tracking_number, delivery_corp, status, started_at: now, decided_at: None }
    }

    /// Returns whether the buyer has accepted or refused the goods.
    pub(crate) fn is_decided(&self) -> bool {
        self.status != EscrowStatus::ShippingStarted
    }

    /// Records the buyer's decision.
    pub(crate) fn decide(&mut self, verdict: Verdict, now: Moment) {
        self.status = match verdict {
            Verdict::Confirm => EscrowStatus::PurchaseConfirmed,
            Verdict::Refuse => EscrowStatus::PurchaseRefused,
        };
        self.decided_at = Some(now);
    }
}

/// `escrow_data` of a receipt, before and after shipping.
pub(crate) fn data(shipment: Option<&Shipment>) -> Value {
    match shipment {
        None => json!({
            "status": EscrowStatus::BeforeShipping.code(),
            "status_locale": EscrowStatus::BeforeShipping.korean(),
            "receipt_confirmed_at": null,
        }),
        Some(shipment) => {
            let confirmed_at = shipment.decided_at.filter(|_| shipment.status == EscrowStatus::PurchaseConfirmed);
            json!({
                "status": shipment.status.code(),
                "status_locale": shipment.status.korean(),
                "shipping_started_at": shipment.started_at.iso(),
                "receipt_confirmed_at": confirmed_at.map(Moment::iso),
            })
        }
    }
}
