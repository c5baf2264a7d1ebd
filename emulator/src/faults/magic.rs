//! Magic amounts: faults by amount, for merchants with `magic_amounts`. README.md has the table.

use serde_json::Value;

use super::fault::{Fault, Kind, When};
use super::target::Target;
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::refusal::Refusal;
use crate::store::Store;

/// The fault for the last three digits of an amount.
fn of_digits(digits: i64) -> Option<Fault> {
    let (kind, when, seconds) = match digits {
        901 => (Kind::Reset, When::Before, 0.0),
        902 => (Kind::Reset, When::After, 0.0),
        903 => (Kind::Html502, When::Before, 0.0),
        904 => (Kind::Html502, When::After, 0.0),
        905 => (Kind::Truncated, When::After, 0.0),
        906 => (Kind::Duplicated, When::Before, 0.0),
        907 => (Kind::Dribbled, When::Before, 2.0),
        908 => (Kind::StalledBody, When::After, 60.0),
        909 => (Kind::Stall, When::After, 60.0),
        910 => (Kind::Busy, When::Before, 1.0),
        911 => (Kind::Busy503, When::After, 1.0),
        912 => (Kind::LateCommit, When::Before, 2.0),
        _ => return None,
    };
    Some(Fault { kind, when, seconds, canned: None })
}

/// The fault for the amount of a request; a GET has none.
pub(super) fn of_amount(
    store: &Store<'_>,
    target: &Target<'_>,
    merchant: Option<&Merchant>,
) -> Result<Option<Fault>, Refusal> {
    let Some(merchant) = merchant.filter(|merchant| merchant.magic_amounts && target.method != "GET") else {
        return Ok(None);
    };
    let amount = amount(store, target, merchant)?.filter(|amount| amount.is_whole());
    Ok(amount.and_then(|amount| of_digits(amount.0 / 100 % 1000)))
}

/// The amount to cancel or charge; where the body has none, the price of the payment that it names.
fn amount(store: &Store<'_>, target: &Target<'_>, merchant: &Merchant) -> Result<Option<Money>, Refusal> {
    let body: Value = serde_json::from_slice(target.body).unwrap_or_default();
    if let Some(amount) = Money::read(&body["cancel_price"]).or_else(|| Money::read(&body["price"])) {
        return Ok(Some(amount));
    }
    let Some(receipt_id) = body["receipt_id"].as_str() else { return Ok(None) };
    let payment = store.stored_payment(receipt_id)?.filter(|payment| payment.merchant_id == merchant.id);
    Ok(payment.map(|payment| payment.price))
}
