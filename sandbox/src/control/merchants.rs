//! `/sandbox/merchants`

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use serde::Deserialize;
use serde_json::json;

use super::{Answer, read};
use crate::App;
use crate::merchant::{Merchant, Mode, Platform};
use crate::reply::Code;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewMerchant {
    client_key: Option<String>,
    secret_key: Option<String>,
    application_id: Option<String>,
    private_key: Option<String>,
    company_name: Option<String>,
    #[serde(default)]
    mode: Mode,
    strict: Option<bool>,
    partial_cancel_status: Option<i64>,
    #[serde(default)]
    platform: Platform,
}

pub(super) async fn create(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let create = || {
        let new: NewMerchant = read(&body)?;
        let partial_cancel_status = new.partial_cancel_status.unwrap_or(20);
        if !matches!(partial_cancel_status, 1 | 20) {
            return Err(Code::Control.because("partial_cancel_status must be 20 or 1"));
        }
        app.database.work(|store| {
            let (id, keys) = store.new_keys()?;
            let merchant = Merchant {
                id,
                client_key: new.client_key.unwrap_or(keys.client_key),
                secret_key: new.secret_key.unwrap_or(keys.secret_key),
                application_id: new.application_id.unwrap_or(keys.application_id),
                private_key: new.private_key.unwrap_or(keys.private_key),
                company_name: new.company_name.unwrap_or_else(|| "Sandbox Shop".into()),
                mode: new.mode,
                strict: new.strict.unwrap_or(app.strict),
                partial_cancel_status,
                platform: new.platform,
            };
            if store.merchant_by_client_key(&merchant.client_key)?.is_some()
                || store.merchant_by_application_id(&merchant.application_id)?.is_some()
            {
                return Err(Code::Control.because("another merchant has this client_key or application_id"));
            }
            store.add_merchant(&merchant)?;
            Ok(json!(merchant))
        })
    };
    create().into()
}
