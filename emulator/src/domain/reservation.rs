//! A reservation: a charge of a billing key that the emulator's clock carries out at its time.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::domain::charge::Charge;
use crate::domain::clock::Moment;
use crate::domain::journal::Told;
use crate::domain::money::Money;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reporting::Reporting;
use crate::domain::rule::Rule;

/// The most pending reservations of one billing key.
pub(crate) const MOST_PENDING: i64 = 10;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum State {
    Pending,
    Done,
    /// The charge was refused, or its result was lost.
    Failed,
    Cancelled,
}

impl State {
    /// The API's number.
    pub(crate) fn code(self) -> i64 {
        match self {
            Self::Pending => 0,
            Self::Done => 1,
            Self::Failed => 2,
            Self::Cancelled => 3,
        }
    }
}

/// A reservation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Reservation {
    pub(crate) reserve_id: String,
    pub(crate) merchant_id: String,
    pub(crate) billing_key: String,
    pub(crate) order_id: String,
    pub(crate) order_name: String,
    pub(crate) price: Money,
    pub(crate) tax_free: Money,
    pub(crate) card_quota: Option<String>,
    pub(crate) user: Map<String, Value>,
    pub(crate) items: Option<Value>,
    pub(crate) metadata: Map<String, Value>,
    pub(crate) extra: Map<String, Value>,
    pub(crate) feedback_url: String,
    pub(crate) content_type: String,
    /// The webhooks of its charge, as its request wishes them.
    pub(crate) reporting: Reporting,
    pub(crate) state: State,
    /// The receipt of the charge.
    pub(crate) receipt_id: Option<String>,
    pub(crate) requested_at: Moment,
    pub(crate) execute_at: Moment,
    pub(crate) finished_at: Option<Moment>,
    pub(crate) revoked_at: Option<Moment>,
}

impl Reservation {
    /// A new reservation that waits for its time.
    pub(crate) fn new(
        reserve_id: String,
        merchant_id: &str,
        billing_key: &str,
        charge: Charge,
        times: (Moment, Moment),
    ) -> Self {
        let (requested_at, execute_at) = times;
        Self {
            reserve_id,
            merchant_id: merchant_id.to_owned(),
            billing_key: billing_key.to_owned(),
            order_id: charge.order_id,
            order_name: charge.order_name,
            price: charge.price,
            tax_free: charge.tax_free,
            card_quota: charge.card_quota,
            user: charge.user.unwrap_or_default(),
            items: None,
            metadata: charge.metadata,
            extra: Map::new(),
            feedback_url: String::new(),
            content_type: "application/json".into(),
            reporting: charge.reporting,
            state: State::Pending,
            receipt_id: None,
            requested_at,
            execute_at,
            finished_at: None,
            revoked_at: None,
        }
    }

    /// The order that the reservation pays.
    pub(crate) fn charge(&self) -> Charge {
        Charge {
            order_id: self.order_id.clone(),
            order_name: self.order_name.clone(),
            price: self.price,
            tax_free: self.tax_free,
            card_quota: self.card_quota.clone(),
            metadata: self.metadata.clone(),
            user: Some(self.user.clone()).filter(|user| !user.is_empty()),
            reporting: self.reporting.clone(),
        }
    }

    /// Cancels a pending reservation.
    pub(crate) fn cancel(&mut self, now: Moment) -> Result<(), Refusal> {
        if self.state != State::Pending {
            return Err(Code::ReservationDone.by(Rule::ReservationEnded { status: self.state.code() }));
        }
        self.state = State::Cancelled;
        self.revoked_at = Some(now);
        Ok(())
    }

    /// What the journal tells of its new state; of a charge that was made, the charge itself is told.
    pub(crate) fn told(&self) -> Option<Told> {
        let code = match self.state {
            State::Pending => "reserved",
            State::Done => return None,
            State::Failed => "reservation_failed",
            State::Cancelled => "reservation_cancelled",
        };
        let facts = json!({
            "reserve_id": self.reserve_id,
            "order_name": self.order_name,
            "price": self.price.json(),
            "execute_at": self.execute_at.iso(),
        });
        Some(Told { code, facts })
    }

    /// Renders the reservation.
    pub(crate) fn render(&self) -> Value {
        let iso = |moment: Option<Moment>| moment.map(Moment::iso);
        let mut rendered = json!({
            "reserve_id": self.reserve_id,
            "billing_key": self.billing_key,
            "order_id": self.order_id,
            "price": self.price.json(),
            "tax_free": self.tax_free.json(),
            "order_name": self.order_name,
            "user": self.user,
            "feedback_url": self.feedback_url,
            "metadata": self.metadata,
            "content_type": self.content_type,
            "version": 5,
            "extra": self.extra,
            "reserve_requested_at": self.requested_at.iso(),
            "reserve_execute_at": self.execute_at.iso(),
            // A charge takes no time here.
            "reserve_started_at": iso(self.finished_at),
            "reserve_finished_at": iso(self.finished_at),
            "reserve_revoked_at": iso(self.revoked_at),
            "status": self.state.code(),
        });
        if let Some(receipt_id) = &self.receipt_id {
            rendered["receipt_id"] = receipt_id.as_str().into();
        }
        if let Some(items) = &self.items {
            rendered["items"] = items.clone();
        }
        if let Some(card_quota) = &self.card_quota {
            rendered["card_quota"] = card_quota.as_str().into();
        }
        rendered
    }
}
