//! What the project wants to reach, held against what was measured.

use crate::{
    contenders::{CONTENDERS, Contender, Kind},
    results::{
        Quantity::{Cpu, Rate, Wall},
        Results,
    },
    spread::Spread,
    turn::What::{Concurrent, Plain, Tls},
};

#[derive(Clone, Copy)]
enum Bound {
    AtMost(f64),
    AtLeast(f64),
}
use Bound::{AtLeast, AtMost};

/// One of them.
pub(crate) struct Goal {
    pub(crate) says: String,
    bound: Bound,
    pub(crate) got: Option<Spread>,
}

impl Goal {
    pub(crate) fn is_reached(&self) -> Option<bool> {
        let median = self.got?.median;
        Some(match self.bound {
            AtMost(most) => median <= most,
            AtLeast(least) => median >= least,
        })
    }

    pub(crate) fn bound(&self) -> String {
        match self.bound {
            AtMost(most) => format!("at most {most}"),
            AtLeast(least) => format!("at least {least}"),
        }
    }
}

/// On the caller's runtime, as the bare clients are.
const RUST: &str = "rust/bootpay-core-with-runtime";
const PYTHON: &str = "python/bootpay-core";
const ASYNC: &str = "python/bootpay-core-async";
const NODE: &str = "node/bootpay-core";
const JVM: &str = "kotlin/bootpay-core-blocking";
const OKHTTP: &str = "kotlin/okhttp-gson";
const SWIFT: &str = "swift/bootpay-core";

/// Those of the languages that were measured.
pub(crate) fn all(results: &Results) -> Vec<Goal> {
    let mut goals = Vec::new();
    let has = |language: &str| results.languages.iter().any(|one| one == language);
    let ratio = |one, other, what, quantity| results.ratio(one, other, what, quantity);
    let mut add = |says: &str, bound, got| goals.push(Goal { says: says.to_owned(), bound, got });
    if has("rust") {
        add(
            "Rust, on the caller's runtime: processor per call ÷ reqwest's",
            AtMost(1.35),
            ratio(RUST, "rust/reqwest", Plain, Cpu),
        );
    }
    if has("node") {
        add(
            "Node: calls per second, 64 at once ÷ undici request's",
            AtLeast(1.0),
            ratio(NODE, "node/undici-request", Concurrent, Rate),
        );
    }
    if has("kotlin") {
        add("Kotlin, blocking: processor per call ÷ OkHttp's with Gson", AtMost(1.0), ratio(JVM, OKHTTP, Plain, Cpu));
        add(
            "Kotlin, blocking: calls per second, 64 at once ÷ OkHttp's with Gson",
            AtLeast(1.5),
            ratio(JVM, OKHTTP, Concurrent, Rate),
        );
        let memory = results.memory_ratio(JVM, OKHTTP, Plain);
        add("Kotlin, blocking: most memory ÷ OkHttp's with Gson", AtMost(1.0), memory);
    }
    // Nobody who hands out as much is faster at a look-up: an SDK, or a client that parses the JSON.
    for other in CONTENDERS.iter().filter(|one| one.kind != Kind::Ours && one.parses() && has(one.language)) {
        let ours = format!("{}/{}", other.language, other.against);
        for (column, what) in [("sequential", Plain), ("over TLS", Tls)] {
            let says = format!("{}: time of a look-up, {column} ÷ that of {}", other.language, other.title);
            add(&says, AtMost(1.0), results.ratio(&ours, &other.key(), what, Wall));
        }
        let says = format!("{}: calls per second, 64 at once ÷ those of {}", other.language, other.title);
        add(&says, AtLeast(1.0), results.ratio(&ours, &other.key(), Concurrent, Rate));
    }
    for ours in CONTENDERS.iter().filter(|one| one.kind == Kind::Ours && has(one.language)) {
        let handshakes = results.handshakes(&ours.key());
        let calls = handshakes.map_or(1_000, |(_, calls)| calls);
        #[expect(clippy::cast_precision_loss)]
        let got = handshakes.and_then(|(handshakes, _)| Spread::of([handshakes as f64]));
        add(&format!("{}: TLS handshakes of a client in {calls} calls", ours.key()), AtMost(1.0), got);
    }
    for (ours, most) in [(PYTHON, 20.0), (NODE, 10.0)] {
        if results.languages.iter().any(|language| ours.starts_with(&format!("{language}/"))) {
            add(&format!("{ours}: import, ms over the empty process"), AtMost(most), results.import(ours));
        }
    }
    for (ours, most) in [(PYTHON, 8.0), (NODE, 8.0), (SWIFT, 8.0)] {
        #[expect(clippy::cast_precision_loss)]
        if let Some(size) = results.sizes.get(ours) {
            add(&format!("{ours}: installed, MB"), AtMost(most), Spread::of([*size as f64 / 1e6]));
        }
    }
    for sdk in CONTENDERS.iter().filter(|one| one.kind == Kind::Sdk && has(one.language)) {
        let ours = format!("{}/bootpay-core", sdk.language);
        let says = format!("{ours}: time to the first reply ÷ that of {}", sdk.title);
        add(&says, AtMost(1.0), results.first_reply_ratio(&ours, &sdk.key()));
    }
    for ours in [PYTHON, ASYNC, NODE] {
        if results.languages.iter().any(|language| ours.starts_with(&format!("{language}/"))) {
            add(&format!("{ours}: most memory, MB over the empty process"), AtMost(10.0), results.memory(ours, Tls));
        }
    }
    goals
}

/// The bare clients that hand out bytes or text: no typed client can be faster, so they are printed as limits
/// and are no goals.
pub(crate) fn limits(results: &Results) -> Vec<(String, Option<Spread>)> {
    let measured = |one: &&Contender| results.languages.iter().any(|language| language == one.language);
    CONTENDERS
        .iter()
        .filter(|one| one.kind == Kind::Client && !one.parses())
        .filter(measured)
        .map(|one| {
            let ours =
                if one.language == "rust" { RUST.to_owned() } else { format!("{}/{}", one.language, one.against) };
            let says =
                format!("{}: time of a look-up ÷ that of {}, which gives {}", one.language, one.title, one.gives);
            (says, results.ratio(&ours, &one.key(), Plain, Wall))
        })
        .collect()
}
