//! What a client has once it is in use.

use std::{mem, sync::Arc};

use arc_swap::ArcSwapOption;
use tokio::runtime::Handle;

use super::{driver::Driver, ledger::Ledger, process, settings::Settings, token::Tokens, transport::Transport};
use crate::{
    error::{BootpayError, Result},
    model::ErrorKind,
    store::Keeper,
};

/// An event loop, connections, a token: all of one process, and of no child that it forks.
pub(crate) struct Live {
    generation: u32,
    pub(crate) driver: Driver,
    pub(crate) transport: Transport,
    pub(crate) tokens: Tokens,
    pub(crate) ledger: Ledger,
    pub(crate) keeper: Keeper,
}

impl Live {
    /// Whether it was made by this process and not by one that forked it.
    pub(crate) fn is_ours(&self) -> bool {
        self.generation == process::generation()
    }

    fn start(settings: &Settings, runtime: Option<&Handle>, generation: u32) -> Result<Self> {
        let config = |detail: String| BootpayError::new(ErrorKind::Config, detail);
        Ok(Self {
            generation,
            driver: Driver::start(runtime).map_err(|error| config(format!("no thread could be started: {error}")))?,
            transport: Transport::new(settings).map_err(config)?,
            tokens: Tokens::default(),
            ledger: Ledger::default(),
            keeper: Keeper::new(settings.place.clone()),
        })
    }
}

/// Empty until the first call, and again after a fork. Without locks: one that another thread held
/// while forking would never be released in the child.
pub(crate) struct Slot {
    live: ArcSwapOption<Live>,
    /// The runtime that it uses, where that is not one of its own, and whose it is.
    runtime: Option<(Handle, u32)>,
}

impl Drop for Slot {
    fn drop(&mut self) {
        if let Some(live) = self.live.swap(None).filter(|live| !live.is_ours()) {
            mem::forget(live);
        }
    }
}

impl Slot {
    pub(crate) fn new(runtime: Option<Handle>) -> Self {
        let runtime = runtime.map(|runtime| (runtime, process::generation()));
        Self { live: ArcSwapOption::empty(), runtime }
    }

    pub(crate) fn current(&self) -> Option<Arc<Live>> {
        self.live.load_full().filter(|live| live.is_ours())
    }

    pub(crate) fn get(&self, settings: &Settings) -> Result<Arc<Live>> {
        let generation = process::generation();
        let found = self.live.load_full();
        if let Some(live) = found.as_ref().filter(|live| live.generation == generation) {
            return Ok(Arc::clone(live));
        }
        if self.runtime.as_ref().is_some_and(|(_, whose)| *whose != generation) {
            let detail = "the client's runtime belongs to the process that forked this one; create another client";
            return Err(BootpayError::new(ErrorKind::Config, detail));
        }
        let fresh = Arc::new(Live::start(settings, self.runtime.as_ref().map(|(handle, _)| handle), generation)?);
        let before = arc_swap::Guard::into_inner(self.live.compare_and_swap(&found, Some(Arc::clone(&fresh))));
        match before {
            // Another thread was faster.
            Some(live) if live.generation == generation => Ok(live),
            // The parent's: its thread and its locks are gone, so nothing of it may even be dropped.
            inherited => {
                mem::forget((inherited, found));
                Ok(fresh)
            }
        }
    }
}
