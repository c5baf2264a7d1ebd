//! The emulator's time: real by default, movable forwards so that half an hour costs nothing, and apart from
//! the real time in either direction.
//!
//! Pure: the caller brings the real time.

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

const KOREA: Offset = Offset::constant(9);

/// A point of the emulator's time, in milliseconds since 1970 (UTC).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Moment(pub(crate) i64);

impl Moment {
    /// Whole seconds since `earlier`; negative when `earlier` is later.
    pub(crate) fn seconds_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).div_euclid(1000)
    }

    /// In Bootpay's format: ISO-8601 with whole seconds, in Korea's offset.
    pub(crate) fn iso(self) -> String {
        self.korean("%Y-%m-%dT%H:%M:%S+09:00")
    }

    /// In the format of Bootpay's first generation, in Korean time.
    pub(crate) fn plain(self) -> String {
        self.korean("%Y-%m-%d %H:%M:%S")
    }

    /// The first full minute in Korea that is not before it, as a field of a form has it: `2026-11-29T14:04`.
    pub(crate) fn minute(self) -> String {
        Self(self.0.saturating_add(59_999)).korean("%Y-%m-%dT%H:%M")
    }

    /// The day in Korea: `2026-11-29`.
    pub(crate) fn day(self) -> String {
        self.korean("%Y-%m-%d")
    }

    /// The time of day in Korea, to the millisecond: `14:03:07.120`.
    pub(crate) fn time(self) -> String {
        self.korean("%H:%M:%S%.3f")
    }

    /// In the format of HTTP's headers.
    pub(crate) fn http(self) -> String {
        self.timestamp().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
    }

    /// Year and month in Korea: phone payments can be cancelled only within it.
    pub(crate) fn month(self) -> String {
        self.korean("%Y-%m")
    }

    /// The digits in a PG's transaction ids.
    pub(crate) fn digits(self) -> String {
        self.korean("%y%m%d%H%M%S")
    }

    /// The last second in Korea of the day `days` days later: the deadline of a virtual account.
    pub(crate) fn end_of_day(self, days: i64) -> Self {
        let local = KOREA.to_datetime(self.timestamp());
        let end = local.date().saturating_add(Span::new().days(days)).at(23, 59, 59, 0);
        KOREA.to_timestamp(end).map_or(self, |moment| Self(moment.as_millisecond()))
    }

    /// The last second of a month in Korea: a card expires after it. `None` where there is no such month.
    pub(crate) fn end_of_month(year: i16, month: i8) -> Option<Self> {
        let end = Date::new(year, month, 1).ok()?.last_of_month().at(23, 59, 59, 0);
        KOREA.to_timestamp(end).ok().map(|moment| Self(moment.as_millisecond()))
    }

    /// Reads a date in the formats of official SDKs: RFC 3339, or with a blank before the offset, or with
    /// the text UTC, or without an offset, which means Korean time.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (date, zone) = match text.trim().rsplit_once(' ') {
            Some((date, "UTC" | "Z")) => (date, "Z"),
            Some((date, zone)) if zone.starts_with(['+', '-']) => (date, zone),
            _ => (text.trim(), ""),
        };
        let text = format!("{date}{zone}");
        let moment = text.parse::<Timestamp>().or_else(|_| KOREA.to_timestamp(text.parse::<DateTime>()?)).ok()?;
        Some(Self(moment.as_millisecond()))
    }

    pub(crate) fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    fn timestamp(self) -> Timestamp {
        Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::MAX)
    }

    fn korean(self, format: &str) -> String {
        KOREA.to_datetime(self.timestamp()).strftime(format).to_string()
    }
}

/// The relation of the emulator's time to the real time. Only [`Clock::set_apart`] and a reset turn it back.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clock {
    /// Milliseconds ahead of real time; negative when behind.
    pub(crate) offset: i64,
    /// The moment at which it stands still, in manual mode.
    pub(crate) frozen: Option<i64>,
}

impl Clock {
    /// The emulator's time at a moment of real time.
    pub(crate) fn at(self, real: Moment) -> Moment {
        Moment(self.frozen.unwrap_or(real.0.saturating_add(self.offset)))
    }

    /// Moves the time forward.
    pub(crate) fn advance(&mut self, seconds: u32) {
        let step = i64::from(seconds) * 1000;
        match &mut self.frozen {
            Some(moment) => *moment += step,
            None => self.offset += step,
        }
    }

    /// Moves the time to a moment; never back.
    pub(crate) fn advance_to(&mut self, real: Moment, moment: Moment) {
        let step = moment.0 - self.at(real).0;
        if step > 0 {
            match &mut self.frozen {
                Some(frozen) => *frozen += step,
                None => self.offset += step,
            }
        }
    }

    /// Sets the time to the real time plus these seconds, which may turn it back.
    pub(crate) fn set_apart(&mut self, real: Moment, seconds: i64) {
        let apart = real.plus_seconds(seconds);
        match &mut self.frozen {
            Some(moment) => *moment = apart.0,
            None => self.offset = apart.0 - real.0,
        }
    }

    /// Stops the time: manual mode.
    pub(crate) fn stand_still(&mut self, real: Moment) {
        self.frozen = Some(self.at(real).0);
    }

    /// Continues from where the time stands, so that the change of mode is no jump.
    pub(crate) fn run(&mut self, real: Moment) {
        if let Some(moment) = self.frozen.take() {
            self.offset = moment - real.0;
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
    fn dates_are_read_as_official_sdks_write_them() {
        for text in [
            "2026-12-01T00:00:00.000Z",
            "2026-12-01T09:00:00+0900",
            "2026-12-01T09:00:00+09:00",
            "2026-12-01T00:00:00 Z",
            "2026-12-01T09:00:00 +0900",
            "2026-12-01 00:00:00 UTC",
            "2026-12-01 09:00:00",
            "2026-11-30T20:30:00-03:30",
        ] {
            assert_eq!(Moment::read(text), Some(Moment(1_796_083_200_000)), "{text}");
        }
        assert_eq!(Moment::read("2026-12-01").map(Moment::iso).as_deref(), Some("2026-12-01T00:00:00+09:00"));
        for text in ["", "tomorrow", "+09:00", "2026-13-01T00:00:00Z", "2026-12-01T09:00:00+x"] {
            assert_eq!(Moment::read(text), None, "{text}");
        }
        assert_eq!(Moment::end_of_month(2028, 2).map(Moment::iso).as_deref(), Some("2028-02-29T23:59:59+09:00"));
        assert_eq!(Moment::end_of_month(2028, 13), None);
    }

    #[test]
    fn it_goes_forwards_until_it_is_set_apart() {
        let real = |seconds: i64| Moment(1_793_500_542_000).plus_seconds(seconds);
        let mut clock = Clock::default();
        assert_eq!(clock.at(real(0)), real(0));
        clock.advance(60);
        assert_eq!(clock.at(real(1)), real(61));
        clock.stand_still(real(1));
        assert_eq!(clock.at(real(500)), real(61));
        clock.advance(60);
        clock.run(real(500));
        assert_eq!(clock.at(real(502)), real(123));
        clock.set_apart(real(502), -360);
        assert_eq!(clock.at(real(512)), real(152));
        clock.stand_still(real(512));
        clock.set_apart(real(600), 60);
        assert_eq!(clock.at(real(999)), real(660));
    }
}
