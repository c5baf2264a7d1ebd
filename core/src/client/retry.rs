//! When what only reads is asked again.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::{
    answer,
    hidden::Redactor,
    transport::{Answer, Lost},
};
use crate::model::ErrorKind;

/// Whether an exchange that changes nothing may be made again, and after how long a wait.
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
    pub(crate) async fn again(&mut self, ended: Result<&Answer, &Lost>) -> bool {
        let passing = match ended {
            Ok(answer) => is_passing(answer),
            Err(lost) => !matches!(lost, Lost::Distrusted(_)),
        };
        if self.left == 0 || !passing {
            return false;
        }
        // Any time up to the ceiling: callers who failed together must not come back together.
        let wait = self.ceiling.mul_f64(fastrand::f64());
        let asked = ended.ok().and_then(|answer| answer.retry_after).unwrap_or_default();
        let wait = wait.max(asked);
        if Instant::now() + wait >= self.deadline {
            return false;
        }
        sleep(wait).await;
        self.left -= 1;
        self.ceiling = (self.ceiling * 2).min(LONGEST);
        true
    }
}

/// Whether the answer is of a Bootpay that is not at its best, and not about what was asked.
fn is_passing(answer: &Answer) -> bool {
    !answer.status.is_success()
        && answer::judge(answer, Redactor::NOTHING).is_err_and(|error| error.kind == ErrorKind::Unavailable)
}

/// `Retry-After`: seconds, or a date.
pub(crate) fn after(header: &str) -> Option<Duration> {
    let header = header.trim();
    if let Ok(seconds) = header.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(header).ok()?;
    let wait = date.duration_since(jiff::Timestamp::now());
    Some(wait.try_into().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bootpay_says_when_in_seconds_or_by_a_date() {
        assert_eq!(after(" 3 "), Some(Duration::from_secs(3)));
        assert_eq!(after("Sun, 06 Nov 1994 08:49:37 GMT"), Some(Duration::ZERO));
        let soon = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(60);
        let date = soon.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
        assert!((58..=60).contains(&after(&date).unwrap().as_secs()), "{date}");
        for odd in ["", "soon", "-1", "1.5"] {
            assert_eq!(after(odd), None, "{odd}");
        }
    }
}
