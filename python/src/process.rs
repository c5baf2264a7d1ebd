//! Refuses to be loaded into subinterpreters.

use pyo3::{exceptions::PyImportError, ffi, prelude::*};

/// Raises `ImportError` in a subinterpreter: the module's classes belong to one interpreter. Python itself
/// refuses since 3.12; earlier versions would share them with every interpreter of the process (under
/// `mod_wsgi`, for example). The package calls it on import.
#[pyfunction]
pub(crate) fn _refuse_subinterpreters() -> PyResult<()> {
    // SAFETY: it is called with its interpreter attached.
    match unsafe { ffi::PyInterpreterState_GetID(ffi::PyInterpreterState_Get()) } {
        0 => Ok(()),
        _ => Err(PyImportError::new_err("bootpay_core does not support loading in subinterpreters")),
    }
}
