use std::{fmt, time::Duration};

/// How long something may take: more than nothing, at most a day.
///
/// Seconds in Python, milliseconds in Node, a duration elsewhere. Checked before a call.
#[derive(Clone, PartialEq)]
pub struct Timeout(Result<Duration, String>);

impl Timeout {
    /// The longest, a day.
    pub const MAX: Duration = Duration::from_secs(24 * 60 * 60);

    /// The duration; `None` when what was given is none.
    pub fn get(&self) -> Option<Duration> {
        self.0.as_ref().ok().copied()
    }

    /// From a number of seconds, however wrong.
    pub fn from_seconds(seconds: f64) -> Self {
        Self(Duration::try_from_secs_f64(seconds).map_err(|_| seconds.to_string()))
    }
}

impl From<Duration> for Timeout {
    fn from(duration: Duration) -> Self {
        Self(Ok(duration))
    }
}

impl fmt::Debug for Timeout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Ok(duration) => duration.fmt(f),
            Err(given) => f.write_str(given),
        }
    }
}
