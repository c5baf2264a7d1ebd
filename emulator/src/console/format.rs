//! Numbers, dates and foreign text as the pages show them.

use std::fmt::Write as _;

use serde_json::Value;

use super::language::Language;
use crate::domain::clock::Moment;
use crate::domain::money::Money;
pub(super) use crate::domain::money::grouped;

/// An amount of won: `12,000원`, `₩12,000`.
pub(super) fn won(amount: i64, language: Language) -> String {
    let text = grouped(amount);
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("\u{2212}", digits));
    match language {
        Language::Ko => format!("{sign}{digits}원"),
        Language::En => format!("{sign}₩{digits}"),
    }
}

/// An amount of any currency; one other than the won has its code.
pub(super) fn amount(money: Money, currency: &str, language: Language) -> String {
    if currency == "KRW" && money.is_whole() {
        return won(money.0 / 100, language);
    }
    format!("{} {}", money.grouped(), visible(currency))
}

/// A date and time in Korea: `2026-11-29 14:03:07`.
pub(super) fn date_time(moment: Moment) -> String {
    moment.plain()
}

/// Returns whether a letter shows nothing of itself: a control, a mark of direction, a letter without width.
pub(super) fn is_hidden(letter: char) -> bool {
    let hides = matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{61c}');
    hides || (letter.is_control() && !matches!(letter, '\n' | '\t'))
}

/// JSON in one line, in which hidden letters are escaped: the same value, with nothing hidden in a terminal.
pub(super) fn json_line(value: &Value) -> String {
    unhidden(&value.to_string())
}

/// The same in lines, to read and to edit.
pub(super) fn json_lines(value: &Value) -> String {
    unhidden(&serde_json::to_string_pretty(value).unwrap_or_default())
}

/// JSON in which hidden letters, which stand in its strings alone, are escaped.
fn unhidden(json: &str) -> String {
    let mut shown = String::with_capacity(json.len());
    for letter in json.chars() {
        if is_hidden(letter) {
            let mut units = [0; 2];
            for unit in letter.encode_utf16(&mut units) {
                let _ = write!(shown, "\\u{unit:04x}");
            }
        } else {
            shown.push(letter);
        }
    }
    shown
}

/// What was typed, without hidden letters: a field shows it as it is.
pub(super) fn typed(text: &str) -> String {
    text.trim().chars().filter(|letter| !is_hidden(*letter)).collect()
}

/// Foreign text in which nothing is hidden: controls, marks of direction and letters without width become visible.
pub(super) fn visible(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_hidden(letter) {
            let _ = write!(visible, "[U+{:04X}]", u32::from(letter));
        } else {
            visible.push(letter);
        }
    }
    visible
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_and_named_by_language() {
        assert_eq!(won(1_234_567, Language::Ko), "1,234,567원");
        assert_eq!(won(999, Language::En), "₩999");
        assert_eq!(won(-5_000, Language::Ko), "\u{2212}5,000원");
        assert_eq!(won(-5_000, Language::En), "\u{2212}₩5,000");
        assert_eq!(amount(Money(123_450), "USD", Language::Ko), "1,234.50 USD");
    }

    #[test]
    fn nothing_in_a_foreign_text_is_hidden() {
        assert_eq!(visible("무선 이어폰 🎧"), "무선 이어폰 🎧");
        assert_eq!(visible("live\u{202e}evil\u{200b}\u{7}"), "live[U+202E]evil[U+200B][U+0007]");
    }
}
