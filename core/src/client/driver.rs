//! The thread that a client's calls run on.

use std::{cell::Cell, future::Future, io, pin::Pin, thread};

use tokio::{
    runtime::{Builder, Handle},
    sync::mpsc,
    task::AbortHandle,
};

thread_local! {
    static IS_DRIVER: Cell<bool> = const { Cell::new(false) };
}

/// Whether this is the thread of some client: waiting here for a call would wait for ever.
pub(crate) fn is_this_thread() -> bool {
    IS_DRIVER.get()
}

/// One thread, one event loop: a connection that Bootpay closes is noticed at once and not at the
/// next call, and a call goes on when its caller goes away.
///
/// The thread ends when the driver is dropped; whoever is still running holds on to it.
pub(crate) struct Driver {
    handle: Handle,
    _alive: mpsc::Sender<()>,
}

impl Driver {
    pub(crate) fn start() -> io::Result<Self> {
        let runtime =
            Builder::new_current_thread().enable_all().max_blocking_threads(4).thread_name("bootpay-dns").build()?;
        let handle = runtime.handle().clone();
        let (alive, mut last) = mpsc::channel::<()>(1);
        thread::Builder::new().name("bootpay".into()).spawn(move || {
            IS_DRIVER.set(true);
            runtime.block_on(last.recv());
            runtime.shutdown_background();
        })?;
        Ok(Self { handle, _alive: alive })
    }

    /// Boxed, so that the runtime's own code is compiled for one type of task and not for each call.
    pub(crate) fn spawn(&self, call: Pin<Box<dyn Future<Output = ()> + Send>>) -> AbortHandle {
        self.handle.spawn(call).abort_handle()
    }
}
