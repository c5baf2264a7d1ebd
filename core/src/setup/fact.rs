//! Facts and their sources.

use crate::model::Support;

/// A fact about a PG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    pub support: Support,
    /// The source; absent where the fact is unknown.
    pub source: Option<&'static str>,
}

pub(super) const UNKNOWN: Fact = Fact { support: Support::Unknown, source: None };

pub(super) const fn yes(source: &'static str) -> Fact {
    Fact { support: Support::Yes, source: Some(source) }
}

pub(super) const fn no(source: &'static str) -> Fact {
    Fact { support: Support::No, source: Some(source) }
}

pub(super) const fn by_contract(source: &'static str) -> Fact {
    Fact { support: Support::ByContract, source: Some(source) }
}
