//! What the module must know of the process that it is loaded in.

use pyo3::{exceptions::PyImportError, ffi, prelude::*};

/// Its classes belong to one interpreter. Python says so by itself since 3.12; before, it would let
/// every interpreter of the process (under `mod_wsgi`, say) have them. The package asks when it is
/// imported.
#[pyfunction]
pub(crate) fn _refuse_subinterpreters() -> PyResult<()> {
    // SAFETY: it is called with its interpreter attached.
    match unsafe { ffi::PyInterpreterState_GetID(ffi::PyInterpreterState_Get()) } {
        0 => Ok(()),
        _ => Err(PyImportError::new_err("bootpay_core does not support loading in subinterpreters")),
    }
}
