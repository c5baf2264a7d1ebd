//! `make bench`: this core against what its users have today, in one run on one machine.

mod contenders;
mod goals;
mod machine;
mod page;
mod plot;
mod prepare;
mod results;
mod rounds;
mod server;
mod spread;
mod turn;

use std::{fs, path::PathBuf, process::ExitCode};

use clap::Parser;

use contenders::Contender;
use prepare::Places;
use results::Results;
use rounds::Plan;
use server::Server;

/// Runs the benchmark, prints its tables, and writes the page and the plot.
#[derive(Parser)]
struct Arguments {
    /// How often each contender has its turn
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Calls of a turn, at most; who is slow makes fewer
    #[arg(long, default_value_t = 4000)]
    calls: usize,
    /// Whose contenders take part
    #[arg(long, value_delimiter = ' ', default_value = "rust python node kotlin swift")]
    languages: Vec<String>,
    /// Where the page is written
    #[arg(long, value_name = "FILE")]
    page: PathBuf,
    /// Where the plot is written; the page shows it by its name
    #[arg(long, value_name = "FILE")]
    plot: PathBuf,
    /// What the page ends with
    #[arg(long, value_name = "FILE")]
    notes: PathBuf,
    /// Measure what was built and installed before, as it is
    #[arg(long)]
    built: bool,
    /// Do not measure: write the page anew from the last run's figures
    #[arg(long)]
    again: bool,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("bench: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let places = Places::find()?;
    let kept = places.built().join("bench-results.json");
    let results = if arguments.again {
        let text = fs::read_to_string(&kept).map_err(|error| format!("{}: {error}", kept.display()))?;
        serde_json::from_str(&text).map_err(|error| error.to_string())?
    } else {
        let results = measure(arguments, &places)?;
        let text = serde_json::to_string(&results).map_err(|error| error.to_string())?;
        fs::write(&kept, text).map_err(|error| error.to_string())?;
        results
    };
    println!("{}", page::tables(&results));
    let notes = fs::read_to_string(&arguments.notes).map_err(|error| error.to_string())?;
    let plot = arguments.plot.file_name().unwrap_or_default().to_string_lossy();
    plot::write(&results, &arguments.plot)?;
    fs::write(&arguments.page, page::page(&results, &notes, &plot)).map_err(|error| error.to_string())
}

fn measure(arguments: &Arguments, places: &Places) -> Result<Results, String> {
    let languages: Vec<String> = arguments.languages.iter().filter(|name| !name.is_empty()).cloned().collect();
    let mut results = Results {
        languages: languages.clone(),
        rounds: arguments.rounds,
        machine: machine::describe(&languages),
        ..Results::default()
    };
    for language in languages.iter().filter(|_| !arguments.built) {
        eprintln!("building what {language} needs");
        if let Err(why) = places.prepare(language) {
            for contender in Contender::of(language) {
                results.fails(contender, None, format!("could not be built or installed: {why}"));
            }
        }
    }
    for language in &languages {
        results.sizes.append(&mut places.sizes(language));
    }
    // What a process may use, its children inherit.
    let pinned = machine::pin_to_server();
    let mut server = Server::start(&places.server(), places.built())?;
    results.pinned = pinned.and_then(|()| machine::pin_to_clients()).is_some();
    let plan = Plan { rounds: arguments.rounds, calls: arguments.calls };
    rounds::run(places, &mut server, &plan, &mut results);
    Ok(results)
}
