//! `POST /v2/request/webhook`

use serde_json::{Value, json};

use super::{Access, Call, Endpoint};
use crate::domain::refusal::Refusal;
use crate::domain::webhook::Webhook;
use crate::http::input::{Field, Kind};

pub(super) static REQUEST: Endpoint = Endpoint {
    method: "POST",
    path: "request/webhook",
    access: Access::Merchant,
    query: &[],
    body: &[Field::required("receipt_id", Kind::Text), Field::required("webhook_url", Kind::Text)],
    run: request,
};

/// Answers before it is sent: the shop that asks may be the one that must listen.
fn request(call: &Call<'_>) -> Result<Value, Refusal> {
    let payment = call.payment(&call.required("receipt_id")?)?;
    let merchant = call.merchant()?;
    let webhook = Webhook::about(&payment, merchant, &call.required("webhook_url")?)?;
    let number = call.store.add_webhook(&merchant.id, &webhook)?;
    call.webhook.set(Some((number, webhook)));
    Ok(json!({ "success": true }))
}
