//! Arguments. A value of the wrong type raises `InvalidError` with its field, not `TypeError`.

use bootpay_core::{BootpayError, ffi::python::Hint};
use pyo3::{
    exceptions::{PyOverflowError, PyUnicodeError, PyValueError},
    inspect::PyStaticExpr,
    prelude::*,
};

/// A `T`, or the rule that the value broke.
pub(crate) struct Given<T>(Result<T, String>);

impl<'a, 'py, T: Hint + FromPyObject<'a, 'py>> FromPyObject<'a, 'py> for Given<T> {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = T::HINT;

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let py = given.py();
        Ok(Self(given.extract::<T>().map_err(|error| {
            let error: PyErr = error.into();
            if error.is_instance_of::<PyUnicodeError>(py) {
                "must be text that can be encoded".to_owned()
            } else if error.is_instance_of::<PyOverflowError>(py) {
                "must be of at most 64 bits".to_owned()
            } else if error.is_instance_of::<PyValueError>(py) {
                error.value(py).to_string()
            } else {
                let kind = given.get_type().name().map_or_else(|_| "that".to_owned(), |name| name.to_string());
                format!("must be {}, not {kind}", plain(T::HINT))
            }
        })))
    }
}

/// Returns the readable name of a type: `list[Refund]`.
fn plain(hint: PyStaticExpr) -> String {
    let text = hint.to_string().replace("collections.abc.Sequence[", "list[");
    let last = |path: &str| path.rsplit('.').next().unwrap_or_default().to_owned();
    text.split_inclusive([' ', '[', ',']).map(last).collect()
}

/// An argument of a call.
pub(crate) trait Field {
    /// The type of the field.
    type Value;
    /// Returns the value, or an `Invalid` error that names the field.
    fn take(self, name: &str) -> Result<Self::Value, BootpayError>;
}

impl<T> Field for Given<T> {
    type Value = T;
    fn take(self, name: &str) -> Result<T, BootpayError> {
        self.0.map_err(|rule| BootpayError::__invalid(name, &rule))
    }
}

impl<T> Field for Option<Given<T>> {
    type Value = Option<T>;
    fn take(self, name: &str) -> Result<Option<T>, BootpayError> {
        self.map(|given| given.take(name)).transpose()
    }
}
