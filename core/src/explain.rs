//! The rule of repeating, in words.

use std::time::Duration;

use crate::{
    api::EFFECTS,
    client::{retry, settings},
    codes::TOKEN_KEY_INVALID,
    endpoint::Effect,
    error::{BootpayError, Result},
};

/// Tells in words whether and when a call is repeated, by the client and by its caller.
///
/// `endpoint` is a call of the table: `payments.cancel_full`. This is what a client does unless its
/// options say otherwise; what may be done after one failure is in the error's `repeat`.
///
/// Fails with `Invalid` when there is no such call.
///
/// ```
/// println!("{}", bootpay_core::explain_retry("payments.cancel_full")?);
/// # Ok::<(), bootpay_core::BootpayError>(())
/// ```
pub fn explain_retry(endpoint: &str) -> Result<String> {
    match EFFECTS.iter().find(|(name, _)| *name == endpoint) {
        Some((name, effect)) => Ok(format!("{name} {}", retry_rule(*effect))),
        None => Err(BootpayError::__invalid("endpoint", "must name a call, like payments.cancel_full")),
    }
}

/// The rule of all calls that do the same: a sentence a line, which goes on after their name.
pub fn retry_rule(effect: Effect) -> String {
    let lines = match effect {
        Effect::Read => vec![
            "only reads: repeating it does no harm.".to_owned(),
            again("it and the token"),
            format!("The call has {} for all of this (`timeout`).", seconds(settings::TIMEOUT)),
            STALE.to_owned(),
            "After `unavailable`, `unexpected_response` and `not_sent` it may be called again.".to_owned(),
        ],
        Effect::Write => changing("changes something and moves no money"),
        Effect::Money => {
            let mut lines = changing("moves money, or may");
            lines.push("After a `mismatch` with an attempt the money has moved: do not call again.".to_owned());
            lines
        }
    };
    lines.join("\n")
}

fn changing(what: &str) -> Vec<String> {
    vec![
        format!("{what}: its request is sent once at most, whatever goes wrong."),
        format!(
            "The one exception: a token that is refused (`{TOKEN_KEY_INVALID}`) proves that nothing was done. It is \
             renewed once, and the request sent with the new one."
        ),
        again("what has to be read before, and the token,"),
        format!("The call has {} for all of this (`money_timeout`).", seconds(settings::MONEY_TIMEOUT)),
        STALE.to_owned(),
        "After `not_sent` nothing has happened: it may be called again.".to_owned(),
        "After `rejected` nothing has happened: it fails again until the cause is gone.".to_owned(),
        "After `outcome_unknown` it may have been done: do not call again, not with the same ids either. Give the \
         error's attempt to `attempts.resolve`: after `did_not_happen` it may be called again; after `done` it must \
         not; after `unknown`, resolve again later or look it up in Bootpay's console."
            .to_owned(),
    ]
}

/// What happens to a connection that has been idle.
const STALE: &str = "A connection of the pool that Bootpay has closed is replaced, if that is noticed before a byte \
                     was written; once a byte was written, the request may have arrived.";

/// What the client repeats by itself.
fn again(what: &str) -> String {
    format!(
        "The client asks for {what} again by itself, {} times at most (`retries`): when Bootpay cannot be reached or \
         does not answer, or its answer is a 429, a 5xx or a code that leaves the matter open; never when a \
         certificate is not trusted. Before that it waits for any time up to {} ms, twice as much each time but {} \
         at most (exponential backoff with full jitter), and at least for as long as `Retry-After` says; a wait that \
         does not fit into the call's time ends it instead.",
        settings::RETRIES,
        retry::FIRST.as_millis(),
        seconds(retry::LONGEST),
    )
}

fn seconds(duration: Duration) -> String {
    format!("{} seconds", duration.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ErrorKind;

    #[test]
    fn every_call_has_a_rule_and_nothing_else_has() {
        for (name, effect) in EFFECTS {
            let rule = explain_retry(name).unwrap();
            assert!(rule.starts_with(name), "{rule}");
            assert_eq!(rule.contains("sent once at most"), effect.changes(), "{rule}");
            assert_eq!(rule.contains("did_not_happen"), effect.changes(), "{rule}");
        }
        for unknown in ["", "payments", "payments.refund", "Payments.get", "payments.get "] {
            let error = explain_retry(unknown).unwrap_err();
            assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some("endpoint")), "{unknown}");
        }
    }

    #[test]
    fn the_figures_are_the_clients_own() {
        let read = explain_retry("payments.get").unwrap();
        for figure in ["2 times at most", "up to 200 ms", "but 5 seconds at most", "has 30 seconds"] {
            assert!(read.contains(figure), "{figure}: {read}");
        }
        assert!(explain_retry("payments.cancel_full").unwrap().contains("has 70 seconds"));
    }
}
