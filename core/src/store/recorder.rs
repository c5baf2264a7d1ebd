//! The threads that a client's store is used on.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    sync::oneshot,
    time::{Instant, timeout_at},
};

use super::{
    AttemptStore, Store, StoreError, Unusable,
    row::{self, Kept},
    workers::Workers,
};
use crate::{
    error::Result,
    model::{Attempt, AttemptClaim, Mode},
};

/// The store that a client was given.
#[derive(Clone, Debug)]
pub(crate) enum StoreConfig {
    /// A file that core keeps itself.
    #[cfg(feature = "sqlite")]
    File(std::path::PathBuf),
    /// The merchant's.
    Own(Store),
}

impl StoreConfig {
    #[cfg_attr(not(feature = "sqlite"), expect(clippy::unnecessary_wraps, reason = "opening a file can fail"))]
    fn open(&self) -> Result<Arc<dyn AttemptStore>, Unusable> {
        match self {
            #[cfg(feature = "sqlite")]
            Self::File(path) => Ok(Arc::new(super::SqliteAttempts::opened(path)?)),
            Self::Own(store) => Ok(Arc::clone(&store.0)),
        }
    }

    /// The calls that may run at once.
    fn at_once(&self) -> usize {
        match self {
            #[cfg(feature = "sqlite")]
            Self::File(_) => 1,
            Self::Own(_) => AT_ONCE.load(Ordering::Relaxed),
        }
    }
}

/// Keeps the attempts of one client in one process: its threads start with the first of them.
#[derive(Default)]
pub(crate) struct Recorder {
    place: Option<StoreConfig>,
    workers: OnceLock<Workers<Job>>,
}

type Job = Box<dyn FnOnce(Result<&dyn AttemptStore, Unusable>) + Send>;

/// The calls of a merchant's store that may run at once, for different attempts: one, as [`AttemptStore`] promises.
static AT_ONCE: AtomicUsize = AtomicUsize::new(1);

/// Has the stores of this process called for several attempts at once, each on a thread that may wait for it.
#[cfg(feature = "__uniffi")]
pub(crate) fn call_side_by_side() {
    AT_ONCE.store(32, Ordering::Relaxed);
}

/// Limit of storing an attempt before its request is sent: after a crash the attempt seems that much older.
const BEFORE_SENDING: Duration = Duration::from_secs(10);
/// Limit of storing an outcome, for which the call waits.
const AFTER_RESPONSE: Duration = Duration::from_secs(5);
/// A call ends by its deadline; a little later nobody is at it.
const GRACE: Duration = Duration::from_secs(5);

impl Recorder {
    pub(crate) fn new(place: Option<StoreConfig>) -> Self {
        Self { place, workers: OnceLock::new() }
    }

    pub(crate) fn is_enabled(&self) -> bool {
        self.place.is_some()
    }

    /// Stores an attempt, then lets its request be sent: `send` decides if it may be.
    /// It runs in any case that it does not fail in, also when nobody waits for it any more.
    pub(crate) async fn begin(
        &self,
        attempt: &Attempt,
        deadline: Instant,
        send: impl FnOnce() -> Result<()> + Send + 'static,
    ) -> Result<Result<()>, Unusable> {
        let now = Instant::now();
        let left = deadline.saturating_duration_since(now);
        let row = row::row(attempt, left + GRACE, Duration::ZERO);
        let job = move |store: &dyn AttemptStore| {
            let id = row.id.clone();
            store.put(row)?;
            Ok(send().inspect_err(|_| drop(store.remove(id))))
        };
        self.ask(&attempt.id, now + BEFORE_SENDING.min(left / 2), job).await
    }

    /// Stores the outcome of an attempt. If that fails, a later recovery reads it again, no more.
    pub(crate) async fn end(&self, attempt: &Attempt) {
        let row = row::row(attempt, Duration::ZERO, Duration::ZERO);
        drop(self.ask(&attempt.id, Instant::now() + AFTER_RESPONSE, move |store| store.put(row)).await);
    }

    /// Nobody need look after an attempt before then; `quiet_for` of it passes after a look that found nothing.
    pub(crate) async fn postpone(
        &self,
        attempt: &Attempt,
        due_in: Duration,
        quiet_for: Duration,
    ) -> Result<(), Unusable> {
        let row = row::row(attempt, due_in, quiet_for);
        self.ask(&attempt.id, Instant::now() + AFTER_RESPONSE, move |store| store.put(row)).await
    }

