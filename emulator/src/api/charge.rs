//! `POST /v2/subscribe/payment` and `POST /v2/subscribe/easy`

use bootpay_core::model::Status;
use serde_json::Value;

use super::call::Call;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind, USER};
use crate::acts::charge;
use crate::domain::catalog;
use crate::domain::charge::Charge;
use crate::domain::receipt::render;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reporting::Reporting;
use crate::domain::values;

pub(super) static PAY: Endpoint = Endpoint {
    method: "POST",
    path: "subscribe/payment",
    access: Access::Merchant,
    query: &[],
    body: &[
        Field::optional("billing_key", Kind::Text),
        Field::optional("wallet_key", Kind::Text),
        Field::required("order_name", Kind::Text),
        Field::required("order_id", Kind::Text),
        Field::required("price", Kind::Money),
        Field::optional("tax_free", Kind::Money),
        Field::optional("card_quota", Kind::Text),
        Field::optional("card_interest", Kind::Text),
        Field::optional("items", Kind::Items),
        Field::optional("user", USER),
        Field::optional("extra", Kind::Options),
        Field::optional("feedback_url", Kind::Text),
        Field::optional("content_type", Kind::Text),
        Field::optional("metadata", Kind::AnyObject),
    ],
    run: pay,
};

fn pay(call: &Call<'_>) -> Result<Value, Refusal> {
    let billing_key = call.text("billing_key")?;
    let billing_key = billing_key.ok_or_else(|| {
        Code::ParameterMissing.because("billing_key is missing; the emulator does not support wallet_key")
    })?;
    let key = call.living_billing_key(&billing_key)?;
    let payment = charge::charge(call.store, &key, read(call)?, call.now)?.paid()?;
    Ok(render(&payment, call.merchant()?, false))
}

/// The order to charge, from the body.
pub(super) fn read(call: &Call<'_>) -> Result<Charge, Refusal> {
    let extra_quota = call.object("extra")?.and_then(|extra| extra.get("card_quota")).and_then(values::text);
    let charge = Charge {
        order_id: call.required("order_id")?,
        order_name: call.required("order_name")?,
        price: call.money("price")?.unwrap_or_default(),
        tax_free: call.money("tax_free")?.unwrap_or_default(),
        card_quota: call.text("card_quota")?.or(extra_quota),
        metadata: call.object("metadata")?.cloned().unwrap_or_default(),
        user: call.object("user")?.cloned(),
        reporting: reporting(call)?,
    };
    charge.check()?;
    Ok(charge)
}

/// The webhooks as the body wishes them. A wallet's charge has its URL in another field.
fn reporting(call: &Call<'_>) -> Result<Reporting, Refusal> {
    let url = call.text("feedback_url")?.or(call.text("webhook_url")?);
    let wishes = Reporting::of(&call.any_object("extra")?)?;
    Ok(wishes.to(url, call.text("content_type")?.as_deref()))
}

pub(super) static EASY: Endpoint = Endpoint {
    method: "POST",
    path: "subscribe/easy",
    access: Access::Merchant,
    query: &[],
    body: &[Field::required("receipt_id", Kind::Text), Field::required("billing_key", Kind::Text)],
    run: easy,
};

fn easy(call: &Call<'_>) -> Result<Value, Refusal> {
    let mut payment = call.payment(&call.required("receipt_id")?)?;
    let key = call.living_billing_key(&call.required("billing_key")?)?;
    if !matches!(payment.status, Status::Ready | Status::WaitingConfirm) {
        return Err(
            Code::NotConfirmReady.because(format!("status is {}, only 0 and 2 can be paid", payment.status_code()))
        );
    }
    if catalog::details(&key.method) != Some(payment.details()) {
        payment.method = key.method.clone();
    }
    payment.instrument = key.instrument.receipt_data();
    match charge::pay(call.store, &key, &mut payment, call.now)? {
        None => Ok(render(&payment, call.merchant()?, false)),
        Some(refusal) => Err(refusal),
    }
}
