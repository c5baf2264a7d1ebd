use std::fmt;

/// An amount of won: a whole number from 1 (or 0, if its field says so) to 2^53, so that it is exact in
/// every language.
///
/// Holds any value the caller gave and is checked before a call, so that an invalid amount fails with the
/// same error in every language. [`Won::get`] returns the number, if it is one.
#[derive(Clone, PartialEq, Eq)]
pub struct Won(Result<i64, String>);

impl Won {
    /// The largest amount, 2^53.
    pub const MAX: i64 = 1 << 53;

    /// Returns the number; `None` if the given value is not a whole number.
    pub fn get(&self) -> Option<i64> {
        self.0.as_ref().ok().copied()
    }

    /// Holds a value of a dynamic language that is not a whole number, to be refused.
    #[cfg(any(feature = "__python", feature = "__node"))]
    pub(crate) fn not_whole(given: impl Into<String>) -> Self {
        Self(Err(given.into()))
    }
}

impl From<i64> for Won {
    fn from(won: i64) -> Self {
        Self(Ok(won))
    }
}

impl fmt::Debug for Won {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Ok(won) => won.fmt(f),
            Err(given) => f.write_str(given),
        }
    }
}

impl serde::Serialize for Won {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Ok(won) => serializer.serialize_i64(*won),
            Err(given) => Err(serde::ser::Error::custom(format!("{given} is not a whole number of won"))),
        }
    }
}

impl<'de> serde::Deserialize<'de> for Won {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self::from)
    }
}
