//! Calls that take more than one exchange, or whose response has to prove something.

pub(crate) mod attempts;
mod billing;
mod cash_receipts;
mod escrow;
mod identity;
mod payments;
mod reservations;
mod setup;
mod wallets;
pub(crate) mod webhooks;
