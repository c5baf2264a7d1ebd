//! The PG API, `/v2`: the endpoints, their parameters and their responses.
//!
//! An endpoint is one [`endpoint::Endpoint`] in a module here and one line in `routes`.

mod billing_issue;
mod billing_key;
pub(crate) mod call;
mod cancel;
mod cash_receipt;
mod charge;
mod confirm;
pub(crate) mod endpoint;
mod escrow;
pub(crate) mod fields;
mod identity;
mod receipt;
mod request;
mod reseller;
mod reservation;
pub(crate) mod routes;
mod seller;
mod token;
mod user;
mod wallet;
mod webhook;
