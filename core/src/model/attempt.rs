use bootpay_macros::model;

use super::{BillingKey, Mode, Receipt, Reservation};
use crate::value::Timestamp;

/// A request that moves money or changes something else, and left: with what is needed to find out
/// later what became of it.
#[model]
pub struct Attempt {
    /// An id of our own, unique.
    pub id: String,
    /// The call: `payments.cancel_partial`.
    pub endpoint: String,
    /// Whose money: a fingerprint of the merchant's public key, not the key.
    pub merchant: String,
    /// The mode the client expects.
    pub mode: Mode,
    /// Bootpay's id of the payment.
    pub receipt_id: Option<String>,
    /// The merchant's id of the order; of a billing key its subscription id, of an identity its authentication id.
    pub order_id: Option<String>,
    /// How much, in won; absent where all that remains was asked for.
    pub amount: Option<i64>,
    /// The merchant's id of the refund.
    pub cancel_id: Option<String>,
    /// Bootpay's id of the billing key.
    pub billing_key: Option<String>,
    /// Bootpay's id of the reservation.
    pub reserve_id: Option<String>,
    /// What had been given back of the payment before, in won.
    pub cancelled_before: Option<i64>,
    /// When the request left, by this machine's clock.
    pub sent_at: Timestamp,
    /// What is known of it.
    pub outcome: AttemptOutcome,
    /// All of the above but the outcome as one text without secrets, to be kept anywhere and given to
    /// `attempts.resolve` later, in this or another process.
    pub serialized: String,
}

/// What is known of an attempt.
#[model]
pub enum AttemptOutcome {
    /// No answer yet.
    Pending,
    /// It happened.
    Done,
    /// It did not happen: Bootpay refused.
    Refused,
    /// It may have happened or not.
    Unknown,
}

/// Asks what became of an attempt.
#[model(request)]
pub struct ResolveAttempt {
    /// The attempt's own `serialized`. One that was cut or altered, or is of another merchant or mode
    /// than the client, is refused, and nothing is sent.
    #[check(serialized_attempt)]
    pub serialized: String,
}

/// Finds out what became of the attempts that the client's store keeps.
#[model(request)]
pub struct RecoverAttempts {
    /// Also those whose answer is known, and which were not acknowledged: of the last hour. For the
    /// start of a process, whose predecessor may have died between an answer and the use of it.
    pub include_answered: Option<bool>,
    /// How many attempts at most; 100 unless given, at most 1000.
    #[check(recover_limit)]
    pub limit: Option<i64>,
}

/// What became of an attempt, as far as reading can tell.
#[model]
pub struct Resolution {
    /// Whether it happened.
    pub outcome: ResolvedOutcome,
    /// Why it is thought so, in words.
    pub reason: String,
    /// When to ask again, where it was too early to tell.
    pub ask_again_at: Option<Timestamp>,
    /// The attempt.
    pub attempt: Attempt,
    /// The payment as it stands, where one was read.
    pub receipt: Option<Receipt>,
    /// The billing key as it stands, where one was read.
    pub billing_key: Option<BillingKey>,
    /// The reservation as it stands, where one was read.
    pub reservation: Option<Reservation>,
}

/// Whether an attempt happened.
#[model]
pub enum ResolvedOutcome {
    /// It happened.
    Done,
    /// It did not happen: it is safe to make the call again.
    DidNotHappen,
    /// Reading cannot tell, or not yet. Do not repeat the call.
    Unknown,
}

/// An attempt, as a store keeps it.
#[model]
pub struct AttemptRow {
    /// The attempt's id, unique.
    pub id: String,
    /// Whose it is: text of a merchant and a mode. A recover takes its own only.
    pub owner: String,
    /// Bootpay's id of the payment, where there is one.
    pub payment: Option<String>,
    /// Whether its answer is known.
    pub answered: bool,
    /// From when on it may be claimed.
    pub due_at: Timestamp,
    /// When the row may be deleted, if ever.
    pub forget_at: Option<Timestamp>,
    /// All of the attempt, without secrets, as a text to be given back as it is.
    pub record: String,
}

/// What is wanted of a store's rows.
#[model]
pub struct AttemptClaim {
    /// Whose.
    pub owner: String,
    /// Whether answered ones are wanted, too.
    pub answered: bool,
    /// The present.
    pub now: Timestamp,
    /// Until when nobody else may take it.
    pub until: Timestamp,
}
