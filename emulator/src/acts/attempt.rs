//! One attempt to deliver a webhook: the fault that meets it, its record and its consequence.

use serde_json::json;

use crate::acts::{App, post};
use crate::domain::clock::Moment;
use crate::domain::delivery::{Attempt, Delivery};
use crate::domain::delivery_failure::{Failure, Unanswered};
use crate::domain::journal::{Actor, Entry, Kind as Told, Outcome};
use crate::domain::refusal::Refusal;
use crate::domain::webhook_fault::Kind;
use crate::store::Store;
use crate::store::deliveries::{Due, State};

/// A merchant's first due webhook.
pub(crate) enum Taken {
    Send(Job),
    /// A fault met it.
    Put,
    None,
}

/// An attempt to make.
pub(crate) struct Job {
    due: Due,
    at: Moment,
    copies: u32,
    loses_response: bool,
}

/// Takes a merchant's first due webhook, and applies the fault that meets it.
pub(crate) fn take(store: &Store<'_>, merchant: &str) -> Result<Taken, Refusal> {
    let now = store.now()?;
    let Some(due) = store.first_due_delivery(merchant, now)? else { return Ok(Taken::None) };
    // Faults are Bootpay's.
    let fault = if due.delivery.forged {
        None
    } else {
        store.take_webhook_fault(merchant, due.delivery.webhook_type.as_deref())?
    };
    let mut job = Job { due, at: now, copies: 1, loses_response: false };
    let Some(fault) = fault else { return Ok(Taken::Send(job)) };
    let (number, tries) = (job.due.number, job.due.tries);
    tell(store, &job.due.delivery, Entry::new(Told::Fault, Outcome::Failed, fault.kind.code()), number)?;
    match fault.kind {
        Kind::Duplicated => job.copies = 2,
        Kind::ResponseLost => job.loses_response = true,
        Kind::Delayed => {
            let later = now.plus_seconds(fault.seconds.unwrap_or_default().into());
            store.move_delivery(number, State::Pending, later, tries)?;
            return Ok(Taken::Put);
        }
        Kind::Reordered => {
            store.move_delivery(number, State::Held, now, tries)?;
            return Ok(Taken::Put);
        }
        Kind::Lost => {
            finish(store, &job, &[job.unsent(Unanswered::Lost)])?;
            return Ok(Taken::Put);
        }
        Kind::NeverSent => {
            log(store, &job, &job.unsent(Unanswered::NeverSent))?;
            store.move_delivery(number, State::Failed, now, tries + 1)?;
            return Ok(Taken::Put);
        }
    }
    Ok(Taken::Send(job))
}

impl Job {
    fn unsent(&self, reason: Unanswered) -> Attempt {
        Attempt { at: self.at, retry_count: self.due.tries, sent: None, result: Err(reason), milliseconds: 0 }
    }

    /// Makes the attempt and records it; fails where the database does.
    pub(crate) async fn carry_out(&self, app: &App) -> Result<(), Refusal> {
        let mut attempts = Vec::new();
        for _ in 0..self.copies {
            let mut attempt = post::attempt(&self.due.delivery, self.due.tries, self.at).await;
            if self.loses_response {
                attempt.result = Err(Unanswered::ResponseLost);
            }
            attempts.push(attempt);
        }
        app.database.work(|store| finish(store, self, &attempts))
    }
}

/// Adds an attempt to the log of its webhook and to the journal.
fn log(store: &Store<'_>, job: &Job, attempt: &Attempt) -> Result<(), Refusal> {
    let delivery = &job.due.delivery;
    store.log_attempt(job.due.number, &delivery.logged(attempt))?;
    let failure = delivery.failure(attempt);
    let outcome = if failure.is_none() { Outcome::Done } else { Outcome::Failed };
    let entry = Entry {
        status: attempt.result.as_ref().ok().map(|response| response.status),
        duration: i64::try_from(attempt.milliseconds).ok().map(|milliseconds| milliseconds.saturating_mul(1000)),
        facts: json!({
            "retry_count": attempt.retry_count,
            "webhook_type": delivery.webhook_type,
            "forged": delivery.forged,
        }),
        ..Entry::new(Told::Attempt, outcome, failure.as_ref().map_or("acknowledged", Failure::code))
    };
    let sender = if delivery.forged { Actor::Test } else { Actor::Bootpay };
    store.acting_at(sender, attempt.at, || tell(store, delivery, entry, job.due.number))
}

/// Writes an entry about a webhook.
fn tell(store: &Store<'_>, delivery: &Delivery, mut entry: Entry<'_>, number: i64) -> Result<(), Refusal> {
    entry.facts["webhook"] = number.into();
    // What a forged body names is nobody's order.
    let order = delivery.body["order_id"].as_str().filter(|_| !delivery.forged);
    store.tell(&entry.about(&delivery.merchant_id, delivery.receipt_id.as_deref(), order))
}

/// Records the attempts, and schedules the next one where none was acknowledged.
fn finish(store: &Store<'_>, job: &Job, attempts: &[Attempt]) -> Result<(), Refusal> {
    let Due { number, tries, delivery } = &job.due;
    for attempt in attempts {
        log(store, job, attempt)?;
    }
    let acknowledged = attempts.iter().any(|attempt| delivery.failure(attempt).is_none());
    let is_sent = !delivery.forged && attempts.iter().any(|attempt| attempt.sent.is_some());
    let is_far = attempts.iter().any(|attempt| attempt.result == Err(Unanswered::Far));
    let next = attempts.last().filter(|_| !is_far).and_then(|attempt| delivery.next_attempt(attempt));
    let (state, due_at) = match next {
        _ if acknowledged => (State::Acknowledged, job.at),
        Some(next) => (State::Pending, next),
        None => (State::Failed, job.at),
    };
    store.move_delivery(*number, state, due_at, tries + 1)?;
    if is_sent {
        store.release_deliveries(&delivery.merchant_id)?;
    }
    Ok(())
}
