//! Rules for application ids and keys.

use super::Violation;
use crate::setup::samples::is_sample;

/// Accepts the shape of an application id.
pub(crate) fn application_id(value: &str, field: &str) -> Result<(), Violation> {
    if !is_application_id(value) {
        let rule = "must be 24 hexadecimal digits; copy the application id again from Bootpay's console";
        return Err(Violation::new(field, rule));
    }
    own(value, field)
}

pub(crate) fn is_application_id(value: &str) -> bool {
    value.len() == 24 && value.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Refuses ids and keys of public manuals, whose payments are not the merchant's.
pub(crate) fn own(value: &str, field: &str) -> Result<(), Violation> {
    if is_sample(value) {
        let rule = "must be your own: this is the sample of a public manual; copy yours from Bootpay's console";
        return Err(Violation::new(field, rule));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn application_ids_are_24_hexadecimal_digits_and_no_samples() {
        for (id, ok) in [
            ("0123456789abcdefABCDEF01", true),
            ("0123456789abcdefABCDEF0", false),
            ("0123456789abcdefABCDEF012", false),
            ("0123456789abcdefABCDEF0g", false),
            (" 123456789abcdefABCDEF01", false),
            ("", false),
            ("5b8f6a4d396fa665fdc2b5ea", false),
            ("5B8F6A4D396FA665FDC2B5EA", false),
        ] {
            assert_eq!(application_id(id, "web").is_ok(), ok, "{id}");
        }
    }
}
