use bootpay_macros::model;

use super::{ErrorInfo, Receipt, VerifiedPayment, WebhookOutcome, WebhookResponse};
use crate::value::{Body, ClaimText, Headers, NoticeText, Won};

/// Reads a webhook: the headers and the raw body of the request, as they arrived.
#[model(request)]
pub struct ParseWebhook {
    /// The headers of the request. `Content-Type`, `Content-Encoding` and `X-Forwarded-For` are looked at.
    #[personal]
    pub headers: Headers,
    /// The raw body, before any parser of the framework: at most 1 MiB.
    #[personal]
    pub body: Body,
}

/// Receives a webhook: finds out what it means for an order of the merchant, and if it is new.
#[model(request)]
pub struct ReceiveWebhook {
    /// The notice that `webhooks.parse` returned, or its `serialized`.
    #[check(serialized_notice)]
    pub notice: NoticeText,
    /// The address of the connection that the request came over, as the framework has it: IPv4 or IPv6, with or
    /// without a port. Never the value of a header: behind proxies, name them in the client's
    /// `trusted_proxies`, and `X-Forwarded-For` is read as far as they wrote it.
    pub source: String,
    /// The merchant's id of the order, from the merchant's own records; absent if there is no order with the
    /// notice's `order_id`. Then the outcome is `unknown_order`.
    #[check(id)]
    pub order_id: Option<String>,
    /// Price of the order in won, from the merchant's own records. Goes with `order_id`.
    pub price: Option<Won>,
}

/// Ends the work on a webhook that is done.
#[model(request)]
pub struct FinishWebhook {
    /// The delivery, or its `claim`.
    #[check(serialized_claim)]
    pub claim: ClaimText,
}

/// Ends the work on a webhook that failed.
#[model(request)]
pub struct ReleaseWebhook {
    /// The delivery, or its `claim`.
    #[check(serialized_claim)]
    pub claim: ClaimText,
}

/// The result of receiving a webhook: the change to handle, or the response to send at once.
///
/// Everything in it was read from Bootpay and compared with the merchant's order; nothing is taken from the
/// webhook.
#[model(opaque)]
pub struct WebhookDelivery {
    /// The outcome. The change is this caller's to handle if it is `work`, and only then.
    outcome: WebhookOutcome,
    /// The reason for the outcome, as text for a log.
    reason: String,
    /// The response to send to Bootpay; absent if there is work to be done first: then `webhooks.done` or
    /// `webhooks.release` returns it.
    response: Option<WebhookResponse>,
    /// The change to handle; absent unless the outcome is `work`.
    change: Option<WebhookChange>,
    /// The paid payment, if the change is `paid`.
    payment: Option<VerifiedPayment>,
    /// The refund, if the change is `refunded`.
    refunded: Option<Refunded>,
    /// The payment as Bootpay records it, if it was read: also of an unknown order, and of a mismatch.
    receipt: Option<Receipt>,
    /// The details of a mismatch, or of a failure to read the payment.
    error: Option<ErrorInfo>,
    /// Stands for the work: text without secrets. Pass it, or the delivery, to `webhooks.done` or
    /// `webhooks.release`, in this or another process.
    claim: Option<String>,
}

/// A change of a payment.
#[model]
pub enum WebhookChange {
    /// Paid in full, as `payment` says: ship, by one conditional update of the order.
    Paid,
    /// Refunded, in part or in full: `refunded` has the amounts. Each further refund is another change. It may be the
    /// first news of a payment: ship what remains paid, by the same conditional update as after `paid`.
    Refunded,
    /// A virtual account was issued. Nothing is paid.
    VirtualAccountIssued,
    /// The escrow of a paid payment has another status: the receipt has it in `escrow_status`.
    Escrow,
    /// Any other status, for example expired, failed, or a cancel that failed: the receipt has it in `status`. It
    /// proves no payment.
    Other,
}

/// A refund that was read from Bootpay, of a payment that matches the merchant's order: in won, in the client's
/// mode, with this order id and price.
///
/// Only `webhooks.receive` makes one. It is cumulative: set the order's refunded amount to `cancelled_price`, and
/// do not add it.
#[model(opaque)]
pub struct Refunded {
    /// Bootpay's id of the payment.
    receipt_id: String,
    /// The merchant's id of the order.
    order_id: String,
    /// Amount that was paid, in won.
    price: i64,
    /// Amount refunded so far, all refunds together, in won.
    cancelled_price: i64,
    /// Amount that remains paid, in won; 0 after a full refund.
    remaining: i64,
    /// The payment as Bootpay records it.
    receipt: Receipt,
}
