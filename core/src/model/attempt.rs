use bootpay_macros::model;

use super::{BillingKey, Mode, Receipt, Reservation};
use crate::value::Timestamp;

/// A write or money call that was sent, with the data needed to resolve it later.
#[model]
pub struct Attempt {
    /// A unique id, made by this library.
    pub id: String,
    /// The call, for example `payments.cancel_partial`; empty if its record in a store was damaged.
    pub endpoint: String,
    /// The merchant: a fingerprint of its public key, not the key.
    pub merchant: String,
    /// The mode the client expects.
    pub mode: Mode,
    /// Bootpay's id of the payment.
    pub receipt_id: Option<String>,
    /// The merchant's id of the order; of a billing key its subscription id, of an identity its authentication id.
    pub order_id: Option<String>,
    /// The amount in won; absent if all that remains was requested.
    pub amount: Option<i64>,
    /// The merchant's id of the refund.
    pub cancel_id: Option<String>,
    /// Bootpay's id of the billing key.
    pub billing_key: Option<String>,
    /// Bootpay's id of the reservation.
    pub reserve_id: Option<String>,
    /// The amount refunded of the payment before, in won.
    pub cancelled_before: Option<i64>,
    /// False if a read before the call showed that what it asks for was not so yet. Absent if nothing could
    /// be read: then no later read proves that the call was carried out.
    pub effect_before: Option<bool>,
    /// Bootpay's ids of the order's payments before the call, for a call that makes one. Absent if they could
    /// not be read, or are too many.
    pub payments_before: Option<Vec<String>>,
    /// Time at which the request was sent, by this machine's clock. For people: no outcome rests on it.
    pub sent_at: Timestamp,
    /// The outcome as far as it is known.
    pub outcome: AttemptOutcome,
    /// All of the above except the outcome as one text without secrets. Store it anywhere and pass it to
    /// `attempts.resolve` later, in this or another process.
    pub serialized: String,
}

/// The outcome of an attempt as far as it is known.
#[model]
pub enum AttemptOutcome {
    /// No response yet.
    Pending,
    /// It happened.
    Done,
    /// It did not happen: Bootpay refused.
    Refused,
    /// It may have happened or not.
    Unknown,
}

/// Resolves an attempt.
#[model(request)]
pub struct ResolveAttempt {
    /// The attempt's `serialized`. Fails without sending anything if it was truncated or altered, or if its
    /// merchant or mode is not the client's.
    #[check(serialized_attempt)]
    pub serialized: String,
}

/// Resolves the attempts in the client's store.
#[model(request)]
pub struct RecoverAttempts {
    /// Also returns attempts of the last hour with a known outcome that were not acknowledged. Use it when
    /// a process starts: its predecessor may have crashed between receiving an outcome and using it.
    pub include_answered: Option<bool>,
    /// Maximum number of attempts. Default 100, at most 1000.
    #[check(recover_limit)]
    pub limit: Option<i64>,
}

/// The result of resolving an attempt, as far as reading can tell.
#[model]
pub struct Resolution {
    /// The outcome.
    pub outcome: ResolvedOutcome,
    /// The reason for the outcome, as text.
    pub reason: String,
    /// Time to ask again, if it was too early to tell.
    pub ask_again_at: Option<Timestamp>,
    /// The attempt.
    pub attempt: Attempt,
    /// The payment in its present state, if one was read.
    pub receipt: Option<Receipt>,
    /// The billing key in its present state, if one was read.
    pub billing_key: Option<BillingKey>,
    /// The reservation in its present state, if one was read.
    pub reservation: Option<Reservation>,
}

/// The outcome of a resolved attempt.
#[model]
pub enum ResolvedOutcome {
    /// It happened.
    Done,
    /// It did not happen. Making the call again is safe.
    DidNotHappen,
    /// Reading cannot tell, or cannot tell yet. Do not repeat the call.
    Unknown,
}

/// An attempt as one row of a store.
#[model]
pub struct AttemptRow {
    /// The attempt's id, unique.
    pub id: String,
    /// The owner: text of a merchant and a mode. `attempts.recover` takes only rows of its own.
    pub owner: String,
    /// The key of the payment, order, billing key or reservation that the attempt is about, if there is one.
    pub payment: Option<String>,
    /// True if the outcome is known.
    pub answered: bool,
    /// Milliseconds from now, by the store's clock, from which the row may be claimed.
    pub due_in_ms: i64,
    /// Milliseconds from now, by the store's clock, from which the row may be deleted; absent if it must be
    /// kept.
    pub forget_in_ms: Option<i64>,
    /// The whole attempt as text, without secrets. Return it unchanged.
    pub record: String,
}

/// Selects the row to claim from a store.
#[model]
pub struct AttemptClaim {
    /// The owner.
    pub owner: String,
    /// True to also take answered rows.
    pub answered: bool,
    /// Milliseconds from now, by the store's clock, for which nobody else may claim the row.
    pub lease_ms: i64,
}
