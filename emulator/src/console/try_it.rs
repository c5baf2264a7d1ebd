//! `/try`: opens a payment window for a chosen method, and shows the code that does the same.

use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::json;

use super::chip::Chip;
use super::copy_as::{LANGUAGES, Language};
use super::form::Form;
use super::format::{amount, visible};
use super::names;
use super::page::Page;
use super::places;
use super::refused::Input;
use super::samples::Sold;
use super::texts::Texts;
use super::visit::Visit;
use crate::domain::merchant::Merchant;
use crate::domain::payment::Payment;

/// What a project that takes every method is offered.
const USUAL: [(&str, &str); 7] = [
    ("nicepay", "card"),
    ("nicepay", "bank"),
    ("nicepay", "vbank"),
    ("danal", "phone"),
    ("nicepay", "kakao"),
    ("nicepay", "naverpay"),
    ("nicepay", "payco"),
];

#[derive(Template)]
#[template(path = "try_it.html")]
struct TryIt {
    page: Page,
    t: Texts,
    methods: Vec<Offered>,
    price: String,
    order_name: String,
    opened: Option<Opened>,
    /// Bootpay's advice about the payment that was made.
    advice: Vec<String>,
    has_vbank: bool,
    test_deposit: bool,
    languages: Vec<Tab>,
    page_code: String,
    server_code: String,
    language: &'static str,
}

struct Offered {
    value: String,
    name: String,
    is_chosen: bool,
}

/// The payment whose window was made.
struct Opened {
    receipt_id: String,
    url: String,
    chip: Chip,
    amount: String,
    order_name: String,
}

struct Tab {
    url: String,
    label: &'static str,
    is_current: bool,
}

pub(super) async fn show(visit: Visit) -> Response {
    page(&visit, None)
}

fn page(visit: &Visit, posted: Option<&Form>) -> Response {
    let language = visit.parameter("language");
    let named = LANGUAGES.into_iter().find(|named| Some(named.name()) == language.as_deref());
    let language = named.unwrap_or(Language::Python);
    let receipt_id = visit.parameter("receipt");
    visit.look(&places::TRY, |store, page| {
        let t = page.t;
        let made = receipt_id.as_deref().map(|id| store.stored_payment(id)).transpose()?.flatten();
        let mut made = made.filter(|payment| payment.merchant_id == page.project.id);
        if let Some(payment) = &mut made {
            // As it is now, whether or not its expiry was carried out.
            payment.age(store.now()?);
        }
        let chosen = posted.map(|form| form.text("method").to_owned()).or_else(|| made.as_ref().map(value_of));
        let methods = offered(&page.project, chosen.as_deref(), t);
        let selected = methods.iter().find(|offered| offered.is_chosen).or(methods.first());
        let by = selected.and_then(|offered| offered.value.split_once('/'));
        let price = made.as_ref().map_or(usual_price(&page.project), |payment| payment.price.0 / 100);
        let order_name =
            made.as_ref().map_or_else(|| t.sample_order().to_owned(), |payment| payment.order_name.clone());
        let sold = Sold {
            client_key: &page.project.client_key,
            order_id: made.as_ref().map_or("o-1", |payment| &payment.order_id),
            order_name: &order_name,
            price,
            by,
            test_deposit: made.as_ref().is_some_and(|payment| payment.reporting.test_deposit),
        };
        let (page_code, server_code) = (sold.page(), sold.server(language));
        Ok(TryIt {
            t,
            price: posted.map_or_else(|| price.to_string(), |form| form.text("price").to_owned()),
            opened: made.as_ref().map(|payment| opened(payment, &page, t)),
            languages: LANGUAGES.into_iter().map(|other| tab(other, language, receipt_id.as_deref())).collect(),
            advice: made.as_ref().map(|payment| advice(payment, &page.project, t)).unwrap_or_default(),
            has_vbank: methods.iter().any(|offered| offered.value.ends_with("/vbank")),
            test_deposit: posted.is_some_and(|form| form.is_on("test_deposit")),
            order_name: posted.map_or(order_name, |form| form.text("order_name").to_owned()),
            page_code,
            server_code,
            language: language.label(),
            methods,
            page,
        })
    })
}

