//! `/requests`: the requests to the API, those that were refused by kind, and one with all of it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use super::address::{address, segment};
use super::chip::Chip;
use super::exchange::Copy;
use super::format::{date_time, typed, visible};
use super::lists::{self, News, Pager, Since};
use super::page::Page;
use super::places;
use super::story::{self, Item};
use super::texts::Texts;
use super::visit::Visit;
use crate::domain::journal::milliseconds;
use crate::domain::receipt::render;
use crate::domain::refusal::Code;
use crate::store::journal::Told;
use crate::store::request_list::{Group, Wanted};

const PATH: &str = "/requests";
/// The rows of a page.
const SIZE: usize = 50;

#[derive(Template)]
#[template(path = "requests.html")]
struct Requests {
    page: Page,
    t: Texts,
    groups: Vec<GroupRow>,
    endpoints: Vec<(String, bool)>,
    statuses: Vec<Choice>,
    conditions: Vec<Choice>,
    agent: String,
    rows: Vec<Row>,
    is_filtered: bool,
    news: News,
    pager: Pager,
    command: String,
}

/// A choice of a filter: its value, its label, and if it is chosen.
type Choice = (&'static str, &'static str, bool);

struct GroupRow {
    count: i64,
    endpoint: String,
    error_code: String,
    url: String,
    last: String,
}

struct Row {
    key: i64,
    is_new: bool,
    url: String,
    time: String,
    iso: String,
    code: String,
    chip: Option<Chip>,
    reason: Option<String>,
    findings: usize,
    fault: Option<String>,
    agent: String,
    duration: String,
    payment: Option<(String, String)>,
}

/// What an address asks for.
struct Asked {
    endpoint: String,
    status: String,
    error_code: String,
    only: String,
    agent: String,
    before: Option<i64>,
}

impl Asked {
    fn of(visit: &Visit) -> Self {
        let text = |name: &str| visit.parameter(name).unwrap_or_default();
        Self {
            endpoint: text("endpoint"),
            status: text("status"),
            error_code: text("code"),
            only: text("only"),
            agent: typed(&text("agent")),
            before: text("before").parse().ok(),
        }
    }

    fn wanted(&self) -> Wanted {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Wanted {
            endpoint: some(&self.endpoint),
            class: match self.status.as_str() {
                "2xx" => Some(2),
                "4xx" => Some(4),
                "5xx" => Some(5),
                "none" => Some(0),
                _ => None,
            },
            error_code: some(&self.error_code),
            refused: self.only == "refused",
            findings: self.only == "findings",
            faulted: self.only == "faulted",
            agent: some(&self.agent),
            before: self.before,
        }
    }

    fn is_filtered(&self) -> bool {
        [&self.endpoint, &self.status, &self.error_code, &self.only, &self.agent].iter().any(|text| !text.is_empty())
    }

    fn link(&self, before: Option<i64>) -> String {
        address(
            PATH,
            &[
                ("endpoint", &self.endpoint),
                ("status", &self.status),
                ("code", &self.error_code),
                ("only", &self.only),
                ("agent", &self.agent),
                ("before", &before.map(|before| before.to_string()).unwrap_or_default()),
            ],
        )
    }
}

pub(super) async fn show(visit: Visit) -> Response {
    let (asked, since) = (Asked::of(&visit), Since::of(&visit));
    visit.look(&places::REQUESTS, |store, mut page| {
        let t = page.t;
        let project = page.project.id.clone();
        let mut wanted = asked.wanted();
        let numbers_above = |above, limit| store.request_numbers(&project, &wanted, above, limit);
        let news = since.news(store.last_request_number()?, asked.link(None), numbers_above)?;
        wanted.before = asked.before.or(Some(news.newest + 1));
        let mut told = store.list_requests(&project, &wanted, SIZE + 1)?;
        let has_more = told.len() > SIZE;
        told.truncate(SIZE);
        let last = told.last().map(|told| told.line.seq);
        let above = match asked.before {
            Some(before) => {
                let first = told.first().map_or(before.saturating_sub(1), |told| told.line.seq);
                store.request_numbers(&project, &wanted, first, SIZE + 1)?
            }
            None => Vec::new(),
        };
        let endpoints = store.requested_endpoints(&project)?;
        let statuses = [("", t.any()), ("2xx", "2xx"), ("4xx", "4xx"), ("5xx", "5xx"), ("none", t.no_response())]
            .map(|(value, label)| (value, label, value == asked.status));
        let conditions = [
            ("", t.any()),
            ("refused", t.only_refused()),
            ("findings", t.only_findings()),
            ("faulted", t.only_faulted()),
        ]
        .map(|(value, label)| (value, label, value == asked.only));
        page.title = lists::title(
            &[&asked.endpoint, chosen(&statuses), &asked.error_code, chosen(&conditions), &asked.agent],
            t.requests(),
        );
        Ok(Requests {
            t,
            groups: store.refusal_groups(&project)?.iter().map(group).collect(),
            endpoints: endpoints
                .into_iter()
                .map(|endpoint| {
                    let is_chosen = endpoint == asked.endpoint;
                    (endpoint, is_chosen)
                })
                .collect(),
            rows: told.iter().map(|told| row(&visit, &since, told, t)).collect(),
            news,
            is_filtered: asked.is_filtered(),
            pager: Pager::new(asked.before, &above, last.filter(|_| has_more), SIZE, |before| asked.link(before)),
            command: format!("curl {}/v2/receipt/none -u \"$BOOTPAY_CLIENT_KEY:$BOOTPAY_SECRET_KEY\"", page.url),
            statuses: statuses.into(),
            conditions: conditions.into(),
            agent: asked.agent.clone(),
            page,
        })
    })
}

