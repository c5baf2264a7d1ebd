//! One event for each call, for whoever listens; without a listener, nothing is measured.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU16, AtomicU32, Ordering},
    },
    time::Instant,
};

use crate::{
    client::{control::Control, endpoint::Effect},
    error::Result,
    model::{CallEffect, CallEvent, CallOutcome, ErrorKind},
};

/// Receives one event for each call of a client, at its end.
///
/// It is called on the thread that makes the call, before the caller gets the outcome: it must return soon, and
/// must not wait for a call of the client. A failure of its own is ignored.
#[cfg_attr(feature = "__uniffi", uniffi::export(with_foreign))]
pub trait CallListener: Send + Sync {
    /// Receives the event of a call that has ended. A call that completes in the background, after its caller
    /// has cancelled it, sends its event then.
    fn on_call(&self, event: CallEvent);
}

impl<F: Fn(CallEvent) + Send + Sync> CallListener for F {
    fn on_call(&self, event: CallEvent) {
        self(event);
    }
}

/// The exchanges of one call, as its event counts them.
#[derive(Default)]
pub(crate) struct Trace {
    tries: AtomicU32,
    /// 0 before there is a response.
    status: AtomicU16,
    reused: AtomicBool,
}

impl Trace {
    /// Counts a request.
    pub(crate) fn count(&self) {
        self.tries.fetch_add(1, Ordering::Relaxed);
        self.reused.store(false, Ordering::Relaxed);
    }

    /// Notes a response.
    pub(crate) fn note(&self, status: u16, reused: bool) {
        self.status.store(status, Ordering::Relaxed);
        self.reused.store(reused, Ordering::Relaxed);
    }
}

/// A call that somebody listens to. It sends its event at its end; dropped before, the call was cancelled.
pub(crate) struct Observation {
    listener: Option<Arc<dyn CallListener>>,
    endpoint: &'static str,
    effect: Effect,
    begun: Instant,
    trace: Arc<Trace>,
    control: Arc<Control>,
    ended: bool,
}

impl Observation {
    /// Observes a call, if anybody listens.
    pub(crate) fn begin(
        listener: Option<&Arc<dyn CallListener>>,
        endpoint: &'static str,
        effect: Effect,
        control: &Arc<Control>,
    ) -> Option<Self> {
        (listener.is_some() || tracing_listens()).then(|| Self {
            listener: listener.cloned(),
            endpoint,
            effect,
            begun: Instant::now(),
            trace: Arc::default(),
            control: Arc::clone(control),
            ended: false,
        })
    }

    pub(crate) fn trace(&self) -> Arc<Trace> {
        Arc::clone(&self.trace)
    }

    /// Sends the event of a call that has this outcome.
    pub(crate) fn end<T>(mut self, outcome: &Result<T>) {
        self.ended = true;
        let mut event = self.event(CallOutcome::Done);
        if let Err(error) = outcome {
            let unknown = error.kind == ErrorKind::OutcomeUnknown;
            event.outcome = if unknown { CallOutcome::Unknown } else { CallOutcome::Failed };
            event.kind = Some(error.kind);
            event.status = error.status.or(event.status);
            event.code.clone_from(&error.code);
            let attempt = error.attempt.as_ref().map(|attempt| attempt.id.clone());
            event.attempt_id = attempt.or(event.attempt_id);
        }
        self.send(event);
    }

    fn event(&self, outcome: CallOutcome) -> CallEvent {
        let Trace { tries, status, reused } = &*self.trace;
        CallEvent {
            endpoint: self.endpoint.to_owned(),
            effect: match self.effect {
                Effect::Read => CallEffect::Read,
                Effect::Write => CallEffect::Write,
                Effect::Money => CallEffect::Money,
            },
            outcome,
            kind: None,
            status: Some(status.load(Ordering::Relaxed)).filter(|status| *status > 0).map(i64::from),
            code: None,
            milliseconds: self.begun.elapsed().as_millis().try_into().unwrap_or(i64::MAX),
            tries: tries.load(Ordering::Relaxed).into(),
            attempt_id: self.control.attempt().map(|attempt| attempt.id),
            connection_reused: reused.load(Ordering::Relaxed),
        }
    }

    fn send(&self, event: CallEvent) {
        // A defect of who listens must not become one of the call.
        drop(catch_unwind(AssertUnwindSafe(|| trace_event(&event))));
        if let Some(listener) = &self.listener {
            drop(catch_unwind(AssertUnwindSafe(|| listener.on_call(event))));
        }
    }
}

impl Drop for Observation {
    fn drop(&mut self) {
        if !self.ended {
            self.send(self.event(CallOutcome::Cancelled));
        }
    }
}

/// The target of the events in `tracing`.
#[cfg(feature = "tracing")]
macro_rules! target {
    () => {
        "bootpay_core::call"
    };
}

#[cfg(feature = "tracing")]
fn tracing_listens() -> bool {
    tracing::enabled!(target: target!(), tracing::Level::INFO)
}

#[cfg(not(feature = "tracing"))]
fn tracing_listens() -> bool {
    false
}

#[cfg(feature = "tracing")]
fn trace_event(event: &CallEvent) {
    tracing::info!(
        target: target!(),
        endpoint = event.endpoint,
        effect = event.effect.symbol(),
        outcome = event.outcome.symbol(),
        kind = event.kind.as_ref().map(ErrorKind::symbol),
        status = event.status,
        code = event.code,
        milliseconds = event.milliseconds,
        tries = event.tries,
        attempt_id = event.attempt_id,
        connection_reused = event.connection_reused,
        "{} {}",
        event.endpoint,
        event.outcome.symbol(),
    );
}

#[cfg(not(feature = "tracing"))]
fn trace_event(_: &CallEvent) {}
