//! Rules for bank accounts.

use super::{Violation, text::is_digits};
use crate::{model::Bank, value::Secret};

/// An account number in digits.
pub(crate) fn bank_account(value: &Secret, field: &str) -> Result<(), Violation> {
    if is_digits(value.expose()) {
        Ok(())
    } else {
        Err(Violation::new(field, "must be digits only, without hyphens or blanks"))
    }
}

/// Three digits, of a bank that is known or of a newer one.
pub(crate) fn bank_code(value: &Bank, field: &str) -> Result<(), Violation> {
    match value {
        Bank::Unknown { value } if !(is_digits(value) && value.len() == 3) => {
            Err(Violation::new(field, "must be the three digits of a bank, like 004, or its Korean name"))
        }
        _ => Ok(()),
    }
}

/// A bank's Korean name, or the digits of one that is known.
pub(crate) fn bank_name(value: &Bank, field: &str) -> Result<(), Violation> {
    match value {
        Bank::Unknown { value } if value.is_empty() || is_digits(value) => {
            Err(Violation::new(field, "must be a bank's Korean name, like 국민"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::symbol::Symbol;

    #[test]
    fn banks_go_by_code_or_name() {
        for (word, code, name) in [
            ("004", true, true),
            ("국민", true, true),
            ("국민은행", true, true),
            ("777", true, false),
            ("동네은행", false, true),
            ("", false, false),
        ] {
            let bank = Bank::from_symbol(word).unwrap();
            assert_eq!(
                (bank_code(&bank, "bank_code").is_ok(), bank_name(&bank, "bank_name").is_ok()),
                (code, name),
                "{word}"
            );
        }
    }
}
