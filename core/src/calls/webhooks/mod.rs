//! Webhooks that the merchant's server receives.

mod claim;
mod finish;
mod parse;
mod receive;

pub(crate) use claim::restore as restore_claim;
