use bootpay_macros::model;

use super::ErrorKind;

/// The end of one call: for logs, metrics and traces. It holds no secret and no personal data.
#[model]
pub struct CallEvent {
    /// The call, for example `payments.cancel_full`.
    pub endpoint: String,
    /// The effect of the call.
    pub effect: CallEffect,
    /// The outcome.
    pub outcome: CallOutcome,
    /// The kind of the error; absent unless the call failed.
    pub kind: Option<ErrorKind>,
    /// HTTP status of the last response; absent if there was none.
    pub status: Option<i64>,
    /// Bootpay's error code.
    pub code: Option<String>,
    /// Time from the start of the call to its end, in milliseconds.
    pub milliseconds: i64,
    /// Requests that the call made, with retries and with the reads before and after a change; without token
    /// requests. 0 if nothing was sent.
    pub tries: i64,
    /// The id of the attempt, of a write or money call whose request was sent.
    pub attempt_id: Option<String>,
    /// True if the last request went over a connection that had carried another one. Every request of a write
    /// or money call has a connection of its own.
    pub connection_reused: bool,
}

/// The effect of a call.
#[model]
pub enum CallEffect {
    /// It only reads.
    Read,
    /// It changes something and moves no money.
    Write,
    /// It moves money, or may.
    Money,
}

/// The outcome of a call.
#[model]
pub enum CallOutcome {
    /// It returned its response.
    Done,
    /// It failed with an error whose `kind` tells what happened; the outcome is known.
    Failed,
    /// The outcome is unresolved: the money may have moved, or the change been made, or not.
    Unknown,
    /// Its caller cancelled it before it had any effect.
    Cancelled,
}
