//! A shop that makes calls in bad weather and keeps to the rules: it finds out what became of a lost
//! reply before it goes on, and believes what it is told.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    thread,
    time::{Duration, Instant},
};

use fastrand::Rng;
use serde_json::{Value, json};

use crate::{
    client::{Attempt, Call, Client, Ended, Failed},
    clock::Clock,
    emulator::{Local, Merchant, text},
    faults::Weather,
    home::Home,
    kept::Kept,
    report::Tally,
    rules::{LONG, QUIET_PERIOD, RECOVERED},
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
    pub(crate) emulator: &'a Local,
    pub(crate) merchant: &'a Merchant,
    pub(crate) rng: Rng,
    pub(crate) made: Vec<Made>,
    clock: Clock,
    home: Home<'a>,
    /// Attempts that stay unknown.
    open: HashSet<String>,
    /// The same, of a process that was killed.
    forgotten: HashSet<String>,
    /// What it says, in order: the story of a life that fails.
    pub(crate) story: Vec<String>,
    pub(crate) violations: Vec<String>,
    pub(crate) tally: Tally,
}

/// What a call's end means.
enum Meaning {
    Known(Known, &'static str),
    Lost(Attempt, &'static str),
}

impl<'a> Shop<'a> {
    pub(crate) fn open(emulator: &'a Local, merchant: &'a Merchant, home: Home<'a>, mut rng: Rng) -> Self {
        let (clock, mut tally) = (Clock::draw(&mut rng), Tally::default());
        emulator.set_clock(&clock);
        tally.clock(&clock.name);
        Self {
            emulator,
            merchant,
            rng,
            made: vec![],
            story: vec![format!("Bootpay's {}, {} s ahead", clock.name, clock.offset)],
            clock,
            home,
            open: HashSet::new(),
            forgotten: HashSet::new(),
            violations: vec![],
            tally,
        }
    }

    /// Makes a call that reads, in fair weather.
    pub(crate) fn read(&self, name: &str, with: &Value) -> Ended {
        self.home.client().call(&Call { name, with, read: &[], timeout: LONG, cancel: None })
    }

    /// Makes a call that changes something, and finds out what became of it. The reply is there
    /// where it arrived.
    pub(crate) fn make(&mut self, name: &'static str, with: &Value, what: &str) -> (Known, Option<Value>) {
        self.look_around();
        self.jump();
        let client = self.home.client().clone();
        let weather = match self.rng.u32(0..12) {
            0 => Weather::of_connection(&mut self.rng),
            _ => Weather::of_change(&mut self.rng, client.cancels(), self.home.kept().is_some()),
        };
        let request = wire(name);
        weather.arm(self.emulator, request.at);
        let call = Call { name, with, read: request.read, timeout: weather.patience, cancel: weather.leaves };
        let kept = self.kept();
        let ended = match weather.killed {
            Some(after) => self.home.kill_in(&call, after),
            None => client.call(&call),
        };
        let (meaning, reply) = match ended {
            Ended::Returned(reply) => (Meaning::Known(Known::Done, "returned"), Some(reply)),
            Ended::Failed(error) => {
                let meaning = self.failed(name, &error);
                self.check_listed(&client, &meaning);
                (meaning, None)
            }
            Ended::Cancelled => (self.dropped(), None),
            Ended::Died if weather.killed.is_none() => panic!("the program ended by itself"),
            Ended::Died => (self.killed(name, &kept), None),
        };
        let how = match &meaning {
            Meaning::Known(_, how) | Meaning::Lost(_, how) => *how,
        };
        self.story.push(format!("{name} {what}, fault {}: {how}", weather.name));
        let (known, left, answered) = match meaning {
            Meaning::Known(known, _) => {
                let left = !matches!(
                    how,
                    "NotSent"
                        | "Invalid"
                        | "Mismatch"
                        | "WrongState"
                        | "dropped before it left"
                        | "killed before it was kept"
                );
                (known, left, how == "returned")
            }
            Meaning::Lost(attempt, _) => (self.find_out(&client, &attempt), true, false),
        };
        if weather.may_remain(how) {
            self.emulator.clear("faults");
        }
        self.tally.fault(&weather.name);
        self.tally.outcome(name, how);
        self.made.push(Made { endpoint: name, left, answered });
        (known, reply)
    }

    /// Makes two confirms of one payment at once: a double click, or the webhook beside the redirect. Both ask
    /// one client, or one each. What the shop then knows, whichever of them told it.
    pub(crate) fn confirm_at_once(&mut self, sold: &Value) -> Known {
        self.look_around();
        let own = self.home.client().clone();
        // Where attempts are kept, both are one shop's in one file.
        let apart = self.home.kept().is_none() && self.rng.bool();
        let clients = [own.clone(), if apart { self.home.other().clone() } else { own }];
        let weather = Weather::of_one_of_two(&mut self.rng);
        weather.arm(self.emulator, wire(CONFIRM).at);
        let call = Call { name: CONFIRM, with: sold, read: &[], timeout: weather.patience, cancel: None };
        let apart_by = Duration::from_millis(self.rng.u64(0..6));
        let ended = thread::scope(|scope| {
            let first = scope.spawn(|| clients[0].call(&call));
            thread::sleep(apart_by);
            let second = clients[1].call(&call);
            [first.join().expect("a call"), second]
        });
        let (mut told, mut known) = (vec![], vec![]);
        for (client, ended) in clients.iter().zip(ended) {
            let meaning = match ended {
                Ended::Returned(_) => Meaning::Known(Known::Done, "returned"),
                Ended::Failed(error) => self.failed(CONFIRM, &error),
                Ended::Cancelled | Ended::Died => panic!("nobody cancelled it or killed the program"),
            };
            let (Meaning::Known(_, how) | Meaning::Lost(_, how)) = &meaning;
            told.push(*how);
            self.tally.outcome("payments.confirm, two at once", how);
            known.push((client, meaning));
        }
        self.tally.fault(&weather.name);
        self.story.push(format!("two confirms at once, fault {}: {told:?}", weather.name));
        if weather.is_armed() {
            self.emulator.clear("faults");
        }
        let returned = told.contains(&"returned");
        if !returned {
            // A confirm that returns resolves the other.
            for (client, meaning) in &known {
                self.check_listed(client, meaning);
            }
        }
        let known: Vec<_> = known
            .into_iter()
            .map(|(client, meaning)| match meaning {
                Meaning::Known(known, _) => known,
                Meaning::Lost(attempt, _) => self.find_out(client, &attempt),
            })
            .collect();
        // Which of them sent the request is nobody's business.
        self.made.push(Made { endpoint: CONFIRM, left: true, answered: false });
        self.made.push(Made { endpoint: CONFIRM, left: true, answered: false });
        if returned && told.iter().any(|how| matches!(*how, "Rejected" | "Mismatch" | "WrongState")) {
            self.violations.push(format!("one of two confirms at once returned, the other was told {told:?}"));
        }
        let any = |wanted: Known| known.contains(&wanted);
        if any(Known::Done) {
            Known::Done
        } else if any(Known::Unknown) {
            Known::Unknown
        } else {
            Known::Not
        }
    }

    /// Confirms a payment that is known to be paid once more, as a reload does. It sends nothing that changes
    /// something, and returns where the payment `matches` what was sold.
    pub(crate) fn confirm_again(&mut self, sold: &Value, matches: bool) {
        let weather = Weather::of_read(&mut self.rng);
        weather.arm(self.emulator, ("GET", "/v2"));
        let ended = self.read(CONFIRM, sold);
        if weather.is_armed() {
            self.emulator.clear("faults");
        }
        let how = match &ended {
            Ended::Returned(_) => "returned",
            Ended::Failed(error) => &error.kind,
            Ended::Cancelled | Ended::Died => panic!("nobody cancelled it or killed the program"),
        };
        self.story.push(format!("confirm again, fault {}: {how}", weather.name));
        self.tally.outcome("payments.confirm, again", how);
        let told_right = match how {
            "returned" => matches,
            "mismatch" | "wrong_state" => !matches,
            // It could not be read.
            "not_sent" => weather.is_armed(),
            _ => false,
        };
        if !told_right {
            self.violations.push(format!("a confirm of a paid payment, matching {matches}, was told {ended:?}"));
        }
    }

    /// Bootpay's clock jumps, now and then.
    fn jump(&mut self) {
        if self.rng.u32(0..15) == 0 {
            let clock = self.clock.jumped(&mut self.rng);
            self.story.push(format!("Bootpay's clock jumps to {} s ahead", clock.offset));
            self.emulator.set_clock(&clock);
        }
    }

    /// Looks up other things, now and then, and leaves connections that are out of step.
    fn look_around(&mut self) {
        if self.rng.u32(0..4) > 0 {
            return;
        }
        let decoy = self.emulator.control("payments", &json!({ "merchant": self.merchant.id, "state": "paid" }));
        for _ in 0..self.rng.u32(1..4) {
            let (name, with) = match self.rng.u32(0..4) {
                0 => ("payments.get", json!({ "receipt_id": format!("{:024x}", self.rng.u64(..)) })),
                1 => ("payments.find_by_order", json!({ "order_id": format!("nobody's-{}", self.rng.u64(..)) })),
                2 => ("payments.get", json!({ "receipt_id": text(&decoy, "receipt_id") })),
                _ => ("payments.find_by_order", json!({ "order_id": text(&decoy, "order_id") })),
            };
            let weather = Weather::of_look_up(&mut self.rng);
            weather.arm(self.emulator, ("GET", "/v2"));
            let read = &["receipt_id", "order_id"];
            let ended =
                self.home.client().call(&Call { name, with: &with, read, timeout: weather.patience, cancel: None });
            if weather.is_armed() {
                self.emulator.clear("faults");
            }
            self.tally.fault(&weather.name);
            let how = match &ended {
                Ended::Returned(_) => "returned",
                Ended::Failed(error) => &error.kind,
                Ended::Cancelled | Ended::Died => panic!("nobody cancelled it or killed the program"),
            };
            self.story.push(format!("  {name} {with}, fault {}: {how}", weather.name));
            let is_about =
                |found: &Value| with.as_object().into_iter().flatten().all(|(field, asked)| found[field] == *asked);
            let all_about =
                |found: &Value| found.as_array().map_or_else(|| is_about(found), |all| all.iter().all(is_about));
            if let Ended::Returned(found) = &ended
                && !all_about(found)
            {
                self.violations.push(format!("{name} {with} returned another's: {found}"));
            }
        }
    }

    /// A lost response is on the list of the client that lost it.
    fn check_listed(&mut self, client: &Client, meaning: &Meaning) {
        let Meaning::Lost(attempt, _) = meaning else { return };
        if !client.unresolved().iter().any(|unresolved| unresolved.id == attempt.id) {
            self.violations.push(format!("{}: a lost reply that unresolved() does not list", attempt.endpoint));
        }
    }

    fn failed(&mut self, endpoint: &str, error: &Failed) -> Meaning {
        match (&*error.kind, error.attempt()) {
            ("rejected", _) => Meaning::Known(Known::Not, "Rejected"),
            ("not_sent", _) => Meaning::Known(Known::Not, "NotSent"),
            ("invalid", _) => Meaning::Known(Known::Not, "Invalid"),
            ("mismatch", None) => Meaning::Known(Known::Not, "Mismatch"),
            ("wrong_state", None) => Meaning::Known(Known::Not, "WrongState"),
            // It is paid, but not what was sold.
            ("mismatch", Some(_)) => Meaning::Known(Known::Done, "Mismatch after payment"),
            ("outcome_unknown", Some(attempt)) => Meaning::Lost(attempt, "OutcomeUnknown"),
            _ => {
                let Failed { kind, detail, .. } = error;
                self.violations.push(format!("{endpoint} failed and leaves its caller in doubt: {kind}, {detail}"));
                Meaning::Known(Known::Unknown, "another failure")
            }
        }
    }

    /// The caller went away. What had left is listed; what is not, never leaves.
    fn dropped(&mut self) -> Meaning {
        let listed = self.home.client().unresolved().into_iter().find(|attempt| !self.open.contains(&attempt.id));
        let Some(attempt) = listed else { return Meaning::Known(Known::Not, "dropped before it left") };
        if self.rng.bool() {
            // Asked before the reply is there.
            return Meaning::Lost(attempt, "dropped after it left");
        }
        loop {
            let unresolved = self.home.client().unresolved();
            let outcome =
                unresolved.into_iter().find(|unresolved| unresolved.id == attempt.id).map(|found| found.outcome);
            match outcome.as_deref() {
                Some("pending") => thread::sleep(Duration::from_millis(2)),
                Some("done") => {
                    self.home.client().acknowledge(&attempt.id);
                    return Meaning::Known(Known::Done, "dropped, and done");
                }
                Some("refused") => {
                    self.home.client().acknowledge(&attempt.id);
                    return Meaning::Known(Known::Not, "dropped, and refused");
                }
                Some(_) => return Meaning::Lost(attempt, "dropped, and its reply lost"),
                None => {
                    self.violations.push(format!("{}: a dropped call left the list by itself", attempt.endpoint));
                    return Meaning::Known(Known::Unknown, "another failure");
                }
            }
        }
    }

    /// The process was killed, and a new one is there, which knows what was kept. What is not kept
    /// has not left.
    fn killed(&mut self, endpoint: &str, kept_before: &BTreeMap<String, bool>) -> Meaning {
        self.forgotten.extend(self.open.drain());
        let mut new: Vec<_> = self.kept().into_keys().filter(|id| !kept_before.contains_key(id)).collect();
        let Some(id) = new.pop() else { return Meaning::Known(Known::Not, "killed before it was kept") };
        if !new.is_empty() {
            self.violations.push(format!("{endpoint}: one call kept {} attempts", new.len() + 1));
        }
        let (outcome, reason) = self.recovered(&id);
        self.tally.resolved(endpoint, &outcome, &reason);
        self.story.push(format!("  recovered: {outcome} ({reason})"));
        let (known, how) = match &*outcome {
            "done" => (Known::Done, "killed, and done"),
            "did_not_happen" => (Known::Not, "killed, and not done"),
            _ => (Known::Unknown, "killed, and unknown"),
        };
        if known == Known::Unknown {
            self.forgotten.insert(id);
        } else {
            self.home.client().acknowledge(&id);
        }
        Meaning::Known(known, how)
    }

    /// Recovers an attempt, with either client: its outcome and the reason.
    fn recovered(&mut self, id: &str) -> (String, String) {
        let (begun, mut told) = (Instant::now(), None);
        let mut until = RECOVERED;
        while begun.elapsed() < until {
            let client = if self.rng.bool() { self.home.client() } else { self.home.other() }.clone();
            let weather = Weather::of_read(&mut self.rng);
            weather.arm(self.emulator, ("GET", "/v2"));
            let found = recover(&client);
            if weather.is_armed() {
                self.emulator.clear("faults");
            }
            if let Some((_, outcome, reason)) = found.into_iter().find(|(found, ..)| found == id) {
                if outcome != "unknown" {
                    return (outcome, reason);
                }
                // It may have been too early to tell.
                until = until.min(begun.elapsed() + QUIET_PERIOD * 2);
                told = Some((outcome, reason));
            }
            thread::sleep(Duration::from_millis(300));
        }
        told.unwrap_or_else(|| {
            self.violations.push("recover reports nothing of a stored attempt".into());
            ("unknown".into(), "recover does not report it".into())
        })
    }

    fn kept(&self) -> BTreeMap<String, bool> {
        self.home.kept().map(Kept::attempts).unwrap_or_default()
    }

    /// Resolves, by this client or another one that has only the serialized text; at once or later.
    fn find_out(&mut self, lister: &Client, attempt: &Attempt) -> Known {
        let (by_other, early, later) = (self.rng.u32(0..4) == 0, self.rng.u32(0..5) == 0, self.rng.u32(0..8) == 0);
        if later {
            thread::sleep(Duration::from_millis(self.rng.u64(0..800)));
        }
        let client = if by_other { self.home.other() } else { self.home.client() }.clone();
        let ask = |timeout| resolve(&client, &attempt.serialized, timeout);
        let mut known = None;
        if early {
            // No time to be sure that it did not happen.
            known = ask(Duration::from_secs(1)).filter(|(outcome, _)| outcome != "unknown");
        }
        for _ in 0..6 {
            if known.is_some() {
                break;
            }
            let weather = Weather::of_read(&mut self.rng);
            weather.arm(self.emulator, ("GET", "/v2"));
            self.tally.fault(&weather.name);
            known = ask(LONG);
            if weather.is_armed() {
                self.emulator.clear("faults");
            }
        }
        let (outcome, reason) = known.unwrap_or_else(|| ("unknown".into(), "it could not be read".into()));
        self.tally.resolved(&attempt.endpoint, &outcome, &reason);
        self.story.push(format!("  resolved: {outcome} ({reason}){}", if by_other { ", by another" } else { "" }));
        let known = match &*outcome {
            "done" => Known::Done,
            "did_not_happen" => Known::Not,
            _ => Known::Unknown,
        };
        if known == Known::Unknown && lister.is(self.home.client()) {
            self.open.insert(attempt.id.clone());
        } else {
            self.wait_for(&attempt.id);
            lister.acknowledge(&attempt.id);
        }
        known
    }

    /// A dropped call that was resolved may still be under way: it must not report into another's life.
    fn wait_for(&self, id: &str) {
        let pending = |attempt: &Attempt| attempt.id == id && attempt.outcome == "pending";
        while self.home.client().unresolved().iter().any(pending) {
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// Only what is unknown is still kept without an answer, and not even that where the answer came
    /// after the shop had asked. A call that was dropped before it left may be forgotten a moment later.
    fn check_kept(&mut self) {
        if self.home.kept().is_none() {
            return;
        }
        let expected: BTreeSet<_> = self.open.union(&self.forgotten).cloned().collect();
        let mut found = BTreeSet::new();
        for _ in 0..50 {
            found = self.kept().into_iter().filter_map(|(id, answered)| (!answered).then_some(id)).collect();
            if found.is_subset(&expected) {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
        let complaint = format!("{} attempts are kept without an answer, {} are unknown", found.len(), expected.len());
        self.violations.push(complaint);
    }

    /// Ends the life: what is unknown, and nothing else, is still listed.
    pub(crate) fn close(&mut self) {
        for id in &self.open {
            self.wait_for(id);
        }
        let listed: HashSet<String> = self.home.client().unresolved().into_iter().map(|attempt| attempt.id).collect();
        if listed != self.open {
            let (listed_only, open_only) =
                (listed.difference(&self.open).count(), self.open.difference(&listed).count());
            self.violations.push(format!("unresolved() lists {listed_only} that are known, lacks {open_only} unknown"));
        }
        self.check_kept();
        for id in listed.union(&self.open) {
            self.home.client().acknowledge(id);
        }
    }
}

const CONFIRM: &str = "payments.confirm";

/// The ids, outcomes and reasons that `recover` returns; none if it fails.
fn recover(client: &Client) -> Vec<(String, String, String)> {
    let (name, with) = ("attempts.recover", &json!({ "include_answered": true }));
    let call = Call { name, with, read: &["attempt.id", "outcome", "reason"], timeout: LONG, cancel: None };
    let Ended::Returned(resolutions) = client.call(&call) else { return vec![] };
    let texts = |resolution: &Value| {
        let text = |name: &str| resolution[name].as_str().map(str::to_owned);
        Some((text("attempt.id")?, text("outcome")?, text("reason")?))
    };
    resolutions.as_array().expect("a list").iter().filter_map(texts).collect()
}

/// What resolve says, and why; nothing where it could not read.
fn resolve(client: &Client, serialized: &str, timeout: Duration) -> Option<(String, String)> {
    let (name, with) = ("attempts.resolve", &json!({ "serialized": serialized }));
    let call = Call { name, with, read: &["outcome", "reason"], timeout, cancel: None };
    let Ended::Returned(resolution) = client.call(&call) else { return None };
    let text = |name: &str| resolution[name].as_str().map(str::to_owned);
    Some((text("outcome")?, text("reason")?))
}

/// The request that changes something, and what of its reply a shop goes on with.
pub(crate) struct Wire {
    /// Method and path.
    pub(crate) at: (&'static str, &'static str),
    read: &'static [&'static str],
}

/// The request of a call.
pub(crate) fn wire(endpoint: &str) -> Wire {
    let (method, path, read): (_, _, &[&str]) = match endpoint {
        "payments.confirm" => ("POST", "/v2/confirm", &[]),
        "payments.cancel_full" | "payments.cancel_partial" => ("POST", "/v2/cancel", &[]),
        "billing.issue_card" => ("POST", "/v2/request/subscribe", &["billing_key"]),
        "billing.charge" => ("POST", "/v2/subscribe/payment", &["receipt_id"]),
        "billing.delete" => ("DELETE", "/v2/subscribe/billing_key", &[]),
        "reservations.create" => ("POST", "/v2/subscribe/payment/reserve", &["reserve_id"]),
        "reservations.cancel" => ("DELETE", "/v2/subscribe/payment/reserve", &[]),
        "cash_receipts.publish_for_payment" => ("POST", "/v2/request/receipt/cash/publish", &[]),
        "cash_receipts.cancel_for_payment" => ("DELETE", "/v2/request/receipt/cash/cancel", &[]),
        "cash_receipts.publish" => ("POST", "/v2/request/cash/receipt", &["receipt_id"]),
        "cash_receipts.cancel" => ("DELETE", "/v2/request/cash/receipt", &[]),
        other => panic!("lives make no {other}"),
    };
    Wire { at: (method, path), read }
}
