//! Escrow: the money waits until the buyer has the goods and says so. Pure.

use bootpay_core::model::{EscrowStatus, Pg, Status};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::clock::Moment;
use crate::domain::payment::Payment;
use crate::domain::refusal::{Code, Refusal};

/// A shipment that the shop registered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Shipment {
    pub(crate) tracking_number: String,
    pub(crate) delivery_corp: String,
    status: EscrowStatus,
    started_at: Moment,
    decided_at: Option<Moment>,
}

/// What the buyer says of the goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Confirm,
    Refuse,
}

/// The PGs that play escrow.
pub(crate) fn is_offered_by(pg: &Pg) -> bool {
    matches!(pg, Pg::Inicis | Pg::Kcp)
}

impl Payment {
    /// The shop sent the goods; a new tracking number takes the place of the former.
    pub(crate) fn start_shipping(
        &mut self,
        tracking_number: String,
        delivery_corp: String,
        now: Moment,
    ) -> Result<(), Refusal> {
        let refuse = |saw: String| Err(Code::NotEscrow.because(saw));
        if !self.escrow {
            return refuse("this payment was made without escrow".into());
        }
        if !is_offered_by(&self.pg) {
            return refuse(format!("pg is {}, only inicis and kcp have escrow", self.pg.symbol()));
        }
        if self.status != Status::Paid {
            return refuse(format!("status is {}, only a paid payment (1) is shipped", self.status_code()));
        }
        if let Some(shipment) =
            self.shipment.as_ref().filter(|shipment| shipment.status != EscrowStatus::ShippingStarted)
        {
            return Err(Code::EscrowDecided
                .because(format!("the buyer has spoken: escrow status is {}", shipment.status.symbol())));
        }
        self.shipment = Some(Shipment {
            tracking_number,
            delivery_corp,
            status: EscrowStatus::ShippingStarted,
            started_at: now,
            decided_at: None,
        });
        Ok(())
    }

    /// The buyer has the goods and keeps them, or does not.
    pub(crate) fn judge_goods(&mut self, verdict: Verdict, now: Moment) -> Result<(), Refusal> {
        match &mut self.shipment {
            Some(shipment) if shipment.status == EscrowStatus::ShippingStarted => {
                shipment.status = match verdict {
                    Verdict::Confirm => EscrowStatus::PurchaseConfirmed,
                    Verdict::Refuse => EscrowStatus::PurchaseRefused,
                };
                shipment.decided_at = Some(now);
                Ok(())
            }
            _ => Err(Code::Control.because("a buyer judges goods that are under way: escrow status 3")),
        }
    }

    /// Whether the last that happened is the buyer's word on the goods.
    pub(crate) fn is_escrow_decided(&self) -> bool {
        self.shipment.as_ref().is_some_and(|shipment| shipment.status != EscrowStatus::ShippingStarted)
    }

    /// `escrow_data` of a receipt, once the money is there.
    pub(crate) fn escrow_data(&self) -> Option<Value> {
        if !self.escrow || self.purchased_at.is_none() {
            return None;
        }
        Some(match &self.shipment {
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
        })
    }
}
