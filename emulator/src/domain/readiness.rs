//! The check before a project goes live: what its set-up still lacks.

use bootpay_core::model::Method;
use serde_json::{Value, json};

use crate::domain::catalog;
use crate::domain::merchant::Merchant;
use crate::domain::notification::Feedback;
use crate::domain::offer;
use crate::domain::payment::Payment;

/// Everything that a project lacks: `{"item", "text"}` each. `paid_tests` are its test payments that are paid.
pub(crate) fn readiness(project: &Merchant, paid_tests: &[Payment]) -> Value {
    let mut found = Vec::new();
    let mut tell = |item: &str, text: String| found.push(json!({ "item": item, "text": text }));
    let mut shown = project.shown_methods();
    if shown.is_empty() {
        tell("no_active_method", "no method is activated".into());
    }
    // Each PG once, for what is registered there.
    shown.sort_by(|one, other| one.pg.symbol().cmp(other.pg.symbol()));
    for (at, one) in shown.iter().enumerate() {
        let (pg, method) = (one.pg.symbol(), one.method.symbol());
        if one.sandbox {
            tell("still_test", format!("{method} at {pg} is in test: its payments are not settled"));
            continue;
        }
        if let Err(refusal) = project.terms(&one.pg, &one.method) {
            tell("settings_missing", refusal.saw().to_owned());
        }
        let Some(offer) = offer::offer(&one.pg) else { continue };
        let made = project.registration(&one.pg);
        let is_first = !shown[..at].iter().any(|other| other.pg == one.pg && !other.sandbox);
        if offer.needs_cancel_address && !made.cancel_address && is_first {
            tell("cancel_address", format!("Bootpay's addresses are not registered at {pg}: it refuses cancels"));
        }
        if offer.needs_deposit_url && !made.deposit_url && one.method == Method::VirtualAccount {
            tell("deposit_url", format!("Bootpay's URL is not registered at {pg}: deposits stay unknown"));
        }
    }
    let notifications = &project.notifications;
    if notifications.webhook.is_none() && notifications.feedback == Feedback::default() {
        tell("no_webhook", "no webhook and no Feedback URL is set".into());
    }
    if project.allowed_addresses.is_none() {
        tell("rest_open", "every address may use the REST API".into());
    }
    for payment in paid_tests {
        let method = catalog::method_name(&payment.method);
        tell(
            "unreturned_test",
            format!("the test payment {} ({method}) was charged and is not cancelled", payment.receipt_id),
        );
    }
    Value::Array(found)
}
