//! The rules for attempts.

use super::Violation;
use crate::attempt::serialized;

pub(crate) fn serialized_attempt(value: &str, field: &str) -> Result<(), Violation> {
    serialized::restore(value).map(drop).map_err(|rule| Violation::new(field, rule))
}

pub(crate) fn recover_limit(value: &i64, field: &str) -> Result<(), Violation> {
    if (1..=1000).contains(value) { Ok(()) } else { Err(Violation::new(field, "must be from 1 to 1000")) }
}
