//! Decodes the fields of a response from the text of their values.

use std::borrow::Cow;

use serde_json::Number;

use super::{
    amount::lenient_integer,
    text::{items, string},
};
use crate::{
    symbol::{Symbol, one_of},
    value::{Json, Secret, Timestamp},
};

/// The type of a response's field.
pub(crate) trait Field: Sized {
    /// Decodes leniently; returns `None` if impossible. The raw response keeps the original.
    fn lenient(json: &str) -> Option<Self>;

    /// Decodes strictly; the error is the broken rule.
    fn exact(json: &str) -> Result<Self, String>;
}

/// Returns the text of a string, a number or a flag.
pub(crate) fn written(json: &str) -> Option<Cow<'_, str>> {
    match json.as_bytes().first()? {
        b'"' => string(json),
        b't' | b'f' => Some(json.into()),
        // As JSON that is made anew has it: 1e3 is 1000.0.
        b'-' | b'0'..=b'9' => serde_json::from_str::<Number>(json).ok().map(|number| number.to_string().into()),
        _ => None,
    }
}

/// Decodes an enum value.
pub(crate) fn symbol<T: Symbol>(json: &str) -> Result<T, String> {
    string(json).and_then(|word| T::from_symbol(&word)).ok_or_else(|| one_of(T::SYMBOLS))
}

fn text(json: &str) -> Result<String, String> {
    string(json).map(Cow::into_owned).ok_or_else(|| "must be text".into())
}

impl Field for String {
    fn lenient(json: &str) -> Option<Self> {
        written(json).map(Cow::into_owned)
    }

    fn exact(json: &str) -> Result<Self, String> {
        text(json)
    }
}

impl Field for Secret {
    fn lenient(json: &str) -> Option<Self> {
        String::lenient(json).map(Self::new)
    }

    fn exact(json: &str) -> Result<Self, String> {
        text(json).map(Self::new)
    }
}

impl Field for i64 {
    fn lenient(json: &str) -> Option<Self> {
        lenient_integer(json)
    }

    fn exact(json: &str) -> Result<Self, String> {
        json.parse().map_err(|_| "must be a whole number".into())
    }
}

impl Field for bool {
    fn lenient(json: &str) -> Option<Self> {
        let word = if json.starts_with('"') { string(json)? } else { json.into() };
        if word.eq_ignore_ascii_case("true") {
            return Some(true);
        }
        if word.eq_ignore_ascii_case("false") {
            return Some(false);
        }
        match lenient_integer(json)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    fn exact(json: &str) -> Result<Self, String> {
        json.parse().map_err(|_| "must be true or false".into())
    }
}

impl Field for Timestamp {
    fn lenient(json: &str) -> Option<Self> {
        string(json).and_then(|text| Self::parse(&text))
    }

    fn exact(json: &str) -> Result<Self, String> {
        Self::lenient(json).ok_or_else(|| "must be a date".into())
    }
}

impl Field for Json {
    fn lenient(json: &str) -> Option<Self> {
        Some(Self::checked(json))
    }

    fn exact(json: &str) -> Result<Self, String> {
        Ok(Self::checked(json))
    }
}

impl<T: Field> Field for Vec<T> {
    fn lenient(json: &str) -> Option<Self> {
        items(json).map(|items| items.filter_map(T::lenient).collect())
    }

    fn exact(json: &str) -> Result<Self, String> {
        items(json).ok_or("must be a list")?.map(T::exact).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_comes_in_any_form() {
        for (json, expected) in [
            ("\"a\"", Some("a")),
            ("\"\\u00e9\\n\"", Some("é\n")),
            ("\"\"", Some("")),
            ("77", Some("77")),
            ("1.0", Some("1.0")),
            ("1e3", Some("1000.0")),
            ("true", Some("true")),
            ("null", None),
            ("[]", None),
            ("{}", None),
        ] {
            assert_eq!(String::lenient(json).as_deref(), expected, "{json}");
            assert_eq!(String::exact(json).ok().as_deref(), expected.filter(|_| json.starts_with('"')), "{json}");
        }
    }

    #[test]
    fn flags_come_in_any_form() {
        for (json, expected) in [
            ("true", Some(true)),
            ("\"TRUE\"", Some(true)),
            ("\"False\"", Some(false)),
            ("1", Some(true)),
            ("0.0", Some(false)),
            ("\"1\"", Some(true)),
            ("2", None),
            ("\"yes\"", None),
            ("null", None),
            ("[true]", None),
        ] {
            assert_eq!(bool::lenient(json), expected, "{json}");
        }
        assert_eq!((bool::exact("true"), bool::exact("1").is_err()), (Ok(true), true));
    }

    #[test]
    fn whole_numbers_that_must_be_there_are_written_as_such() {
        assert_eq!((i64::exact("-5"), i64::lenient("\"5.0\"")), (Ok(-5), Some(5)));
        for json in ["5.0", "\"5\"", "1e3", "18446744073709551615", "null", "true"] {
            assert!(i64::exact(json).is_err(), "{json}");
        }
    }

    #[test]
    fn of_a_list_what_cannot_be_read_is_left_out() {
        assert_eq!(Vec::<i64>::lenient("[1, \"2\", [3], null, 4.5]"), Some(vec![1, 2]));
        assert_eq!(Vec::<i64>::lenient("{}"), None);
        assert!(Vec::<i64>::exact("[1, \"2\"]").is_err());
    }
}
