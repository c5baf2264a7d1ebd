//! Faults of the payment window: on demand, or by a plan.

use serde::{Deserialize, Serialize};

use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;

use crate::domain::ids;

/// The kind of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// The page says nothing and never appears: the SDK's spinner turns for ever.
    NeverOpens,
    /// The message that ends the window is not sent.
    MessageLost,
    /// The message that ends the window is sent twice.
    DoneTwice,
    /// The page reports `done` as it opens, though nobody has paid.
    DoneForged,
    /// The popup closes itself at once, as a blocked one does not open.
    PopupBlocked,
    /// A confirm by the browser is carried out, and its response lost.
    ConfirmLost,
    /// The top-level page does not return to `redirect_url`.
    RedirectLost,
}

/// A fault that meets the next windows.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WindowFault {
    pub(crate) kind: Kind,
    /// The windows that meet it.
    #[serde(default = "one")]
    pub(crate) times: u32,
    /// Meets windows of this merchant only.
    #[serde(default)]
    pub(crate) merchant: Option<String>,
}

fn one() -> u32 {
    1
}

impl WindowFault {
    /// The reason why the fault cannot be injected.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        if self.times == 0 { Err(Code::Control.at("times", Rule::AtLeast { least: 1 })) } else { Ok(()) }
    }
}

/// The chances of faults.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WindowPlan {
    seed: u64,
    /// The share of windows that meet a fault: 0 to 1.
    rate: f64,
    kinds: Vec<Kind>,
}

impl WindowPlan {
    /// The reason why the plan makes no sense.
    pub(crate) fn wrong(&self) -> Option<&'static str> {
        match () {
            () if !(0.0..=1.0).contains(&self.rate) => Some("rate must be from 0 to 1"),
            () if self.kinds.is_empty() => Some("kinds needs at least one kind"),
            () => None,
        }
    }

    /// Draws the fault of a merchant's `number`th window.
    pub(crate) fn draw(&self, merchant: &str, number: i64) -> Option<Kind> {
        let draw = |what: &str| ids::number(self.seed, &format!("window {what} {merchant}"), number);
        let met = f64::from(draw("whether")) < self.rate * (f64::from(u32::MAX) + 1.0);
        met.then(|| self.kinds[draw("which") as usize % self.kinds.len()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same() {
        let drawn = |seed, rate, merchant: &str| {
            let plan = WindowPlan { seed, rate, kinds: vec![Kind::NeverOpens, Kind::DoneTwice] };
            (1..=1000).map(|number| plan.draw(merchant, number)).collect::<Vec<_>>()
        };
        assert_eq!(drawn(1, 0.3, "a"), drawn(1, 0.3, "a"));
        assert_ne!(drawn(1, 0.3, "a"), drawn(2, 0.3, "a"));
        assert_ne!(drawn(1, 0.3, "a"), drawn(1, 0.3, "b"));
        let met = |rate| drawn(1, rate, "a").into_iter().flatten().count();
        assert_eq!((met(0.0), met(1.0)), (0, 1000));
        assert!((250..350).contains(&met(0.3)), "{}", met(0.3));
        for kind in [Kind::NeverOpens, Kind::DoneTwice] {
            assert!(drawn(1, 0.3, "a").contains(&Some(kind)), "{kind:?}");
        }
    }
}
