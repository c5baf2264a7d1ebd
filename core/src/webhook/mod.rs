//! Webhooks received: what a request says, where it comes from, and the response to it.

pub(crate) mod change;
mod form;
pub mod notice;
pub mod outcome;
pub mod source;
