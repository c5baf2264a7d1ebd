//! The rules for webhooks.

use super::Violation;
use crate::{
    calls::webhooks::restore_claim,
    value::{ClaimText, NoticeText},
    webhook::{notice, source},
};

pub(crate) fn serialized_notice(value: &NoticeText, field: &str) -> Result<(), Violation> {
    notice::restore(value.text()).map(drop).map_err(|rule| Violation::new(field, rule))
}

pub(crate) fn serialized_claim(value: &ClaimText, field: &str) -> Result<(), Violation> {
    restore_claim(value.text()).map(drop).map_err(|rule| Violation::new(field, rule))
}

#[allow(clippy::ptr_arg, reason = "#[model] hands every value on by reference")]
pub(crate) fn proxies(value: &Vec<String>, field: &str) -> Result<(), Violation> {
    source::proxies(value, field).map(drop)
}
