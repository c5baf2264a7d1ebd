//! A project as core's check before going live reads it.

use bootpay_core::setup::readiness;
use serde_json::{Map, Value, json};

use crate::domain::catalog;
use crate::domain::clock::Moment;
use crate::domain::merchant::Merchant;
use crate::domain::offer::OFFERS;
use crate::domain::payment::Payment;
use crate::domain::project_json::shown;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::secrets::REDACTED;

/// The project, with its registrations in full and its test payments that are charged: `paid_tests`.
///
/// In place of each setting that a PG issued stands a number, the same for the same value.
pub(crate) fn export(project: &Merchant, paid_tests: &[Payment], now: Moment) -> Value {
    let mut fields = shown(project);
    let mut values: Vec<&str> = Vec::new();
    for (at, activation) in project.methods.iter().flatten().enumerate() {
        for (key, value) in &activation.settings.0 {
            let number = values.iter().position(|known| known == value).unwrap_or_else(|| {
                values.push(value);
                values.len() - 1
            });
            let shown = if value.trim().is_empty() { String::new() } else { format!("{REDACTED} {}", number + 1) };
            fields["methods"][at]["settings"][key] = shown.into();
        }
    }
    let registrations: Map<String, Value> = OFFERS
        .iter()
        .filter(|offer| offer.needs_cancel_address || offer.needs_deposit_url())
        .filter_map(|offer| Some((offer.pg.to_owned(), json!(project.registration(&catalog::find_pg(offer.pg)?)))))
        .collect();
    fields["registrations"] = registrations.into();
    fields["test_payments"] = paid_tests
        .iter()
        .map(|payment| {
            json!({
                "receipt_id": payment.receipt_id,
                "method": payment.method,
                "purchased_at": payment.purchased_at.map(Moment::iso),
            })
        })
        .collect();
    fields["now"] = now.iso().into();
    fields
}

/// The items of core's check.
pub(crate) fn items(export: &Value) -> Result<Value, Refusal> {
    let items = readiness(export).map_err(|wrong| Code::Broken.because(format!("{} {}", wrong.field, wrong.rule)))?;
    Ok(json!(items))
}
