//! Conversions between core's own types and Python's.

mod arguments;
mod hint;
mod store;
mod webhook;

use std::time::{Duration, SystemTime};

use pyo3::{
    IntoPyObjectExt, PyTypeInfo,
    exceptions::{PyTypeError, PyUnicodeError, PyValueError},
    prelude::*,
    sync::PyOnceLock,
    types::{
        PyBool, PyDateTime, PyDelta, PyDict, PyFloat, PyInt, PyIterator, PyList, PyString, PyTuple, PyType, PyTzInfo,
    },
};
#[cfg(feature = "__stub")]
use pyo3::{type_hint_identifier, type_hint_subscript, type_hint_union};
use serde_json::{Map, Number, Value};

use crate::{
    error::BootpayError,
    model::ErrorInfo,
    value::{Json, MASK, Secret, Timeout, Timestamp, Won},
};

pub use arguments::{Argument, Arguments, FromArgument, FromArguments, Given, IntoArgument};
pub use hint::Hint;
pub(crate) use hint::{hinted, stub};

/// An argument of a part's constructor: its type in the stub is its `Hint`, and it is `None` for text that is not
/// Unicode.
pub struct Part<T>(Option<T>);

impl<'a, 'py, T: Hint + FromPyObject<'a, 'py>> FromPyObject<'a, 'py> for Part<T> {
    type Error = PyErr;
    stub!(INPUT_TYPE = T::HINT);
    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        match T::extract(given).map_err(Into::into) {
            Ok(value) => Ok(Self(Some(value))),
            Err(error) if error.is_instance_of::<PyUnicodeError>(given.py()) => Ok(Self(None)),
            Err(error) => Err(error),
        }
    }
}

impl<T> Part<T> {
    /// Returns the value, or an `InvalidError` that names the field.
    pub fn take(self, field: &str) -> PyResult<T> {
        self.0.ok_or_else(|| Python::attach(|py| exception(py, BootpayError::__not_unicode(field))))
    }
}

/// Returns the exception of an error; the classes are in `bootpay_core/errors.py`.
pub fn exception(py: Python<'_>, error: BootpayError) -> PyErr {
    exception_with(py, error.to_string(), error.into_info())
}

/// Returns the exception with this message and these details.
pub fn exception_with(py: Python<'_>, message: String, info: ErrorInfo) -> PyErr {
    static FROM_INFO: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    FROM_INFO
        .import(py, "bootpay_core.errors", "from_info")
        .and_then(|from_info| from_info.call1((message, info)))
        .map_or_else(|failure| failure, PyErr::from_value)
}

/// A value as `json.dumps` takes it.
pub(crate) trait Plain {
    /// Returns the value; `None` if it is absent, or a secret.
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>>;
}

impl<T: Plain> Plain for Option<T> {
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.as_ref().map_or(Ok(None), |value| value.plain(py))
    }
}

impl<T: Plain> Plain for Vec<T> {
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let values = self.iter().filter_map(|value| value.plain(py).transpose()).collect::<PyResult<Vec<_>>>()?;
        values.into_bound_py_any(py).map(Some)
    }
}

impl Plain for Timestamp {
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.to_string().into_bound_py_any(py).map(Some)
    }
}

macro_rules! plain {
    ($($Type:ty),*) => { $(
        impl crate::ffi::python::Plain for $Type {
            fn plain<'py>(&self, py: ::pyo3::Python<'py>) -> ::pyo3::PyResult<Option<::pyo3::Bound<'py, ::pyo3::PyAny>>> {
                ::pyo3::IntoPyObjectExt::into_bound_py_any(self, py).map(Some)
            }
        }
    )* };
}
pub(crate) use plain;

plain!(bool, i64, String, Json, Won);

pub(crate) fn put(dictionary: &Bound<'_, PyDict>, name: &str, value: &impl Plain) -> PyResult<()> {
    match value.plain(dictionary.py())? {
        Some(value) => dictionary.set_item(name, value),
        None => Ok(()),
    }
}

/// A response that is nothing but its JSON: the object, or another value by the name `raw`.
pub(crate) fn whole<'py>(py: Python<'py>, raw: &Json) -> PyResult<Dictionary<'py>> {
    let value = raw.into_pyobject(py)?;
    match value.cast_into::<PyDict>() {
        Ok(dictionary) => Ok(Dictionary(dictionary)),
        Err(other) => {
            let dictionary = PyDict::new(py);
            dictionary.set_item("raw", other.into_inner())?;
            Ok(Dictionary(dictionary))
        }
    }
}

