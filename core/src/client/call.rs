//! A call from its start to its end, and its cancellation.
//!
//! ```text
//!                 polled, or waited for
//!  NotStarted ──┬── read-only, and the caller can run the loop ──▶ Inline ───┐
//!               └── all others: a task of the client makes it ──▶ Spawned ──┤
//!                                                                            ▼
//!  dropped: Inline is cut short; Spawned is aborted, unless                Finished
//!  its request was sent: then it completes in the background.
//! ```

use std::{
    convert::Infallible,
    fmt,
    future::Future,
    marker::PhantomData,
    mem,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::{Arc, OnceLock, mpsc},
    task::{Context, Poll},
    thread,
    time::Duration,
};

use tokio::{
    sync::oneshot,
    task::AbortHandle,
    time::{Instant, timeout},
};

use super::{
    Bootpay,
    control::Control,
    endpoint::{Effect, Endpoint},
    session::Session,
    state::ClientState,
};
use crate::{
    check::Check,
    error::{BootpayError, Result},
    events::{CallListener, Observation},
    http::transport::Connection,
    model::ErrorKind,
    runtime::{event_loop::EventLoop, this_thread},
    symbol::in_errors,
    value::Timeout,
};

/// A call that can be awaited, waited for, or cancelled.
///
/// It starts on the first poll. Dropping it aborts a read-only call, and a write or money call that has not
/// started to send its request. After that the call completes in the background, and its attempt is in
/// [`Bootpay::unresolved`].
#[must_use = "a call starts when it is awaited"]
pub struct PendingCall<E: Endpoint>(State<E>);

enum State<E: Endpoint> {
    NotStarted {
        client: Bootpay,
        request: E,
        timeout: Option<Timeout>,
    },
    /// A task of the client's event loop makes the call.
    Spawned {
        reply: oneshot::Receiver<Result<E::Response>>,
        cancel: Cancel,
    },
    /// The caller makes the call while it waits: read-only calls.
    Inline {
        exchanges: Exchanges<E>,
        state: Arc<ClientState>,
    },
    Finished,
}

type Exchanges<E> = Pin<Box<dyn Future<Output = Result<<E as Endpoint>::Response>> + Send>>;

impl<E: Endpoint> PendingCall<E> {
    pub(crate) fn new(client: &Bootpay, request: E) -> Self {
        Self(State::NotStarted { client: client.clone(), request, timeout: None })
    }

    /// Sets the total timeout of this call, instead of the client's default. Has no effect after the call
    /// has started.
    pub fn timeout(mut self, duration: impl Into<Timeout>) -> Self {
        if let State::NotStarted { timeout, .. } = &mut self.0 {
            *timeout = Some(duration.into());
        }
        self
    }

    /// Sends the event of this call to `listener`, for the binding crates. Has no effect after the call has
    /// started.
    #[doc(hidden)]
    pub fn __listening(mut self, listener: Arc<dyn CallListener>) -> Self {
        if let State::NotStarted { client, .. } = &mut self.0 {
            *client = client.clone().__listening(listener);
        }
        self
    }

    /// Waits for the response, without a runtime. Must not be called in an async task.
    pub fn wait(self) -> Result<E::Response> {
        match self.wait_unless(Timeout::MAX, || None::<Infallible>) {
            Ok((outcome, _)) => outcome,
            Err((never, _)) => match never {},
        }
    }

    /// Waits for the response and calls `stop` every `interval`. If `stop` returns a reason, cancels the
    /// call as by [`Cancel::cancel`] and returns the reason as `Err`. Returns the outcome together with a
    /// [`Cancel`], for a caller that may fail to deliver it.
    pub fn wait_unless<R>(mut self, interval: Duration, stop: impl FnMut() -> Option<R>) -> Waited<E, R> {
        if this_thread::is_executor() {
            let detail = "must not wait for a call on the client's own thread, which makes the call";
            return Ok((Err(BootpayError::new(ErrorKind::Config, detail).at(E::NAME)), Cancel(None)));
        }
        if E::EFFECT == Effect::Read {
            self.begin_where(|state| state.executor.event_loop().is_some());
        }
        if let State::Inline { state, .. } = &self.0 {
            let state = Arc::clone(state);
            if let Some(event_loop) = state.executor.event_loop() {
                return self.wait_here(event_loop, &state, interval, stop);
            }
        }
        self.wait_aside(interval, stop)
    }

