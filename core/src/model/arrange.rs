//! Bringing the API's JSON into the shape of a model.

use serde_json::{Map, Value};

use crate::{symbol::Numbered, wire::lenient_integer};

/// Makes the number that `status` is a word, and keeps it as `status_code`.
pub(super) fn status<S: Numbered>(fields: &mut Map<String, Value>) -> Result<(), String> {
    let code = fields.get("status").and_then(lenient_integer).ok_or("`status` must be a whole number")?;
    fields.insert("status".into(), S::from_code(code).symbol().into());
    fields.insert("status_code".into(), code.into());
    Ok(())
}

/// Blots a value out of a field: of `raw`, one that is given as a field of its own, which is not
/// printed.
pub(super) fn blot(fields: &mut Map<String, Value>, field: &str, pointer: &str) {
    if let Some(value) =
        fields.get_mut(field).and_then(|field| field.pointer_mut(pointer)).filter(|value| !value.is_null())
    {
        *value = "•••".into();
    }
}
