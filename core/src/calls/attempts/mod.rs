//! Finding out by reading what became of calls whose response was lost.

pub(super) mod evidence;
mod probe;
mod recover;
mod resolve;
pub(crate) mod rules;
