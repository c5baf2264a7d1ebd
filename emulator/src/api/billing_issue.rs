//! `/v2/request/subscribe…`: issues billing keys for card data and for accounts.

use std::ops::RangeInclusive;

use bootpay_core::model::{Method, Pg, Status};
use serde_json::Value;

use super::call::{Call, unreadable};
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind, USER};
use crate::acts::billing_key;
use crate::domain::billing_key::BillingKey;
use crate::domain::catalog;
use crate::domain::charge::Charge;
use crate::domain::clock::Moment;
use crate::domain::instrument::{Behaviour, Instrument};
use crate::domain::merchant::Consent;
use crate::domain::money::Money;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reporting::Reporting;
use crate::domain::values;
use crate::domain::values::quoted;

/// The year in which an account's billing key expires; a card's expires with the card.
const LAST_YEAR: i16 = 2099;

pub(super) static CARD: Endpoint = Endpoint {
    method: "POST",
    path: "request/subscribe",
    access: Access::Merchant,
    query: &[],
    body: &[
        Field::required("pg", Kind::Text),
        Field::optional("method", Kind::Text),
        Field::required("order_name", Kind::Text),
        Field::required("subscription_id", Kind::Text),
        Field::required("card_no", Kind::Text),
        Field::required("card_pw", Kind::Text),
        Field::required("card_identity_no", Kind::Text),
        Field::required("card_expire_year", Kind::Text),
        Field::required("card_expire_month", Kind::Text),
        Field::optional("price", Kind::Money),
        Field::optional("tax_free", Kind::Money),
        Field::optional("extra", Kind::Options),
        Field::optional("user", USER),
        Field::optional("metadata", Kind::AnyObject),
    ],
    run: card,
};

fn card(call: &Call<'_>) -> Result<Value, Refusal> {
    let refuse = |saw: &str| Err(Code::SubscribeFailed.because(saw));
    let pg = call.required_pg()?;
    if !catalog::has_rest_billing(&pg) {
        return refuse("this pg takes no card data over REST; nicepay, payapp, welcome and lightpay do");
    }
    let user = call.object("user")?;
    if pg == Pg::PayApp && !user.is_some_and(|user| user.contains_key("username") && user.contains_key("phone")) {
        return refuse("payapp needs user.username and user.phone");
    }
    let digits = |name, lengths: RangeInclusive<usize>| {
        let digits = call.required(name)?;
        if lengths.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(digits)
        } else {
            let (least, most) = (lengths.start(), lengths.end());
            let wanted = if least == most { least.to_string() } else { format!("{least} to {most}") };
            Err(Code::SubscribeFailed.because(format!("{name} must have {wanted} digits")))
        }
    };
    let month = call.required("card_expire_month")?;
    let month = match month.parse::<i8>() {
        Ok(number @ 1..=12) if month.len() == 2 => number,
        _ => return Err(Code::InvalidExpMonth.because("card_expire_month must be from 01 to 12")),
    };
    let number = digits("card_no", 13..=19)?;
    digits("card_pw", 2..=2)?;
    if !matches!(digits("card_identity_no", 6..=10)?.len(), 6 | 10) {
        return refuse("card_identity_no must be a date of birth (6 digits) or a business number (10 digits)");
    }
    let year: i16 = digits("card_expire_year", 2..=2)?.parse().unwrap_or_default();
    let Some(expires_at) = Moment::end_of_month(2000 + year, month).filter(|end| *end > call.now) else {
        return refuse("the card has expired");
    };
    let behaviour = Behaviour::of(&number);
    if behaviour.refused {
        return refuse("a card_no that ends with 0002 is refused");
    }
    let mut key = request(call, pg, Method::CardRebillRest, Instrument::card(&number), behaviour, expires_at)?;
    key.consented = !behaviour.waits;
    call.store.save_billing_key(&key)?;
    if key.consented {
        billing_key::publish(call.store, &mut key, call.now)?;
    }
    billing_key::render(call.store, &key, call.merchant()?)
}

pub(super) static ACCOUNT: Endpoint = Endpoint {
    method: "POST",
    path: "request/subscribe/automatic-transfer",
    access: Access::Merchant,
    query: &[],
    body: &[
        Field::required("pg", Kind::Text),
        Field::optional("method", Kind::Text),
        Field::required("order_name", Kind::Text),
        Field::required("subscription_id", Kind::Text),
        Field::optional("auth_type", Kind::Text),
        Field::required("username", Kind::Text),
        Field::required("bank_name", Kind::Text),
        Field::required("bank_account", Kind::Text),
        Field::required("identity_no", Kind::Text),
        Field::optional("cash_receipt_type", Kind::Text),
        Field::optional("cash_receipt_identity_no", Kind::Text),
        Field::required("phone", Kind::Text),
        Field::optional("price", Kind::Money),
        Field::optional("tax_free", Kind::Money),
        Field::optional("extra", Kind::Options),
        Field::optional("user", USER),
        Field::optional("metadata", Kind::AnyObject),
    ],
    run: account,
};

