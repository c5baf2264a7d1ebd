//! A project in JSON and TOML: as the controls and the set-up file show it and take it.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::domain::merchant::Merchant;
use crate::domain::secrets::REDACTED;
use crate::domain::values::plain;
use crate::domain::wrong::Wrong;

/// Fields of a project that null empties; for the others null means nothing.
const EMPTIED: [&str; 5] = ["methods", "registrations", "allowed_addresses", "allowed_origins", "seems_from"];

/// Every field of a project, with its application ids in one object.
pub(crate) fn fields(project: &Merchant) -> Value {
    let mut fields = json!(project);
    if let Value::Object(fields) = &mut fields {
        let rest = fields.remove("application_id");
        fields["application_ids"]["rest"] = rest.unwrap_or_default();
    }
    fields
}

/// The project as a control shows it: without the values of the settings that its PGs issued.
pub(crate) fn shown(project: &Merchant) -> Value {
    let mut fields = fields(project);
    // Known to programs that were written for a single id.
    fields["application_id"] = project.application_id.as_str().into();
    for activation in fields["methods"].as_array_mut().into_iter().flatten() {
        for value in activation["settings"].as_object_mut().into_iter().flat_map(Map::values_mut) {
            *value = REDACTED.into();
        }
    }
    fields
}

/// The project with these fields replaced, unchecked; the fields of [`shown`] are the ones that can be.
pub(crate) fn with(project: &Merchant, wishes: Map<String, Value>) -> Result<Merchant, Wrong> {
    let mut fields = json!(project);
    for (name, wish) in wishes {
        if name == "application_ids" {
            with_ids(&mut fields, wish)?;
            continue;
        }
        match fields.get_mut(&name) {
            Some(field) if !matches!(name.as_str(), "id" | "owner") => {
                if !wish.is_null() || EMPTIED.contains(&name.as_str()) {
                    *field = wish;
                }
            }
            _ => {
                let known: Vec<_> = fields
                    .as_object()
                    .into_iter()
                    .flat_map(Map::keys)
                    .filter(|key| !matches!(key.as_str(), "id" | "owner"))
                    .map(String::as_str)
                    .collect();
                return Err(Wrong::new(
                    &name,
                    format!("a project has no field {name} that can be set; allowed are {}", known.join(", ")),
                ));
            }
        }
    }
    decoded(fields)
}

/// Replaces the given application ids.
fn with_ids(fields: &mut Value, wish: Value) -> Result<(), Wrong> {
    let Value::Object(wish) = wish else {
        return Err(Wrong::new("application_ids", "must be an object with web, android, ios, rest"));
    };
    for (platform, id) in wish {
        match platform.as_str() {
            "rest" => fields["application_id"] = id,
            "web" | "android" | "ios" => fields["application_ids"][platform] = id,
            _ => {
                let field = format!("application_ids.{platform}");
                return Err(Wrong::new(&field, "is no platform; allowed are web, android, ios, rest"));
            }
        }
    }
    Ok(())
}

/// Decodes JSON; the error names the field.
pub(crate) fn decoded<T: DeserializeOwned>(value: Value) -> Result<T, Wrong> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let field = error.path().to_string();
        Wrong::new(if field == "." { "" } else { &field }, plain(error.inner()))
    })
}
