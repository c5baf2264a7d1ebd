//! `/payments`: the payments of a project, by standing and by search, and as CSV.

use std::collections::VecDeque;

use askama::Template;
use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Redirect, Response};
use futures_util::stream;

use super::Console;
use super::address::{address, segment};
use super::chip::{Chip, Meaning};
use super::csv;
use super::format::{amount, typed, visible};
use super::lists::{self, News, Pager, Since};
use super::names::{method, pg};
use super::page::Page;
use super::places;
use super::texts::Texts;
use super::visit::Visit;
use crate::domain::clock::Moment;
use crate::domain::folding::folded;
use crate::domain::payment::Payment;
use crate::domain::payment::standing::Standing;
use crate::domain::payment_search::{Search, Term, Wanted};
use crate::domain::refusal::Refusal;
use crate::store::Store;
use crate::store::payment_list::{Listed, Part};

const PATH: &str = "/payments";
/// The rows of a page, unless `size` differs.
const SIZE: usize = 50;
const SIZES: std::ops::RangeInclusive<usize> = 10..=200;
/// The payments that one look compares with a search: a look may keep requests waiting, so it is short.
const LOOK: i64 = 2_500;
/// The payments that one look reads, for the same reason.
const ROWS: usize = 10;
/// The newest payments that a search compares, unless it asks for older ones.
const NEWEST: i64 = 20_000;

#[derive(Template)]
#[template(path = "payments.html")]
struct Payments {
    page: Page,
    t: Texts,
    q: String,
    tabs: Vec<Tab>,
    chips: Vec<Filter>,
    unknown: Vec<Nearest>,
    rows: Vec<Row>,
    /// The payments of the tab, where they are counted.
    count: Option<String>,
    csv: String,
    news: News,
    pager: Pager,
    /// Leads to payments that the search has not compared yet.
    beyond: Option<String>,
    is_filtered: bool,
    command: String,
}

/// A standing with the number of its payments.
struct Tab {
    url: String,
    label: &'static str,
    count: String,
    is_current: bool,
}

/// A term of the search; its link removes it.
struct Filter {
    text: String,
    without: String,
}

/// A term that nobody understands.
struct Nearest {
    text: String,
    nearest: Option<(String, String)>,
}

struct Row {
    /// The day, where it differs from the row above.
    day: Option<String>,
    key: String,
    is_new: bool,
    url: String,
    chip: Chip,
    is_test: bool,
    is_faulty: bool,
    amount: String,
    cancelled: Option<String>,
    order_name: String,
    order_id: String,
    pg: String,
    pg_url: String,
    method: String,
    method_url: String,
    webhook: Option<Mark>,
    time: String,
    iso: String,
}

/// What became of a webhook.
pub(super) struct Mark {
    pub(super) meaning: Meaning,
    pub(super) word: &'static str,
}

impl Mark {
    pub(super) fn of(state: &str, t: Texts) -> Self {
        let (meaning, word) = match state {
            "acknowledged" => (Meaning::Done, t.hook_acknowledged()),
            "failed" => (Meaning::Failed, t.hook_failed()),
            "held" => (Meaning::Waiting, t.hook_held()),
            _ => (Meaning::Waiting, t.hook_pending()),
        };
        Self { meaning, word }
    }
}

/// What an address asks for.
struct Asked {
    q: String,
    before: Option<i64>,
    size: usize,
    older: bool,
}

impl Asked {
    fn of(visit: &Visit) -> Self {
        let number = |name: &str| visit.parameter(name).and_then(|text| text.parse::<i64>().ok());
        let size = number("size").and_then(|size| usize::try_from(size).ok()).filter(|size| SIZES.contains(size));
        Self {
            q: folded(&typed(&visit.parameter("q").unwrap_or_default())).into_owned(),
            before: number("before").filter(|before| *before > 0),
            size: size.unwrap_or(SIZE),
            older: visit.parameter("older").is_some(),
        }
    }

    /// The same list, with another search or from another place.
    fn link(&self, path: &str, q: &str, before: Option<i64>) -> String {
        let size = if self.size == SIZE { String::new() } else { self.size.to_string() };
        let before = before.map(|before| before.to_string()).unwrap_or_default();
        let older = if self.older && !before.is_empty() { "1" } else { "" };
        address(path, &[("q", q), ("before", &before), ("size", &size), ("older", older)])
    }
}

