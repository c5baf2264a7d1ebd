//! The error type.

use std::{error::Error, fmt, ops::Deref};

use crate::{
    check::{NOT_UNICODE, Violation},
    model::{Attempt, CallAgain, ErrorInfo, ErrorKind, Explanation, Receipt, Repeat},
    symbol::spelt,
};

/// The error of a failed call. Its [kind](ErrorKind) says what to do; its [fields](ErrorInfo) describe the
/// failure.
///
/// ```
/// # use bootpay_core::{BootpayError, model::ErrorKind};
/// fn advise(error: &BootpayError) -> &str {
///     match error.kind {
///         ErrorKind::Rejected => error.code.as_deref().unwrap_or("refused"),
///         ErrorKind::OutcomeUnknown => "look the payment up before anything else",
///         _ => &error.detail,
///     }
/// }
/// ```
#[derive(Clone, PartialEq)]
pub struct BootpayError(Box<ErrorInfo>);

/// The result of a call.
pub(crate) type Result<T, E = BootpayError> = std::result::Result<T, E>;

impl BootpayError {
    pub(crate) fn new(kind: ErrorKind, detail: impl Into<String>) -> Self {
        Self(Box::new(ErrorInfo {
            kind,
            repeat: repeat(kind),
            detail: detail.into(),
            endpoint: None,
            status: None,
            code: None,
            pg_error_code: None,
            explanation: None,
            field: None,
            expected: None,
            found: None,
            payment_status: None,
            cancelled_price: None,
            receipt: None,
            receipt_id: None,
            body: None,
            attempt: None,
        }))
    }

    pub(crate) fn invalid(violation: Violation) -> Self {
        let mut error = Self::new(ErrorKind::Invalid, violation.to_string());
        error.0.field = Some(violation.field);
        error
    }

    /// Creates an error about a payment whose `field` is not what the call needs.
    pub(crate) fn differs(
        kind: ErrorKind,
        field: &str,
        expected: impl fmt::Display,
        found: Option<String>,
        receipt: &Receipt,
    ) -> Self {
        let (field, expected) = (spelt(field), expected.to_string());
        let shown = found.as_ref().map_or_else(|| "did not say".to_owned(), |found| format!("has {found}"));
        let mut error = Self::new(kind, format!("{field} should be {expected}, but Bootpay {shown}"));
        error.0.field = Some(field.into_owned());
        error.0.expected = Some(expected);
        error.0.found = found;
        error.0.payment_status = Some(receipt.status.clone());
        error.0.cancelled_price = Some(receipt.cancelled_price);
        error.0.receipt = Some(receipt.clone());
        error
    }

    /// Creates an `Invalid` error for the bindings: in their languages a caller can pass a value of the
    /// wrong type.
    #[doc(hidden)]
    pub fn __invalid(field: &str, rule: &str) -> Self {
        Self::invalid(Violation::new(field, rule))
    }

    /// Creates the `Invalid` error of text that is not Unicode, for the bindings: text of their languages may
    /// hold half of a surrogate pair.
    #[doc(hidden)]
    pub fn __not_unicode(field: &str) -> Self {
        Self::__invalid(field, NOT_UNICODE)
    }

    pub(crate) fn at(mut self, endpoint: &str) -> Self {
        self.0.endpoint = Some(spelt(endpoint).into_owned());
        self
    }

    /// Adds the id of the payment that the call is about, unless the error has another one.
    pub(crate) fn about(mut self, receipt_id: Option<&String>) -> Self {
        let info = &mut self.0;
        if info.receipt_id.is_none() {
            let receipt = info.receipt.as_ref().map(|receipt| &receipt.receipt_id);
            let attempt = info.attempt.as_ref().and_then(|attempt| attempt.receipt_id.as_ref());
            info.receipt_id = receipt.or(attempt).or(receipt_id).cloned();
        }
        self
    }

    pub(crate) fn with_attempt(mut self, attempt: Attempt) -> Self {
        self.0.attempt = Some(attempt);
        self
    }

    pub(crate) fn with_advice(mut self, advice: &str) -> Self {
        self.0.detail += advice;
        self
    }

    pub(crate) fn with_repeat(mut self, repeat: Repeat) -> Self {
        self.0.repeat = repeat;
        self.agreeing()
    }

    /// Adds the explanation of the code. A refusal that passes by itself may be met with the same call.
    pub(crate) fn explained(mut self, explanation: Option<Explanation>) -> Self {
        let passes = explanation.as_ref().is_some_and(|explanation| explanation.call_again == CallAgain::Later);
        if passes && self.kind == ErrorKind::Rejected {
            self.0.repeat = Repeat::Safe;
        }
        self.0.explanation = explanation;
        self.agreeing()
    }

    pub(crate) fn edit(&mut self) -> &mut ErrorInfo {
        &mut self.0
    }

    /// Turns the failure into one that happened before anything was sent.
    pub(crate) fn into_not_sent(self) -> Self {
        if self.kind == ErrorKind::Config { self } else { self.into_kind(ErrorKind::NotSent) }
    }

