//! `/v2/billing_key/…` and `/v2/subscribe/…billing_key/…`: looks up billing keys and deletes them.

use serde_json::{Value, json};

use super::call::Call;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind};
use crate::acts::billing_key;
use crate::domain::billing_key::BillingKey;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values::quoted;

impl Call<'_> {
    /// The caller's billing key, if it can be charged.
    pub(super) fn living_billing_key(&self, billing_key: &str) -> Result<BillingKey, Refusal> {
        let merchant = self.merchant()?;
        let key = self.store.billing_key(billing_key)?.filter(|key| key.merchant_id == merchant.id);
        // Observed: Bootpay returns the same code for an unknown key.
        let key = key.ok_or_else(|| Code::BillingKeyExpired.because("this merchant has no such billing_key"))?;
        key.check_alive(self.now)?;
        Ok(key)
    }
}

pub(super) static BY_RECEIPT: Endpoint = Endpoint {
    method: "GET",
    path: "subscribe/billing_key/{receipt_id}",
    access: Access::Merchant,
    query: &[],
    body: &[],
    run: by_receipt,
};

fn by_receipt(call: &Call<'_>) -> Result<Value, Refusal> {
    let merchant = call.merchant()?;
    let receipt_id = call.required("receipt_id")?;
    let key = call.store.billing_key_by_receipt(&receipt_id)?.filter(|key| key.merchant_id == merchant.id);
    if let Some(key) = key {
        return billing_key::render(call.store, &key, merchant);
    }
    let payment = call.payment(&receipt_id)?;
    Err(Code::NotSubscribe
        .because(format!("this receipt belongs to a payment, for the order {}", quoted(&payment.order_id))))
}

pub(super) static BY_KEY: Endpoint = Endpoint {
    method: "GET",
    path: "billing_key/{billing_key}",
    access: Access::Merchant,
    query: &[],
    body: &[],
    run: by_key,
};

fn by_key(call: &Call<'_>) -> Result<Value, Refusal> {
    let key = call.living_billing_key(&call.required("billing_key")?)?;
    Ok(key.render_looked_up(call.merchant()?))
}

pub(super) static SEQUENTIAL: Endpoint = Endpoint {
    method: "GET",
    path: "subscribe/sequential_billing_key/{billing_key}",
    access: Access::Merchant,
    query: &[Field::required("widget_key", Kind::Text), Field::required("user_id", Kind::Text)],
    body: &[],
    run: sequential,
};

fn sequential(call: &Call<'_>) -> Result<Value, Refusal> {
    let key = call.living_billing_key(&call.required("billing_key")?)?;
    if key.user_id != call.query_text("user_id") {
        return Err(Code::NotFound.because("this billing key belongs to another user_id"));
    }
    if key.widget_key.is_some() && key.widget_key != call.query_text("widget_key") {
        return Err(Code::NotFound.because("this billing key was made with another widget_key"));
    }
    billing_key::render(call.store, &key, call.merchant()?)
}

pub(super) static DELETE: Endpoint = Endpoint {
    method: "DELETE",
    path: "subscribe/billing_key/{billing_key}",
    access: Access::Merchant,
    query: &[],
    body: &[],
    run: delete,
};

fn delete(call: &Call<'_>) -> Result<Value, Refusal> {
    let billing_key = call.required("billing_key")?;
    let mut key = call.living_billing_key(&billing_key)?;
    key.revoke(call.now)?;
    call.store.save_billing_key(&key)?;
    Ok(json!({ "billing_key": billing_key }))
}