    /// Runs the loop that makes the call, which only reads: what moves money is not in the hands of a
    /// thread that signals or a debugger may stop.
    fn wait_here<R>(
        mut self,
        event_loop: &EventLoop,
        state: &ClientState,
        interval: Duration,
        mut stop: impl FnMut() -> Option<R>,
    ) -> Waited<E, R> {
        loop {
            if let Ok(outcome) = event_loop.run(async { timeout(interval, &mut self).await }) {
                return Ok((outcome, Cancel(None)));
            }
            let reason = stop();
            if !state.is_ours() {
                // This is a child that was forked in there: the parent goes on with the call.
                mem::forget(self);
                return reason.map_or_else(|| Ok((Err(gone::<E>()), Cancel(None))), |reason| Err((reason, None)));
            }
            if let Some(reason) = reason {
                return Err((reason, None));
            }
        }
    }

    /// Waits for who makes the call.
    fn wait_aside<R>(self, interval: Duration, mut stop: impl FnMut() -> Option<R>) -> Waited<E, R> {
        let (sender, receiver) = mpsc::sync_channel(1);
        let cancel = self.start(move |outcome| drop(sender.send(outcome)));
        loop {
            match receiver.recv_timeout(interval) {
                Ok(outcome) => return Ok((outcome, cancel)),
                Err(mpsc::RecvTimeoutError::Disconnected) => return Ok((Err(gone::<E>()), cancel)),
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    if let Some(reason) = stop() {
                        return Err((reason, cancel.cancel()));
                    }
                }
            }
        }
    }

    /// Starts the call. Calls `done` with the outcome exactly once: on the client's thread, or immediately
    /// on this one if the call cannot start.
    ///
    /// Cancelling still has an effect after `done` was called, since the outcome may not have been
    /// delivered.
    pub fn start(mut self, done: impl FnOnce(Result<E::Response>) + Send + 'static) -> Cancel {
        match mem::replace(&mut self.0, State::Finished) {
            State::NotStarted { client, request, timeout } => {
                let (session, observed) = prepare(&client, &request, timeout);
                launch(session, observed, request, done)
            }
            State::Spawned { mut reply, cancel } => {
                match &cancel.0 {
                    // The parent's, who goes on with it.
                    Some(Running { state, .. }) if !state.is_ours() => done(Err(gone::<E>())),
                    Some(Running { state, .. }) => {
                        let running = Arc::clone(state);
                        let forward = async move {
                            done(reply.await.unwrap_or_else(|_| Err(gone::<E>())));
                            drop(running);
                        };
                        state.executor.spawn(Box::pin(forward));
                    }
                    None => done(reply.try_recv().unwrap_or_else(|_| Err(gone::<E>()))),
                }
                cancel
            }
            State::Inline { exchanges, state } => finish_in_task::<E>(state, Arc::default(), None, done, exchanges),
            State::Finished => {
                done(Err(gone::<E>()));
                Cancel(None)
            }
        }
    }

    /// Starts the call if it has not started, and returns its [`Cancel`], which has an effect after its end
    /// too: see [`start`](Self::start).
    pub(crate) fn begin(&mut self) -> Cancel {
        self.begin_where(|state| state.executor.is_given())
    }

    /// Read-only calls are made by their caller, if `can_be_here`; they end when the caller stops waiting.
    fn begin_where(&mut self, can_be_here: impl FnOnce(&ClientState) -> bool) -> Cancel {
        self.0 = match mem::replace(&mut self.0, State::Finished) {
            State::NotStarted { client, request, timeout } => match prepare(&client, &request, timeout) {
                (Ok(session), observed) if E::EFFECT == Effect::Read && can_be_here(&session.state) => {
                    let state = Arc::clone(&session.state);
                    let exchanges = async move {
                        let outcome = request.run(&session).await.map_err(|error| session.describe(error));
                        if let Some(observed) = observed {
                            observed.end(&outcome);
                        }
                        outcome
                    };
                    State::Inline { exchanges: Box::pin(exchanges), state }
                }
                (session, observed) => {
                    let (sender, reply) = oneshot::channel();
                    let cancel = launch(session, observed, request, move |outcome| drop(sender.send(outcome)));
                    State::Spawned { reply, cancel }
                }
            },
            begun => begun,
        };
        match &self.0 {
            State::Spawned { cancel, .. } => cancel.clone(),
            State::NotStarted { .. } | State::Inline { .. } | State::Finished => Cancel(None),
        }
    }
}

