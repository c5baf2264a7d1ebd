//! Random payment lives on real emulators, under faults and with callers who go away; after each one
//! what the client said is held against the emulator's own records. See README.md.

pub mod child;
mod client;
mod clock;
mod emulator;
mod faults;
mod home;
mod inside;
mod kept;
mod life;
pub mod peers;
mod report;
mod rules;
mod serve;
mod shop;
mod truth;

use std::{
    cell::RefCell,
    io,
    ops::Range,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::Instant,
};

use fastrand::Rng;
use tokio::runtime::{Builder, Handle};

pub use report::{Failure, Report, Tally};
pub use serve::serve;

use client::Driver;
use emulator::Local;
use home::{Home, Programs};
use inside::Inside;
use shop::Shop;

/// Which lives, and who lives them.
#[derive(Clone, Debug)]
pub struct Run {
    /// What all of it is drawn from.
    pub seed: u64,
    /// The numbers of the lives.
    pub lives: Range<u64>,
    /// How many at a time: each worker has an emulator of its own.
    pub workers: usize,
    /// The program whose clients are used, with its arguments; see README.md. Its processes are
    /// killed in some of the lives.
    pub program: Vec<String>,
    /// Whether lives without kills use Rust's client in this process instead.
    pub inside: bool,
}

/// One life in so many has a process for itself, which is killed.
const KILLED: u32 = 20;

/// Lives them. `progress` is told now and then how many are over.
///
/// # Errors
///
/// Fails where the program does not start.
///
/// # Panics
///
/// Panics where no emulator can be started.
pub fn run(run: &Run, progress: impl Fn(u64) + Sync) -> io::Result<Report> {
    let begun = Instant::now();
    let runtime = Builder::new_multi_thread().enable_all().build().expect("threads");
    let programs = Programs::of(run.program.clone());
    let shared: Arc<dyn Driver> =
        if run.inside { Arc::new(Inside::new(runtime.handle())) } else { Arc::new(programs.start()?) };
    let (next, over) = (AtomicU64::new(run.lives.start), AtomicU64::new(0));
    let whole = Mutex::new((Tally::default(), vec![]));
    thread::scope(|scope| {
        for number in 0..run.workers {
            let (next, over, whole, progress, handle) = (&next, &over, &whole, &progress, runtime.handle());
            let (shared, programs) = (&shared, &programs);
            scope.spawn(move || {
                let worker = Worker::start(handle, number, shared, programs);
                loop {
                    let life = next.fetch_add(1, Ordering::Relaxed);
                    if life >= run.lives.end {
                        return;
                    }
                    let (tally, failure) = worker.live(run.seed, life);
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
    Ok(Report { seed: run.seed, language: shared.language(), tally, failures, time: begun.elapsed() })
}

struct Worker<'a> {
    emulator: Local,
    /// One that refuses repeated order ids and cancel ids, and one that accepts them; each with the
    /// clients of the shops that share a process.
    merchants: [(emulator::Merchant, Home<'a>); 2],
    programs: &'a Programs,
    /// The life before, whose requests may come late.
    before: RefCell<Option<(u64, Vec<String>)>>,
}

impl<'a> Worker<'a> {
    fn start(runtime: &Handle, number: usize, shared: &Arc<dyn Driver>, programs: &'a Programs) -> Self {
        let emulator = Local::start(runtime, u64::try_from(number).unwrap_or_default());
        let merchants = [false, true].map(|repeats| {
            let merchant = emulator.merchant(repeats);
            let home = Home::shared(shared, &merchant.id, &merchant.settings);
            (merchant, home)
        });
        Self { emulator, merchants, programs, before: RefCell::default() }
    }

    fn live(&self, seed: u64, life: u64) -> (Tally, Option<Failure>) {
        let mut rng = Rng::with_seed(seed ^ life.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let (merchant, shared) = &self.merchants[rng.usize(..2)];
        let killed = rng.u32(0..KILLED) == 0;
        let home = if killed { Home::own(self.programs, &merchant.settings) } else { shared.again() };
        let mut shop = Shop::open(&self.emulator, merchant, home, rng);
        // A run tells of its other lives, too.
        if catch_unwind(AssertUnwindSafe(|| life::live(&mut shop, &format!("o-{life}")))).is_err() {
            shop.violations.push("the life ended in a panic".into());
        }
        let Shop { tally, violations, story, .. } = shop;
        let before = self.before.replace(Some((life, story.clone())));
        let failure = (!violations.is_empty()).then_some(Failure { life, violations, story, before });
        (tally, failure)
    }
}
