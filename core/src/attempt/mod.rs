//! What became of calls whose reply was lost.

mod look;
mod settle;
mod signs;
pub(crate) mod stored;
