//! The error type.

use std::{error::Error, fmt, ops::Deref};

use crate::{
    check::Violation,
    model::{Attempt, CallAgain, ErrorInfo, ErrorKind, Repeat},
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
        let repeat = match kind {
            ErrorKind::NotSent | ErrorKind::UnexpectedResponse | ErrorKind::Unavailable => Repeat::Safe,
            ErrorKind::OutcomeUnknown => Repeat::AfterResolve,
            ErrorKind::Invalid | ErrorKind::Config | ErrorKind::Rejected | ErrorKind::Mismatch => Repeat::Never,
        };
        Self(Box::new(ErrorInfo {
            kind,
            repeat,
            detail: detail.into(),
            endpoint: None,
            status: None,
            code: None,
            pg_error_code: None,
            explanation: None,
            field: None,
            body: None,
            attempt: None,
        }))
    }

    pub(crate) fn invalid(violation: Violation) -> Self {
        let mut error = Self::new(ErrorKind::Invalid, format!("{} {}", violation.field, violation.rule));
        error.0.field = Some(violation.field);
        error
    }

    pub(crate) fn mismatch(field: &str, detail: impl Into<String>) -> Self {
        let mut error = Self::new(ErrorKind::Mismatch, detail);
        error.0.field = Some(field.to_owned());
        error
    }

    /// Creates an `Invalid` error for the bindings: in their languages a caller can pass a value of the
    /// wrong type.
    #[doc(hidden)]
    pub fn __invalid(field: &str, rule: &str) -> Self {
        Self::invalid(Violation::new(field, rule))
    }

    pub(crate) fn at(mut self, endpoint: &str) -> Self {
        self.0.endpoint = Some(endpoint.to_owned());
        self
    }

    pub(crate) fn with_attempt(mut self, attempt: Attempt) -> Self {
        self.0.attempt = Some(attempt);
        self
    }

    pub(crate) fn edit(&mut self) -> &mut ErrorInfo {
        &mut self.0
    }

    /// Turns the failure into one that happened before anything was sent.
    pub(crate) fn into_not_sent(mut self) -> Self {
        if self.kind != ErrorKind::Config {
            self.0.kind = ErrorKind::NotSent;
            self.0.repeat = Repeat::Safe;
        }
        self
    }

    /// Turns the failure into one that happened after the request of a write or money call was sent.
    pub(crate) fn into_unknown(mut self) -> Self {
        self.0.kind = ErrorKind::OutcomeUnknown;
        self.0.repeat = Repeat::AfterResolve;
        // Whatever the code advises when it is a refusal.
        if let Some(explanation) = &mut self.0.explanation {
            explanation.call_again = CallAgain::AfterResolving;
        }
        self
    }

    /// Returns the details of the failure.
    #[must_use]
    pub fn into_info(self) -> ErrorInfo {
        *self.0
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

/// `payments.cancel_full: rejected, RC_ALREADY_CANCELLED (HTTP 400): …`
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
        write!(f, ": {}", self.detail)
    }
}

impl Error for BootpayError {}
