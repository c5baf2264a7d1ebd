//! The sandbox's own time: real by default, and movable forwards so that half an hour costs nothing.

use jiff::tz::Offset;
use jiff::{Span, Timestamp};

const KOREA: Offset = Offset::constant(9);

/// A point of the sandbox's time, in milliseconds since 1970 (UTC).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment(pub(crate) i64);

impl Moment {
    pub(crate) fn real() -> Self {
        Self(Timestamp::now().as_millisecond())
    }

    /// Whole seconds since `earlier`; negative when `earlier` is later.
    pub(crate) fn seconds_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).div_euclid(1000)
    }

    /// As Bootpay writes dates: ISO-8601 with whole seconds, in Korea's offset.
    pub(crate) fn iso(self) -> String {
        self.korean("%Y-%m-%dT%H:%M:%S+09:00")
    }

    /// Year and month in Korea: phone payments can be cancelled only within it.
    pub(crate) fn month(self) -> String {
        self.korean("%Y-%m")
    }

    /// The digits a PG puts into its transaction ids.
    pub(crate) fn digits(self) -> String {
        self.korean("%y%m%d%H%M%S")
    }

    /// The last second of the day in Korea, `days` days from now: how long a virtual account waits.
    pub(crate) fn end_of_day(self, days: i64) -> Self {
        let local = KOREA.to_datetime(self.timestamp());
        let end = local.date().saturating_add(Span::new().days(days)).at(23, 59, 59, 0);
        KOREA.to_timestamp(end).map_or(self, |moment| Self(moment.as_millisecond()))
    }

    fn timestamp(self) -> Timestamp {
        Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::MAX)
    }

    fn korean(self, format: &str) -> String {
        KOREA.to_datetime(self.timestamp()).strftime(format).to_string()
    }
}

/// How the sandbox's time relates to the real one. It never goes back, but on a reset.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clock {
    /// Milliseconds ahead of (or, after standing still, behind) real time.
    pub(crate) offset: i64,
    /// Where it stands still, in manual mode.
    pub(crate) frozen: Option<i64>,
}

impl Clock {
    pub(crate) fn now(self) -> Moment {
        self.at(Moment::real())
    }

    fn at(self, real: Moment) -> Moment {
        Moment(self.frozen.unwrap_or(real.0.saturating_add(self.offset)))
    }

    pub(crate) fn advance(&mut self, seconds: u32) {
        let step = i64::from(seconds) * 1000;
        match &mut self.frozen {
            Some(moment) => *moment += step,
            None => self.offset += step,
        }
    }

    pub(crate) fn stand_still(&mut self) {
        self.frozen = Some(self.now().0);
    }

    /// Runs on from where it stands, so that the change of mode is no jump.
    pub(crate) fn run(&mut self) {
        if let Some(moment) = self.frozen.take() {
            self.offset = moment - Moment::real().0;
        }
    }

    pub(crate) fn mode(self) -> &'static str {
        if self.frozen.is_some() { "manual" } else { "real" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_korean() {
        let moment = Moment(1_793_500_542_000);
        assert_eq!(moment.iso(), "2026-11-01T11:35:42+09:00");
        assert_eq!(moment.end_of_day(3).iso(), "2026-11-04T23:59:59+09:00");
        assert_eq!(moment.month(), "2026-11");
    }

    #[test]
    fn it_only_goes_forwards() {
        let mut clock = Clock::default();
        let start = clock.now();
        clock.advance(60);
        clock.stand_still();
        let still = clock.now();
        assert!(still.seconds_since(start) >= 60);
        assert_eq!(clock.now(), still);
        clock.advance(60);
        clock.run();
        assert!(clock.now() >= Moment(still.0 + 60_000));
    }
}
