//! The client: credentials, deadlines, one connection pool; requests out, replies and errors in.

pub(crate) mod answer;
mod body;
mod call;
mod connector;
mod control;
mod decoded;
mod driver;
mod event_loop;
pub(crate) mod hidden;
mod ledger;
mod live;
mod process;
pub(crate) mod request;
pub(crate) mod retry;
mod session;
pub(crate) mod settings;
mod token;
pub(crate) mod transport;
mod trust;

use std::{fmt, sync::Arc};

use tokio::runtime::Handle;

pub use call::{Cancel, PendingCall};
pub use session::Session;

use crate::{
    error::{BootpayError, Result},
    model::{Attempt, ClientOptions, Credentials},
};
use live::{Live, Slot};
use settings::Settings;

/// A client of one merchant. Cheap to clone; safe to share among threads, tasks, runtimes and
/// forked processes. Nothing is global, and nothing starts before the first call.
///
/// Calls run on an event loop of the client's own, so they can be awaited in any runtime, or waited for
/// without one: [`PendingCall::wait`], which runs that loop itself while it reads. A program with one
/// tokio runtime saves the way to another thread and back with [`Bootpay::with_runtime`].
#[derive(Clone)]
pub struct Bootpay(Arc<Client>);

struct Client {
    settings: Arc<Settings>,
    live: Slot,
}

impl Bootpay {
    /// A client with the usual settings.
    ///
    /// Fails with `Invalid` when half of a key pair, or all of it, is missing.
    pub fn new(credentials: Credentials) -> Result<Self> {
        Self::with_options(credentials, ClientOptions::new())
    }

    /// A client with settings of one's own.
    ///
    /// Fails with `Invalid` when a credential is missing or a setting breaks its rule.
    pub fn with_options(credentials: Credentials, options: ClientOptions) -> Result<Self> {
        Self::build(credentials, options, None)
    }

    /// A client whose calls run on a runtime of the program's, which enables I/O and time: what only
    /// reads within the task that awaits it, what moves money as a task of its own. For programs that
    /// await all calls while that runtime runs; where it ends, calls under way end as if the process did.
    /// A forked process needs a client of its own: in it, calls of this one fail with `Config`.
    ///
    /// Fails with `Invalid` when a credential is missing or a setting breaks its rule.
    pub fn with_runtime(credentials: Credentials, options: ClientOptions, runtime: Handle) -> Result<Self> {
        Self::build(credentials, options, Some(runtime))
    }

    fn build(credentials: Credentials, options: ClientOptions, runtime: Option<Handle>) -> Result<Self> {
        let settings = Settings::new(credentials, options).map_err(BootpayError::invalid)?;
        Ok(Self(Arc::new(Client { settings: Arc::new(settings), live: Slot::new(runtime) })))
    }

    /// What this process has attempted with this client and not been told the end of: requests
    /// under way, lost replies, and calls whose caller went away; each attempt says which. What a
    /// forked parent attempted is the parent's.
    pub fn unresolved(&self) -> Vec<Attempt> {
        self.0.live.current().map(|live| live.ledger.list()).unwrap_or_default()
    }

    /// Takes an attempt off the list of [`unresolved`](Self::unresolved), and out of the client's store,
    /// once its end is known and was made use of. Tells whether it was on the list.
    pub fn acknowledge(&self, attempt_id: &str) -> bool {
        // What another process attempted is in the store of one that has made no call yet, too.
        let live = if self.settings().place.is_some() { self.live().ok() } else { self.0.live.current() };
        let Some(live) = live else { return false };
        live.keeper.forget(attempt_id);
        live.ledger.remove(attempt_id)
    }

    pub(crate) fn settings(&self) -> &Arc<Settings> {
        &self.0.settings
    }

    pub(crate) fn live(&self) -> Result<Arc<Live>> {
        self.0.live.get(&self.0.settings)
    }
}

impl fmt::Debug for Bootpay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bootpay")
            .field("base_url", &self.settings().base_url.as_str())
            .field("mode", &self.settings().mode)
            .field("merchant", &self.settings().merchant)
            .finish_non_exhaustive()
    }
}
