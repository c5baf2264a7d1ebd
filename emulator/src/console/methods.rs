//! `/setup/methods`: the methods of every PG, and the four steps of one: PG, method, activate, settings.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use serde_json::{Value, json};

use super::chip::Meaning;
use super::form::Form;
use super::names;
use super::page::Page;
use super::places;
use super::refused::Input;
use super::texts::Texts;
use super::visit::Visit;
use crate::domain::merchant::Merchant;
use crate::domain::offer::{OFFERS, Offer};
use crate::domain::project::{Activation, Settings};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;

const URL: &str = "/setup/methods";

#[derive(Template)]
#[template(path = "methods.html")]
struct Methods {
    page: Page,
    t: Texts,
    takes_any: bool,
    legend: [(Meaning, &'static str); 4],
    rows: Vec<PgRow>,
}

struct PgRow {
    pg: &'static str,
    name: String,
    methods: Vec<MethodState>,
}

struct MethodState {
    method: &'static str,
    name: String,
    state: State,
    word: &'static str,
}

/// The state of a method in the grid.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Off,
    Sandbox,
    Live,
    Lacking,
}

impl State {
    fn of(offer: &Offer, method: &str, project: &Merchant) -> Self {
        let Some(found) = activation(project, offer.pg, method).filter(|one| one.active) else { return Self::Off };
        let is_filled = |key: &str| found.settings.0.get(key).is_some_and(|value| !value.trim().is_empty());
        let needs = found.live || offer.needs_own_test_keys;
        if needs && !offer.needed(method).all(is_filled) {
            return Self::Lacking;
        }
        if found.live { Self::Live } else { Self::Sandbox }
    }

    fn meaning(self) -> Meaning {
        match self {
            Self::Off => Meaning::Open,
            Self::Sandbox => Meaning::Waiting,
            Self::Live => Meaning::Done,
            Self::Lacking => Meaning::Failed,
        }
    }

    fn word(self, t: Texts) -> &'static str {
        match self {
            Self::Off => t.off(),
            Self::Sandbox => t.sandbox(),
            Self::Live => t.live(),
            Self::Lacking => t.lacks_settings(),
        }
    }
}

fn activation<'a>(project: &'a Merchant, pg: &str, method: &str) -> Option<&'a Activation> {
    project.methods.iter().flatten().find(|one| one.pg == pg && one.method == method)
}

pub(super) async fn show(visit: Visit) -> Response {
    grid(&visit)
}

fn grid(visit: &Visit) -> Response {
    visit.look(&places::METHODS, |_, page| {
        let (t, project) = (page.t, &page.project);
        let row = |offer: &&'static Offer| PgRow {
            pg: offer.pg,
            name: names::of_pg(offer.pg, t),
            methods: offer
                .methods
                .iter()
                .map(|method| {
                    let state = State::of(offer, method, project);
                    MethodState { method, name: names::of_method(method, t), state, word: state.word(t) }
                })
                .collect(),
        };
        let is_used = |offer: &&Offer| project.methods.iter().flatten().any(|one| one.active && one.pg == offer.pg);
        // Those in use come first.
        let (used, unused): (Vec<_>, Vec<_>) = OFFERS.iter().partition(is_used);
        let rows = used.iter().chain(&unused).map(row).collect();
        let legend = [State::Live, State::Sandbox, State::Lacking, State::Off];
        let legend = legend.map(|state| (state.meaning(), state.word(t)));
        Ok(Methods { t, takes_any: project.takes_any_method(), legend, rows, page })
    })
}

/// `POST /setup/methods`: every method is taken again.
pub(super) async fn take_any(visit: Visit) -> Response {
    match visit.change("PATCH", "", &json!({ "methods": null })).await {
        Ok(_) => Visit::done(URL, "methods"),
        Err(refusal) => grid(&visit.refused(refusal)),
    }
}

#[derive(Template)]
#[template(path = "method.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is a box of the form, or a case of the page")]
struct Steps {
    page: Page,
    t: Texts,
    pg: &'static str,
    pg_name: String,
    method: &'static str,
    name: String,
    others: Vec<MethodState>,
    is_active: bool,
    is_live: bool,
    takes_any: bool,
    settings: Vec<Field>,
    has_any_settings: bool,
    remarks: Vec<String>,
}

struct Field {
    /// The id of its element.
    id: String,
    key: &'static str,
    is_needed: bool,
    is_saved: bool,
    value: String,
}

pub(super) async fn show_one(visit: Visit, Path((pg, method)): Path<(String, String)>) -> Response {
    one(&visit, &pg, &method, None)
}

