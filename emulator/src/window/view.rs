//! What the pages of a window are made from.

use serde_json::Value;

use super::page::Role;
use crate::domain::site::Site;
use crate::domain::window::Shown;
use crate::domain::window::locale::Locale;
use crate::domain::window::session::Window;

/// A window, and what it is about, as its pages show it.
pub(super) struct View {
    pub(super) window: Window,
    pub(super) receipt: Value,
    /// Among which the buyer chooses; one, where nothing is left to choose.
    pub(super) methods: Vec<Shown>,
    /// The fields of a verification's person.
    pub(super) person: Value,
    pub(super) site: Site,
    pub(super) locale: Locale,
    pub(super) role: Role,
}

impl View {
    pub(super) fn gateway(&self) -> String {
        self.site.gateway()
    }

    /// The address of the window's page.
    pub(super) fn url(&self) -> String {
        format!("{}/p/{}", self.gateway(), self.window.receipt_id)
    }

    /// The address to which this page sends a confirm; the page that follows has the place of this one.
    pub(super) fn confirm_url(&self) -> String {
        let credential =
            percent_encoding::utf8_percent_encode(&self.window.credential, percent_encoding::NON_ALPHANUMERIC);
        let (gateway, id, role) = (self.gateway(), &self.window.receipt_id, self.role.name());
        format!("{gateway}/confirm/{id}?application_id={credential}&role={role}")
    }
}
