//! One call at a time for each payment.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync;

/// The calls of one kind that are in progress or waiting, by what they are about.
#[derive(Default)]
pub(crate) struct Turns(Mutex<HashMap<String, Arc<sync::Mutex<()>>>>);

/// A place in the queue of one subject. Dropping it leaves the queue, in whatever state the call is.
pub(crate) struct Place<'a> {
    turns: &'a Turns,
    subject: &'a str,
    queue: Arc<sync::Mutex<()>>,
}

impl Turns {
    pub(crate) fn place<'a>(&'a self, subject: &'a str) -> Place<'a> {
        let queue = Arc::clone(self.queues().entry(subject.to_owned()).or_default());
        Place { turns: self, subject, queue }
    }

    fn queues(&self) -> MutexGuard<'_, HashMap<String, Arc<sync::Mutex<()>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place<'_> {
    /// Waits until every earlier call about the subject has ended, or was cancelled.
    pub(crate) async fn turn(&self) -> sync::MutexGuard<'_, ()> {
        self.queue.lock().await
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut queues = self.turns.queues();
        // The list's and this one: nobody else can join while the list is locked.
        if Arc::strong_count(&self.queue) == 2 {
            queues.remove(self.subject);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{future::Future, pin::pin, task::Context, task::Waker};

    fn is_ready(future: std::pin::Pin<&mut impl Future>) -> bool {
        future.poll(&mut Context::from_waker(Waker::noop())).is_ready()
    }

    #[test]
    fn a_second_call_waits_for_the_first_and_others_do_not() {
        let turns = Turns::default();
        let (first, second, other) = (turns.place("a"), turns.place("a"), turns.place("b"));
        let running = futures_now(first.turn());
        let mut waiting = pin!(second.turn());
        assert!(!is_ready(waiting.as_mut()));
        assert!(is_ready(pin!(other.turn())));
        drop(running);
        assert!(is_ready(waiting.as_mut()));
    }

    #[test]
    fn whoever_gives_up_disturbs_nobody_and_leaves_nothing_behind() {
        let turns = Turns::default();
        let (first, third) = (turns.place("a"), turns.place("a"));
        let running = futures_now(first.turn());
        {
            // It waits, and is cancelled.
            let second = turns.place("a");
            let mut waiting = Box::pin(second.turn());
            assert!(!is_ready(waiting.as_mut()));
        }
        let mut waiting = Box::pin(third.turn());
        assert!(!is_ready(waiting.as_mut()));
        // The one in progress is cancelled.
        drop(running);
        drop(first);
        assert!(is_ready(waiting.as_mut()));
        assert_eq!(turns.queues().len(), 1);
        drop(waiting);
        drop(third);
        assert_eq!(turns.queues().len(), 0);
    }

    fn futures_now<T>(future: impl Future<Output = T>) -> T {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            std::task::Poll::Ready(value) => value,
            std::task::Poll::Pending => panic!("nobody is before it"),
        }
    }
}
