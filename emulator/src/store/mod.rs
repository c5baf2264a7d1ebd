//! The database: the single source of truth. Every request runs in one transaction.
//!
//! Each module here owns its tables and their queries, and has its line in `TABLES` of `database`.

mod billing_keys;
mod cache;
mod database;
pub(crate) mod deliveries;
mod delivery_list;
pub(crate) mod faults;
mod functions;
mod identities;
pub(crate) mod journal;
mod merchants;
mod movements;
mod needs;
pub(crate) mod payment_list;
mod payments;
mod progress;
pub(crate) mod request_list;
pub(crate) mod requests;
mod resellers;
mod reservations;
mod settings;
mod tokens;
mod transaction;
mod users;
mod waiting_faults;
mod wallets;
mod webhook_faults;
mod windows;
mod world;

pub(crate) use database::Database;
pub(crate) use needs::{MOST as MOST_NEEDS, Needs};
pub(crate) use progress::Progress;
pub(crate) use transaction::Store;
pub(crate) use waiting_faults::Waiting;