/// `dict[str, Any]`
pub struct Dictionary<'py>(pub(crate) Bound<'py, PyDict>);

impl<'py> Dictionary<'py> {
    /// The pairs, for `dict(response)`.
    pub(crate) fn items(&self) -> PyResult<Items<'py>> {
        self.0.items().try_iter().map(Items)
    }
}

impl<'py> IntoPyObject<'py> for Dictionary<'py> {
    type Target = PyDict;
    type Output = Bound<'py, PyDict>;
    type Error = std::convert::Infallible;
    stub!(
        OUTPUT_TYPE =
            type_hint_subscript!(type_hint_identifier!("builtins", "dict"), String::OUTPUT_TYPE, Json::OUTPUT_TYPE)
    );
    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0)
    }
}

/// `Iterator[tuple[str, Any]]`
pub struct Items<'py>(Bound<'py, PyIterator>);

impl<'py> IntoPyObject<'py> for Items<'py> {
    type Target = PyIterator;
    type Output = Bound<'py, PyIterator>;
    type Error = std::convert::Infallible;
    stub!(
        OUTPUT_TYPE = type_hint_subscript!(
            type_hint_identifier!("collections.abc", "Iterator"),
            type_hint_subscript!(type_hint_identifier!("builtins", "tuple"), String::OUTPUT_TYPE, Json::OUTPUT_TYPE)
        )
    );
    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0)
    }
}

/// Returns the schema by which pydantic, and so `FastAPI`, writes a class.
pub(crate) fn pydantic<'py>(class: &Bound<'py, PyType>) -> PyResult<Bound<'py, PyAny>> {
    class.py().import("bootpay_core._classes")?.call_method1("pydantic_schema", (class,))
}

/// Implements `IntoPyObject` for a type and for references to it, by a function of a reference.
macro_rules! into_python {
    ($Type:ty, $hint:expr, $convert:expr) => {
        impl<'py> ::pyo3::IntoPyObject<'py> for &$Type {
            type Target = ::pyo3::PyAny;
            type Output = ::pyo3::Bound<'py, ::pyo3::PyAny>;
            type Error = ::pyo3::PyErr;
            crate::ffi::python::stub!(OUTPUT_TYPE = $hint);
            fn into_pyobject(self, py: ::pyo3::Python<'py>) -> ::pyo3::PyResult<Self::Output> {
                $convert(py, self)
            }
        }
        impl<'py> ::pyo3::IntoPyObject<'py> for $Type {
            type Target = ::pyo3::PyAny;
            type Output = ::pyo3::Bound<'py, ::pyo3::PyAny>;
            type Error = ::pyo3::PyErr;
            crate::ffi::python::stub!(OUTPUT_TYPE = $hint);
            fn into_pyobject(self, py: ::pyo3::Python<'py>) -> ::pyo3::PyResult<Self::Output> {
                $convert(py, &self)
            }
        }
    };
}
pub(crate) use into_python;

/// An enum is its value as `str`; the generated `bootpay_core.enums` has a type of its name.
macro_rules! word {
    ($Name:ident, $name:literal) => {
        crate::ffi::python::into_python!(
            $Name,
            ::pyo3::type_hint_identifier!("bootpay_core.enums", $name),
            |py: ::pyo3::Python<'py>, word: &$Name| ::pyo3::IntoPyObjectExt::into_bound_py_any(word.symbol(), py)
        );
        impl ::pyo3::FromPyObject<'_, '_> for $Name {
            type Error = ::pyo3::PyErr;
            crate::ffi::python::stub!(INPUT_TYPE = ::pyo3::type_hint_identifier!("bootpay_core.enums", $name));
            fn extract(given: ::pyo3::Borrowed<'_, '_, ::pyo3::PyAny>) -> ::pyo3::PyResult<Self> {
                crate::ffi::python::from_word(&given)
            }
        }
        crate::ffi::python::hinted!($Name: $name);
        crate::ffi::python::plain!($Name);
    };
}
pub(crate) use word;

