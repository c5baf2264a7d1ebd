//! State and behaviour shared by both clients and their resources.

use std::time::Duration;

use bootpay_core::{Bootpay, BootpayError, Cancel, Endpoint, PendingCall};
use pyo3::{IntoPyObjectExt, inspect::PyStaticExpr, prelude::*};

use crate::{
    asyncio::{Coroutine, Response},
    errors::{exception, exception_of},
    logs,
};

/// Core's client.
#[derive(Clone)]
pub(crate) struct Client(Bootpay);

impl Client {
    pub(crate) fn new(py: Python<'_>, make: impl FnOnce() -> Result<Bootpay, BootpayError>) -> PyResult<Self> {
        make().map(Self).map_err(|error| exception(py, error))
    }

    pub(crate) fn get(&self) -> &Bootpay {
        &self.0
    }

    pub(crate) fn repr(&self, class: &str) -> String {
        format!("{:?}", self.0).replacen("Bootpay", class, 1)
    }

    /// Makes a call and waits for its response. An interrupt aborts a read-only call; a write or money call
    /// stays in `unresolved()`.
    pub(crate) fn wait<E: Endpoint>(
        &self,
        py: Python<'_>,
        call: impl FnOnce(&Bootpay) -> Result<PendingCall<E>, BootpayError>,
    ) -> PyResult<Delivered<E::Response>> {
        /// Well below what a person notices.
        const BETWEEN_SIGNALS: Duration = Duration::from_millis(100);
        let call = call(&self.0).map_err(|error| exception_of::<E>(py, error))?;
        let call = match logs::listener(py)? {
            Some(listener) => call.__listening(listener),
            None => call,
        };
        // A daemon thread may still be here when the interpreter is gone.
        let signal = || Python::try_attach(|py| py.check_signals().err()).flatten();
        match py.detach(|| call.wait_unless(BETWEEN_SIGNALS, signal)) {
            Ok((Ok(reply), cancel)) => Ok(Delivered { reply, cancel }),
            Ok((Err(error), _)) => Err(exception_of::<E>(py, error)),
            Err((interrupt, _)) => Err(interrupt),
        }
    }

    /// Creates a coroutine that makes a call.
    pub(crate) fn coroutine<E: Endpoint<Response: Response>>(
        &self,
        py: Python<'_>,
        call: impl FnOnce(&Bootpay) -> Result<PendingCall<E>, BootpayError> + Send + 'static,
    ) -> PyResult<Coroutine<E::Response>> {
        let (client, listener) = (self.0.clone(), logs::listener(py)?);
        Coroutine::new(py, move || {
            let call = call(&client)?;
            Ok(match listener {
                Some(listener) => call.__listening(listener),
                None => call,
            })
        })
    }
}

/// A response to be delivered to Python. A signal that arrived meanwhile is raised instead, as Python does
/// on receiving it; the attempt is then in `unresolved()`.
pub(crate) struct Delivered<T> {
    reply: T,
    cancel: Cancel,
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Delivered<T> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    const OUTPUT_TYPE: PyStaticExpr = T::OUTPUT_TYPE;
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let reply = self.reply.into_bound_py_any(py)?;
        py.check_signals().inspect_err(|_| drop(self.cancel.cancel()))?;
        Ok(reply)
    }
}
