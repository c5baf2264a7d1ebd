//! `/payments/{receipt_id}`: one payment: what can be done now, both truths, what happened, and its data.

use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use bootpay_core::model::Status;
use serde_json::{Value, json};

use super::address::{address, segment};
use super::chip::Chip;
use super::difference::{Difference, differences};
use super::exchange::pretty;
use super::fault_words::{CHOICES, Choice, Scope, words};
use super::form::Form;
use super::format::{amount, date_time, visible};
use super::lists;
use super::names::{method, pg};
use super::page::Page;
use super::places;
use super::refused::Input;
use super::story::{self, Item, done_at_bootpay, told_to_client};
use super::texts::Texts;
use super::visit::Visit;
use crate::domain::clock::Moment;
use crate::domain::journal::{Kind, Line, Outcome};
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::payment::Payment;
use crate::domain::receipt::render;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;
use crate::domain::secrets::redact_delivered;
use crate::domain::webhook::{self, Event};
use crate::store::Store;
use crate::store::journal::Told;

#[derive(Template)]
#[template(path = "payment.html")]
struct View {
    page: Page,
    t: Texts,
    up: String,
    receipt_id: String,
    order_id: String,
    order_name: String,
    chip: Chip,
    amount: String,
    is_test: bool,
    is_faulty: bool,
    /// Bootpay's advice about it, and what is too late.
    advice: Vec<String>,
    buyer: Vec<Act>,
    cancel: Cancel,
    resend: Option<&'static str>,
    faults: Faults,
    window: Option<String>,
    act_url: String,
    truths: Option<Truths>,
    items: Vec<Item>,
    left_out: i64,
    whole: String,
    facts: Vec<(&'static str, String)>,
    amounts: Vec<(&'static str, String)>,
    times: Vec<(&'static str, String)>,
    planned: Vec<(&'static str, String)>,
    person: Option<String>,
    metadata: Option<String>,
    receipt: String,
    webhook: Option<String>,
    differences: Vec<Difference>,
    scenario: String,
    orders: String,
}

/// An act of the buyer: possible, or with the reason why not.
struct Act {
    name: &'static str,
    label: &'static str,
    why_not: Option<String>,
    is_first: bool,
}

impl Act {
    /// Its key in the page.
    fn key(&self) -> Option<&'static str> {
        Some(match self.name {
            "pay" => "a",
            "deposit" => "d",
            "fail" => "x",
            "expire" => "e",
            _ => return None,
        })
    }
}

/// The endpoints of which a fault can meet the next request about a payment: method and path.
const FAULTY: [(&str, &str); 3] = [("POST", "/v2/confirm"), ("POST", "/v2/cancel"), ("GET", "/v2/receipt")];

/// What can go wrong with the next request about the payment, and what waits for it.
struct Faults {
    waiting: Vec<(String, String)>,
    endpoints: Vec<(usize, String)>,
    choices: Vec<(&'static str, &'static str)>,
}

/// The merchant's cancel.
struct Cancel {
    price: String,
    why_not: Option<&'static str>,
}

/// What happened at Bootpay, and what the client was told.
struct Truths {
    at_bootpay: String,
    told: String,
    advice: &'static str,
    request: String,
    is_found_out: bool,
}

pub(super) async fn show(visit: Visit, Path(receipt_id): Path<String>) -> Response {
    page(&visit, &receipt_id, None)
}

/// The payment as it is now, and its project.
pub(super) fn found(store: &Store<'_>, receipt_id: &str, now: Moment) -> Result<(Payment, Arc<Merchant>), Refusal> {
    let unknown = || Code::ControlNotFound.because(format!("no payment has the receipt_id {receipt_id}"));
    let mut payment = store.stored_payment(receipt_id)?.ok_or_else(unknown)?;
    payment.age(now);
    let merchant = store.merchant(&payment.merchant_id)?.ok_or_else(unknown)?;
    Ok((payment, merchant))
}

/// The page; `price` is the amount of a refused cancel, as it was typed.
fn page(visit: &Visit, receipt_id: &str, price: Option<&str>) -> Response {
    let whole = visit.parameter("all").is_some();
    visit.look(&places::PAYMENTS, |store, mut page| {
        let t = page.t;
        let now = store.now()?;
        let (payment, merchant) = found(store, receipt_id, now)?;
        let (first, last) = story::ends(whole);
        let (told, left_out) = store.story(receipt_id, first, last)?;
        let has_webhook = store.last_delivery_about(receipt_id)?.is_some();
        let window = store.stored_window(receipt_id)?.filter(crate::domain::window::session::Window::is_open);
        let receipt = redact_delivered(&render(&payment, &merchant, false));
        let webhook = Event::latest(&payment).ok();
        let webhook = webhook.map(|event| redact_delivered(&webhook::body(&payment, &merchant, event, None)));
        page.title = title(&payment, t);
        Ok(View {
            t,
            chip: Chip::of_payment(&payment, t),
            amount: amount(payment.price, &payment.currency, t.0),
            is_test: payment.sandbox,
            is_faulty: told.iter().any(|told| told.line.kind == Kind::Fault),
            advice: advice(&payment, &merchant, now, t),
            buyer: buyer(&payment, t),
            cancel: cancel(&payment, price, t),
            resend: (!has_webhook).then(|| t.resend_nothing()),
            window: window.map(|window| format!("{}/p/{}", merchant.gateway_url, window.receipt_id)),
            up: lists::PAYMENTS.back(visit, receipt_id),
            act_url: page.address.clone(),
            truths: truths(&told, &payment, t),
            items: story::items(&told, &receipt, &page.url, t),
            left_out,
            whole: address(&format!("/payments/{}", segment(receipt_id)), &[("all", "1")]),
            facts: facts(&payment, t),
            amounts: amounts(&payment, t),
            times: times(&payment, t),
            planned: planned(&payment, store.next_delivery_about(receipt_id)?, t),
            person: person(&payment),
            metadata: (!payment.metadata.is_empty())
                .then(|| visible(&pretty(&Value::Object(payment.metadata.clone())))),
            receipt: visible(&pretty(&receipt)),
            differences: webhook.as_ref().map(|body| differences(&receipt, body, t)).unwrap_or_default(),
            webhook: webhook.map(|body| visible(&pretty(&body))),
            faults: faults(store, receipt_id, t)?,
            scenario: format!("/payments/{}/scenario", segment(receipt_id)),
            orders: address("/payments", &[("q", &format!("order:\"{}\"", payment.order_id))]),
            receipt_id: payment.receipt_id.clone(),
            order_id: visible(&payment.order_id),
            order_name: visible(&payment.order_name),
            page,
        })
    })
}

/// The title of a payment's page.
pub(super) fn title(payment: &Payment, t: Texts) -> String {
    format!("{} · {} · {}", visible(&payment.order_name), visible(&payment.order_id), t.payments())
}

fn advice(payment: &Payment, merchant: &Merchant, now: Moment, t: Texts) -> Vec<String> {
    let mut rules = merchant.advice(payment.terms(), &payment.method, payment.price);
    if payment.was_paid() && payment.remaining() > Money::ZERO {
        rules.extend(payment.too_late_to_cancel(now));
    }
    rules.iter().map(|rule| t.rule(rule)).collect()
}

fn buyer(payment: &Payment, t: Texts) -> Vec<Act> {
    let mut acts = Vec::new();
    let mut act = |name, label, why_not| acts.push(Act { name, label, why_not, is_first: false });
    let only_at = |standings: &[Status]| {
        let words = || standings.iter().map(|status| Chip::of_status(status, t).word).collect::<Vec<_>>().join(", ");
        (!standings.contains(&payment.status)).then(|| t.only_at(&words()))
    };
    let told = payment.silent_deposit_at.map(|_| t.already_deposited().to_owned());
    act("pay", t.act_pay(), only_at(&[Status::Ready]));
    act("deposit", t.act_deposit(), only_at(&[Status::VirtualAccountIssued]).or(told));
    act("fail", t.act_fail(), only_at(&[Status::Ready, Status::WaitingConfirm]));
    act("expire", t.act_expire(), only_at(&[Status::Ready, Status::WaitingConfirm, Status::VirtualAccountIssued]));
    if payment.shipment.is_some() {
        let decided = payment.is_escrow_decided().then(|| t.already_decided().to_owned());
        act("confirm_purchase", t.act_confirm_purchase(), decided.clone());
        act("refuse_purchase", t.act_refuse_purchase(), decided);
    }
    // What can be done comes first.
    acts.sort_by_key(|act| act.why_not.is_some());
    if let Some(first) = acts.first_mut().filter(|act| act.why_not.is_none()) {
        first.is_first = true;
    }
    acts
}

fn faults(store: &Store<'_>, receipt_id: &str, t: Texts) -> Result<Faults, Refusal> {
    let waiting = store.waiting_faults()?.requests;
    let about = waiting.into_iter().filter(|one| one.receipt_id.as_deref() == Some(receipt_id));
    Ok(Faults {
        waiting: about.map(|one| (one.endpoint.unwrap_or_default(), words(Scope::Request, &one.fault, t))).collect(),
        endpoints: FAULTY.iter().map(|(method, path)| format!("{method} {path}")).enumerate().collect(),
        choices: CHOICES
            .iter()
            .filter(|choice| choice.scope == Scope::Request)
            .map(|choice| (choice.name, (choice.words)(t)))
            .collect(),
    })
}

fn cancel(payment: &Payment, typed: Option<&str>, t: Texts) -> Cancel {
    let why_not = if !payment.was_paid() {
        Some(t.cancel_unpaid())
    } else if payment.remaining() <= Money::ZERO {
        Some(t.cancel_nothing_left())
    } else {
        None
    };
    Cancel { price: typed.map_or_else(|| payment.remaining().to_string(), str::to_owned), why_not }
}

/// The last fault that a request about the payment met, where the client was told something else than what happened.
fn truths(story: &[Told], payment: &Payment, t: Texts) -> Option<Truths> {
    let (at, line) = story
        .iter()
        .enumerate()
        .rev()
        .map(|(at, told)| (at, &told.line))
        .find(|(_, line)| line.kind == Kind::Fault && line.facts["request"].is_i64())?;
    let is_look_up =
        |line: &Line| line.kind == Kind::Request && line.outcome == Outcome::Done && line.code.starts_with("GET ");
    let endpoint = line.facts["endpoint"].as_str().unwrap_or_default();
    let carried_out = line.facts["carried_out"] == true;
    let state = Chip::of_payment(payment, t).word;
    Some(Truths {
        at_bootpay: t.truth_at_bootpay(&visible(endpoint), &done_at_bootpay(line, t), &state),
        told: told_to_client(line, t),
        advice: if carried_out { t.advice_done() } else { t.advice_not_done() },
        request: format!("/requests/{}", line.facts["request"]),
        is_found_out: story[at..].iter().any(|told| is_look_up(&told.line)),
    })
}

fn facts(payment: &Payment, t: Texts) -> Vec<(&'static str, String)> {
    let mut facts = vec![("PG", pg(payment, t)), (t.csv_method(), method(payment, t))];
    if let Some(tid) = payment.purchased_at.map(|_| crate::domain::receipt::tid(payment)) {
        facts.push((t.pg_tid(), tid));
    }
    facts.push((t.platform(), payment.platform.name().to_owned()));
    if payment.escrow {
        facts.push((
            t.escrow(),
            if payment.shipment.is_some() { t.escrow_shipped() } else { t.escrow_waits() }.to_owned(),
        ));
    }
    facts
}

fn amounts(payment: &Payment, t: Texts) -> Vec<(&'static str, String)> {
    let shown = |money: Money| amount(money, &payment.currency, t.0);
    let mut amounts = vec![(t.price(), shown(payment.price))];
    if payment.tax_free > Money::ZERO {
        amounts.push((t.tax_free(), shown(payment.tax_free)));
    }
    amounts.push((t.csv_cancelled(), shown(payment.cancelled_price)));
    amounts.push((t.remaining(), shown(payment.remaining())));
    amounts
}

fn times(payment: &Payment, t: Texts) -> Vec<(&'static str, String)> {
    let or = |moment: Option<Moment>, absent: &str| moment.map_or_else(|| absent.to_owned(), date_time);
    vec![
        (t.csv_requested_at(), date_time(payment.requested_at)),
        (t.csv_purchased_at(), or(payment.purchased_at, t.not_paid())),
        (t.csv_cancelled_at(), or(payment.cancelled_at, t.not_cancelled())),
    ]
}

/// What Bootpay will do by itself; `webhook` is sent next.
fn planned(payment: &Payment, webhook: Option<Moment>, t: Texts) -> Vec<(&'static str, String)> {
    let mut planned = Vec::new();
    if let Some(at) = webhook {
        planned.push((t.next_webhook(), date_time(at)));
    }
    if let Some(at) = payment.expires_at() {
        planned.push((t.planned_expiry(), date_time(at)));
    }
    let cancel = payment.auto_cancel_after.zip(payment.purchased_at).filter(|_| payment.remaining() > Money::ZERO);
    if let Some((after, at)) = cancel {
        planned.push((t.planned_cancel(), date_time(at.plus_seconds(after))));
    }
    planned
}

/// The buyer, without what the log hides too.
fn person(payment: &Payment) -> Option<String> {
    let user = payment.user.as_ref().filter(|user| !user.is_empty())?;
    Some(visible(&pretty(&redact_delivered(&Value::Object(user.clone())))))
}

/// `POST /payments/{receipt_id}`: the acts of the page, each by its control.
pub(super) async fn act(visit: Visit, Path(receipt_id): Path<String>, form: Form) -> Response {
    let id = segment(&receipt_id);
    let (path, body, notice) = match form.text("act") {
        "fault" => match fault(&receipt_id, &form) {
            Some((path, body)) => (path.to_owned(), body, "fault"),
            None => return page(&visit.refused(Code::Control.by(Rule::NoSuchFault)), &receipt_id, None),
        },
        "cancel" => {
            let price = form.text("cancel_price").replace(',', "");
            // A field that was emptied is no wish for a full cancel.
            (format!("/emulator/payments/{id}/cancel"), json!({ "cancel_price": price }), "cancelled")
        }
        "resend" => (format!("/emulator/payments/{id}/webhook"), json!({}), "resent"),
        action => {
            let is_window =
                visit.console.app.database.read(|store: &Store<'_>| {
                    Ok(store.stored_window(&receipt_id)?.is_some_and(|window| window.is_open()))
                });
            match (is_window, action) {
                // Through its window, whose page then tells the shop.
                (Ok(true), "pay") => window_act(&id, "approve"),
                (Ok(true), "fail") => window_act(&id, "refuse"),
                (Ok(true), "expire") => window_act(&id, "expire"),
                _ => (format!("/emulator/payments/{id}/buyer"), json!({ "action": action }), "acted"),
            }
        }
    };
    match visit.act("POST", &path, &body).await {
        Ok(_) => Visit::done(&visit.address(), notice),
        Err(refusal) => {
            let is_price = refusal.field() == "cancel_price";
            let input = is_price.then(|| Input::new("cancel_price", visit.texts().cancel_price()));
            let typed = Some(form.text("cancel_price")).filter(|typed| is_price || !typed.is_empty());
            page(&visit.refused_at(refusal, input), &receipt_id, typed)
        }
    }
}

/// The control by which the next request about the payment meets a fault.
fn fault(receipt_id: &str, form: &Form) -> Option<(&'static str, Value)> {
    let endpoint = form.text("endpoint").parse::<usize>().ok().and_then(|at| FAULTY.get(at))?;
    let (path, mut body) = Choice::find(Scope::Request, form.text("fault"))?.control(&json!(1), *endpoint, "");
    body["receipt_id"] = receipt_id.into();
    Some((path, body))
}

fn window_act(id: &str, action: &str) -> (String, Value, &'static str) {
    (format!("/emulator/windows/{id}/buyer"), json!({ "action": action }), "acted")
}
