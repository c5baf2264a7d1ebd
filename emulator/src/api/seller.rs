//! `GET /v2/seller/payment/method`

use serde_json::{Value, json};

use super::call::Call;
use super::endpoint::{Access, Endpoint};
use crate::domain::catalog;
use crate::domain::refusal::Refusal;

pub(super) static PAYMENT_METHODS: Endpoint = Endpoint {
    method: "GET",
    path: "seller/payment/method",
    access: Access::Merchant,
    query: &[],
    body: &[],
    run: payment_methods,
};

fn payment_methods(call: &Call<'_>) -> Result<Value, Refusal> {
    Ok(call
        .merchant()?
        .shown_methods()
        .into_iter()
        .map(|shown| {
            json!({
                "pg": catalog::pg_name(&shown.pg),
                "pg_symbol": shown.pg,
                "method": catalog::method_name(&shown.method),
                "method_symbol": shown.method,
                "sandbox": shown.sandbox,
            })
        })
        .collect())
}
