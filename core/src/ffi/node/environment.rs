//! Environment variables in JavaScript: `process.env`, of which each worker has its own.

use std::{collections::HashMap, ffi::OsString};

use napi::{
    Env, JsValue, Unknown, ValueType,
    bindgen_prelude::{JsObjectValue, Object},
};

use super::{FromJs, cast, clear_exception, wrong};
use crate::{
    error::{BootpayError, Result},
    setup::environment::VARIABLES,
};

/// The client's variables.
#[derive(Debug)]
pub struct Environment(HashMap<&'static str, String>);

impl Environment {
    /// Reads them from an object; nothing else of it.
    pub fn from_js(value: Unknown<'_>) -> Result<Self> {
        let object: Object<'_> =
            cast(value, ValueType::Object).ok_or_else(|| wrong(value, "env", "must be an object, like process.env"))?;
        let mut variables = HashMap::new();
        for variable in VARIABLES {
            let value = object.get_named_property_unchecked::<Unknown<'_>>(variable.name).map_err(|_| {
                clear_exception(&Env::from_raw(value.value().env));
                BootpayError::__invalid(variable.name, "could not be read")
            })?;
            if let Some(text) = Option::<String>::from_js(value, variable.name)? {
                variables.insert(variable.name, text);
            }
        }
        Ok(Self(variables))
    }

    /// Returns the value of a variable.
    pub fn get(&self, name: &str) -> Option<OsString> {
        self.0.get(name).map(OsString::from)
    }
}
