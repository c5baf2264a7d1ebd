//! Core's errors as exceptions; their classes are in `bootpay_core/errors.py`.

pub(crate) use bootpay_core::ffi::python::exception;
use bootpay_core::{BootpayError, ffi::python::exception_with};
use pyo3::prelude::*;

/// Returns the exception to raise from the call of this name, and adds it to an argument error that core did not
/// see.
pub(crate) fn exception_at(py: Python<'_>, endpoint: &str, error: BootpayError) -> PyErr {
    if error.endpoint.is_some() {
        return exception(py, error);
    }
    let message = format!("{endpoint}: {error}");
    let mut info = error.into_info();
    info.endpoint = Some(endpoint.to_owned());
    exception_with(py, message, info)
}
