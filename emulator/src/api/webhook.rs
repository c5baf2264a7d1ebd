//! `POST /v2/request/webhook`

use serde_json::{Value, json};

use super::call::Call;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind};
use crate::acts::{page, webhook};
use crate::domain::refusal::Refusal;

pub(super) static REQUEST: Endpoint = Endpoint {
    method: "POST",
    path: "request/webhook",
    access: Access::Merchant,
    query: &[],
    body: &[Field::required("receipt_id", Kind::Text), Field::required("webhook_url", Kind::Text)],
    run: request,
};

/// Does not wait for the delivery: the merchant's one process may make this request and receive the webhook.
///
/// No web page may make it: the delivery is a request to another server of this machine that no page could make.
fn request(call: &Call<'_>) -> Result<Value, Refusal> {
    page::refuse_foreign(call.headers, None)?;
    let payment = call.payment(&call.required("receipt_id")?)?;
    let merchant = call.merchant()?;
    webhook::request(call.store, &payment, merchant, &call.required("webhook_url")?)?;
    Ok(json!({ "success": true }))
}
