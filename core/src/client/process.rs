//! What a client must know of its process: that it was forked, and that it is about to end.

use std::{
    sync::{
        Once,
        atomic::{AtomicU32, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

static GENERATION: AtomicU32 = AtomicU32::new(0);
static MOVING: AtomicUsize = AtomicUsize::new(0);

/// Counts forks: threads and connections belong to the generation that made them.
pub(crate) fn generation() -> u32 {
    static WATCH: Once = Once::new();
    WATCH.call_once(|| {
        // SAFETY: the handlers only touch atomics and sleep, and live as long as the process.
        unsafe {
            #[cfg(unix)]
            libc::pthread_atfork(None, None, Some(forked));
            libc::atexit(wait_for_money);
        }
    });
    GENERATION.load(Ordering::Acquire)
}

extern "C" fn forked() {
    GENERATION.fetch_add(1, Ordering::AcqRel);
    MOVING.store(0, Ordering::Release);
}

/// A process does not end under a request that moves money; each has its own deadline.
extern "C" fn wait_for_money() {
    while MOVING.load(Ordering::Acquire) > 0 {
        thread::sleep(Duration::from_millis(5));
    }
}

/// Held while a request that moves money is under way.
pub(crate) struct Moving {
    generation: u32,
}

impl Moving {
    pub(crate) fn begin() -> Self {
        let generation = generation();
        MOVING.fetch_add(1, Ordering::AcqRel);
        Self { generation }
    }
}

impl Drop for Moving {
    fn drop(&mut self) {
        if self.generation == generation() {
            MOVING.fetch_sub(1, Ordering::AcqRel);
        }
    }
}
