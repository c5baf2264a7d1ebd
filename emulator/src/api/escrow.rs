//! `PUT /v2/escrow/shipping/start/{receipt_id}`

use serde_json::Value;

use super::call::Call;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind};
use crate::domain::receipt::render;
use crate::domain::refusal::Refusal;

pub(super) static START_SHIPPING: Endpoint = Endpoint {
    method: "PUT",
    path: "escrow/shipping/start/{receipt_id}",
    access: Access::Merchant,
    query: &[],
    body: &[
        Field::required("tracking_number", Kind::Text),
        Field::required("delivery_corp", Kind::Text),
        // Some official SDKs repeat the id.
        Field::optional("receipt_id", Kind::Text),
        Field::optional("shipping_prepayment", Kind::Flag),
        Field::optional("shipping_day", Kind::Number),
        Field::optional(
            "user",
            Kind::Object(&[
                Field::optional("username", Kind::Text),
                Field::optional("phone", Kind::Text),
                Field::optional("zipcode", Kind::Text),
                Field::optional("address", Kind::Text),
            ]),
        ),
        Field::optional(
            "company",
            Kind::Object(&[
                Field::optional("name", Kind::Text),
                Field::optional("phone", Kind::Text),
                Field::optional("zipcode", Kind::Text),
                Field::optional("addr1", Kind::Text),
                Field::optional("addr2", Kind::Text),
            ]),
        ),
        Field::optional("redirect_url", Kind::Text),
        Field::optional("receipt_url", Kind::Text),
    ],
    run: start_shipping,
};

fn start_shipping(call: &Call<'_>) -> Result<Value, Refusal> {
    let mut payment = call.payment(&call.required("receipt_id")?)?;
    payment.start_shipping(call.required("tracking_number")?, call.required("delivery_corp")?, call.now)?;
    call.store.save_payment(&payment)?;
    Ok(render(&payment, call.merchant()?, false))
}
