//! The languages and the looks of the console, as cookies keep them.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;

/// A language of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Language {
    #[default]
    Ko,
    En,
}

impl Language {
    /// The language tag.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Self::Ko => "ko",
            Self::En => "en",
        }
    }

    pub(super) fn named(tag: &str) -> Option<Self> {
        match tag {
            "ko" => Some(Self::Ko),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The first language of `Accept-Language` that the pages have; else Korean.
    pub(super) fn accepted(headers: &HeaderMap) -> Self {
        let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let mut tags = accepted.split(',').map(|item| item.split(';').next().unwrap_or_default().trim());
        tags.find_map(|tag| Self::named(&tag.get(..2)?.to_ascii_lowercase())).unwrap_or_default()
    }
}

/// The colours of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Theme {
    /// As the system has them.
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        [Self::System, Self::Light, Self::Dark].into_iter().find(|theme| theme.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_first_that_is_known() {
        let accepted = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_LANGUAGE, value.parse().unwrap());
            Language::accepted(&headers)
        };
        assert_eq!(accepted("en-US,en;q=0.9,ko;q=0.8"), Language::En);
        assert_eq!(accepted("ko-KR,ko;q=0.9,en;q=0.8"), Language::Ko);
        assert_eq!(accepted("fr, EN;q=0.5"), Language::En);
        assert_eq!(accepted("fr, x, 한국"), Language::Ko);
        assert_eq!(Language::accepted(&HeaderMap::new()), Language::Ko);
    }
}
