//! A set-up file: merchants with their projects, in TOML.
//!
//! ```toml
//! [[merchant]]
//! name = "Tea house"
//!
//! [[merchant.project]]
//! name = "web shop"
//! ```

use serde_json::{Map, Value};

use crate::domain::ids::Keys;
use crate::domain::merchant::Merchant;
use crate::domain::project::Owner;
use crate::domain::project_json::{self, NewProject};
use crate::domain::rule::Rule;
use crate::domain::toml_text::Parsed;
use crate::domain::values::quoted;
use crate::domain::wrong::Wrong;

/// The projects of a set-up file, not yet checked.
pub(crate) struct World {
    parsed: Parsed,
    pub(crate) projects: Vec<Planned>,
}

/// A project of a set-up file.
pub(crate) struct Planned {
    /// The path of its table: `merchant[0].project[1]`.
    pub(crate) path: String,
    /// The number of its merchant.
    pub(crate) merchant: usize,
    owner_id: Option<String>,
    owner_name: String,
    fields: Map<String, Value>,
}

impl World {
    /// Reads the outline of a file; an error names line and field.
    pub(crate) fn read(text: &str) -> Result<Self, Rule> {
        let mut parsed = Parsed::read(text)?;
        let root = std::mem::take(&mut parsed.root);
        match projects(&root) {
            Ok(projects) => Ok(Self { parsed, projects }),
            Err(wrong) => Err(parsed.lined(wrong)),
        }
    }

    /// An error in one of its projects, with line and field.
    pub(crate) fn lined(&self, project: &Planned, wrong: Wrong) -> Rule {
        self.parsed.lined(wrong.within(&project.path))
    }
}

impl Planned {
    /// The project with every field checked. `owner` is that of an earlier project of the same merchant.
    pub(crate) fn build(&self, id: String, keys: Keys, owner: Option<&Owner>, strict: bool) -> Result<Merchant, Wrong> {
        let id_of_owner = self.owner_id.clone().unwrap_or_else(|| keys.owner_id.clone());
        let owner = owner.cloned().unwrap_or(Owner { id: id_of_owner, name: self.owner_name.clone() });
        project_json::create(NewProject { id, keys, strict, owner: Some(owner) }, self.fields.clone())
    }
}

fn projects(root: &Map<String, Value>) -> Result<Vec<Planned>, Wrong> {
    if let Some(key) = root.keys().find(|key| *key != "merchant") {
        return Err(Wrong::by(key, Rule::NotAMerchant));
    }
    let mut projects = Vec::new();
    for (merchant, mut table) in tables(root.get("merchant"), "merchant")?.into_iter().enumerate() {
        let path = format!("merchant[{merchant}]");
        if let Some(key) = table.keys().find(|key| !["id", "name", "project"].contains(&key.as_str())) {
            return Err(Wrong::by(&format!("{path}.{key}"), Rule::UnknownField { allowed: "id, name, project" }));
        }
        let name =
            text(&mut table, &path, "name")?.ok_or_else(|| Wrong::by(&path, Rule::LacksField { name: "name" }))?;
        let owner_id = text(&mut table, &path, "id")?;
        if owner_id.as_deref().is_some_and(|id| !project_json::is_id(id)) {
            return Err(Wrong::by(&format!("{path}.id"), Rule::NotAnId));
        }
        let inner = format!("{path}.project");
        let planned = tables(table.remove("project").as_ref(), &inner)?;
        if projects.iter().any(|other: &Planned| other.owner_name == name) {
            return Err(Wrong::by(&format!("{path}.name"), Rule::NameTaken { name: quoted(&name) }));
        }
        projects.extend(planned.into_iter().enumerate().map(|(at, fields)| Planned {
            path: format!("{inner}[{at}]"),
            merchant,
            owner_id: owner_id.clone(),
            owner_name: name.clone(),
            fields,
        }));
    }
    Ok(projects)
}

/// The tables of `[[name]]`; there must be one.
fn tables(value: Option<&Value>, path: &str) -> Result<Vec<Map<String, Value>>, Wrong> {
    let missing = || Wrong::by(path, Rule::NoTables { header: plain_path(path) });
    let Value::Array(items) = value.ok_or_else(missing)? else {
        return Err(Wrong::by(path, Rule::NotTables { header: plain_path(path) }));
    };
    if items.is_empty() {
        return Err(missing());
    }
    let table = |(at, item): (usize, &Value)| match item {
        Value::Object(table) => Ok(table.clone()),
        _ => Err(Wrong::by(&format!("{path}[{at}]"), Rule::NotATable)),
    };
    items.iter().enumerate().map(table).collect()
}

/// A path as the headers of tables have it: `merchant.project`.
fn plain_path(path: &str) -> String {
    path.split('.').map(|part| part.split('[').next().unwrap_or_default()).collect::<Vec<_>>().join(".")
}

fn text(table: &mut Map<String, Value>, path: &str, name: &str) -> Result<Option<String>, Wrong> {
    match table.remove(name) {
        None => Ok(None),
        Some(Value::String(text)) if !text.trim().is_empty() => Ok(Some(text)),
        Some(_) => Err(Wrong::by(&format!("{path}.{name}"), Rule::NotAText)),
    }
}

/// Writes projects as a set-up file, with every id and key, and the settings that PGs issued.
pub(crate) fn write(projects: &[Merchant]) -> Result<String, String> {
    let mut merchants: Vec<(&Owner, Vec<Value>)> = Vec::new();
    for project in projects {
        let fields = Value::Object(project_json::written(project));
        match merchants.iter_mut().find(|(owner, _)| **owner == project.owner) {
            Some((_, projects)) => projects.push(fields),
            None => merchants.push((&project.owner, vec![fields])),
        }
    }
    let merchants: Vec<_> = merchants
        .into_iter()
        .map(|(owner, projects)| serde_json::json!({ "id": owner.id, "name": owner.name, "project": projects }))
        .collect();
    toml::to_string(&serde_json::json!({ "merchant": merchants })).map_err(|error| error.to_string())
}
