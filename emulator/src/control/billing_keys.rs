//! `/emulator/billing-keys`: makes billing keys, plays their buyers, and acts with them for the merchant.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use bootpay_core::model::{Bank, Method, Status};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::answer::Answer;
use super::input::{CARD_LIFETIME, NoFields, RESERVATION_WAIT, chosen_id, date, merchant_of, money, read};
use crate::acts::{App, billing_key, charge, notify, reservation};
use crate::domain::billing_key::BillingKey;
use crate::domain::catalog::{self, Details};
use crate::domain::charge::Charge;
use crate::domain::clock::Moment;
use crate::domain::instrument::Instrument;
use crate::domain::journal::Actor;
use crate::domain::merchant::{Consent, Merchant};
use crate::domain::money::Money;
use crate::domain::pg_result::PgResult;
use crate::domain::receipt;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reporting::Reporting;
use crate::domain::values::quoted;
use crate::store::Store;

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Stage {
    Requested,
    #[default]
    Issued,
    Expired,
    Revoked,
    Failed,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewBillingKey {
    merchant: Option<String>,
    receipt_id: Option<String>,
    billing_key: Option<String>,
    subscription_id: Option<String>,
    order_name: Option<String>,
    price: Option<Value>,
    method: Option<String>,
    pg: Option<String>,
    #[serde(default)]
    state: Stage,
    expires_at: Option<String>,
    #[serde(default)]
    charge_result: PgResult,
    user_id: Option<String>,
    widget_key: Option<String>,
    #[serde(default)]
    metadata: Map<String, Value>,
}

pub(super) async fn create(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let create = || {
        let new: NewBillingKey = read(&body)?;
        app.database.work(|store| {
            let merchant = merchant_of(store, new.merchant.as_deref())?;
            let key = make(store, new, &merchant)?;
            store.save_billing_key(&key)?;
            if key.status == Status::BillingKeyIssued {
                notify::billing_key_issued(store, &key, store.now()?)?;
            }
            billing_key::render(store, &key, &merchant)
        })
    };
    create().into()
}

fn make(store: &Store<'_>, new: NewBillingKey, merchant: &Merchant) -> Result<BillingKey, Refusal> {
    let refuse = |saw: String| Err(Code::Control.because(saw));
    let wanted = new.method.as_deref().unwrap_or("card_rebill");
    let rebills =
        |method: &Method| matches!(method, Method::CardRebill | Method::CardRebillRest | Method::AutomaticTransferRest);
    let Some(method) = catalog::find_method(wanted).filter(rebills) else {
        return refuse(format!(
            "method is {}, not card_rebill, card_rebill_rest or automatic_transfer_rest",
            quoted(wanted)
        ));
    };
    let wanted = new.pg.as_deref().unwrap_or("nicepay");
    let Some(pg) = catalog::find_pg(wanted) else {
        return refuse(format!("pg is {}, known are {}", quoted(wanted), catalog::pg_symbols()));
    };
    let instrument = if catalog::details(&method) == Some(Details::Bank) {
        Instrument::account(Bank::Kookmin, "56212345671074", "홍길동")
    } else {
        Instrument::card("5570123412341074")
    };
    let now = store.now()?;
    let receipt_id = chosen_id(store, "receipt", new.receipt_id)?;
    let billing_key = chosen_id(store, "billing_key", new.billing_key)?;
    if store.billing_key_by_receipt(&receipt_id)?.is_some()
        || store.stored_payment(&receipt_id)?.is_some()
        || store.billing_key(&billing_key)?.is_some()
    {
        return refuse("this receipt_id or billing_key is taken".into());
    }
    let mut key = BillingKey {
        subscription_id: new.subscription_id.unwrap_or_else(|| format!("sub-{}", &receipt_id[..8])),
        receipt_id,
        merchant_id: merchant.id.clone(),
        order_name: new.order_name.unwrap_or_else(|| "Emulator subscription".into()),
        price: money("price", new.price.as_ref())?.unwrap_or_default(),
        tax_free: Money::ZERO,
        metadata: new.metadata,
        user: None,
        pg,
        method,
        status: Status::BillingKeyRequested,
        billing_key: None,
        instrument,
        charge_result: new.charge_result,
        expires_at: date("expires_at", new.expires_at.as_deref())?.unwrap_or_else(|| now.plus_seconds(CARD_LIFETIME)),
        requested_at: now,
        published_at: None,
        consented: merchant.consent == Consent::Given,
        first_charge: None,
        user_id: new.user_id,
        widget_key: new.widget_key,
        reporting: Reporting::default(),
    };
    bring_to(&mut key, new.state, billing_key, now);
    Ok(key)
}

fn bring_to(key: &mut BillingKey, state: Stage, billing_key: String, now: Moment) {
    match state {
        Stage::Requested => {}
        Stage::Failed => key.status = Status::BillingKeyFailed,
        Stage::Issued | Stage::Expired | Stage::Revoked => key.issue(billing_key, now),
    }
    match state {
        Stage::Expired => key.expires_at = now,
        Stage::Revoked => key.status = Status::BillingKeyRevoked,
        _ => {}
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Action {
    Consent,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Act {
    action: Action,
}

pub(super) async fn buyer(State(app): State<Arc<App>>, Path(receipt_id): Path<String>, body: Bytes) -> Answer {
    let act = || {
        let Act { action: Action::Consent } = read(&body)?;
        app.database.work(|store| {
            let (mut key, merchant) = stored(store, &receipt_id)?;
            key.consent()?;
            store.acting(Actor::Buyer, || store.save_billing_key(&key))?;
            billing_key::render(store, &key, &merchant)
        })
    };
    act().into()
}

/// The billing key of a request, and its merchant.
fn stored(store: &Store<'_>, receipt_id: &str) -> Result<(BillingKey, Merchant), Refusal> {
    let key = store
        .billing_key_by_receipt(receipt_id)?
        .ok_or_else(|| Code::ControlNotFound.because(format!("no billing key has the receipt_id {receipt_id}")))?;
    let merchant = merchant_of(store, Some(&key.merchant_id))?;
    Ok((key, merchant))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewCharge {
    order_id: Option<String>,
    order_name: Option<String>,
    price: Option<Value>,
}

impl NewCharge {
    fn order(self, store: &Store<'_>) -> Result<Charge, Refusal> {
        let order_id = match self.order_id {
            Some(order_id) => order_id,
            None => format!("order-{}", store.new_id("order", 8)?),
        };
        Ok(Charge {
            order_id,
            order_name: self.order_name.unwrap_or_else(|| "Emulator order".into()),
            price: money("price", self.price.as_ref())?.unwrap_or(Money(100_000)),
            tax_free: Money::ZERO,
            card_quota: None,
            metadata: Map::new(),
            user: None,
            reporting: Reporting::default(),
        })
    }
}

/// Charges a billing key, as the merchant's server does.
pub(super) async fn charge(State(app): State<Arc<App>>, Path(receipt_id): Path<String>, body: Bytes) -> Answer {
    let act = || {
        let new: NewCharge = read(&body)?;
        app.database.work(|store| {
            let (key, merchant) = stored(store, &receipt_id)?;
            let now = store.now()?;
            key.check_alive(now)?;
            let order = new.order(store)?;
            let payment = store.acting(Actor::Merchant, || charge::charge(store, &key, order, now))?.paid()?;
            Ok(receipt::render(&payment, &merchant, true))
        })
    };
    act().into()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewReservation {
    order_id: Option<String>,
    order_name: Option<String>,
    price: Option<Value>,
    execute_at: Option<String>,
}

/// Reserves a charge of a billing key, as the merchant's server does: by the API's rules.
pub(super) async fn reserve(State(app): State<Arc<App>>, Path(receipt_id): Path<String>, body: Bytes) -> Answer {
    let act = || {
        let NewReservation { order_id, order_name, price, execute_at } = read(&body)?;
        let new = NewCharge { order_id, order_name, price };
        app.database.work(|store| {
            let (key, _) = stored(store, &receipt_id)?;
            let now = store.now()?;
            let execute_at =
                date("execute_at", execute_at.as_deref())?.unwrap_or_else(|| now.plus_seconds(RESERVATION_WAIT));
            let reservation = reservation::reserve(store, &key, new.order(store)?, execute_at, now)?;
            store.acting(Actor::Merchant, || store.save_reservation(&reservation))?;
            Ok(reservation.render())
        })
    };
    act().into()
}

/// Deletes a billing key, as the merchant's server does.
pub(super) async fn revoke(State(app): State<Arc<App>>, Path(receipt_id): Path<String>, body: Bytes) -> Answer {
    let act = || {
        let NoFields {} = read(&body)?;
        app.database.work(|store| {
            let (mut key, merchant) = stored(store, &receipt_id)?;
            key.revoke(store.now()?)?;
            store.acting(Actor::Merchant, || store.save_billing_key(&key))?;
            billing_key::render(store, &key, &merchant)
        })
    };
    act().into()
}
