//! A shop that makes calls in bad weather and keeps to the rules: it finds out what became of a lost
//! reply before it goes on, and believes what it is told.

use std::{collections::HashSet, thread, time::Duration};

use bootpay_core::{
    Bootpay, BootpayError, Endpoint, PendingCall,
    model::{Attempt, AttemptOutcome, ErrorKind, SettleAttempt, SettledOutcome},
};
use fastrand::Rng;
use tokio::runtime::{Builder, Runtime};

use crate::{
    faults::Weather,
    report::Tally,
    rules::LONG,
    sandbox::{Local, Merchant},
};

/// What the shop knows of a call in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// It happened.
    Done,
    /// It did not.
    Not,
    /// Nobody can tell.
    Unknown,
}

/// One call that the shop made.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) endpoint: &'static str,
    /// Whether its request that changes something is known to have left, and to have been answered.
    pub(crate) left: bool,
    pub(crate) answered: bool,
}

pub(crate) struct Shop<'a> {
    pub(crate) sandbox: &'a Local,
    pub(crate) merchant: &'a Merchant,
    pub(crate) rng: Rng,
    pub(crate) made: Vec<Made>,
    /// Attempts that stay unknown.
    open: HashSet<String>,
    /// What it says, in order: the story of a life that fails.
    pub(crate) story: Vec<String>,
    pub(crate) violations: Vec<String>,
    pub(crate) tally: Tally,
    runtime: Runtime,
}

