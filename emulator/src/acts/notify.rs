//! Saves payments, and schedules the webhooks that report their changes, in the same transaction.

use crate::domain::billing_key::BillingKey;
use crate::domain::clock::Moment;
use crate::domain::delivery::{Delivery, FEEDBACK_RETRIES};
use crate::domain::generation::Generation;
use crate::domain::merchant::Merchant;
use crate::domain::notification::Format;
use crate::domain::payment::Payment;
use crate::domain::refusal::Refusal;
use crate::domain::webhook::{self, Event};
use crate::domain::{feedback, notification};
use crate::store::Store;

/// Resends to the URL of a request, unless the project's setting says otherwise.
const USUAL_RETRIES: u32 = 10;

/// Saves a payment, new or changed, and schedules the webhooks about its change.
pub(crate) fn save(store: &Store<'_>, payment: &Payment, at: Moment) -> Result<(), Refusal> {
    let before = store.stored_payment(&payment.receipt_id)?;
    store.save_payment(payment)?;
    match Event::between(before.as_ref(), payment) {
        Some(event) => report(store, payment, event, None, at),
        None => Ok(()),
    }
}

/// Schedules the webhooks about an event of a payment, where its request and its merchant's settings wish any.
pub(crate) fn report(
    store: &Store<'_>,
    payment: &Payment,
    event: Event,
    failure: Option<&Refusal>,
    at: Moment,
) -> Result<(), Refusal> {
    if !event.is_wanted(&payment.reporting) {
        return Ok(());
    }
    let Some(merchant) = store.merchant(&payment.merchant_id)? else { return Ok(()) };
    let due_at = at.plus_seconds(payment.reporting.delay.into());
    for target in targets(payment, &merchant, event) {
        store.add_delivery(&target.about(payment, &merchant, event, failure), due_at)?;
    }
    Ok(())
}

/// Schedules the webhook about an issued billing key, where the merchant's settings wish one.
pub(crate) fn billing_key_issued(store: &Store<'_>, key: &BillingKey, at: Moment) -> Result<(), Refusal> {
    let Some(merchant) = store.merchant(&key.merchant_id)? else { return Ok(()) };
    let Some(webhook) = merchant.notifications.webhook.as_ref().filter(|webhook| webhook.billing_keys) else {
        return Ok(());
    };
    let delivery = Delivery {
        merchant_id: merchant.id.clone(),
        receipt_id: Some(key.receipt_id.clone()),
        body: webhook::billing_key_body(key, &merchant),
        webhook_type: Some(Event::BillingKeyIssued.symbol().into()),
        ..Target::project(webhook).delivery()
    };
    store.add_delivery(&delivery, at)?;
    Ok(())
}

/// A place that is told of an event.
pub(crate) struct Target {
    pub(crate) generation: Generation,
    pub(crate) format: Format,
    pub(crate) url: String,
    pub(crate) retries: u32,
}

impl Target {
    /// The webhook of a project.
    pub(crate) fn project(webhook: &notification::WebhookUrl) -> Self {
        let (format, url) = (webhook.format, webhook.url.clone());
        Self { generation: Generation::V2, format, url, retries: webhook.retries.into() }
    }

    /// The Feedback URL of a platform.
    pub(crate) fn feedback(feedback: &notification::FeedbackUrl) -> Self {
        let (format, url) = (feedback.format, feedback.url.clone());
        Self { generation: Generation::V1, format, url, retries: FEEDBACK_RETRIES }
    }

    /// The webhook about an event of a payment.
    pub(crate) fn about(
        &self,
        payment: &Payment,
        merchant: &Merchant,
        event: Event,
        failure: Option<&Refusal>,
    ) -> Delivery {
        let (body, webhook_type) = match self.generation {
            Generation::V1 => (feedback::body(payment, merchant, event), None),
            Generation::V2 => (webhook::body(payment, merchant, event, failure), Some(event.symbol().to_owned())),
        };
        let receipt_id = Some(payment.receipt_id.clone());
        Delivery { merchant_id: merchant.id.clone(), receipt_id, body, webhook_type, ..self.delivery() }
    }

    /// A webhook to this place, about nothing yet.
    fn delivery(&self) -> Delivery {
        Delivery {
            merchant_id: String::new(),
            receipt_id: None,
            generation: self.generation,
            format: self.format,
            url: self.url.clone(),
            webhook_type: None,
            body: serde_json::Value::Null,
            retries: self.retries,
            forged: false,
        }
    }
}

/// The places that are told of an event: the URL of the request, else the Feedback URL of the payment's platform and
/// the webhook of the project. That both of the latter are told is the emulator's decision.
fn targets(payment: &Payment, merchant: &Merchant, event: Event) -> Vec<Target> {
    let settings = &merchant.notifications;
    let reporting = &payment.reporting;
    if let Some(url) = &reporting.url {
        let retries = settings.webhook.as_ref().map_or(USUAL_RETRIES, |webhook| webhook.retries.into());
        return vec![Target { generation: Generation::V2, format: reporting.format, url: url.clone(), retries }];
    }
    let first = settings.feedback.of(payment.platform).filter(|_| event.is_of_first_generation());
    first.map(Target::feedback).into_iter().chain(settings.webhook.as_ref().map(Target::project)).collect()
}
