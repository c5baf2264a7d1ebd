//! Names in source text.

/// Replaces a name wherever it stands by itself.
pub fn rename(text: &str, from: &str, to: &str) -> String {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut renamed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(from) {
        let (before, after) = (&rest[..at], &rest[at + from.len()..]);
        let last = before.chars().next_back().or_else(|| renamed.chars().next_back());
        let is_whole = !last.is_some_and(is_part) && !after.chars().next().is_some_and(is_part);
        renamed += before;
        renamed += if is_whole { to } else { from };
        rest = after;
    }
    renamed + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_names_are_renamed() {
        let text = "-> Payments { FfiConverterTypePayments.lift(Payments(of: PaymentsOf)) }Payments";
        let renamed = "-> Native { FfiConverterTypePayments.lift(Native(of: PaymentsOf)) }Native";
        assert_eq!(rename(text, "Payments", "Native"), renamed);
        assert_eq!(rename("WonWon Won", "Won", "Int"), "WonWon Int");
    }
}
