use bootpay_macros::model;

use super::{Attempt, Receipt, Status};

/// Passes the kinds of errors to the named macro, to make a type of each.
macro_rules! error_kinds {
    ($emit:ident) => {
        $emit! {
            /// The input breaks a rule; `field` names the field. Nothing was sent. Correct the input.
            Invalid;
            /// The client is misconfigured, or Bootpay does not accept its keys. Nothing was carried out. Correct
            /// the configuration: until then every call fails the same way.
            Config;
            /// The request was not sent: no connection, an untrusted certificate, or no token. Nothing has
            /// happened; calling again is safe.
            NotSent;
            /// Bootpay refused the call; `code` is the reason. Nothing has happened. Calling again fails
            /// the same way until the cause is removed, unless `repeat` is `safe`.
            Rejected;
            /// The outcome is unresolved: the money may have moved, or the change been made, or not. The
            /// response was lost or unreadable, or itself reports an unknown outcome. Do not repeat the
            /// call; look up the receipt or the order first.
            OutcomeUnknown;
            /// The response to a read-only call cannot be understood; `status` and `body` show it.
            UnexpectedResponse;
            /// A read-only call got no response, or not in time. Calling again is safe.
            Unavailable;
            /// The payment does not match the merchant's order in `order_id`, `price`, `currency` or `mode`:
            /// `field` names the difference, `expected` and `found` are the two sides, `receipt` is the
            /// payment. Do not ship.
            Mismatch;
            /// The payment matches the merchant's order, but is not paid in full: `payment_status` and
            /// `cancelled_price` are its state, `receipt` is the payment. Do not ship. Calling again is safe
            /// while it may still become paid, which `repeat` tells; it never does after it has ended.
            WrongState;
        }
    };
}

macro_rules! define {
    ($($(#[$doc:meta])* $Kind:ident;)*) => {
        /// The kind of an error. Each kind says what to do.
        #[model]
        pub enum ErrorKind { $($(#[$doc])* $Kind,)* }
    };
}
error_kinds!(define);

/// Tells if a failed call may be made again.
#[model]
pub enum Repeat {
    /// Nothing has happened. Calling again does no harm.
    Safe,
    /// Only after it is known that the first call did nothing, which `attempts.resolve` finds out.
    AfterResolve,
    /// Calling again would fail again, or do something twice.
    Never,
}

/// The details of a failure.
#[model]
#[cfg_attr(feature = "__uniffi", uniffi::export(Display))]
pub struct ErrorInfo {
    /// The kind of the error.
    pub kind: ErrorKind,
    /// Tells if the call may be made again.
    pub repeat: Repeat,
    /// The failure as text, without secrets.
    pub detail: String,
    /// The call, for example `payments.cancel_full`.
    pub endpoint: Option<String>,
    /// HTTP status, if there was a response.
    pub status: Option<i64>,
    /// Bootpay's error code, as it was sent.
    pub code: Option<String>,
    /// The PG's error code, as it was sent.
    pub pg_error_code: Option<String>,
    /// The meaning of `code` and the remedy; absent if this version does not know the code.
    pub explanation: Option<Explanation>,
    /// The name of the field that is invalid or differs (`receipt_id`).
    pub field: Option<String>,
    /// The value that `field` should have, if a payment differs.
    pub expected: Option<String>,
    /// The value of `field` at Bootpay, if a payment differs; absent if Bootpay names none.
    pub found: Option<String>,
    /// The payment's status, if the payment is not what the call needs. `status` is the HTTP status.
    pub payment_status: Option<Status>,
    /// Amount refunded of the payment so far, if the payment is not what the call needs.
    pub cancelled_price: Option<i64>,
    /// The payment as Bootpay records it, if it is not what the call needs.
    pub receipt: Option<Receipt>,
    /// Bootpay's id of the payment, if the call is about one.
    pub receipt_id: Option<String>,
    /// The beginning of a response that could not be understood, without secrets.
    #[personal]
    pub body: Option<String>,
    /// The attempt, if money may have moved or has moved.
    pub attempt: Option<Attempt>,
}

/// Explains one of Bootpay's error codes to the merchant's developers; do not show it to buyers. In an
/// error, `call_again` agrees with the error's `repeat`: `later` with `safe`, `after_resolving` with
/// `after_resolve`, the others with `never`.
#[model]
pub struct Explanation {
    /// The subject of the code.
    pub category: ErrorCategory,
    /// The party that can remove the cause.
    pub fault: Fault,
    /// Tells if and when the same call can succeed.
    pub call_again: CallAgain,
    /// Description, in English.
    pub english: String,
    /// Remedy, in English.
    pub advice_english: String,
    /// Description, in Korean.
    pub korean: String,
    /// Remedy, in Korean.
    pub advice_korean: String,
}

/// The subject of an error code.
#[model]
pub enum ErrorCategory {
    /// Keys and tokens.
    Credentials,
    /// Requesting, looking up or confirming a payment.
    Payment,
    /// Cancelling a payment.
    Cancel,
    /// Issuing a billing key and charging it.
    BillingKey,
    /// Identity verification.
    Identity,
    /// Cash receipts.
    CashReceipt,
    /// Payments with escrow.
    Escrow,
    /// The payment window in the buyer's browser or app.
    Window,
}

/// The party that can remove the cause of a failure.
#[model]
pub enum Fault {
    /// The merchant: its code or its configuration.
    Merchant,
    /// The buyer: wrong input, or a step that is not done yet.
    Buyer,
    /// The PG, the card company or the bank, which declined.
    Pg,
    /// Nobody: the state differs from what the call assumed.
    Nobody,
    /// Not indicated by the code.
    Unknown,
}

/// Tells if and when the same call can succeed.
#[model]
pub enum CallAgain {
    /// Never: the case is closed, or a new one must be started.
    Never,
    /// After the input or the configuration is corrected.
    AfterCorrecting,
    /// After the cause, which lies outside the call, is removed.
    AfterCauseGone,
    /// Unchanged, now or later.
    Later,
    /// Only after the first call is resolved.
    AfterResolving,
}
