//! The platforms of applications.

use serde::{Deserialize, Serialize};

/// The platform of an application.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Platform {
    /// May request a token.
    #[default]
    Rest,
    /// Web pages. Its id is refused a token with `APP_KEY_NOT_REST`, as those of apps are.
    Web,
    /// Android apps.
    Android,
    /// iOS apps.
    Ios,
}

impl Platform {
    /// The platform with a name that [`Self::name`] gave.
    pub(crate) fn named(name: &str) -> Self {
        match name {
            "web" => Self::Web,
            "android" => Self::Android,
            "ios" => Self::Ios,
            _ => Self::Rest,
        }
    }

    /// Its name in JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Rest => "rest",
            Self::Web => "web",
            Self::Android => "android",
            Self::Ios => "ios",
        }
    }
}
