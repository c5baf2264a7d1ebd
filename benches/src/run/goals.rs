//! What the project wants to reach, held against what was measured.

use crate::{
    contenders::{CONTENDERS, Kind},
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
const RUST: &str = "rust/bootpay-core-on-runtime";
const PYTHON: &str = "python/bootpay-core";
const ASYNC: &str = "python/bootpay-core-async";
const NODE: &str = "node/bootpay-core";
const KOTLIN: &str = "kotlin/bootpay-core";
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
            AtMost(1.15),
            ratio(RUST, "rust/reqwest", Plain, Cpu),
        );
        add(
            "Rust, on the caller's runtime: processor per call ÷ hyper's",
            AtMost(1.5),
            ratio(RUST, "rust/hyper", Plain, Cpu),
        );
    }
    if has("python") {
        let sdk = "python/bootpay-backend";
        add("Python: bootpay-backend's time per call ÷ ours", AtLeast(7.0), ratio(sdk, PYTHON, Plain, Wall));
        add("Python: bootpay-backend's processor per call ÷ ours", AtLeast(10.0), ratio(sdk, PYTHON, Plain, Cpu));
        add("Python: bootpay-backend's time per call ÷ ours, over TLS", AtLeast(20.0), ratio(sdk, PYTHON, Tls, Wall));
        add("Python: requests' time per call ÷ ours", AtLeast(6.0), ratio("python/requests", PYTHON, Plain, Wall));
        add("Python: httpx's time per call ÷ ours", AtLeast(3.0), ratio("python/httpx", PYTHON, Plain, Wall));
        if has("rust") {
            add(
                "Python: time per call ÷ that of reqwest in Rust",
                AtMost(1.3),
                ratio(PYTHON, "rust/reqwest", Plain, Wall),
            );
        }
        let aiohttp = "python/aiohttp";
        add(
            "Python asyncio: calls per second, 64 at once ÷ aiohttp's",
            AtLeast(2.5),
            ratio(ASYNC, aiohttp, Concurrent, Rate),
        );
        add("Python asyncio: aiohttp's time per call ÷ ours", AtLeast(1.5), ratio(aiohttp, ASYNC, Plain, Wall));
    }
    if has("node") {
        let per = |other| ratio(NODE, other, Concurrent, Rate);
        add("Node: calls per second, 64 at once ÷ undici request's", AtLeast(2.0), per("node/undici-request"));
        add("Node: calls per second, 64 at once ÷ undici fetch's", AtLeast(6.0), per("node/undici-fetch"));
        add("Node: calls per second, 64 at once ÷ @bootpay/backend-js's", AtLeast(12.0), per("node/backend-js"));
        add(
            "Node: undici request's time per call ÷ ours",
            AtLeast(1.3),
            ratio("node/undici-request", NODE, Plain, Wall),
        );
    }
    if has("kotlin") {
        add("Kotlin: the Java SDK's time per call ÷ ours", AtLeast(2.0), ratio("kotlin/backend", KOTLIN, Plain, Wall));
        add("Kotlin: time per call ÷ java.net.http's", AtMost(1.2), ratio(KOTLIN, "kotlin/java.net.http", Plain, Wall));
    }
    if has("swift") {
        add("Swift: time per call ÷ URLSession's", AtMost(1.2), ratio(SWIFT, "swift/urlsession", Plain, Wall));
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
