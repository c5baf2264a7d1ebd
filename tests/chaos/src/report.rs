//! What a run has seen, counted.

use std::{collections::BTreeMap, fmt, time::Duration};

type Counts = BTreeMap<String, u64>;

/// Counts of one life, or of many.
#[derive(Debug, Default)]
pub struct Tally {
    lives: Counts,
    clocks: Counts,
    faults: Counts,
    outcomes: Counts,
    resolved: Counts,
    unknown: Counts,
}

impl Tally {
    pub(crate) fn life(&mut self, kind: &str) {
        add(&mut self.lives, kind, 1);
    }

    pub(crate) fn clock(&mut self, name: &str) {
        add(&mut self.clocks, name, 1);
    }

    pub(crate) fn fault(&mut self, name: &str) {
        add(&mut self.faults, name, 1);
    }

    pub(crate) fn outcome(&mut self, endpoint: &str, how: &str) {
        add(&mut self.outcomes, &format!("{endpoint}: {how}"), 1);
    }

    pub(crate) fn resolved(&mut self, endpoint: &str, outcome: &str, reason: &str) {
        add(&mut self.resolved, outcome, 1);
        if outcome == "unknown" {
            add(&mut self.unknown, &format!("{endpoint}: {reason}"), 1);
        }
    }

    pub(crate) fn merge(&mut self, other: Self) {
        let pairs = [
            (&mut self.lives, other.lives),
            (&mut self.clocks, other.clocks),
            (&mut self.faults, other.faults),
            (&mut self.outcomes, other.outcomes),
            (&mut self.resolved, other.resolved),
            (&mut self.unknown, other.unknown),
        ];
        for (counts, others) in pairs {
            for (name, count) in others {
                add(counts, &name, count);
            }
        }
    }
}

fn add(counts: &mut Counts, name: &str, count: u64) {
    *counts.entry(name.to_owned()).or_default() += count;
}

fn sum(counts: &Counts) -> u64 {
    counts.values().sum()
}

/// A life in which a promise was broken.
#[derive(Debug)]
pub struct Failure {
    /// The life's number.
    pub life: u64,
    /// What was broken.
    pub violations: Vec<String>,
    /// What the shop did.
    pub story: Vec<String>,
    /// The life before it at the same emulator, and what that shop did.
    pub before: Option<(u64, Vec<String>)>,
}

/// A run and what came of it.
#[derive(Debug)]
pub struct Report {
    /// The run's seed.
    pub seed: u64,
    /// Whose clients were used.
    pub language: String,
    /// What was seen.
    pub tally: Tally,
    /// The lives in which a promise was broken, in their order.
    pub failures: Vec<Failure>,
    /// How long it took.
    pub time: Duration,
}

impl Report {
    /// How many lives were lived.
    pub fn lives(&self) -> u64 {
        sum(&self.tally.lives)
    }

    /// How many lost replies were resolved, and stayed unknown among them.
    pub fn resolved(&self) -> (u64, u64) {
        (sum(&self.tally.resolved), sum(&self.tally.unknown))
    }
}

/// With `#`, only what is wrong and the sums.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seed, language, tally, failures, time } = self;
        let parts = [
            ("lives", &tally.lives),
            ("lives, by Bootpay's clock and its Date", &tally.clocks),
            ("faults, by what went wrong", &tally.faults),
            ("calls, by how they ended", &tally.outcomes),
            ("lost replies, by what resolve found", &tally.resolved),
            ("still unknown, by the reason that resolve gives", &tally.unknown),
        ];
        let brief = f.alternate();
        for (title, counts) in parts.into_iter().filter(|_| !brief) {
            writeln!(f, "{title}: {}", sum(counts))?;
            for (name, count) in counts {
                writeln!(f, "  {count:>8}  {name}")?;
            }
        }
        for Failure { life, violations, story, before } in failures {
            writeln!(f, "\nlife {life} broke a promise (again alone: --seed {seed} --life {life}):")?;
            for violation in violations {
                writeln!(f, "  VIOLATION  {violation}")?;
            }
            for line in story {
                writeln!(f, "    {line}")?;
            }
            if let Some((before, story)) = before {
                writeln!(f, "  before it, at the same emulator, life {before}:")?;
                for line in story {
                    writeln!(f, "    {line}")?;
                }
            }
        }
        let (lost, unknown) = self.resolved();
        let calls = sum(&tally.outcomes);
        #[expect(clippy::cast_precision_loss, reason = "a share for the eye")]
        let share = 100.0 * unknown as f64 / calls.max(1) as f64;
        if !brief {
            writeln!(f)?;
        }
        writeln!(
            f,
            "{language}, seed {seed}: {} lives, {calls} calls that change something, {lost} lost replies, {unknown} still \
             unknown ({share:.2} % of the calls), {} lives with violations, in {:.1} s",
            self.lives(),
            failures.len(),
            time.as_secs_f64(),
        )
    }
}
