//! Validation rules, checked before anything is sent.

#![allow(clippy::trivially_copy_pass_by_ref, reason = "#[model] hands every value on by reference")]

#[cfg(feature = "server")]
mod account;
mod application;
#[cfg(feature = "server")]
mod attempt;
mod card;
mod money;
mod person;
mod text;
mod time;
#[cfg(feature = "server")]
mod url;
#[cfg(feature = "server")]
mod webhook;
#[cfg(feature = "window")]
mod window;

#[cfg(feature = "server")]
pub(crate) use account::{bank_account, bank_code, bank_name};
pub(crate) use application::{application_id, is_application_id, own};
#[cfg(feature = "server")]
pub(crate) use attempt::{recover_limit, serialized_attempt};
pub(crate) use card::{card_no, card_quota, instalment, month, not_expired, two_digits};
pub(crate) use money::{at_least_100, at_least_one, from_zero, sums_to, within};
pub(crate) use person::{any_phone, birth_or_business_no, cash_receipt_identity, otp, phone, resident_no};
pub(crate) use text::{header, id, not_blank};
pub(crate) use time::{not_past, retries};
#[cfg(feature = "server")]
pub(crate) use url::{base_url, certificates, web_url};
#[cfg(feature = "server")]
pub(crate) use webhook::{proxies, serialized_claim, serialized_notice};
#[cfg(feature = "window")]
pub(crate) use window::{app_scheme, origin, page_url, window_locale};

use std::{error::Error, fmt};

use crate::value::{Json, Secret, Timestamp};
#[cfg(feature = "server")]
use crate::{store::Store, value::Timeout};

/// The rule that text of another language breaks if it holds half of a surrogate pair.
pub(crate) const NOT_UNICODE: &str = "must be Unicode text, and holds half of a surrogate pair, as a cut emoji does";

/// A broken rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The field, by the API's name; parts of nested objects are joined by a dot.
    pub field: String,
    /// The rule, as a sentence about the field.
    pub rule: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.field, self.rule)
    }
}

impl Error for Violation {}

impl Violation {
    pub(crate) fn new(field: &str, rule: impl Into<String>) -> Self {
        Self { field: field.to_owned(), rule: rule.into() }
    }

    /// Names the field of the object at `at` in which it is; it names a part of its value, or nothing.
    fn in_field(self, at: &str, field: &str) -> Self {
        let field = join(at, field);
        let field = match self.field.as_str() {
            "" => field,
            part if part.starts_with('[') => field + part,
            part => join(&field, part),
        };
        Self { field, ..self }
    }
}

/// A value that can be checked before it is sent.
pub trait Check {
    /// Returns the first broken rule; `at` is the name of the field that holds the value.
    fn check(&self, at: &str) -> Result<(), Violation>;
}

/// Checks a field of the object at `at` by rules that name no field, or a part of its value.
pub(crate) fn in_field(rules: impl FnOnce() -> Result<(), Violation>, at: &str, field: &str) -> Result<(), Violation> {
    rules().map_err(|violation| violation.in_field(at, field))
}

/// Returns the name of a field of the object at `at`.
pub(crate) fn join(at: &str, field: &str) -> String {
    if at.is_empty() { field.to_owned() } else { format!("{at}.{field}") }
}

#[cfg(feature = "server")]
impl Check for Timeout {
    fn check(&self, at: &str) -> Result<(), Violation> {
        match self.get() {
            Some(duration) if !duration.is_zero() && duration <= Self::MAX => Ok(()),
            _ => Err(Violation::new(at, "must be greater than zero and at most one day")),
        }
    }
}

impl Check for Json {
    fn check(&self, at: &str) -> Result<(), Violation> {
        if self.is_valid() { Ok(()) } else { Err(Violation::new(at, "must be JSON")) }
    }
}

impl Check for Timestamp {
    fn check(&self, at: &str) -> Result<(), Violation> {
        if self.can_be_written() { Ok(()) } else { Err(Violation::new(at, "must be a date of the years 1 to 9999")) }
    }
}

impl<T: Check> Check for Option<T> {
    fn check(&self, at: &str) -> Result<(), Violation> {
        self.as_ref().map_or(Ok(()), |value| value.check(at))
    }
}

impl<T: Check> Check for Vec<T> {
    fn check(&self, at: &str) -> Result<(), Violation> {
        self.iter().enumerate().try_for_each(|(index, value)| value.check(&format!("{at}[{index}]")))
    }
}

/// Types with no rule: any value may be sent.
macro_rules! any_value {
    ($($Type:ty),*) => { $(impl Check for $Type {
        fn check(&self, _: &str) -> Result<(), Violation> { Ok(()) }
    })* };
}
any_value!(String, bool, i32, i64, Secret);
#[cfg(feature = "server")]
any_value!(Store);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_a_year_of_four_digits() {
        // From 0001-01-01 in Korean time to the last second that can be held.
        for (seconds, ok) in [
            (-62_135_629_200_i64, true),
            (jiff::Timestamp::MAX.as_second(), true),
            (-62_135_629_201, false),
            (jiff::Timestamp::MIN.as_second(), false),
        ] {
            let date = Timestamp::from_millis(seconds * 1000).unwrap();
            assert_eq!(date.check("reserve_execute_at").is_ok(), ok, "{seconds}");
        }
    }

    #[test]
    fn a_violation_names_the_way_to_its_value() {
        for (part, at, path) in [
            ("", "", "items"),
            ("[1].qty", "", "items[1].qty"),
            ("qty", "", "items.qty"),
            ("", "order", "order.items"),
            ("[1]", "order", "order.items[1]"),
        ] {
            let named = in_field(|| Err(Violation::new(part, "must not be")), at, "items");
            assert_eq!(named, Err(Violation::new(path, "must not be")), "{part} at {at:?}");
        }
        assert_eq!(in_field(|| Ok(()), "order", "items"), Ok(()));
    }

    #[test]
    fn what_stands_for_no_json_is_refused() {
        assert!(Json::default().check("metadata").is_ok());
        assert_eq!(Json::checked("").check("metadata"), Err(Violation::new("metadata", "must be JSON")));
    }
}
