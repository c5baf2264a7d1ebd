//! A local Bootpay for tests and demos: the PG API v2 in front of a database of its own, with a
//! buyer, a clock and injected faults. README.md describes the control API.
//!
//! ```no_run
//! # async fn example() -> Result<(), bootpay_emulator::StartError> {
//! use bootpay_emulator::{Emulator, Options};
//!
//! let emulator = Emulator::start(Options::default()).await?;
//! println!("{} {}", emulator.url(), emulator.merchant().client_key);
//! // Dropping it stops it.
//! # Ok(())
//! # }
//! ```
//!
//! # Layers
//!
//! Imports run downwards only; layers on one line do not import each other. `tests/layers.rs`
//! enforces it.
//!
//! | Layer | Holds |
//! |---|---|
//! | `http` | the server: connections, certificates, requests, and their exchange for responses |
//! | `console` | the pages for people, on a port of their own; they act through `control` |
//! | `api`, `control`, `window` | the endpoints of `/v2`; the controls of `/emulator`; the payment window and its pages |
//! | `acts`, `faults` | procedures over domain and store: charge, cancel, deliver; injected faults: their kinds, the choice for a request, the spoiled response |
//! | `store` | the database (SQLite), its transactions and the real time |
//! | `domain` | payments, billing keys, reservations, …: their fields, transitions and JSON; no I/O |
//!
//! A request enters at `http`, which picks its fault, reads its parameters and runs its endpoint in
//! one transaction of `store`. The endpoint calls `acts`, which apply the transitions of `domain`.

mod acts;
mod api;
mod console;
mod control;
mod domain;
mod faults;
mod http;
mod store;
pub mod testing;
mod window;

use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::task::AbortHandle;

pub use domain::merchant::{Activated, Consent, Merchant, Mode};
pub use domain::notification::{Feedback, FeedbackUrl, Format, Notifications, WebhookUrl, WrongSetting};
pub use domain::platform::Platform;
pub use domain::project::{Activation, ApplicationIds, KeyPair, Owner, Registration, Settings, TestCharges, TestMode};
pub use http::StartError;
pub use http::certificate::Certificate;

use acts::App;
use acts::changes::Changes;
use acts::courier::{self, Courier};
use domain::refusal::Code;
use domain::site::Site;
use store::Database;

/// Options of an emulator.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// The port of the console on 127.0.0.1; 0 takes a free one. No console when absent.
    pub console: Option<u16>,
    /// HTTPS with this certificate; plain HTTP when absent.
    pub tls: Option<Certificate>,
    /// The database file; in memory when absent.
    pub data: Option<PathBuf>,
    /// Determines ids and keys. A database file keeps its first seed.
    pub seed: u64,
    /// The set-up file (TOML) with the merchants and projects to start with; one project that takes every method
    /// when absent. A database file keeps its first one.
    pub setup: Option<PathBuf>,
    /// Makes merchants refuse requests with findings, unless their setting differs.
    pub strict: bool,
    /// A file of the official browser SDK, for scripts: `dist/index.umd.js` of `@bootpay/client-js`. Pages of
    /// Bootpay's addresses load it from here; a stand-in takes its place in web views when absent.
    pub client_js: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: 0, console: None, tls: None, data: None, seed: 1, setup: None, strict: false, client_js: None }
    }
}

/// A running emulator; it stops when dropped.
#[derive(Debug)]
pub struct Emulator {
    url: String,
    console: Option<String>,
    ca_pem: Option<String>,
    spki: Option<String>,
    merchant: Merchant,
    app: Arc<App>,
    serving: AbortHandle,
    _pages: Option<http::plain::Serving>,
}

