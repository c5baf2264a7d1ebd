//! Runs a client's calls: its event loop, and its behaviour at a fork and at the end of the process.

pub(crate) mod event_loop;
pub(crate) mod executor;
pub(crate) mod process;
pub(crate) mod this_thread;
