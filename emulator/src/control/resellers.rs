//! `/emulator/sellers` and `/emulator/invitations`: makes a reseller's sellers and lists its invitations.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::input::{chosen_id, merchant_in, merchant_of, read};
use crate::acts::App;
use crate::domain::refusal::Code;
use crate::domain::reseller;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewSeller {
    merchant: Option<String>,
    provider_id: Option<String>,
    app_id: Option<String>,
    primary_key: Option<String>,
    company_name: Option<String>,
}

pub(super) async fn create(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let create = || {
        let new: NewSeller = read(&body)?;
        app.database.work(|store| {
            let merchant = merchant_of(store, new.merchant.as_deref())?;
            let provider_id = chosen_id(store, "provider", new.provider_id)?;
            let app_id = chosen_id(store, "app", new.app_id)?;
            let primary_key = new.primary_key.unwrap_or_else(|| format!("seller-{provider_id}"));
            let name = new.company_name.unwrap_or_else(|| "Emulator Seller".into());
            let told: Map<String, Value> = [
                ("company_alias".to_owned(), json!(name)),
                ("company_name".to_owned(), json!(name)),
                ("primary_key".to_owned(), json!(primary_key)),
            ]
            .into_iter()
            .collect();
            let (seller, app) = reseller::seller(told, &provider_id, &app_id);
            if store.is_seller_app(&app_id)? || !store.add_seller(&merchant.id, &provider_id, &primary_key, &seller)? {
                return Err(Code::Control.because("provider_id, app_id or primary_key is taken"));
            }
            store.add_seller_app(&provider_id, &app_id, &app)?;
            Ok(reseller::shown(seller, store.seller_apps(&provider_id)?))
        })
    };
    create().into()
}

pub(super) async fn invitations(State(app): State<Arc<App>>, RawQuery(query): RawQuery) -> Answer {
    let merchant = merchant_in(query.as_deref());
    app.database.work(|store| Ok(Value::Array(store.invitations(merchant.as_deref())?))).into()
}
