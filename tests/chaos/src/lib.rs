//! Random payment lives on real sandboxes, under faults and with callers who go away; after each one
//! what the client said is held against the sandbox's own records. See README.md.

pub mod child;
mod faults;
mod life;
mod report;
mod rules;
mod sandbox;
mod shop;
mod truth;

use std::{
    ops::Range,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::Instant,
};

use fastrand::Rng;
use tokio::runtime::{Builder, Handle};

pub use report::{Failure, Report, Tally};

use sandbox::Local;
use shop::Shop;

/// Lives these lives of the run that `seed` names, so many at a time: each worker has a sandbox of
/// its own. `progress` is told now and then how many are over.
///
/// # Panics
///
/// Panics where no sandbox can be started.
pub fn run(seed: u64, lives: Range<u64>, workers: usize, progress: impl Fn(u64) + Sync) -> Report {
    let begun = Instant::now();
    let runtime = Builder::new_multi_thread().enable_all().build().expect("threads");
    let (next, over) = (AtomicU64::new(lives.start), AtomicU64::new(0));
    let whole = Mutex::new((Tally::default(), vec![]));
    thread::scope(|scope| {
        for worker in 0..workers {
            let (next, over, whole, progress, handle) = (&next, &over, &whole, &progress, runtime.handle());
            scope.spawn(move || {
                let sandboxes = Worker::start(handle, u64::try_from(worker).unwrap_or_default());
                loop {
                    let life = next.fetch_add(1, Ordering::Relaxed);
                    if life >= lives.end {
                        return;
                    }
                    let (tally, failure) = sandboxes.live(seed, life);
                    let mut whole = whole.lock().unwrap_or_else(PoisonError::into_inner);
                    whole.0.merge(tally);
                    whole.1.extend(failure);
                    drop(whole);
                    progress(over.fetch_add(1, Ordering::Relaxed) + 1);
                }
            });
        }
    });
    let (tally, mut failures) = whole.into_inner().unwrap_or_else(PoisonError::into_inner);
    failures.sort_by_key(|failure: &Failure| failure.life);
    Report { seed, tally, failures, time: begun.elapsed() }
}

struct Worker {
    sandbox: Local,
    /// One that refuses repeated order ids and cancel ids, and one that accepts them.
    merchants: [sandbox::Merchant; 2],
}

impl Worker {
    fn start(runtime: &Handle, seed: u64) -> Self {
        let sandbox = Local::start(runtime, seed);
        let merchants = [false, true].map(|repeats| sandbox.merchant(repeats));
        Self { sandbox, merchants }
    }

    fn live(&self, seed: u64, life: u64) -> (Tally, Option<Failure>) {
        let mut rng = Rng::with_seed(seed ^ life.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let merchant = &self.merchants[rng.usize(..2)];
        let mut shop = Shop::open(&self.sandbox, merchant, rng);
        // A run tells of its other lives, too.
        if catch_unwind(AssertUnwindSafe(|| life::live(&mut shop, &format!("o-{life}")))).is_err() {
            shop.violations.push("the life ended in a panic".into());
        }
        let Shop { tally, violations, story, .. } = shop;
        let failure = (!violations.is_empty()).then_some(Failure { life, violations, story });
        (tally, failure)
    }
}