pub(crate) fn from_word<T: crate::symbol::Symbol>(given: &Bound<'_, PyAny>) -> PyResult<T> {
    let known = || PyValueError::new_err(crate::symbol::one_of(T::SYMBOLS));
    match given.extract::<String>() {
        Ok(word) => T::from_symbol(&word).ok_or_else(known),
        Err(error) if error.is_instance_of::<PyUnicodeError>(given.py()) => Err(error),
        Err(_) => Err(known()),
    }
}

/// The way `repr` shows a field.
pub(crate) enum Shown {
    /// As the attribute's own `repr`.
    Getter,
    /// As the mask, if there is a value.
    Masked(bool),
}

/// `Receipt(receipt_id='…', price=1000)`
pub(crate) fn repr(object: &Bound<'_, PyAny>, fields: &[(&str, Shown)]) -> PyResult<String> {
    let mut parts = Vec::with_capacity(fields.len());
    for (field, shown) in fields {
        match shown {
            Shown::Getter => {
                let value = object.getattr(*field)?;
                if !value.is_none() {
                    parts.push(format!("{field}={}", value.repr()?));
                }
            }
            Shown::Masked(true) => parts.push(format!("{field}={MASK}")),
            Shown::Masked(false) => {}
        }
    }
    Ok(format!("{}({})", object.get_type().name()?, parts.join(", ")))
}

/// Pickles a response as its JSON.
pub(crate) fn reduce<T: PyTypeInfo + serde::Serialize>(py: Python<'_>, reply: &T) -> PyResult<(Py<PyAny>, (String,))> {
    let json = serde_json::to_string(reply).map_err(|error| PyValueError::new_err(error.to_string()))?;
    Ok((T::type_object(py).getattr("_from_json")?.unbind(), (json,)))
}

/// Refuses to pickle an object that holds a secret.
pub(crate) fn not_pickled(class: &str) -> PyErr {
    PyTypeError::new_err(format!("{class} holds a secret and cannot be pickled"))
}

pub(crate) fn restore<T: serde::de::DeserializeOwned>(json: &str) -> PyResult<T> {
    serde_json::from_str(json).map_err(|error| PyValueError::new_err(error.to_string()))
}

/// Accepts any value: core refuses one that is not an amount, and names the field.
impl FromPyObject<'_, '_> for Won {
    type Error = PyErr;
    stub!(INPUT_TYPE = i64::OUTPUT_TYPE);
    fn extract(given: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let wrong = || given.get_type().name().map(|kind| Self::not_whole(format!("{kind}: an int is wanted")));
        if given.is_instance_of::<PyBool>() {
            return wrong();
        }
        match given.extract::<i64>() {
            Ok(won) => Ok(Self::from(won)),
            // Beyond 64 bits, and so beyond the limit.
            Err(_) if given.is_instance_of::<PyInt>() => Ok(Self::from(if given.lt(0)? { i64::MIN } else { i64::MAX })),
            Err(_) => wrong(),
        }
    }
}

into_python!(Won, i64::OUTPUT_TYPE, |py: Python<'py>, won: &Won| match won.get() {
    Some(amount) => amount.into_bound_py_any(py),
    None => format!("{won:?}").into_bound_py_any(py),
});

/// Seconds or a `timedelta`.
impl FromPyObject<'_, '_> for Timeout {
    type Error = PyErr;
    stub!(INPUT_TYPE = type_hint_union!(f64::OUTPUT_TYPE, type_hint_identifier!("datetime", "timedelta")));
    fn extract(given: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let seconds = if given.is_instance_of::<PyInt>() || given.is_instance_of::<PyFloat>() {
            // An int beyond what a float can hold is beyond the limit, too.
            given.extract::<f64>().unwrap_or(f64::INFINITY)
        } else {
            given.call_method0("total_seconds")?.extract()?
        };
        Ok(Self::from_seconds(if given.is_instance_of::<PyBool>() { f64::NAN } else { seconds }))
    }
}

