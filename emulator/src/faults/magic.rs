//! Amounts that bring a fault, for merchants who want that. README.md has the table.

use serde_json::Value;

use super::{Fault, Kind, When};
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::refusal::Refusal;
use crate::http::request::Arrived;
use crate::store::Store;

/// The fault by the last three digits.
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

/// The fault that the amount of a request brings; what only reads has none.
pub(super) fn of_amount(
    store: &Store<'_>,
    arrived: &Arrived,
    merchant: Option<&Merchant>,
) -> Result<Option<Fault>, Refusal> {
    let Some(merchant) = merchant.filter(|merchant| merchant.magic_amounts && arrived.method != "GET") else {
        return Ok(None);
    };
    let amount = amount(store, arrived, merchant)?.filter(|amount| amount.is_whole());
    Ok(amount.and_then(|amount| of_digits(amount.0 / 100 % 1000)))
}

/// What is cancelled or charged; where the body does not say, the price of the payment it names.
fn amount(store: &Store<'_>, arrived: &Arrived, merchant: &Merchant) -> Result<Option<Money>, Refusal> {
    let body: Value = serde_json::from_slice(&arrived.body).unwrap_or_default();
    if let Some(amount) = Money::read(&body["cancel_price"]).or_else(|| Money::read(&body["price"])) {
        return Ok(Some(amount));
    }
    let Some(receipt_id) = body["receipt_id"].as_str() else { return Ok(None) };
    let payment = store.payment(receipt_id)?.filter(|payment| payment.merchant_id == merchant.id);
    Ok(payment.map(|payment| payment.price))
}