impl<E: Endpoint> Future for PendingCall<E> {
    type Output = Result<E::Response>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.begin();
        let polled = match &mut self.0 {
            State::Spawned { reply, .. } => {
                Pin::new(reply).poll(context).map(|outcome| outcome.unwrap_or_else(|_| Err(gone::<E>())))
            }
            State::Inline { exchanges, state } => {
                let _entered = state.executor.handle().enter();
                // As in a task: whoever waits is told, and has no panic of ours to handle.
                catch_unwind(AssertUnwindSafe(|| exchanges.as_mut().poll(context)))
                    .unwrap_or_else(|_| Poll::Ready(Err(BootpayError::new(ErrorKind::Unavailable, PANIC).at(E::NAME))))
            }
            State::NotStarted { .. } | State::Finished => panic!("polled after its end"),
        };
        if polled.is_ready() {
            self.0 = State::Finished;
        }
        polled
    }
}

// Nothing in it is pinned: the reply's receiver and the request may move.
impl<E: Endpoint> Unpin for PendingCall<E> {}

impl<E: Endpoint> Drop for PendingCall<E> {
    fn drop(&mut self) {
        match mem::replace(&mut self.0, State::Finished) {
            State::Spawned { cancel, .. } => drop(cancel.cancel()),
            // What is cut short gives its connection back, for which the runtime must be known.
            State::Inline { exchanges, state } if state.is_ours() => {
                let _entered = state.executor.handle().enter();
                drop(exchanges);
            }
            State::Inline { exchanges, .. } => mem::forget(exchanges),
            State::NotStarted { .. } | State::Finished => {}
        }
    }
}

impl<E: Endpoint> fmt::Debug for PendingCall<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PendingCall").field(&E::NAME).finish()
    }
}

/// The outcome, with what still gives the call up; or why it was not waited for any longer.
type Waited<E, R> = Result<(Result<<E as Endpoint>::Response>, Cancel), (R, Option<BootpayError>)>;

/// Cancels a call.
#[derive(Clone)]
pub struct Cancel(Option<Running>);

#[derive(Clone)]
struct Running {
    endpoint: &'static str,
    state: Arc<ClientState>,
    control: Arc<Control>,
    task: AbortHandle,
}

impl Cancel {
    /// Aborts the call and returns `None` if it cannot have any effect.
    ///
    /// A write or money call whose request was sent completes in the background instead. Its attempt stays
    /// in [`Bootpay::unresolved`], and is in the returned error of kind `OutcomeUnknown`, to be raised
    /// instead.
    pub fn cancel(&self) -> Option<BootpayError> {
        let running = self.0.as_ref().filter(|running| running.state.is_ours())?;
        let Some(attempt) = running.control.abandon(&running.state.unresolved) else {
            running.task.abort();
            return None;
        };
        let error = BootpayError::new(ErrorKind::OutcomeUnknown, "cancelled by the caller after the request was sent");
        Some(error.with_attempt(attempt).at(running.endpoint))
    }
}

impl fmt::Debug for Cancel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cancel")
    }
}

