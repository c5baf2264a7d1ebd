//! Carries out what the emulator's clock reaches: the expiry of payments, the charges of reservations and Bootpay's
//! cancels of test payments, in the order of their times and each at its own.

use crate::acts::{auto_cancel, notify, reservation};
use crate::domain::clock::Moment;
use crate::domain::journal::Actor;
use crate::domain::refusal::Refusal;
use crate::domain::reservation::Reservation;
use crate::store::Store;

/// An event of the clock.
enum Event {
    /// A payment that nobody completed, by its receipt id.
    Expiry(String),
    Reservation(Box<Reservation>),
    /// Of the charged test payment with this receipt id.
    AutoCancel(String),
}

/// The first event that is due by `until`; at one moment expiries come first, then reservations.
fn first(store: &Store<'_>, until: Moment) -> Result<Option<(Moment, Event)>, Refusal> {
    if store.is_idle_until(until) {
        return Ok(None);
    }
    let expiry = store.next_expiries(1)?.pop().map(|(at, receipt_id, _)| (at, Event::Expiry(receipt_id)));
    let reservation = store.next_reservations(1)?.pop();
    let reservation = reservation.map(|found| (found.execute_at, Event::Reservation(Box::new(found))));
    let cancel = store.next_cancels(1)?.pop().map(|(at, receipt_id, _)| (at, Event::AutoCancel(receipt_id)));
    // Of equal ones the first.
    let first = expiry.into_iter().chain(reservation).chain(cancel).min_by_key(|(at, _)| *at);
    store.idle_until(first.as_ref().map_or(Moment(i64::MAX), |(at, _)| *at));
    Ok(first.filter(|(at, _)| *at <= until))
}

/// The time of the first event.
pub(crate) fn next(store: &Store<'_>) -> Result<Option<Moment>, Refusal> {
    Ok(first(store, Moment(i64::MAX))?.map(|(at, _)| at))
}

/// What the clock reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Upcoming {
    /// Of the payment with this receipt id.
    Expiry(String),
    /// Of the billing key whose request has this receipt id.
    Reservation(Option<String>),
    /// Of the payment with this receipt id.
    AutoCancel(String),
    /// An attempt to deliver the webhook with this number.
    Webhook(i64),
}

/// An event that the clock reaches: when, what, and the order's name.
#[derive(Clone, Debug)]
pub(crate) struct Coming {
    pub(crate) at: Moment,
    pub(crate) what: Upcoming,
    pub(crate) name: String,
}

/// The first events, webhooks after now included.
pub(crate) fn upcoming(store: &Store<'_>, limit: u32) -> Result<Vec<Coming>, Refusal> {
    let mut events = Vec::new();
    for (at, receipt_id, name) in store.next_expiries(limit)? {
        events.push(Coming { at, what: Upcoming::Expiry(receipt_id), name });
    }
    for reservation in store.next_reservations(limit)? {
        let key = store.billing_key(&reservation.billing_key)?.map(|key| key.receipt_id);
        let (at, name) = (reservation.execute_at, reservation.order_name);
        events.push(Coming { at, what: Upcoming::Reservation(key), name });
    }
    for (at, receipt_id, name) in store.next_cancels(limit)? {
        events.push(Coming { at, what: Upcoming::AutoCancel(receipt_id), name });
    }
    for (at, number, name) in store.next_deliveries(store.now()?, limit)? {
        events.push(Coming { at, what: Upcoming::Webhook(number), name });
    }
    events.sort_by_key(|event| event.at);
    events.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(events)
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
        Event::AutoCancel(receipt_id) => match store.stored_payment(&receipt_id)? {
            Some(payment) => auto_cancel::carry_out(store, payment, at),
            None => Ok(()),
        },
    }
}

/// Carries out everything that is due by now. Call it before reading the time.
pub(crate) fn run(store: &Store<'_>) -> Result<(), Refusal> {
    let now = store.now()?;
    while run_first(store, now)?.is_some() {}
    Ok(())
}
