//! `/billing-keys/{receipt_id}`: one billing key: what can be done with it, what it paid and will pay, what happened.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use bootpay_core::model::Status;
use serde_json::{Value, json};

use super::address::{address, segment};
use super::billing_rows::{Charge, Reserved, by, charge, path, reserved};
use super::chip::Chip;
use super::exchange::pretty;
use super::form::Form;
use super::format::{date_time, typed, visible};
use super::page::Page;
use super::places;
use super::refused::Input;
use super::story::{self, Item};
use super::texts::Texts;
use super::visit::Visit;
use crate::domain::billing_key::BillingKey;
use crate::domain::clock::Moment;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reservation::MOST_PENDING;

/// The rows of each table.
const SIZE: u32 = 50;
/// Until the charge that the form suggests, in seconds.
const HOUR: i64 = 60 * 60;

#[derive(Template)]
#[template(path = "billing_key.html")]
struct View {
    page: Page,
    t: Texts,
    receipt_id: String,
    subscription_id: String,
    order_name: String,
    chip: Chip,
    is_expired: bool,
    act_url: String,
    consent: Option<&'static str>,
    use_it: Option<&'static str>,
    reserve: Option<&'static str>,
    charge_form: Typed,
    reserve_form: Typed,
    facts: Vec<(&'static str, String)>,
    times: Vec<(&'static str, String)>,
    metadata: Option<String>,
    charges: Vec<Charge>,
    reservations: Vec<Reserved>,
    items: Vec<Item>,
    left_out: i64,
    whole: String,
}

/// A form's fields: as they were typed, where the act was refused.
struct Typed {
    order_name: String,
    price: String,
    execute_at: String,
}

impl Typed {
    fn of(form: Option<&Form>, act: &str, key: &BillingKey, now: Moment) -> Self {
        match form.filter(|form| form.text("act") == act) {
            Some(form) => Self {
                order_name: typed(form.text("order_name")),
                price: typed(form.text("price")),
                execute_at: typed(form.text("execute_at")),
            },
            None => Self {
                order_name: typed(&key.order_name),
                price: "12000".to_owned(),
                execute_at: now.plus_seconds(HOUR).minute(),
            },
        }
    }
}

pub(super) async fn show(visit: Visit, Path(receipt_id): Path<String>) -> Response {
    page(&visit, &receipt_id, None)
}

fn page(visit: &Visit, receipt_id: &str, posted: Option<&Form>) -> Response {
    let whole = visit.parameter("all").is_some();
    visit.look(&places::BILLING_KEYS, |store, mut page| {
        let t = page.t;
        let key = store
            .billing_key_by_receipt(receipt_id)?
            .ok_or_else(|| Code::ControlNotFound.because(format!("no billing key has the receipt_id {receipt_id}")))?;
        let now = store.now()?;
        let billing_key = key.billing_key.as_deref().unwrap_or_default();
        let (first, last) = story::ends(whole);
        let (told, left_out) = store.story(receipt_id, first, last)?;
        let use_it = why_not_used(&key, now, t);
        let is_full = store.reservations_pending(billing_key)? >= MOST_PENDING;
        page.title = format!("{} · {}", visible(&key.order_name), t.billing_keys());
        let path = path(receipt_id);
        Ok(View {
            t,
            chip: Chip::of_status(&key.status, t),
            is_expired: key.expires_at <= now,
            consent: match key.status {
                Status::BillingKeyRequested if key.consented => Some(t.consented_already()),
                Status::BillingKeyRequested => None,
                _ => Some(t.consent_not_asked()),
            },
            use_it,
            reserve: use_it.or(is_full.then(|| t.reservations_full())),
            charge_form: Typed::of(posted, "charge", &key, now),
            reserve_form: Typed::of(posted, "reserve", &key, now),
            facts: facts(&key, t),
            times: times(&key, t),
            metadata: (!key.metadata.is_empty()).then(|| visible(&pretty(&Value::Object(key.metadata.clone())))),
            charges: store.key_charges(receipt_id, SIZE)?.iter().map(|payment| charge(payment, t)).collect(),
            reservations: store
                .reservations_of_key(billing_key, SIZE)?
                .iter()
                .map(|reservation| reserved(reservation, now, t))
                .collect(),
            items: story::items(&told, &Value::Null, &page.url, t),
            left_out,
            whole: address(&path, &[("all", "1")]),
            act_url: path,
            receipt_id: key.receipt_id.clone(),
            subscription_id: visible(&key.subscription_id),
            order_name: visible(&key.order_name),
            page,
        })
    })
}

/// Why the key can be neither charged nor deleted.
fn why_not_used(key: &BillingKey, now: Moment, t: Texts) -> Option<&'static str> {
    match key.status {
        Status::BillingKeyIssued if key.expires_at <= now => Some(t.key_expired()),
        Status::BillingKeyIssued => None,
        Status::BillingKeyRevoked => Some(t.key_revoked()),
        _ => Some(t.key_not_issued()),
    }
}

fn facts(key: &BillingKey, t: Texts) -> Vec<(&'static str, String)> {
    let mut facts = vec![(t.pg_and_method(), by(key, t))];
    if let Some(user_id) = &key.user_id {
        facts.push(("user_id", visible(user_id)));
    }
    facts
}

fn times(key: &BillingKey, t: Texts) -> Vec<(&'static str, String)> {
    let mut times = vec![(t.csv_requested_at(), date_time(key.requested_at))];
    times.extend(key.published_at.map(|at| (t.issued_at(), date_time(at))));
    times.push((t.valid_until(), date_time(key.expires_at)));
    times
}

/// `POST /billing-keys/{receipt_id}`: the acts of the page, each by its control.
pub(super) async fn act(visit: Visit, Path(receipt_id): Path<String>, form: Form) -> Response {
    match acted(&visit, &receipt_id, &form).await {
        Ok(notice) => Visit::done(&path(&receipt_id), notice),
        Err(refusal) => {
            let input = input(&refusal, form.text("act"), visit.texts());
            page(&visit.refused_at(refusal, input), &receipt_id, Some(&form))
        }
    }
}

/// The field that was refused, of the form of this act.
fn input(refusal: &Refusal, act: &str, t: Texts) -> Option<Input> {
    match (refusal.field(), act) {
        ("price", "charge") => Some(Input::new("charge-price", t.price())),
        ("price", "reserve") => Some(Input::new("reserve-price", t.price())),
        ("execute_at" | "reserve_execute_at", _) => Some(Input::new("reserve-at", t.due_at_kst())),
        _ => None,
    }
}

async fn acted(visit: &Visit, receipt_id: &str, form: &Form) -> Result<&'static str, Refusal> {
    let key = format!("/emulator/billing-keys/{}", segment(receipt_id));
    let order = || json!({ "order_name": form.text("order_name"), "price": form.text("price").replace(',', "") });
    let (path, body, notice) = match form.text("act") {
        "consent" => (format!("{key}/buyer"), json!({ "action": "consent" }), "acted"),
        "charge" => (format!("{key}/charge"), order(), "charged"),
        "reserve" => {
            let mut body = order();
            body["execute_at"] = form.text("execute_at").into();
            (format!("{key}/reserve"), body, "reserved")
        }
        "revoke" => (format!("{key}/revoke"), json!({}), "key-revoked"),
        "cancel" => {
            let reserve_id = segment(form.text("reserve_id"));
            (format!("/emulator/reservations/{reserve_id}/cancel"), json!({}), "reservation-cancelled")
        }
        other => return Err(Code::Control.because(format!("no act has the name {other}"))),
    };
    visit.act("POST", &path, &body).await.map(|_| notice)
}
