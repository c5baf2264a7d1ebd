//! The parts of a merchant's project: its application ids, key pairs, activated methods and registrations at PGs.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// Hours until Bootpay cancels a charged test payment, unless the project's setting differs. Its manual says 24;
/// the manual's own pictures show 3.
const AUTO_CANCEL_HOURS: u32 = 24;

/// The merchant that owns a project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    /// The emulator's id of the merchant: 24 hexadecimal characters.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The application ids of a project besides that for REST, one for each platform of a payment window.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplicationIds {
    /// For web pages.
    pub web: String,
    /// For Android apps.
    pub android: String,
    /// For iOS apps.
    pub ios: String,
}

/// A further pair of keys of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyPair {
    /// Its name in the console.
    #[serde(default)]
    pub name: String,
    /// First half of the Basic credential.
    pub client_key: String,
    /// Second half of the Basic credential.
    pub secret_key: String,
}

/// The settings that a PG issues to a merchant; their values are secrets.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings(pub BTreeMap<String, String>);

impl fmt::Debug for Settings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(self.0.keys()).finish()
    }
}

/// A method at a PG.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activation {
    /// The PG's symbol.
    pub pg: String,
    /// The method's symbol.
    pub method: String,
    /// False where the method is switched off, its settings kept.
    #[serde(default = "yes")]
    pub active: bool,
    /// True where payments are live, false where they are tests.
    #[serde(default)]
    pub live: bool,
    /// The settings that the PG issued.
    #[serde(default)]
    pub settings: Settings,
}

fn yes() -> bool {
    true
}

/// The registrations of Bootpay that a merchant makes in a PG's console.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// Bootpay's addresses may cancel.
    #[serde(default)]
    pub cancel_address: bool,
    /// Bootpay's URL is told of deposits to virtual accounts.
    #[serde(default)]
    pub deposit_url: bool,
}

/// The source that decides which PGs' test payments move money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TestCharges {
    /// Bootpay's help of 2026: all but KCP, and but Lightpay's billing.
    #[default]
    Help,
    /// Bootpay's manual of 2021: KCP, Inicis and LG U+ (Toss Payments) return data only.
    Manual,
}

/// Bootpay's treatment of test payments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TestMode {
    /// The source that decides which PGs' test payments move money.
    pub charges: TestCharges,
    /// Hours from the payment until Bootpay cancels it: 1 to 720.
    pub auto_cancel_hours: u32,
    /// Makes Bootpay miss that, as it warns.
    pub auto_cancel_missed: bool,
}

impl Default for TestMode {
    fn default() -> Self {
        Self { charges: TestCharges::Help, auto_cancel_hours: AUTO_CANCEL_HOURS, auto_cancel_missed: false }
    }
}
