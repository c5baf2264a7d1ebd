//! Rules for cards.

use super::{Violation, money::Amount, text::is_digits};
use crate::value::{Secret, Timestamp};

/// Accepts 13 to 19 digits: the lengths of card numbers (ISO/IEC 7812); Korean ones have 14 to 16.
pub(crate) fn card_no(value: &Secret, field: &str) -> Result<(), Violation> {
    let number = value.expose();
    if is_digits(number) && (13..=19).contains(&number.len()) {
        Ok(())
    } else {
        Err(Violation::new(field, "must be 13 to 19 digits, without hyphens or blanks"))
    }
}

/// Accepts two digits: of a password, or a year.
pub(crate) fn two_digits(value: &Secret, field: &str) -> Result<(), Violation> {
    if is_digits(value.expose()) && value.expose().len() == 2 {
        Ok(())
    } else {
        Err(Violation::new(field, "must be two digits"))
    }
}

/// Accepts `01` to `12`.
pub(crate) fn month(value: &Secret, field: &str) -> Result<(), Violation> {
    match (value.expose().len(), number(value)) {
        (2, Some(1..=12)) => Ok(()),
        _ => Err(Violation::new(field, "must be two digits, `01` to `12`")),
    }
}

/// Accepts a card until the last day of its month, in Korean time.
pub(crate) fn not_expired(year: &Secret, month: &Secret, field: &str) -> Result<(), Violation> {
    let (this_year, this_month) = Timestamp::now().year_and_month();
    match (number(year), number(month)) {
        (Some(year), Some(month @ 1..=12)) if (2000 + year, month) < (this_year, this_month) => {
            Err(Violation::new(field, "must not be past: the card has expired"))
        }
        _ => Ok(()),
    }
}

fn number(value: &Secret) -> Option<i64> {
    let text = value.expose();
    if is_digits(text) { text.parse().ok() } else { None }
}

/// Accepts `00` for a lump sum, else `02` to `12` months.
pub(crate) fn card_quota(value: &str, field: &str) -> Result<(), Violation> {
    if matches!(months(value), Some(0 | 2..=12)) {
        Ok(())
    } else {
        Err(Violation::new(field, "must be `00` (a lump sum) or months, `02` to `12`"))
    }
}

/// Accepts instalments for payments of 50,000 won or more.
pub(crate) fn instalment(value: &str, price: &impl Amount, field: &str) -> Result<(), Violation> {
    if months(value) == Some(0) || price.amount().is_some_and(|price| price >= 50_000) {
        Ok(())
    } else {
        Err(Violation::new(field, "must be `00`: instalments need a price of at least 50,000 won"))
    }
}

fn months(value: &str) -> Option<u32> {
    if is_digits(value) && value.len() == 2 { value.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Won;

    fn secret(text: &str) -> Secret {
        Secret::new(text)
    }

    #[test]
    fn numbers_have_their_shape() {
        for good in ["5570123412341074", "371234567890123", "3012345678901"] {
            assert!(card_no(&secret(good), "card_no").is_ok(), "{good}");
        }
        for bad in ["", "5570-1234-1234-1074", "557012341234", "5570123412341074x", "55701234123410741234"] {
            assert!(card_no(&secret(bad), "card_no").is_err(), "{bad}");
        }
        for (text, ok) in [("01", true), ("12", true), ("00", false), ("13", false), ("1", false), ("+1", false)] {
            assert_eq!(month(&secret(text), "card_expire_month").is_ok(), ok, "{text}");
        }
    }

    #[test]
    fn a_card_is_good_until_the_end_of_its_month() {
        let (year, month) = Timestamp::now().year_and_month();
        let written = |number: i64| secret(&format!("{:02}", number % 100));
        assert!(not_expired(&written(year), &written(month), "card_expire_year").is_ok());
        assert!(not_expired(&written(year + 1), &written(1), "card_expire_year").is_ok());
        assert!(not_expired(&written(year - 1), &written(12), "card_expire_year").is_err());
        // What is no month is the month's own mistake.
        for none in ["00", "13", "x"] {
            assert!(not_expired(&written(year - 1), &secret(none), "card_expire_year").is_ok(), "{none}");
        }
        if month > 1 {
            assert!(not_expired(&written(year), &written(month - 1), "card_expire_year").is_err());
        }
    }

    #[test]
    fn instalments_are_months_of_a_large_enough_price() {
        for (quota, ok) in [("00", true), ("02", true), ("12", true), ("01", false), ("13", false), ("3", false)] {
            assert_eq!(card_quota(quota, "card_quota").is_ok(), ok, "{quota}");
        }
        assert!(instalment("03", &Won::from(50_000), "card_quota").is_ok());
        assert!(instalment("03", &Won::from(49_999), "card_quota").is_err());
        assert!(instalment("00", &Won::from(100), "card_quota").is_ok());
    }
}
