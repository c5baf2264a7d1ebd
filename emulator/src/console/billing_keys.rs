//! `/billing-keys`: the billing keys of a project, their charges and the reservations.

use askama::Template;
use axum::response::Response;
use serde_json::json;

use super::address::segment;
use super::billing_rows::{Charge, Reserved, by, charge, path, reserved};
use super::chip::Chip;
use super::form::Form;
use super::format::{date_time, visible};
use super::page::Page;
use super::places;
use super::texts::Texts;
use super::visit::Visit;
use crate::domain::billing_key::BillingKey;
use crate::domain::clock::Moment;
use crate::domain::payment_search::Search;
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
    /// Where the forms of the page lead.
    act_url: String,
}

struct Key {
    chip: Chip,
    url: String,
    name: String,
    subscription_id: String,
    receipt_id: String,
    by: String,
    expires: String,
    is_expired: bool,
    /// Its buyer can consent.
    waits: bool,
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
            act_url: format!("/billing-keys?project={}", page.project.id),
            page,
        })
    })
}

fn shown(key: &BillingKey, now: Moment, t: Texts) -> Key {
    Key {
        chip: Chip::of_status(&key.status, t),
        name: visible(&key.order_name),
        subscription_id: visible(&key.subscription_id),
        url: path(&key.receipt_id),
        receipt_id: key.receipt_id.clone(),
        by: by(key, t),
        expires: date_time(key.expires_at),
        is_expired: key.expires_at <= now,
        waits: key.status == bootpay_core::model::Status::BillingKeyRequested && !key.consented,
    }
}

/// `POST /billing-keys`: the buyer's consent, the cancel of a reservation, or an example.
pub(super) async fn act(visit: Visit, form: Form) -> Response {
    let done = match form.text("act") {
        "consent" => {
            let id = segment(form.text("receipt_id"));
            visit.act("POST", &format!("/emulator/billing-keys/{id}/buyer"), &json!({ "action": "consent" })).await
        }
        "cancel" => {
            let id = segment(form.text("reserve_id"));
            visit.act("POST", &format!("/emulator/reservations/{id}/cancel"), &json!({})).await
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