/// A payment with what its row shows besides.
struct Seen {
    listed: Listed,
    /// The state of its newest webhook.
    webhook: Option<String>,
    /// A fault met it.
    is_faulty: bool,
}

/// Payments that a search found.
struct Found {
    rows: VecDeque<Seen>,
    /// Where the search stopped with payments left to compare.
    left: Option<i64>,
}

/// Searches from the number `last` on to older ones in short looks, until it has `size` rows and one more, or nothing is
/// left.
fn find(console: &Console, project: &str, search: &Search, asked: &Asked, last: i64) -> Result<Found, Refusal> {
    let mut before = asked.before.unwrap_or(last + 1).min(last + 1);
    let wanted = asked.size + 1;
    let end = if asked.older || is_indexed(search) { 1 } else { (before - NEWEST).max(1) };
    let step = if is_indexed(search) { before } else { LOOK };
    let mut rows: VecDeque<Seen> = VecDeque::new();
    while rows.len() < wanted && before > end {
        let part = Part { floor: (before - step).max(end), before, limit: ROWS.min(wanted - rows.len()) };
        let found = console.app.database.read(|store| seen(store, project, search, part))?;
        let is_whole = found.len() < part.limit;
        rows.extend(found);
        before = if is_whole { part.floor } else { rows.back().map_or(part.floor, |last| last.listed.number) };
    }
    Ok(Found { rows, left: (end > 1 && before <= end).then_some(end) })
}

fn seen(store: &Store<'_>, project: &str, search: &Search, part: Part) -> Result<Vec<Seen>, Refusal> {
    let seen = |listed: Listed| {
        let (webhook, is_faulty) = store.marks(&listed.payment.receipt_id)?;
        Ok(Seen { listed, webhook, is_faulty })
    };
    store.list_payments(project, search, part)?.into_iter().map(seen).collect()
}

/// The numbers of the payments above one that a search finds, from the oldest on, at most `limit`.
fn numbers_above(
    console: &Console,
    project: &str,
    search: &Search,
    (above, last): (i64, i64),
    limit: usize,
) -> Result<Vec<i64>, Refusal> {
    let database = &console.app.database;
    let end = if is_indexed(search) { last } else { last.min(above.saturating_add(NEWEST)) };
    let step = if is_indexed(search) { end.saturating_sub(above) } else { LOOK };
    let (mut numbers, mut floor) = (Vec::new(), above.saturating_add(1));
    while numbers.len() < limit && floor <= end {
        let part = Part { floor, before: (floor + step).min(end + 1), limit: limit - numbers.len() };
        numbers.extend(database.read(|store| store.payment_numbers(project, search, part))?);
        floor = part.before;
    }
    Ok(numbers)
}

/// Returns whether the database finds what is searched by an index.
fn is_indexed(search: &Search) -> bool {
    search.wanted.iter().all(|wanted| wanted.holds && matches!(wanted.term, Term::Standing(_)))
}

pub(super) async fn show(visit: Visit) -> Response {
    match page(&visit) {
        Ok(response) => response,
        Err(refusal) => visit.failed(&refusal),
    }
}

