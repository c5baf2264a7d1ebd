use std::{
    fmt,
    time::{Duration, SystemTime},
};

use jiff::{
    civil::{Date, DateTime},
    tz,
};

/// An instant of time.
///
/// Bootpay sends ISO 8601 with `+09:00`; a date without an offset is read as Korean time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(jiff::Timestamp);

const KOREA: tz::Offset = tz::offset(9);

impl Timestamp {
    /// Stands for a date of another language that is out of range, to be refused.
    #[cfg(feature = "__uniffi")]
    pub(crate) const OUT_OF_RANGE: Self = Self(jiff::Timestamp::MAX);

    /// Returns the present time.
    pub fn now() -> Self {
        Self(jiff::Timestamp::now())
    }

    /// Parses any format in which Bootpay and its SDKs write a date; returns `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Ok(instant) = text.parse::<jiff::Timestamp>() {
            return Some(Self(instant));
        }
        let compact: String = text.split_whitespace().collect::<Vec<_>>().join("T");
        let compact = compact.replacen("T+", "+", 1).replacen("TZ", "Z", 1).replacen("TUTC", "Z", 1);
        if let Ok(instant) = compact.parse::<jiff::Timestamp>() {
            return Some(Self(instant));
        }
        // `20220410235959`, as some PGs write it.
        let digits = compact.len() == 14 && compact.bytes().all(|byte| byte.is_ascii_digit());
        let civil = if digits { format!("{}T{}", &compact[..8], &compact[8..]) } else { compact };
        let civil: DateTime = civil.parse().ok()?;
        KOREA.to_timestamp(civil).ok().map(Self)
    }

    /// Parses a deadline: a date without a time is the end of that day in Korea.
    pub(crate) fn parse_deadline(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_date = matches!(text.len(), 8 | 10) && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if is_date {
            let day: Date = text.parse().ok()?;
            return KOREA.to_timestamp(day.at(23, 59, 59, 0)).ok().map(Self);
        }
        Self::parse(text)
    }

    /// Returns milliseconds since 1970-01-01T00:00:00Z.
    pub fn as_millis(self) -> i64 {
        self.0.as_millisecond()
    }

    /// Creates it from milliseconds since 1970-01-01T00:00:00Z; returns `None` if they are out of range.
    pub fn from_millis(millis: i64) -> Option<Self> {
        jiff::Timestamp::from_millisecond(millis).ok().map(Self)
    }

    /// Returns the time after this duration; the same time if that is out of range.
    pub(crate) fn after(self, duration: Duration) -> Self {
        jiff::SignedDuration::try_from(duration).ok().and_then(|by| self.0.checked_add(by).ok()).map_or(self, Self)
    }

    /// Returns the year and the month, in Korean time.
    pub(crate) fn year_and_month(self) -> (i64, i64) {
        let civil = KOREA.to_datetime(self.0);
        (civil.year().into(), civil.month().into())
    }

    /// Returns true if its year has at most four digits in Korean time, as Bootpay writes dates.
    pub(crate) fn can_be_written(self) -> bool {
        self.0 < jiff::Timestamp::MAX && (1..=9999).contains(&self.year_and_month().0)
    }

    /// Returns the instant as a type of the `jiff` crate.
    pub fn to_jiff(self) -> jiff::Timestamp {
        self.0
    }
}

impl From<Timestamp> for SystemTime {
    fn from(Timestamp(instant): Timestamp) -> Self {
        let since_epoch = instant.as_duration();
        if since_epoch.is_negative() {
            Self::UNIX_EPOCH - since_epoch.unsigned_abs()
        } else {
            Self::UNIX_EPOCH + since_epoch.unsigned_abs()
        }
    }
}

impl TryFrom<SystemTime> for Timestamp {
    type Error = jiff::Error;
    fn try_from(time: SystemTime) -> Result<Self, Self::Error> {
        jiff::Timestamp::try_from(time).map(Self)
    }
}

/// Formats as RFC 3339 in Korean time, as Bootpay does.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.display_with_offset(KOREA).fmt(f)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl serde::Serialize for Timestamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Timestamp {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not a date"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_every_form_seen_on_the_wire() {
        let expected = Timestamp::parse("2026-11-01T10:15:42+09:00").unwrap();
        for text in [
            "2026-11-01T01:15:42Z",
            "2026-11-01T01:15:42.000Z",
            "2026-11-01T10:15:42+0900",
            "2026-11-01T10:15:42 +0900",
            "2026-11-01T01:15:42 Z",
            "2026-11-01 01:15:42 UTC",
            "2026-11-01 10:15:42",
            "2026-11-01T10:15:42",
            "20261101101542",
        ] {
            assert_eq!(Timestamp::parse(text), Some(expected), "{text}");
        }
        for text in ["", "soon", "2026-13-01T00:00:00Z", "10:15"] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
        assert_eq!(expected.to_string(), "2026-11-01T10:15:42+09:00");
    }

    proptest! {
        #[test]
        fn round_trips(seconds in -2_000_000_000_i64..20_000_000_000) {
            let instant = Timestamp(jiff::Timestamp::from_second(seconds).unwrap());
            prop_assert_eq!(Timestamp::parse(&instant.to_string()), Some(instant));
        }
    }
}
