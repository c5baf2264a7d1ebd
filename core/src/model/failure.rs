use bootpay_macros::model;

use super::Attempt;

/// Hands the kinds of errors to the macro named, for those who need a type of each.
macro_rules! error_kinds {
    ($emit:ident) => {
        $emit! {
            /// What was passed in breaks a rule; `field` names it. Nothing was sent. Correct it.
            Invalid;
            /// The client cannot work as it is set up. Nothing was sent. Correct the set-up.
            Config;
            /// The request did not leave: no connection, no trust in the certificate, or no token. Nothing
            /// has happened; it is safe to call again.
            NotSent;
            /// Bootpay refused; `code` says why. Nothing has happened. Calling again gives the same answer
            /// until the cause is gone.
            Rejected;
            /// The money may have moved or not, the change been made or not: the reply was lost, unreadable,
            /// or says so itself. Do not repeat the call; find out first, by the receipt or the order.
            OutcomeUnknown;
            /// Bootpay answered a read with something that cannot be understood; `status` and `body` show it.
            UnexpectedResponse;
            /// A read was not answered in time or not at all. It is safe to call again.
            Unavailable;
            /// The payment is not what the merchant sold; `field` names what differs. Do not ship.
            Mismatch;
        }
    };
}

macro_rules! define {
    ($($(#[$doc:meta])* $Kind:ident;)*) => {
        /// What went wrong with a call, as one of a few kinds that each say what to do.
        #[model]
        pub enum ErrorKind { $($(#[$doc])* $Kind,)* }
    };
}
error_kinds!(define);

/// Whether a failed call may be made again.
#[model]
pub enum Repeat {
    /// Nothing has happened: calling again cannot do harm.
    Safe,
    /// Only once it is known that the first call did nothing.
    AfterResolve,
    /// It would fail again, or do something twice.
    Never,
}

/// All that is known of a failure.
#[model]
#[cfg_attr(feature = "__uniffi", uniffi::export(Display))]
pub struct ErrorInfo {
    /// What went wrong.
    pub kind: ErrorKind,
    /// Whether the call may be made again.
    pub repeat: Repeat,
    /// What happened, in words, without secrets.
    pub detail: String,
    /// The call: `payments.cancel_full`.
    pub endpoint: Option<String>,
    /// HTTP status, when there was an answer.
    pub status: Option<i64>,
    /// Bootpay's error code, as it was sent.
    pub code: Option<String>,
    /// The PG's error code, as it was sent.
    pub pg_error_code: Option<String>,
    /// What `code` means and what to do; absent when this version does not know it.
    pub explanation: Option<Explanation>,
    /// The field that is invalid or differs, in the API's spelling (`receipt_id`).
    pub field: Option<String>,
    /// The beginning of an answer that could not be understood, without secrets.
    pub body: Option<String>,
    /// What was attempted, when money may have moved or has moved.
    pub attempt: Option<Attempt>,
}

/// What one of Bootpay's error codes means, for the merchant's developers: nothing here is for buyers'
/// eyes. What may be done with the failed call is in the error's `kind` and `repeat`.
#[model]
pub struct Explanation {
    /// What the code is about.
    pub category: ErrorCategory,
    /// Who can remove the cause.
    pub fault: Fault,
    /// Whether and when the same call can succeed.
    pub call_again: CallAgain,
    /// What happened, in English.
    pub english: String,
    /// What to do next, in English.
    pub advice_english: String,
    /// What happened, in Korean.
    pub korean: String,
    /// What to do next, in Korean.
    pub advice_korean: String,
}

/// What an error code is about.
#[model]
pub enum ErrorCategory {
    /// The keys and the token.
    Credentials,
    /// A payment that is asked for, looked up or confirmed.
    Payment,
    /// Giving a payment back.
    Cancel,
    /// Issuing a billing key and charging it.
    BillingKey,
    /// Verifying who the buyer is.
    Identity,
    /// Cash receipts.
    CashReceipt,
    /// Payments with escrow.
    Escrow,
    /// The payment window in the buyer's browser or app.
    Window,
}

/// Who can remove the cause of a failure.
#[model]
pub enum Fault {
    /// The merchant: its code or how it is set up.
    Merchant,
    /// The buyer: what was entered, or not done yet.
    Buyer,
    /// The PG, the card company or the bank, which refused.
    Pg,
    /// Nobody: things stand in another way than the call assumed.
    Nobody,
    /// The code does not tell.
    Unknown,
}

/// Whether and when the same call can succeed. Whether it can do harm is `Repeat`'s to say.
#[model]
pub enum CallAgain {
    /// It cannot: the case is closed, or something new must be begun.
    Never,
    /// Once what was sent, or the set-up, is corrected.
    AfterCorrecting,
    /// Once the cause is gone, which lies outside of the call.
    AfterCauseGone,
    /// As it is, now or later.
    Later,
    /// Only once it is known what became of the first call.
    AfterResolving,
}