/// A task makes the call.
fn launch<E: Endpoint>(
    session: Result<Session>,
    observed: Option<Observation>,
    request: E,
    done: impl FnOnce(Result<E::Response>) + Send + 'static,
) -> Cancel {
    match session {
        Ok(session) => {
            let (state, control) = (Arc::clone(&session.state), Arc::clone(&session.control));
            finish_in_task::<E>(state, control, observed, done, async move {
                let outcome = request.run(&session).await.map_err(|error| session.describe(error));
                outcome.map_err(|error| if E::EFFECT.changes() { before_change(error) } else { error })
            })
        }
        Err(error) => {
            let outcome = Err(error);
            if let Some(observed) = observed {
                observed.end(&outcome);
            }
            done(outcome);
            Cancel(None)
        }
    }
}

fn finish_in_task<E: Endpoint>(
    state: Arc<ClientState>,
    control: Arc<Control>,
    observed: Option<Observation>,
    done: impl FnOnce(Result<E::Response>) + Send + 'static,
    exchanges: impl Future<Output = Result<E::Response>> + Send + 'static,
) -> Cancel {
    let completion = Completion {
        done: Some(done),
        endpoint: E::NAME,
        state: Arc::clone(&state),
        control: Arc::clone(&control),
        observed,
        reply: PhantomData,
    };
    let task = state.executor.spawn(Box::pin(async move { completion.finish(exchanges.await) }));
    Cancel(Some(Running { endpoint: E::NAME, state, control, task }))
}

fn prepare<E: Endpoint>(
    client: &Bootpay,
    request: &E,
    timeout: Option<Timeout>,
) -> (Result<Session>, Option<Observation>) {
    let control = Arc::default();
    let observed = client.observe::<E>(&control);
    let trace = observed.as_ref().map(Observation::trace);
    let begin = || {
        request
            .check("")
            .and_then(|()| timeout.check(in_errors("timeout", "timeoutMs")))
            .map_err(BootpayError::invalid)?;
        let (state, settings) = (client.state()?, client.settings());
        let default = if E::EFFECT.changes() { settings.money_timeout } else { settings.timeout };
        Ok(Session {
            settings: Arc::clone(settings),
            state,
            endpoint: E::NAME,
            effect: E::EFFECT,
            connection: if E::OWN_CONNECTIONS { Connection::Own } else { Connection::Pooled },
            begun: Instant::now(),
            budget: timeout.and_then(|timeout| timeout.get()).unwrap_or(default),
            control,
            trace,
            receipt_id: OnceLock::new(),
        })
    };
    (begin().map_err(|error: BootpayError| error.at(E::NAME)), observed)
}

/// In a call that changes something, a read that fails comes before anything was asked for.
fn before_change(error: BootpayError) -> BootpayError {
    match error.kind {
        ErrorKind::UnexpectedResponse | ErrorKind::Unavailable => error.into_not_sent(),
        _ => error,
    }
}

/// Tells the caller the outcome, whatever happens to the task.
struct Completion<T, D: FnOnce(Result<T>)> {
    done: Option<D>,
    endpoint: &'static str,
    state: Arc<ClientState>,
    control: Arc<Control>,
    observed: Option<Observation>,
    reply: PhantomData<fn() -> T>,
}

impl<T, D: FnOnce(Result<T>)> Completion<T, D> {
    fn finish(mut self, outcome: Result<T>) {
        if let Some(done) = self.done.take() {
            let outcome = outcome.map_err(|error| error.at(self.endpoint));
            if let Some(observed) = self.observed.take() {
                observed.end(&outcome);
            }
            done(outcome);
        }
    }
}

impl<T, D: FnOnce(Result<T>)> Drop for Completion<T, D> {
    fn drop(&mut self) {
        if let Some(done) = self.done.take() {
            let outcome = Err(aborted(&self.state, &self.control).at(self.endpoint));
            match self.observed.take() {
                // Aborted by its caller, before anything was sent.
                Some(observed) if self.control.attempt().is_none() && !thread::panicking() => drop(observed),
                Some(observed) => observed.end(&outcome),
                None => {}
            }
            done(outcome);
        }
    }
}

