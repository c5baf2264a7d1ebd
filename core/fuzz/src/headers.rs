//! A header that names a wait gives one that a call can count, or none.

use std::time::Duration;

use bootpay_core::fuzz::retry_after;

/// Checks one value of `Retry-After`.
pub fn check(data: &[u8]) {
    let Ok(header) = str::from_utf8(data) else { return };
    let Some(wait) = retry_after(header) else { return };
    let seconds = header.trim().parse();
    assert!(seconds.is_err() || seconds == Ok(wait.as_secs()), "{header:?} became {wait:?}");
    // As calls compare it with the time that they have left.
    assert!(wait.saturating_add(Duration::from_secs(1)) >= wait);
}
