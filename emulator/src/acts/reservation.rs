//! Carries out due reservations.

use crate::acts::charge;
use crate::domain::clock::Moment;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reservation::{Reservation, State};
use crate::store::Store;

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
