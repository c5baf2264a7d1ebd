//! Amounts without floats.

use serde::{Deserialize, Serialize};
use serde_json::{Number, Value};

/// An amount in hundredths of the currency's unit, so that won and cents are both whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Money(pub(crate) i64);

/// An amount with its currency, as a sentence says it: `12,000 KRW`; in Korean, by `{:#}`, `12,000원`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Amount {
    money: Money,
    currency: Box<str>,
}

/// The largest amount that JSON carries exactly.
const MOST: i64 = (1 << 53) * 100;

impl Money {
    pub(crate) const ZERO: Self = Self(0);

    /// Reads `1000`, `1000.0` and `"1000"` alike, as Bootpay does; at most two decimals.
    pub(crate) fn read(value: &Value) -> Option<Self> {
        let text = match value {
            Value::Number(number) => number.to_string(),
            Value::String(text) => text.trim().to_owned(),
            _ => return None,
        };
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.as_str()),
        };
        let (units, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let decimals = decimals.trim_end_matches('0');
        if !plain(units) || decimals.len() > 2 || !(decimals.is_empty() || plain(decimals)) {
            return None;
        }
        let units: i64 = units.parse().ok()?;
        let cents: i64 = format!("{decimals:0<2}").parse().ok()?;
        let amount = units.checked_mul(100)?.checked_add(cents)?;
        (amount <= MOST).then_some(Self(sign * amount))
    }

    /// Returns whether the amount is a whole number of units: a won has no decimals.
    pub(crate) fn is_whole(self) -> bool {
        self.0 % 100 == 0
    }

    /// The amount in this currency.
    pub(crate) fn of(self, currency: &str) -> Amount {
        Amount { money: self, currency: currency.into() }
    }

    /// The amount in won.
    pub(crate) fn won(self) -> Amount {
        self.of("KRW")
    }

    /// The amount with its thousands apart: `12,000`, `12.50`.
    pub(crate) fn grouped(self) -> String {
        let plain = self.to_string();
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("-", digits));
        let cents = digits.find('.').map_or("", |point| &digits[point..]);
        format!("{sign}{}{cents}", grouped(self.0.abs() / 100))
    }

    /// The JSON number: an integer where the amount is whole.
    pub(crate) fn json(self) -> Value {
        if self.is_whole() {
            return Value::from(self.0 / 100);
        }
        self.to_string().parse::<f64>().ok().and_then(Number::from_f64).map_or(Value::Null, Value::Number)
    }
}

/// A whole number with its thousands apart: `12,000`.
pub(crate) fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3 + 1);
    if number < 0 {
        grouped.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

impl std::ops::Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::ops::Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl std::fmt::Display for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (units, cents) = (self.0.abs() / 100, self.0.abs() % 100);
        if cents == 0 { write!(f, "{sign}{units}") } else { write!(f, "{sign}{units}.{cents:02}") }
    }
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let amount = self.money.grouped();
        if f.alternate() && &*self.currency == "KRW" {
            return write!(f, "{amount}원");
        }
        write!(f, "{amount} {}", self.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn reads_what_official_sdks_send() {
        for value in [json!("a"), json!(""), json!(1.234), json!(1e300), json!(null)] {
            assert_eq!(Money::read(&value), None, "{value}");
        }
    }

    #[test]
    fn people_read_amounts_with_their_thousands_apart() {
        assert_eq!(
            [0, 999, 1_000, -1_234_567, i64::MIN].map(grouped),
            ["0", "999", "1,000", "-1,234,567", "-9,223,372,036,854,775,808"]
        );
        let won = Money(1_200_000).won();
        assert_eq!((format!("{won}"), format!("{won:#}")), ("12,000 KRW".into(), "12,000원".into()));
        let dollars = Money(-123_450).of("USD");
        assert_eq!((format!("{dollars}"), format!("{dollars:#}")), ("-1,234.50 USD".into(), "-1,234.50 USD".into()));
        assert_eq!(Money(-50).grouped(), "-0.50");
    }

    #[test]
    fn writes_integers_where_it_can() {
        assert_eq!(Money(100_000).json(), json!(1000));
        assert_eq!(Money(1205).json(), json!(12.05));
    }
}
