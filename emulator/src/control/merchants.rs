//! `/emulator/merchants`

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::input::read;
use crate::acts::App;
use crate::domain::catalog;
use crate::domain::merchant::Merchant;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values::{plain, quoted};

pub(super) async fn create(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let create = || {
        let wishes: Map<String, Value> = read(&body)?;
        app.database.work(|store| {
            let (id, keys) = store.new_keys()?;
            let merchant = wished(&Merchant::new(id, keys, app.strict), wishes)?;
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

/// The default merchant with the given fields replaced; its own fields are the ones that can be.
fn wished(usual: &Merchant, wishes: Map<String, Value>) -> Result<Merchant, Refusal> {
    let mut fields = json!(usual);
    for (name, wish) in wishes {
        match fields.get_mut(&name) {
            Some(field) if name != "id" => {
                if !wish.is_null() {
                    *field = wish;
                }
            }
            _ => return Err(Code::Control.because(format!("a merchant has no field {name} that can be set"))),
        }
    }
    let merchant: Merchant = serde_json::from_value(fields).map_err(|error| Code::Control.because(plain(&error)))?;
    if !matches!(merchant.partial_cancel_status, 1 | 20) {
        return Err(Code::Control.because("partial_cancel_status must be 20 or 1"));
    }
    if !matches!(merchant.published_status, 1 | 11) {
        return Err(Code::Control.because("published_status must be 11 or 1"));
    }
    if !(0..1800).contains(&merchant.token_reuse_seconds) {
        return Err(Code::Control.because("token_reuse_seconds must be from 0 to 1799"));
    }
    if merchant.http_statuses.values().any(|status| !(400..=599).contains(status)) {
        return Err(Code::Control.because("http_statuses must be from 400 to 599"));
    }
    for activated in &merchant.payment_methods {
        if catalog::find_pg(&activated.pg).is_none() || catalog::find_activated(&activated.method).is_none() {
            return Err(Code::Control.because(format!(
                "unknown pg or method in payment_methods: {} at {}",
                quoted(&activated.method),
                quoted(&activated.pg)
            )));
        }
    }
    let checked = merchant.notifications.check();
    checked.map_err(|wrong| Code::Control.because(format!("notifications.{wrong}")))?;
    Ok(merchant)
}
