//! The fault plan: faults by chance, the same for the same seed.

use serde::{Deserialize, Serialize};

use super::fault::{Fault, Kind, When};
use crate::domain::ids;
use crate::domain::refusal::{Code, Refusal};

/// The chances of faults.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Plan {
    seed: u64,
    /// The share of requests that meet a fault: 0 to 1.
    rate: f64,
    kinds: Vec<Kind>,
    /// Prefixes of the paths that meet faults.
    #[serde(default = "everywhere")]
    paths: Vec<String>,
    /// Duration of the kinds that take time, in real seconds.
    #[serde(default = "a_second")]
    seconds: f64,
}

fn everywhere() -> Vec<String> {
    vec!["/v2".into()]
}

fn a_second() -> f64 {
    1.0
}

impl Plan {
    /// Checks the plan.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let refuse = |saw: &str| Err(Code::Control.because(saw));
        let lasts = self.seconds > 0.0 && self.seconds <= 3600.0;
        if !lasts || !(0.0..=1.0).contains(&self.rate) {
            return refuse("rate must be from 0 to 1, and seconds above 0 and at most 3600");
        }
        if self.kinds.is_empty() || self.kinds.iter().any(|kind| kind.is_at_accept() || *kind == Kind::Status) {
            return refuse("kinds needs at least one kind, and takes no status, refused or tls_abort");
        }
        if self.paths.is_empty() || self.paths.iter().any(|path| !path.starts_with("/v2")) {
            return refuse("paths needs at least one path, each starting with /v2");
        }
        Ok(())
    }

    /// Draws the fault of a merchant's `number`th request.
    pub(super) fn draw(&self, merchant: &str, number: i64, path: &str) -> Option<Fault> {
        let draw = |what: &str| ids::number(self.seed, &format!("{what} {merchant}"), number);
        let met = f64::from(draw("whether")) < self.rate * (f64::from(u32::MAX) + 1.0);
        if !met || !self.paths.iter().any(|prefix| path.starts_with(prefix)) {
            return None;
        }
        let kind = self.kinds[draw("which") as usize % self.kinds.len()];
        let when = if draw("when") % 2 == 0 { When::Before } else { When::After };
        let when = if kind.takes_when() { when } else { When::default() };
        let seconds = if kind.takes_seconds() { self.seconds } else { 0.0 };
        Some(Fault { kind, when, seconds, canned: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same() {
        let drawn = |seed: u64, rate: f64, merchant: &str| {
            let kinds = vec![Kind::Html502, Kind::Reset, Kind::Busy];
            let plan = Plan { seed, rate, kinds, paths: everywhere(), seconds: 1.0 };
            (1..=1000).map(|number| format!("{:?}", plan.draw(merchant, number, "/v2/cancel"))).collect::<Vec<_>>()
        };
        assert_eq!(drawn(1, 0.3, "a"), drawn(1, 0.3, "a"));
        assert_ne!(drawn(1, 0.3, "a"), drawn(2, 0.3, "a"));
        assert_ne!(drawn(1, 0.3, "a"), drawn(1, 0.3, "b"));
        let met = |rate| drawn(1, rate, "a").iter().filter(|drawn| *drawn != "None").count();
        assert_eq!((met(0.0), met(1.0)), (0, 1000));
        assert!((250..350).contains(&met(0.3)), "{}", met(0.3));
        for seen in ["Html502, when: Before", "Html502, when: After", "Reset", "Busy"] {
            assert!(drawn(1, 0.3, "a").iter().any(|drawn| drawn.contains(seen)), "{seen}");
        }
    }
}
