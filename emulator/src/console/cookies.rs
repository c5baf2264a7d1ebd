//! The cookies that keep the language, the theme and the project that the pages show.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};

const YEAR: u32 = 365 * 24 * 60 * 60;

/// A cookie of the console.
#[derive(Clone, Copy)]
pub(super) enum Cookie {
    Language,
    Theme,
    Project,
}

impl Cookie {
    fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Theme => "theme",
            Self::Project => "project",
        }
    }

    /// Its value in a request to the console at this port.
    pub(super) fn read(self, headers: &HeaderMap, port: u16) -> Option<&str> {
        let name = format!("bootpay-emulator-{port}-{}", self.name());
        let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        lines.flat_map(|line| line.split("; ")).find_map(|pair| pair.strip_prefix(&name)?.strip_prefix('='))
    }

    /// The header that keeps a value for a year.
    pub(super) fn set(self, port: u16, value: &str) -> Option<HeaderValue> {
        let name = self.name();
        let text = format!("bootpay-emulator-{port}-{name}={value}; Path=/; Max-Age={YEAR}; SameSite=Strict; HttpOnly");
        text.parse().ok()
    }
}
