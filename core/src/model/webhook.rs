use bootpay_macros::model;

use super::Status;
use crate::value::Json;

/// A webhook as it arrived: Bootpay's notice that a payment has changed.
///
/// It proves nothing, since anybody can send one. Only the payment that `webhooks.receive` reads from Bootpay
/// does.
///
/// A field that the body does not have, or that cannot be read, is absent; `raw` has it as it was sent.
/// Amounts are whole won; in another currency they are in its smallest unit (US cents).
#[model]
pub struct WebhookNotice {
    /// The generation and form of the body, on which the acknowledgement depends.
    pub format: WebhookFormat,
    /// The kind of change: from `webhook_type`, else from the status.
    pub kind: WebhookKind,
    /// `webhook_type` as Bootpay spells it: `PAYMENT_COMPLETED`. Absent in the first generation, and for
    /// payments made with a Bootpay SDK older than 5.0.
    pub webhook_type: Option<String>,
    /// Bootpay's id of the payment, 24 hex characters.
    pub receipt_id: Option<String>,
    /// The merchant's id of the order.
    pub order_id: Option<String>,
    /// The status that the body claims. After a partial cancel it is `cancelled` in a webhook and `paid` in the
    /// receipt.
    pub status: Option<Status>,
    /// `status` as Bootpay's number.
    pub status_code: Option<i64>,
    /// Amount requested.
    pub price: Option<i64>,
    /// Amount refunded so far, all cancels together. Absent in the first generation.
    pub cancelled_price: Option<i64>,
    /// The application id that Bootpay names.
    pub application_id: Option<String>,
    /// True if the body says that the payment was made in test mode.
    pub sandbox: Option<bool>,
    /// Resends of this notice before this one (first generation only).
    pub retry_count: Option<i64>,
    /// The result of comparing the body's private key with the client's, in constant time. The key itself is
    /// dropped: it is in no field, no text and no error.
    pub private_key: PrivateKeyCheck,
    /// The addresses in `X-Forwarded-For`, in order. Anybody can write them.
    pub forwarded_for: Vec<String>,
    /// The whole body as JSON, with fields that this version does not know and without the private key. The
    /// values of a form are texts; `payment_data[tid]` is a field of an object.
    #[default]
    pub raw: Json,
    /// All of the above as one text, without the private key. Pass it to a queue, and hand it to
    /// `webhooks.receive` in another process. It is not signed: keep it where only your servers write.
    #[personal]
    pub serialized: String,
}

/// The generation and form of a webhook's body.
#[model]
pub enum WebhookFormat {
    /// First generation, to a Feedback URL, as a form. Acknowledged by the text `OK`.
    V1Form,
    /// First generation, to a Feedback URL, as JSON. Acknowledged by the text `OK`.
    V1Json,
    /// Second generation, to a project's webhook URL, as JSON or a form. Acknowledged by HTTP 200 and
    /// `{"success":true}`.
    V2,
}

/// The kind of change that a webhook reports.
#[model(open)]
pub enum WebhookKind {
    /// Paid: approved, or a virtual account's deposit arrived.
    Paid,
    /// A virtual account was issued; nothing is paid yet.
    VirtualAccountIssued,
    /// Cancelled in full; in the first generation, which does not name the amount, perhaps in part.
    Cancelled,
    /// Cancelled in part: `cancelled_price` is what was refunded so far.
    PartiallyCancelled,
    /// Expired before it was paid. Sent if the payment has `extra.common_event_webhook`.
    Expired,
    /// The payment could not be requested. This and other failures are sent if the payment has
    /// `extra.enable_error_webhook`.
    RequestFailed,
    /// The approval failed.
    ConfirmFailed,
    /// A cancel failed: the money stays where it was.
    CancelFailed,
    /// Another failure; `webhook_type` is `ERROR`, or the status -1.
    Failed,
    /// The buyer of an escrow payment confirmed or refused the goods.
    EscrowDecided,
    /// The buyer's identity was verified.
    IdentityVerified,
    /// A billing key was issued.
    BillingKeyIssued,
}

/// The result of comparing the private key in a webhook's body with the client's.
#[model]
pub enum PrivateKeyCheck {
    /// The body has none, as in the second generation.
    Absent,
    /// It is the client's.
    Matches,
    /// It is not the client's: the notice is forged, or of another project.
    Differs,
    /// The body has one, and the client has no private key to compare it with.
    Unchecked,
}

/// The result of receiving a webhook, which decides the response to Bootpay.
#[model]
pub enum WebhookOutcome {
    /// The change is new and is this caller's to handle: do the work, then call `webhooks.done`.
    Work,
    /// The change was handled before: a resend.
    Duplicate,
    /// The change is older than one that was handled: paid never goes back to waiting.
    Older,
    /// The merchant has no such order. Keep the notice and look into it.
    UnknownOrder,
    /// The payment is not what the merchant sold: order, price, currency or mode differ.
    Mismatch,
    /// Bootpay has no such payment of this merchant.
    NotFound,
    /// Bootpay's record does not show the change yet.
    NotYet,
    /// The payment could not be read from Bootpay.
    Unreadable,
    /// Another handler is working on the change.
    Busy,
    /// The store of claims failed.
    StoreFailed,
    /// The time ran out before Bootpay's limit of 5 seconds.
    TimedOut,
    /// The sender is not Bootpay: wrong source address or private key.
    Forbidden,
}

/// The HTTP response to a webhook. Send exactly this, without a redirect.
#[model]
pub struct WebhookResponse {
    /// HTTP status.
    pub status: i64,
    /// The `Content-Type` header.
    pub content_type: String,
    /// The body.
    pub body: String,
}
