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
    any::Any,
    convert::Infallible,
    fmt,
    future::Future,
    marker::PhantomData,
    mem,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::{Arc, OnceLock, mpsc},
    task::{Context, Poll, ready},
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
pub struct PendingCall<E: Endpoint> {
    call: AnyCall,
    endpoint: PhantomData<fn() -> E>,
}

/// A call of any endpoint, for the binding crates: what waits for it is compiled once, and not once an endpoint.
#[doc(hidden)]
#[must_use = "a call starts when it is waited for"]
pub struct AnyCall {
    row: &'static Row,
    state: State,
}

/// The response of a call, a `Box` of its endpoint's type.
#[doc(hidden)]
pub type AnyResponse = Box<dyn Any + Send>;

/// What a call's row of the table says of it.
struct Row {
    name: &'static str,
    effect: Effect,
    own_connections: bool,
}

impl Row {
    const fn of<E: Endpoint>() -> &'static Self {
        const { &Self { name: E::NAME, effect: E::EFFECT, own_connections: E::OWN_CONNECTIONS } }
    }
}

/// A request of any endpoint.
trait Request: Check + Send {
    /// Makes the exchanges of the call.
    fn run(self: Box<Self>, session: Session) -> Exchanges;
}

impl<E: Endpoint> Request for E {
    fn run(self: Box<Self>, session: Session) -> Exchanges {
        Box::pin(async move {
            match Endpoint::run(*self, &session).await {
                Ok(response) => Ok(response as AnyResponse),
                Err(error) => Err(session.describe(error)),
            }
        })
    }
}

enum State {
    NotStarted {
        client: Bootpay,
        request: Box<dyn Request>,
        timeout: Option<Timeout>,
    },
    /// A task of the client's event loop makes the call.
    Spawned {
        reply: oneshot::Receiver<Result<AnyResponse>>,
        cancel: Cancel,
    },
    /// The caller makes the call while it waits: read-only calls.
    Inline {
        exchanges: Exchanges,
        observed: Option<Observation>,
        state: Arc<ClientState>,
    },
    Finished,
}

type Exchanges = Pin<Box<dyn Future<Output = Result<AnyResponse>> + Send>>;
type Done = Box<dyn FnOnce(Result<AnyResponse>) + Send>;

impl<E: Endpoint> PendingCall<E> {
    pub(crate) fn new(client: &Bootpay, request: E) -> Self {
        let state = State::NotStarted { client: client.clone(), request: Box::new(request), timeout: None };
        Self { call: AnyCall { row: Row::of::<E>(), state }, endpoint: PhantomData }
    }

    /// Sets the total timeout of this call, instead of the client's default. Has no effect after the call
    /// has started.
    pub fn timeout(mut self, duration: impl Into<Timeout>) -> Self {
        self.call = self.call.timeout(duration.into());
        self
    }

    /// Returns the call without the type of its response, for the binding crates.
    #[doc(hidden)]
    pub fn __erased(self) -> AnyCall {
        self.call
    }

    /// Waits for the response, without a runtime. Must not be called in an async task.
    pub fn wait(self) -> Result<E::Response> {
        self.call.wait().map(__response)
    }

    /// Waits for the response and calls `stop` every `interval`. If `stop` returns a reason, cancels the
    /// call as by [`Cancel::cancel`] and returns the reason as `Err`. Returns the outcome together with a
    /// [`Cancel`], for a caller that may fail to deliver it.
    pub fn wait_unless<R>(self, interval: Duration, stop: impl FnMut() -> Option<R>) -> Waited<E::Response, R> {
        let (outcome, cancel) = self.call.wait_unless(interval, stop)?;
        Ok((outcome.map(__response), cancel))
    }

    /// Starts the call. Calls `done` with the outcome exactly once: on the client's thread, or immediately
    /// on this one if the call cannot start.
    ///
    /// Cancelling still has an effect after `done` was called, since the outcome may not have been
    /// delivered.
    pub fn start(self, done: impl FnOnce(Result<E::Response>) + Send + 'static) -> Cancel {
        self.call.start(Box::new(|outcome| done(outcome.map(__response))))
    }
}

