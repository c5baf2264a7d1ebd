//! The client: credentials, timeouts, one connection pool; sends requests, returns responses and errors.

mod call;
pub(crate) mod control;
pub(crate) mod endpoint;
pub(crate) mod retry;
mod session;
pub(crate) mod settings;
mod state;
mod token;
mod turns;
mod unresolved;

use std::{env, ffi::OsString, fmt, sync::Arc};

use tokio::runtime::Handle;

pub use call::{__response, AnyCall, AnyResponse, Cancel, PendingCall};
use control::Control;
pub use endpoint::{Effect, Endpoint};
pub use session::Session;

use crate::{
    error::{BootpayError, Result},
    events::{CallListener, Observation},
    model::{Attempt, BootpayAddresses, CallEvent, ClientOptions, Credentials},
    setup::{addresses, environment},
    store::Recorder,
};
use settings::Settings;
use state::{ClientState, PerProcess};

/// A client of one merchant. Cheap to clone; safe to share among threads, tasks, runtimes and forked
/// processes. It has no global state and starts nothing before the first call.
///
/// Calls run on the client's own event loop, so they can be awaited in any runtime, or waited for without
/// one by [`PendingCall::wait`], which runs that loop itself for a read-only call. A program with one tokio
/// runtime saves the switch to another thread and back with [`Bootpay::with_runtime`].
#[derive(Clone)]
pub struct Bootpay(Arc<Client>, Option<Arc<dyn CallListener>>);

struct Client {
    settings: Arc<Settings>,
    state: PerProcess,
}

impl Bootpay {
    /// Creates a client with default options.
    ///
    /// Fails with `Invalid` if half of a key pair, or all of it, is missing.
    pub fn new(credentials: Credentials) -> Result<Self> {
        Self::with_options(credentials, ClientOptions::new())
    }

    /// Creates a client with options.
    ///
    /// Fails with `Invalid` if a credential is missing or an option breaks its rule.
    pub fn with_options(credentials: Credentials, options: ClientOptions) -> Result<Self> {
        Self::build(credentials, options, None)
    }

    /// Creates a client from environment variables.
    ///
    /// `BOOTPAY_CLIENT_KEY` with `BOOTPAY_SECRET_KEY`, or `BOOTPAY_APPLICATION_ID` with `BOOTPAY_PRIVATE_KEY`, or
    /// all four; and, if wanted, `BOOTPAY_MODE` (`live` or `test`), `BOOTPAY_BASE_URL`, `BOOTPAY_ATTEMPTS_FILE`,
    /// `BOOTPAY_WEB_APPLICATION_ID`, `BOOTPAY_ANDROID_APPLICATION_ID`, `BOOTPAY_IOS_APPLICATION_ID` and `BOOTPAY_TRUSTED_PROXIES`. A variable
    /// that is set but empty counts as not set.
    ///
    /// Fails with `Invalid`, whose `field` is the variable, if half of a key pair, or all of it, is missing or a
    /// value breaks its rule.
    pub fn from_env() -> Result<Self> {
        Self::from_env_with_options(ClientOptions::new())
    }

    /// Creates a client from environment variables, as [`from_env`](Self::from_env) does, and from options, which go
    /// before their variables.
    ///
    /// Fails with `Invalid` like `from_env`.
    pub fn from_env_with_options(options: ClientOptions) -> Result<Self> {
        Self::__from_env(options, |name| env::var_os(name))
    }

    /// The same, for languages with an environment of their own.
    #[doc(hidden)]
    pub fn __from_env(options: ClientOptions, look_up: impl Fn(&str) -> Option<OsString>) -> Result<Self> {
        let given = options.clone();
        let made = environment::read(options, &look_up).and_then(|(credentials, options)| {
            let settings = Settings::new(credentials, options);
            settings.map_err(|violation| environment::by_variable(violation, &given))
        });
        Ok(Self::of(made.map_err(BootpayError::invalid)?, None))
    }

