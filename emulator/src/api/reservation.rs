//! `/v2/subscribe/payment/reserve…`

use serde_json::{Value, json};

use super::call::Call;
use super::charge;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind, USER};
use crate::acts::reservation;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reservation::Reservation;

pub(super) static CREATE: Endpoint = Endpoint {
    method: "POST",
    path: "subscribe/payment/reserve",
    access: Access::Merchant,
    query: &[],
    body: &[
        Field::required("billing_key", Kind::Text),
        Field::required("order_name", Kind::Text),
        Field::required("order_id", Kind::Text),
        Field::required("price", Kind::Money),
        Field::optional("tax_free", Kind::Money),
        Field::required("reserve_execute_at", Kind::Date),
        Field::optional("user", USER),
        Field::optional("items", Kind::Items),
        Field::optional("metadata", Kind::AnyObject),
        Field::optional("feedback_url", Kind::Text),
        Field::optional("content_type", Kind::Text),
        Field::optional("card_quota", Kind::Text),
        Field::optional("extra", Kind::Options),
    ],
    run: create,
};

fn create(call: &Call<'_>) -> Result<Value, Refusal> {
    let key = call.living_billing_key(&call.required("billing_key")?)?;
    let charge = charge::read(call)?;
    let execute_at = call.date("reserve_execute_at")?.unwrap_or(call.now);
    let reservation = Reservation {
        items: call.body.get("items").cloned(),
        extra: call.object("extra")?.cloned().unwrap_or_default(),
        feedback_url: call.text("feedback_url")?.unwrap_or_default(),
        content_type: call.text("content_type")?.unwrap_or_else(|| "application/json".into()),
        ..reservation::reserve(call.store, &key, charge, execute_at, call.now)?
    };
    call.store.save_reservation(&reservation)?;
    Ok(json!({ "reserve_id": reservation.reserve_id, "reserve_execute_at": execute_at.iso() }))
}

pub(super) static GET: Endpoint = Endpoint {
    method: "GET",
    path: "subscribe/payment/reserve/{reserve_id}",
    access: Access::Merchant,
    query: &[],
    body: &[],
    run: |call| Ok(own(call)?.render()),
};

pub(super) static CANCEL: Endpoint = Endpoint {
    method: "DELETE",
    path: "subscribe/payment/reserve/{reserve_id}",
    access: Access::Merchant,
    query: &[],
    body: &[],
    run: cancel,
};

fn cancel(call: &Call<'_>) -> Result<Value, Refusal> {
    let mut reservation = own(call)?;
    reservation::cancel(call.store, &mut reservation, call.now)?;
    Ok(json!({ "reserve_id": reservation.reserve_id, "success": true }))
}

fn own(call: &Call<'_>) -> Result<Reservation, Refusal> {
    let merchant = call.merchant()?;
    let reservation = call.store.reservation(&call.required("reserve_id")?)?;
    reservation
        .filter(|reservation| reservation.merchant_id == merchant.id)
        .ok_or_else(|| Code::NotFound.because("this merchant has no such reserve_id"))
}
