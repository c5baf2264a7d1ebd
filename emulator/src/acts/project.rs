//! Makes and changes projects.

use serde_json::{Map, Value};

use crate::domain::merchant::Merchant;
use crate::domain::project::Owner;
use crate::domain::project_json::{self, NewProject};
use crate::domain::refusal::Refusal;
use crate::domain::wrong::Wrong;
use crate::store::Store;

/// A new project with the given fields, unsaved. `merchant` names its owner: an id, a name, or the name of a new
/// merchant.
pub(crate) fn new(store: &Store<'_>, mut wishes: Map<String, Value>, strict: bool) -> Result<Merchant, Refusal> {
    let (id, keys) = store.new_keys()?;
    let owner = match wishes.remove("merchant") {
        None => None,
        Some(Value::String(named)) if !named.trim().is_empty() => {
            let mut owners = store.merchants()?.into_iter().map(|other| other.owner);
            let known = owners.find(|owner| owner.id == named || owner.name == named);
            Some(known.unwrap_or_else(|| Owner { id: keys.owner_id.clone(), name: named }))
        }
        Some(_) => return Err(Wrong::new("merchant", "must be the id or the name of a merchant").into()),
    };
    let project = project_json::create(NewProject { id, keys, strict, owner }, wishes)?;
    match store.taken(&project, true)? {
        Some(wrong) => Err(wrong.into()),
        None => Ok(project),
    }
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
