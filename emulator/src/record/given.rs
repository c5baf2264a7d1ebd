//! The keys and ids with which the real Bootpay is asked.

use std::env;

use super::Stop;

/// What the environment gives.
pub(super) struct Given {
    pub(super) client_key: String,
    pub(super) secret_key: String,
    /// The REST application id and its private key.
    pub(super) application: Option<(String, String)>,
    /// A paid test payment, to be refunded.
    pub(super) receipt_id: Option<String>,
    /// A test billing key, to be charged.
    pub(super) billing_key: Option<String>,
}

impl Given {
    pub(super) fn from_environment() -> Result<Self, Stop> {
        let given = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let needed = |name: &str| given(name).ok_or_else(|| format!("{name} must be set, to a key of a test project"));
        Ok(Self {
            client_key: needed("BOOTPAY_CLIENT_KEY")?,
            secret_key: needed("BOOTPAY_SECRET_KEY")?,
            application: given("BOOTPAY_APPLICATION_ID").zip(given("BOOTPAY_PRIVATE_KEY")),
            receipt_id: given("BOOTPAY_RECEIPT_ID"),
            billing_key: given("BOOTPAY_BILLING_KEY"),
        })
    }

    /// The kinds of requests that the walk makes.
    pub(super) fn kinds(&self) -> &'static str {
        if self.receipt_id.is_some() || self.billing_key.is_some() {
            "reads and small test payments"
        } else {
            "reads, and one payment that nobody pays,"
        }
    }
}
