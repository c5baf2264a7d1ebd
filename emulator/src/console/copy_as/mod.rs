//! "Copy as": a request of the log as a call of the project's library, in each of its languages.
//!
//! The names are those of core's table of endpoints and of its models, as the generators of the languages read them
//! (`bootpay_core::describe`); this module adds only how each language spells a call.

mod call;
mod given;
mod language;

use serde_json::Value;

pub(super) use self::call::Call;
pub(super) use self::language::{LANGUAGES, Language};

/// Finds the call that makes a request of the log; `None` where the library has none, or where the log does not hold
/// the whole request. What a call needs besides the request is taken from `payment`, the receipt that it is about.
pub(super) fn of_request(detail: &Value, payment: Option<&Value>) -> Option<Call> {
    call::find(detail, payment.unwrap_or(&Value::Null))
}
