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

use crate::acts::attempt::{Taken, take};
use crate::acts::{App, due};
use crate::domain::clock::Moment;
use crate::domain::refusal::Refusal;
use crate::store::Store;

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
