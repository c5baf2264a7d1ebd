//! The application ids by platform.

use crate::{
    error::BootpayError,
    model::{ApplicationIds, ErrorKind, Platform},
    symbol::spelt,
};

impl ApplicationIds {
    /// Returns the id for a platform.
    pub fn of(&self, platform: Platform) -> Option<&str> {
        let id = match platform {
            Platform::Web => &self.web,
            Platform::Android => &self.android,
            Platform::Ios => &self.ios,
            Platform::Rest => &self.rest,
        };
        id.as_deref()
    }
}

/// The error of a platform whose id the client does not have.
pub(crate) fn missing(platform: Platform) -> BootpayError {
    let (options, platform) = (spelt("application_ids"), platform.symbol());
    let detail = format!(
        "the client has no application id for {platform}: give it {options}.{platform}, from Bootpay's console"
    );
    BootpayError::new(ErrorKind::Config, detail)
}