    /// Turns the failure into one that happened after the request of a write or money call was sent.
    pub(crate) fn into_unknown(self) -> Self {
        self.into_kind(ErrorKind::OutcomeUnknown)
    }

    /// Turns a refusal into one of the client's keys.
    pub(crate) fn into_config(mut self) -> Self {
        self.0.detail = format!("the client or its keys are wrong; nothing was carried out: {}", self.detail);
        self.into_kind(ErrorKind::Config)
    }

    fn into_kind(mut self, kind: ErrorKind) -> Self {
        self.0.kind = kind;
        self.0.repeat = repeat(kind);
        self.agreeing()
    }

    /// The code's explanation advises what `repeat` allows, whatever the code says of other failures.
    fn agreeing(mut self) -> Self {
        if let Some(explanation) = &mut self.0.explanation {
            let advice = &mut explanation.call_again;
            *advice = match (self.0.repeat, *advice) {
                (Repeat::Safe, _) => CallAgain::Later,
                (Repeat::AfterResolve, _) => CallAgain::AfterResolving,
                (Repeat::Never, CallAgain::Later | CallAgain::AfterResolving) => CallAgain::Never,
                (Repeat::Never, other) => other,
            };
        }
        self
    }

    /// Returns the details of the failure.
    #[must_use]
    pub fn into_info(self) -> ErrorInfo {
        *self.0
    }
}

/// Tells if a call that failed so may be made again, unless the failure itself knows better.
fn repeat(kind: ErrorKind) -> Repeat {
    match kind {
        ErrorKind::NotSent | ErrorKind::UnexpectedResponse | ErrorKind::Unavailable => Repeat::Safe,
        ErrorKind::OutcomeUnknown => Repeat::AfterResolve,
        ErrorKind::Invalid | ErrorKind::Config | ErrorKind::Rejected | ErrorKind::Mismatch | ErrorKind::WrongState => {
            Repeat::Never
        }
    }
}

impl From<Violation> for BootpayError {
    fn from(violation: Violation) -> Self {
        Self::invalid(violation)
    }
}

impl Deref for BootpayError {
    type Target = ErrorInfo;
    fn deref(&self) -> &ErrorInfo {
        &self.0
    }
}

impl fmt::Debug for BootpayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for BootpayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// `payments.cancel_full: rejected, RC_ALREADY_CANCELLED (HTTP 400): … (receipt 6712…, attempt 0193…)`
impl fmt::Display for ErrorInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(endpoint) = &self.endpoint {
            write!(f, "{endpoint}: ")?;
        }
        f.write_str(&self.kind.symbol().replace('_', " "))?;
        if let Some(code) = &self.code {
            write!(f, ", {code}")?;
        }
        if let Some(status) = self.status {
            write!(f, " (HTTP {status})")?;
        }
        write!(f, ": {}", self.detail)?;
        match (&self.receipt_id, &self.attempt) {
            (None, None) => Ok(()),
            (Some(receipt), None) => write!(f, " (receipt {receipt})"),
            (None, Some(attempt)) => write!(f, " (attempt {})", attempt.id),
            (Some(receipt), Some(attempt)) => write!(f, " (receipt {receipt}, attempt {})", attempt.id),
        }
    }
}

impl Error for BootpayError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes;

    /// Whatever the code, and whatever became of the failure on its way to the caller.
    #[test]
    fn the_advice_of_every_code_agrees_with_every_kind() {
        let agree = |error: &BootpayError| {
            let advice = error.explanation.as_ref().unwrap().call_again;
            match error.repeat {
                Repeat::Safe => advice == CallAgain::Later,
                Repeat::AfterResolve => advice == CallAgain::AfterResolving,
                Repeat::Never => !matches!(advice, CallAgain::Later | CallAgain::AfterResolving),
            }
        };
        for code in codes::all() {
            for kind in ErrorKind::KNOWN {
                let error = BootpayError::new(*kind, "failed").explained(Explanation::of(code.code));
                for error in [
                    error.clone().with_repeat(Repeat::Safe),
                    error.clone().into_not_sent(),
                    error.clone().into_unknown(),
                    error.clone().into_config(),
                    error.clone().into_unknown().into_not_sent(),
                    error,
                ] {
                    assert!(agree(&error), "{} of {kind:?}: {error:?}", code.code);
                }
            }
        }
    }

    #[test]
    fn no_code_makes_wrong_keys_or_an_unknown_outcome_look_safe() {
        for code in codes::all() {
            let explained = |kind| BootpayError::new(kind, "failed").explained(Explanation::of(code.code));
            assert_eq!(explained(ErrorKind::Config).repeat, Repeat::Never, "{}", code.code);
            assert_eq!(explained(ErrorKind::OutcomeUnknown).repeat, Repeat::AfterResolve, "{}", code.code);
            let refused = explained(ErrorKind::Rejected).repeat;
            assert_eq!(refused == Repeat::Safe, code.call_again == CallAgain::Later, "{}", code.code);
        }
    }
}
