//! Procedures over domain and store.

pub(crate) mod auth;
pub(crate) mod delivery;