/// A price in a project's usual mode: as little as Bootpay advises where a payment may be charged in test.
fn usual_price(project: &Merchant) -> i64 {
    if project.takes_any_method() || project.active_methods().all(|one| one.live) { 12_000 } else { 1_000 }
}

fn advice(payment: &Payment, project: &Merchant, t: Texts) -> Vec<String> {
    project.advice(payment.terms(), &payment.method, payment.price).iter().map(|rule| t.rule(rule)).collect()
}

/// The value of a choice: empty where the buyer chooses.
fn value_of(payment: &Payment) -> String {
    if payment.choice.is_some() {
        return String::new();
    }
    format!("{}/{}", payment.pg.symbol(), payment.method.symbol())
}

fn offered(project: &Merchant, chosen: Option<&str>, t: Texts) -> Vec<Offered> {
    let one = |pg: &str, method: &str| {
        let value = format!("{pg}/{method}");
        let name = format!("{} · {}", names::of_method(method, t), names::of_pg(pg, t));
        Offered { is_chosen: chosen == Some(&value), value, name }
    };
    let unified = || Offered { value: String::new(), name: t.try_unified().to_owned(), is_chosen: chosen == Some("") };
    if project.takes_any_method() {
        return USUAL.iter().map(|(pg, method)| one(pg, method)).chain([unified()]).collect();
    }
    // A billing key and an identity have windows of their own, which a page opens.
    let opens = |method: &str| method != "auth" && !bootpay_core::setup::offer::is_billing(method);
    let mut offered: Vec<_> = project
        .active_methods()
        .filter(|active| opens(&active.method))
        .map(|active| one(&active.pg, &active.method))
        .collect();
    if !offered.is_empty() {
        offered.push(unified());
    }
    offered
}

fn opened(payment: &Payment, page: &Page, t: Texts) -> Opened {
    Opened {
        receipt_id: payment.receipt_id.clone(),
        url: format!("{}/gw/payment/{}", page.url, payment.receipt_id),
        chip: Chip::of_payment(payment, t),
        amount: amount(payment.price, &payment.currency, t.0),
        order_name: visible(&payment.order_name),
    }
}

fn tab(other: Language, current: Language, receipt_id: Option<&str>) -> Tab {
    let receipt = receipt_id.map_or_else(String::new, |id| {
        let id: String = id.chars().filter(char::is_ascii_hexdigit).collect();
        format!("receipt={id}&")
    });
    Tab { url: format!("/try?{receipt}language={}", other.name()), label: other.label(), is_current: other == current }
}

/// `POST /try`: makes a payment whose window waits for its buyer.
pub(super) async fn make(visit: Visit, form: Form) -> Response {
    let made = async {
        let mut body = json!({
            "merchant": visit.project_id()?,
            "price": form.text("price"),
            "order_name": form.text("order_name"),
            "state": "ready",
        });
        match form.text("method").split_once('/') {
            Some((pg, method)) => (body["pg"], body["method"]) = (pg.into(), method.into()),
            None => body["unified"] = true.into(),
        }
        if form.is_on("test_deposit") {
            body["extra"] = json!({ "test_deposit": true });
        }
        visit.act("POST", "/emulator/payments", &body).await
    };
    match made.await {
        Ok(receipt) => {
            let id = receipt["receipt_id"].as_str().unwrap_or_default();
            Redirect::to(&format!("/try?receipt={id}")).into_response()
        }
        Err(refusal) => {
            let t = visit.texts();
            let input = match refusal.field() {
                "price" => Some(Input::new("price", t.amount())),
                "method" => Some(Input::new("method", t.try_method())),
                _ => None,
            };
            page(&visit.refused_at(refusal, input), Some(&form))
        }
    }
}
