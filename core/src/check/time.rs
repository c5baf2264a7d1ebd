//! Rules for dates and retries.

use super::Violation;
use crate::value::Timestamp;

/// Tolerance for clocks that differ and for the time a request takes.
const TOLERANCE_MILLIS: i64 = 5 * 60 * 1000;

/// Accepts times that are not more than five minutes past.
pub(crate) fn not_past(value: &Timestamp, field: &str) -> Result<(), Violation> {
    if value.as_millis() + TOLERANCE_MILLIS < Timestamp::now().as_millis() {
        return Err(Violation::new(field, "must not be past"));
    }
    Ok(())
}

/// Accepts a number of retries.
pub(crate) fn retries(value: &i64, field: &str) -> Result<(), Violation> {
    if (0..=10).contains(value) { Ok(()) } else { Err(Violation::new(field, "must be from 0 to 10")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_minutes_are_forgiven() {
        let ago = |seconds: i64| Timestamp::from_millis(Timestamp::now().as_millis() - seconds * 1000).unwrap();
        assert!(not_past(&ago(290), "reserve_execute_at").is_ok());
        assert!(not_past(&ago(310), "reserve_execute_at").is_err());
        assert!(not_past(&ago(-3600), "reserve_execute_at").is_ok());
    }
}
