//! A local Bootpay for tests and demos: the PG API v2 in front of a database of its own, with a
//! buyer, a clock and faults at your command. README.md has the control API.
//!
//! ```no_run
//! # async fn example() -> Result<(), bootpay_emulator::StartError> {
//! use bootpay_emulator::{Options, Emulator};
//!
//! let emulator = Emulator::start(Options::default()).await?;
//! println!("{} {}", emulator.url(), emulator.merchant().client_key);
//! // Dropping it stops it.
//! # Ok(())
//! # }
//! ```

mod acts;
mod api;
mod control;
mod domain;
mod faults;
mod http;
mod store;

use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::task::AbortHandle;

pub use domain::merchant::{Activated, Consent, Merchant, Mode, Platform};
pub use http::certificate::Certificate;

use store::Database;

/// Why the emulator did not start.
pub type StartError = Box<dyn std::error::Error + Send + Sync>;

/// How to start an emulator.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// HTTPS with this certificate; plain HTTP when absent.
    pub tls: Option<Certificate>,
    /// The database file; in memory when absent.
    pub data: Option<PathBuf>,
    /// Ids and keys follow from it. A database file keeps the seed it was made with.
    pub seed: u64,
    /// Whether merchants refuse requests with findings, unless they say otherwise.
    pub strict: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: 0, tls: None, data: None, seed: 1, strict: false }
    }
}

/// What every request shares.
struct App {
    database: Database,
    strict: bool,
    tls: bool,
}

/// A running emulator; it stops when dropped.
#[derive(Debug)]
pub struct Emulator {
    url: String,
    ca_pem: Option<String>,
    merchant: Merchant,
    serving: AbortHandle,
}

impl Emulator {
    /// Starts an emulator on the current tokio runtime (which must have I/O and time).
    pub async fn start(options: Options) -> Result<Self, StartError> {
        let database = Database::open(options.data.as_deref(), options.seed, options.strict)
            .map_err(|refusal| refusal.saw().to_owned())?;
        #[expect(clippy::redundant_closure_for_method_calls, reason = "the method is of one lifetime only")]
        let merchant = database.work(|store| store.default_merchant()).map_err(|refusal| refusal.saw().to_owned())?;
        let tls = options.tls.map(http::certificate::make).transpose()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
        let scheme = if tls.is_some() { "https" } else { "http" };
        let url = format!("{scheme}://{}", listener.local_addr()?);
        let (config, ca_pem) = tls.map(|tls| (tls.config, tls.ca_pem)).unzip();
        let app = Arc::new(App { database, strict: options.strict, tls: config.is_some() });
        let serving = tokio::spawn(http::server::accept(listener, app, config)).abort_handle();
        Ok(Self { url, ca_pem, merchant, serving })
    }

    /// Where it listens, without a trailing slash: `http://127.0.0.1:40123`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The authority (PEM) that its clients must trust, when it speaks HTTPS.
    pub fn ca_pem(&self) -> Option<&str> {
        self.ca_pem.as_deref()
    }

    /// The merchant that exists from the start.
    pub fn merchant(&self) -> &Merchant {
        &self.merchant
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
