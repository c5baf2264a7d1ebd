//! Which fault a request meets, or a connection.

use serde_json::Value;

use super::{Fault, Kind, Wish, magic};
use crate::domain::merchant::Merchant;
use crate::domain::refusal::{Code, Refusal};
use crate::http::request::Arrived;
use crate::store::{Database, Store};

/// The header by which a request asks for a fault of its own.
const HEADER: &str = "emulator-fault";

/// The first of: the request's header, the oldest that waits for it, its amount, the plan.
pub(crate) fn pick(
    store: &Store<'_>,
    arrived: &Arrived,
    merchant: Option<&Merchant>,
) -> Result<Option<Fault>, Refusal> {
    // Drawn in any case, so that the others do not move what the plan holds for later requests.
    let drawn = draw(store, arrived, merchant)?;
    if let Some(fault) = of_header(arrived)? {
        return Ok(Some(fault));
    }
    if let Some(fault) = store.take_fault(&arrived.path, &arrived.method)? {
        return Ok(Some(serde_json::from_str(&fault)?));
    }
    Ok(magic::of_amount(store, arrived, merchant)?.or(drawn))
}

/// What the next connection meets. A broken database is told by the requests that follow.
pub(crate) fn at_accept(database: &Database) -> Option<Kind> {
    let fault = database.work(|store| {
        let fault = store.take_fault_at_accept()?;
        Ok(fault.map(|fault| serde_json::from_str::<Fault>(&fault)).transpose()?)
    });
    fault.ok().flatten().map(|fault| fault.kind)
}

fn of_header(arrived: &Arrived) -> Result<Option<Fault>, Refusal> {
    let Some(wish) = arrived.headers.get(HEADER) else { return Ok(None) };
    let refuse = |saw: String| Code::Control.because(format!("Emulator-Fault: {saw}"));
    let wish: Wish = serde_json::from_slice(wish.as_bytes()).map_err(|error| refuse(error.to_string()))?;
    let fault = wish.fault()?;
    if fault.kind.is_at_accept() {
        return Err(refuse(format!("{:?} meets connections, before any header", fault.name())));
    }
    Ok(Some(fault))
}

fn draw(store: &Store<'_>, arrived: &Arrived, merchant: Option<&Merchant>) -> Result<Option<Fault>, Refusal> {
    let Some(plan) = store.fault_plan()? else { return Ok(None) };
    let who = match merchant {
        Some(merchant) => merchant.id.clone(),
        None => asking(store, arrived)?.map(|merchant| merchant.id).unwrap_or_default(),
    };
    Ok(plan.draw(&who, store.next_draw(&who)?, &arrived.path))
}

/// Whose token is asked for.
fn asking(store: &Store<'_>, arrived: &Arrived) -> Result<Option<Merchant>, Refusal> {
    let body: Value = serde_json::from_slice(&arrived.body).unwrap_or_default();
    body["application_id"].as_str().map_or(Ok(None), |id| store.merchant_by_application_id(id))
}
