//! `/ledgers/{pg}` and `/ledgers/settlement`: what a PG's own console would list, and what the PGs pay out.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::Value;

use super::address::segment;
use super::format::{amount, visible, won};
use super::names;
use super::page::Page;
use super::places;
use super::texts::Texts;
use super::visit::Visit;
use crate::acts::ledgers;
use crate::domain::money::Money;
use crate::domain::refusal::Code;

/// The newest rows of a ledger.
const SIZE: usize = 500;

#[derive(Template)]
#[template(path = "ledgers.html")]
struct Ledgers {
    page: Page,
    t: Texts,
    tabs: Vec<Tab>,
    ledger: Option<Vec<Row>>,
    settlement: Option<Settlement>,
}

struct Tab {
    url: String,
    label: String,
    is_current: bool,
}

/// A movement in the PG's ledger.
struct Row {
    kind: &'static str,
    tid: String,
    receipt_id: String,
    url: String,
    name: String,
    amount: String,
    is_test: bool,
    at: String,
}

struct Settlement {
    days: Vec<Day>,
    excluded: Vec<Excluded>,
}

struct Day {
    on: String,
    upcoming: bool,
    count: i64,
    amount: String,
    fee: String,
    vat: String,
    settled: String,
}

struct Excluded {
    url: String,
    order_id: String,
    amount: String,
    reason: &'static str,
}

/// `GET /ledgers`: the settlement.
pub(super) async fn index() -> Response {
    Redirect::to("/ledgers/settlement").into_response()
}

pub(super) async fn show(visit: Visit, Path(which): Path<String>) -> Response {
    visit.look(&places::LEDGERS, |store, mut page| {
        let t = page.t;
        let pgs = store.pgs_with_movements(&page.project.id)?;
        let is_settlement = which == "settlement";
        let found = if is_settlement {
            ledgers::settlement(store, &page.project)?
        } else {
            ledgers::ledger(store, &page.project, &which)?
        };
        let tab = |symbol: &String| Tab {
            url: format!("/ledgers/{}", segment(symbol)),
            label: names::of_pg(symbol, t),
            is_current: *symbol == which,
        };
        let settlement =
            Tab { url: "/ledgers/settlement".to_owned(), label: t.settlement().to_owned(), is_current: is_settlement };
        if !is_settlement {
            let pg = crate::domain::catalog::find_pg(&which)
                .ok_or_else(|| Code::ControlNotFound.because("no PG is called so"))?;
            page.title = format!("{} · {}", names::of_pg(pg.symbol(), t), t.ledgers());
        }
        Ok(Ledgers {
            t,
            tabs: std::iter::once(settlement).chain(pgs.iter().map(tab)).collect(),
            ledger: (!is_settlement).then(|| ledger(&found, t)),
            settlement: is_settlement.then(|| settled(&found, t)),
            page,
        })
    })
}

fn text(row: &Value, name: &str) -> String {
    visible(row[name].as_str().unwrap_or_default())
}

fn day(row: &Value, name: &str) -> String {
    row[name].as_str().unwrap_or_default().replacen('T', " ", 1).chars().take(19).collect()
}

fn ledger(found: &Value, t: Texts) -> Vec<Row> {
    let rows = found.as_array().map_or(&[][..], Vec::as_slice);
    rows.iter()
        .rev()
        .take(SIZE)
        .map(|row| {
            let (kind, sign) = match row["kind"].as_str() {
                Some("cancel") => (t.movement_cancel(), "\u{2212}"),
                Some("unreported_deposit") => (t.movement_unreported(), ""),
                _ => (t.movement_approval(), ""),
            };
            let id = row["moid"].as_str().unwrap_or_default();
            Row {
                kind,
                tid: text(row, "tid"),
                receipt_id: visible(id),
                url: format!("/payments/{}", segment(id)),
                name: text(row, "order_name"),
                amount: format!("{sign}{}", money(row, "amount", t)),
                is_test: row["test"] == true,
                at: day(row, "at"),
            }
        })
        .collect()
}

/// The amount in a field of a row, in the currency of the row.
fn money(row: &Value, name: &str, t: Texts) -> String {
    amount(Money::read(&row[name]).unwrap_or_default(), row["currency"].as_str().unwrap_or("KRW"), t.0)
}

fn settled(found: &Value, t: Texts) -> Settlement {
    let rows = |name: &str| found[name].as_array().map_or(&[][..], Vec::as_slice);
    let sum = |row: &Value, name: &str| won(row[name].as_i64().unwrap_or_default(), t.0);
    Settlement {
        days: rows("days")
            .iter()
            .rev()
            .map(|row| Day {
                on: text(row, "settled_on"),
                upcoming: row["upcoming"] == true,
                count: row["count"].as_i64().unwrap_or_default(),
                amount: sum(row, "amount"),
                fee: sum(row, "fee"),
                vat: sum(row, "fee_vat"),
                settled: sum(row, "settled_amount"),
            })
            .collect(),
        excluded: rows("excluded")
            .iter()
            .rev()
            .take(SIZE)
            .map(|row| Excluded {
                url: format!("/payments/{}", segment(row["receipt_id"].as_str().unwrap_or_default())),
                order_id: text(row, "order_id"),
                amount: money(row, "price", t),
                reason: if row["reason"] == "테스트 결제" { t.excluded_test() } else { t.excluded_currency() },
            })
            .collect(),
    }
}
