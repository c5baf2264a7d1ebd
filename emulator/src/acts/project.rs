//! Makes and changes projects.

use serde_json::{Map, Value};

use crate::domain::merchant::Merchant;
use crate::domain::project::Owner;
use crate::domain::project_json;
use crate::domain::refusal::Refusal;
use crate::domain::wrong::Wrong;
use crate::store::Store;

/// A new project with the given fields, unsaved. Nothing is activated and nothing registered unless they say so,
/// and `merchant` names its owner: an id, a name, or the name of a new merchant.
pub(crate) fn new(store: &Store<'_>, mut wishes: Map<String, Value>, strict: bool) -> Result<Merchant, Refusal> {
    let (id, keys) = store.new_keys()?;
    let mut project = Merchant { methods: Some(Vec::new()), ..Merchant::new(id, keys, strict) };
    if let Some(merchant) = wishes.remove("merchant") {
        let Value::String(merchant) = merchant else {
            return Err(Wrong::new("merchant", "must be the id or the name of a merchant").into());
        };
        let others = store.merchants()?;
        let owner =
            others.into_iter().map(|other| other.owner).find(|owner| owner.id == merchant || owner.name == merchant);
        project.owner = owner.unwrap_or(Owner { name: merchant, ..project.owner });
        project.company_name.clone_from(&project.owner.name);
    }
    if let Some(id) = wishes.remove("id") {
        project.id = chosen_id(&id)?;
        if store.merchant(&project.id)?.is_some() {
            return Err(Wrong::new("id", "another project has it").into());
        }
    }
    changed(&project, wishes)
}

/// The project with these fields replaced, checked and unsaved.
pub(crate) fn changed(project: &Merchant, wishes: Map<String, Value>) -> Result<Merchant, Refusal> {
    checked(project_json::with(project, wishes)?)
}

/// The project, once every field is right.
pub(crate) fn checked(mut project: Merchant) -> Result<Merchant, Refusal> {
    project.check()?;
    Ok(project)
}

fn chosen_id(id: &Value) -> Result<String, Wrong> {
    match id.as_str() {
        Some(id) if id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit()) => Ok(id.to_owned()),
        _ => Err(Wrong::new("id", "must have 24 hexadecimal characters")),
    }
}
