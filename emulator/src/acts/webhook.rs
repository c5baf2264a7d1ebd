//! Webhooks on request: of an endpoint, of the console's button for tests, once more, and forged.

use axum::http::Uri;
use bootpay_core::model::{Method, Pg};
use serde_json::Value;

use crate::acts::notify::Target;
use crate::acts::post::is_near;
use crate::domain::clock::Moment;
use crate::domain::delivery::Delivery;
use crate::domain::generation::Generation;
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::notification::Format;
use crate::domain::payment::{Order, Payment};
use crate::domain::platform::Platform;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;
use crate::domain::secrets::{REDACTED, is_secret};
use crate::domain::values::quoted;
use crate::domain::webhook::Event;
use crate::store::Store;

/// Schedules one webhook about the state of a payment, without resends.
pub(crate) fn request(store: &Store<'_>, payment: &Payment, merchant: &Merchant, url: &str) -> Result<i64, Refusal> {
    let url: Uri = url.parse().ok().filter(is_near).ok_or_else(|| {
        Code::Webhook.because(format!("webhook_url is {}: the emulator sends to http:// on loopback only", quoted(url)))
    })?;
    let target = Target { generation: Generation::V2, format: Format::Json, url: url.to_string(), retries: 0 };
    let delivery = target.about(payment, merchant, Event::latest(payment)?, None);
    store.add_delivery(&delivery, store.now()?)
}

/// The setting that a test is sent to.
#[derive(Clone, Copy)]
pub(crate) enum Tested {
    Webhook,
    Feedback(Platform),
}

/// Schedules one webhook about a made-up payment in test mode, without resends.
pub(crate) fn test(store: &Store<'_>, merchant: &Merchant, tested: Tested) -> Result<i64, Refusal> {
    let settings = &merchant.notifications;
    let target = match tested {
        Tested::Webhook => settings.webhook.as_ref().map(Target::project),
        Tested::Feedback(platform) => settings.feedback.of(platform).map(Target::feedback),
    };
    let mut target = target.ok_or_else(|| Code::Control.by(Rule::NoSavedUrl))?;
    target.retries = 0;
    let now = store.now()?;
    let sample = sample(store, merchant, now)?;
    let delivery = Delivery { receipt_id: None, ..target.about(&sample, merchant, Event::Completed, None) };
    store.add_delivery(&delivery, now)
}

fn sample(store: &Store<'_>, merchant: &Merchant, now: Moment) -> Result<Payment, Refusal> {
    let receipt_id = store.new_id("test_webhook", 24)?;
    let order = Order {
        order_id: format!("test-{}", &receipt_id[..8]),
        receipt_id,
        merchant_id: merchant.id.clone(),
        order_name: "Test webhook".into(),
        price: Money(100_000),
    };
    let mut payment = Payment::new(order, Method::Card, Pg::NicePay, now);
    payment.sandbox = true;
    payment.approve(now);
    Ok(payment)
}

/// Schedules a webhook once more, at once.
pub(crate) fn resend(store: &Store<'_>, number: i64) -> Result<(), Refusal> {
    if store.listed_delivery(number)?.is_none() {
        return Err(Code::ControlNotFound.because(format!("no webhook has the id {number}")));
    }
    store.resend_delivery(number, store.now()?)
}

/// Schedules a forged webhook, once: another body to the place and by the contract of one that was sent. Nothing else
/// changes, since Bootpay knows nothing of it.
///
/// What the list hides is there as `…`: the buyer's data are sent as they were, and a secret stays `…`, since a forger
/// has none.
pub(crate) fn forge(store: &Store<'_>, number: i64, body: Value) -> Result<i64, Refusal> {
    let sent = store
        .delivery(number)?
        .ok_or_else(|| Code::ControlNotFound.because(format!("no webhook has the id {number}")))?;
    let body = unmasked(body, &sent.body);
    let webhook_type = body["webhook_type"].as_str().map(str::to_owned);
    store.add_delivery(&Delivery { body, webhook_type, retries: 0, forged: true, ..sent }, store.now()?)
}

/// A body in which `…` stands for what was sent there, unless that is a secret.
fn unmasked(body: Value, sent: &Value) -> Value {
    match body {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| {
                let before = &sent[name.as_str()];
                let is_hidden = value == REDACTED && !before.is_null() && !is_secret(&name);
                let value = if is_hidden { before.clone() } else { unmasked(value, before) };
                (name, value)
            })
            .collect(),
        Value::Array(items) => items.into_iter().enumerate().map(|(at, item)| unmasked(item, &sent[at])).collect(),
        other => other,
    }
}
