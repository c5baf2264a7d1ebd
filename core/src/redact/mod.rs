//! Redaction of secrets and personal numbers in error texts that quote outside input.

mod decoded;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::value::{MASK, Secret};
use decoded::readings;

/// Shorter than any real key: two digits of a card's password, or of its expiry. Redacted wherever it
/// stands, it would only make the text unreadable.
const SHORT: usize = 3;

/// The merchant's keys, and what is secret in one call.
#[derive(Clone, Copy)]
pub(crate) struct Redactor<'a> {
    pub(crate) keys: &'a [Secret],
    /// As the `Authorization` header carries it.
    pub(crate) credential: &'a [Secret],
    /// Of the fields of the request.
    pub(crate) request: &'a [Secret],
}

impl Redactor<'_> {
    pub(crate) const NOTHING: Redactor<'static> = Redactor { keys: &[], credential: &[], request: &[] };

    /// The text without secrets and long numbers (cards, accounts), and not without end.
    pub(crate) fn redact(&self, text: &str) -> String {
        const CHARACTERS: usize = 1000;
        self.beginning(text, CHARACTERS)
    }

    /// The beginning of a body.
    pub(crate) fn excerpt(&self, body: &[u8]) -> String {
        const CHARACTERS: usize = 200;
        self.beginning(&String::from_utf8_lossy(body), CHARACTERS)
    }

    /// Cut last: what is left of a secret that was cut could not be recognised.
    fn beginning(&self, text: &str, characters: usize) -> String {
        /// Letters that one letter takes in its longest escape, and then some.
        const EACH: usize = 8;
        let mut clean = self.without_numbers(&self.without_secrets(text.to_owned()));
        // Where what is said ends in the text.
        let end = |text: &str, count| text.char_indices().nth(count).map_or(text.len(), |(end, _)| end);
        if self.is_told_by(&clean[..end(&clean, characters * EACH)]) {
            return MASK.into();
        }
        clean.truncate(end(&clean, characters));
        clean
    }

    /// Returns true if a reader who knows the encoding could find a secret in it, or the beginning of one
    /// at its end, where a reply was cut.
    fn is_told_by(&self, text: &str) -> bool {
        /// Fewer letters say little, and stand anywhere.
        const BEGINNING: usize = 6;
        let shows = |reading: &[u8], secret: &str| {
            String::from_utf8_lossy(reading).contains(secret)
                || (BEGINNING..secret.len()).any(|length| reading.ends_with(&secret.as_bytes()[..length]))
        };
        let secrets: Vec<&str> = self.all().map(bare).filter(|secret| secret.len() > SHORT).collect();
        readings(text.as_bytes()).iter().any(|reading| secrets.iter().any(|secret| shows(reading, secret)))
    }

    fn all(&self) -> impl Iterator<Item = &Secret> {
        self.keys.iter().chain(self.credential).chain(self.request)
    }

    fn without_secrets(&self, text: String) -> String {
        let mut forms: Vec<String> = self.all().flat_map(forms).collect();
        forms.retain(|form| form.len() > SHORT);
        // One may be a part of another.
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        forms.iter().fold(text, |text, form| text.replace(form.as_str(), MASK))
    }

    /// Long numbers, and those of the request, however they are grouped.
    fn without_numbers(&self, text: &str) -> String {
        const LONG: usize = 12;
        let secrets: Vec<&str> = self.request.iter().map(Secret::expose).filter(|secret| !secret.is_empty()).collect();
        let is_hidden = |digits: &str, before: &str| {
            let is_value = before.trim_end_matches([' ', '"', '\'', '\\']).ends_with([':', '=']);
            digits.len() >= LONG
                || secrets.iter().any(|secret| match secret.len() {
                    ..=SHORT => is_value && digits == *secret,
                    _ => digits.contains(secret),
                })
        };
        let mut clean = String::with_capacity(text.len());
        let mut run = String::new();
        let flush = |run: &mut String, clean: &mut String| {
            let number = run.trim_end_matches(['-', ' ']);
            let digits: String = number.chars().filter(char::is_ascii_digit).collect();
            let hidden = !digits.is_empty() && is_hidden(&digits, clean);
            clean.push_str(if hidden { MASK } else { number });
            clean.push_str(&run[number.len()..]);
            run.clear();
        };
        for letter in text.chars() {
            if letter.is_ascii_digit() || (!run.is_empty() && matches!(letter, '-' | ' ')) {
                run.push(letter);
            } else {
                flush(&mut run, &mut clean);
                clean.push(letter);
            }
        }
        flush(&mut run, &mut clean);
        clean
    }
}

/// Without the word that stands before a credential in its header.
fn bare(secret: &Secret) -> &str {
    let text = secret.expose();
    text.strip_prefix("Bearer ").or_else(|| text.strip_prefix("Basic ")).unwrap_or(text)
}

