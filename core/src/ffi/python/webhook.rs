//! The request of a webhook in Python, and what stands for a notice or a delivery.

use pyo3::{
    exceptions::{PyTypeError, PyValueError},
    prelude::*,
    types::{PyByteArray, PyBytes, PyMemoryView, PyString},
};

#[cfg(feature = "__stub")]
use pyo3::{PyTypeInfo, type_hint_identifier, type_hint_subscript, type_hint_union};

use super::stub;
use crate::value::{Body, ClaimText, Headers, NoticeText};

stub!(STR = String::OUTPUT_TYPE);

/// A mapping, or pairs: of text, or of bytes as ASGI has them.
impl FromPyObject<'_, '_> for Headers {
    type Error = PyErr;
    stub!(
        INPUT_TYPE = type_hint_union!(
            type_hint_subscript!(type_hint_identifier!("collections.abc", "Mapping"), STR, STR),
            type_hint_subscript!(
                type_hint_identifier!("collections.abc", "Iterable"),
                type_hint_subscript!(type_hint_identifier!("builtins", "tuple"), STR, STR)
            )
        )
    );
    fn extract(given: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let wrong = || PyValueError::new_err("must be a mapping of str to str, or pairs of them");
        if given.is_instance_of::<PyString>() || given.is_instance_of::<PyBytes>() {
            return Err(wrong());
        }
        // Frameworks that keep several values of one name have them all here.
        let pairs = match ["multi_items", "items"].iter().find(|name| given.hasattr(**name).unwrap_or(false)) {
            Some(items) => given.call_method0(*items)?,
            None => given.to_owned(),
        };
        let pairs = pairs.try_iter().map_err(|_| wrong())?.map(|pair| {
            let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair?.extract().map_err(|_| wrong())?;
            Ok((text(&name).ok_or_else(wrong)?, text(&value).ok_or_else(wrong)?))
        });
        pairs.collect()
    }
}

/// A header's text; of bytes, as HTTP reads them.
fn text(given: &Bound<'_, PyAny>) -> Option<String> {
    match given.cast::<PyBytes>() {
        Ok(bytes) => Some(bytes.as_bytes().iter().map(|byte| char::from(*byte)).collect()),
        Err(_) => given.cast::<PyString>().ok().map(|text| text.to_string_lossy().into_owned()),
    }
}

impl FromPyObject<'_, '_> for Body {
    type Error = PyErr;
    stub!(
        INPUT_TYPE = type_hint_union!(
            type_hint_identifier!("builtins", "bytes"),
            type_hint_identifier!("builtins", "bytearray"),
            type_hint_identifier!("builtins", "memoryview"),
            STR
        )
    );
    fn extract(given: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        if let Ok(text) = given.cast::<PyString>() {
            return text.extract::<String>().map(Self::from);
        }
        let is_bytes = given.is_instance_of::<PyBytes>()
            || given.is_instance_of::<PyByteArray>()
            || given.is_instance_of::<PyMemoryView>();
        if !is_bytes {
            return Err(PyValueError::new_err("must be the raw body, bytes: what a parser made of it is less"));
        }
        let bytes = given.py().get_type::<PyBytes>().call1((given,))?;
        Ok(bytes.cast::<PyBytes>()?.as_bytes().into())
    }
}

macro_rules! handle {
    ($Handle:ident, $Object:ident) => {
        impl FromPyObject<'_, '_> for $Handle {
            type Error = PyErr;
            stub!(INPUT_TYPE = type_hint_union!(<crate::model::$Object as PyTypeInfo>::TYPE_HINT, STR));
            fn extract(given: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
                match given.cast::<PyString>() {
                    Ok(text) => text.extract::<String>().map(Self::from),
                    Err(_) => match given.getattr_opt(Self::FIELD)? {
                        Some(text) if !text.is_none() => text.extract::<String>().map(Self::from),
                        Some(_) => {
                            Err(PyValueError::new_err(concat!("must be a ", stringify!($Object), " that has one")))
                        }
                        None => Err(PyTypeError::new_err("")),
                    },
                }
            }
        }
    };
}
handle!(NoticeText, WebhookNotice);
handle!(ClaimText, WebhookDelivery);
