//! Numbers, as exact as they are written.

use std::borrow::Cow;

use super::text::string;
use crate::value::Won;

/// A whole number written as `1`, `1.0`, `"1"` or `"1.0"`.
pub(crate) fn lenient_integer(json: &str) -> Option<i64> {
    scaled(json, 0)
}

/// An amount in the smallest unit of its currency: `12.5` US dollars are 1250.
pub(crate) fn minor_units(json: &str, currency: &str) -> Option<i64> {
    // ISO 4217: these have no smaller unit, or thousandths; all others in use have hundredths.
    const WHOLE: [&str; 16] = [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    ];
    const THOUSANDTHS: [&str; 7] = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];
    let digits = match currency {
        whole if WHOLE.contains(&whole) => 0,
        fine if THOUSANDTHS.contains(&fine) => 3,
        _ => 2,
    };
    scaled(json, digits)
}

/// Exactly the number × 10^`digits`, as far as every language can hold it.
fn scaled(json: &str, digits: usize) -> Option<i64> {
    let text = match json.as_bytes().first()? {
        b'-' | b'0'..=b'9' => decimal(json, digits)?,
        _ => string(json)?,
    };
    let (whole, fraction) = parts(text.trim());
    if fraction.len() > digits || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 =
        if digits == 0 { whole.parse().ok()? } else { format!("{whole}{fraction:0<digits$}").parse().ok()? };
    (number.unsigned_abs() <= Won::MAX.unsigned_abs()).then_some(number)
}

/// A number without an exponent. Of one that has more digits than count, the shortest that is the same float:
/// `0.28999999999999998` is how some write 0.29.
fn decimal(number: &str, digits: usize) -> Option<Cow<'_, str>> {
    let as_float = number.contains(['e', 'E']) || parts(number).1.len() > digits;
    if as_float { number.parse::<f64>().ok().map(|float| float.to_string().into()) } else { Some(number.into()) }
}

/// Splits a number into the digits before the point and the significant digits after it.
fn parts(text: &str) -> (&str, &str) {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    (whole, fraction.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_exact_or_refused() {
        for (json, currency, expected) in [
            ("1e3", "KRW", Some(1000)),
            ("1.5E+3", "KRW", Some(1500)),
            ("1500e-1", "USD", Some(15_000)),
            ("-5", "KRW", Some(-5)),
            ("-0", "KRW", Some(0)),
            ("-0.0", "USD", Some(0)),
            ("0.1", "KRW", None),
            ("15000.000", "KRW", Some(15_000)),
            ("\"12.30\"", "USD", Some(1230)),
            ("12.345", "USD", None),
            ("12.345", "KWD", Some(12345)),
            ("0.28999999999999998", "USD", Some(29)),
            ("0.30000000000000004", "USD", None),
            ("9007199254740992", "KRW", Some(1 << 53)),
            ("9007199254740993", "KRW", None),
            ("9007199254740993.0", "KRW", None),
            ("90071992547409.93", "USD", None),
            ("90071992547409.92", "USD", Some(1 << 53)),
            ("18446744073709551616", "KRW", None),
            ("1e30", "KRW", None),
            ("\"\"", "KRW", None),
            ("\" 15000\\n\"", "KRW", Some(15_000)),
            ("\"1e3\"", "KRW", None),
            ("\"1.\"", "KRW", Some(1)),
            ("\".5\"", "USD", Some(50)),
            ("\"1.-5\"", "USD", None),
            ("\"\\u0031\"", "KRW", Some(1)),
            ("null", "KRW", None),
            ("true", "KRW", None),
            ("[1]", "KRW", None),
        ] {
            assert_eq!(minor_units(json, currency), expected, "{json} {currency}");
        }
    }

    proptest! {
        #[test]
        fn cents_survive_floats(cents in 0_i64..1_000_000_000) {
            #[allow(clippy::cast_precision_loss)]
            let dollars = cents as f64 / 100.0;
            prop_assert_eq!(minor_units(&serde_json::json!(dollars).to_string(), "USD"), Some(cents));
            prop_assert_eq!(minor_units(&format!("{dollars:.17}"), "USD"), Some(cents));
        }
    }
}