/// How a call ended for its caller.
enum Ended {
    Known(Known, &'static str),
    Lost(Box<Attempt>, &'static str),
}

impl<'a> Shop<'a> {
    pub(crate) fn open(sandbox: &'a Local, merchant: &'a Merchant, rng: Rng) -> Self {
        Self {
            sandbox,
            merchant,
            rng,
            made: vec![],
            open: HashSet::new(),
            story: vec![],
            violations: vec![],
            tally: Tally::default(),
            runtime: Builder::new_current_thread().enable_time().build().expect("a runtime"),
        }
    }

    /// Makes a call that changes something, and finds out what became of it. The reply is there
    /// where it arrived.
    pub(crate) fn make<E: Endpoint>(
        &mut self,
        what: &str,
        call: impl FnOnce(&Bootpay) -> PendingCall<E>,
    ) -> (Known, Option<E::Reply>) {
        let weather = Weather::of_change(&mut self.rng);
        weather.arm(self.sandbox, wire(E::NAME));
        let call = call(&self.merchant.client).timeout(weather.patience);
        let reply = match weather.leaves {
            None => Some(call.wait()),
            Some(after) => self.runtime.block_on(async { tokio::time::timeout(after, call).await.ok() }),
        };
        let (ended, reply) = match reply {
            Some(Ok(reply)) => (Ended::Known(Known::Done, "returned"), Some(reply)),
            Some(Err(error)) => (self.failed(E::NAME, &error), None),
            None => (self.dropped(), None),
        };
        let how = match &ended {
            Ended::Known(_, how) | Ended::Lost(_, how) => *how,
        };
        self.story.push(format!("{} {what}, fault {}: {how}", E::NAME, weather.name));
        let (known, left, answered) = match ended {
            Ended::Known(known, _) => {
                let left = !matches!(how, "NotSent" | "Invalid" | "Mismatch" | "dropped before it left");
                (known, left, how == "returned")
            }
            Ended::Lost(attempt, _) => (self.find_out(&attempt), true, false),
        };
        if weather.is_armed() && how != "returned" {
            // Its request may never have come.
            self.sandbox.clear("faults");
        }
        self.tally.fault(&weather.name);
        self.tally.outcome(E::NAME, how);
        self.made.push(Made { endpoint: E::NAME, left, answered });
        (known, reply)
    }

    fn failed(&mut self, endpoint: &str, error: &BootpayError) -> Ended {
        match (&error.kind, &error.attempt) {
            (ErrorKind::Rejected, _) => Ended::Known(Known::Not, "Rejected"),
            (ErrorKind::NotSent, _) => Ended::Known(Known::Not, "NotSent"),
            (ErrorKind::Invalid, _) => Ended::Known(Known::Not, "Invalid"),
            (ErrorKind::Mismatch, None) => Ended::Known(Known::Not, "Mismatch"),
            // It is paid, but not what was sold.
            (ErrorKind::Mismatch, Some(_)) => Ended::Known(Known::Done, "Mismatch after payment"),
            (ErrorKind::OutcomeUnknown, Some(attempt)) => {
                if !self.merchant.client.unsettled().iter().any(|unsettled| unsettled.id == attempt.id) {
                    self.violations.push(format!("{endpoint}: a lost reply that unsettled() does not list"));
                }
                Ended::Lost(Box::new(attempt.clone()), "OutcomeUnknown")
            }
            _ => {
                self.violations.push(format!("{endpoint} failed with what leaves its caller in doubt: {error}"));
                Ended::Known(Known::Unknown, "another failure")
            }
        }
    }

    /// The caller went away. What had left is listed; what is not, never leaves.
    fn dropped(&mut self) -> Ended {
        let listed = self.merchant.client.unsettled().into_iter().find(|attempt| !self.open.contains(&attempt.id));
        let Some(attempt) = listed else { return Ended::Known(Known::Not, "dropped before it left") };
        if self.rng.bool() {
            // Asked before the reply is there.
            return Ended::Lost(Box::new(attempt), "dropped after it left");
        }
        loop {
            let unsettled = self.merchant.client.unsettled();
            match unsettled.into_iter().find(|unsettled| unsettled.id == attempt.id).map(|found| found.outcome) {
                Some(AttemptOutcome::Pending) => thread::sleep(Duration::from_millis(2)),
                Some(AttemptOutcome::Done) => {
                    self.merchant.client.acknowledge(&attempt.id);
                    return Ended::Known(Known::Done, "dropped, and done");
                }
                Some(AttemptOutcome::Refused) => {
                    self.merchant.client.acknowledge(&attempt.id);
                    return Ended::Known(Known::Not, "dropped, and refused");
                }
                Some(AttemptOutcome::Unknown) => return Ended::Lost(Box::new(attempt), "dropped, and its reply lost"),
                None => {
                    self.violations.push(format!("{}: a dropped call left the list by itself", attempt.endpoint));
                    return Ended::Known(Known::Unknown, "another failure");
                }
            }
        }
    }

    /// Settles, by this client or another one that has only the stored text; at once or later.
    fn find_out(&mut self, attempt: &Attempt) -> Known {
        let (by_other, early, later) = (self.rng.u32(0..4) == 0, self.rng.u32(0..5) == 0, self.rng.u32(0..8) == 0);
        if later {
            thread::sleep(Duration::from_millis(self.rng.u64(0..800)));
        }
        let client = if by_other { &self.merchant.other } else { &self.merchant.client };
        let ask = |timeout| client.attempts().settle(SettleAttempt::new(&*attempt.stored)).timeout(timeout).wait();
        let mut known = None;
        if early {
            // No time to be sure that it did not happen.
            if let Ok(settlement) = ask(Duration::from_secs(1)) {
                known = Some((settlement.outcome, settlement.reason))
                    .filter(|(outcome, _)| *outcome != SettledOutcome::Unknown);
            }
        }
        for _ in 0..6 {
            if known.is_some() {
                break;
            }
            let weather = Weather::of_read(&mut self.rng);
            weather.arm(self.sandbox, ("GET", "/v2"));
            self.tally.fault(&weather.name);
            known = ask(LONG).ok().map(|settlement| (settlement.outcome, settlement.reason));
            if weather.is_armed() {
                self.sandbox.clear("faults");
            }
        }
        let (outcome, reason) = known.unwrap_or((SettledOutcome::Unknown, "it could not be read".into()));
        self.tally.settled(&attempt.endpoint, outcome, &reason);
        self.story.push(format!(
            "  settled: {} ({reason}){}",
            outcome.symbol(),
            if by_other { ", by another" } else { "" }
        ));
        let known = match outcome {
            SettledOutcome::Done => Known::Done,
            SettledOutcome::DidNotHappen => Known::Not,
            SettledOutcome::Unknown => Known::Unknown,
        };
        if known == Known::Unknown {
            self.open.insert(attempt.id.clone());
        } else {
            self.wait_for(&attempt.id);
            self.merchant.client.acknowledge(&attempt.id);
        }
        known
    }

    /// A dropped call that was settled may still be under way: it must not report into another's life.
    fn wait_for(&self, id: &str) {
        let pending = |attempt: &Attempt| attempt.id == id && attempt.outcome == AttemptOutcome::Pending;
        while self.merchant.client.unsettled().iter().any(pending) {
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// Ends the life: what is unknown, and nothing else, is still listed.
    pub(crate) fn close(&mut self) {
        for id in &self.open {
            self.wait_for(id);
        }
        let listed: HashSet<String> = self.merchant.client.unsettled().into_iter().map(|attempt| attempt.id).collect();
        if listed != self.open {
            let (listed_only, open_only) =
                (listed.difference(&self.open).count(), self.open.difference(&listed).count());
            self.violations.push(format!("unsettled() lists {listed_only} that are known, lacks {open_only} unknown"));
        }
        for id in listed.union(&self.open) {
            self.merchant.client.acknowledge(id);
        }
    }
}

/// The method and path of the request that changes something.
pub(crate) fn wire(endpoint: &str) -> (&'static str, &'static str) {
    match endpoint {
        "payments.confirm" => ("POST", "/v2/confirm"),
        "payments.cancel_full" | "payments.cancel_partial" => ("POST", "/v2/cancel"),
        "billing.issue_card" => ("POST", "/v2/request/subscribe"),
        "billing.charge" => ("POST", "/v2/subscribe/payment"),
        "billing.delete" => ("DELETE", "/v2/subscribe/billing_key"),
        "reservations.create" => ("POST", "/v2/subscribe/payment/reserve"),
        "reservations.cancel" => ("DELETE", "/v2/subscribe/payment/reserve"),
        "cash_receipts.publish_for_payment" => ("POST", "/v2/request/receipt/cash/publish"),
        "cash_receipts.cancel_for_payment" => ("DELETE", "/v2/request/receipt/cash/cancel"),
        "cash_receipts.publish" => ("POST", "/v2/request/cash/receipt"),
        "cash_receipts.cancel" => ("DELETE", "/v2/request/cash/receipt"),
        other => panic!("lives make no {other}"),
    }
}