/// Returns the response with the type that its endpoint gave it, for the binding crates.
#[doc(hidden)]
pub fn __response<T: 'static>(response: AnyResponse) -> T {
    *response.downcast().expect("the response has the type of its endpoint")
}

impl AnyCall {
    /// Returns the name of its endpoint.
    pub fn name(&self) -> &'static str {
        self.row.name
    }

    /// As [`PendingCall::timeout`].
    pub fn timeout(mut self, duration: Timeout) -> Self {
        if let State::NotStarted { timeout, .. } = &mut self.state {
            *timeout = Some(duration);
        }
        self
    }

    /// Sends the event of this call to `listener`. Has no effect after the call has started.
    pub fn listening(mut self, listener: Arc<dyn CallListener>) -> Self {
        if let State::NotStarted { client, .. } = &mut self.state {
            *client = client.clone().__listening(listener);
        }
        self
    }

    /// As [`PendingCall::wait`].
    pub fn wait(self) -> Result<AnyResponse> {
        match self.wait_unless(Timeout::MAX, || None::<Infallible>) {
            Ok((outcome, _)) => outcome,
            Err((never, _)) => match never {},
        }
    }

    /// As [`PendingCall::wait_unless`].
    pub fn wait_unless<R>(mut self, interval: Duration, stop: impl FnMut() -> Option<R>) -> Waited<AnyResponse, R> {
        if this_thread::is_executor() {
            let detail = "must not wait for a call on the client's own thread, which makes the call";
            return Ok((Err(BootpayError::new(ErrorKind::Config, detail).at(self.row.name)), Cancel(None)));
        }
        if self.row.effect == Effect::Read {
            self.begin_where(|state| state.executor.event_loop().is_some());
        }
        if let State::Inline { state, .. } = &self.state {
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
    ) -> Waited<AnyResponse, R> {
        loop {
            if let Ok(outcome) = event_loop.run(async { timeout(interval, &mut self).await }) {
                return Ok((outcome, Cancel(None)));
            }
            let reason = stop();
            if !state.is_ours() {
                // This is a child that was forked in there: the parent goes on with the call.
                let gone = gone(self.row);
                mem::forget(self);
                return reason.map_or_else(|| Ok((Err(gone), Cancel(None))), |reason| Err((reason, None)));
            }
            if let Some(reason) = reason {
                return Err((reason, None));
            }
        }
    }

    /// Waits for who makes the call.
    fn wait_aside<R>(self, interval: Duration, mut stop: impl FnMut() -> Option<R>) -> Waited<AnyResponse, R> {
        let row = self.row;
        let (sender, receiver) = mpsc::sync_channel(1);
        let cancel = self.start(Box::new(move |outcome| drop(sender.send(outcome))));
        loop {
            match receiver.recv_timeout(interval) {
                Ok(outcome) => return Ok((outcome, cancel)),
                Err(mpsc::RecvTimeoutError::Disconnected) => return Ok((Err(gone(row)), cancel)),
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    if let Some(reason) = stop() {
                        return Err((reason, cancel.cancel()));
                    }
                }
            }
        }
    }

    /// As [`PendingCall::start`].
    pub fn start(mut self, done: Done) -> Cancel {
        let row = self.row;
        match mem::replace(&mut self.state, State::Finished) {
            State::NotStarted { client, request, timeout } => {
                let (session, observed) = prepare(row, &client, &*request, timeout);
                launch(row, session, observed, request, done)
            }
            State::Spawned { mut reply, cancel } => {
                match &cancel.0 {
                    // The parent's, who goes on with it.
                    Some(Running { state, .. }) if !state.is_ours() => done(Err(gone(row))),
                    Some(Running { state, .. }) => {
                        let running = Arc::clone(state);
                        let forward = async move {
                            done(reply.await.unwrap_or_else(|_| Err(gone(row))));
                            drop(running);
                        };
                        state.executor.spawn(Box::pin(forward));
                    }
                    None => done(reply.try_recv().unwrap_or_else(|_| Err(gone(row)))),
                }
                cancel
            }
            State::Inline { exchanges, observed, state } => {
                finish_in_task(row, state, Arc::default(), observed, done, exchanges)
            }
            State::Finished => {
                done(Err(gone(row)));
                Cancel(None)
            }
        }
    }

    /// Starts the call if it has not started, and returns its [`Cancel`], which has an effect after its end
    /// too: see [`PendingCall::start`].
    pub(crate) fn begin(&mut self) -> Cancel {
        self.begin_where(|state| state.executor.is_given())
    }

    /// Read-only calls are made by their caller, if `can_be_here`; they end when the caller stops waiting.
    fn begin_where(&mut self, can_be_here: fn(&ClientState) -> bool) -> Cancel {
        let row = self.row;
        self.state = match mem::replace(&mut self.state, State::Finished) {
            State::NotStarted { client, request, timeout } => match prepare(row, &client, &*request, timeout) {
                (Ok(session), observed) if row.effect == Effect::Read && can_be_here(&session.state) => {
                    let state = Arc::clone(&session.state);
                    State::Inline { exchanges: request.run(session), observed, state }
                }
                (session, observed) => {
                    let (sender, reply) = oneshot::channel();
                    let done = move |outcome| drop(sender.send(outcome));
                    let cancel = launch(row, session, observed, request, Box::new(done));
                    State::Spawned { reply, cancel }
                }
            },
            begun => begun,
        };
        match &self.state {
            State::Spawned { cancel, .. } => cancel.clone(),
            State::NotStarted { .. } | State::Inline { .. } | State::Finished => Cancel(None),
        }
    }
}

