//! `/v2/subscribe/payment/reserve…`

use serde_json::{Value, json};

use super::call::Call;
use super::charge;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind, USER};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reservation::{MOST_PENDING, Reservation, State};

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
    let billing_key = call.required("billing_key")?;
    call.living_billing_key(&billing_key)?;
    let charge = charge::read(call)?;
    let execute_at = call
        .date("reserve_execute_at")?
        .filter(|at| *at > call.now)
        .ok_or_else(|| Code::ReservationPast.because(format!("reserve_execute_at must be after {}", call.now.iso())))?;
    if call.store.reservations_pending(&billing_key)? >= MOST_PENDING {
        return Err(Code::TooManyReservations
            .because(format!("{MOST_PENDING} reservations of this billing key are pending already")));
    }
    let reservation = Reservation {
        reserve_id: call.store.new_id("reservation", 24)?,
        merchant_id: call.merchant()?.id.clone(),
        billing_key,
        order_id: charge.order_id,
        order_name: charge.order_name,
        price: charge.price,
        tax_free: charge.tax_free,
        card_quota: charge.card_quota,
        user: charge.user.unwrap_or_default(),
        items: call.body.get("items").cloned(),
        metadata: charge.metadata,
        extra: call.object("extra")?.cloned().unwrap_or_default(),
        feedback_url: call.text("feedback_url")?.unwrap_or_default(),
        content_type: call.text("content_type")?.unwrap_or_else(|| "application/json".into()),
        reporting: charge.reporting,
        state: State::Pending,
        receipt_id: None,
        requested_at: call.now,
        execute_at,
        finished_at: None,
        revoked_at: None,
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
    reservation.cancel(call.now)?;
    call.store.save_reservation(&reservation)?;
    Ok(json!({ "reserve_id": reservation.reserve_id, "success": true }))
}

fn own(call: &Call<'_>) -> Result<Reservation, Refusal> {
    let merchant = call.merchant()?;
    let reservation = call.store.reservation(&call.required("reserve_id")?)?;
    reservation
        .filter(|reservation| reservation.merchant_id == merchant.id)
        .ok_or_else(|| Code::NotFound.because("this merchant has no such reserve_id"))
}
