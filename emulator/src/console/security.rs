//! `/setup/security`: who may call and open windows, and what is registered in PGs' consoles.

use askama::Template;
use axum::response::Response;
use serde_json::{Value, json};

use super::form::Form;
use super::format::visible;
use super::names;
use super::page::Page;
use super::places;
use super::refused::Input;
use super::texts::Texts;
use super::visit::Visit;
use crate::domain::catalog;
use crate::domain::merchant::Merchant;
use crate::domain::offer::OFFERS;
use crate::domain::refusal::Refusal;

const URL: &str = "/setup/security";

#[derive(Template)]
#[template(path = "security.html")]
struct Security {
    page: Page,
    t: Texts,
    access: Access,
    registrations: Vec<Registered>,
}

/// The fields of the form, one entry a line.
struct Access {
    addresses: String,
    seems_from: String,
    origins: String,
}

impl Access {
    fn of(project: &Merchant) -> Self {
        let lines =
            |list: &Option<Vec<String>>| visible(&list.as_ref().map(|list| list.join("\n")).unwrap_or_default());
        Self {
            addresses: lines(&project.allowed_addresses),
            seems_from: project.seems_from.map(|address| address.to_string()).unwrap_or_default(),
            origins: lines(&project.allowed_origins),
        }
    }

    fn posted(form: &Form) -> Self {
        Self {
            addresses: form.text("addresses").to_owned(),
            seems_from: form.text("seems_from").to_owned(),
            origins: form.text("origins").to_owned(),
        }
    }

    /// The control's body; what is empty allows all.
    fn change(&self) -> Value {
        let list = |text: &str| {
            let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            (!lines.is_empty()).then_some(lines).map_or(Value::Null, |lines| json!(lines))
        };
        json!({
            "allowed_addresses": list(&self.addresses),
            "allowed_origins": list(&self.origins),
            "seems_from": (!self.seems_from.is_empty()).then_some(&self.seems_from),
        })
    }
}

struct Registered {
    pg: &'static str,
    name: String,
    /// Absent where the PG takes none.
    cancel_address: Option<bool>,
    deposit_url: Option<bool>,
}

pub(super) async fn show(visit: Visit) -> Response {
    page(&visit, None)
}

fn page(visit: &Visit, posted: Option<&Form>) -> Response {
    visit.look(&places::SECURITY, |_, page| {
        let t = page.t;
        let registrations = OFFERS.iter().filter(|offer| offer.needs_cancel_address || offer.needs_deposit_url());
        let registered = registrations.filter_map(|offer| {
            let made = page.project.registration(&catalog::find_pg(offer.pg)?);
            Some(Registered {
                pg: offer.pg,
                name: names::of_pg(offer.pg, t),
                cancel_address: offer.needs_cancel_address.then_some(made.cancel_address),
                deposit_url: offer.needs_deposit_url().then_some(made.deposit_url),
            })
        });
        Ok(Security {
            t,
            access: posted.map_or_else(|| Access::of(&page.project), Access::posted),
            registrations: registered.collect(),
            page,
        })
    })
}

/// `POST /setup/security`
pub(super) async fn save(visit: Visit, form: Form) -> Response {
    match visit.change("PATCH", "", &Access::posted(&form).change()).await {
        Ok(_) => Visit::done(URL, "security"),
        Err(refusal) => {
            let input = input(&refusal, visit.texts());
            page(&visit.refused_at(refusal, input), Some(&form))
        }
    }
}

/// The field that was refused.
fn input(refusal: &Refusal, t: Texts) -> Option<Input> {
    let field = refusal.field().split('[').next()?;
    Some(match field {
        "allowed_addresses" => Input::new("addresses", t.access()),
        "allowed_origins" => Input::new("origins", t.origins()),
        "seems_from" => Input::new("seems_from", t.access_from()),
        _ => return None,
    })
}

/// `POST /setup/security/registrations`: those of one PG.
pub(super) async fn register(visit: Visit, form: Form) -> Response {
    let mut body = json!({ "pg": form.text("pg") });
    for name in ["cancel_address", "deposit_url"] {
        // Of a PG that takes one only.
        if form.text("takes").split(' ').any(|takes| takes == name) {
            body[name] = form.is_on(name).into();
        }
    }
    match visit.change("PUT", "/registrations", &body).await {
        Ok(_) => Visit::done(URL, "registrations"),
        Err(refusal) => page(&visit.refused(refusal), None),
    }
}
