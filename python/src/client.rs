//! What both clients and their resources share.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use bootpay_core::{Bootpay, BootpayError, Endpoint, PendingCall};
use pyo3::prelude::*;

use crate::{
    asyncio::{Coroutine, Reply},
    errors::{exception, exception_of},
};

/// Core's client until it is closed. The lock is only held with the interpreter attached, and so
/// never by another thread while this one forks.
#[derive(Clone)]
pub(crate) struct Client(Arc<Mutex<Option<Bootpay>>>);

impl Client {
    pub(crate) fn new(py: Python<'_>, make: impl FnOnce() -> Result<Bootpay, BootpayError>) -> PyResult<Self> {
        let client = make().map_err(|error| exception(py, error))?;
        Ok(Self(Arc::new(Mutex::new(Some(client)))))
    }

    pub(crate) fn get(&self) -> Result<Bootpay, BootpayError> {
        self.lock().clone().ok_or_else(|| BootpayError::__invalid("client", "is closed"))
    }

    pub(crate) fn with<T>(&self, py: Python<'_>, ask: impl FnOnce(&Bootpay) -> T) -> PyResult<T> {
        self.get().map(|client| ask(&client)).map_err(|error| exception(py, error))
    }

    pub(crate) fn close(&self) {
        *self.lock() = None;
    }

    pub(crate) fn repr(&self, class: &str) -> String {
        match &*self.lock() {
            Some(client) => format!("{client:?}").replacen("Bootpay", class, 1),
            None => format!("{class} {{ closed }}"),
        }
    }

    /// Makes a call and waits for its reply. On an interrupt a call that only reads is cut short,
    /// and one that moves money stays in `unsettled()`.
    pub(crate) fn wait<E: Endpoint>(
        &self,
        py: Python<'_>,
        call: impl FnOnce(&Bootpay) -> Result<PendingCall<E>, BootpayError>,
    ) -> PyResult<E::Reply> {
        /// Well below what a person notices.
        const BETWEEN_SIGNALS: Duration = Duration::from_millis(100);
        let call = self.get().and_then(|client| call(&client)).map_err(|error| exception_of::<E>(py, error))?;
        // A daemon thread may still be here when the interpreter is gone.
        let signal = || Python::try_attach(|py| py.check_signals().err()).flatten();
        match py.detach(|| call.wait_unless(BETWEEN_SIGNALS, signal)) {
            Ok(outcome) => outcome.map_err(|error| exception_of::<E>(py, error)),
            Err((interrupt, _)) => Err(interrupt),
        }
    }

    /// A coroutine that makes a call.
    pub(crate) fn coroutine<E: Endpoint<Reply: Reply>>(
        &self,
        py: Python<'_>,
        call: impl FnOnce(&Bootpay) -> Result<PendingCall<E>, BootpayError> + Send + 'static,
    ) -> PyResult<Coroutine<E::Reply>> {
        let client = self.clone();
        Coroutine::new(py, move || call(&client.get()?))
    }

    fn lock(&self) -> MutexGuard<'_, Option<Bootpay>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
