//! Injected faults: responses and connections that fail at the test's command.
//!
//! `fault` defines them, `wish` and `plan` read them from a test, `pick` and `magic` choose the one
//! that a request meets, `spoil` turns a response into its fault, and `instead` holds those that break its
//! connection.

pub(crate) mod fault;
pub(crate) mod instead;
mod magic;
pub(crate) mod pick;
pub(crate) mod plan;
pub(crate) mod spoil;
pub(crate) mod target;
pub(crate) mod wish;
