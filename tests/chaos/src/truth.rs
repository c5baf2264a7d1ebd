//! What the shop believes, held against what the emulator's records say.

use std::{cmp::Ordering, collections::BTreeMap, thread, time::Duration};

use serde_json::Value;

use crate::{
    emulator::Local,
    shop::{Known, Made, Shop, wire},
};

/// What should be found: how many at least, and how many at most.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Count {
    least: u64,
    most: u64,
}

impl Count {
    pub(crate) fn add(&mut self, known: &Known) {
        match known {
            Known::Done => (self.least, self.most) = (self.least + 1, self.most + 1),
            Known::Unknown => self.most += 1,
            Known::Not => {}
        }
    }

    /// Whether fewer or more were found than there should be.
    pub(crate) fn compare(self, found: usize) -> Ordering {
        let found = u64::try_from(found).unwrap_or(u64::MAX);
        if found < self.least {
            Ordering::Less
        } else if found > self.most {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    }

    pub(crate) fn check(self, what: &str, found: usize, violations: &mut Vec<String>) {
        match self.compare(found) {
            Ordering::Less => {
                violations.push(format!("{what}: {found} found, but {} were said to be done", self.least));
            }
            Ordering::Equal => {}
            Ordering::Greater => {
                let complaint =
                    format!("{what}: {found} found, but at most {} were not said to have failed", self.most);
                violations.push(complaint);
            }
        }
    }
}

/// What can have been given back of one payment.
#[derive(Debug)]
pub(crate) struct Refunds {
    price: i64,
    sums: Vec<i64>,
}

impl Refunds {
    pub(crate) fn new(price: i64) -> Self {
        Self { price, sums: vec![0] }
    }

    /// Whether anything was given back for certain.
    pub(crate) fn are_some(&self) -> bool {
        self.sums.iter().all(|sum| *sum > 0)
    }

    /// A part, or all that remains.
    pub(crate) fn add(&mut self, amount: Option<i64>, known: &Known) {
        let after = |sum: i64| amount.map_or(self.price, |amount| sum + amount);
        let done: Vec<i64> = self.sums.iter().map(|sum| after(*sum)).filter(|sum| *sum <= self.price).collect();
        match known {
            Known::Done => self.sums = done,
            Known::Unknown => self.sums.extend(done),
            Known::Not => {}
        }
    }

    /// Whether less or more was given back than the shop knows of.
    pub(crate) fn compare(&self, receipt: &Value) -> Ordering {
        let found = receipt["cancelled_price"].as_i64().unwrap_or(-1);
        if self.sums.contains(&found) {
            Ordering::Equal
        } else if self.sums.iter().any(|sum| *sum > found) {
            Ordering::Less
        } else {
            Ordering::Greater
        }
    }

    pub(crate) fn check(&self, receipt: &Value, violations: &mut Vec<String>) {
        let found = receipt["cancelled_price"].as_i64().unwrap_or(-1);
        if found > receipt["price"].as_i64().unwrap_or_default() {
            violations.push(format!("more was given back than was paid: {receipt}"));
        }
        if !self.sums.contains(&found) {
            violations.push(format!("{found} won were given back, the shop knows of {:?}", self.sums));
        }
    }
}

/// Whether money was taken.
pub(crate) fn is_paid(receipt: &Value) -> bool {
    receipt["purchased_at"].is_string()
}

/// Waits for what is carried out late, then compares the requests that arrived with the calls made:
/// each call sends what changes something once at most.
pub(crate) fn check_requests(shop: &mut Shop<'_>) {
    let arrived = settled_requests(shop.emulator, Duration::from_millis(20));
    let mut calls: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    for Made { endpoint, left, answered, .. } in &shop.made {
        let (least, most) = calls.entry(wire(endpoint).at).or_default();
        *least += usize::from(*answered);
        *most += usize::from(*left);
    }
    let changes = |entry: &&Value| entry["method"] != "GET";
    let mut found: BTreeMap<(&str, &str), Vec<&Value>> = BTreeMap::new();
    for entry in arrived.iter().filter(changes) {
        let (method, path) = (entry["method"].as_str().unwrap_or_default(), entry["path"].as_str().unwrap_or_default());
        // What is deleted stands at the end of its path.
        let path = if method == "DELETE" { path.rsplit_once('/').map_or(path, |(path, _)| path) } else { path };
        found.entry((method, path)).or_default().push(entry);
    }
    for (request, (least, most)) in &calls {
        let found = found.remove(request).unwrap_or_default().len();
        if !(*least..=*most).contains(&found) {
            let complaint =
                format!("{request:?} arrived {found} times, {most} calls sent it and {least} were answered");
            shop.violations.push(complaint);
        }
    }
    for entry in found.into_values().flatten() {
        shop.violations.push(format!("arrived, and no call made it: {entry}"));
    }
}

/// The log, once nothing in it waits to be carried out; it is asked for so often.
pub(crate) fn settled_requests(emulator: &Local, every: Duration) -> Vec<Value> {
    loop {
        let requests = emulator.requests();
        if requests.iter().all(|request| !request["status"].is_null()) {
            return requests;
        }
        thread::sleep(every);
    }
}
