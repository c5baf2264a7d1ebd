//! The rounds: every contender has its turn in each, one after the other.

use std::collections::BTreeMap;

use crate::{
    contenders::CONTENDERS,
    prepare::Places,
    results::Results,
    server::Server,
    turn::{Sample, Turn, What},
};

/// A turn's calls take about this long; only who is slow makes fewer than it may.
const SECONDS: f64 = 0.5;
const EMPTY: &str = "empty";
const STARTS: usize = 5;

/// How much is measured.
pub(crate) struct Plan {
    pub(crate) rounds: usize,
    /// Calls of a turn, at most; four times as many where 64 are made at once.
    pub(crate) calls: usize,
}

/// What a turn asks for.
struct Size {
    calls: usize,
    warm_up: usize,
}

pub(crate) fn run(places: &Places, server: &mut Server, plan: &Plan, results: &mut Results) {
    let mut sizes = BTreeMap::new();
    eprintln!("trying each contender");
    for contender in CONTENDERS {
        for what in What::MEASURED {
            if results.is_out(contender, what) {
                continue;
            }
            let trial = trial(contender.language, what);
            match take(places, server, contender.language, contender.name, what, &trial) {
                Ok(sample) => {
                    let most = if what == What::Concurrent { plan.calls * 4 } else { plan.calls };
                    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                    let fitting = (SECONDS * sample.calls as f64 / sample.wall) as usize;
                    let calls = fitting.clamp(most.min(100), most);
                    sizes.insert(
                        (contender.key(), what),
                        Size { calls, warm_up: warm_up(contender.language, what, calls) },
                    );
                }
                Err(why) => results.fails(contender, Some(what), why),
            }
        }
    }
    for round in 1..=plan.rounds {
        for what in What::MEASURED.into_iter().chain([What::FirstReply]) {
            eprintln!("round {round} of {}: {}", plan.rounds, what.says());
            for contender in CONTENDERS {
                if results.is_out(contender, what) {
                    continue;
                }
                let once = Size { calls: 1, warm_up: 0 };
                let size = sizes.get(&(contender.key(), what)).unwrap_or(&once);
                match take(places, server, contender.language, contender.name, what, size) {
                    Ok(sample) => results.add(&contender.key(), what, sample),
                    Err(why) => results.fails(contender, Some(what), why),
                }
            }
        }
        eprintln!("round {round} of {}: imports", plan.rounds);
        starts(places, server, results);
    }
}

/// The starts of programs that only import a contender, and of those that do nothing, in turns. One takes
/// some tens of milliseconds, and as many more when the machine is at something else: of a round's, the one
/// in the middle counts.
fn starts(places: &Places, server: &mut Server, results: &mut Results) {
    let size = Size { calls: 0, warm_up: 0 };
    let mut samples: BTreeMap<_, Vec<Sample>> = BTreeMap::new();
    for _ in 0..STARTS {
        for language in results.languages.clone() {
            if let Ok(sample) = take(places, server, &language, EMPTY, What::Empty, &size) {
                samples.entry((empty_key(&language), What::Empty)).or_default().push(sample);
            }
        }
        for contender in CONTENDERS.iter().filter(|one| imports(one.language)) {
            if results.is_out(contender, What::Import) {
                continue;
            }
            match take(places, server, contender.language, contender.name, What::Import, &size) {
                Ok(sample) => samples.entry((contender.key(), What::Import)).or_default().push(sample),
                Err(why) => results.fails(contender, Some(What::Import), why),
            }
        }
    }
    for ((key, what), mut samples) in samples {
        samples.sort_by(|one, other| one.start.total_cmp(&other.start));
        results.add(&key, what, samples[samples.len() / 2]);
    }
}

fn take(
    places: &Places,
    server: &mut Server,
    language: &str,
    name: &str,
    what: What,
    size: &Size,
) -> Result<Sample, String> {
    let turn = Turn { language, name, what, calls: size.calls, warm_up: size.warm_up };
    // Once more, so that a hiccup does not end a contender's part.
    turn.take(places, server).or_else(|_| turn.take(places, server))
}

/// A turn that only shows how fast it is; the JVM has to compile first.
fn trial(language: &str, what: What) -> Size {
    let (calls, warm_up) = match (language, what) {
        ("kotlin", What::Concurrent) => (1280, 1280),
        ("kotlin", _) => (400, 400),
        (_, What::Concurrent) => (320, 64),
        _ => (50, 10),
    };
    Size { calls, warm_up }
}

fn warm_up(language: &str, what: What, calls: usize) -> usize {
    match (language, what) {
        ("kotlin" | "node", _) => calls,
        (_, What::Concurrent) => 128,
        _ => (calls / 20).max(10),
    }
}

/// Where what is imported is loaded by then, and not with the program.
pub(crate) fn imports(language: &str) -> bool {
    matches!(language, "python" | "node")
}

/// The key of the program that does nothing.
pub(crate) fn empty_key(language: &str) -> String {
    format!("{language}/{EMPTY}")
}