impl<E: Endpoint> Future for PendingCall<E> {
    type Output = Result<E::Response>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(ready!(Pin::new(&mut self.call).poll(context)).map(__response))
    }
}

impl Future for AnyCall {
    type Output = Result<AnyResponse>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.begin();
        let row = self.row;
        let polled = match &mut self.state {
            State::Spawned { reply, .. } => {
                Pin::new(reply).poll(context).map(|outcome| outcome.unwrap_or_else(|_| Err(gone(row))))
            }
            State::Inline { exchanges, observed, state } => {
                let _entered = state.executor.handle().enter();
                // As in a task: whoever waits is told, and has no panic of ours to handle.
                let polled = catch_unwind(AssertUnwindSafe(|| exchanges.as_mut().poll(context))).unwrap_or_else(|_| {
                    Poll::Ready(Err(BootpayError::new(ErrorKind::Unavailable, PANIC).at(row.name)))
                });
                if let Poll::Ready(outcome) = &polled
                    && let Some(observed) = observed.take()
                {
                    observed.end(outcome);
                }
                polled
            }
            State::NotStarted { .. } | State::Finished => panic!("polled after its end"),
        };
        if polled.is_ready() {
            self.state = State::Finished;
        }
        polled
    }
}

impl Drop for AnyCall {
    fn drop(&mut self) {
        match mem::replace(&mut self.state, State::Finished) {
            State::Spawned { cancel, .. } => drop(cancel.cancel()),
            // What is cut short gives its connection back, for which the runtime must be known.
            State::Inline { exchanges, observed, state } if state.is_ours() => {
                let _entered = state.executor.handle().enter();
                drop((exchanges, observed));
            }
            State::Inline { exchanges, observed, .. } => mem::forget((exchanges, observed)),
            State::NotStarted { .. } | State::Finished => {}
        }
    }
}

impl<E: Endpoint> fmt::Debug for PendingCall<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PendingCall").field(&E::NAME).finish()
    }
}

impl fmt::Debug for AnyCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AnyCall").field(&self.row.name).finish()
    }
}

