//! What the calls of a client run on.

use std::{cell::Cell, future::Future, io, pin::Pin};

use tokio::{runtime::Handle, task::AbortHandle};

use super::event_loop::EventLoop;

thread_local! {
    static IS_DRIVER: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread runs the loop of some client: waiting here for a call would wait for ever.
pub(crate) fn is_this_thread() -> bool {
    IS_DRIVER.get()
}

/// Does something that runs the loop of a client.
pub(crate) fn as_driver<T>(run: impl FnOnce() -> T) -> T {
    struct Leave;
    impl Drop for Leave {
        fn drop(&mut self) {
            IS_DRIVER.set(false);
        }
    }
    IS_DRIVER.set(true);
    let _leave = Leave;
    run()
}

pub(crate) enum Driver {
    /// The client's own, so that it can be used in any runtime, in several, and in none.
    Own(EventLoop),
    /// A runtime of the caller's, which somebody must be running.
    Given(Handle),
}

impl Driver {
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

    /// Whether a caller in any runtime may make a call itself.
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
