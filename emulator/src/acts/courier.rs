//! Delivers webhooks when the emulator's clock reaches their time, and wakes for whatever else is due then.
//!
//! A merchant's webhooks are sent one after the other, in the order of their times; those of different merchants do not
//! wait for each other.

use std::collections::HashSet;
use std::future::pending;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout_at};

use crate::acts::{App, due, post};
use crate::domain::clock::Moment;
use crate::domain::delivery::Attempt;
use crate::domain::refusal::Refusal;
use crate::domain::webhook_fault::Kind;
use crate::store::Store;
use crate::store::deliveries::{Due, State};

/// The longest that the courier sleeps: a bound for steps of the machine's own clock.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// The pause after the database failed: what was sent cannot be recorded, and must not be sent without end.
const AFTER_FAILURE: Duration = Duration::from_secs(1);

/// The state of the courier.
#[derive(Debug, Default)]
pub(crate) struct Courier {
    wake: Notify,
    /// Fires after each webhook that left the queue.
    moved: Notify,
    /// The merchants whose webhooks are being sent.
    busy: Mutex<HashSet<String>>,
    /// Held while the clock is moved step by step.
    pub(crate) stepping: tokio::sync::Mutex<()>,
}

impl Courier {
    /// Makes the courier look for work.
    pub(crate) fn wake(&self) {
        self.wake.notify_one();
    }

    fn start(&self, merchant: &str) -> bool {
        self.busy.lock().unwrap_or_else(PoisonError::into_inner).insert(merchant.to_owned())
    }

    fn end(&self, merchant: &str) {
        self.busy.lock().unwrap_or_else(PoisonError::into_inner).remove(merchant);
    }
}

/// Delivers until dropped; attempts that are under way end with it.
pub(crate) async fn run(app: Arc<App>) {
    let mut rounds = JoinSet::new();
    loop {
        while rounds.try_join_next().is_some() {}
        let (merchants, sleeps) = app.database.work(look).unwrap_or_default();
        for merchant in merchants {
            if app.courier.start(&merchant) {
                rounds.spawn(round(app.clone(), merchant));
            }
        }
        let next = async {
            match sleeps {
                Some(duration) => sleep(duration.min(LONGEST_SLEEP)).await,
                None => pending().await,
            }
        };
        tokio::select! {
            () = app.courier.wake.notified() => {}
            () = next => {}
        }
    }
}

/// Carries out what is due; returns the merchants to serve, and the real time until something else is due.
fn look(store: &Store<'_>) -> Result<(Vec<String>, Option<Duration>), Refusal> {
    due::run(store)?;
    let (clock, now) = (store.clock()?, store.now()?);
    let merchants = store.merchants_with_due_deliveries(now)?;
    if clock.frozen.is_some() {
        return Ok((merchants, None));
    }
    // One that is due is being sent: its end wakes the courier.
    let later = store.next_delivery_after(now)?;
    let next = due::next(store)?.into_iter().chain(later).min();
    let wait = |next: Moment| Duration::from_millis(u64::try_from(next.0 - now.0).unwrap_or_default().max(1));
    Ok((merchants, next.map(wait)))
}

/// Sends a merchant's webhooks until none is due.
async fn round(app: Arc<App>, merchant: String) {
    loop {
        match app.database.work(|store| take(store, &merchant)) {
            Ok(Taken::Send(job)) => {
                if job.carry_out(&app).await.is_err() {
                    break sleep(AFTER_FAILURE).await;
                }
            }
            Ok(Taken::Put) => {}
            Ok(Taken::None) => break,
            Err(_) => break sleep(AFTER_FAILURE).await,
        }
        app.courier.moved.notify_waiters();
    }
    app.courier.end(&merchant);
    app.courier.moved.notify_waiters();
    // Something may have become due in between.
    app.courier.wake();
}

enum Taken {
    Send(Job),
    /// A fault met it.
    Put,
    None,
}

/// An attempt to make.
struct Job {
    due: Due,
    at: Moment,
    copies: u32,
    loses_response: bool,
}

/// Takes a merchant's first due webhook, and applies the fault that meets it.
fn take(store: &Store<'_>, merchant: &str) -> Result<Taken, Refusal> {
    let now = store.now()?;
    let Some(due) = store.first_due_delivery(merchant, now)? else { return Ok(Taken::None) };
    let fault = store.take_webhook_fault(merchant, due.delivery.webhook_type.as_deref())?;
    let mut job = Job { due, at: now, copies: 1, loses_response: false };
    let Some(fault) = fault else { return Ok(Taken::Send(job)) };
    let (number, tries) = (job.due.number, job.due.tries);
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
            finish(store, &job, &[job.unsent("lost on its way, by a fault")])?;
            return Ok(Taken::Put);
        }
        Kind::NeverSent => {
            let attempt = job.unsent("never sent, by a fault");
            store.log_attempt(number, &job.due.delivery.logged(&attempt))?;
            store.move_delivery(number, State::Failed, now, tries + 1)?;
            return Ok(Taken::Put);
        }
    }
    Ok(Taken::Send(job))
}

impl Job {
    fn unsent(&self, reason: &str) -> Attempt {
        Attempt { at: self.at, retry_count: self.due.tries, sent: None, result: Err(reason.into()), milliseconds: 0 }
    }

    /// Makes the attempt and records it; fails where the database does.
    async fn carry_out(&self, app: &App) -> Result<(), Refusal> {
        let mut attempts = Vec::new();
        for _ in 0..self.copies {
            let mut attempt = post::attempt(&self.due.delivery, self.due.tries, self.at).await;
            if self.loses_response {
                attempt.result = Err("the response was lost, by a fault".into());
            }
            attempts.push(attempt);
        }
        app.database.work(|store| finish(store, self, &attempts))
    }
}

/// Records the attempts, and schedules the next one where none was acknowledged.
fn finish(store: &Store<'_>, job: &Job, attempts: &[Attempt]) -> Result<(), Refusal> {
    let Due { number, tries, delivery } = &job.due;
    for attempt in attempts {
        store.log_attempt(*number, &delivery.logged(attempt))?;
    }
    let acknowledged = attempts.iter().any(|attempt| delivery.failure(attempt).is_none());
    let is_sent = attempts.iter().any(|attempt| attempt.sent.is_some());
    let is_far = attempts.iter().any(|attempt| attempt.result.as_ref().is_err_and(|reason| reason == post::FAR));
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

/// Waits until the webhooks that are due now have been tried, each once: a merchant's where given. Gives up at `end`.
pub(crate) async fn settled(app: &App, merchant: Option<&str>, end: Option<Instant>) -> Result<(), Refusal> {
    let (last, now) = app.database.work(|store| Ok((store.last_delivery()?, store.now()?)))?;
    loop {
        let mut moved = pin!(app.courier.moved.notified());
        moved.as_mut().enable();
        if !app.database.work(|store| store.has_due_deliveries(merchant, last, now))? {
            return Ok(());
        }
        match end {
            None => moved.await,
            Some(end) => {
                if timeout_at(end, moved).await.is_err() {
                    return Ok(());
                }
            }
        }
    }
}
