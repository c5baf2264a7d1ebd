//! Payments, billing keys, reservations and the other objects of a merchant: their fields, their
//! transitions and their JSON. No I/O, no store, no time of its own.

pub(crate) mod activation;
pub(crate) mod address;
pub(crate) mod billing_key;
pub(crate) mod cash_receipt;
pub(crate) mod catalog;
pub(crate) mod charge;
pub(crate) mod clock;
pub(crate) mod date;
pub(crate) mod escrow;
pub(crate) mod identity;
pub(crate) mod ids;
pub(crate) mod instrument;
pub(crate) mod loopback;
pub(crate) mod merchant;
pub(crate) mod money;
pub(crate) mod notification;
pub(crate) mod offer;
pub(crate) mod origin;
pub(crate) mod payment;
pub(crate) mod pg_result;
pub(crate) mod project;
pub(crate) mod project_check;
pub(crate) mod project_json;
pub(crate) mod receipt;
pub(crate) mod refusal;
pub(crate) mod reseller;
pub(crate) mod reservation;
pub(crate) mod samples;
pub(crate) mod secrets;
pub(crate) mod values;
pub(crate) mod wallet;
pub(crate) mod webhook;
pub(crate) mod window;
pub(crate) mod wrong;
