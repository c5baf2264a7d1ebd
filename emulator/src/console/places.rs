//! The pages that the navigation leads to, in the order of their use.

use super::texts::Texts;

/// A page of the navigation.
pub(super) struct Place {
    pub(super) url: &'static str,
    pub(super) label: fn(Texts) -> &'static str,
    /// Its symbol in `templates/icons.html`.
    pub(super) icon: &'static str,
    /// The keys that lead there, one after the other; empty where the palette is quick enough.
    pub(super) keys: &'static str,
}

pub(super) const HOME: Place = Place { url: "/", label: Texts::home, icon: "home", keys: "gh" };
pub(super) const PAYMENTS: Place = Place { url: "/payments", label: Texts::payments, icon: "rows", keys: "gp" };
pub(super) const REQUESTS: Place = Place { url: "/requests", label: Texts::requests, icon: "server", keys: "gr" };
pub(super) const WEBHOOKS: Place = Place { url: "/webhooks", label: Texts::webhooks_log, icon: "hook", keys: "gw" };
pub(super) const BILLING_KEYS: Place =
    Place { url: "/billing-keys", label: Texts::billing_keys, icon: "card", keys: "gb" };
pub(super) const LEDGERS: Place = Place { url: "/ledgers/settlement", label: Texts::ledgers, icon: "list", keys: "gl" };
pub(super) const TRY: Place = Place { url: "/try", label: Texts::try_it, icon: "window", keys: "gt" };
pub(super) const FAULTS: Place = Place { url: "/faults", label: Texts::faults, icon: "bolt", keys: "gf" };
pub(super) const KEYS: Place = Place { url: "/setup/keys", label: Texts::keys, icon: "key", keys: "gk" };
pub(super) const METHODS: Place = Place { url: "/setup/methods", label: Texts::methods, icon: "card", keys: "gm" };
pub(super) const WEBHOOK_SETTINGS: Place =
    Place { url: "/setup/webhooks", label: Texts::webhook_settings, icon: "hook", keys: "" };
pub(super) const SECURITY: Place = Place { url: "/setup/security", label: Texts::security, icon: "shield", keys: "" };
pub(super) const READINESS: Place = Place { url: "/setup/readiness", label: Texts::readiness, icon: "list", keys: "" };
pub(super) const FILE: Place = Place { url: "/setup/file", label: Texts::file, icon: "file", keys: "gs" };

/// Pages outside the navigation: what is not there.
pub(super) const ELSEWHERE: Place = Place { url: "", label: Texts::not_found, icon: "", keys: "" };

/// What is used every day.
pub(super) const DAILY: &[&Place] = &[&HOME, &PAYMENTS, &REQUESTS, &WEBHOOKS, &BILLING_KEYS, &TRY, &FAULTS, &LEDGERS];
/// The set-up of a project.
pub(super) const SETUP: &[&Place] = &[&KEYS, &METHODS, &WEBHOOK_SETTINGS, &SECURITY, &READINESS, &FILE];
