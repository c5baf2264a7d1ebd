//! `GET /v2/seller/payment/method`

use serde_json::{Value, json};

use super::call::Call;
use super::endpoint::{Access, Endpoint};
use crate::domain::catalog;
use crate::domain::merchant::Mode;
use crate::domain::refusal::{Code, Refusal};

pub(super) static PAYMENT_METHODS: Endpoint = Endpoint {
    method: "GET",
    path: "seller/payment/method",
    access: Access::Merchant,
    query: &[],
    body: &[],
    run: payment_methods,
};

fn payment_methods(call: &Call<'_>) -> Result<Value, Refusal> {
    let merchant = call.merchant()?;
    merchant
        .payment_methods
        .iter()
        .map(|activated| {
            let pg = catalog::find_pg(&activated.pg);
            let method = catalog::find_activated(&activated.method);
            let (Some(pg), Some(method)) = (pg, method) else {
                return Err(Code::Broken.because(format!("unknown: {} at {}", activated.method, activated.pg)));
            };
            Ok(json!({
                "pg": catalog::pg_name(&pg),
                "pg_symbol": pg,
                "method": catalog::method_name(&method),
                "method_symbol": method,
                "sandbox": merchant.mode == Mode::Test,
            }))
        })
        .collect()
}
