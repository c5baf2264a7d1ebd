//! The open files of this process: none is open while it forks, since what a child inherits of an open
//! file, `SQLite` takes for the child's own, which would write where nobody looks any more.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use rusqlite::{Connection, Result};

type Open = BTreeMap<u64, Connection>;

/// Held while a file is worked on, and while the process forks.
static OPEN: Mutex<Open> = Mutex::new(BTreeMap::new());

fn open() -> MutexGuard<'static, Open> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A place for one connection.
#[derive(Debug)]
pub(super) struct PerProcess(u64);

impl PerProcess {
    pub(super) fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        #[cfg(unix)]
        forks::watch();
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }

    /// Works with the connection, which is made where there is none.
    pub(super) fn with<T>(
        &self,
        connect: impl FnOnce() -> Result<Connection>,
        work: impl FnOnce(&mut Connection) -> Result<T>,
    ) -> Result<T> {
        let mut open = open();
        let mut connection = match open.remove(&self.0) {
            Some(connection) => connection,
            None => connect()?,
        };
        let done = work(&mut connection);
        open.insert(self.0, connection);
        done
    }
}

impl Drop for PerProcess {
    fn drop(&mut self) {
        open().remove(&self.0);
    }
}

#[cfg(unix)]
mod forks {
    use std::{
        cell::Cell,
        sync::{MutexGuard, Once},
    };

    use super::{Open, open};

    thread_local! {
        /// By the thread that forks, in the parent and in the child.
        static HELD: Cell<Option<MutexGuard<'static, Open>>> = const { Cell::new(None) };
    }

    pub(super) fn watch() {
        static WATCH: Once = Once::new();
        WATCH.call_once(|| {
            // SAFETY: the handlers live as long as the process, and leave its locks as they find them.
            unsafe { libc::pthread_atfork(Some(before), Some(after), Some(after)) };
        });
    }

    extern "C" fn before() {
        let mut open = open();
        open.clear();
        HELD.set(Some(open));
    }

    extern "C" fn after() {
        drop(HELD.take());
    }
}
