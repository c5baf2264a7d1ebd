//! Arguments of methods. Each class of both clients takes them as they were given, and a request takes them
//! apart once. A value of the wrong type is an `Invalid` error with its field, not a `TypeError`.

use std::{fmt::Write as _, marker::PhantomData, slice};

use pyo3::{
    exceptions::{PyOverflowError, PyUnicodeError, PyValueError},
    prelude::*,
    types::{PyList, PyTuple},
};

use super::{Hint, stub};
use crate::error::{BootpayError, Result};

/// Any value; a `T` in the stub.
#[allow(missing_debug_implementations)]
pub struct Given<'py, T>(Bound<'py, PyAny>, PhantomData<fn() -> T>);

impl<'py, T: Hint> FromPyObject<'_, 'py> for Given<'py, T> {
    type Error = PyErr;
    stub!(INPUT_TYPE = T::HINT);
    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(Self(given.to_owned(), PhantomData))
    }
}

impl<T: FromArgument> Given<'_, T> {
    /// Returns the value, or an `Invalid` error that names the argument.
    pub fn take(&self, name: &str) -> Result<T> {
        T::from_argument(Some(&self.0), name)
    }
}

/// An argument that may be absent.
pub type Argument<'py> = Option<Bound<'py, PyAny>>;

/// What a method takes as an argument.
pub trait IntoArgument<'py> {
    /// Returns it without its type.
    fn into_argument(self) -> Argument<'py>;
}

impl<'py, T> IntoArgument<'py> for Given<'py, T> {
    fn into_argument(self) -> Argument<'py> {
        Some(self.0)
    }
}

impl<'py, T> IntoArgument<'py> for Option<Given<'py, T>> {
    fn into_argument(self) -> Argument<'py> {
        self.map(|given| given.0)
    }
}

/// Arguments in the order of a struct's fields.
#[allow(missing_debug_implementations)]
pub struct Arguments<'a, 'py>(slice::Iter<'a, Argument<'py>>);

impl<'a, 'py> Arguments<'a, 'py> {
    /// Those of all fields.
    pub fn of(given: &'a [Argument<'py>]) -> Self {
        Self(given.iter())
    }

    /// Reads the next field, which has this name.
    pub fn field<T: FromArgument>(&mut self, name: &str) -> Result<T> {
        T::from_argument(self.0.next().and_then(Option::as_ref), name)
    }
}

/// A struct whose fields are keyword arguments in Python.
pub trait FromArguments: Sized {
    /// Reads it; fails with `Invalid` at the first field that has no value of its type.
    fn from_arguments(given: &mut Arguments<'_, '_>) -> Result<Self>;
}

/// The type of a field.
pub trait FromArgument: Sized {
    /// Reads it; fails with `Invalid` and this name.
    fn from_argument(given: Option<&Bound<'_, PyAny>>, name: &str) -> Result<Self>;
}

impl<T: Hint + for<'a, 'py> FromPyObject<'a, 'py>> FromArgument for T {
    fn from_argument(given: Option<&Bound<'_, PyAny>>, name: &str) -> Result<Self> {
        let given = given.ok_or_else(|| BootpayError::__invalid(name, "must be given"))?;
        given.extract::<T>().map_err(|error| refused(&error.into(), given, T::name, name))
    }
}

impl<T: FromArgument> FromArgument for Option<T> {
    fn from_argument(given: Option<&Bound<'_, PyAny>>, name: &str) -> Result<Self> {
        given.map(|given| T::from_argument(Some(given), name)).transpose()
    }
}

/// The error of a value that cannot be read: the rule that it broke, or that it is text and not Unicode.
fn refused(error: &PyErr, given: &Bound<'_, PyAny>, wanted: fn() -> String, name: &str) -> BootpayError {
    let py = given.py();
    if error.is_instance_of::<PyUnicodeError>(py) {
        return BootpayError::__not_unicode(name);
    }
    let rule = if error.is_instance_of::<PyOverflowError>(py) {
        "must be of at most 64 bits".to_owned()
    } else if error.is_instance_of::<PyValueError>(py) {
        error.value(py).to_string()
    } else {
        wrong_type(&wanted(), given)
    };
    BootpayError::__invalid(name, &rule)
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
