//! The rules that a value must keep before anything is sent.

use crate::value::{Json, Secret, Timeout, Timestamp, Won};

/// A rule that was not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The field, in the API's words; parts of nested objects are joined by a dot.
    pub field: String,
    /// The rule, as a sentence about the field.
    pub rule: String,
}

impl Violation {
    pub(crate) fn new(field: &str, rule: impl Into<String>) -> Self {
        Self { field: field.to_owned(), rule: rule.into() }
    }
}

/// A value that can be checked before it is sent.
pub trait Check {
    /// Finds the first rule that is not kept; `at` is the name of the field that holds the value.
    fn check(&self, at: &str) -> Result<(), Violation>;
}

/// The name of a field of the object at `at`.
pub(crate) fn join(at: &str, field: &str) -> String {
    if at.is_empty() { field.to_owned() } else { format!("{at}.{field}") }
}

const ID_BYTES: usize = 128;

/// An id may be any text that can be a path segment by itself: Bootpay's own ids are 24 hex
/// characters, but a shop's order ids are its own.
pub(crate) fn id(value: &str, field: &str) -> Result<(), Violation> {
    let rule = if value.is_empty() {
        "must not be empty"
    } else if value.len() > ID_BYTES {
        "must be at most 128 bytes"
    } else if matches!(value, "." | "..") {
        "must not be `.` or `..`"
    } else if value.chars().any(char::is_control) {
        "must not hold control characters"
    } else {
        return Ok(());
    };
    Err(Violation::new(field, rule))
}

/// Money and keys travel there: https, unless it never leaves this machine.
pub(crate) fn base_url(value: &str, field: &str) -> Result<(), Violation> {
    crate::value::BaseUrl::parse(value).map(|_| ()).map_err(|rule| Violation::new(field, rule))
}

pub(crate) fn certificates(value: &str, field: &str) -> Result<(), Violation> {
    crate::value::Certificates::parse(value).map(|_| ()).map_err(|rule| Violation::new(field, rule))
}

impl Check for Won {
    fn check(&self, at: &str) -> Result<(), Violation> {
        match self.get() {
            Some(1..=Won::MAX) => Ok(()),
            Some(_) => Err(Violation::new(at, format!("must be from 1 to {} won", Won::MAX))),
            None => Err(Violation::new(at, "must be a whole number of won")),
        }
    }
}

impl Check for Timeout {
    fn check(&self, at: &str) -> Result<(), Violation> {
        match self.get() {
            Some(duration) if !duration.is_zero() && duration <= Self::MAX => Ok(()),
            _ => Err(Violation::new(at, "must be more than nothing and at most a day")),
        }
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

/// Types of which any value may be sent.
macro_rules! any_value {
    ($($Type:ty),*) => { $(impl Check for $Type {
        fn check(&self, _: &str) -> Result<(), Violation> { Ok(()) }
    })* };
}
any_value!(String, bool, i32, i64, Json, Timestamp, Secret);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_that_could_leave_their_path_segment_are_refused() {
        for bad in ["", ".", "..", "a\nb", "\u{7f}", &"x".repeat(129), &"가".repeat(43)] {
            assert!(id(bad, "receipt_id").is_err(), "{bad:?}");
        }
        for good in ["a", "...", "주문-1", "a/b?c#d", &"x".repeat(128)] {
            assert!(id(good, "receipt_id").is_ok(), "{good:?}");
        }
    }

    proptest! {
        #[test]
        fn only_whole_won_in_range_pass(amount in any::<i64>()) {
            prop_assert_eq!(Won::from(amount).check("amount").is_ok(), (1..=1_i64 << 53).contains(&amount));
        }
    }
}
