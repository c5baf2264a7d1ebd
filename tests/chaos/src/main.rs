//! `make chaos`: a long run, or one life of it again.

use std::process::ExitCode;

use clap::Parser;

/// Random payment lives under faults, held against the sandbox's own records.
#[derive(Parser)]
struct Arguments {
    /// How many lives.
    #[arg(long, default_value_t = 100_000)]
    lives: u64,
    /// The run's seed; random unless given.
    #[arg(long)]
    seed: Option<u64>,
    /// Lives this one only, and tells its story.
    #[arg(long)]
    life: Option<u64>,
    /// How many at a time. Most of a life is waiting.
    #[arg(long, default_value_t = 800)]
    workers: usize,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let seed = arguments.seed.unwrap_or_else(|| fastrand::u64(..));
    let lives = arguments.life.map_or(0..arguments.lives, |life| life..life + 1);
    let workers = if arguments.life.is_some() { 1 } else { arguments.workers };
    println!("seed {seed}, lives {lives:?}, {workers} at a time");
    let report = bootpay_chaos::run(seed, lives, workers, |over| {
        if over % 5000 == 0 {
            println!("{over} lives");
        }
    });
    print!("{report}");
    if report.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
