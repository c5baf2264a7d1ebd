use bootpay_macros::model;

use super::{Method, Pg, Platform};
use crate::value::Json;

/// The application ids of a project at Bootpay, one for each platform: 24 hexadecimal digits each, all different.
/// They are public, unlike the private key.
#[model(input)]
pub struct ApplicationIds {
    /// For payment windows on web pages.
    #[check(application_id)]
    pub web: Option<String>,
    /// For payment windows in Android apps.
    #[check(application_id)]
    pub android: Option<String>,
    /// For payment windows in iOS apps.
    #[check(application_id)]
    pub ios: Option<String>,
    /// For the merchant's server; the `application_id` of the credentials, if they have one.
    #[check(application_id)]
    pub rest: Option<String>,
}

/// Asks for the client's application id for a platform.
#[model(request)]
pub struct GetApplicationId {
    /// The platform.
    pub platform: Platform,
}

/// Asks if a PG can do something.
#[model(request)]
pub struct CheckSupport {
    /// The PG.
    pub pg: Pg,
    /// The capability.
    pub capability: Capability,
}

/// Something that a PG can or cannot do.
#[model]
pub enum Capability {
    /// The merchant's server confirms a payment after the window: `payments.confirm`.
    #[name("separate_confirmation", "분리 승인")]
    SeparateConfirmation,
    /// A payment can be refunded in part; not by every method.
    #[name("partial_cancel", "부분 취소")]
    PartialCancel,
    /// Payments with escrow.
    #[name("escrow", "에스크로")]
    Escrow,
    /// Cash receipts.
    #[name("cash_receipt", "현금영수증")]
    CashReceipt,
    /// Billing keys of cards, issued in the payment window.
    #[name("billing_window", "결제창 빌링키")]
    BillingWindow,
    /// Billing keys of cards, issued over REST.
    #[name("billing_rest", "REST 빌링키")]
    BillingRest,
    /// Billing keys of accounts.
    #[name("account_debit", "계좌 자동이체")]
    AccountDebit,
    /// Identity verification.
    #[name("identity", "본인인증")]
    Identity,
    /// A deposit to a virtual account can be refunded.
    #[name("virtual_account_refund", "가상계좌 환불")]
    VirtualAccountRefund,
    /// Test payments really charge the buyer; Bootpay or the PG refunds them later.
    #[name("charges_in_test", "테스트 결제 실청구")]
    ChargesInTest,
}

/// Support of a capability by a PG, as far as a public source says.
#[model]
pub enum Support {
    /// It can.
    #[name("yes", "가능")]
    Yes,
    /// It cannot.
    #[name("no", "불가")]
    No,
    /// It can after a contract with the PG.
    #[name("by_contract", "계약 필요")]
    ByContract,
    /// No source says.
    #[name("unknown", "알 수 없음")]
    Unknown,
}

/// Bootpay's addresses, for firewalls and for the consoles of PGs. From Bootpay's manual and its help.
#[model]
pub struct BootpayAddresses {
    /// The network from which webhooks come, as CIDR. Allow all of it: a rule for a single address loses webhooks.
    pub webhook_network: String,
    /// The addresses from which Bootpay cancels payments: register each of them in the consoles of
    /// `cancel_address_pgs`.
    pub cancel_addresses: Vec<String>,
    /// The PGs that cancel only for registered addresses.
    pub cancel_address_pgs: Vec<Pg>,
    /// The URLs to register in PGs' consoles, so that deposits to virtual accounts are reported to Bootpay.
    pub deposit_urls: Vec<DepositUrl>,
    /// The hosts that KCP's result URL for identity verification must list.
    pub identity_hosts: Vec<String>,
}

/// The URL that a PG calls after a deposit to a virtual account.
#[model]
pub struct DepositUrl {
    /// The PG.
    pub pg: Pg,
    /// Bootpay's URL for it.
    pub url: String,
}

/// Asks what a set-up lacks before it goes live.
#[model(request)]
pub struct CheckReadiness {
    /// The set-up, with the names of docs/setup.md: what the emulator exports of a project, or the same written by
    /// hand. Every part may be left out, and then is not judged; parts that this version does not know are ignored.
    #[personal]
    pub setup: Json,
}

