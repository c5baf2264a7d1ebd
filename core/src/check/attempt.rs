//! The rule for stored attempts.

use super::Violation;
use crate::attempt::stored;

pub(crate) fn stored_attempt(value: &str, field: &str) -> Result<(), Violation> {
    stored::restore(value).map(drop).map_err(|rule| Violation::new(field, rule))
}
