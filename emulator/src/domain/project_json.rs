//! A project in JSON and TOML: as the controls and the set-up file show it and take it.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::domain::ids::{self, Keys};
use crate::domain::merchant::Merchant;
use crate::domain::project::Owner;
use crate::domain::rule::Rule;
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
                let allowed = known.join(", ");
                let field = name.clone();
                return Err(Wrong::by(&field, Rule::NoProjectField { name, allowed }));
            }
        }
    }
    decoded(fields)
}

/// The start of a new project.
pub(crate) struct NewProject {
    pub(crate) id: String,
    pub(crate) keys: Keys,
    pub(crate) strict: bool,
    pub(crate) owner: Option<Owner>,
}

/// A new project with the given fields, checked. Nothing is activated and nothing registered unless they say so;
/// `any_method` takes every method, as the project of a plain emulator does.
pub(crate) fn create(new: NewProject, mut wishes: Map<String, Value>) -> Result<Merchant, Wrong> {
    let mut project = Merchant { methods: Some(Vec::new()), ..Merchant::new(new.id, new.keys, new.strict) };
    if let Some(owner) = new.owner {
        project.company_name.clone_from(&owner.name);
        project.owner = owner;
    }
    if let Some(id) = wishes.remove("id") {
        project.id =
            id.as_str().filter(|id| is_id(id)).map(str::to_owned).ok_or_else(|| Wrong::new("id", MALFORMED_ID))?;
    }
    match wishes.remove("any_method") {
        None | Some(Value::Bool(false)) => {}
        Some(Value::Bool(true)) if wishes.contains_key("methods") => {
            return Err(Wrong::new("any_method", "goes without methods"));
        }
        Some(Value::Bool(true)) => project.methods = None,
        Some(_) => return Err(Wrong::new("any_method", "must be true or false")),
    }
    let mut project = with(&project, wishes)?;
    project.check()?;
    Ok(project)
}

const MALFORMED_ID: &str = "must have 24 hexadecimal characters";

/// Returns whether a text has the form of an id.
pub(crate) fn is_id(text: &str) -> bool {
    text.len() == 24 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The fields of a project in a set-up file: ids, keys, and what differs from a new project.
pub(crate) fn written(project: &Merchant) -> Map<String, Value> {
    let usual = Merchant {
        owner: project.owner.clone(),
        company_name: project.owner.name.clone(),
        methods: Some(Vec::new()),
        ..Merchant::new(String::new(), ids::keys(0, 0), false)
    };
    let (Value::Object(usual), Value::Object(mut written)) = (fields(&usual), fields(project)) else {
        return Map::new();
    };
    written.remove("owner");
    if written["methods"].is_null() {
        written.insert("any_method".into(), true.into());
    }
    written.retain(|name, value| !value.is_null() && (name == "name" || usual.get(name) != Some(value)));
    for value in written.values_mut() {
        drop_nulls(value);
    }
    written
}

/// TOML has no null: what is null is left out.
fn drop_nulls(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, value| !value.is_null());
            fields.values_mut().for_each(drop_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_nulls),
        _ => {}
    }
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
                return Err(Wrong::by(&field, Rule::NotAPlatform));
            }
        }
    }
    Ok(())
}

/// Decodes JSON; the error names the field.
pub(crate) fn decoded<T: DeserializeOwned>(value: Value) -> Result<T, Wrong> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let field = error.path().to_string();
        let field = if field == "." { "" } else { &field };
        let found = || Rule::NotDecoded { found: plain(error.inner()) };
        Wrong::by(field, Rule::of_decoder(error.inner()).unwrap_or_else(found))
    })
}
