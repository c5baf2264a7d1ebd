//! `/faults`: what goes wrong next, chosen in plain words.

use askama::Template;
use axum::response::Response;
use serde_json::{Value, json};

use super::fault_words::{CHOICES, Choice, ENDPOINTS, Scope, words};
use super::form::Form;
use super::format::visible;
use super::page::Page;
use super::places;
use super::refused::Input;
use super::texts::Texts;
use super::visit::Visit;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;
use crate::store::Waiting;

const URL: &str = "/faults";

#[derive(Template)]
#[template(path = "faults.html")]
struct Faults {
    page: Page,
    t: Texts,
    waiting: Vec<Row>,
    plan: Option<String>,
    groups: Vec<Group>,
}

/// A fault that waits.
struct Row {
    words: String,
    place: String,
    /// The receipt id of the payment whose requests alone it meets.
    payment: Option<String>,
    times: u32,
}

/// The faults of one part of the emulator.
struct Group {
    scope: &'static str,
    title: &'static str,
    hint: &'static str,
    choices: Vec<Offered>,
    endpoints: Vec<Endpoint>,
    /// The id of the element of the times, and their number as it was typed.
    times_id: String,
    times: String,
}

struct Offered {
    name: &'static str,
    words: &'static str,
    is_chosen: bool,
}

struct Endpoint {
    at: usize,
    label: String,
    is_chosen: bool,
}

fn scope_named(name: &str) -> Option<Scope> {
    match name {
        "request" => Some(Scope::Request),
        "webhook" => Some(Scope::Webhook),
        "window" => Some(Scope::Window),
        _ => None,
    }
}

pub(super) async fn show(visit: Visit) -> Response {
    page(&visit, None)
}

fn page(visit: &Visit, posted: Option<&Form>) -> Response {
    visit.look(&places::FAULTS, |store, page| {
        let t = page.t;
        let waiting = store.waiting_faults()?;
        let rows = |scope: Scope, faults: &[Waiting], place: &str| -> Vec<Row> {
            let row = |one: &Waiting| Row {
                words: words(scope, &one.fault, t),
                place: one.endpoint.as_deref().map_or_else(|| place.to_owned(), visible),
                payment: one.receipt_id.clone(),
                times: one.times,
            };
            faults.iter().map(row).collect()
        };
        let mut all = rows(Scope::Request, &waiting.requests, "");
        all.extend(rows(Scope::Webhook, &waiting.webhooks, t.fault_webhooks()));
        all.extend(rows(Scope::Window, &waiting.windows, t.fault_windows()));
        let group = |scope, name, title, hint| {
            let posted = posted.filter(|form| form.text("scope") == name);
            let field = |field| posted.map(|form| form.text(field)).filter(|text| !text.is_empty());
            let mut choices: Vec<_> = CHOICES
                .iter()
                .filter(|choice| choice.scope == scope)
                .map(|choice| Offered {
                    name: choice.name,
                    words: (choice.words)(t),
                    is_chosen: field("fault") == Some(choice.name),
                })
                .collect();
            if !choices.iter().any(|choice| choice.is_chosen) {
                choices[0].is_chosen = true;
            }
            Group {
                scope: name,
                title,
                hint,
                choices,
                endpoints: if scope == Scope::Request { endpoints(field("endpoint"), t) } else { Vec::new() },
                times_id: times_id(name),
                times: field("times").unwrap_or("1").to_owned(),
            }
        };
        Ok(Faults {
            t,
            waiting: all,
            plan: waiting.plan.map(|plan| plan_words(&plan, t)),
            groups: vec![
                group(Scope::Request, "request", t.fault_requests(), t.fault_requests_hint()),
                group(Scope::Webhook, "webhook", t.fault_webhooks(), t.fault_webhooks_hint()),
                group(Scope::Window, "window", t.fault_windows(), t.fault_windows_hint()),
            ],
            page,
        })
    })
}

fn endpoints(chosen: Option<&str>, t: Texts) -> Vec<Endpoint> {
    let label = |(method, path): &(&str, &str)| {
        if method.is_empty() { t.fault_every_request().to_owned() } else { format!("{method} {path}") }
    };
    let endpoint = |(at, label): (usize, String)| Endpoint { is_chosen: chosen == Some(&at.to_string()), at, label };
    ENDPOINTS.iter().map(label).enumerate().map(endpoint).collect()
}

fn times_id(scope: &str) -> String {
    format!("{scope}-times")
}

fn plan_words(plan: &Value, t: Texts) -> String {
    let kinds = plan["kinds"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let percent = plan["rate"].as_f64().unwrap_or_default() * 100.0;
    t.fault_plan(&format!("{percent:.0}"), &kinds.collect::<Vec<_>>().join(", "))
}

/// `POST /faults`: injects one, sets the random plan, or removes all.
pub(super) async fn change(visit: Visit, form: Form) -> Response {
    match made(&visit, &form).await {
        Ok(notice) => Visit::done(URL, notice),
        Err(refusal) => {
            let is_times = refusal.field() == "times";
            let input = is_times.then(|| Input::new(times_id(form.text("scope")), visit.texts().fault_times()));
            page(&visit.refused_at(refusal, input), Some(&form))
        }
    }
}

async fn made(visit: &Visit, form: &Form) -> Result<&'static str, Refusal> {
    match form.text("act") {
        "clear" => {
            for path in ["/emulator/faults", "/emulator/webhooks/faults", "/emulator/windows/faults"] {
                visit.act("DELETE", path, &Value::Null).await?;
            }
            Ok("faults-cleared")
        }
        "plan" => {
            let percent: f64 = form.text("percent").parse().unwrap_or_default();
            let kinds = ["reset", "html_502", "busy", "truncated"];
            let plan = json!({ "seed": 1, "rate": percent / 100.0, "kinds": kinds });
            visit.act("POST", "/emulator/faults/plan", &plan).await?;
            Ok("fault-plan")
        }
        _ => {
            let choice = scope_named(form.text("scope")).and_then(|scope| Choice::find(scope, form.text("fault")));
            let choice = choice.ok_or_else(|| Code::Control.by(Rule::NoSuchFault))?;
            let endpoint = form.text("endpoint").parse::<usize>().ok().and_then(|at| ENDPOINTS.get(at));
            let times = match form.text("times") {
                "" => 1.into(),
                // What is no number is refused by the control.
                text => text.parse::<u32>().map_or_else(|_| json!(text), Value::from),
            };
            let (path, body) = choice.control(&times, endpoint.copied().unwrap_or(("", "/v2")), &visit.project_id()?);
            visit.act("POST", path, &body).await?;
            Ok("fault")
        }
    }
}
