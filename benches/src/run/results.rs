//! All that was measured, and what can be asked of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    contenders::{Contender, empty_key},
    spread::Spread,
    turn::{Sample, What},
};

/// What a sample is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quantity {
    /// µs per call.
    Wall,
    /// µs of the processor per call.
    Cpu,
    /// Calls per second.
    Rate,
}

impl Quantity {
    #[expect(clippy::cast_precision_loss)]
    fn of(self, sample: &Sample) -> f64 {
        let calls = sample.calls as f64;
        match self {
            Self::Wall => sample.wall / calls * 1e6,
            Self::Cpu => sample.cpu / calls * 1e6,
            Self::Rate => calls / sample.wall,
        }
    }
}

/// Why a contender is not measured, or not all of it.
#[derive(Serialize, Deserialize)]
pub(crate) struct Failure {
    pub(crate) key: String,
    /// All of it, where nothing is said.
    pub(crate) what: Option<What>,
    pub(crate) why: String,
}

#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Results {
    pub(crate) languages: Vec<String>,
    pub(crate) rounds: usize,
    pub(crate) pinned: bool,
    /// What it ran on.
    pub(crate) machine: Vec<(String, String)>,
    pub(crate) samples: BTreeMap<String, BTreeMap<What, Vec<Sample>>>,
    /// What an import costs over a program that does nothing, seconds, in each round.
    pub(crate) imports: BTreeMap<String, Vec<f64>>,
    pub(crate) failures: Vec<Failure>,
    /// Bytes on disk.
    pub(crate) sizes: BTreeMap<String, u64>,
}

impl Results {
    /// Whether it takes no (more) part in that.
    pub(crate) fn is_out(&self, contender: &Contender, what: What) -> bool {
        let key = contender.key();
        !what.is_for(contender.language)
            || !self.languages.iter().any(|language| language == contender.language)
            || self.failures.iter().any(|failure| failure.key == key && failure.what.is_none_or(|which| which == what))
    }

    pub(crate) fn fails(&mut self, contender: &Contender, what: Option<What>, why: String) {
        eprintln!("{}: {}: {why}", contender.key(), what.map_or("all", What::says));
        self.failures.push(Failure { key: contender.key(), what, why });
    }

    pub(crate) fn add(&mut self, key: &str, what: What, sample: Sample) {
        self.samples.entry(key.to_owned()).or_default().entry(what).or_default().push(sample);
    }

    fn samples(&self, key: &str, what: What) -> &[Sample] {
        self.samples.get(key).and_then(|samples| samples.get(&what)).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn spread(&self, key: &str, what: What, quantity: Quantity) -> Option<Spread> {
        Spread::of(self.samples(key, what).iter().map(|sample| quantity.of(sample)))
    }

    /// One divided by the other, in each round.
    pub(crate) fn ratio(&self, one: &str, other: &str, what: What, quantity: Quantity) -> Option<Spread> {
        self.per_round((one, what), (other, what), |one, other| quantity.of(one) / quantity.of(other))
    }

    fn per_round(
        &self,
        one: (&str, What),
        other: (&str, What),
        compute: impl Fn(&Sample, &Sample) -> f64,
    ) -> Option<Spread> {
        let pairs = self.samples(one.0, one.1).iter().zip(self.samples(other.0, other.1));
        Spread::of(pairs.map(|(one, other)| compute(one, other)))
    }

    /// From the start of the process, milliseconds.
    pub(crate) fn first_reply(&self, key: &str) -> Option<Spread> {
        Spread::of(self.samples(key, What::FirstReply).iter().map(|sample| sample.start * 1e3))
    }

    pub(crate) fn first_reply_ratio(&self, one: &str, other: &str) -> Option<Spread> {
        self.per_round((one, What::FirstReply), (other, What::FirstReply), |one, other| one.start / other.start)
    }

    /// What importing costs over a program that does nothing, milliseconds.
    pub(crate) fn import(&self, key: &str) -> Option<Spread> {
        Spread::of(self.imports.get(key)?.iter().map(|seconds| seconds * 1e3))
    }

    /// The most memory over a program that does nothing, megabytes.
    #[expect(clippy::cast_precision_loss)]
    pub(crate) fn memory(&self, key: &str, what: What) -> Option<Spread> {
        let empty = empty_key(language(key));
        let bytes = |sample: &Sample| sample.peak.map_or(f64::NAN, |peak| peak as f64);
        self.per_round((key, what), (&empty, What::Empty), |one, empty| (bytes(one) - bytes(empty)) / 1e6)
    }

    /// The most memory, in times of another's.
    #[expect(clippy::cast_precision_loss)]
    pub(crate) fn memory_ratio(&self, one: &str, other: &str, what: What) -> Option<Spread> {
        let bytes = |sample: &Sample| sample.peak.map_or(f64::NAN, |peak| peak as f64);
        self.per_round((one, what), (other, what), |one, other| bytes(one) / bytes(other))
    }

    /// TLS handshakes of a turn of sequential calls, and how many calls those were.
    pub(crate) fn handshakes(&self, key: &str) -> Option<(u64, usize)> {
        let samples = self.samples(key, What::Tls);
        samples.iter().map(|sample| (sample.handshakes, sample.all_calls)).max()
    }

    /// How much of a core other programs used during the turns that measured time: middle and worst.
    pub(crate) fn others(&self) -> Option<Spread> {
        let timed = self.samples.values().flatten().filter(|(what, _)| What::MEASURED.contains(what));
        Spread::of(timed.flat_map(|(_, samples)| samples).filter_map(|sample| sample.others))
    }
}

fn language(key: &str) -> &str {
    key.split('/').next().unwrap_or_default()
}