fn aborted(state: &ClientState, control: &Control) -> BootpayError {
    control.record_abort(&state.unresolved);
    match control.attempt() {
        Some(attempt) => {
            let detail = if thread::panicking() { PANIC } else { "the call was aborted after its request was sent" };
            BootpayError::new(ErrorKind::OutcomeUnknown, detail).with_attempt(attempt)
        }
        None => {
            BootpayError::new(ErrorKind::NotSent, if thread::panicking() { PANIC } else { "cancelled by the caller" })
        }
    }
}

const PANIC: &str = "the call was aborted by a panic in the client, which is a defect: please report it";

/// The client's thread ended with the call, which only a panic in it can cause.
fn gone<E: Endpoint>() -> BootpayError {
    let kind = if E::EFFECT.changes() { ErrorKind::OutcomeUnknown } else { ErrorKind::Unavailable };
    BootpayError::new(kind, "the call was aborted").at(E::NAME)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::Violation,
        client::endpoint::Target,
        http::route::{Accepts, Route, Verb},
        model::{ClientOptions, Credentials, GetReceipt, Receipt},
    };

    /// A read that panics, and a change that does after its request was sent.
    struct Reads;
    struct Changes;

    impl Check for Reads {
        fn check(&self, _: &str) -> std::result::Result<(), Violation> {
            Ok(())
        }
    }

    impl Check for Changes {
        fn check(&self, _: &str) -> std::result::Result<(), Violation> {
            Ok(())
        }
    }

    impl Endpoint for Reads {
        type Response = Receipt;
        const NAME: &'static str = "tests.read";
        const EFFECT: Effect = Effect::Read;
        const OWN_CONNECTIONS: bool = false;
        async fn run(self, _: &Session) -> Result<Receipt> {
            panic!("a defect")
        }
    }

    impl Endpoint for Changes {
        type Response = Receipt;
        const NAME: &'static str = "tests.change";
        const EFFECT: Effect = Effect::Money;
        const OWN_CONNECTIONS: bool = true;
        async fn run(self, session: &Session) -> Result<Receipt> {
            const ROUTE: Route = Route { verb: Verb::POST, path: "/v2/cancel", headers: &[], accepts: Accepts::Any };
            let shows = |_: &Receipt| panic!("a defect");
            session.change(ROUTE, &GetReceipt::new("r-1"), Target::default(), None, shows).await
        }
    }

    #[test]
    fn a_panic_is_an_error_that_says_what_became_of_the_request() {
        let server = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", server.local_addr().unwrap());
        let credentials = Credentials::new().client_key("key").secret_key("secret");
        let client = Bootpay::with_options(credentials, ClientOptions::new().base_url(url)).unwrap();
        thread::spawn(move || {
            for connection in server.incoming().flatten() {
                let body = r#"{"receipt_id":"r-1","price":1000,"status":1}"#;
                let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length:";
                let mut bytes = [0; 4096];
                let _ = std::io::Read::read(&mut &connection, &mut bytes);
                let _ = std::io::Write::write_all(
                    &mut &connection,
                    format!("{head} {}\r\n\r\n{body}", body.len()).as_bytes(),
                );
            }
        });
        let read = PendingCall::new(&client, Reads).wait().unwrap_err();
        assert_eq!((read.kind, &*read.detail), (ErrorKind::Unavailable, PANIC));
        let change = PendingCall::new(&client, Changes).wait().unwrap_err();
        assert_eq!((change.kind, &*change.detail), (ErrorKind::OutcomeUnknown, PANIC));
        assert_eq!(client.unresolved(), [change.attempt.clone().unwrap()]);
        // It works on, also where somebody else runs the loop.
        let (sender, receiver) = mpsc::channel();
        PendingCall::new(&client, Reads).start(move |outcome| sender.send(outcome).unwrap());
        assert_eq!(receiver.recv().unwrap().unwrap_err().detail, PANIC);
    }
}
