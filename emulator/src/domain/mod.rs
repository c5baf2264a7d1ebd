//! Payments, billing keys, reservations and everything else a merchant deals with.

pub(crate) mod billing_key;
pub(crate) mod cash_receipt;
pub(crate) mod catalog;
pub(crate) mod charge;
pub(crate) mod clock;
pub(crate) mod escrow;
pub(crate) mod identity;
pub(crate) mod ids;
pub(crate) mod instrument;
pub(crate) mod merchant;
pub(crate) mod money;
pub(crate) mod payment;
pub(crate) mod receipt;
pub(crate) mod refusal;
pub(crate) mod reseller;
pub(crate) mod reservation;
pub(crate) mod wallet;
pub(crate) mod webhook;
