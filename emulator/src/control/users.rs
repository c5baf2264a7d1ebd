//! `/emulator/wallets` and `/emulator/password-tokens`: makes wallets and password tokens of a merchant's members.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use serde::Deserialize;
use serde_json::json;

use super::answer::Answer;
use super::input::{CARD_LIFETIME, chosen_id, date, merchant_of, read};
use crate::acts::App;
use crate::domain::instrument::Instrument;
use crate::domain::merchant::Mode;
use crate::domain::pg_result::PgResult;
use crate::domain::refusal::Code;
use crate::domain::wallet::Wallet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewWallet {
    merchant: Option<String>,
    user_id: String,
    wallet_id: Option<String>,
    order: Option<i64>,
    sandbox: Option<bool>,
    expires_at: Option<String>,
    #[serde(default)]
    charge_result: PgResult,
}

pub(super) async fn add_wallet(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let add = || {
        let new: NewWallet = read(&body)?;
        app.database.work(|store| {
            let merchant = merchant_of(store, new.merchant.as_deref())?;
            let wallet_id = chosen_id(store, "wallet", new.wallet_id)?;
            if store.has_wallet(&wallet_id)? {
                return Err(Code::Control.because("this wallet_id is taken"));
            }
            let last = store.wallets(&merchant.id, &new.user_id)?.last().map_or(-1, |wallet| wallet.order);
            let expires_at = date("expires_at", new.expires_at.as_deref())?;
            let wallet = Wallet {
                wallet_id,
                sandbox: new.sandbox.unwrap_or(merchant.mode == Mode::Test),
                merchant_id: merchant.id,
                user_id: new.user_id,
                order: new.order.unwrap_or(last + 1),
                instrument: Instrument::card("5570123412341074"),
                charge_result: new.charge_result,
                expires_at: match expires_at {
                    Some(moment) => moment,
                    None => store.now()?.plus_seconds(CARD_LIFETIME),
                },
                latest_purchased_at: None,
            };
            store.save_wallet(&wallet)?;
            Ok(wallet.render())
        })
    };
    add().into()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewPasswordToken {
    merchant: Option<String>,
    user_id: String,
    token: Option<String>,
}

pub(super) async fn add_password_token(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let add = || {
        let new: NewPasswordToken = read(&body)?;
        app.database.work(|store| {
            let merchant = merchant_of(store, new.merchant.as_deref())?;
            let token = match new.token {
                Some(token) => token,
                None => store.new_id("password_token", 64)?,
            };
            store.add_password_token(&token, &merchant.id, &new.user_id)?;
            Ok(json!({ "token": token }))
        })
    };
    add().into()
}