    /// Creates a client that runs its calls on the program's runtime, which must enable I/O and time:
    /// read-only calls within the task that awaits them, writes and money calls as tasks of their own. Use
    /// it in programs that await all calls while that runtime runs; if the runtime ends, pending calls end
    /// as if the process did. A forked process needs its own client: there, calls of this one fail with
    /// `Config`.
    ///
    /// Fails with `Invalid` if a credential is missing or an option breaks its rule.
    pub fn with_runtime(credentials: Credentials, options: ClientOptions, runtime: Handle) -> Result<Self> {
        Self::build(credentials, options, Some(runtime))
    }

    fn build(credentials: Credentials, options: ClientOptions, runtime: Option<Handle>) -> Result<Self> {
        let settings = Settings::new(credentials, options).map_err(BootpayError::invalid)?;
        Ok(Self::of(settings, runtime))
    }

    fn of(settings: Settings, runtime: Option<Handle>) -> Self {
        Self(Arc::new(Client { settings: Arc::new(settings), state: PerProcess::new(runtime) }), None)
    }

    /// Returns the same client, whose calls by this handle and its clones pass their events to `listener`, as
    /// [`CallListener`] describes.
    ///
    /// With the feature `tracing`, every call also is an event of the crate `tracing` at the level `INFO` and
    /// the target `bootpay_core::call`, if a subscriber is interested in it.
    ///
    /// ```
    /// # use bootpay_core::{Bootpay, Credentials};
    /// # fn shop() -> Result<(), bootpay_core::BootpayError> {
    /// let bootpay = Bootpay::new(Credentials::new().client_key("…").secret_key("…"))?.on_call(|event| {
    ///     println!("{} {} in {} ms", event.endpoint, event.outcome.symbol(), event.milliseconds);
    /// });
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn on_call(self, listener: impl Fn(CallEvent) + Send + Sync + 'static) -> Self {
        self.__listening(Arc::new(listener))
    }

    /// The same, for the binding crates.
    #[doc(hidden)]
    #[must_use]
    pub fn __listening(self, listener: Arc<dyn CallListener>) -> Self {
        Self(self.0, Some(listener))
    }

    /// Creates the call of a request, for the binding crates.
    #[doc(hidden)]
    pub fn __call<E: Endpoint>(&self, request: E) -> AnyCall {
        PendingCall::new(self, request).__erased()
    }

    /// Observes a call of this handle, if anybody listens.
    pub(crate) fn observe(
        &self,
        endpoint: &'static str,
        effect: Effect,
        control: &Arc<Control>,
    ) -> Option<Observation> {
        Observation::begin(self.1.as_ref(), endpoint, effect, control)
    }

    /// For languages whose clients are closed and not dropped: closes the connections after pending calls
    /// have ended. Later calls are refused; `unresolved` and `acknowledge` go on working.
    #[doc(hidden)]
    pub fn __close(&self) {
        self.0.state.close();
    }

    pub(crate) fn unresolved(&self) -> Vec<Attempt> {
        self.0.state.unresolved().map(|unresolved| unresolved.list()).unwrap_or_default()
    }

    pub(crate) fn acknowledge(&self, attempt_id: &str) -> bool {
        // What another process attempted is in the store of one that has made no call yet, too.
        if self.settings().store.is_some() {
            match self.state() {
                Ok(state) => state.recorder.forget(attempt_id),
                Err(_) => Recorder::new(self.settings().store.clone()).forget(attempt_id),
            }
        }
        self.0.state.unresolved().is_some_and(|unresolved| unresolved.remove(attempt_id))
    }

    #[allow(clippy::unused_self, reason = "a row of the table")]
    pub(crate) fn addresses(&self) -> BootpayAddresses {
        addresses::addresses()
    }

    pub(crate) fn settings(&self) -> &Arc<Settings> {
        &self.0.settings
    }

    pub(crate) fn state(&self) -> Result<Arc<ClientState>> {
        self.0.state.get(&self.0.settings)
    }
}

impl fmt::Debug for Bootpay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.state.is_closed() {
            return f.write_str("Bootpay { closed }");
        }
        f.debug_struct("Bootpay")
            .field("base_url", &self.settings().http.base_url.as_str())
            .field("mode", &self.settings().mode)
            .field("merchant", &self.settings().merchant)
            .finish_non_exhaustive()
    }
}
