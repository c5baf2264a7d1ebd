//! Fork detection and exit handling.

use std::{
    sync::{
        Once, OnceLock,
        atomic::{AtomicU32, AtomicU64, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use super::this_thread;

static GENERATION: AtomicU32 = AtomicU32::new(0);
static MOVING: AtomicUsize = AtomicUsize::new(0);
/// The latest deadline of a request that moves money, in milliseconds since [`started`].
static LATEST: AtomicU64 = AtomicU64::new(0);

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

#[cfg(unix)]
extern "C" fn forked() {
    GENERATION.fetch_add(1, Ordering::AcqRel);
    MOVING.store(0, Ordering::Release);
}

/// A process does not end while a money call is in flight. Each has a deadline at which it ends by itself.
extern "C" fn wait_for_money() {
    while money_in_flight() {
        thread::sleep(Duration::from_millis(5));
    }
}

/// True while the end of the process has to wait for a money call.
///
/// Node and Python ask it before the process ends, since Windows runs `atexit` of a library when it has ended all
/// other threads: then nothing is in flight any more.
pub(crate) fn money_in_flight() -> bool {
    const GRACE: Duration = Duration::from_secs(2);
    let latest = Duration::from_millis(LATEST.load(Ordering::Acquire)) + GRACE;
    // It would wait for itself: nobody else runs the loop while a signal handler, say, ends the process here.
    MOVING.load(Ordering::Acquire) > 0 && started().elapsed() < latest && !this_thread::is_executor() && !is_alone()
}

/// True when the process's other threads were ended already.
fn is_alone() -> bool {
    #[cfg(windows)]
    {
        #[link(name = "ntdll")]
        unsafe extern "system" {
            safe fn RtlDllShutdownInProgress() -> u8;
        }
        RtlDllShutdownInProgress() != 0
    }
    #[cfg(not(windows))]
    false
}

fn started() -> Instant {
    static STARTED: OnceLock<Instant> = OnceLock::new();
    *STARTED.get_or_init(Instant::now)
}

/// Held while a request that moves money is under way.
pub(crate) struct Moving {
    generation: u32,
}

impl Moving {
    pub(crate) fn begin(deadline: impl Into<Instant>) -> Self {
        let generation = generation();
        let millis = deadline.into().saturating_duration_since(started()).as_millis();
        LATEST.fetch_max(u64::try_from(millis).unwrap_or(u64::MAX), Ordering::AcqRel);
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