/// A secret as it stands in plain text, in JSON and in a URL.
fn forms(secret: &Secret) -> [String; 4] {
    let text = bare(secret);
    let unicode = ["&", "+", "<", "=", ">"]
        .iter()
        .fold(text.to_owned(), |text, letter| text.replace(letter, &format!("\\u{:04x}", letter.as_bytes()[0])));
    let url = utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    [text.to_owned(), text.replace('/', "\\/"), unicode, url]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_form_of_a_secret_is_repeated() {
        let keys = [Secret::new("abc"), Secret::new("abcdefKEY"), Secret::new("ab/KEYcd==")];
        let redactor = Redactor {
            keys: &keys,
            credential: &[Secret::new("Bearer KEYtoken")],
            request: &[Secret::new("1101234567")],
        };
        for text in [
            "abc abcdefKEY",
            r"ab\/KEYcd==",
            r"ab/KEYcd\u003d\u003d",
            "ab%2FKEYcd%3D%3D",
            "Bearer KEYtoken",
            "account 1101234567",
        ] {
            let clean = redactor.redact(text);
            assert!(!clean.contains("KEY") && !clean.contains("1101234567"), "{text} became {clean}");
        }
    }

    #[test]
    fn a_secret_that_is_written_in_another_way_hides_all() {
        let secrets = [Secret::new("KEY/abc=123\"x")];
        let redactor = Redactor { request: &secrets, ..Redactor::NOTHING };
        for text in [
            r#"{\"a\":\"KEY/abc=123\\\"x\"}"#,
            r"KEY\u002fabc=123\u0022x",
            r"\u004bEY/abc\u003d\u0031\u0032\u0033\u0022x",
            "%4bEY%2fabc%3d123%22x",
            "KEY%252Fabc%253D123%2522x",
            "KEY&#x2F;abc&#61;123&quot;x",
            "a S0VZL2FiYz0xMjMieA b",
            "eyJhIjoiS0VZL2FiYz0xMjNcIngifQ==",
            "eHhLRVkvYWJjPTEyMyJ4",
            "4b45592f6162633d31323322780a",
            "cut off at KEY/abc=",
        ] {
            assert_eq!(redactor.redact(text), "•••", "{text}");
        }
        for text in ["KEY", "order S0VZ", "the card was refused", "100% of %zz \\u12 &#; &nbsp; 4b45592f61"] {
            assert_eq!(redactor.redact(text), text);
        }
    }

    #[test]
    fn a_secret_is_hidden_wherever_the_text_is_cut() {
        let secrets = [Secret::new("5570123412341074")];
        let redactor = Redactor { request: &secrets, ..Redactor::NOTHING };
        for before in 980..1000 {
            let text = redactor.redact(&format!("{}5570123412341074", "x".repeat(before)));
            assert!(!text.contains('5'), "{before}: {text}");
        }
        for before in 180..200 {
            let text = redactor.excerpt(format!("{}5570123412341074", "x".repeat(before)).as_bytes());
            assert!(!text.contains('5') && text.chars().count() <= 200, "{before}: {text}");
        }
        let echoes = "5570123412341074".repeat(300);
        assert!(!redactor.excerpt(format!("x{echoes}").as_bytes()).contains('5'));
    }

    #[test]
    fn a_number_is_hidden_however_it_is_grouped() {
        let secrets = ["1101234567", "8610141"].map(Secret::new);
        let redactor = Redactor { request: &secrets, ..Redactor::NOTHING };
        for text in ["110-123-4567", "110 123 4567", "861014-1", "no. 110-123-4567!"] {
            let clean = redactor.redact(text);
            assert!(!clean.bytes().any(|byte| byte.is_ascii_digit()), "{text} became {clean}");
        }
        assert_eq!(redactor.redact("order 110-123 at 10:15"), "order 110-123 at 10:15");
    }

    #[test]
    fn short_secrets_are_hidden_where_they_are_values() {
        let secrets = ["11", "99", "12"].map(Secret::new);
        let redactor = Redactor { request: &secrets, ..Redactor::NOTHING };
        for text in [
            r#"{"card_pw":"11","card_expire_year": "99"}"#,
            r#"{\"card_pw\":\"11\"}"#,
            "card_pw=11&card_expire_month=12",
            "card_pw: 11",
            "card_pw='11'",
        ] {
            let clean = redactor.redact(text);
            assert!(!clean.bytes().any(|byte| byte.is_ascii_digit()), "{text} became {clean}");
        }
        let text = "HTTP 500 on 2026-12-11, line 112 of 99";
        assert_eq!(redactor.redact(text), text);
    }

    #[test]
    fn long_numbers_are_masked_and_others_left() {
        let text = "9450-1234-5678-9012 and 945012345678901, order 20261101 at 2026-11-01 10:15";
        assert_eq!(Redactor::NOTHING.redact(text), "••• and •••, order 20261101 at 2026-11-01 10:15");
    }
}