fn one(visit: &Visit, pg: &str, method: &str, posted: Option<&Form>) -> Response {
    visit.look(&places::METHODS, |_, mut page| {
        let (offer, method) = offered(pg, method)?;
        let t = page.t;
        let found = activation(&page.project, offer.pg, method).cloned();
        let (pg_name, name) = (names::of_pg(offer.pg, t), names::of_method(method, t));
        let others = offer.methods.iter().map(|other| {
            let state = State::of(offer, other, &page.project);
            MethodState { method: other, name: names::of_method(other, t), state, word: state.word(t) }
        });
        let is_needed = |key: &str| offer.needed(method).any(|needed| needed == key);
        let settings = offer.settings.iter().map(|setting| Field {
            id: format!("s-{}", setting.key),
            key: setting.key,
            is_needed: is_needed(setting.key),
            is_saved: found
                .as_ref()
                .is_some_and(|one| one.settings.0.get(setting.key).is_some_and(|value| !value.is_empty())),
            value: match posted {
                Some(form) => form.text(&format!("setting.{}", setting.key)).to_owned(),
                None if visit.parameter("fill").is_some() && is_needed(setting.key) => made_up(setting.key),
                None => String::new(),
            },
        });
        let by_manual = page.project.test_mode.charges == crate::domain::project::TestCharges::Manual;
        let charged = if offer.charges_tests(method, by_manual) { t.test_is_charged() } else { t.test_is_free() };
        let in_test = Activation {
            pg: offer.pg.to_owned(),
            method: method.to_owned(),
            active: true,
            live: false,
            settings: Settings::default(),
        };
        let remarks =
            std::iter::once(charged.to_owned()).chain(in_test.advice().iter().map(|rule| t.rule(rule))).collect();
        page.title = format!("{pg_name} {name}");
        Ok(Steps {
            t,
            pg: offer.pg,
            method,
            others: others.collect(),
            is_active: posted.map_or_else(
                || found.as_ref().map_or(page.project.takes_any_method(), |one| one.active),
                |form| form.is_on("active"),
            ),
            is_live: posted
                .map_or_else(|| found.as_ref().is_some_and(|one| one.live), |form| form.text("mode") == "live"),
            takes_any: page.project.takes_any_method(),
            settings: settings.collect(),
            has_any_settings: offer.any_settings,
            remarks,
            pg_name,
            name,
            page,
        })
    })
}

/// A value of the usual shape, recognizably nobody's.
fn made_up(key: &str) -> String {
    format!("emulator-{}", key.replace('_', "-"))
}

fn offered(pg: &str, method: &str) -> Result<(&'static Offer, &'static str), Refusal> {
    let offer = OFFERS.iter().find(|offer| offer.pg == pg);
    let found = offer.and_then(|offer| Some((offer, *offer.methods.iter().find(|known| **known == method)?)));
    found.ok_or_else(|| Code::ControlNotFound.because(format!("{pg} {method}")))
}

/// `POST /setup/methods/{pg}/{method}`
pub(super) async fn save(visit: Visit, Path((pg, method)): Path<(String, String)>, form: Form) -> Response {
    match visit.change("PUT", "/methods", &change(&visit, &pg, &method, &form)).await {
        Ok(_) => Visit::done(&format!("{URL}/{pg}/{method}"), "method"),
        Err(refusal) => {
            let input = input(&refusal);
            one(&visit.refused_at(refusal, input), &pg, &method, Some(&form))
        }
    }
}

/// The field of a refused setting: the first one that is missing.
fn input(refusal: &Refusal) -> Option<Input> {
    let key = match refusal.rule() {
        Some(Rule::SettingsNeeded { missing, .. }) => missing.split(", ").next(),
        _ => refusal.field().strip_prefix("settings."),
    };
    key.map(|key| Input::new(format!("s-{key}"), key))
}

/// The control's body. An empty field keeps its value.
fn change(visit: &Visit, pg: &str, method: &str, form: &Form) -> Value {
    let before = visit.read(|_, project| Ok(activation(&project, pg, method).cloned()));
    let mut settings: BTreeMap<String, String> = before.ok().flatten().map(|one| one.settings.0).unwrap_or_default();
    for (key, value) in form.below("setting.") {
        if !value.is_empty() {
            settings.insert(key.to_owned(), value.to_owned());
        }
    }
    json!({
        "pg": pg,
        "method": method,
        "active": form.is_on("active"),
        "live": form.text("mode") == "live",
        "settings": settings,
    })
}
