//! Rules for text.

use super::Violation;
use crate::value::Secret;

const ID_BYTES: usize = 128;

/// Accepts any text that can be a path segment by itself: Bootpay's ids are 24 hex characters, but the
/// merchant chooses its order ids.
pub(crate) fn id(value: &str, field: &str) -> Result<(), Violation> {
    let rule = if value.is_empty() {
        "must not be empty"
    } else if value.len() > ID_BYTES {
        "must be at most 128 bytes"
    } else if matches!(value, "." | "..") {
        "must not be `.` or `..`"
    } else if value.chars().any(char::is_control) {
        "must not contain control characters"
    } else {
        return Ok(());
    };
    Err(Violation::new(field, rule))
}

/// Accepts a header value: visible ASCII characters.
pub(crate) fn header(value: &Secret, field: &str) -> Result<(), Violation> {
    let text = value.expose();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic()) {
        Ok(())
    } else {
        Err(Violation::new(field, "must be ASCII characters without blanks, since it is sent as a header"))
    }
}

/// Accepts text that is not blank.
pub(crate) fn not_blank(value: &str, field: &str) -> Result<(), Violation> {
    if value.trim().is_empty() { Err(Violation::new(field, "must not be blank")) } else { Ok(()) }
}

/// Returns true for at least one ASCII digit and nothing else.
pub(super) fn is_digits(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_could_leave_their_path_segment_are_refused() {
        for bad in ["", ".", "..", "a\nb", "\u{7f}", &"x".repeat(129), &"가".repeat(43)] {
            assert!(id(bad, "receipt_id").is_err(), "{bad:?}");
        }
        for good in ["a", "...", "주문-1", "a/b?c#d", &"x".repeat(128)] {
            assert!(id(good, "receipt_id").is_ok(), "{good:?}");
        }
    }

    #[test]
    fn digits_are_ascii_and_nothing_else() {
        assert!(is_digits("0123"));
        for bad in ["", "12-3", "1 2", "١٢", "１２"] {
            assert!(!is_digits(bad), "{bad:?}");
        }
    }
}
