//! Carries out what the emulator's clock reaches: the expiry of payments, the charges of reservations and Bootpay's
//! cancels of test payments, in the order of their times and each at its own.

use crate::acts::{auto_cancel, notify, reservation};
use crate::domain::clock::Moment;
use crate::domain::journal::Actor;
use crate::domain::payment::Payment;
use crate::domain::refusal::Refusal;
use crate::domain::reservation::Reservation;
use crate::store::Store;

/// An event of the clock.
enum Event {
    /// A payment that nobody completed, by its receipt id.
    Expiry(String),
    Reservation(Box<Reservation>),
    AutoCancel(Box<Payment>),
}

/// The first event that is due by `until`; at one moment expiries come first, then reservations.
fn first(store: &Store<'_>, until: Moment) -> Result<Option<(Moment, Event)>, Refusal> {
    let expiry = store.next_expiry(until)?.map(|(at, receipt_id)| (at, Event::Expiry(receipt_id)));
    let reservation = store.next_reservation(until)?;
    let reservation = reservation.map(|found| (found.execute_at, Event::Reservation(Box::new(found))));
    let cancel = store.next_to_cancel(until)?.map(|(at, payment)| (at, Event::AutoCancel(Box::new(payment))));
    // Of equal ones the first.
    Ok(expiry.into_iter().chain(reservation).chain(cancel).min_by_key(|(at, _)| *at))
}

/// The time of the first event.
pub(crate) fn next(store: &Store<'_>) -> Result<Option<Moment>, Refusal> {
    Ok(first(store, Moment(i64::MAX))?.map(|(at, _)| at))
}

/// What the clock reaches next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Upcoming {
    Expiry,
    Reservation,
    AutoCancel,
    /// An attempt to deliver a webhook.
    Webhook,
}

/// The first event after now, webhooks included, and its time.
pub(crate) fn upcoming(store: &Store<'_>) -> Result<Option<(Moment, Upcoming)>, Refusal> {
    let event = first(store, Moment(i64::MAX))?.map(|(at, event)| {
        let kind = match event {
            Event::Expiry(_) => Upcoming::Expiry,
            Event::Reservation(_) => Upcoming::Reservation,
            Event::AutoCancel(_) => Upcoming::AutoCancel,
        };
        (at, kind)
    });
    let webhook = store.next_delivery_after(store.now()?)?.map(|at| (at, Upcoming::Webhook));
    Ok(event.into_iter().chain(webhook).min_by_key(|(at, _)| *at))
}

/// Carries out the first event where it is due by `until`; returns its time.
pub(crate) fn run_first(store: &Store<'_>, until: Moment) -> Result<Option<Moment>, Refusal> {
    let Some((at, event)) = first(store, until)? else { return Ok(None) };
    store.acting_at(Actor::Bootpay, at, || carry_out(store, at, event))?;
    Ok(Some(at))
}

fn carry_out(store: &Store<'_>, at: Moment, event: Event) -> Result<(), Refusal> {
    match event {
        Event::Expiry(receipt_id) => match store.stored_payment(&receipt_id)? {
            Some(mut payment) => {
                payment.age(at);
                notify::save(store, &payment, at)
            }
            None => Ok(()),
        },
        Event::Reservation(found) => reservation::carry_out(store, *found),
        Event::AutoCancel(payment) => auto_cancel::carry_out(store, *payment, at),
    }
}

/// Carries out everything that is due by now. Call it before reading the time.
pub(crate) fn run(store: &Store<'_>) -> Result<(), Refusal> {
    let now = store.now()?;
    while run_first(store, now)?.is_some() {}
    Ok(())
}
