//! The languages of the window's pages.

use serde::{Deserialize, Serialize};

/// A language of the window's pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Locale {
    #[default]
    Ko,
    En,
}

impl Locale {
    /// The language that a payload names: `ko`, `en` or a longer tag.
    pub(crate) fn named(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase();
        match tag.split(['-', '_']).next()? {
            "ko" => Some(Self::Ko),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The first known language of an `Accept-Language` header; Korean where there is none.
    pub(crate) fn accepted(header: &str) -> Self {
        let mut ranked: Vec<(f32, Self)> = Vec::new();
        for entry in header.split(',') {
            let mut parts = entry.split(';');
            let Some(locale) = parts.next().and_then(Self::named) else { continue };
            let quality = parts.find_map(|part| part.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
            ranked.push((quality, locale));
        }
        // Of equal ones the first.
        ranked.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        ranked.first().map(|(_, locale)| *locale).unwrap_or_default()
    }

    /// Its tag in HTML.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Ko => "ko",
            Self::En => "en",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preferred_known_language_counts() {
        for (header, locale) in [
            ("", Locale::Ko),
            ("ko-KR,ko;q=0.9,en-US;q=0.8", Locale::Ko),
            ("en-US,en;q=0.9,ko;q=0.8", Locale::En),
            ("en;q=0.1, ko;q=0.2", Locale::Ko),
            ("fr-FR, en;q=0.5", Locale::En),
            ("fr", Locale::Ko),
        ] {
            assert_eq!(Locale::accepted(header), locale, "{header}");
        }
        assert_eq!(Locale::named("en_US"), Some(Locale::En));
        assert_eq!(Locale::named("xx"), None);
    }
}
