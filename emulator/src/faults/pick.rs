//! Picks the fault that a request or a connection meets.

use serde_json::Value;

use super::fault::{Fault, Kind};
use super::magic;
use super::plan::Plan;
use super::target::Target;
use super::wish::Wish;
use crate::domain::journal::{Entry, Kind as Told, Outcome};
use crate::domain::merchant::Merchant;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values::{plain, quoted};
use crate::store::{Database, Store};

/// Picks the first of: the request's header, the oldest queued fault that matches, the amount, the plan.
pub(crate) fn pick(
    store: &Store<'_>,
    target: &Target<'_>,
    merchant: Option<&Merchant>,
) -> Result<Option<Fault>, Refusal> {
    // Drawn in any case, so that the others do not shift the plan's faults of later requests.
    let drawn = draw(store, target, merchant)?;
    if let Some(fault) = of_header(target)? {
        return Ok(Some(fault));
    }
    if let Some(fault) = store.take_fault(target.path, target.method, &String::from_utf8_lossy(target.body))? {
        return Ok(Some(serde_json::from_str(&fault)?));
    }
    Ok(magic::of_amount(store, target, merchant)?.or(drawn))
}

/// Takes the fault of the next connection. The requests that follow report a broken database.
pub(crate) fn at_accept(database: &Database) -> Option<Kind> {
    let fault = database.work(|store| {
        let Some(fault) = store.take_fault_at_accept()? else { return Ok(None) };
        let fault: Fault = serde_json::from_str(&fault)?;
        store.tell(&Entry::new(Told::Fault, Outcome::Failed, &fault.name()))?;
        Ok(Some(fault))
    });
    fault.ok().flatten().map(|fault| fault.kind)
}

fn of_header(target: &Target<'_>) -> Result<Option<Fault>, Refusal> {
    let Some(wish) = target.header else { return Ok(None) };
    let refuse = |saw: String| Code::Control.because(format!("Emulator-Fault: {saw}"));
    let wish: Wish = serde_json::from_slice(wish).map_err(|error| refuse(plain(&error)))?;
    let fault = wish.fault()?;
    if fault.kind.is_at_accept() {
        return Err(refuse(format!("{} affects connections, which have no header yet", quoted(&fault.name()))));
    }
    Ok(Some(fault))
}

fn draw(store: &Store<'_>, target: &Target<'_>, merchant: Option<&Merchant>) -> Result<Option<Fault>, Refusal> {
    let Some(plan) = store.fault_plan()? else { return Ok(None) };
    let plan: Plan = serde_json::from_str(&plan)?;
    let who = match merchant {
        Some(merchant) => merchant.id.clone(),
        None => asking(store, target)?.map(|merchant| merchant.id).unwrap_or_default(),
    };
    Ok(plan.draw(&who, store.next_draw(&who)?, target.path))
}

/// The merchant whose token is requested.
fn asking(store: &Store<'_>, target: &Target<'_>) -> Result<Option<Merchant>, Refusal> {
    let body: Value = serde_json::from_slice(target.body).unwrap_or_default();
    body["application_id"].as_str().map_or(Ok(None), |id| Ok(store.application(id)?.map(|(merchant, _)| merchant)))
}
