//! `make chaos-peers`: the same lives with the official SDKs and with our core.

use std::process::ExitCode;

use bootpay_chaos::peers::{Contestant, Habit, Times, compare};
use clap::Parser;

/// The same random payment lives under the same faults, with the official SDKs and with our core.
#[derive(Parser)]
struct Arguments {
    /// How many lives of each.
    #[arg(long, default_value_t = 2000)]
    lives: u64,
    /// The run's seed; random unless given.
    #[arg(long)]
    seed: Option<u64>,
    /// Lives this one only, and tells its stories.
    #[arg(long)]
    life: Option<u64>,
    /// How many at a time with each SDK and shop, each in a process of its own.
    #[arg(long, default_value_t = 80)]
    workers: usize,
    /// A Python that has the official SDK; without it, Python is left out.
    #[arg(long)]
    python: Option<String>,
    /// A Node; the official SDK must be installed in tests/peers/node. Without it, Node is left out.
    #[arg(long)]
    node: Option<String>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let seed = arguments.seed.unwrap_or_else(|| fastrand::u64(..));
    let lives = arguments.life.map_or(0..arguments.lives, |life| life..life + 1);
    let peers = concat!(env!("CARGO_MANIFEST_DIR"), "/../peers");
    let python = arguments.python.map(|python| vec![python, format!("{peers}/python/shop.py")]);
    let node = arguments.node.map(|node| vec![node, format!("{peers}/node/shop.js")]);
    let mut contestants = vec![];
    for command in python.into_iter().chain(node) {
        for habit in [Habit::Plain, Habit::Careful] {
            contestants.push(Contestant::Official { command: command.clone(), habit });
        }
    }
    contestants.push(Contestant::Ours);
    println!("seed {seed}, lives {lives:?} with each of {}", contestants.len());
    let times = Times::of_the_comparison();
    let comparison = compare(seed, lives, &contestants, arguments.workers, &times, |over| {
        if over % 500 == 0 {
            println!("{over} lives");
        }
    });
    print!("{comparison}");
    if let Some(life) = arguments.life {
        for report in &comparison.reports {
            println!("\n{}", report.story(life).join("\n  "));
        }
    }
    ExitCode::SUCCESS
}
