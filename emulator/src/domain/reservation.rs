//! A charge of a billing key at a set time, which the emulator's clock carries out.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::domain::charge::{self, Charge};
use crate::domain::clock::Moment;
use crate::domain::money::Money;
use crate::domain::refusal::{Code, Refusal};
use crate::store::Store;

/// How many reservations of a billing key may wait at a time.
pub(crate) const MOST_PENDING: i64 = 10;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum State {
    Pending,
    Done,
    /// The charge was refused, or nobody knows.
    Failed,
    Cancelled,
}

impl State {
    /// As it travels.
    pub(crate) fn code(self) -> i64 {
        match self {
            Self::Pending => 0,
            Self::Done => 1,
            Self::Failed => 2,
            Self::Cancelled => 3,
        }
    }
}

/// One reservation.
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
    pub(crate) state: State,
    /// The receipt of the charge.
    pub(crate) receipt_id: Option<String>,
    pub(crate) requested_at: Moment,
    pub(crate) execute_at: Moment,
    pub(crate) finished_at: Option<Moment>,
    pub(crate) revoked_at: Option<Moment>,
}

impl Reservation {
    pub(crate) fn charge(&self) -> Charge {
        Charge {
            order_id: self.order_id.clone(),
            order_name: self.order_name.clone(),
            price: self.price,
            tax_free: self.tax_free,
            card_quota: self.card_quota.clone(),
            metadata: self.metadata.clone(),
            user: Some(self.user.clone()).filter(|user| !user.is_empty()),
        }
    }

    /// The shop thinks better of it.
    pub(crate) fn cancel(&mut self, now: Moment) -> Result<(), Refusal> {
        if self.state != State::Pending {
            return Err(Code::ReservationDone
                .because(format!("status is {}, only a pending reservation (0) can be cancelled", self.state.code())));
        }
        self.state = State::Cancelled;
        self.revoked_at = Some(now);
        Ok(())
    }

    pub(crate) fn reply(&self) -> Value {
        let iso = |moment: Option<Moment>| moment.map(Moment::iso);
        let mut reply = json!({
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
            reply["receipt_id"] = receipt_id.as_str().into();
        }
        if let Some(items) = &self.items {
            reply["items"] = items.clone();
        }
        if let Some(card_quota) = &self.card_quota {
            reply["card_quota"] = card_quota.as_str().into();
        }
        reply
    }
}

/// Carries out what is due by now, each at its time. Whoever reads or moves the clock calls it first.
pub(crate) fn run_due(store: &Store<'_>) -> Result<(), Refusal> {
    for mut reservation in store.reservations_due(store.now()?)? {
        let at = reservation.execute_at;
        reservation.finished_at = Some(at);
        match execute(store, &reservation, at) {
            Ok(receipt_id) => {
                reservation.state = State::Done;
                reservation.receipt_id = Some(receipt_id);
            }
            Err(refusal) if refusal.code == Code::Broken => return Err(refusal),
            Err(_) => reservation.state = State::Failed,
        }
        store.save_reservation(&reservation)?;
    }
    Ok(())
}

fn execute(store: &Store<'_>, reservation: &Reservation, at: Moment) -> Result<String, Refusal> {
    let key = store
        .billing_key(&reservation.billing_key)?
        .ok_or_else(|| Code::BillingKeyExpired.because("the billing key of this reservation is gone"))?;
    key.check_alive(at)?;
    Ok(charge::charge(store, &key, reservation.charge(), at)?.paid()?.receipt_id)
}
