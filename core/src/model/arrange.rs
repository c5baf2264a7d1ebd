//! Arranges the API's fields into the shape of a model.

use serde_json::Value;

use crate::{
    value::MASK,
    wire::{Fields, lenient_integer},
};

/// Copies the number in `status` to `status_code`.
pub(super) fn status(fields: &mut Fields<'_, '_>) -> Result<(), String> {
    let code = fields.get("status").and_then(lenient_integer).ok_or("`status` must be a whole number")?;
    fields.put_number("status", code);
    fields.copy("status", "status_code");
    Ok(())
}

/// Redacts a value in a field: in `raw`, one that has a field of its own that is not printed.
pub(super) fn blot(fields: &mut Fields<'_, '_>, field: &str, pointer: &str) {
    let Some(json) = fields.get(field) else { return };
    // Always written anew: where a name stands there twice, the text has what the value has not.
    let mut value: Value = serde_json::from_str(json).unwrap_or_default();
    if let Some(blotted) = value.pointer_mut(pointer).filter(|value| !value.is_null()) {
        *blotted = MASK.into();
    }
    fields.put(field, value.to_string());
}
