//! `/billing-keys`: the billing keys of a project, their charges and the reservations.

use askama::Template;
use axum::response::Response;
use serde_json::json;

use super::address::segment;
use super::chip::{Chip, Meaning};
use super::form::Form;
use super::format::{amount, date_time, visible};
use super::page::Page;
use super::places;
use super::texts::Texts;
use super::visit::Visit;
use super::{names, story};
use crate::domain::billing_key::BillingKey;
use crate::domain::clock::Moment;
use crate::domain::payment::Payment;
use crate::domain::payment_search::Search;
use crate::domain::reservation::{Reservation, State};
use crate::store::payment_list::Part;

/// The rows of each table.
const SIZE: u32 = 50;
/// The newest payments among which charges are looked for.
const NEWEST: i64 = 20_000;

#[derive(Template)]
#[template(path = "billing_keys.html")]
struct BillingKeys {
    page: Page,
    t: Texts,
    keys: Vec<Key>,
    reservations: Vec<Reserved>,
    charges: Vec<Charge>,
}

struct Key {
    chip: Chip,
    name: String,
    subscription_id: String,
    receipt_id: String,
    by: String,
    expires: String,
    is_expired: bool,
    /// Its buyer can consent.
    waits: bool,
}

struct Reserved {
    chip: Chip,
    name: String,
    order_id: String,
    amount: String,
    at: String,
    wait: Option<String>,
    payment: Option<String>,
}

struct Charge {
    chip: Chip,
    url: String,
    name: String,
    order_id: String,
    amount: String,
    at: String,
}

pub(super) async fn show(visit: Visit) -> Response {
    page(&visit)
}

fn page(visit: &Visit) -> Response {
    visit.look(&places::BILLING_KEYS, |store, page| {
        let t = page.t;
        let (project, now) = (page.project.id.clone(), store.now()?);
        let last = store.last_payment_number()?;
        let part = Part { floor: (last - NEWEST).max(1), before: last + 1, limit: SIZE as usize };
        let charges = store.list_payments(&project, &Search::read("is:recurring", now), part)?;
        Ok(BillingKeys {
            t,
            keys: store.list_billing_keys(&project, SIZE)?.iter().map(|key| shown(key, now, t)).collect(),
            reservations: store
                .list_reservations(&project, SIZE)?
                .iter()
                .map(|reservation| reserved(reservation, now, t))
                .collect(),
            charges: charges.iter().map(|listed| charge(&listed.payment, t)).collect(),
            page,
        })
    })
}

fn shown(key: &BillingKey, now: Moment, t: Texts) -> Key {
    let by = format!("{} · {}", names::of_pg(key.pg.symbol(), t), names::of_method(key.method.symbol(), t));
    Key {
        chip: Chip::of_status(&key.status, t),
        name: visible(&key.order_name),
        subscription_id: visible(&key.subscription_id),
        receipt_id: key.receipt_id.clone(),
        by,
        expires: date_time(key.expires_at),
        is_expired: key.expires_at <= now,
        waits: key.status == bootpay_core::model::Status::BillingKeyRequested && !key.consented,
    }
}

fn reserved(reservation: &Reservation, now: Moment, t: Texts) -> Reserved {
    let (meaning, word) = match reservation.state {
        State::Pending => (Meaning::Waiting, t.reserved_pending()),
        State::Done => (Meaning::Done, t.reserved_done()),
        State::Failed => (Meaning::Failed, t.reserved_failed()),
        State::Cancelled => (Meaning::Ended, t.reserved_cancelled()),
    };
    let wait = reservation.execute_at.0 - now.0;
    Reserved {
        chip: Chip { meaning, word: word.to_owned(), title: reservation.state.code().to_string() },
        name: visible(&reservation.order_name),
        order_id: visible(&reservation.order_id),
        amount: amount(reservation.price, "KRW", t.0),
        at: date_time(reservation.execute_at),
        wait: (reservation.state == State::Pending && wait >= 60_000).then(|| t.due_in(&story::long(wait, t))),
        payment: reservation.receipt_id.as_deref().map(|id| format!("/payments/{}", segment(id))),
    }
}

fn charge(payment: &Payment, t: Texts) -> Charge {
    Charge {
        chip: Chip::of_payment(payment, t),
        url: format!("/payments/{}", segment(&payment.receipt_id)),
        name: visible(&payment.order_name),
        order_id: visible(&payment.order_id),
        amount: amount(payment.price, &payment.currency, t.0),
        at: date_time(payment.requested_at),
    }
}

/// `POST /billing-keys`: the buyer's consent, or an example.
pub(super) async fn act(visit: Visit, form: Form) -> Response {
    let done = match form.text("act") {
        "consent" => {
            let id = segment(form.text("receipt_id"));
            visit.act("POST", &format!("/emulator/billing-keys/{id}/buyer"), &json!({ "action": "consent" })).await
        }
        _ => match visit.project_id() {
            Ok(project) => visit.act("POST", "/emulator/billing-keys", &json!({ "merchant": project })).await,
            Err(refusal) => Err(refusal),
        },
    };
    match done {
        Ok(_) => Visit::done("/billing-keys", "billing-key"),
        Err(refusal) => page(&visit.refused(refusal)),
    }
}
