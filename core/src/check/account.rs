//! Rules for bank accounts.

use super::{Violation, text::is_digits};
use crate::{model::Bank, value::Secret};

/// Accepts an account number in digits.
pub(crate) fn bank_account(value: &Secret, field: &str) -> Result<(), Violation> {
    if is_digits(value.expose()) {
        Ok(())
    } else {
        Err(Violation::new(field, "must be digits only, without hyphens or blanks"))
    }
}

/// Accepts three digits, of a known bank or of a newer one.
pub(crate) fn bank_code(value: &Bank, field: &str) -> Result<(), Violation> {
    match value {
        Bank::Unknown { value } if !(is_digits(value) && value.len() == 3) => {
            Err(Violation::new(field, "must be a bank's three-digit code, like 004, or its Korean name"))
        }
        _ => Ok(()),
    }
}

/// Accepts a bank's Korean name, or the code of a known bank.
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
