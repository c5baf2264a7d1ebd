use std::{fmt, time::Duration};

/// A timeout: greater than zero, at most one day.
///
/// Given in seconds in Python, in milliseconds in Node, as a duration elsewhere. Checked before a call.
#[derive(Clone, PartialEq)]
pub struct Timeout(Result<Duration, String>);

impl Timeout {
    /// The maximum, one day.
    pub const MAX: Duration = Duration::from_secs(24 * 60 * 60);

    /// Returns the duration; `None` if the given value is not one.
    pub fn get(&self) -> Option<Duration> {
        self.0.as_ref().ok().copied()
    }

    /// Creates it from a number of seconds; an invalid one is refused before the call.
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
