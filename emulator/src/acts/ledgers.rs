//! What PGs pay out to a project, what their own ledgers have of it, and what it lacks before it goes live. They only
//! read: run what is due before.

use serde_json::Value;

use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::settlement::report;
use crate::domain::values::quoted;
use crate::domain::{catalog, offer, readiness};
use crate::store::Store;

/// The emulator's settlement report.
pub(crate) fn settlement(store: &Store<'_>, project: &Merchant) -> Result<Value, Refusal> {
    Ok(report(&store.paid_payments(&project.id)?, store.now()?))
}

/// The ledger of a PG, oldest first.
pub(crate) fn ledger(store: &Store<'_>, project: &Merchant, pg: &str) -> Result<Value, Refusal> {
    let pg = catalog::find_pg(pg).map(|pg| offer::canonical_pg(&pg)).ok_or_else(|| {
        Code::ControlNotFound.because(format!("no PG is called {}; known are {}", quoted(pg), offer::pgs()))
    })?;
    let mut rows: Vec<_> = Vec::new();
    for (payment, movements) in store.paid_payments(&project.id)? {
        if offer::canonical_pg(&payment.pg) == pg {
            rows.extend(movements.into_iter().map(|movement| (movement.at, movement.render(&payment))));
        }
    }
    rows.sort_by_key(|(at, _)| *at);
    Ok(Value::Array(rows.into_iter().map(|(_, row)| row).collect()))
}

/// The project as `setup.readiness` of a client takes it.
pub(crate) fn export(store: &Store<'_>, project: &Merchant) -> Result<Value, Refusal> {
    let paid = store.paid_payments(&project.id)?.into_iter().map(|(payment, _)| payment);
    let tests: Vec<_> =
        paid.filter(|payment| payment.sandbox && payment.charged && payment.remaining() > Money::ZERO).collect();
    Ok(readiness::export(project, &tests, store.now()?))
}