/// Something to mend, or to know, before going live.
#[model]
pub struct ReadinessItem {
    /// Subject of the item.
    pub code: ReadinessCode,
    /// Seriousness.
    pub severity: ReadinessSeverity,
    /// The party that can mend it.
    pub actor: ReadinessActor,
    /// The PG that it is about.
    pub pg: Option<Pg>,
    /// The payment method that it is about.
    pub method: Option<Method>,
    /// The platform that it is about.
    pub platform: Option<Platform>,
    /// The capability that it is about.
    pub capability: Option<Capability>,
    /// The payment that it is about.
    pub receipt_id: Option<String>,
    /// The item in Korean, with what to do.
    pub korean: String,
    /// The item in English, with what to do.
    pub english: String,
    /// A page of Bootpay's, or of the PG's, where it is mended or explained.
    pub link: Option<String>,
}

/// Seriousness of an item.
#[model]
pub enum ReadinessSeverity {
    /// Payments fail, or money or goods are lost: do not go live.
    #[name("blocker", "차단")]
    Blocker,
    /// Something is likely to go wrong.
    #[name("warning", "경고")]
    Warning,
    /// To be known.
    #[name("note", "참고")]
    Note,
}

/// The party that can mend an item.
#[model]
pub enum ReadinessActor {
    /// The merchant: in its code, at Bootpay or in a PG's console.
    #[name("merchant", "가맹점")]
    Merchant,
    /// The PG, by a contract or by the values that it issues.
    #[name("pg", "PG사")]
    Pg,
    /// Bootpay.
    #[name("bootpay", "부트페이")]
    Bootpay,
}

/// Subject of an item.
#[model(open)]
pub enum ReadinessCode {
    /// A platform in use has no application id.
    ApplicationIdMissing,
    /// An application id has not 24 hexadecimal digits.
    ApplicationIdMalformed,
    /// Two platforms have one application id.
    ApplicationIdsEqual,
    /// An id or key is the sample of a public manual.
    SampleId,
    /// The private key and an application id are in each other's place.
    PrivateKeyMisplaced,
    /// No pair of keys is complete.
    CredentialsMissing,
    /// A key is in what a page or an app gets.
    SecretInClient,
    /// No method is activated.
    NoActiveMethod,
    /// A method is activated at no PG.
    MethodWithoutPg,
    /// The PG is not known to offer the method.
    MethodNotOffered,
    /// Settings that the PG issued are missing.
    SettingsMissing,
    /// Tests of this PG need the merchant's own settings.
    TestKeysMissing,
    /// A method is in test.
    StillTest,
    /// Billing keys have the same merchant id as other payments.
    BillingSettingsShared,
    /// Kakao Pay's setting of its old mode is filled.
    AdminKeyFilled,
    /// KCP's `web_site_id` is filled.
    WebSiteIdFilled,
    /// Virtual accounts are in test.
    VirtualAccountInTest,
    /// A PG cannot do something that the merchant uses.
    CapabilityUnsupported,
    /// Something that the merchant uses needs a contract with the PG.
    CapabilityByContract,
    /// No source says if the PG can do something that the merchant uses.
    CapabilityUnknown,
    /// The lowest price is below Bootpay's minimum.
    PriceBelowMinimum,
    /// The lowest price is below the PG's minimum.
    PriceBelowFloor,
    /// Bootpay's addresses are not registered at the PG.
    CancelAddressMissing,
    /// Bootpay's URL for deposits is not registered at the PG.
    DepositUrlMissing,
    /// The contract with the PG lacks refunds of virtual accounts.
    VirtualAccountRefundMissing,
    /// The PG cannot refund virtual accounts.
    VirtualAccountNotRefundable,
    /// Identity verification has no contract of its own.
    IdentityContractMissing,
    /// Bootpay's hosts are not registered for identity verification.
    IdentityUrlMissing,
    /// No webhook is set.
    WebhookMissing,
    /// The webhook is not https.
    WebhookNotHttps,
    /// The webhook's host cannot be reached from outside.
    WebhookNotPublic,
    /// The webhook redirects.
    WebhookRedirects,
    /// A platform has no Feedback URL, and there is no webhook.
    FeedbackMissing,
    /// Every address may use the REST API.
    RestOpen,
    /// The list of origins lacks localhost while something is in test.
    OriginsWithoutLocalhost,
    /// A charged test payment is not cancelled yet.
    TestPaymentOpen,
    /// A charged test payment should have been cancelled by now.
    TestPaymentOverdue,
}
