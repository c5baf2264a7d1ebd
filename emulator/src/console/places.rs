//! The pages that the navigation leads to, in the order of their use.

use super::texts::Texts;

/// A page of the navigation.
pub(super) struct Place {
    pub(super) url: &'static str,
    pub(super) label: fn(Texts) -> &'static str,
    /// Its symbol in `templates/icons.html`.
    pub(super) icon: &'static str,
}

pub(super) const HOME: Place = Place { url: "/", label: Texts::home, icon: "home" };
pub(super) const KEYS: Place = Place { url: "/setup/keys", label: Texts::keys, icon: "key" };

/// Pages outside the navigation: what is not there.
pub(super) const ELSEWHERE: Place = Place { url: "", label: Texts::not_found, icon: "" };

/// What is used every day.
pub(super) const DAILY: &[&Place] = &[&HOME];
/// The set-up of a project.
pub(super) const SETUP: &[&Place] = &[&KEYS];
