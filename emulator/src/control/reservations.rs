//! `/emulator/reservations`: makes reservations, and cancels them.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::answer::Answer;
use super::input::{NoFields, RESERVATION_WAIT, chosen_id, date, money, read};
use crate::acts::{App, reservation};
use crate::domain::charge::Charge;
use crate::domain::journal::Actor;
use crate::domain::money::Money;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reporting::Reporting;
use crate::domain::reservation::Reservation;
use crate::store::Store;

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
    let execute_at =
        date("execute_at", new.execute_at.as_deref())?.unwrap_or_else(|| now.plus_seconds(RESERVATION_WAIT));
    if execute_at <= now {
        return Err(Code::Control.because(format!("execute_at must be after {}", now.iso())));
    }
    let charge = Charge {
        order_id: new.order_id.unwrap_or_else(|| format!("order-{}", &reserve_id[..8])),
        order_name: new.order_name.unwrap_or_else(|| "Emulator order".into()),
        price: money("price", new.price.as_ref())?.unwrap_or(Money(100_000)),
        tax_free: Money::ZERO,
        card_quota: None,
        metadata: new.metadata,
        user: None,
        reporting: Reporting::default(),
    };
    Ok(Reservation::new(reserve_id, &key.merchant_id, &new.billing_key, charge, (now, execute_at)))
}

/// Cancels a reservation, as the merchant does.
pub(super) async fn cancel(State(app): State<Arc<App>>, Path(reserve_id): Path<String>, body: Bytes) -> Answer {
    let cancel = || {
        let NoFields {} = read(&body)?;
        app.database.work(|store| {
            let mut reservation = store.reservation(&reserve_id)?.ok_or_else(|| {
                Code::ControlNotFound.because(format!("no reservation has the reserve_id {reserve_id}"))
            })?;
            let now = store.now()?;
            store.acting(Actor::Merchant, || reservation::cancel(store, &mut reservation, now))?;
            Ok(reservation.render())
        })
    };
    cancel().into()
}
