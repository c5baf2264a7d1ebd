//! An attempt as one text: it can be kept anywhere, and tells when it was cut or altered.

use serde::{Deserialize, Serialize};

use crate::{
    model::{Attempt, AttemptOutcome, Mode},
    value::{Seal, Timestamp, Unsealed},
};

/// The number is raised when what is serialized changes its meaning.
const SEAL: Seal = Seal { kind: "bootpay-attempt-", version: 1 };

/// The serialized facts; the outcome is not among them, since it is to be found out.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    id: String,
    endpoint: String,
    merchant: String,
    mode: Mode,
    receipt_id: Option<String>,
    order_id: Option<String>,
    amount: Option<i64>,
    cancel_id: Option<String>,
    billing_key: Option<String>,
    reserve_id: Option<String>,
    cancelled_before: Option<i64>,
    effect_before: Option<bool>,
    payments_before: Option<Vec<String>>,
    sent_at: Timestamp,
}

/// The text that [`restore`] reads.
pub(crate) fn store(attempt: &Attempt) -> String {
    let facts = Facts {
        id: attempt.id.clone(),
        endpoint: attempt.endpoint.clone(),
        merchant: attempt.merchant.clone(),
        mode: attempt.mode,
        receipt_id: attempt.receipt_id.clone(),
        order_id: attempt.order_id.clone(),
        amount: attempt.amount,
        cancel_id: attempt.cancel_id.clone(),
        billing_key: attempt.billing_key.clone(),
        reserve_id: attempt.reserve_id.clone(),
        cancelled_before: attempt.cancelled_before,
        effect_before: attempt.effect_before,
        payments_before: attempt.payments_before.clone(),
        sent_at: attempt.sent_at,
    };
    seal(&serde_json::to_vec(&facts).expect("text, numbers and dates"))
}

/// Facts in JSON with their version and checksum.
pub(crate) fn seal(json: &[u8]) -> String {
    SEAL.seal(json)
}

/// The attempt that was serialized, or the rule that the text breaks.
pub(crate) fn restore(serialized: &str) -> Result<Attempt, &'static str> {
    const ALTERED: &str = "must be an attempt's unchanged `serialized`: this one was truncated or altered";
    let json = SEAL.open(serialized).map_err(|error| match error {
        Unsealed::OtherVersion => "must be of a version that this library knows: another version serialized it",
        Unsealed::Altered => ALTERED,
    })?;
    let facts: Facts = serde_json::from_slice(&json).map_err(|_| ALTERED)?;
    Ok(Attempt {
        id: facts.id,
        endpoint: facts.endpoint,
        merchant: facts.merchant,
        mode: facts.mode,
        receipt_id: facts.receipt_id,
        order_id: facts.order_id,
        amount: facts.amount,
        cancel_id: facts.cancel_id,
        billing_key: facts.billing_key,
        reserve_id: facts.reserve_id,
        cancelled_before: facts.cancelled_before,
        effect_before: facts.effect_before,
        payments_before: facts.payments_before,
        sent_at: facts.sent_at,
        outcome: AttemptOutcome::Unknown,
        serialized: serialized.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn attempt() -> Attempt {
        let mut attempt = Attempt {
            id: "a-1".into(),
            endpoint: "payments.cancel_partial".into(),
            merchant: "m".into(),
            mode: Mode::Test,
            receipt_id: Some("r-1".into()),
            order_id: Some("주문-1".into()),
            amount: Some(5000),
            cancel_id: None,
            billing_key: None,
            reserve_id: None,
            cancelled_before: Some(0),
            effect_before: Some(false),
            payments_before: Some(vec!["p-1".into()]),
            sent_at: Timestamp::parse("2026-11-01T10:15:42.123+09:00").unwrap(),
            outcome: AttemptOutcome::Unknown,
            serialized: String::new(),
        };
        attempt.serialized = store(&attempt);
        attempt
    }

    #[test]
    fn what_is_stored_is_restored() {
        assert_eq!(restore(&attempt().serialized), Ok(attempt()));
    }

    #[test]
    fn another_version_says_so() {
        let newer = attempt().serialized.replacen("attempt-1", "attempt-2", 1);
        assert!(restore(&newer).unwrap_err().contains("another version"));
    }

    proptest! {
        #[test]
        fn a_cut_or_altered_text_is_refused(at in 0..300_usize, letter in "[ -~]") {
            let serialized = attempt().serialized;
            let at = at % serialized.len();
            prop_assert!(restore(&serialized[..at]).is_err());
            let altered = format!("{}{letter}{}", &serialized[..at], &serialized[at + 1..]);
            prop_assert_eq!(restore(&altered).is_ok(), altered == serialized);
        }

        #[test]
        fn no_text_panics(text in "\\PC*") {
            prop_assert!(restore(&text).is_err());
        }
    }
}
