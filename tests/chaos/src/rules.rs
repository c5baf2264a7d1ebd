//! The times that the run works with. What may arrive late must arrive within the quiet period:
//! that is the promise of `resolve`, and all that it can promise.

use std::time::Duration;

/// Of the clients, instead of two minutes. So much longer than [`LATE`] that a busy machine does
/// not break the premise.
pub(crate) const QUIET_PERIOD: Duration = Duration::from_millis(1500);

/// How late a request is carried out whose caller has given up.
pub(crate) const LATE: Duration = Duration::from_millis(400);

/// How long a call waits whose reply comes late.
pub(crate) const SHORT: Duration = Duration::from_millis(200);

/// How long a call waits otherwise.
pub(crate) const LONG: Duration = Duration::from_secs(30);

/// How long a call waits whose process is killed. What it kept is nobody's until then, and a little
/// longer, since the process could live.
pub(crate) const KILLED: Duration = Duration::from_secs(2);

/// The longest time until `recover` reports a stored attempt.
pub(crate) const RECOVERED: Duration = Duration::from_secs(40);