/// The label of what is chosen; empty where nothing is.
fn chosen(choices: &[Choice]) -> &'static str {
    choices.iter().find(|(value, _, is_chosen)| *is_chosen && !value.is_empty()).map_or("", |(_, label, _)| label)
}

fn group(group: &Group) -> GroupRow {
    GroupRow {
        count: group.count,
        url: address(PATH, &[("endpoint", &group.endpoint), ("code", &group.error_code)]),
        endpoint: visible(&group.endpoint),
        error_code: visible(&group.error_code),
        last: format!("{PATH}/{}", group.last),
    }
}

fn row(visit: &Visit, since: &Since, told: &Told, t: Texts) -> Row {
    let line = &told.line;
    let text = |name: &str| line.facts[name].as_str().map(visible);
    Row {
        key: line.seq,
        is_new: since.is_new(line.seq),
        url: lists::REQUESTS.row(visit, &line.seq.to_string()),
        time: date_time(line.at),
        iso: line.at.iso(),
        code: visible(&line.code),
        chip: line.status.map(|status| story::http(status, line.outcome, t)),
        reason: story::reason(told, t),
        findings: usize::try_from(line.findings).unwrap_or_default(),
        fault: text("fault"),
        agent: text("agent").unwrap_or_default(),
        duration: line.duration.map(|duration| format!("{} ms", milliseconds(duration))).unwrap_or_default(),
        payment: payment(line.receipt_id.as_deref(), line.order_id.as_deref()),
    }
}

/// The link to what a request is about.
fn payment(receipt_id: Option<&str>, order_id: Option<&str>) -> Option<(String, String)> {
    let id = receipt_id?;
    Some((format!("/payments/{}", segment(id)), visible(order_id.unwrap_or(id))))
}

#[derive(Template)]
#[template(path = "request.html")]
struct Request {
    page: Page,
    t: Texts,
    up: String,
    code: String,
    item: Item,
    agent: String,
    fault: Option<String>,
    at: String,
    payment: Option<(String, String)>,
    same: Option<String>,
    tabs: Vec<Tab>,
    copied: Copy,
    left_out: Option<String>,
}

struct Tab {
    url: String,
    label: &'static str,
    is_current: bool,
}

/// `GET /requests/{number}`
pub(super) async fn one(visit: Visit, Path(number): Path<String>) -> Response {
    let wanted = visit.parameter("as");
    visit.look(&places::REQUESTS, |store, mut page| {
        let t = page.t;
        let unknown = || Code::ControlNotFound.because(format!("no request has the number {number}"));
        let seq: i64 = number.parse().map_err(|_| unknown())?;
        let told = store.listed_request(&page.project.id, seq)?.ok_or_else(unknown)?;
        let line = &told.line;
        let text = |name: &str| line.facts[name].as_str().map(visible);
        page.title = format!("{} {seq} · {}", visible(&line.code), t.requests());
        let receipt = match &line.receipt_id {
            Some(id) => store.stored_payment(id)?.map(|payment| render(&payment, &page.project, false)),
            None => None,
        };
        let item = story::item(&told, None, receipt.as_ref(), &page.url, t);
        let exchange = item.exchange.as_ref();
        let copies = exchange.map(|exchange| exchange.copies.as_slice()).unwrap_or_default();
        let current = copies.iter().position(|copy| Some(copy.name) == wanted.as_deref()).unwrap_or_default();
        let tab = |(at, copy): (usize, &Copy)| Tab {
            url: format!("{}#copy-as", address(&format!("{PATH}/{seq}"), &[("as", copy.name)])),
            label: copy.label,
            is_current: at == current,
        };
        let tabs = copies.iter().enumerate().map(tab).collect();
        Ok(Request {
            t,
            up: lists::REQUESTS.back(&visit, &number),
            code: visible(&line.code),
            agent: text("agent").unwrap_or_default(),
            fault: text("fault"),
            at: date_time(line.at),
            payment: payment(line.receipt_id.as_deref(), line.order_id.as_deref()),
            same: line.facts["error_code"]
                .as_str()
                .map(|code| address(PATH, &[("endpoint", &line.code), ("code", code)])),
            tabs,
            left_out: exchange
                .filter(|exchange| !exchange.left_out.is_empty())
                .map(|exchange| t.copy_left_out(&visible(&exchange.left_out.join(", ")))),
            copied: copies.get(current).cloned().unwrap_or_default(),
            item,
            page,
        })
    })
}
