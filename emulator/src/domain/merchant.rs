//! Merchants: who may call, and how the emulator treats them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::ids::Keys;

/// How long asking again hands out the same token unless the merchant says otherwise, in seconds.
const TOKEN_REUSE: i64 = 25 * 60;

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

/// What a buyer does about consent to a debit, asked for on the phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Consent {
    /// Nothing until the control API plays the buyer.
    #[default]
    Asked,
    /// Consents at once.
    Given,
}

/// A method that a merchant has activated at a PG.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activated {
    /// The PG, by symbol or Korean name.
    pub pg: String,
    /// The method, by symbol or Korean name.
    pub method: String,
}

/// A merchant of the emulator. Its keys are made up and open no door elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own, named in JSON")]
pub struct Merchant {
    /// The emulator's name for it: 24 hexadecimal characters.
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
    /// How long asking again hands out the same access token, in seconds from its first issue: 0 to 1799.
    pub token_reuse_seconds: i64,
    /// The status of a billing key that was published after consent: 11, or 1. Sources disagree.
    pub published_status: i64,
    /// Whether user tokens and wallets take Basic. Seen refused; official texts show it.
    pub basic_for_users: bool,
    /// Whether a billing key may be charged twice for one `order_id`. Sources disagree.
    pub repeated_order_ids: bool,
    /// Whether a `cancel_id` may be used twice on one payment, and cancels again. Sources disagree.
    pub repeated_cancel_ids: bool,
    /// What its buyers do about consent.
    pub consent: Consent,
    /// What its service wallets are answered with; no source shows one.
    pub service_wallets: Value,
    /// The HTTP status of a refusal, by its code: Bootpay documents none.
    pub http_statuses: BTreeMap<String, u16>,
    /// Whether Basic with its `secret_key` and an unknown `client_key` is `APP_CLIENT_KEY_NOT_FOUND`.
    pub client_key_not_found: bool,
    /// Whether its PGs issue cash receipts.
    pub cash_receipts: bool,
    /// Whether amounts bring faults, by their last three digits.
    pub magic_amounts: bool,
    /// What it has activated.
    pub payment_methods: Vec<Activated>,
}

impl Merchant {
    /// A merchant as it is unless asked otherwise: where sources disagree, on the likelier side.
    pub(crate) fn new(id: String, keys: Keys, strict: bool) -> Self {
        Self {
            id,
            client_key: keys.client_key,
            secret_key: keys.secret_key,
            application_id: keys.application_id,
            private_key: keys.private_key,
            company_name: "Emulator Shop".into(),
            mode: Mode::Live,
            strict,
            partial_cancel_status: 20,
            platform: Platform::Rest,
            token_reuse_seconds: TOKEN_REUSE,
            published_status: 11,
            basic_for_users: false,
            repeated_order_ids: false,
            repeated_cancel_ids: false,
            consent: Consent::Asked,
            service_wallets: json!([]),
            http_statuses: BTreeMap::new(),
            client_key_not_found: false,
            cash_receipts: true,
            magic_amounts: false,
            payment_methods: [("nicepay", "card"), ("nicepay", "bank"), ("nicepay", "vbank"), ("danal", "auth")]
                .map(|(pg, method)| Activated { pg: pg.into(), method: method.into() })
                .into(),
        }
    }
}
