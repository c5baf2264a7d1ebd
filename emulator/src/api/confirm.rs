//! `POST /v2/confirm`

use serde_json::Value;

use super::call::Call;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind};
use crate::acts::payment;
use crate::domain::receipt::render;
use crate::domain::refusal::Refusal;

pub(super) static CONFIRM: Endpoint = Endpoint {
    method: "POST",
    path: "confirm",
    access: Access::Merchant,
    query: &[],
    body: &[Field::required("receipt_id", Kind::Text)],
    run: confirm,
};

fn confirm(call: &Call<'_>) -> Result<Value, Refusal> {
    let mut payment = call.payment(&call.required("receipt_id")?)?;
    payment::confirm(call.store, &mut payment, call.now)?;
    Ok(render(&payment, call.merchant()?, false))
}
