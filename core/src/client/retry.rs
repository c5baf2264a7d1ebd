//! Retries of read-only requests.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use crate::{
    http::{
        response,
        transport::{ExchangeError, RawResponse},
    },
    model::ErrorKind,
    redact::Redactor,
};

/// The retries that a read-only request has left, and the wait before the next.
pub(crate) struct Retries {
    left: u32,
    /// The longest of the next wait.
    ceiling: Duration,
    deadline: Instant,
}

/// The first wait is at most this long; each may be twice as long as the one before.
pub(crate) const FIRST: Duration = Duration::from_millis(200);
pub(crate) const LONGEST: Duration = Duration::from_secs(5);

impl Retries {
    pub(crate) fn new(most: u32, deadline: Instant) -> Self {
        Self { left: most, ceiling: FIRST, deadline }
    }

    /// Waits before another try of what ended so; or tells that there is to be none.
    pub(crate) async fn again(&mut self, ended: Result<&RawResponse, &ExchangeError>) -> bool {
        let passing = match ended {
            Ok(answer) => is_passing(answer),
            Err(lost) => !matches!(lost, ExchangeError::Untrusted(_)),
        };
        if self.left == 0 || !passing {
            return false;
        }
        // Any time up to the ceiling: callers who failed together must not come back together.
        let wait = self.ceiling.mul_f64(fastrand::f64());
        let asked = ended.ok().and_then(|answer| answer.retry_after).unwrap_or_default();
        let wait = wait.max(asked);
        // A `Retry-After` may be longer than a clock can count.
        if wait >= self.deadline.saturating_duration_since(Instant::now()) {
            return false;
        }
        sleep(wait).await;
        self.left -= 1;
        self.ceiling = (self.ceiling * 2).min(LONGEST);
        true
    }
}

/// Returns true if the response tells of a temporary failure of Bootpay and not of the request.
fn is_passing(answer: &RawResponse) -> bool {
    !answer.status.is_success()
        && response::judge(answer, Redactor::NOTHING).is_err_and(|error| error.kind == ErrorKind::Unavailable)
}
