//! `make chaos`: a long run, or one life of it again.

use std::{env, process::ExitCode};

use bootpay_chaos::Run;
use clap::Parser;

/// Random payment lives under faults, held against the emulator's own records.
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
    /// How many at a time, 800 or, with a program, 250. Most of a life is waiting.
    #[arg(long)]
    workers: Option<usize>,
    /// Prints the last line of the report only, and what is wrong.
    #[arg(long)]
    brief: bool,
    /// Answers JSON lines, as the programs of other languages do.
    #[arg(long, exclusive = true)]
    serve: bool,
    /// The program whose clients are used; Rust's, of this program, unless given.
    #[arg(last = true)]
    program: Vec<String>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if arguments.serve {
        bootpay_chaos::serve();
        return ExitCode::SUCCESS;
    }
    let inside = arguments.program.is_empty();
    let lives = arguments.life.map_or(0..arguments.lives, |life| life..life + 1);
    let workers = arguments.workers.unwrap_or(if inside { 800 } else { 250 });
    let run = Run {
        seed: arguments.seed.unwrap_or_else(|| fastrand::u64(..)),
        workers: usize::try_from(lives.end - lives.start).map_or(workers, |lives| workers.min(lives)),
        lives,
        inside,
        program: if inside { itself() } else { arguments.program },
    };
    if !arguments.brief {
        println!("seed {}, lives {:?}, {} at a time", run.seed, run.lives, run.workers);
    }
    let report = bootpay_chaos::run(&run, |over| {
        if over % 5000 == 0 {
            println!("{over} lives");
        }
    });
    match report {
        Ok(report) => {
            if arguments.brief {
                print!("{report:#}");
            } else {
                print!("{report}");
            }
            if report.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// This program as one that answers JSON lines.
fn itself() -> Vec<String> {
    let path = env::current_exe().expect("the path of this program");
    vec![path.display().to_string(), "--serve".into()]
}