into_python!(Secret, String::OUTPUT_TYPE, |py: Python<'py>, secret: &Secret| secret.expose().into_bound_py_any(py));

impl FromPyObject<'_, '_> for Secret {
    type Error = PyErr;
    stub!(INPUT_TYPE = String::OUTPUT_TYPE);
    fn extract(given: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        given.extract::<String>().map(Self::new)
    }
}

// In Korean time, as Bootpay writes dates.
into_python!(Timestamp, type_hint_identifier!("datetime", "datetime"), |py: Python<'py>, instant: &Timestamp| {
    static KOREA: PyOnceLock<Py<PyTzInfo>> = PyOnceLock::new();
    let korea = KOREA.get_or_try_init(py, || {
        PyTzInfo::fixed_offset(py, PyDelta::new(py, 0, 9 * 60 * 60, 0, true)?).map(Bound::unbind)
    })?;
    let civil = jiff::tz::offset(9).to_datetime(instant.to_jiff());
    let (year, micros) = (civil.year().into(), (civil.subsec_nanosecond() / 1000).unsigned_abs());
    let part = |part: i8| part.unsigned_abs();
    let (month, day, hour) = (part(civil.month()), part(civil.day()), part(civil.hour()));
    PyDateTime::new(
        py,
        year,
        month,
        day,
        hour,
        part(civil.minute()),
        part(civil.second()),
        micros,
        Some(korea.bind(py)),
    )
    .map(Bound::into_any)
});

impl FromPyObject<'_, '_> for Timestamp {
    type Error = PyErr;
    stub!(INPUT_TYPE = Self::OUTPUT_TYPE);
    fn extract(given: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let given = given.cast::<PyDateTime>()?;
        if given.call_method0("utcoffset")?.is_none() {
            return Err(PyValueError::new_err("must be a datetime with a time zone"));
        }
        let epoch = PyDateTime::new(given.py(), 1970, 1, 1, 0, 0, 0, 0, Some(&*PyTzInfo::utc(given.py())?))?;
        let since: Bound<'_, PyAny> = given.sub(epoch)?;
        let part = |name: &str| since.getattr(name)?.extract::<i64>();
        let seconds = part("days")? * 86_400 + part("seconds")?;
        let micros = Duration::from_micros(part("microseconds")?.unsigned_abs());
        let whole = Duration::from_secs(seconds.unsigned_abs());
        let base = if seconds < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(whole)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(whole)
        };
        base.and_then(|base| base.checked_add(micros))
            .and_then(|time| Self::try_from(time).ok())
            .ok_or_else(|| PyValueError::new_err("must be a date that can be represented"))
    }
}

// What `json.loads` makes of it.
into_python!(Json, type_hint_identifier!("typing", "Any"), |py: Python<'py>, json: &Json| {
    static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    LOADS.import(py, "json", "loads")?.call1((json.text(),))
});

impl FromPyObject<'_, '_> for Json {
    type Error = PyErr;
    stub!(INPUT_TYPE = Self::OUTPUT_TYPE);
    fn extract(given: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        /// As deep as `serde_json` reads.
        const DEPTH: usize = 127;
        from_python(&given, DEPTH).map(Self::from)
    }
}

fn from_python(given: &Bound<'_, PyAny>, depth: usize) -> PyResult<Value> {
    let no_json =
        || PyValueError::new_err("must be JSON-compatible: None, bool, int, float, str, list, dict with str keys");
    let deeper = || depth.checked_sub(1).ok_or_else(|| PyValueError::new_err("must not be nested so deeply"));
    if given.is_none() {
        Ok(Value::Null)
    } else if let Ok(flag) = given.cast::<PyBool>() {
        Ok(flag.is_true().into())
    } else if given.is_instance_of::<PyInt>() {
        let number = given.extract::<i64>().map(Number::from).or_else(|_| given.extract::<u64>().map(Number::from));
        number.map(Value::Number).map_err(|_| PyValueError::new_err("must contain only ints of at most 64 bits"))
    } else if given.is_instance_of::<PyFloat>() {
        Number::from_f64(given.extract()?).map(Value::Number).ok_or_else(no_json)
    } else if let Ok(text) = given.cast::<PyString>() {
        text.extract().map(Value::String)
    } else if let Ok(dict) = given.cast::<PyDict>() {
        let depth = deeper()?;
        let fields = dict.iter().map(|(name, value)| {
            let name = name.cast::<PyString>().map_err(|_| no_json())?;
            Ok((name.extract()?, from_python(&value, depth)?))
        });
        fields.collect::<PyResult<Map<_, _>>>().map(Value::Object)
    } else if given.is_instance_of::<PyList>() || given.is_instance_of::<PyTuple>() {
        let depth = deeper()?;
        given.try_iter()?.map(|item| from_python(&item?, depth)).collect::<PyResult<_>>().map(Value::Array)
    } else {
        Err(no_json())
    }
}