fn page(visit: &Visit) -> Result<Response, Refusal> {
    let asked = Asked::of(visit);
    let since = Since::of(visit);
    let (project, now, last) = visit
        .console
        .app
        .database
        .read(|store| Ok((visit.project(store)?.id, store.now()?, store.last_payment_number()?)))?;
    let search = Search::read(&asked.q, now);
    if since.is_opening()
        && let Some(word) = search.lone_word()
        && let Some(receipt_id) = the_only(&visit.console, &project, word)?
    {
        return Ok(Redirect::to(&format!("{PATH}/{}", segment(&receipt_id))).into_response());
    }
    let numbers_above = |above, limit| numbers_above(&visit.console, &project, &search, (above, last), limit);
    let news = since.news(last, asked.link(PATH, &asked.q, None), numbers_above)?;
    let mut found = find(&visit.console, &project, &search, &asked, news.newest)?;
    let has_more = found.rows.len() > asked.size;
    found.rows.truncate(asked.size);
    let above = match asked.before {
        Some(before) => {
            let first = found.rows.front().map_or(before.saturating_sub(1), |seen| seen.listed.number);
            numbers_above(first, asked.size + 1)?
        }
        None => Vec::new(),
    };
    let read = |store: &Store<'_>| Ok((visit.page(store, &places::PAYMENTS)?, store.standings(&project)?));
    let (mut page, counts) = visit.console.app.database.read(read)?;
    let t = page.t;
    page.title = lists::title(&[&asked.q], t.payments());
    let last = found.rows.back().map(|seen| seen.listed.number);
    let is_filtered = !search.wanted.is_empty() || !search.unknown.is_empty();
    Ok(visit.shown(Ok(Payments {
        t,
        tabs: tabs(&counts, &search, &asked, t),
        chips: search.wanted.iter().map(|wanted| filter(wanted, &search, &asked)).collect(),
        unknown: search
            .unknown
            .iter()
            .map(|unknown| Nearest {
                text: visible(&unknown.text),
                nearest: unknown.nearest.as_ref().map(|nearest| {
                    (nearest.clone(), asked.link(PATH, &asked.q.replacen(&unknown.text, nearest, 1), None))
                }),
            })
            .collect(),
        rows: rows(visit, &since, found.rows, now, t),
        news,
        count: count(&counts, &search).map(|count| t.payments_count(&super::format::grouped(count))),
        csv: asked.link("/payments.csv", &asked.q, None),
        pager: Pager::new(asked.before, &above, last.filter(|_| has_more), asked.size, |before| {
            asked.link(PATH, &asked.q, before)
        }),
        beyond: found.left.filter(|_| !has_more).map(|left| {
            let left = left.to_string();
            address(PATH, &[("q", &asked.q), ("before", &left), ("older", "1")])
        }),
        is_filtered,
        command: super::home::example(&page),
        q: asked.q.clone(),
        page,
    })))
}

/// The only payment with this id, of its own or of its order.
fn the_only(console: &Console, project: &str, word: &str) -> Result<Option<String>, Refusal> {
    console.app.database.read(|store| {
        if let Some(payment) = store.stored_payment(word)? {
            return Ok(Some(payment.receipt_id).filter(|_| payment.merchant_id == project));
        }
        let mut payments = store.stored_payments_of_order(project, word)?;
        Ok(payments.pop().filter(|_| payments.is_empty()).map(|payment| payment.receipt_id))
    })
}

fn tabs(counts: &[(Standing, i64)], search: &Search, asked: &Asked, t: Texts) -> Vec<Tab> {
    let current = search.standing();
    let others: Vec<_> = search
        .wanted
        .iter()
        .filter(|wanted| !matches!(wanted.term, Term::Standing(_) | Term::Status(_)))
        .map(|wanted| wanted.text.as_str())
        .collect();
    let others = others.join(" ");
    let of = |standing: Standing| counts.iter().find(|(found, _)| *found == standing).map_or(0, |(_, count)| *count);
    let all = Tab {
        url: asked.link(PATH, &others, None),
        label: t.payments_all(),
        count: super::format::grouped(counts.iter().map(|(_, count)| count).sum()),
        is_current: current.is_none(),
    };
    let tab = |standing: Standing| Tab {
        url: asked.link(PATH, format!("status:{} {others}", standing.symbol()).trim(), None),
        label: word(standing, t),
        count: super::format::grouped(of(standing)),
        is_current: current == Some(standing),
    };
    let shown = Standing::ALL.into_iter().filter(|standing| *standing != Standing::Other || of(*standing) > 0);
    std::iter::once(all).chain(shown.map(tab)).collect()
}

/// The word for a standing.
pub(super) fn word(standing: Standing, t: Texts) -> &'static str {
    match standing {
        Standing::Requested => t.status_requested(),
        Standing::Waiting => t.standing_waiting(),
        Standing::Paid => t.status_paid(),
        Standing::Partial => t.partly_cancelled(),
        Standing::Cancelled => t.status_cancelled(),
        Standing::Failed => t.status_failed(),
        Standing::Expired => t.status_expired(),
        Standing::Other => t.standing_other(),
    }
}

/// The number of payments, where the search asks for a standing alone.
fn count(counts: &[(Standing, i64)], search: &Search) -> Option<i64> {
    let wanted = search.standing();
    let counted = counts.iter().filter(|(standing, _)| wanted.is_none_or(|wanted| wanted == *standing));
    (is_indexed(search) && search.wanted.len() < 2).then(|| counted.map(|(_, count)| count).sum())
}

