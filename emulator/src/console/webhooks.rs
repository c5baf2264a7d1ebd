//! `/webhooks`: the webhooks of a project, and each with its attempts.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::address::{address, segment};
use super::chip::{Chip, Meaning};
use super::exchange::{pretty, shell};
use super::form::Form;
use super::format::{json_line, json_lines, visible};
use super::lists::{self, News, Pager, Since};
use super::page::Page;
use super::payments::Mark;
use super::places;
use super::refused::Input;
use super::story::{failure, long};
use super::texts::Texts;
use super::visit::Visit;
use crate::domain::clock::Moment;
use crate::domain::refusal::Code;
use crate::domain::rule::Rule;
use crate::domain::values::plain;

const PATH: &str = "/webhooks";
/// The rows of a page.
const SIZE: usize = 50;
/// The states in the order of the tabs.
const STATES: [&str; 4] = ["pending", "acknowledged", "failed", "held"];

#[derive(Template)]
#[template(path = "webhooks.html")]
struct Webhooks {
    page: Page,
    t: Texts,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    news: News,
    pager: Pager,
    is_set: bool,
}

struct Tab {
    url: String,
    label: &'static str,
    is_current: bool,
}

struct Row {
    key: i64,
    is_new: bool,
    url: String,
    chip: Chip,
    is_forged: bool,
    event: String,
    to: String,
    payment: Option<(String, String)>,
    tries: String,
    reason: Option<String>,
    next: Option<String>,
}

/// What a listed webhook says, as its pages show it.
struct Listed<'a>(&'a Value);

impl Listed<'_> {
    fn text(&self, name: &str) -> &str {
        self.0[name].as_str().unwrap_or_default()
    }

    fn id(&self) -> i64 {
        self.0["id"].as_i64().unwrap_or_default()
    }

    fn attempts(&self) -> &[Value] {
        self.0["attempts"].as_array().map_or(&[], Vec::as_slice)
    }

    fn chip(&self, t: Texts) -> Chip {
        let mark = Mark::of(self.text("state"), t);
        Chip { meaning: mark.meaning, word: mark.word.to_owned(), title: self.text("state").to_owned() }
    }

    /// What it tells; a Feedback URL is told no type.
    fn event(&self) -> String {
        visible(self.0["webhook_type"].as_str().unwrap_or("Feedback"))
    }

    fn payment(&self) -> Option<(String, String)> {
        let id = self.0["receipt_id"].as_str()?;
        let order = self.0["body"]["order_id"].as_str().unwrap_or(id);
        Some((format!("/payments/{}", segment(id)), visible(order)))
    }

    /// Why the last attempt does not count.
    fn reason(&self, t: Texts) -> Option<String> {
        self.attempts().last().and_then(|attempt| reason(attempt, t))
    }

    /// The time until the next attempt, on the emulator's clock.
    fn next(&self, now: Moment, t: Texts) -> Option<String> {
        let due = self.0["due_at"].as_str().and_then(Moment::read)?;
        let wait = due.0 - now.0;
        // The list has whole seconds: to the nearest minute.
        Some(if wait < 60_000 { t.due_now().to_owned() } else { t.due_in(&long(wait + 30_000, t)) })
    }
}

fn reason(attempt: &Value, t: Texts) -> Option<String> {
    let code = attempt["reason"].as_str()?;
    let status = attempt["response"]["status"].as_u64().and_then(|status| u16::try_from(status).ok());
    let told = failure(code, status, t);
    // Only the machine knows why a connection failed.
    match attempt["error"].as_str() {
        Some(error) if code == "unreachable" => Some(format!("{told}: {}", visible(error))),
        _ => Some(told),
    }
}

pub(super) async fn show(visit: Visit) -> Response {
    let state = visit.parameter("state").filter(|state| STATES.contains(&state.as_str()));
    let before: Option<i64> = visit.parameter("before").and_then(|text| text.parse().ok());
    visit.look(&places::WEBHOOKS, |store, mut page| {
        let t = page.t;
        let shown = state.as_deref().unwrap_or_default();
        let link = |state: &str, before: Option<i64>| {
            let before = before.map(|before| before.to_string()).unwrap_or_default();
            address(PATH, &[("state", state), ("before", &before)])
        };
        let since = Since::of(&visit);
        let numbers_above = |above, limit| store.delivery_numbers(&page.project.id, state.as_deref(), above, limit);
        let news = since.news(store.last_delivery_number()?, link(shown, None), numbers_above)?;
        let end = before.unwrap_or(news.newest + 1);
        let mut found = store.list_deliveries(&page.project.id, state.as_deref(), end, SIZE + 1)?;
        let has_more = found.len() > SIZE;
        found.truncate(SIZE);
        let now = store.now()?;
        let all = Tab { url: PATH.to_owned(), label: t.payments_all(), is_current: shown.is_empty() };
        let tab = |name: &str| Tab { url: link(name, None), label: Mark::of(name, t).word, is_current: shown == name };
        let last = found.last().map(|webhook| Listed(webhook).id());
        page.title = lists::title(&[state.as_deref().map_or("", |state| Mark::of(state, t).word)], t.webhooks_log());
        let above = match before {
            Some(before) => {
                let first = found.first().map_or(before.saturating_sub(1), |webhook| Listed(webhook).id());
                numbers_above(first, SIZE + 1)?
            }
            None => Vec::new(),
        };
        Ok(Webhooks {
            t,
            tabs: std::iter::once(all).chain(STATES.map(tab)).collect(),
            rows: found.iter().map(|webhook| row(&visit, &since, &Listed(webhook), now, t)).collect(),
            news,
            pager: Pager::new(before, &above, last.filter(|_| has_more), SIZE, |before| link(shown, before)),
            is_set: page.project.notifications != crate::domain::notification::Notifications::default(),
            page,
        })
    })
}

