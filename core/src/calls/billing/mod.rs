//! The calls on billing keys that move money.

mod charge;
mod finish_easy;
mod issue;
mod issue_transfer;
