//! Forms of a field that its type alone does not tell; `#[read(…)]` of a model names them.

use super::field::written;
use crate::value::Timestamp;

/// Reads a deadline: of a date without a time, the end of that day in Korea.
pub(crate) fn deadline(json: &str) -> Option<Timestamp> {
    Timestamp::parse_deadline(&written(json)?)
}

/// Reads a URL. NICE's come with a backslash before each slash: escaped twice.
pub(crate) fn url(json: &str) -> Option<String> {
    written(json).map(|url| url.replace("\\/", "/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_without_a_time_is_the_end_of_its_day() {
        let end = Timestamp::parse("2022-04-10T23:59:59+09:00");
        assert!(end.is_some());
        for json in [
            r#""2022-04-10""#,
            r#"" 2022-04-10 ""#,
            r#""20220410""#,
            r#""20220410235959""#,
            "20220410235959",
            "20220410",
        ] {
            assert_eq!(deadline(json), end, "{json}");
        }
        for (json, same) in [
            (r#""2022-04-10 12:00:00""#, "2022-04-10T12:00:00+09:00"),
            (r#""2022-04-10T03:00:00Z""#, "2022-04-10T03:00:00Z"),
        ] {
            assert_eq!(deadline(json), Timestamp::parse(same), "{json}");
        }
        for json in [r#""""#, r#""soon""#, r#""2022-04-31""#, r#""20220431""#, "1649602799", "[]", "null", "true"] {
            assert_eq!(deadline(json), None, "{json}");
        }
    }

    #[test]
    fn slashes_that_are_escaped_twice_are_slashes() {
        for json in [
            r#""https://npg.example/a?b=c""#,
            r#""https:\/\/npg.example\/a?b=c""#,
            r#""https:\\/\\/npg.example\\/a?b=c""#,
        ] {
            assert_eq!(url(json).as_deref(), Some("https://npg.example/a?b=c"), "{json}");
        }
        assert_eq!((url("[]"), url("null")), (None, None));
    }
}
