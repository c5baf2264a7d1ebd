//! An attempt comes back as it was serialized, and nothing else does.

use arbitrary::{Result, Unstructured};
use bootpay_core::{
    Timestamp,
    fuzz::{restore, seal, store},
    model::{Attempt, Mode},
};
use serde_json::json;

/// Checks one text, and one attempt.
pub fn check(data: &[u8]) {
    if let Ok(text) = str::from_utf8(data) {
        read(text);
    }
    // With a checksum that is right, the facts are looked at.
    read(&seal(data));
    // Bytes that are too few are no attempt.
    let _ = written(&mut Unstructured::new(data));
}

/// What can be read means the same when it is written anew.
fn read(text: &str) {
    if let Ok(attempt) = restore(text) {
        assert_eq!(attempt.serialized, text);
        let mut again = attempt.clone();
        again.serialized = store(&attempt);
        assert_eq!(restore(&again.serialized), Ok(again));
    }
}

fn written(u: &mut Unstructured<'_>) -> Result<()> {
    let mut attempt: Attempt = serde_json::from_value(json!({
        "id": "",
        "endpoint": "",
        "merchant": "",
        "mode": "live",
        "sent_at": Timestamp::now(),
        "outcome": "unknown",
        "serialized": "",
    }))
    .expect("an attempt");
    attempt.id = u.arbitrary()?;
    attempt.endpoint = u.arbitrary()?;
    attempt.merchant = u.arbitrary()?;
    attempt.mode = if u.arbitrary()? { Mode::Live } else { Mode::Test };
    attempt.receipt_id = u.arbitrary()?;
    attempt.order_id = u.arbitrary()?;
    attempt.amount = u.arbitrary()?;
    attempt.cancel_id = u.arbitrary()?;
    attempt.billing_key = u.arbitrary()?;
    attempt.reserve_id = u.arbitrary()?;
    attempt.cancelled_before = u.arbitrary()?;
    attempt.sent_at = Timestamp::from_millis(u.arbitrary()?).unwrap_or_else(Timestamp::now);
    attempt.serialized = store(&attempt);
    assert_eq!(restore(&attempt.serialized).as_ref(), Ok(&attempt));

    let mut altered = attempt.serialized.clone().into_bytes();
    let at = u.choose_index(altered.len())?;
    match u.int_in_range(0..=2)? {
        0 => altered[at] = u.int_in_range(b' '..=b'~')?,
        1 => altered.truncate(at),
        _ => altered.insert(at, u.int_in_range(b' '..=b'~')?),
    }
    let altered = String::from_utf8(altered).expect("ASCII");
    assert_eq!(restore(&altered).is_ok(), altered == attempt.serialized, "{altered}");
    Ok(())
}
