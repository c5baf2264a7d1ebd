//! A store in Python.

use pyo3::{
    exceptions::{PyTypeError, PyValueError},
    prelude::*,
};

use crate::{
    model::{AttemptClaim, AttemptRow},
    store::{AttemptStore, DESCRIPTION, Store, StoreError},
};

/// An object with the methods of an `AttemptStore`.
impl FromPyObject<'_, '_> for Store {
    type Error = PyErr;
    super::stub!(INPUT_TYPE = pyo3::type_hint_identifier!("bootpay_core.stores", "AttemptStore"));
    fn extract(given: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        for method in DESCRIPTION.methods {
            if !given.getattr_opt(method.name)?.is_some_and(|method| method.is_callable()) {
                return Err(PyValueError::new_err(format!("must have a method {}", method.name)));
            }
        }
        Ok(PythonStore(given.to_owned().unbind()).into())
    }
}

struct PythonStore(Py<PyAny>);

impl PythonStore {
    fn call<T>(
        &self,
        method: &str,
        argument: impl for<'py> IntoPyObject<'py>,
        read: impl FnOnce(&Bound<'_, PyAny>) -> PyResult<T>,
    ) -> Result<T, StoreError> {
        let called = Python::try_attach(|py| {
            let answer = self.0.bind(py).call_method1(method, (argument,))?;
            if answer.hasattr("__await__")? {
                // Python warns of one that nobody awaits; that it is refused is said below.
                let _ = answer.call_method0("close");
                return Err(PyTypeError::new_err(format!("{method} must not be a coroutine function")));
            }
            read(&answer)
        });
        let called = called.ok_or_else(|| StoreError::new("the interpreter is shutting down"))?;
        called.map_err(StoreError::new)
    }
}

impl AttemptStore for PythonStore {
    fn put(&self, row: AttemptRow) -> Result<(), StoreError> {
        self.call("put", row, |_| Ok(()))
    }

    fn insert(&self, row: AttemptRow) -> Result<bool, StoreError> {
        self.call("insert", row, |inserted| inserted.extract())
    }

    fn claim(&self, claim: AttemptClaim) -> Result<Option<String>, StoreError> {
        self.call("claim", claim, |record| record.extract())
    }

    fn of_payment(&self, payment: String) -> Result<Vec<String>, StoreError> {
        self.call("of_payment", payment, |records| records.extract())
    }

    fn remove(&self, id: String) -> Result<(), StoreError> {
        self.call("remove", id, |_| Ok(()))
    }
}