fn filter(wanted: &Wanted, search: &Search, asked: &Asked) -> Filter {
    let others: Vec<_> =
        search.wanted.iter().filter(|other| *other != wanted).map(|other| other.text.as_str()).collect();
    Filter { text: visible(&wanted.text), without: asked.link(PATH, &others.join(" "), None) }
}

fn rows(visit: &Visit, since: &Since, found: VecDeque<Seen>, now: Moment, t: Texts) -> Vec<Row> {
    let mut day = String::new();
    let mut rows = Vec::with_capacity(found.len());
    for Seen { listed: Listed { number, mut payment }, webhook, is_faulty } in found {
        // As it is now, whether or not its expiry was carried out.
        payment.age(now);
        let on = payment.requested_at.day();
        let new_day = (on != day).then(|| on.clone());
        day = on;
        let url = lists::PAYMENTS.row(visit, &payment.receipt_id);
        let row = row(&payment, url, webhook.as_deref(), is_faulty, new_day, t);
        rows.push(Row { is_new: since.is_new(number), ..row });
    }
    rows
}

fn row(payment: &Payment, url: String, webhook: Option<&str>, is_faulty: bool, day: Option<String>, t: Texts) -> Row {
    let cancelled = payment.cancelled_price;
    Row {
        day,
        key: payment.receipt_id.clone(),
        is_new: false,
        url,
        chip: Chip::of_payment(payment, t),
        is_test: payment.sandbox,
        is_faulty,
        amount: amount(payment.price, &payment.currency, t.0),
        cancelled: (cancelled.0 > 0).then(|| format!("\u{2212}{}", amount(cancelled, &payment.currency, t.0))),
        order_name: visible(&payment.order_name),
        order_id: visible(&payment.order_id),
        pg: pg(payment, t),
        pg_url: address(PATH, &[("q", &format!("pg:{}", payment.pg.symbol()))]),
        method: method(payment, t),
        method_url: address(PATH, &[("q", &format!("method:{}", payment.method.symbol()))]),
        webhook: webhook.map(|state| Mark::of(state, t)),
        time: payment.requested_at.time()[..8].to_owned(),
        iso: payment.requested_at.iso(),
    }
}

/// `GET /payments.csv`: every payment that the search finds, read in parts between which requests go on.
pub(super) async fn export(visit: Visit) -> Response {
    let asked = Asked::of(&visit);
    let begun = visit
        .console
        .app
        .database
        .read(|store| Ok((visit.project(store)?.id, store.now()?, store.last_payment_number()?)));
    let (project, now, last) = match begun {
        Ok(begun) => begun,
        Err(refusal) => return visit.failed(&refusal),
    };
    let (search, t, console) = (Search::read(&asked.q, now), visit.texts(), visit.console);
    let head = csv::head(t);
    let parts = stream::unfold((last + 1, Some(head)), move |(before, head)| {
        let written = head.map(|head| Ok((head, before))).or_else(|| {
            (before > 1).then(|| {
                let part =
                    Part { floor: (before - LOOK).max(1), before, limit: usize::try_from(LOOK).unwrap_or(usize::MAX) };
                let found = console.app.database.read(|store| store.list_payments(&project, &search, part));
                found.map(|rows| (rows.iter().map(|listed| csv::line(&listed.payment, t)).collect(), part.floor))
            })
        });
        let next = written.map(|written| match written {
            Ok((text, before)) => (Ok::<_, std::io::Error>(Bytes::from(text)), (before, None)),
            // Breaks the download off, so that nobody takes a part for the whole.
            Err(refusal) => (Err(std::io::Error::other(refusal.saw().to_owned())), (0, None)),
        });
        std::future::ready(next)
    });
    let headers =
        [(CONTENT_TYPE, "text/csv; charset=utf-8"), (CONTENT_DISPOSITION, "attachment; filename=\"payments.csv\"")];
    (headers, Body::from_stream(parts)).into_response()
}

/// `GET /payments/latest`: leads to the newest payment.
pub(super) async fn latest(visit: Visit) -> Response {
    let latest = visit.console.app.database.read(|store| store.latest_receipt_id(&visit.project(store)?.id));
    match latest {
        Ok(Some(receipt_id)) => Redirect::to(&format!("{PATH}/{}", segment(&receipt_id))).into_response(),
        Ok(None) => Redirect::to(PATH).into_response(),
        Err(refusal) => visit.failed(&refusal),
    }
}
