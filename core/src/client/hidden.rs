//! What errors must not repeat of what came from outside.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::value::Secret;

/// The merchant's keys, and what is secret in one call.
#[derive(Clone, Copy)]
pub(crate) struct Hidden<'a> {
    pub(crate) keys: &'a [Secret],
    /// As the `Authorization` header carries it.
    pub(crate) credential: &'a [Secret],
    /// Of the fields of the request.
    pub(crate) request: &'a [Secret],
}

impl Hidden<'_> {
    pub(crate) const NOTHING: Hidden<'static> = Hidden { keys: &[], credential: &[], request: &[] };

    /// The text without secrets and long numbers (cards, accounts), and not without end.
    pub(crate) fn clean(&self, text: &str) -> String {
        const CHARACTERS: usize = 1000;
        let text: String = text.chars().take(CHARACTERS).collect();
        without_long_numbers(&self.without_secrets(text))
    }

    /// The beginning of a body.
    pub(crate) fn excerpt(&self, body: &[u8]) -> String {
        const CHARACTERS: usize = 200;
        self.clean(&String::from_utf8_lossy(body)).chars().take(CHARACTERS).collect()
    }

    fn without_secrets(&self, text: String) -> String {
        let mut forms: Vec<String> =
            self.keys.iter().chain(self.credential).chain(self.request).flat_map(forms).collect();
        // Shorter than any real key, it would only make the text unreadable.
        forms.retain(|form| form.len() > 3);
        // One may be a part of another.
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        forms.iter().fold(text, |text, form| text.replace(form.as_str(), "•••"))
    }
}

/// A secret as it stands in plain text, in JSON and in a URL.
fn forms(secret: &Secret) -> [String; 4] {
    let text = secret.expose();
    let text = text.strip_prefix("Bearer ").or_else(|| text.strip_prefix("Basic ")).unwrap_or(text);
    let unicode = ["&", "+", "<", "=", ">"]
        .iter()
        .fold(text.to_owned(), |text, letter| text.replace(letter, &format!("\\u{:04x}", letter.as_bytes()[0])));
    let url = utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    [text.to_owned(), text.replace('/', "\\/"), unicode, url]
}

fn without_long_numbers(text: &str) -> String {
    const LONG: usize = 12;
    let mut clean = String::with_capacity(text.len());
    let mut run = String::new();
    let flush = |run: &mut String, clean: &mut String| {
        let number = run.trim_end_matches(['-', ' ']);
        let long = number.bytes().filter(u8::is_ascii_digit).count() >= LONG;
        clean.push_str(if long { "•••" } else { number });
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_form_of_a_secret_is_repeated() {
        let keys = [Secret::new("abc"), Secret::new("abcdefKEY"), Secret::new("ab/KEYcd==")];
        let hidden = Hidden {
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
            let clean = hidden.clean(text);
            assert!(!clean.contains("KEY") && !clean.contains("1101234567"), "{text} became {clean}");
        }
    }

    #[test]
    fn long_numbers_are_masked_and_others_left() {
        let text = "9450-1234-5678-9012 and 945012345678901, order 20261101 at 2026-11-01 10:15";
        assert_eq!(Hidden::NOTHING.clean(text), "••• and •••, order 20261101 at 2026-11-01 10:15");
    }
}
