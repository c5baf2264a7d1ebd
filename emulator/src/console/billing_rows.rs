//! The charges of billing keys and their reservations, as the list and the page of a key show them.

use super::address::segment;
use super::chip::{Chip, Meaning};
use super::format::{amount, date_time, visible};
use super::texts::Texts;
use super::{names, story};
use crate::domain::billing_key::BillingKey;
use crate::domain::clock::Moment;
use crate::domain::payment::Payment;
use crate::domain::reservation::{Reservation, State};

/// A reservation in a table: `templates/reservations.html`.
pub(super) struct Reserved {
    pub(super) reserve_id: String,
    pub(super) chip: Chip,
    pub(super) name: String,
    pub(super) order_id: String,
    pub(super) amount: String,
    pub(super) at: String,
    pub(super) wait: Option<String>,
    pub(super) payment: Option<String>,
    /// It can be cancelled.
    pub(super) waits: bool,
}

/// A charge in a table: `templates/charges.html`.
pub(super) struct Charge {
    pub(super) chip: Chip,
    pub(super) url: String,
    pub(super) name: String,
    pub(super) order_id: String,
    pub(super) amount: String,
    pub(super) at: String,
}

/// The address of a billing key's page.
pub(super) fn path(receipt_id: &str) -> String {
    format!("/billing-keys/{}", segment(receipt_id))
}

/// The PG and the method of a key.
pub(super) fn by(key: &BillingKey, t: Texts) -> String {
    format!("{} · {}", names::of_pg(key.pg.symbol(), t), names::of_method(key.method.symbol(), t))
}

pub(super) fn reserved(reservation: &Reservation, now: Moment, t: Texts) -> Reserved {
    let (meaning, word) = match reservation.state {
        State::Pending => (Meaning::Waiting, t.reserved_pending()),
        State::Done => (Meaning::Done, t.reserved_done()),
        State::Failed => (Meaning::Failed, t.reserved_failed()),
        State::Cancelled => (Meaning::Ended, t.reserved_cancelled()),
    };
    let wait = reservation.execute_at.0 - now.0;
    Reserved {
        reserve_id: reservation.reserve_id.clone(),
        waits: reservation.state == State::Pending,
        chip: Chip { meaning, word: word.to_owned(), title: reservation.state.code().to_string() },
        name: visible(&reservation.order_name),
        order_id: visible(&reservation.order_id),
        amount: amount(reservation.price, "KRW", t.0),
        at: date_time(reservation.execute_at),
        wait: (reservation.state == State::Pending && wait >= 60_000).then(|| t.due_in(&story::long(wait, t))),
        payment: reservation.receipt_id.as_deref().map(|id| format!("/payments/{}", segment(id))),
    }
}

pub(super) fn charge(payment: &Payment, t: Texts) -> Charge {
    Charge {
        chip: Chip::of_payment(payment, t),
        url: format!("/payments/{}", segment(&payment.receipt_id)),
        name: visible(&payment.order_name),
        order_id: visible(&payment.order_id),
        amount: amount(payment.price, &payment.currency, t.0),
        at: date_time(payment.requested_at),
    }
}
