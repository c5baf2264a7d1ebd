//! Procedures over the domain and the store: authenticate, charge, confirm, cancel, expire, deliver.

pub(crate) mod attempt;
pub(crate) mod auth;
pub(crate) mod auto_cancel;
pub(crate) mod billing_key;
pub(crate) mod changes;
pub(crate) mod charge;
pub(crate) mod clock;
pub(crate) mod courier;
pub(crate) mod due;
pub(crate) mod ledgers;
pub(crate) mod notify;
pub(crate) mod page;
pub(crate) mod payment;
pub(crate) mod post;
pub(crate) mod project;
pub(crate) mod reservation;
pub(crate) mod token;
pub(crate) mod wallet;
pub(crate) mod webhook;
pub(crate) mod window;

use axum::http::HeaderMap;
use axum::http::header::HOST;

use crate::acts::changes::Changes;
use crate::acts::courier::Courier;
use crate::domain::site::Site;
use crate::store::Database;

/// A running emulator, as its requests share it.
#[derive(Debug)]
pub(crate) struct App {
    pub(crate) database: Database,
    /// Makes merchants refuse requests with findings, unless their setting differs.
    pub(crate) strict: bool,
    /// True where the server speaks HTTPS.
    pub(crate) tls: bool,
    /// The official browser SDK, as the developer has it.
    pub(crate) client_js: Option<String>,
    /// Delivers webhooks.
    pub(crate) courier: Courier,
    /// Announces what the journal has new.
    pub(crate) changes: Changes,
}

impl App {
    /// The site that a request names; the emulator's own without a `Host`.
    pub(crate) fn site(&self, headers: &HeaderMap) -> Site {
        let host = headers.get(HOST).and_then(|host| host.to_str().ok()).filter(|host| !host.is_empty());
        host.map_or_else(|| self.database.home().clone(), |host| Site::of(self.scheme(), host))
    }

    /// The scheme of its addresses.
    pub(crate) fn scheme(&self) -> &'static str {
        if self.tls { "https" } else { "http" }
    }
}
