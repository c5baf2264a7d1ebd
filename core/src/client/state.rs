//! Client state, per process: event loop, connections, token, attempts.

use std::{mem, sync::Arc};

use arc_swap::ArcSwapOption;
use tokio::runtime::Handle;

use super::{settings::Settings, token::Tokens, turns::Turns, unresolved::UnresolvedAttempts};
use crate::{
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
    pub(crate) unresolved: UnresolvedAttempts,
    /// Confirms in progress, by receipt id.
    pub(crate) confirms: Turns,
    pub(crate) recorder: Recorder,
}

impl ClientState {
    /// Returns true if this process made it, and not one that forked it.
    pub(crate) fn is_ours(&self) -> bool {
        self.generation == process::generation()
    }

    fn start(settings: &Settings, runtime: Option<&Handle>, generation: u32) -> Result<Self> {
        let config = |detail: String| BootpayError::new(ErrorKind::Config, detail);
        Ok(Self {
            generation,
            executor: Executor::start(runtime)
                .map_err(|error| config(format!("no thread could be started: {error}")))?,
            transport: Transport::new(&settings.http).map_err(config)?,
            tokens: Tokens::default(),
            unresolved: UnresolvedAttempts::default(),
            confirms: Turns::default(),
            recorder: Recorder::new(settings.store.clone()),
        })
    }
}

/// Empty until the first call, and again after a fork. Without locks: one that another thread held
/// while forking would never be released in the child.
pub(crate) struct PerProcess {
    state: ArcSwapOption<ClientState>,
    /// The runtime that it uses, where that is not one of its own, and whose it is.
    runtime: Option<(Handle, u32)>,
}

impl Drop for PerProcess {
    fn drop(&mut self) {
        if let Some(state) = self.state.swap(None).filter(|state| !state.is_ours()) {
            mem::forget(state);
        }
    }
}

impl PerProcess {
    pub(crate) fn new(runtime: Option<Handle>) -> Self {
        let runtime = runtime.map(|runtime| (runtime, process::generation()));
        Self { state: ArcSwapOption::empty(), runtime }
    }

    pub(crate) fn current(&self) -> Option<Arc<ClientState>> {
        self.state.load_full().filter(|state| state.is_ours())
    }

    pub(crate) fn get(&self, settings: &Settings) -> Result<Arc<ClientState>> {
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
