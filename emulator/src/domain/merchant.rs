//! Merchants' projects: their keys and their settings.

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::ids::Keys;
use crate::domain::notification::Notifications;
use crate::domain::platform::Platform;
use crate::domain::project::{Activation, ApplicationIds, KeyPair, Owner, Registration, TestMode};
use crate::domain::site::GATEWAY;

/// Seconds in which a token request returns the same token, unless the merchant's setting differs.
const TOKEN_REUSE: i64 = 25 * 60;

/// Bootpay's mode of a merchant: live payments move money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Receipts say `sandbox: false`.
    #[default]
    Live,
    /// Receipts say `sandbox: true`.
    Test,
}

/// The buyer's reaction to a request for consent to a debit, on the phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Consent {
    /// Waits until the control API plays the buyer.
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

/// A merchant's project: one set of keys and settings. Its keys are made up and valid here only.
///
/// A merchant may own several; most tests need one, which stands for the merchant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own, named in JSON")]
pub struct Merchant {
    /// The emulator's id of the project: 24 hexadecimal characters.
    pub id: String,
    /// The name of the project.
    pub name: String,
    /// The merchant that owns it.
    pub owner: Owner,
    /// First half of the Basic credential.
    pub client_key: String,
    /// Second half of the Basic credential.
    pub secret_key: String,
    /// First half of the token credential, the application id for REST: 24 hexadecimal characters.
    pub application_id: String,
    /// Second half of the token credential.
    pub private_key: String,
    /// The application ids of its payment windows.
    pub application_ids: ApplicationIds,
    /// Further pairs of keys.
    pub keys: Vec<KeyPair>,
    /// The name on its receipts.
    pub company_name: String,
    /// Live or test.
    pub mode: Mode,
    /// Refuses requests with findings.
    pub strict: bool,
    /// The status of a partially cancelled receipt: 20 or 1. Sources disagree.
    pub partial_cancel_status: i64,
    /// The platform of its `application_id`.
    pub platform: Platform,
    /// Seconds from its issue in which a token request returns the same access token: 0 to 1799.
    pub token_reuse_seconds: i64,
    /// The status of a billing key that is published after consent: 11 or 1. Sources disagree.
    pub published_status: i64,
    /// Lets user tokens and wallets take Basic. Observed to be refused; official texts use it.
    pub basic_for_users: bool,
    /// Lets a billing key be charged twice for one `order_id`. Sources disagree.
    pub repeated_order_ids: bool,
    /// Lets a repeated `cancel_id` cancel the payment again. Sources disagree.
    pub repeated_cancel_ids: bool,
    /// Lets a billing key's first charge repeat the `subscription_id` of another one's. Sources disagree.
    pub repeated_subscription_ids: bool,
    /// Lets a cancel of 0 won cancel all that remains, as one without a price does. No source shows the response.
    pub zero_cancels_all: bool,
    /// The reaction of its buyers to a request for consent.
    pub consent: Consent,
    /// The response of the service wallets; no source shows one.
    pub service_wallets: Value,
    /// HTTP statuses of refusals by error code: Bootpay documents none.
    pub http_statuses: BTreeMap<String, u16>,
    /// Makes Basic with its `secret_key` and an unknown `client_key` fail with `APP_CLIENT_KEY_NOT_FOUND`.
    pub client_key_not_found: bool,
    /// Lets its PGs issue cash receipts.
    pub cash_receipts: bool,
    /// Lets the last three digits of an amount inject a fault.
    pub magic_amounts: bool,
    /// The response of `GET /v2/seller/payment/method` while `methods` is absent.
    pub payment_methods: Vec<Activated>,
    /// Its webhooks; none by default.
    #[serde(default)]
    pub notifications: Notifications,
    /// The methods that it has activated at PGs, each live or in test. Absent, it takes every method, in its `mode`.
    pub methods: Option<Vec<Activation>>,
    /// Lets a method be live though required settings are empty; its payments are then refused.
    pub live_without_settings: bool,
    /// The registrations in PGs' consoles, by PG. Absent, all are made where `methods` is absent too, else none.
    pub registrations: Option<BTreeMap<String, Registration>>,
    /// The addresses and networks that may use the REST API. Absent, all may.
    pub allowed_addresses: Option<Vec<String>>,
    /// The origins whose pages may open a payment window. Absent, all may.
    pub allowed_origins: Option<Vec<String>>,
    /// The address that its requests seem to come from, in place of the peer's.
    pub seems_from: Option<IpAddr>,
    /// Bootpay's treatment of its test payments.
    pub test_mode: TestMode,
    /// The base of its payment window's gateway, as the caller reaches this emulator.
    #[serde(skip)]
    pub(crate) gateway_url: String,
}

impl Merchant {
    /// A project with the default settings: where sources disagree, the likelier one.
    pub(crate) fn new(id: String, keys: Keys, strict: bool) -> Self {
        Self {
            id,
            name: "default".into(),
            owner: Owner { id: keys.owner_id, name: "Emulator Shop".into() },
            client_key: keys.client_key,
            secret_key: keys.secret_key,
            application_id: keys.application_id,
            private_key: keys.private_key,
            application_ids: ApplicationIds { web: keys.web, android: keys.android, ios: keys.ios },
            keys: Vec::new(),
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
            repeated_subscription_ids: false,
            zero_cancels_all: false,
            consent: Consent::Asked,
            service_wallets: json!([]),
            http_statuses: BTreeMap::new(),
            client_key_not_found: false,
            cash_receipts: true,
            magic_amounts: false,
            payment_methods: [("nicepay", "card"), ("nicepay", "bank"), ("nicepay", "vbank"), ("danal", "auth")]
                .map(|(pg, method)| Activated { pg: pg.into(), method: method.into() })
                .into(),
            notifications: Notifications::default(),
            methods: None,
            live_without_settings: false,
            registrations: None,
            allowed_addresses: None,
            allowed_origins: None,
            seems_from: None,
            test_mode: TestMode::default(),
            gateway_url: GATEWAY.into(),
        }
    }

    /// The project without the address at which one run of the emulator is reached.
    pub(crate) fn anywhere(self) -> Self {
        Self { gateway_url: GATEWAY.into(), ..self }
    }

    /// The platform of one of its application ids.
    pub(crate) fn platform_of(&self, application_id: &str) -> Option<Platform> {
        let ids = &self.application_ids;
        let all = [
            (&self.application_id, self.platform),
            (&ids.web, Platform::Web),
            (&ids.android, Platform::Android),
            (&ids.ios, Platform::Ios),
        ];
        all.into_iter().find(|(id, _)| *id == application_id).map(|(_, platform)| platform)
    }

    /// The secret key that belongs to one of its client keys.
    pub(crate) fn secret_of(&self, client_key: &str) -> Option<&str> {
        if self.client_key == client_key {
            return Some(&self.secret_key);
        }
        self.keys.iter().find(|pair| pair.client_key == client_key).map(|pair| pair.secret_key.as_str())
    }
}
