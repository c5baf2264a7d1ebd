//! The retry rule of each call, as text.

use std::time::Duration;

use crate::{
    client::endpoint::{Effect, Endpoint as _},
    client::{retry, settings},
    codes::TOKEN_KEY_INVALID,
    error::{BootpayError, Result},
    model::ConfirmPayment,
    symbol::{in_errors, spelt},
    table::rows::EFFECTS,
};

/// Explains if and when a call is retried, by the client and by its caller.
///
/// `endpoint` is a call of the table, for example `payments.cancel_full`. The text describes the default
/// options; after a failure, the error's `repeat` tells if that call may be made again.
///
/// Fails with `Invalid` if there is no such call.
///
/// ```
/// println!("{}", bootpay_core::explain_retry("payments.cancel_full")?);
/// # Ok::<(), bootpay_core::BootpayError>(())
/// ```
pub fn explain_retry(endpoint: &str) -> Result<String> {
    match EFFECTS.iter().find(|(name, _)| *name == endpoint || spelt(name) == endpoint) {
        Some((name, effect)) => {
            let own = if *name == ConfirmPayment::NAME { format!("\n{CONFIRM}") } else { String::new() };
            Ok(format!("{} {}{own}", spelt(name), retry_rule(*effect)))
        }
        None => Err(BootpayError::__invalid(
            "endpoint",
            &format!("must name a call, like {}", spelt("payments.cancel_full")),
        )),
    }
}

/// Returns the retry rule of all calls of one effect: one sentence a line, the first of which continues
/// the name of a call.
pub fn retry_rule(effect: Effect) -> String {
    let lines = match effect {
        Effect::Read => vec![
            "is read-only: repeating it does no harm.".to_owned(),
            retries("it and the token request"),
            format!(
                "The total timeout is {}, retries included (`{}`).",
                seconds(settings::TIMEOUT),
                in_errors("timeout", "timeoutMs", "timeout")
            ),
            POOLED.to_owned(),
            "After `unavailable`, `unexpected_response` and `not_sent`, calling again is safe.".to_owned(),
            KEYS.to_owned(),
        ],
        Effect::Write => changing("changes something but moves no money"),
        Effect::Money => {
            let mut lines = changing("moves money, or may");
            lines.push(
                "After a `mismatch` or `wrong_state` with an attempt the request was carried out; `receipt` shows the \
                 payment."
                    .to_owned(),
            );
            lines
        }
    };
    lines.join("\n")
}

fn changing(effect: &str) -> Vec<String> {
    vec![
        format!("{effect}: its request is sent at most once, whatever fails."),
        format!(
            "The one exception: a refused token (`{TOKEN_KEY_INVALID}`) proves that nothing was done. The client \
             renews it once and sends the request with the new one."
        ),
        retries("the reads before it and the token request"),
        format!(
            "The total timeout is {}, retries included (`{}`).",
            seconds(settings::MONEY_TIMEOUT),
            in_errors("money_timeout", "moneyTimeoutMs", "moneyTimeout")
        ),
        "Each of its requests goes over a connection of its own, which carried nothing before, so that no late \
         response to another request can be taken for its own. Connecting is tried again at most twice, since \
         nothing was sent then; never if a certificate is not trusted."
            .to_owned(),
        "After `not_sent` nothing has happened: calling again is safe.".to_owned(),
        "After `rejected` nothing has happened: calling again fails the same way until the cause is removed, unless \
         `repeat` is `safe`."
            .to_owned(),
        KEYS.to_owned(),
        "After `outcome_unknown` it may have been done: do not call again, not even with the same ids. Pass the \
         error's attempt to `attempts.resolve`: after `did_not_happen`, calling again is safe; after `done`, do not \
         call again; after `unknown`, resolve again later or look it up in Bootpay's console."
            .to_owned(),
    ]
}

/// The rule for the connections of what only reads.
const POOLED: &str = "It goes over a pooled connection, which is replaced if Bootpay has closed it, and given up after \
                      a refusal or a response that is not its own. (`verify`, `resolve` and `recover`, on which money \
                      may rest, have a connection of their own for each request.)";

/// The rule for refused keys.
const KEYS: &str = "After `config` nothing was carried out: every call fails until the client's keys or options are \
                    corrected.";

/// The rule of confirming twice.
const CONFIRM: &str = "Confirming twice is confirming once: a payment that is paid and matches is returned each time \
                       it is asked, and is not confirmed again. After `wrong_state`, calling again is safe while \
                       `repeat` says so: the payment may still become paid.";

/// The client's own retries.
fn retries(requests: &str) -> String {
    format!(
        "The client retries {requests} at most {} times (`retries`): if Bootpay cannot be reached, does not respond, \
         or responds with a 429, a 5xx or a code that leaves the outcome open; never if a certificate is not trusted. \
         Before each retry it waits for a random time of up to {} ms, doubled each time but at most {} (exponential \
         backoff with full jitter), and at least as long as `Retry-After` says. A wait that exceeds the total timeout \
         ends the call instead.",
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
            assert_eq!(rule.contains("sent at most once"), effect.changes(), "{rule}");
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
        for figure in ["at most 2 times", "up to 200 ms", "but at most 5 seconds", "timeout is 30 seconds"] {
            assert!(read.contains(figure), "{figure}: {read}");
        }
        assert!(explain_retry("payments.cancel_full").unwrap().contains("timeout is 70 seconds"));
    }

    #[test]
    fn confirm_alone_may_be_called_twice() {
        for (name, _) in EFFECTS {
            let twice = explain_retry(name).unwrap().contains("Confirming twice");
            assert_eq!(twice, *name == "payments.confirm", "{name}");
        }
    }
}
