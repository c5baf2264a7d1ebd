//! The rounds: every contender has its turn in each, one after the other.

use std::collections::BTreeMap;

use crate::{
    contenders::{CONTENDERS, EMPTY, empty_key},
    prepare::Places,
    results::Results,
    server::Server,
    spread::Spread,
    turn::{Sample, Turn, What},
};

/// A turn's calls take about this long; only who is slow makes fewer than it may.
const SECONDS: f64 = 0.5;
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

/// A turn that is measured from its start.
const START: Size = Size { calls: 1, warm_up: 0 };

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
                    #[expect(clippy::cast_precision_loss)]
                    let per_second = sample.calls as f64 / sample.wall;
                    let most = if what.is_at_once() { plan.calls * 4 } else { plan.calls };
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                    let [fitting, compiled] = [SECONDS, WARM_UP_SECONDS].map(|seconds| (seconds * per_second) as usize);
                    let calls = fitting.clamp(most.min(100), most);
                    sizes.insert(
                        (contender.key(), what),
                        Size { calls, warm_up: warm_up(contender.language, what, calls, compiled) },
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
                let size = sizes.get(&(contender.key(), what)).unwrap_or(&START);
                match take(places, server, contender.language, contender.name, what, size) {
                    Ok(sample) => results.add(&contender.key(), what, sample),
                    Err(why) => results.fails(contender, Some(what), why),
                }
            }
        }
        eprintln!("round {round} of {}: imports", plan.rounds);
        imports(places, server, results);
        empty(places, server, results);
    }
}

/// The start of a program that does nothing, in each language.
fn empty(places: &Places, server: &mut Server, results: &mut Results) {
    for language in results.languages.clone() {
        if let Ok(sample) = take(places, server, &language, EMPTY, What::Empty, &START) {
            results.add(&empty_key(&language), What::Empty, sample);
        }
    }
}

/// What each import costs: the start of a program that only imports, less that of one that does nothing,
/// which was started right before. The difference is small, and depends on what the machine did before: of
/// several pairs the one in the middle counts.
fn imports(places: &Places, server: &mut Server, results: &mut Results) {
    for contender in CONTENDERS.iter().filter(|one| loads(one.language)) {
        if results.is_out(contender, What::Import) {
            continue;
        }
        let mut pair = || {
            let empty = take(places, server, contender.language, EMPTY, What::Empty, &START)?;
            let import = take(places, server, contender.language, contender.name, What::Import, &START)?;
            Ok(import.start - empty.start)
        };
        match (0..STARTS).map(|_| pair()).collect::<Result<Vec<f64>, String>>() {
            Ok(costs) => {
                results.imports.entry(contender.key()).or_default().extend(Spread::of(costs).map(|all| all.median));
            }
            Err(why) => results.fails(contender, Some(What::Import), why),
        }
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
        ("kotlin", what) if what.is_at_once() => (1280, 1280),
        ("kotlin", _) => (400, 400),
        (_, what) if what.is_at_once() => (320, 64),
        _ => (50, 10),
    };
    Size { calls, warm_up }
}

/// The JVM and V8 compile what is called often: the figures of fast contenders move until about this many calls.
const COMPILED: usize = 20_000;
/// No warm-up takes much longer: a contender at whose calls that many take a minute is not worth it.
const WARM_UP_SECONDS: f64 = 2.5;

fn warm_up(language: &str, what: What, calls: usize, compiled: usize) -> usize {
    match (language, what) {
        ("kotlin" | "node", _) => calls.max(COMPILED.min(compiled)),
        (_, what) if what.is_at_once() => 128,
        _ => (calls / 20).max(10),
    }
}

/// Where what is imported is loaded by then, and not with the program.
fn loads(language: &str) -> bool {
    matches!(language, "python" | "node")
}