/// The outcome, with what still gives the call up; or why it was not waited for any longer.
type Waited<T, R> = Result<(Result<T>, Cancel), (R, Option<BootpayError>)>;

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
fn launch(
    row: &'static Row,
    session: Result<Session>,
    observed: Option<Observation>,
    request: Box<dyn Request>,
    done: Done,
) -> Cancel {
    match session {
        Ok(session) => {
            let (state, control) = (Arc::clone(&session.state), Arc::clone(&session.control));
            finish_in_task(row, state, control, observed, done, request.run(session))
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

fn finish_in_task(
    row: &'static Row,
    state: Arc<ClientState>,
    control: Arc<Control>,
    observed: Option<Observation>,
    done: Done,
    exchanges: Exchanges,
) -> Cancel {
    let completion =
        Completion { done: Some(done), row, state: Arc::clone(&state), control: Arc::clone(&control), observed };
    let task = state.executor.spawn(Box::pin(async move { completion.finish(exchanges.await) }));
    Cancel(Some(Running { endpoint: row.name, state, control, task }))
}

fn prepare(
    row: &'static Row,
    client: &Bootpay,
    request: &dyn Request,
    timeout: Option<Timeout>,
) -> (Result<Session>, Option<Observation>) {
    let control = Arc::default();
    let observed = client.observe(row.name, row.effect, &control);
    let trace = observed.as_ref().map(Observation::trace);
    let begin = || {
        request
            .check("")
            .and_then(|()| timeout.check(in_errors("timeout", "timeoutMs", "timeout")))
            .map_err(BootpayError::invalid)?;
        let (state, settings) = (client.state()?, client.settings());
        let default = if row.effect.changes() { settings.money_timeout } else { settings.timeout };
        Ok(Session {
            settings: Arc::clone(settings),
            state,
            endpoint: row.name,
            effect: row.effect,
            connection: if row.own_connections { Connection::Own } else { Connection::Pooled },
            begun: Instant::now(),
            budget: timeout.and_then(|timeout| timeout.get()).unwrap_or(default),
            control,
            trace,
            receipt_id: OnceLock::new(),
        })
    };
    (begin().map_err(|error: BootpayError| error.at(row.name)), observed)
}

/// In a call that changes something, a read that fails comes before anything was asked for.
fn before_change(error: BootpayError) -> BootpayError {
    match error.kind {
        ErrorKind::UnexpectedResponse | ErrorKind::Unavailable => error.into_not_sent(),
        _ => error,
    }
}

/// Tells the caller the outcome, whatever happens to the task.
struct Completion {
    done: Option<Done>,
    row: &'static Row,
    state: Arc<ClientState>,
    control: Arc<Control>,
    observed: Option<Observation>,
}

impl Completion {
    fn finish(mut self, outcome: Result<AnyResponse>) {
        if let Some(done) = self.done.take() {
            let outcome = outcome.map_err(|error| {
                let error = if self.row.effect.changes() { before_change(error) } else { error };
                error.at(self.row.name)
            });
            if let Some(observed) = self.observed.take() {
                observed.end(&outcome);
            }
            done(outcome);
        }
    }
}

impl Drop for Completion {
    fn drop(&mut self) {
        if let Some(done) = self.done.take() {
            let outcome = Err(aborted(&self.state, &self.control).at(self.row.name));
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
fn gone(row: &Row) -> BootpayError {
    let kind = if row.effect.changes() { ErrorKind::OutcomeUnknown } else { ErrorKind::Unavailable };
    BootpayError::new(kind, "the call was aborted").at(row.name)
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
        async fn run(self, _: &Session) -> Result<Box<Receipt>> {
            panic!("a defect")
        }
    }

    impl Endpoint for Changes {
        type Response = Receipt;
        const NAME: &'static str = "tests.change";
        const EFFECT: Effect = Effect::Money;
        const OWN_CONNECTIONS: bool = true;
        async fn run(self, session: &Session) -> Result<Box<Receipt>> {
            const ROUTE: Route = Route { verb: Verb::POST, path: "/v2/cancel", headers: &[], accepts: Accepts::Any };
            let shows = |_: &Receipt| panic!("a defect");
            session.change_boxed(ROUTE, &GetReceipt::new("r-1"), Target::default(), None, shows).await
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