    /// Puts a record that cannot be read aside, as it is.
    pub(crate) async fn set_aside(&self, attempt: &Attempt, record: String, due_in: Duration) -> Result<(), Unusable> {
        let row = row::damaged_row(attempt, record, due_in);
        self.ask(&attempt.id, Instant::now() + AFTER_RESPONSE, move |store| store.put(row)).await
    }

    /// An attempt that nobody looks after: nobody else will, for the time of the `lease`.
    pub(crate) async fn claim(
        &self,
        merchant: &str,
        mode: Mode,
        answered: bool,
        lease: Duration,
        deadline: Instant,
    ) -> Result<Option<Kept>, Unusable> {
        let owner = row::owner(merchant, mode);
        let claim = AttemptClaim { owner: owner.clone(), answered, lease_ms: row::millis(lease) };
        let record = self.ask(&owner, deadline, move |store| store.claim(claim)).await?;
        let claimed = record.as_deref().map(|record| row::kept(record, merchant, mode));
        // With these keys, another merchant's is not found, as if it had not happened.
        if claimed.as_ref().is_some_and(|kept| row::owner(&kept.attempt.merchant, kept.attempt.mode) != owner) {
            return Err(StoreError::new("it returned an attempt of another owner").into());
        }
        Ok(claimed)
    }

    /// The other attempts on the target of this one.
    pub(crate) async fn others(&self, attempt: &Attempt, deadline: Instant) -> Result<Vec<Attempt>, Unusable> {
        let Some(target) = row::target(attempt) else { return Ok(vec![]) };
        let mut attempts = self.of_payment(&target, (&attempt.merchant, attempt.mode), deadline).await?;
        attempts.retain(|other| other.id != attempt.id);
        Ok(attempts)
    }

    /// The attempts on a payment; none without a store.
    pub(crate) async fn of_payment(
        &self,
        payment: &str,
        (merchant, mode): (&str, Mode),
        deadline: Instant,
    ) -> Result<Vec<Attempt>, Unusable> {
        if !self.is_enabled() {
            return Ok(vec![]);
        }
        let target = payment.to_owned();
        let records = self.ask(payment, deadline, move |store| store.of_payment(target)).await?;
        Ok(records.iter().map(|record| row::kept(record, merchant, mode).attempt).collect())
    }

    /// Forgets an attempt, in its own time.
    pub(crate) fn forget(&self, id: &str) {
        if self.is_enabled() {
            let forgotten = id.to_owned();
            drop(self.send(id, Box::new(move |store| drop(store.map(|store| store.remove(forgotten))))));
        }
    }

    /// Runs a job: after those with the same key, and at once with others as far as the store allows.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        key: &str,
        deadline: Instant,
        job: impl FnOnce(&dyn AttemptStore) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Unusable> {
        let (sender, answer) = oneshot::channel();
        let job = move |store: Result<&dyn AttemptStore, Unusable>| Ok(job(store?)?);
        self.send(key, Box::new(move |store| drop(sender.send(job(store)))))?;
        match timeout_at(deadline, answer).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(StoreError::new("it stopped unexpectedly").into()),
            Err(_) => Err(StoreError::new("it did not respond in time").into()),
        }
    }

    fn send(&self, key: &str, job: Job) -> Result<(), StoreError> {
        let Some(place) = &self.place else { return Err(StoreError::new("the client has none")) };
        let workers = self.workers.get_or_init(|| Workers::new(place.at_once()));
        let started = workers.run(key.to_owned(), job, || worker(place.clone()));
        started.map_err(|error| StoreError::new(format!("no thread could be started: {error}")))
    }
}

/// Runs jobs on one thread, with a store that it opens.
fn worker(place: StoreConfig) -> impl FnMut(Job) + Send + 'static {
    let mut store: Option<Arc<dyn AttemptStore>> = None;
    move |job| {
        // One that could not be opened may be there the next time.
        let opened = store.take().map_or_else(|| place.open(), Ok);
        // Whoever waits for a job that panics is told that it broke off.
        let done = catch_unwind(AssertUnwindSafe(|| job(opened.as_deref().map_err(Clone::clone))));
        store = opened.ok().filter(|_| done.is_ok());
    }
}
