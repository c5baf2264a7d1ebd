//! The shipment of an escrow payment.

use bootpay_core::model::Status;
use serde_json::Value;

use super::Payment;
use crate::domain::clock::Moment;
use crate::domain::escrow::{self, Shipment, Verdict};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;

impl Payment {
    /// Registers a shipment; a new tracking number replaces the previous one.
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
        if !escrow::is_offered_by(&self.pg) {
            return refuse(format!("pg is {}, only inicis and kcp have escrow", self.pg.symbol()));
        }
        if self.status != Status::Paid {
            return refuse(format!("status is {}, only a paid payment (1) can be shipped", self.status_code()));
        }
        if let Some(shipment) = self.shipment.as_ref().filter(|shipment| shipment.is_decided()) {
            return Err(Code::EscrowDecided
                .because(format!("the buyer has decided: escrow status is {}", shipment.status.symbol())));
        }
        self.shipment = Some(Shipment::new(tracking_number, delivery_corp, now));
        Ok(())
    }

    /// The buyer accepts or refuses the goods.
    pub(super) fn judge_goods(&mut self, verdict: Verdict, now: Moment) -> Result<(), Refusal> {
        match &mut self.shipment {
            Some(shipment) if !shipment.is_decided() => {
                shipment.decide(verdict, now);
                Ok(())
            }
            _ => Err(Code::Control.by(Rule::NotShipped)),
        }
    }

    /// Returns whether the latest event is the buyer's decision on the goods.
    pub(crate) fn is_escrow_decided(&self) -> bool {
        self.shipment.as_ref().is_some_and(Shipment::is_decided)
    }

    /// `escrow_data` of a receipt, once the payment is paid.
    pub(crate) fn escrow_data(&self) -> Option<Value> {
        (self.escrow && self.purchased_at.is_some()).then(|| escrow::data(self.shipment.as_ref()))
    }
}
