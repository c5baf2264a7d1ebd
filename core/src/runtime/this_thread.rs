//! Marks the threads that run the event loop of a client.

use std::cell::Cell;

thread_local! {
    static IS_EXECUTOR: Cell<bool> = const { Cell::new(false) };
}

/// Returns true if this thread runs the loop of some client: waiting here for a call would never end.
pub(crate) fn is_executor() -> bool {
    IS_EXECUTOR.get()
}

/// Does something that runs the loop of a client.
pub(crate) fn run_executor<T>(run: impl FnOnce() -> T) -> T {
    struct Leave;
    impl Drop for Leave {
        fn drop(&mut self) {
            IS_EXECUTOR.set(false);
        }
    }
    IS_EXECUTOR.set(true);
    let _leave = Leave;
    run()
}
