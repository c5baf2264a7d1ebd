//! Core's errors as exceptions; their classes are in `bootpay_core/errors.py`.

use bootpay_core::{BootpayError, Endpoint, model::ErrorInfo};
use pyo3::{prelude::*, sync::PyOnceLock};

/// Returns the exception to raise.
pub(crate) fn exception(py: Python<'_>, error: BootpayError) -> PyErr {
    raise(py, error.to_string(), error.into_info())
}

/// Returns the exception to raise from a call, and adds the endpoint to an argument error that core did not
/// see.
pub(crate) fn exception_of<E: Endpoint>(py: Python<'_>, error: BootpayError) -> PyErr {
    if error.endpoint.is_some() {
        return exception(py, error);
    }
    let message = format!("{}: {error}", E::NAME);
    let mut info = error.into_info();
    info.endpoint = Some(E::NAME.to_owned());
    raise(py, message, info)
}

fn raise(py: Python<'_>, message: String, info: ErrorInfo) -> PyErr {
    static FROM_INFO: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    FROM_INFO
        .import(py, "bootpay_core.errors", "from_info")
        .and_then(|from_info| from_info.call1((message, info)))
        .map_or_else(|failure| failure, PyErr::from_value)
}
