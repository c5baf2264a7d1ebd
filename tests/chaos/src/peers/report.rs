//! What a comparison has seen, counted.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use super::{
    plan::Plan,
    verdict::{Ending, Verdict, Wrong},
};

/// The lives of one contestant.
#[derive(Debug)]
pub struct Report {
    name: String,
    endings: BTreeMap<Ending, u64>,
    /// Lives by what the shop is wrong about in them: a life can be in several.
    wrong: BTreeMap<Wrong, u64>,
    plans: BTreeMap<&'static str, u64>,
    calls: BTreeMap<&'static str, u64>,
    arrived: u64,
    stories: BTreeMap<u64, Vec<String>>,
}

impl Report {
    pub(crate) fn of(name: String) -> Self {
        Self {
            name,
            endings: BTreeMap::new(),
            wrong: BTreeMap::new(),
            plans: BTreeMap::new(),
            calls: BTreeMap::new(),
            arrived: 0,
            stories: BTreeMap::new(),
        }
    }

    pub(crate) fn add(&mut self, life: u64, plan: &Plan, verdict: &Verdict, mut story: Vec<String>) {
        *self.endings.entry(verdict.ending()).or_default() += 1;
        *self.plans.entry(plan.name()).or_default() += 1;
        for how in &verdict.calls {
            *self.calls.entry(how).or_default() += 1;
        }
        for kind in BTreeSet::from_iter(&verdict.wrong) {
            *self.wrong.entry(*kind).or_default() += 1;
        }
        self.arrived += verdict.arrived as u64;
        story.push(format!("{:?} {:?}", verdict.ending(), verdict.wrong));
        self.stories.insert(life, story);
    }

    /// How many lives were lived.
    pub fn lives(&self) -> u64 {
        self.endings.values().sum()
    }

    /// How many lives ended so.
    pub fn ended(&self, ending: Ending) -> u64 {
        self.endings.get(&ending).copied().unwrap_or_default()
    }

    /// In how many lives the shop was wrong about this.
    pub fn wrong(&self, wrong: Wrong) -> u64 {
        self.wrong.get(&wrong).copied().unwrap_or_default()
    }

    /// How many calls were made.
    pub fn calls(&self) -> u64 {
        self.calls.values().sum()
    }

    /// How many calls ended so.
    pub fn calls_that_ended(&self, how: &str) -> u64 {
        self.calls.get(how).copied().unwrap_or_default()
    }

    /// How many requests that change something arrived at the emulators.
    pub fn arrived(&self) -> u64 {
        self.arrived
    }

    /// What happened in a life.
    pub fn story(&self, life: u64) -> &[String] {
        self.stories.get(&life).map_or(&[], Vec::as_slice)
    }
}

/// A run with all of its contestants.
#[derive(Debug)]
pub struct Comparison {
    /// The run's seed.
    pub seed: u64,
    /// In the order of the contestants.
    pub reports: Vec<Report>,
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for report in &self.reports {
            writeln!(f, "\n{}: {} lives, seed {}", report.name, report.lives(), self.seed)?;
            for (ending, count) in &report.endings {
                writeln!(f, "  {count:>6}  {ending}")?;
            }
            writeln!(f, "  lives by what the shop is wrong about:")?;
            for (wrong, count) in &report.wrong {
                writeln!(f, "  {count:>6}  {wrong}")?;
            }
            writeln!(f, "  {} calls, {} requests that change something arrived:", report.calls(), report.arrived)?;
            for (how, count) in &report.calls {
                writeln!(f, "  {count:>6}  {how}")?;
            }
            writeln!(f, "  lives by what was planned:")?;
            for (plan, count) in &report.plans {
                writeln!(f, "  {count:>6}  {plan}")?;
            }
        }
        Ok(())
    }
}
