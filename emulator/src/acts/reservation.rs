//! Reserves charges of billing keys, and carries out those that are due.

use crate::acts::charge;
use crate::domain::billing_key::BillingKey;
use crate::domain::charge::Charge;
use crate::domain::clock::Moment;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reservation::{MOST_PENDING, Reservation, State};
use crate::domain::rule::Rule;
use crate::store::Store;

/// A reservation of a charge, not yet saved: its time must be ahead, and its billing key may have so many only.
pub(crate) fn reserve(
    store: &Store<'_>,
    key: &BillingKey,
    charge: Charge,
    execute_at: Moment,
    now: Moment,
) -> Result<Reservation, Refusal> {
    key.check_alive(now)?;
    charge.check()?;
    if execute_at <= now {
        return Err(Code::ReservationPast.at("reserve_execute_at", Rule::NotLater { now: now.iso() }));
    }
    let billing_key = key.billing_key.as_deref().unwrap_or_default();
    if store.reservations_pending(billing_key)? >= MOST_PENDING {
        return Err(Code::TooManyReservations.by(Rule::TooManyPending { most: MOST_PENDING }));
    }
    let reserve_id = store.new_id("reservation", 24)?;
    Ok(Reservation::new(reserve_id, &key.merchant_id, billing_key, charge, (now, execute_at)))
}

/// Cancels a reservation that still waits for its time.
pub(crate) fn cancel(store: &Store<'_>, reservation: &mut Reservation, now: Moment) -> Result<(), Refusal> {
    reservation.cancel(now)?;
    store.save_reservation(reservation)
}

/// Carries out a reservation, at its time.
pub(crate) fn carry_out(store: &Store<'_>, mut reservation: Reservation) -> Result<(), Refusal> {
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
    store.save_reservation(&reservation)
}

fn execute(store: &Store<'_>, reservation: &Reservation, at: Moment) -> Result<String, Refusal> {
    let key = store
        .billing_key(&reservation.billing_key)?
        .ok_or_else(|| Code::BillingKeyExpired.because("the billing key of this reservation does not exist"))?;
    key.check_alive(at)?;
    Ok(charge::charge(store, &key, reservation.charge(), at)?.paid()?.receipt_id)
}
