//! Text as a search compares it, however a keyboard or a file wrote it.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// Full-width letters, digits and blanks as plain ones, and letters composed (NFC): a Korean keyboard writes both widths,
/// and macOS takes Hangul apart.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let composer = ComposingNormalizerBorrowed::new_nfc();
    if !text.contains(is_wide) {
        return composer.normalize(text);
    }
    let narrow: String = text.chars().map(narrowed).collect();
    Cow::Owned(composer.normalize(&narrow).into_owned())
}

fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{ff01}'..='\u{ff5e}' | '\u{3000}')
}

fn narrowed(letter: char) -> char {
    match letter {
        '\u{3000}' => ' ',
        wide if is_wide(wide) => char::from_u32(u32::from(wide) - 0xfee0).unwrap_or(wide),
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_and_decompositions_are_one() {
        for (written, plain) in [
            ("tea", "tea"),
            ("무선 이어폰", "무선 이어폰"),
            ("\u{1106}\u{116e}\u{1109}\u{1165}\u{11ab}", "무선"),
            ("ＡＢＣ－１２３　ｘ", "ABC-123 x"),
            ("cafe\u{301}", "café"),
            ("Ｗ\u{1106}\u{116e}", "W무"),
            ("①㈜㎏ｶ", "①㈜㎏ｶ"),
        ] {
            assert_eq!(folded(written), plain);
        }
    }
}
