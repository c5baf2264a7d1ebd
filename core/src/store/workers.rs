//! The threads that jobs run on: one after another where they share a key, side by side otherwise.

use std::{
    collections::{HashSet, VecDeque},
    io,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
};

/// A job's key and the job.
type Keyed<J> = (String, J);

/// Runs jobs of the type `J` until it is dropped; what is queued by then still runs.
pub(super) struct Workers<J> {
    shared: Arc<Shared<J>>,
    most: usize,
}

struct Shared<J> {
    state: Mutex<State<J>>,
    changed: Condvar,
}

struct State<J> {
    queue: VecDeque<Keyed<J>>,
    /// The keys of the jobs that run.
    busy: HashSet<String>,
    threads: usize,
    idle: usize,
    closed: bool,
}

impl<J: Send + 'static> Workers<J> {
    /// At most so many jobs run at once; a thread starts when a job finds no idle one.
    pub(super) fn new(most: usize) -> Self {
        let state = State { queue: VecDeque::new(), busy: HashSet::new(), threads: 0, idle: 0, closed: false };
        Self { shared: Arc::new(Shared { state: Mutex::new(state), changed: Condvar::new() }), most }
    }

    /// Queues a job. A thread that starts for it runs every job with what `worker` returns.
    pub(super) fn run<W>(&self, key: String, job: J, worker: impl FnOnce() -> W) -> io::Result<()>
    where
        W: FnMut(J) + Send + 'static,
    {
        let mut state = self.shared.state();
        if state.idle <= state.queue.len() && state.threads < self.most {
            let (shared, work) = (Arc::clone(&self.shared), worker());
            let started = thread::Builder::new().name("bootpay-attempts".into()).spawn(move || shared.work(work));
            match started {
                Ok(_) => state.threads += 1,
                Err(error) if state.threads == 0 => return Err(error),
                // The others get to it.
                Err(_) => {}
            }
        }
        state.queue.push_back((key, job));
        drop(state);
        self.shared.changed.notify_one();
        Ok(())
    }
}

impl<J> Drop for Workers<J> {
    fn drop(&mut self) {
        self.shared.state().closed = true;
        self.shared.changed.notify_all();
    }
}

impl<J> Shared<J> {
    fn state(&self) -> MutexGuard<'_, State<J>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self, mut work: impl FnMut(J)) {
        while let Some((key, job)) = self.next() {
            work(job);
            // A job that waited for the key is taken by this thread, if no earlier one is.
            self.state().busy.remove(&key);
        }
        // The idle ones end, too.
        self.changed.notify_all();
    }

    /// Waits for the first job whose key no running job has.
    fn next(&self) -> Option<Keyed<J>> {
        let mut state = self.state();
        loop {
            let State { queue, busy, .. } = &*state;
            let free = queue.iter().position(|(key, _)| !busy.contains(key));
            if let Some((key, job)) = free.and_then(|at| state.queue.remove(at)) {
                state.busy.insert(key.clone());
                return Some((key, job));
            }
            if state.closed && state.queue.is_empty() {
                return None;
            }
            state.idle += 1;
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            state.idle -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::mpsc, time::Duration};

    use super::*;

    type Job = Box<dyn FnOnce() + Send>;

    fn run(workers: &Workers<Job>, key: &str, job: impl FnOnce() + Send + 'static) {
        workers.run(key.into(), Box::new(job), || |job: Job| job()).unwrap();
    }

    #[test]
    fn jobs_of_different_keys_run_side_by_side_and_those_of_one_key_in_order() {
        let workers = Workers::new(3);
        let (done, ends) = mpsc::channel();
        let (open, gate) = mpsc::channel::<()>();
        let (first, second, other) = (done.clone(), done.clone(), done);
        run(&workers, "a", move || {
            gate.recv().unwrap();
            first.send("a1").unwrap();
        });
        run(&workers, "a", move || second.send("a2").unwrap());
        run(&workers, "b", move || other.send("b").unwrap());
        let soon = || ends.recv_timeout(Duration::from_secs(10));
        assert_eq!(soon(), Ok("b"));
        assert!(ends.try_recv().is_err());
        open.send(()).unwrap();
        assert_eq!([soon(), soon()], [Ok("a1"), Ok("a2")]);
    }

    #[test]
    fn one_thread_runs_all_in_order_and_what_is_queued_outlives_the_owner() {
        let workers = Workers::new(1);
        let (done, ends) = mpsc::channel();
        for number in 0..50 {
            let done = done.clone();
            run(&workers, &number.to_string(), move || done.send((number, thread::current().id())).unwrap());
        }
        drop((workers, done));
        let ends: Vec<_> = ends.into_iter().collect();
        assert!(ends.iter().map(|(number, _)| *number).eq(0..50));
        assert!(ends.iter().all(|(_, thread)| *thread == ends[0].1));
    }
}
