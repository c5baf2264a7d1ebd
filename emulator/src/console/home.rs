//! `/`: what waits for the merchant, the first steps of a project's client, its latest payments and what happened last.

use askama::Template;
use axum::response::Response;

use super::address::segment;
use super::billing_rows;
use super::chip::{Chip, Meaning};
use super::format::{amount, date_time, grouped, visible};
use super::page::Page;
use super::places::{self, Place};
use super::story::{self, Item};
use super::texts::Texts;
use super::visit::Visit;
use crate::domain::payment::Payment;
use crate::domain::refusal::Refusal;
use crate::store::journal::Told;
use crate::store::{MOST_NEEDS, Needs, Progress, Store};

/// The payments on the page.
const LATEST: u32 = 8;
/// The entries of the journal on the page.
const ENTRIES: u32 = 20;

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    page: Page,
    t: Texts,
    steps: Vec<Step>,
    done: usize,
    steps_done: String,
    needs: Vec<Need>,
    payments: Vec<Row>,
    entries: Vec<Entry>,
    environment: String,
    command: String,
    /// The request with a manual's sample id.
    sample: Option<String>,
}

/// A step towards a first payment.
struct Step {
    name: &'static str,
    hint: &'static str,
    is_done: bool,
    /// The page of the console that helps, and its name.
    url: Option<&'static str>,
    link: &'static str,
}

/// What waits for the merchant, with the list that has it.
struct Need {
    count: String,
    words: &'static str,
    url: &'static str,
    meaning: Meaning,
}

/// An entry of the journal, with the page of what it tells of.
struct Entry {
    item: Item,
    url: Option<String>,
    order_id: String,
}

/// A payment in the list.
struct Row {
    receipt_id: String,
    chip: Chip,
    order_name: String,
    order_id: String,
    amount: String,
    is_test: bool,
    at: String,
    iso: String,
}

pub(super) async fn show(visit: Visit) -> Response {
    visit.look(&places::HOME, view)
}

fn view(store: &Store<'_>, page: Page) -> Result<Home, Refusal> {
    let t = page.t;
    let progress = store.progress(&page.project.id)?;
    let steps = steps(progress, &page);
    let now = store.now()?;
    let mut payments = store.latest_payments(&page.project.id, LATEST)?;
    for payment in &mut payments {
        // As it is now, whether or not its expiry was carried out.
        payment.age(now);
    }
    let told = store.latest_entries(&page.project.id, ENTRIES)?;
    let done = steps.iter().filter(|step| step.is_done).count();
    Ok(Home {
        t,
        steps_done: t.steps_done(done, steps.len()),
        done,
        steps,
        needs: needs(store.needs(&page.project.id)?, t),
        payments: payments.iter().map(|payment| row(payment, t)).collect(),
        entries: entries(store, &told, t)?,
        environment: format!("BOOTPAY_BASE_URL={}", page.url),
        command: example(&page),
        sample: sample_request(store, &page)?,
        page,
    })
}

/// The newest request that was refused because of a manual's sample id, while it matters.
pub(super) fn sample_request(store: &Store<'_>, page: &Page) -> Result<Option<String>, Refusal> {
    Ok(store.sample_id_used(&page.project.id)?.map(|seq| format!("/requests/{seq}")))
}

fn needs(needs: Needs, t: Texts) -> Vec<Need> {
    [
        (needs.confirm, t.need_confirm(), "/payments?q=status%3A2", Meaning::Waiting),
        (needs.deposit, t.need_deposit(), "/payments?q=status%3A5", Meaning::Waiting),
        (needs.failed, t.need_failed(), "/webhooks?state=failed", Meaning::Failed),
        (needs.retrying, t.need_retrying(), "/webhooks?state=pending", Meaning::PartlyUndone),
        (needs.findings, t.need_findings(), "/requests?only=findings", Meaning::PartlyUndone),
        (needs.faults, t.need_faults(), "/faults", Meaning::Open),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, words, url, meaning)| {
        let more = if count == MOST_NEEDS { "+" } else { "" };
        Need { count: format!("{}{more}", grouped(count)), words, url, meaning }
    })
    .collect()
}

fn entries(store: &Store<'_>, told: &[Told], t: Texts) -> Result<Vec<Entry>, Refusal> {
    let mut newer = None;
    let mut entries = Vec::with_capacity(told.len());
    for one in told {
        let item = story::brief(one, newer, t);
        let url = match (&item.link, &one.line.receipt_id) {
            (Some((url, _)), _) => Some(url.clone()),
            (None, Some(receipt_id)) => page_of(store, receipt_id)?,
            (None, None) => None,
        };
        entries.push(Entry { item, url, order_id: visible(one.line.order_id.as_deref().unwrap_or_default()) });
        newer = Some(&one.line);
    }
    Ok(entries)
}

/// The page of a payment or a billing key; an identity has none.
fn page_of(store: &Store<'_>, receipt_id: &str) -> Result<Option<String>, Refusal> {
    if store.stored_payment(receipt_id)?.is_some() {
        return Ok(Some(format!("/payments/{}", segment(receipt_id))));
    }
    Ok(store.billing_key_by_receipt(receipt_id)?.map(|_| billing_rows::path(receipt_id)))
}

/// The command that makes a first payment.
pub(super) fn example(page: &Page) -> String {
    format!(
        "curl -X POST {}/emulator/payments -H 'Content-Type: application/json' \\\n  -d '{{\"merchant\": \"{}\", \"order_id\": \"o-1\", \"price\": 12000}}'",
        page.url, page.project.id
    )
}

fn steps(progress: Progress, page: &Page) -> Vec<Step> {
    let t = page.t;
    let project = &page.project;
    let (has_method, method) = if project.takes_any_method() {
        (true, t.step_method_any())
    } else if project.active_methods().next().is_some() {
        (true, t.step_method_some())
    } else {
        (false, t.step_method_none())
    };
    let step = |name, hint, is_done, place: Option<&Place>| Step {
        name,
        hint,
        is_done,
        url: place.map(|place| place.url),
        link: place.map_or("", |place| (place.label)(t)),
    };
    vec![
        step(t.step_base_url(), t.step_base_url_hint(), progress.called, None),
        step(t.step_credentials(), t.step_credentials_hint(), progress.authenticated, Some(&places::KEYS)),
        step(t.step_method(), method, has_method, Some(&places::METHODS)),
        step(t.step_window(), t.step_window_hint(), progress.opened, Some(&places::TRY)),
        step(t.step_confirm(), t.step_confirm_hint(), progress.paid, Some(&places::TRY)),
        step(t.step_webhook(), t.step_webhook_hint(), progress.acknowledged, Some(&places::WEBHOOK_SETTINGS)),
    ]
}

fn row(payment: &Payment, t: Texts) -> Row {
    Row {
        receipt_id: payment.receipt_id.clone(),
        chip: Chip::of_payment(payment, t),
        order_name: visible(&payment.order_name),
        order_id: visible(&payment.order_id),
        amount: amount(payment.price, &payment.currency, t.0),
        is_test: payment.sandbox,
        at: date_time(payment.requested_at),
        iso: payment.requested_at.iso(),
    }
}
