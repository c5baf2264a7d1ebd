//! The same lives, lived with the official SDKs and with our core. See README.md.

mod call;
mod caller;
mod life;
mod plan;
mod report;
mod shop;
mod verdict;

use std::{
    collections::HashMap,
    ops::Range,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::Duration,
};

use fastrand::Rng;
use tokio::runtime::{Builder, Handle};

pub use report::{Comparison, Report};
pub use shop::Habit;
pub use verdict::{Ending, Wrong};

use crate::emulator::Local;
use caller::Caller;
use life::Life;
use plan::Plan;
use verdict::Verdict;

/// The times of a comparison.
#[derive(Clone, Debug)]
pub struct Times {
    /// How long a reply keeps its caller waiting that comes late, or how late a request is carried out.
    pub stall: Duration,
    /// After how long a call of an official SDK counts as one that does not end.
    pub hang: Duration,
    /// What our core waits for a reply, and its quiet period; its defaults unless given.
    pub ours: Option<(Duration, Duration)>,
    /// What our core has for finding out about one call.
    pub resolve: Duration,
}

/// Who lives the lives.
#[derive(Clone, Debug)]
pub enum Contestant {
    /// An official SDK: the program that makes its calls (a JSON line each), and the shop.
    Official {
        /// The program and its arguments.
        command: Vec<String>,
        /// The shop.
        habit: Habit,
    },
    /// Our core, and a shop that resolves.
    Ours,
}

impl Contestant {
    /// For the report; an official SDK's program says which one it is.
    fn name(&self) -> String {
        match self {
            Self::Official { command, habit } => {
                let child = caller::start(command);
                let sdk = child.hello()["sdk"].as_str().unwrap_or("an SDK without a name");
                format!("{sdk}, {habit} shop")
            }
            Self::Ours => "bootpay-core, its shop resolves".into(),
        }
    }

    /// How many lives it lives at a time: ours needs no process for each.
    fn workers(&self, workers: usize) -> usize {
        match self {
            Self::Official { .. } => workers,
            Self::Ours => workers * 12,
        }
    }

    fn caller(&self) -> Caller<'_> {
        match self {
            Self::Official { command, habit } => Caller::Official { command, habit: *habit, child: None },
            Self::Ours => Caller::Ours(HashMap::new()),
        }
    }
}

/// Lives these lives with each contestant, all of them at once, with so many workers for each.
/// `progress` is told how many are over, of all.
///
/// # Panics
///
/// Panics where no emulator or no SDK can be started.
pub fn compare(
    seed: u64,
    lives: Range<u64>,
    contestants: &[Contestant],
    workers: usize,
    times: &Times,
    progress: impl Fn(u64) + Sync,
) -> Comparison {
    let runtime = Builder::new_multi_thread().enable_all().build().expect("threads");
    let over = AtomicU64::new(0);
    let reports: Vec<Mutex<Report>> = contestants.iter().map(|each| Report::of(each.name()).into()).collect();
    let nexts: Vec<AtomicU64> = contestants.iter().map(|_| lives.start.into()).collect();
    thread::scope(|scope| {
        for ((contestant, report), next) in contestants.iter().zip(&reports).zip(&nexts) {
            let at_a_time = u64::try_from(contestant.workers(workers)).unwrap_or(u64::MAX);
            for worker in 0..at_a_time.min(lives.end - lives.start) {
                let (over, progress, handle, end) = (&over, &progress, runtime.handle(), lives.end);
                scope.spawn(move || {
                    let mut worker = Worker::start(handle, worker, contestant.caller());
                    loop {
                        let life = next.fetch_add(1, Ordering::Relaxed);
                        if life >= end {
                            return;
                        }
                        let (plan, verdict, story) = worker.live(seed, life, times);
                        let mut report = report.lock().unwrap_or_else(PoisonError::into_inner);
                        report.add(life, &plan, &verdict, story);
                        drop(report);
                        progress(over.fetch_add(1, Ordering::Relaxed) + 1);
                    }
                });
            }
        }
    });
    let reports = reports.into_iter().map(|report| report.into_inner().unwrap_or_else(PoisonError::into_inner));
    Comparison { seed, reports: reports.collect() }
}

struct Worker<'a> {
    emulator: Local,
    /// One that refuses repeated order ids and cancel ids, and one that accepts them.
    merchants: [crate::emulator::Merchant; 2],
    caller: Caller<'a>,
}

impl<'a> Worker<'a> {
    fn start(runtime: &Handle, seed: u64, caller: Caller<'a>) -> Self {
        let emulator = Local::start(runtime, seed);
        let merchants = [false, true].map(|repeats| emulator.merchant(repeats));
        Self { emulator, merchants, caller }
    }

    fn live(&mut self, seed: u64, life: u64, times: &Times) -> (Plan, Verdict, Vec<String>) {
        let mut rng = Rng::with_seed(seed ^ life.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let merchant = &self.merchants[rng.usize(..2)];
        let plan = Plan::draw(&mut rng);
        let mut lived = Life {
            emulator: &self.emulator,
            merchant,
            caller: &mut self.caller,
            times,
            weather: rng,
            verdict: Verdict::default(),
            story: vec![],
        };
        lived.live(&plan, &format!("o-{life}"));
        let Life { verdict, story, .. } = lived;
        (plan, verdict, story)
    }
}
