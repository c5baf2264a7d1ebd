//! State and behaviour shared by both clients and their resources.

use std::{marker::PhantomData, time::Duration};

use bootpay_core::{
    __response, AnyCall, AnyResponse, Bootpay, BootpayError, Endpoint,
    ffi::python::{Argument, Arguments, FromArguments},
    model::CallOptions,
};
use pyo3::{IntoPyObjectExt, prelude::*};

use crate::{
    asyncio::Coroutine,
    errors::{exception, exception_at},
    logs,
};

/// The typed part of a call, so that the rest is compiled once and not once a row of the table.
pub(crate) struct Row {
    /// `payments.get`
    pub(crate) name: &'static str,
    /// Reads the request.
    prepare: fn(&Bootpay, &mut Arguments<'_, '_>) -> Result<AnyCall, BootpayError>,
    /// Makes an object of the response.
    pub(crate) deliver: fn(Python<'_>, AnyResponse) -> PyResult<Py<PyAny>>,
}

impl Row {
    pub(crate) fn of<E>() -> &'static Self
    where
        E: Endpoint + FromArguments,
        E::Response: for<'py> IntoPyObject<'py>,
    {
        const { &Self { name: E::NAME, prepare: prepare::<E>, deliver: deliver::<E::Response> } }
    }
}

fn prepare<E: Endpoint + FromArguments>(
    client: &Bootpay,
    given: &mut Arguments<'_, '_>,
) -> Result<AnyCall, BootpayError> {
    Ok(client.__call(E::from_arguments(given)?))
}

fn deliver<T: for<'py> IntoPyObject<'py> + 'static>(py: Python<'_>, response: AnyResponse) -> PyResult<Py<PyAny>> {
    __response::<T>(response).into_py_any(py)
}

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
    pub(crate) fn wait<T>(
        &self,
        py: Python<'_>,
        row: &'static Row,
        request: &[Argument<'_>],
        options: &[Argument<'_>],
    ) -> PyResult<Delivered<T>> {
        self.deliver(py, row, request, options).map(|response| Delivered { response, gives: PhantomData })
    }

    fn deliver(
        &self,
        py: Python<'_>,
        row: &'static Row,
        request: &[Argument<'_>],
        options: &[Argument<'_>],
    ) -> PyResult<Py<PyAny>> {
        /// Well below what a person notices.
        const BETWEEN_SIGNALS: Duration = Duration::from_millis(100);
        let call = self.prepare(row, request, options).map_err(|error| exception_at(py, row.name, error))?;
        let call = match logs::listener(py)? {
            Some(listener) => call.listening(listener),
            None => call,
        };
        // A daemon thread may still be here when the interpreter is gone.
        let signal = || Python::try_attach(|py| py.check_signals().err()).flatten();
        match py.detach(|| call.wait_unless(BETWEEN_SIGNALS, signal)) {
            Ok((Ok(response), cancel)) => {
                let response = (row.deliver)(py, response)?;
                // A signal that arrived meanwhile is raised instead, as Python does on receiving it; the attempt
                // is then in `unresolved()`.
                py.check_signals().inspect_err(|_| drop(cancel.cancel()))?;
                Ok(response)
            }
            Ok((Err(error), _)) => Err(exception_at(py, row.name, error)),
            Err((interrupt, _)) => Err(interrupt),
        }
    }

    /// Creates a coroutine that makes a call.
    pub(crate) fn coroutine<T>(
        &self,
        py: Python<'_>,
        row: &'static Row,
        request: &[Argument<'_>],
        options: &[Argument<'_>],
    ) -> PyResult<Coroutine<T>> {
        let listener = logs::listener(py)?;
        let call = self.prepare(row, request, options).map(|call| match listener {
            Some(listener) => call.listening(listener),
            None => call,
        });
        Coroutine::new(py, row, call)
    }

    fn prepare(
        &self,
        row: &'static Row,
        request: &[Argument<'_>],
        options: &[Argument<'_>],
    ) -> Result<AnyCall, BootpayError> {
        let call = (row.prepare)(&self.0, &mut Arguments::of(request))?;
        let options = CallOptions::from_arguments(&mut Arguments::of(options))?;
        Ok(match options.timeout {
            Some(timeout) => call.timeout(timeout),
            None => call,
        })
    }
}

/// The response of a call: a `T`.
pub(crate) struct Delivered<T> {
    response: Py<PyAny>,
    gives: PhantomData<T>,
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Delivered<T> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = std::convert::Infallible;
    #[cfg(feature = "stub")]
    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr = T::OUTPUT_TYPE;
    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.response.into_bound(py))
    }
}
