//! The event loop of a client: who waits for a call runs it, and a thread runs it for the others.

use std::{
    future::Future,
    io,
    pin::Pin,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use tokio::{
    runtime::{Builder, Handle, Runtime},
    sync::Notify,
    task::AbortHandle,
};

use super::this_thread;

/// Time for which the thread leaves the loop to callers after one of them ran it: the next call is likely
/// soon, and must not have to wake the thread only to send it back to sleep.
const REST: Duration = Duration::from_millis(10);

/// The number of tasks after which timers are looked at. A connection that floods does as much in a task as
/// would otherwise be done in seconds: a deadline must not wait for dozens of them.
const EVENT_INTERVAL: u32 = 1;

/// Connections, timers and tasks of one client. A caller who waits for something to be read runs them on
/// its own thread, which spares two changes of threads a call. While there is none, a thread of the
/// client's does: a connection that Bootpay closes is noticed, and what moves money goes on whoever
/// waits for it.
///
/// The thread ends when this is dropped; whoever is still calling holds on to it.
pub(crate) struct EventLoop(Arc<Shared>);

struct Shared {
    /// Taken when it is dropped.
    runtime: Option<Runtime>,
    handle: Handle,
    turn: Mutex<Turn>,
    /// Tells the thread that it may have to run the loop.
    deserted: Condvar,
    /// Tells the thread that somebody else wants to run the loop.
    wanted: Notify,
}

struct Turn {
    /// Number of callers that run the loop, or wait to.
    callers: usize,
    /// Number of tasks that must not rest.
    tasks: usize,
    /// The thread runs the loop and was not asked to release it.
    served: bool,
    /// The thread waits for a signal, since a call takes long.
    asleep: bool,
    /// Time at which a caller last released the loop.
    left_at: Instant,
    over: bool,
}

impl EventLoop {
    pub(crate) fn start() -> io::Result<Self> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .event_interval(EVENT_INTERVAL)
            .max_blocking_threads(4)
            .thread_name("bootpay-dns")
            .build()?;
        let shared = Arc::new(Shared {
            handle: runtime.handle().clone(),
            runtime: Some(runtime),
            turn: Mutex::new(Turn {
                callers: 0,
                tasks: 0,
                served: true,
                asleep: false,
                left_at: Instant::now(),
                over: false,
            }),
            deserted: Condvar::new(),
            wanted: Notify::new(),
        });
        let served = Arc::clone(&shared);
        thread::Builder::new().name("bootpay".into()).spawn(move || served.serve())?;
        Ok(Self(shared))
    }

    /// Runs the loop on this thread until the future is there. Not for a thread that runs one already.
    pub(crate) fn run<F: Future>(&self, future: F) -> F::Output {
        let _turn = TakenTurn::begin(&self.0);
        this_thread::run_executor(|| self.0.runtime().block_on(future))
    }

    pub(crate) fn spawn(&self, call: Pin<Box<dyn Future<Output = ()> + Send>>) -> AbortHandle {
        let task = Task::begin(&self.0);
        let call = async move {
            let _task = task;
            call.await;
        };
        self.0.handle.spawn(call).abort_handle()
    }

    pub(crate) fn handle(&self) -> &Handle {
        &self.0.handle
    }
}

impl Drop for EventLoop {
    fn drop(&mut self) {
        self.0.lock().over = true;
        self.0.deserted.notify_one();
        self.0.wanted.notify_one();
    }
}

impl Shared {
    fn runtime(&self) -> &Runtime {
        self.runtime.as_ref().expect("it is taken when it is dropped")
    }

    fn lock(&self) -> MutexGuard<'_, Turn> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The thread's part.
    fn serve(&self) {
        loop {
            this_thread::run_executor(|| self.runtime().block_on(self.wanted.notified()));
            let mut turn = self.lock();
            loop {
                if turn.over {
                    return;
                }
                if turn.callers == 0 && (turn.tasks > 0 || turn.left_at.elapsed() >= REST) {
                    break;
                }
                turn.asleep = turn.callers > 0 && turn.left_at.elapsed() >= REST;
                turn = if turn.asleep {
                    self.deserted.wait(turn).unwrap_or_else(PoisonError::into_inner)
                } else {
                    self.deserted.wait_timeout(turn, REST).unwrap_or_else(PoisonError::into_inner).0
                };
            }
            turn.served = true;
        }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        // Without waiting for what it runs, which an async task must not do, and may be the one to drop it.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Held by a caller who runs the loop.
struct TakenTurn<'a>(&'a Shared);

impl<'a> TakenTurn<'a> {
    fn begin(shared: &'a Shared) -> Self {
        let mut turn = shared.lock();
        turn.callers += 1;
        if turn.served {
            turn.served = false;
            shared.wanted.notify_one();
        }
        Self(shared)
    }
}

impl Drop for TakenTurn<'_> {
    fn drop(&mut self) {
        let mut turn = self.0.lock();
        turn.callers -= 1;
        turn.left_at = Instant::now();
        if turn.callers == 0 && (turn.tasks > 0 || turn.asleep) {
            self.0.deserted.notify_one();
        }
    }
}

/// Held by a task that goes on whoever waits for it.
struct Task(Arc<Shared>);

impl Task {
    fn begin(shared: &Arc<Shared>) -> Self {
        let mut turn = shared.lock();
        turn.tasks += 1;
        if turn.callers == 0 && !turn.served {
            shared.deserted.notify_one();
        }
        Self(Arc::clone(shared))
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.0.lock().tasks -= 1;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use tokio::{task::yield_now, time::timeout};

    use super::*;

    #[test]
    fn a_task_that_never_rests_is_interrupted_within_few_turns() {
        const TURN: Duration = Duration::from_millis(5);
        let (event_loop, turns) = (EventLoop::start().unwrap(), Arc::new(AtomicU32::new(0)));
        let count = Arc::clone(&turns);
        let restless = event_loop.spawn(Box::pin(async move {
            loop {
                count.fetch_add(1, Ordering::SeqCst);
                thread::sleep(TURN);
                yield_now().await;
            }
        }));
        let ended = event_loop.run(async { timeout(4 * TURN, std::future::pending::<()>()).await });
        let turns = turns.load(Ordering::SeqCst);
        restless.abort();
        assert!(ended.is_err() && turns < 12, "{turns} turns");
    }
}