fn row(visit: &Visit, since: &Since, webhook: &Listed<'_>, now: Moment, t: Texts) -> Row {
    let retries = webhook.0["retries"].as_u64().unwrap_or_default();
    Row {
        key: webhook.id(),
        is_new: since.is_new(webhook.id()),
        url: lists::WEBHOOKS.row(visit, &webhook.id().to_string()),
        chip: webhook.chip(t),
        is_forged: webhook.0["forged"] == true,
        event: webhook.event(),
        to: visible(webhook.text("url")),
        payment: webhook.payment(),
        tries: format!("{} / {}", webhook.attempts().len(), retries + 1),
        reason: webhook.reason(t),
        next: webhook.next(now, t),
    }
}

#[derive(Template)]
#[template(path = "webhook.html")]
struct Webhook {
    page: Page,
    t: Texts,
    up: String,
    chip: Chip,
    is_forged: bool,
    event: String,
    to: String,
    payment: Option<(String, String)>,
    tries: String,
    next: Option<String>,
    attempts: Vec<Attempt>,
    body: String,
    curl: String,
    /// The body to edit: what was typed, where that was refused.
    edited: String,
}

struct Attempt {
    number: usize,
    at: String,
    iso: String,
    milliseconds: String,
    chip: Option<Chip>,
    is_acknowledged: bool,
    reason: Option<String>,
    answer: String,
    request: String,
    response: String,
}

pub(super) async fn one(visit: Visit, Path(id): Path<String>) -> Response {
    page(&visit, &id, None)
}

fn page(visit: &Visit, id: &str, edited: Option<&str>) -> Response {
    visit.look(&places::WEBHOOKS, |store, mut page| {
        let t = page.t;
        let unknown = || Code::ControlNotFound.because(format!("no webhook has the id {id}"));
        let number: i64 = id.parse().map_err(|_| unknown())?;
        let listed = store.listed_delivery(number)?.ok_or_else(unknown)?;
        let webhook = Listed(&listed);
        page.title = format!("{} {number} · {}", webhook.event(), t.webhooks_log());
        let row = row(visit, &Since::of(visit), &webhook, store.now()?, t);
        let content_type =
            if webhook.text("format") == "form" { "application/x-www-form-urlencoded" } else { "application/json" };
        Ok(Webhook {
            t,
            up: lists::WEBHOOKS.back(visit, id),
            chip: row.chip,
            is_forged: row.is_forged,
            event: row.event,
            payment: row.payment,
            tries: row.tries,
            next: row.next,
            attempts: webhook.attempts().iter().enumerate().rev().map(|(at, one)| attempt(at, one, t)).collect(),
            body: visible(&pretty(&listed["body"])),
            curl: format!(
                "curl -X POST {} \\\n  -H 'Content-Type: {content_type}' \\\n  --data-raw {}",
                shell(&visible(webhook.text("url"))),
                shell(&json_line(&listed["body"]))
            ),
            edited: edited.map_or_else(|| json_lines(&listed["body"]), str::to_owned),
            to: row.to,
            page,
        })
    })
}

fn attempt(at: usize, attempt: &Value, t: Texts) -> Attempt {
    let status = attempt["response"]["status"].as_u64();
    let is_acknowledged = attempt["acknowledged"] == true;
    let chip = status.map(|status| Chip {
        meaning: if is_acknowledged { Meaning::Done } else { Meaning::Failed },
        word: status.to_string(),
        title: format!("HTTP {status}"),
    });
    let answer = attempt["response"]["body"].as_str().unwrap_or_default();
    let moment = attempt["at"].as_str().and_then(Moment::read);
    let shown = |part: &Value| if part.is_null() { String::new() } else { visible(&pretty(part)) };
    Attempt {
        number: at + 1,
        at: moment.map(Moment::plain).unwrap_or_default(),
        iso: moment.map(Moment::iso).unwrap_or_default(),
        milliseconds: format!("{} ms", attempt["duration_ms"].as_u64().unwrap_or_default()),
        chip,
        is_acknowledged,
        reason: reason(attempt, t),
        answer: visible(answer.lines().next().unwrap_or_default()),
        request: shown(&attempt["request"]),
        response: shown(&attempt["response"]),
    }
}

/// `POST /webhooks/{id}`: sends it once more, or a forged one like it.
pub(super) async fn act(visit: Visit, Path(id): Path<String>, form: Form) -> Response {
    let at = format!("/emulator/webhooks/{}", segment(&id));
    if form.text("act") != "forge" {
        return match visit.act("POST", &format!("{at}/resend"), &json!({})).await {
            Ok(_) => Visit::done(&visit.address(), "resent"),
            Err(refusal) => page(&visit.refused(refusal), &id, None),
        };
    }
    let text = form.text("body");
    let forged = match serde_json::from_str::<Map<String, Value>>(text) {
        Ok(body) => visit.act("POST", &format!("{at}/forge"), &json!({ "body": body })).await,
        Err(error) => Err(Code::Control.at("body", Rule::NotAnObject { found: plain(&error) })),
    };
    match forged {
        Ok(webhook) => Visit::done(&format!("{PATH}/{}", webhook["id"]), "forged"),
        Err(refusal) => {
            let input = (refusal.field() == "body").then(|| Input::new("forged-body", visit.texts().forge_body()));
            page(&visit.refused_at(refusal, input), &id, Some(text))
        }
    }
}
