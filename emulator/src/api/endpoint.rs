//! The declaration of an endpoint.

use serde_json::Value;

use super::call::Call;
use super::fields::Field;
use crate::domain::refusal::Refusal;

/// The credentials that an endpoint takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// A merchant, by Basic or Bearer.
    Merchant,
    /// A merchant, by Bearer; by Basic only with the merchant's `basic_for_users`.
    Users,
    /// None; the body names the application.
    Application,
}

/// One endpoint: its parameters and its procedure.
pub(crate) struct Endpoint {
    pub(crate) method: &'static str,
    /// After `/v2/`; a segment in braces is a parameter.
    pub(crate) path: &'static str,
    pub(crate) access: Access,
    pub(crate) query: &'static [Field],
    pub(crate) body: &'static [Field],
    pub(crate) run: fn(&Call<'_>) -> Result<Value, Refusal>,
}
