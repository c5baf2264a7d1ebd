//! Arguments. A value of the wrong type raises `InvalidError` with its field, not `TypeError`.

use std::fmt::Write as _;

use bootpay_core::{BootpayError, ffi::python::Hint};
use pyo3::{
    exceptions::{PyOverflowError, PyUnicodeError, PyValueError},
    inspect::PyStaticExpr,
    prelude::*,
    types::{PyList, PyTuple},
};

/// A `T`, or the rule that the value broke; none if it is text that is not Unicode.
pub(crate) struct Given<T>(Result<T, Option<String>>);

impl<'a, 'py, T: Hint + FromPyObject<'a, 'py>> FromPyObject<'a, 'py> for Given<T> {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = T::HINT;

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let py = given.py();
        Ok(Self(given.extract::<T>().map_err(|error| {
            let error: PyErr = error.into();
            if error.is_instance_of::<PyUnicodeError>(py) {
                return None;
            }
            Some(if error.is_instance_of::<PyOverflowError>(py) {
                "must be of at most 64 bits".to_owned()
            } else if error.is_instance_of::<PyValueError>(py) {
                error.value(py).to_string()
            } else {
                wrong_type(&plain(T::HINT), &given)
            })
        })))
    }
}

/// `must be list[Item], not list: [0] is dict`
fn wrong_type(wanted: &str, given: &Bound<'_, PyAny>) -> String {
    let mut rule = format!("must be {wanted}, not {}", kind(given));
    let Some(part) = wanted.strip_prefix("list[").and_then(|rest| rest.strip_suffix(']')) else { return rule };
    // Others may be endless.
    if given.is_instance_of::<PyList>() || given.is_instance_of::<PyTuple>() {
        let items = given.try_iter().into_iter().flatten().flatten().enumerate();
        if let Some((index, item)) = items.into_iter().find(|(_, item)| kind(item) != part) {
            let _ = write!(rule, ": [{index}] is {}", kind(&item));
        }
    }
    rule
}

fn kind(value: &Bound<'_, PyAny>) -> String {
    value.get_type().name().map_or_else(|_| "that".to_owned(), |name| name.to_string())
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
        self.0.map_err(|rule| {
            rule.map_or_else(|| BootpayError::__not_unicode(name), |rule| BootpayError::__invalid(name, &rule))
        })
    }
}

impl<T> Field for Option<Given<T>> {
    type Value = Option<T>;
    fn take(self, name: &str) -> Result<Option<T>, BootpayError> {
        self.map(|given| given.take(name)).transpose()
    }
}
