//! Pending calls, and their cancellation.

use std::{
    convert::Infallible,
    fmt,
    future::Future,
    marker::PhantomData,
    mem,
    pin::Pin,
    sync::{Arc, mpsc},
    task::{Context, Poll},
    time::Duration,
};

use tokio::{
    sync::oneshot,
    task::AbortHandle,
    time::{Instant, timeout},
};

use super::{Bootpay, control::Control, driver, event_loop::EventLoop, live::Live, session::Session};
use crate::{
    check::Check,
    endpoint::{Effect, Endpoint},
    error::{BootpayError, Result},
    model::ErrorKind,
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
    Ready {
        client: Bootpay,
        request: E,
        timeout: Option<Timeout>,
    },
    /// A task makes it.
    Running {
        reply: oneshot::Receiver<Result<E::Reply>>,
        cancel: Cancel,
    },
    /// Who waits for it makes it.
    Here {
        exchanges: Exchanges<E>,
        live: Arc<Live>,
    },
    Over,
}

type Exchanges<E> = Pin<Box<dyn Future<Output = Result<<E as Endpoint>::Reply>> + Send>>;

impl<E: Endpoint> PendingCall<E> {
    pub(crate) fn new(client: &Bootpay, request: E) -> Self {
        Self(State::Ready { client: client.clone(), request, timeout: None })
    }

    /// Sets the total timeout of this call, instead of the client's default. Has no effect after the call
    /// has started.
    pub fn timeout(mut self, duration: impl Into<Timeout>) -> Self {
        if let State::Ready { timeout, .. } = &mut self.0 {
            *timeout = Some(duration.into());
        }
        self
    }

    /// Waits for the response, without a runtime. Must not be called in an async task.
    pub fn wait(self) -> Result<E::Reply> {
        match self.wait_unless(Timeout::MAX, || None::<Infallible>) {
            Ok((outcome, _)) => outcome,
            Err((never, _)) => match never {},
        }
    }

    /// Waits for the response and calls `stop` every `interval`. If `stop` returns a reason, cancels the
    /// call as by [`Cancel::cancel`] and returns the reason as `Err`. Returns the outcome together with a
    /// [`Cancel`], for a caller that may fail to deliver it.
    pub fn wait_unless<R>(mut self, interval: Duration, stop: impl FnMut() -> Option<R>) -> Waited<E, R> {
        if driver::is_this_thread() {
            let detail = "must not wait for a call on the client's own thread, which makes the call";
            return Ok((Err(BootpayError::new(ErrorKind::Config, detail).at(E::NAME)), Cancel(None)));
        }
        if E::EFFECT == Effect::Read {
            self.begin_where(|live| live.driver.event_loop().is_some());
        }
        if let State::Here { live, .. } = &self.0 {
            let live = Arc::clone(live);
            if let Some(event_loop) = live.driver.event_loop() {
                return self.wait_here(event_loop, &live, interval, stop);
            }
        }
        self.wait_aside(interval, stop)
    }

    /// Runs the loop that makes the call, which only reads: what moves money is not in the hands of a
    /// thread that signals or a debugger may stop.
    fn wait_here<R>(
        mut self,
        event_loop: &EventLoop,
        live: &Live,
        interval: Duration,
        mut stop: impl FnMut() -> Option<R>,
    ) -> Waited<E, R> {
        loop {
            if let Ok(outcome) = event_loop.run(async { timeout(interval, &mut self).await }) {
                return Ok((outcome, Cancel(None)));
            }
            let reason = stop();
            if !live.is_ours() {
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
    pub fn start(mut self, done: impl FnOnce(Result<E::Reply>) + Send + 'static) -> Cancel {
        match mem::replace(&mut self.0, State::Over) {
            State::Ready { client, request, timeout } => {
                let session = prepare(&client, &request, timeout);
                launch(session, request, done)
            }
            State::Running { mut reply, cancel } => {
                match &cancel.0 {
                    // The parent's, who goes on with it.
                    Some(Running { live, .. }) if !live.is_ours() => done(Err(gone::<E>())),
                    Some(Running { live, .. }) => {
                        let running = Arc::clone(live);
                        let forward = async move {
                            done(reply.await.unwrap_or_else(|_| Err(gone::<E>())));
                            drop(running);
                        };
                        live.driver.spawn(Box::pin(forward));
                    }
                    None => done(reply.try_recv().unwrap_or_else(|_| Err(gone::<E>()))),
                }
                cancel
            }
            State::Here { exchanges, live } => finish_in_task::<E>(live, Arc::default(), done, exchanges),
            State::Over => {
                done(Err(gone::<E>()));
                Cancel(None)
            }
        }
    }

    /// Starts the call if it has not started, and returns its [`Cancel`], which has an effect after its end
    /// too: see [`start`](Self::start).
    pub(crate) fn begin(&mut self) -> Cancel {
        self.begin_where(|live| live.driver.is_given())
    }

    /// What only reads is made by who waits for it, where it can be; it ends when they stop waiting.
    fn begin_where(&mut self, can_be_here: impl FnOnce(&Live) -> bool) -> Cancel {
        self.0 = match mem::replace(&mut self.0, State::Over) {
            State::Ready { client, request, timeout } => match prepare(&client, &request, timeout) {
                Ok(session) if E::EFFECT == Effect::Read && can_be_here(&session.live) => {
                    let live = Arc::clone(&session.live);
                    let exchanges = async move { request.run(&session).await.map_err(|error| error.at(E::NAME)) };
                    State::Here { exchanges: Box::pin(exchanges), live }
                }
                session => {
                    let (sender, reply) = oneshot::channel();
                    let cancel = launch(session, request, move |outcome| drop(sender.send(outcome)));
                    State::Running { reply, cancel }
                }
            },
            begun => begun,
        };
        match &self.0 {
            State::Running { cancel, .. } => cancel.clone(),
            State::Ready { .. } | State::Here { .. } | State::Over => Cancel(None),
        }
    }
}

impl<E: Endpoint> Future for PendingCall<E> {
    type Output = Result<E::Reply>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.begin();
        let polled = match &mut self.0 {
            State::Running { reply, .. } => {
                Pin::new(reply).poll(context).map(|outcome| outcome.unwrap_or_else(|_| Err(gone::<E>())))
            }
            State::Here { exchanges, live } => {
                let _entered = live.driver.handle().enter();
                exchanges.as_mut().poll(context)
            }
            State::Ready { .. } | State::Over => panic!("polled after its end"),
        };
        if polled.is_ready() {
            self.0 = State::Over;
        }
        polled
    }
}

// Nothing in it is pinned: the reply's receiver and the request may move.
impl<E: Endpoint> Unpin for PendingCall<E> {}

impl<E: Endpoint> Drop for PendingCall<E> {
    fn drop(&mut self) {
        match mem::replace(&mut self.0, State::Over) {
            State::Running { cancel, .. } => drop(cancel.cancel()),
            // What is cut short gives its connection back, for which the runtime must be known.
            State::Here { exchanges, live } if live.is_ours() => {
                let _entered = live.driver.handle().enter();
                drop(exchanges);
            }
            State::Here { exchanges, .. } => mem::forget(exchanges),
            State::Ready { .. } | State::Over => {}
        }
    }
}

impl<E: Endpoint> fmt::Debug for PendingCall<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PendingCall").field(&E::NAME).finish()
    }
}

