//! The process: its environment, and its interpreter.

use std::{collections::HashMap, ffi::OsString, thread, time::Duration};

use bootpay_core::{ffi::money_in_flight, setup::environment::VARIABLES};
use pyo3::{exceptions::PyImportError, ffi, prelude::*};

/// The client's variables, as `os.environ` has them: a program may have set them there.
pub(crate) fn environment(py: Python<'_>) -> PyResult<HashMap<&'static str, OsString>> {
    let environ = py.import("os")?.getattr("environ")?;
    let mut environment = HashMap::new();
    for variable in VARIABLES {
        let value = environ.call_method1("get", (variable.name,))?;
        if !value.is_none() {
            environment.insert(variable.name, value.extract()?);
        }
    }
    Ok(environment)
}

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

/// Waits for money calls in flight; the package has `atexit` call it, while all threads still run. Ctrl-C ends the
/// wait.
#[pyfunction]
pub(crate) fn _wait_for_money(py: Python<'_>) -> PyResult<()> {
    while money_in_flight() {
        py.detach(|| thread::sleep(Duration::from_millis(5)));
        py.check_signals()?;
    }
    Ok(())
}
