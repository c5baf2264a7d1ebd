//! Executors: the client's own event loop, or a runtime of the caller's.

use std::{future::Future, io, pin::Pin};

use tokio::{runtime::Handle, task::AbortHandle};

use super::event_loop::EventLoop;

pub(crate) enum Executor {
    /// The client's own, so that it can be used in any runtime, in several, and in none.
    Own(EventLoop),
    /// A runtime of the caller's, which somebody must be running.
    Given(Handle),
}

impl Executor {
    pub(crate) fn start(given: Option<&Handle>) -> io::Result<Self> {
        Ok(match given {
            Some(handle) => Self::Given(handle.clone()),
            None => Self::Own(EventLoop::start()?),
        })
    }

    /// The loop that a caller may run who would otherwise block.
    pub(crate) fn event_loop(&self) -> Option<&EventLoop> {
        match self {
            // A runtime must not be run in another one.
            Self::Own(event_loop) if Handle::try_current().is_err_and(|error| error.is_missing_context()) => {
                Some(event_loop)
            }
            _ => None,
        }
    }

    /// Returns true if a caller in any runtime may make a call itself.
    pub(crate) fn is_given(&self) -> bool {
        matches!(self, Self::Given(_))
    }

    pub(crate) fn handle(&self) -> &Handle {
        match self {
            Self::Own(event_loop) => event_loop.handle(),
            Self::Given(handle) => handle,
        }
    }

    /// Boxed, so that the runtime's own code is compiled for one type of task and not for each call.
    pub(crate) fn spawn(&self, call: Pin<Box<dyn Future<Output = ()> + Send>>) -> AbortHandle {
        match self {
            Self::Own(event_loop) => event_loop.spawn(call),
            Self::Given(handle) => handle.spawn(call).abort_handle(),
        }
    }
}
