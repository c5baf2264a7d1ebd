//! An amount is exact or refused, however it is written.

use arbitrary::{Result, Unstructured};
use bootpay_core::{
    Won,
    fuzz::{Check, minor_units},
};
use serde_json::{Value, json};

const CURRENCIES: [(&str, u32); 3] = [("KRW", 0), ("USD", 2), ("KWD", 3)];

/// Checks one JSON text, and one number in all its forms.
pub fn check(data: &[u8]) {
    if let Ok(value) = serde_json::from_slice::<Value>(data) {
        any(&value);
    }
    if let Ok(text) = str::from_utf8(data) {
        any(&text.into());
    }
    // Bytes that are too few are no number.
    let _ = number(&mut Unstructured::new(data));
}

/// What is read as an amount is what is written.
fn any(value: &Value) {
    for (currency, digits) in CURRENCIES {
        let Some(amount) = minor_units(value, currency) else { continue };
        assert!(amount.unsigned_abs() <= Won::MAX.unsigned_abs(), "{value} became {amount}");
        match value {
            Value::String(text) => assert!(same(text, amount, digits), "{text:?} became {amount} of {currency}"),
            Value::Number(number) if number.is_f64() => {
                #[allow(clippy::cast_precision_loss)] // it is at most 2^53
                let back = amount as f64 / 10_f64.powi(digits.cast_signed());
                assert_eq!(number.as_f64(), Some(back), "became {amount} of {currency}");
            }
            Value::Number(number) => {
                let whole = number.as_i128().expect("a whole number");
                assert_eq!(i128::from(amount), whole * 10_i128.pow(digits), "{number} of {currency}");
            }
            other => panic!("{other} became {amount}"),
        }
    }
    if let Ok(won) = serde_json::from_value::<Won>(value.clone()) {
        assert_eq!(won.get(), value.as_i64());
        let fits = value.as_i64().is_some_and(|won| (1..=Won::MAX).contains(&won));
        assert_eq!(won.check("amount").is_ok(), fits, "{value}");
    }
}

/// Whether a decimal text is `amount` / 10^`digits`, digit by digit.
fn same(text: &str, amount: i64, digits: u32) -> bool {
    let text = text.trim();
    let unsigned = text.trim_start_matches(['+', '-']);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let written = format!("{whole}{fraction:0<width$}", width = digits as usize);
    let written = written.trim_start_matches('0');
    let negative = text.starts_with('-') && !written.is_empty();
    let amount = if amount == 0 { String::new() } else { amount.to_string() };
    text.len() <= unsigned.len() + 1 && amount == format!("{}{written}", if negative { "-" } else { "" })
}

/// A number of minor units is read whatever its form.
fn number(u: &mut Unstructured<'_>) -> Result<()> {
    let (currency, digits) = *u.choose(&CURRENCIES)?;
    let amount: i64 = u.arbitrary()?;
    let expected = (amount.unsigned_abs() <= Won::MAX.unsigned_abs()).then_some(amount);
    let unit = 10_u64.pow(digits);
    let (whole, fraction) = (amount.unsigned_abs() / unit, amount.unsigned_abs() % unit);
    let sign = if amount < 0 { "-" } else { "" };
    let mut forms = vec![];
    if fraction == 0 {
        forms.push(json!(format!("{sign}{whole}")));
        forms.push(serde_json::from_str(&format!("{sign}{whole}")).expect("a number"));
    }
    if digits > 0 {
        forms.push(json!(format!("{sign}{whole}.{fraction:0>width$}", width = digits as usize)));
        forms.push(json!(format!(" {sign}{whole}.{fraction:0>width$}000\n", width = digits as usize)));
    }
    // A float has about 15 digits that can be relied on.
    if amount.unsigned_abs() < 100_000_000_000_000 {
        let float = format!("{sign}{whole}.{fraction:0>width$}", width = digits.max(1) as usize);
        forms.push(serde_json::from_str(&float).expect("a number"));
        forms.push(serde_json::from_str(&format!("{amount}e-{digits}")).expect("a number"));
    }
    for form in forms {
        assert_eq!(minor_units(&form, currency), expected, "{form} of {currency}");
    }
    let won = Won::from(amount);
    assert_eq!(won.check("amount").is_ok(), (1..=Won::MAX).contains(&amount), "{amount}");
    Ok(())
}
