//! Client state, per process: event loop, connections, token, attempts.

use std::{mem, sync::Arc};

use arc_swap::ArcSwapOption;
use tokio::runtime::Handle;

use super::{settings::Settings, token::Tokens, turns::Turns, unresolved::UnresolvedAttempts};
use crate::{
    check::Violation,
    error::{BootpayError, Result},
    http::transport::Transport,
    model::ErrorKind,
    runtime::{executor::Executor, process},
    store::Recorder,
};

/// An event loop, connections, a token: all of one process, and of no child that it forks.
pub(crate) struct ClientState {
    generation: u32,
    pub(crate) executor: Executor,
    pub(crate) transport: Transport,
    pub(crate) tokens: Tokens,
    pub(crate) unresolved: Arc<UnresolvedAttempts>,
    /// Confirms in progress, by receipt id.
    pub(crate) confirms: Turns,
    pub(crate) recorder: Arc<Recorder>,
    /// The store of what was delivered by webhooks.
    pub(crate) deliveries: Arc<Recorder>,
}

impl ClientState {
    /// Returns true if this process made it, and not one that forked it.
    pub(crate) fn is_ours(&self) -> bool {
        self.generation == process::generation()
    }

    fn start(settings: &Settings, runtime: Option<&Handle>, generation: u32) -> Result<Self> {
        let recorder = Arc::new(Recorder::new(settings.store.clone()));
        let config = |detail: String| BootpayError::new(ErrorKind::Config, detail);
        Ok(Self {
            generation,
            executor: Executor::start(runtime)
                .map_err(|error| config(format!("no thread could be started: {error}")))?,
            transport: Transport::new(&settings.http).map_err(config)?,
            tokens: Tokens::default(),
            unresolved: Arc::default(),
            confirms: Turns::default(),
            deliveries: Recorder::for_deliveries(&recorder),
            recorder,
        })
    }
}

/// Empty until the first call, and again after a fork. Without locks: one that another thread held
/// while forking would never be released in the child.
pub(crate) struct PerProcess {
    state: ArcSwapOption<ClientState>,
    closed: ArcSwapOption<Closed>,
    /// The runtime that it uses, where that is not one of its own, and whose it is.
    runtime: Option<(Handle, u32)>,
}

/// The attempts of a client, which outlive its connections: a call may have been interrupted just before
/// the client was closed.
struct Closed {
    /// The process that closed it.
    generation: u32,
    unresolved: Arc<UnresolvedAttempts>,
}

impl Drop for PerProcess {
    fn drop(&mut self) {
        self.clear();
    }
}

impl PerProcess {
    pub(crate) fn new(runtime: Option<Handle>) -> Self {
        let runtime = runtime.map(|runtime| (runtime, process::generation()));
        Self { state: ArcSwapOption::empty(), closed: ArcSwapOption::empty(), runtime }
    }

    /// Ends the client. Calls in progress keep its state until they end, and what becomes of them is
    /// still listed.
    pub(crate) fn close(&self) {
        let unresolved = self.current().map(|state| Arc::clone(&state.unresolved)).unwrap_or_default();
        let closed = Arc::new(Closed { generation: process::generation(), unresolved });
        self.closed.compare_and_swap(&None::<Arc<Closed>>, Some(closed));
        self.clear();
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.closed.load().is_some()
    }

    /// The attempts that this process made, or is making; none before the first call.
    pub(crate) fn unresolved(&self) -> Option<Arc<UnresolvedAttempts>> {
        let closed = self.closed.load_full().filter(|closed| closed.generation == process::generation());
        let open = || self.current().map(|state| Arc::clone(&state.unresolved));
        closed.map(|closed| Arc::clone(&closed.unresolved)).or_else(open)
    }

    fn clear(&self) {
        if let Some(state) = self.state.swap(None).filter(|state| !state.is_ours()) {
            mem::forget(state);
        }
    }

    pub(crate) fn current(&self) -> Option<Arc<ClientState>> {
        self.state.load_full().filter(|state| state.is_ours())
    }

    pub(crate) fn get(&self, settings: &Settings) -> Result<Arc<ClientState>> {
        let state = self.get_or_start(settings);
        if self.is_closed() {
            // It may have been closed while this started it.
            self.clear();
            return Err(BootpayError::invalid(Violation::new("client", "is closed")));
        }
        state
    }

    fn get_or_start(&self, settings: &Settings) -> Result<Arc<ClientState>> {
        let generation = process::generation();
        let found = self.state.load_full();
        if let Some(state) = found.as_ref().filter(|state| state.generation == generation) {
            return Ok(Arc::clone(state));
        }
        if self.runtime.as_ref().is_some_and(|(_, whose)| *whose != generation) {
            let detail = "the client's runtime belongs to the process that forked this one; create another client";
            return Err(BootpayError::new(ErrorKind::Config, detail));
        }
        let fresh =
            Arc::new(ClientState::start(settings, self.runtime.as_ref().map(|(handle, _)| handle), generation)?);
        let before = arc_swap::Guard::into_inner(self.state.compare_and_swap(&found, Some(Arc::clone(&fresh))));
        match before {
            // Another thread was faster.
            Some(state) if state.generation == generation => Ok(state),
            // The parent's: its thread and its locks are gone, so nothing of it may even be dropped.
            inherited => {
                mem::forget((inherited, found));
                Ok(fresh)
            }
        }
    }
}
