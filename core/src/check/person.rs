//! Rules for personal identifiers.

use super::{Violation, text::is_digits};
use crate::value::Secret;

/// Accepts a Korean phone number in digits.
pub(crate) fn phone(value: &str, field: &str) -> Result<(), Violation> {
    if is_digits(value) && value.starts_with('0') && (9..=11).contains(&value.len()) {
        Ok(())
    } else {
        Err(Violation::new(field, "must be a Korean phone number in digits, like 01012345678"))
    }
}

/// Accepts a phone number in digits, Korean or of any country with its code (E.164).
pub(crate) fn any_phone(value: &str, field: &str) -> Result<(), Violation> {
    if is_digits(value) && (8..=15).contains(&value.len()) {
        Ok(())
    } else {
        Err(Violation::new(field, "must be a phone number of 8 to 15 digits, without other characters"))
    }
}

/// Accepts the holder's date of birth, or a business number.
pub(crate) fn birth_or_business_no(value: &Secret, field: &str) -> Result<(), Violation> {
    let number = value.expose();
    match number.len() {
        6 if is_birth(number) => Ok(()),
        10 if is_digits(number) => Ok(()),
        _ => Err(Violation::new(field, "must be a date of birth (YYMMDD) or a business number (10 digits)")),
    }
}

/// Accepts a date of birth, with or without the digit that follows it in the resident number.
pub(crate) fn resident_no(value: &Secret, field: &str) -> Result<(), Violation> {
    let number = value.expose();
    if matches!(number.len(), 6 | 7) && is_digits(number) && is_birth(&number[..6]) {
        Ok(())
    } else {
        Err(Violation::new(field, "must be a date of birth (YYMMDD) and the first digit after it, 7 digits"))
    }
}

/// Accepts a phone, resident or business number, or the number of a card for cash receipts.
pub(crate) fn cash_receipt_identity(value: &Secret, field: &str) -> Result<(), Violation> {
    let number = value.expose();
    if is_digits(number) && (10..=19).contains(&number.len()) {
        Ok(())
    } else {
        let rule = "must be a phone, resident, business or cash receipt card number: 10 to 19 digits";
        Err(Violation::new(field, rule))
    }
}

/// Accepts the code of a text message.
pub(crate) fn otp(value: &Secret, field: &str) -> Result<(), Violation> {
    if is_digits(value.expose()) && value.expose().len() == 6 {
        Ok(())
    } else {
        Err(Violation::new(field, "must be six digits"))
    }
}

fn is_birth(number: &str) -> bool {
    let part = |from: usize| number.get(from..from + 2).and_then(|part| part.parse::<u8>().ok());
    is_digits(number) && matches!(part(2), Some(1..=12)) && matches!(part(4), Some(1..=31))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_persons_have_their_shape() {
        for (text, ok) in
            [("861014", true), ("1234567890", true), ("861314", false), ("861032", false), ("86101", false)]
        {
            assert_eq!(birth_or_business_no(&Secret::new(text), "identity_no").is_ok(), ok, "{text}");
        }
        for (text, ok) in [("8610141", true), ("861014", true), ("8613141", false), ("86101412", false), ("", false)] {
            assert_eq!(resident_no(&Secret::new(text), "identity_no").is_ok(), ok, "{text}");
        }
        for (text, ok) in [("01012345678", true), ("0212345678", true), ("010-1234-5678", false), ("1012345678", false)]
        {
            assert_eq!(phone(text, "phone").is_ok(), ok, "{text}");
        }
        for (text, ok) in [
            ("01012345678", true),
            ("050212345678", true),
            ("821012345678", true),
            ("12025550123", true),
            ("+821012345678", false),
            ("010-1234-5678", false),
            ("1234567", false),
            ("", false),
        ] {
            assert_eq!(any_phone(text, "phone").is_ok(), ok, "{text}");
        }
        for text in ["일이삼사오육", "가나", "é12345"] {
            assert!(resident_no(&Secret::new(text), "identity_no").is_err());
            assert!(birth_or_business_no(&Secret::new(text), "identity_no").is_err());
        }
    }
}