impl Emulator {
    /// Starts an emulator on the current tokio runtime, which needs I/O and time.
    pub async fn start(options: Options) -> Result<Self, StartError> {
        let setup = options.setup.as_deref().map(read_file).transpose()?;
        let client_js = options.client_js.as_deref().map(read_file).transpose()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
        let at_console = match options.console {
            Some(port) => Some(TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?),
            None => None,
        };
        let scheme = if options.tls.is_some() { "https" } else { "http" };
        let url = format!("{scheme}://{}", listener.local_addr()?);
        let home = Site::Own(url.clone());
        let database = Database::open(options.data.as_deref(), options.seed, setup.as_deref(), options.strict, home)
            .map_err(|refusal| match &options.setup {
                Some(file) if refusal.code == Code::Control => format!("{}: {}", file.display(), refusal.saw()),
                _ => refusal.saw().to_owned(),
            })?;
        #[expect(clippy::redundant_closure_for_method_calls, reason = "the method is of one lifetime only")]
        let merchant = database.work(|store| store.default_merchant()).map_err(|refusal| refusal.saw().to_owned())?;
        let merchant = merchant.anywhere();
        let tls = options.tls.map(http::certificate::make).transpose()?;
        let spki = tls.as_ref().map(|tls| tls.spki.clone());
        let (config, ca_pem) = tls.map(|tls| (tls.config, tls.ca_pem)).unzip();
        let app = Arc::new(App {
            database,
            strict: options.strict,
            tls: config.is_some(),
            client_js,
            courier: Courier::default(),
            changes: Changes::default(),
        });
        let scheduled = Arc::downgrade(&app);
        app.database.on_schedule(move || {
            if let Some(app) = scheduled.upgrade() {
                app.courier.wake();
            }
        });
        let changed = Arc::downgrade(&app);
        app.database.on_change(move |changes| {
            if let Some(app) = changed.upgrade() {
                app.changes.announce(changes);
            }
        });
        let console_port = at_console.as_ref().map(TcpListener::local_addr).transpose()?.map(|address| address.port());
        // Without HTTPS: no browser trusts the emulator's authority, and the connection stays on this machine.
        let console = console_port.map(|port| format!("http://127.0.0.1:{port}"));
        let pages = console_port.map(|port| console::router(app.clone(), port, url.clone()));
        let pages = at_console.zip(pages).map(|(listener, pages)| http::plain::start(listener, pages)).transpose()?;
        let serves = app.clone();
        let serving = tokio::spawn(async move {
            tokio::join!(http::server::accept(listener, serves.clone(), config), courier::run(serves))
        });
        let serving = serving.abort_handle();
        Ok(Self { url, console, ca_pem, spki, merchant, app, serving, _pages: pages })
    }

    /// The URL of the emulator, without a trailing slash: `http://127.0.0.1:40123`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The URL of the console; `None` without one.
    pub fn console(&self) -> Option<&str> {
        self.console.as_deref()
    }

    /// The authority (PEM) that clients must trust; `None` without HTTPS.
    pub fn ca_pem(&self) -> Option<&str> {
        self.ca_pem.as_deref()
    }

    /// SHA-256 of the certificate's public key in Base64, as Chromium's `--ignore-certificate-errors-spki-list` takes
    /// it; `None` without HTTPS.
    pub fn spki(&self) -> Option<&str> {
        self.spki.as_deref()
    }

    /// The first project, which every emulator has: that of its only merchant, unless a set-up file has more.
    pub fn merchant(&self) -> &Merchant {
        &self.merchant
    }

    /// Every project that there is now, with its keys.
    pub fn projects(&self) -> Result<Vec<Merchant>, StartError> {
        #[expect(clippy::redundant_closure_for_method_calls, reason = "the method is of one lifetime only")]
        let projects = self.app.database.work(|store| store.merchants());
        let projects = projects.map_err(|refusal| refusal.saw().to_owned())?;
        Ok(projects.into_iter().map(Merchant::anywhere).collect())
    }
}

fn read_file(file: &Path) -> Result<String, StartError> {
    std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()).into())
}

impl Drop for Emulator {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
