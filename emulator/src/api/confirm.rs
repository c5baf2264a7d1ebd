//! `POST /v2/confirm`

use serde_json::Value;

use super::{Access, Call, Endpoint};
use crate::domain::receipt::render;
use crate::domain::refusal::Refusal;
use crate::http::input::{Field, Kind};

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
    let confirmed = payment.confirm(call.now);
    call.store.save_payment(&payment)?;
    confirmed?;
    Ok(render(&payment, call.merchant()?, false))
}