/// The outcome, with what still gives the call up; or why it was not waited for any longer.
type Waited<E, R> = Result<(Result<<E as Endpoint>::Reply>, Cancel), (R, Option<BootpayError>)>;

/// Cancels a call.
#[derive(Clone)]
pub struct Cancel(Option<Running>);

#[derive(Clone)]
struct Running {
    endpoint: &'static str,
    live: Arc<Live>,
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
        let running = self.0.as_ref().filter(|running| running.live.is_ours())?;
        let Some(attempt) = running.control.abandon(&running.live.ledger) else {
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
    request: E,
    done: impl FnOnce(Result<E::Reply>) + Send + 'static,
) -> Cancel {
    match session {
        Ok(session) => {
            let (live, control) = (Arc::clone(&session.live), Arc::clone(&session.control));
            finish_in_task::<E>(live, control, done, async move {
                let outcome = request.run(&session).await;
                outcome.map_err(|error| if E::EFFECT.changes() { before_change(error) } else { error })
            })
        }
        Err(error) => {
            done(Err(error));
            Cancel(None)
        }
    }
}

fn finish_in_task<E: Endpoint>(
    live: Arc<Live>,
    control: Arc<Control>,
    done: impl FnOnce(Result<E::Reply>) + Send + 'static,
    exchanges: impl Future<Output = Result<E::Reply>> + Send + 'static,
) -> Cancel {
    let completion = Completion {
        done: Some(done),
        endpoint: E::NAME,
        live: Arc::clone(&live),
        control: Arc::clone(&control),
        reply: PhantomData,
    };
    let task = live.driver.spawn(Box::pin(async move { completion.finish(exchanges.await) }));
    Cancel(Some(Running { endpoint: E::NAME, live, control, task }))
}

fn prepare<E: Endpoint>(client: &Bootpay, request: &E, timeout: Option<Timeout>) -> Result<Session> {
    let begin = || {
        request.check("").and_then(|()| timeout.check("timeout")).map_err(BootpayError::invalid)?;
        let (live, settings) = (client.live()?, client.settings());
        let default = if E::EFFECT.changes() { settings.money_timeout } else { settings.timeout };
        Ok(Session {
            settings: Arc::clone(settings),
            live,
            endpoint: E::NAME,
            effect: E::EFFECT,
            begun: Instant::now(),
            budget: timeout.and_then(|timeout| timeout.get()).unwrap_or(default),
            control: Arc::default(),
        })
    };
    begin().map_err(|error: BootpayError| error.at(E::NAME))
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
    live: Arc<Live>,
    control: Arc<Control>,
    reply: PhantomData<fn() -> T>,
}

impl<T, D: FnOnce(Result<T>)> Completion<T, D> {
    fn finish(mut self, outcome: Result<T>) {
        if let Some(done) = self.done.take() {
            done(outcome.map_err(|error| error.at(self.endpoint)));
        }
    }
}

impl<T, D: FnOnce(Result<T>)> Drop for Completion<T, D> {
    fn drop(&mut self) {
        if let Some(done) = self.done.take() {
            done(Err(broken_off(&self.live, &self.control).at(self.endpoint)));
        }
    }
}

fn broken_off(live: &Live, control: &Control) -> BootpayError {
    control.broke_off(&live.ledger);
    match control.attempt() {
        Some(attempt) => {
            BootpayError::new(ErrorKind::OutcomeUnknown, "the call was aborted after its request was sent")
                .with_attempt(attempt)
        }
        None => BootpayError::new(ErrorKind::NotSent, "cancelled by the caller"),
    }
}

/// The client's thread ended with the call, which only a panic in it can cause.
fn gone<E: Endpoint>() -> BootpayError {
    let kind = if E::EFFECT.changes() { ErrorKind::OutcomeUnknown } else { ErrorKind::Unavailable };
    BootpayError::new(kind, "the call was aborted").at(E::NAME)
}
