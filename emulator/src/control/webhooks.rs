//! `/emulator/webhooks`

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tokio::time::Instant;

use super::answer::Answer;
use super::input::{merchant_in, merchant_of, read};
use crate::acts::post::PATIENCE;
use crate::acts::webhook::{self, Tested};
use crate::acts::{App, courier};
use crate::domain::platform::Platform;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::webhook_fault::WebhookFault;
use crate::store::Store;

/// The end of a wait for webhooks that are due: the time that one attempt may take.
fn end() -> Instant {
    Instant::now() + PATIENCE + Duration::from_secs(1)
}

/// Lists webhooks; waits for those that are due now.
pub(super) async fn list(State(app): State<Arc<App>>, RawQuery(query): RawQuery) -> Answer {
    let merchant = merchant_in(query.as_deref());
    let listed = async {
        courier::settled(&app, merchant.as_deref(), Some(end())).await?;
        app.database.work(|store| Ok(Value::Array(store.deliveries(merchant.as_deref())?)))
    };
    listed.await.into()
}

pub(super) async fn clear(State(app): State<Arc<App>>) -> Answer {
    app.database
        .work(|store| {
            store.clear_deliveries()?;
            Ok(json!({ "ok": true }))
        })
        .into()
}

/// Sends a webhook once more, and shows it when it was tried.
pub(super) async fn resend(State(app): State<Arc<App>>, Path(id): Path<String>, _: Bytes) -> Answer {
    let work = |store: &Store<'_>| {
        let number = number(&id)?;
        webhook::resend(store, number)?;
        Ok(number)
    };
    show(&app, work).await.into()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Forged {
    body: Map<String, Value>,
}

/// Sends another body to where a webhook went, as a forger could, and shows it when it was tried.
pub(super) async fn forge(State(app): State<Arc<App>>, Path(id): Path<String>, body: Bytes) -> Answer {
    let work = |store: &Store<'_>| {
        let forged: Forged = read(&body)?;
        webhook::forge(store, number(&id)?, Value::Object(forged.body))
    };
    show(&app, work).await.into()
}

fn number(id: &str) -> Result<i64, Refusal> {
    id.parse().map_err(|_| Code::Control.because("the id of a webhook is a number"))
}

/// Sends the newest webhook about a payment once more, and shows it when it was tried.
pub(super) async fn resend_about(State(app): State<Arc<App>>, Path(receipt_id): Path<String>, _: Bytes) -> Answer {
    let work = |store: &Store<'_>| {
        let id = store
            .last_delivery_about(&receipt_id)?
            .ok_or_else(|| Code::ControlNotFound.because(format!("no webhook is about the receipt_id {receipt_id}")))?;
        webhook::resend(store, id)?;
        Ok(id)
    };
    show(&app, work).await.into()
}

/// The URL that a test is sent to.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum To {
    #[default]
    Webhook,
    Web,
    Android,
    Ios,
    Rest,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Test {
    merchant: Option<String>,
    #[serde(default)]
    to: To,
}

/// Sends a test, and shows it when it was tried.
pub(super) async fn test(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let work = |store: &Store<'_>| {
        let test: Test = read(&body)?;
        let to = match test.to {
            To::Webhook => Tested::Webhook,
            To::Web => Tested::Feedback(Platform::Web),
            To::Android => Tested::Feedback(Platform::Android),
            To::Ios => Tested::Feedback(Platform::Ios),
            To::Rest => Tested::Feedback(Platform::Rest),
        };
        webhook::test(store, &merchant_of(store, test.merchant.as_deref())?, to)
    };
    show(&app, work).await.into()
}

async fn show(app: &App, work: impl FnOnce(&Store<'_>) -> Result<i64, Refusal>) -> Result<Value, Refusal> {
    let number = app.database.work(work)?;
    courier::settled(app, None, Some(end())).await?;
    let cleared = || Code::ControlNotFound.because("the list was cleared meanwhile");
    app.database.work(|store| store.listed_delivery(number))?.ok_or_else(cleared)
}

pub(super) async fn add_fault(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let add = || {
        let fault: WebhookFault = read(&body)?;
        fault.check()?;
        app.database.work(|store| {
            merchant_of(store, fault.merchant.as_deref())?;
            store.add_webhook_fault(&fault)?;
            Ok(json!({ "ok": true }))
        })
    };
    add().into()
}

pub(super) async fn clear_faults(State(app): State<Arc<App>>) -> Answer {
    app.database
        .work(|store| {
            store.clear_webhook_faults()?;
            Ok(json!({ "ok": true }))
        })
        .into()
}
