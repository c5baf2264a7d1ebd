//! Issues and shows billing keys.

use bootpay_core::model::Status;
use serde_json::Value;

use crate::acts::charge::{self, Charged};
use crate::acts::{notify, payment};
use crate::domain::billing_key::BillingKey;
use crate::domain::clock::Moment;
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::refusal::Refusal;
use crate::store::Store;

/// Issues a key after the buyer's consent, and makes the first charge where one was requested.
/// A refusal may change the key too: it is saved either way.
pub(crate) fn publish(store: &Store<'_>, key: &mut BillingKey, now: Moment) -> Result<(), Refusal> {
    key.check_publish()?;
    let charged = if key.price > Money::ZERO { Some(charge::first_charge(store, key, now)?) } else { None };
    let paid = charged.as_ref().is_none_or(Charged::is_paid);
    key.first_charge = charged.as_ref().filter(|_| paid).map(|charged| charged.payment.receipt_id.clone());
    if paid {
        key.issue(store.new_id("billing_key", 24)?, now);
    } else {
        key.status = Status::BillingKeyFailed;
    }
    store.save_billing_key(key)?;
    if paid {
        notify::billing_key_issued(store, key, now)?;
    }
    charged.map_or(Ok(()), |charged| charged.paid().map(drop))
}

/// The buyer's consent in a payment window, which issues the key at once.
pub(crate) fn consent_in_window(store: &Store<'_>, key: &mut BillingKey, now: Moment) -> Result<(), Refusal> {
    key.consented = true;
    publish(store, key, now)
}

/// Renders a billing key with the receipt of its first charge.
pub(crate) fn render(store: &Store<'_>, key: &BillingKey, merchant: &Merchant) -> Result<Value, Refusal> {
    let first_charge = match &key.first_charge {
        Some(receipt_id) => payment::find(store, receipt_id)?,
        None => None,
    };
    Ok(key.render(merchant, first_charge.as_ref()))
}
