//! `/emulator/merchants`: makes a merchant with one project.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::input::read;
use crate::acts::{App, project};
use crate::domain::merchant::Merchant;

pub(super) async fn create(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let create = || {
        let wishes: Map<String, Value> = read(&body)?;
        app.database.change(|store| {
            let (id, keys) = store.new_keys()?;
            let usual = Merchant::new(id, keys, app.strict);
            let mut merchant = project::changed(&usual, wishes)?;
            merchant.owner.name = project::free_name(store, &merchant.company_name)?;
            store.save_merchant(&merchant)?;
            Ok(json!(merchant))
        })
    };
    create().into()
}
