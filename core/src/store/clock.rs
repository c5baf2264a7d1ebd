//! A clock that all processes of this machine share and nobody can set.

/// An instant of that clock.
pub(super) struct Instant {
    /// The start of the machine that the clock counts from.
    pub(super) boot: String,
    /// Milliseconds since then.
    pub(super) millis: i64,
}

/// The present.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub(super) fn now() -> Instant {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: it writes to `time`, and cannot fail for a clock that every such system has.
    unsafe { libc::clock_gettime(libc::CLOCK_BOOTTIME, &raw mut time) };
    let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    #[allow(clippy::unnecessary_cast)] // on some targets they are narrower
    let millis = (time.tv_sec as i64).saturating_mul(1000).saturating_add(time.tv_nsec as i64 / 1_000_000);
    Instant { boot: boot.trim().to_owned(), millis }
}

/// The present, by the time of day: of the other systems, no such clock is known that outlives a process.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub(super) fn now() -> Instant {
    Instant { boot: String::new(), millis: crate::value::Timestamp::now().as_millis() }
}
