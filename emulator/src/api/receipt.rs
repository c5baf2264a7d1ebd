//! `GET /v2/receipt/{receipt_id}` and `GET /v2/lookup/order/{order_id}`

use serde_json::Value;

use super::call::Call;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind};
use crate::acts::payment;
use crate::domain::receipt::render;
use crate::domain::refusal::{Code, Refusal};

pub(super) static GET: Endpoint = Endpoint {
    method: "GET",
    path: "receipt/{receipt_id}",
    access: Access::Merchant,
    query: &[Field::optional("lookup_user_data", Kind::Flag)],
    body: &[],
    run: get,
};

fn get(call: &Call<'_>) -> Result<Value, Refusal> {
    let merchant = call.merchant()?;
    let receipt_id = call.required("receipt_id")?;
    let with_user = call.query_flag("lookup_user_data");
    match call.store.billing_key_by_receipt(&receipt_id)?.filter(|key| key.merchant_id == merchant.id) {
        Some(key) => Ok(key.receipt(merchant, with_user)),
        None => Ok(render(&call.payment(&receipt_id)?, merchant, with_user)),
    }
}

pub(super) static BY_ORDER: Endpoint = Endpoint {
    method: "GET",
    path: "lookup/order/{order_id}",
    access: Access::Merchant,
    query: &[],
    body: &[],
    run: by_order,
};

fn by_order(call: &Call<'_>) -> Result<Value, Refusal> {
    let merchant = call.merchant()?;
    let payments = payment::of_order(call.store, &merchant.id, &call.required("order_id")?)?;
    if payments.is_empty() {
        return Err(Code::NotFound.because("this merchant has no payment with this order_id"));
    }
    Ok(payments.iter().map(|payment| render(payment, merchant, false)).collect())
}
