//! Merchants: who may call, and how the sandbox treats them.

use serde::{Deserialize, Serialize};

/// Whether a merchant's payments move money, in Bootpay's eyes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Receipts say `sandbox: false`.
    #[default]
    Live,
    /// Receipts say `sandbox: true`.
    Test,
}

/// What kind of application an `application_id` belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Platform {
    /// May ask for a token.
    #[default]
    Rest,
    /// Is refused a token with `APP_KEY_NOT_REST`.
    Web,
}

/// A merchant of the sandbox. Its keys are made up and open no door elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merchant {
    /// The sandbox's name for it: 24 hexadecimal characters.
    pub id: String,
    /// First half of the Basic credential.
    pub client_key: String,
    /// Second half of the Basic credential.
    pub secret_key: String,
    /// First half of the token credential: 24 hexadecimal characters.
    pub application_id: String,
    /// Second half of the token credential.
    pub private_key: String,
    /// The name on its receipts.
    pub company_name: String,
    /// Live or test.
    pub mode: Mode,
    /// Whether a request with findings is refused.
    pub strict: bool,
    /// The status of a receipt that is cancelled in part: 20, or 1. Sources disagree.
    pub partial_cancel_status: i64,
    /// What kind of application its `application_id` is.
    pub platform: Platform,
}
