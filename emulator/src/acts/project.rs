//! Makes and changes projects.

use std::collections::BTreeSet;
use std::iter;

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
    let anonymous = owner.is_none();
    let mut project = project_json::create(NewProject { id, keys, strict, owner }, wishes)?;
    if anonymous {
        project.owner.name = free_name(store, &project.owner.name)?;
    }
    match store.taken(&project, true)? {
        Some(wrong) => Err(wrong.into()),
        None => Ok(project),
    }
}

/// This name, with a number if another merchant has it.
pub(crate) fn free_name(store: &Store<'_>, name: &str) -> Result<String, Refusal> {
    let taken: BTreeSet<String> = store.merchants()?.into_iter().map(|other| other.owner.name).collect();
    let numbered = (2..).map(|number| format!("{name} {number}"));
    let free = iter::once(name.to_owned()).chain(numbered).find(|name| !taken.contains(name));
    Ok(free.unwrap_or_default())
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
