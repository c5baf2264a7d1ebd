//! `/emulator/reservations`

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::answer::Answer;
use super::input::{chosen_id, date, money, read};
use crate::acts::App;
use crate::domain::money::Money;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reporting::Reporting;
use crate::domain::reservation::{self, Reservation};
use crate::store::Store;

/// Seconds until the charge, unless the body says otherwise.
const WAIT: i64 = 24 * 60 * 60;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewReservation {
    billing_key: String,
    reserve_id: Option<String>,
    order_id: Option<String>,
    order_name: Option<String>,
    price: Option<Value>,
    execute_at: Option<String>,
    #[serde(default)]
    metadata: Map<String, Value>,
}

pub(super) async fn create(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let create = || {
        let new: NewReservation = read(&body)?;
        app.database.work(|store| {
            let reservation = make(store, new)?;
            store.save_reservation(&reservation)?;
            Ok(reservation.render())
        })
    };
    create().into()
}

fn make(store: &Store<'_>, new: NewReservation) -> Result<Reservation, Refusal> {
    let key = store.billing_key(&new.billing_key)?.ok_or_else(|| {
        Code::ControlNotFound.because(format!("no billing key has the billing_key {}", new.billing_key))
    })?;
    let reserve_id = chosen_id(store, "reservation", new.reserve_id)?;
    if store.reservation(&reserve_id)?.is_some() {
        return Err(Code::Control.because("this reserve_id is taken"));
    }
    let now = store.now()?;
    let execute_at = date("execute_at", new.execute_at.as_deref())?.unwrap_or_else(|| now.plus_seconds(WAIT));
    if execute_at <= now {
        return Err(Code::Control.because(format!("execute_at must be after {}", now.iso())));
    }
    Ok(Reservation {
        order_id: new.order_id.unwrap_or_else(|| format!("order-{}", &reserve_id[..8])),
        reserve_id,
        merchant_id: key.merchant_id,
        billing_key: new.billing_key,
        order_name: new.order_name.unwrap_or_else(|| "Emulator order".into()),
        price: money("price", new.price.as_ref())?.unwrap_or(Money(100_000)),
        tax_free: Money::ZERO,
        card_quota: None,
        user: Map::new(),
        items: None,
        metadata: new.metadata,
        extra: Map::new(),
        feedback_url: String::new(),
        content_type: "application/json".into(),
        reporting: Reporting::default(),
        state: reservation::State::Pending,
        receipt_id: None,
        requested_at: now,
        execute_at,
        finished_at: None,
        revoked_at: None,
    })
}