fn account(call: &Call<'_>) -> Result<Value, Refusal> {
    let pg = call.required_pg()?;
    if pg != Pg::NicePay {
        return Err(Code::SubscribeFailed.because("only nicepay issues billing keys for accounts"));
    }
    if let Some(kind) = call.text("auth_type")?
        && !matches!(kind.as_str(), "ARS" | "간편인증")
    {
        return Err(unreadable("auth_type", &kind.into()));
    }
    let refuse = |saw: String| Err(Code::AccountLookupFailed.because(saw));
    let bank = call.required("bank_name")?;
    let Some(bank) = catalog::find_bank(&bank) else {
        return refuse(format!("bank_name is {}, no bank has this name", quoted(&bank)));
    };
    let number = call.required("bank_account")?;
    let behaviour = Behaviour::of(&number);
    if behaviour.refused {
        return refuse("a bank_account that ends with 0002 belongs to someone else".into());
    }
    let end = Moment::end_of_month(LAST_YEAR, 12).unwrap_or(call.now);
    let instrument = Instrument::account(bank, &number, &call.required("username")?);
    let key = request(call, pg, Method::AutomaticTransferRest, instrument, behaviour, end)?;
    call.store.save_billing_key(&key)?;
    Ok(key.receipt(call.merchant()?, false))
}

/// A billing key that waits to be issued.
fn request(
    call: &Call<'_>,
    pg: Pg,
    method: Method,
    instrument: Instrument,
    behaviour: Behaviour,
    expires_at: Moment,
) -> Result<BillingKey, Refusal> {
    let merchant = call.merchant()?;
    merchant.terms(&pg, &method)?;
    let user = call.object("user")?.cloned();
    let key = BillingKey {
        receipt_id: call.store.new_id("receipt", 24)?,
        merchant_id: merchant.id.clone(),
        subscription_id: call.required("subscription_id")?,
        order_name: call.required("order_name")?,
        price: call.money("price")?.unwrap_or_default(),
        tax_free: call.money("tax_free")?.unwrap_or_default(),
        metadata: call.object("metadata")?.cloned().unwrap_or_default(),
        user_id: user.as_ref().and_then(|user| user.get("id")).and_then(values::text),
        user,
        pg,
        method,
        status: Status::BillingKeyRequested,
        billing_key: None,
        instrument,
        charge_result: behaviour.charge_result,
        expires_at: if behaviour.expires_at_once { call.now } else { expires_at },
        requested_at: call.now,
        published_at: None,
        consented: merchant.consent == Consent::Given,
        first_charge: None,
        widget_key: None,
        reporting: Reporting::of(&call.any_object("extra")?)?,
    };
    if key.price != Money::ZERO {
        Charge::check(&key.first_order())?;
    }
    Ok(key)
}

pub(super) static CONTINUE_CARD: Endpoint = Endpoint {
    method: "PUT",
    path: "request/subscribe/{receipt_id}",
    access: Access::Merchant,
    query: &[],
    body: &[],
    run: |call| publish(call, &Method::CardRebillRest),
};

pub(super) static CONTINUE_ACCOUNT: Endpoint = Endpoint {
    method: "PUT",
    path: "request/subscribe/automatic-transfer/{receipt_id}",
    access: Access::Merchant,
    query: &[],
    body: &[],
    run: |call| publish(call, &Method::AutomaticTransferRest),
};

pub(super) static PUBLISH_ACCOUNT: Endpoint = Endpoint {
    method: "POST",
    path: "request/subscribe/automatic-transfer/publish",
    access: Access::Merchant,
    query: &[],
    body: &[Field::required("receipt_id", Kind::Text)],
    run: |call| publish(call, &Method::AutomaticTransferRest),
};

fn publish(call: &Call<'_>, method: &Method) -> Result<Value, Refusal> {
    let merchant = call.merchant()?;
    let key = call.store.billing_key_by_receipt(&call.required("receipt_id")?)?;
    let key = key.filter(|key| key.merchant_id == merchant.id && key.method == *method);
    let mut key = key.ok_or_else(|| {
        Code::PublishNotReady.because("this merchant has requested no billing key with this receipt_id")
    })?;
    billing_key::publish(call.store, &mut key, call.now)?;
    billing_key::render(call.store, &key, merchant)
}
