//! The catalogue of PGs: their methods, the settings that they issue, their test payments, their registrations and
//! what each can do, with the source of each fact.
//!
//! Methods are from Bootpay's price page (2025) and the availability table of its Android SDK, billing and identity
//! from its manual. Settings of KCP, Kakao, Danal and Nice are named by Bootpay's help; the others have the PG's own
//! term in the manual of another aggregator with the same PGs, under a key of this project's. Test payments are from
//! Bootpay's help of 2026 (`charged`) and its manual of 2021 (`charged_by_manual`), methods without tests and minimum
//! amounts from the other aggregator's manual. A fact that no source states is [`UNKNOWN`].

use super::fact::{Fact, UNKNOWN, by_contract, no, yes};
use crate::model::{Method, Pg};

/// Bootpay's manual of 2021.
const MANUAL: &str = "Bootpay's manual (2021)";
/// Bootpay's help of 2026.
pub(super) const HELP: &str = "Bootpay's help (2026)";
/// Bootpay's price page and the availability table of its Android SDK.
pub(super) const METHODS: &str = "Bootpay's price page (2025), its manual (2021) and its Android SDK";
/// True of the PG itself; Bootpay does not say it.
const AGGREGATOR: &str = "the manual of another aggregator with the same PG (2026)";

/// A setting that a PG issues to a merchant.
pub struct Setting {
    pub key: &'static str,
    /// The methods that need it when live; empty where none does.
    needed_by: Needed,
}

enum Needed {
    ByAll,
    By(&'static [&'static str]),
    Never,
}

/// A PG's offer.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Offer {
    /// Its symbol.
    pub pg: &'static str,
    pub methods: &'static [&'static str],
    pub settings: &'static [Setting],
    /// The names of its settings are not known: any is taken, none is needed.
    pub any_settings: bool,
    /// The setting that is the merchant's id, where the PG issues another one for billing keys.
    pub own_for_billing: Option<&'static str>,
    /// True where the settings are needed for test payments too: Bootpay has no test merchant to share.
    pub needs_own_test_keys: bool,
    /// Test payments move money, by Bootpay's help of 2026; the methods that do not.
    charged: bool,
    free_methods: &'static [&'static str],
    /// Test payments move money, by the manual of 2021.
    charged_by_manual: bool,
    /// Methods that the PG cannot pay in test.
    pub untestable: &'static [&'static str],
    /// Cancels need Bootpay's addresses registered at the PG.
    pub needs_cancel_address: bool,
    /// The path of Bootpay's URL that has to be registered at the PG, for deposits to virtual accounts.
    pub deposit_path: Option<&'static str>,
    /// The smallest amount of a live payment by method, in won.
    pub floors: &'static [(&'static str, i64)],
    /// The server approves after the window.
    pub(super) separate_confirmation: Fact,
    pub(super) partial_cancel: Fact,
    pub(super) escrow: Fact,
    pub(super) cash_receipt: Fact,
    /// A deposit to a virtual account can be refunded.
    pub(super) vbank_refund: Fact,
    /// A test payment moves money, as Bootpay tells merchants.
    pub(super) charges_in_test: Fact,
}

const fn all(key: &'static str) -> Setting {
    Setting { key, needed_by: Needed::ByAll }
}

const fn some(key: &'static str, methods: &'static [&'static str]) -> Setting {
    Setting { key, needed_by: Needed::By(methods) }
}

const fn optional(key: &'static str) -> Setting {
    Setting { key, needed_by: Needed::Never }
}

const BILLING: &[&str] = &["card_rebill", "card_rebill_rest", "automatic_transfer_rest"];

/// What most PGs have in common.
const USUAL: Offer = Offer {
    pg: "",
    methods: &[],
    settings: &[],
    any_settings: false,
    own_for_billing: None,
    needs_own_test_keys: false,
    charged: true,
    free_methods: &[],
    charged_by_manual: true,
    untestable: &[],
    needs_cancel_address: false,
    deposit_path: None,
    floors: &[],
    separate_confirmation: UNKNOWN,
    partial_cancel: UNKNOWN,
    escrow: UNKNOWN,
    cash_receipt: UNKNOWN,
    vbank_refund: UNKNOWN,
    charges_in_test: yes(HELP),
};

/// Every PG that can be activated.
pub static OFFERS: &[Offer] = &[
    Offer {
        pg: "kcp",
        methods: &["card", "bank", "vbank", "phone", "naverpay", "kakao", "payco", "card_rebill", "auth"],
        // `cert` and `private_key_password` belong to its new API, `site_key` to its old module.
        settings: &[
            all("site_cd"),
            optional("site_key"),
            optional("cert"),
            optional("private_key_password"),
            some("kcpgroup_id", BILLING),
            optional("web_site_id"),
        ],
        own_for_billing: Some("site_cd"),
        charged: false,
        charged_by_manual: false,
        untestable: &["naverpay", "kakao"],
        needs_cancel_address: true,
        deposit_path: Some("/kcp/vbank/noti"),
        // Cards from 100 on request.
        floors: &[("card", 1000), ("bank", 400), ("vbank", 301), ("phone", 400)],
        separate_confirmation: yes(MANUAL),
        partial_cancel: yes(MANUAL),
        escrow: by_contract(MANUAL),
        cash_receipt: yes(MANUAL),
        vbank_refund: by_contract(AGGREGATOR),
        charges_in_test: no(HELP),
        ..USUAL
    },
    Offer {
        pg: "inicis",
        methods: &["card", "bank", "vbank", "phone", "kakao", "card_rebill"],
        settings: &[
            all("mid"),
            all("sign_key"),
            optional("hash_key"),
            all("iniapi_key"),
            all("iniapi_iv"),
            some("inilite_key", BILLING),
        ],
        charged_by_manual: false,
        deposit_path: Some("/inicis/vbank/noti"),
        floors: &[("card", 10), ("bank", 150), ("phone", 300)],
        separate_confirmation: yes(MANUAL),
        partial_cancel: yes(MANUAL),
        escrow: by_contract(MANUAL),
        cash_receipt: yes(MANUAL),
        vbank_refund: by_contract(AGGREGATOR),
        ..USUAL
    },
    Offer {
        pg: "nicepay",
        methods: &[
            "card",
            "bank",
            "vbank",
            "phone",
            "naverpay",
            "kakao",
            "payco",
            "card_rebill",
            "card_rebill_rest",
            "automatic_transfer_rest",
        ],
        settings: &[all("mid"), all("merchant_key"), optional("cancel_password")],
        own_for_billing: Some("mid"),
        deposit_path: Some("/nicepay/vbank/noti"),
        floors: &[("card", 100), ("bank", 200), ("vbank", 1), ("phone", 500)],
        separate_confirmation: yes(MANUAL),
        // Bootpay's manual lists it without a condition.
        partial_cancel: by_contract(AGGREGATOR),
        cash_receipt: yes(MANUAL),
        vbank_refund: by_contract(AGGREGATOR),
        ..USUAL
    },
    Offer {
        pg: "danal",
        methods: &["card", "bank", "vbank", "phone", "card_rebill", "auth"],
        settings: &[
            all("cpid"),
            some("cppwd", &["phone", "auth"]),
            some("card_key", &["card", "card_rebill"]),
            some("bank_key", &["bank", "vbank"]),
            some("item_code", &["phone"]),
        ],
        untestable: &["bank", "vbank", "auth"],
        floors: &[("card", 100), ("bank", 301), ("vbank", 301), ("phone", 301)],
        separate_confirmation: yes(MANUAL),
        partial_cancel: yes(MANUAL),
        cash_receipt: yes(MANUAL),
        vbank_refund: no(AGGREGATOR),
        ..USUAL
    },
    Offer {
        pg: "tosspayments",
        methods: &["card", "bank", "vbank", "phone", "toss", "card_rebill"],
        settings: &[all("mid"), all("client_key"), all("secret_key"), optional("mert_key")],
        // The manual has it under its older name, LG U+.
        charged_by_manual: false,
        floors: &[("card", 100), ("bank", 200), ("vbank", 1), ("phone", 300)],
        separate_confirmation: yes(MANUAL),
        partial_cancel: yes(AGGREGATOR),
        cash_receipt: yes(AGGREGATOR),
        vbank_refund: by_contract(AGGREGATOR),
        ..USUAL
    },
    Offer { pg: "tosspay", methods: &["toss"], settings: &[all("mid"), all("api_key")], ..USUAL },
    Offer {
        pg: "mobilians",
        methods: &["card", "phone"],
        settings: &[all("svc_id")],
        floors: &[("phone", 301)],
        separate_confirmation: yes(MANUAL),
        ..USUAL
    },
    Offer {
        pg: "payapp",
        methods: &["card", "bank", "vbank", "phone", "naverpay", "kakao", "payco", "card_rebill", "card_rebill_rest"],
        settings: &[all("userid"), all("linkkey"), all("linkval")],
        // The manual of 2021 contradicts itself.
        separate_confirmation: no(HELP),
        ..USUAL
    },
    Offer {
        pg: "payletter",
        methods: &["card", "bank", "vbank", "phone", "card_rebill"],
        settings: &[all("client_id"), all("api_key")],
        separate_confirmation: no(HELP),
        partial_cancel: yes(MANUAL),
        ..USUAL
    },
    Offer {
        pg: "welcome",
        methods: &["card", "bank", "vbank", "phone", "naverpay", "kakao", "card_rebill", "card_rebill_rest"],
        settings: &[all("mid"), all("sign_key")],
        floors: &[("bank", 300), ("vbank", 300)],
        separate_confirmation: yes(MANUAL),
        cash_receipt: yes(AGGREGATOR),
        vbank_refund: by_contract(AGGREGATOR),
        ..USUAL
    },
    Offer {
        pg: "kicc",
        methods: &["card", "bank", "vbank", "phone", "naverpay", "kakao", "payco", "card_rebill"],
        settings: &[all("mall_id"), all("crypto_key")],
        own_for_billing: Some("mall_id"),
        floors: &[("card", 100)],
        separate_confirmation: yes(MANUAL),
        cash_receipt: yes(AGGREGATOR),
        vbank_refund: by_contract(AGGREGATOR),
        ..USUAL
    },
    Offer {
        pg: "settlebank",
        methods: &["card", "bank", "vbank", "phone", "naverpay", "kakao"],
        settings: &[all("mid"), all("hash_key"), all("crypto_key")],
        separate_confirmation: yes(MANUAL),
        vbank_refund: by_contract(AGGREGATOR),
        ..USUAL
    },
    Offer {
        pg: "kiwoompay",
        methods: &["card", "bank", "vbank", "phone", "naverpay", "kakao", "payco"],
        settings: &[all("cpid"), all("auth_key"), all("mid")],
        separate_confirmation: no(HELP),
        cash_receipt: yes(AGGREGATOR),
        vbank_refund: by_contract(AGGREGATOR),
        ..USUAL
    },
    Offer {
        pg: "udpay",
        methods: &["card", "bank", "vbank", "phone", "card_rebill", "auth"],
        any_settings: true,
        ..USUAL
    },
    Offer {
        pg: "tpay",
        methods: &["card", "bank", "vbank", "phone"],
        any_settings: true,
        separate_confirmation: yes(MANUAL),
        ..USUAL
    },
    Offer {
        pg: "lightpay",
        methods: &["card", "vbank", "card_rebill", "card_rebill_rest"],
        any_settings: true,
        free_methods: &["card_rebill", "card_rebill_rest"],
        ..USUAL
    },
    Offer {
        pg: "kakao",
        methods: &["kakao", "card_rebill"],
        // `admin_key` belongs to its old mode.
        settings: &[all("cid"), all("secret_key"), optional("admin_key")],
        own_for_billing: Some("cid"),
        floors: &[("kakao", 100)],
        partial_cancel: yes(MANUAL),
        ..USUAL
    },
    Offer {
        pg: "naverpay",
        methods: &["naverpay"],
        settings: &[all("partner_id"), all("client_id"), all("client_secret"), all("chain_id")],
        needs_own_test_keys: true,
        floors: &[("naverpay", 10)],
        charges_in_test: UNKNOWN,
        ..USUAL
    },
    Offer {
        pg: "payco",
        methods: &["payco"],
        settings: &[all("cp_id"), all("product_id"), all("seller_key")],
        floors: &[("payco", 100)],
        partial_cancel: yes(MANUAL),
        ..USUAL
    },
];

/// The PG's first symbol: some have a second one.
pub fn canonical_pg(pg: &Pg) -> Pg {
    match pg {
        Pg::Toss | Pg::Lgup => Pg::TossPayments,
        Pg::EasyPay => Pg::Kicc,
        Pg::JtNet => Pg::TPay,
        Pg::Npay => Pg::NaverPay,
        pg => pg.clone(),
    }
}

/// The method's first symbol.
pub fn canonical_method(method: &Method) -> Method {
    match method {
        Method::Npay => Method::NaverPay,
        method => method.clone(),
    }
}

/// The offer of a PG, by either of its symbols.
pub fn offer(pg: &Pg) -> Option<&'static Offer> {
    let pg = canonical_pg(pg);
    OFFERS.iter().find(|offer| offer.pg == pg.symbol())
}

impl Offer {
    /// The settings that a live payment by this method needs.
    pub fn needed(&self, method: &str) -> impl Iterator<Item = &'static str> {
        self.settings.iter().filter_map(move |setting| {
            let is_needed = match setting.needed_by {
                Needed::ByAll => true,
                Needed::By(methods) => methods.contains(&method),
                Needed::Never => false,
            };
            is_needed.then_some(setting.key)
        })
    }

    pub fn takes_setting(&self, key: &str) -> bool {
        self.any_settings || self.settings.iter().any(|setting| setting.key == key)
    }

    /// Returns whether a test payment moves money.
    pub fn charges_tests(&self, method: &str, by_manual: bool) -> bool {
        let charged = if by_manual { self.charged_by_manual } else { self.charged };
        charged && !self.free_methods.contains(&method)
    }

    /// Methods whose test payments move no money, by Bootpay's help.
    pub fn free_methods(&self) -> &'static [&'static str] {
        self.free_methods
    }

    pub fn needs_deposit_url(&self) -> bool {
        self.deposit_path.is_some()
    }

    pub fn offers(&self, method: &str) -> bool {
        self.methods.contains(&method)
    }

    /// A fact that follows from a method that the PG offers; unknown without it, since lists of methods grow.
    pub(super) fn by_method(&self, method: &str, fact: Fact) -> Fact {
        if self.offers(method) { fact } else { UNKNOWN }
    }
}

/// Billing methods: they charge a key and not a buyer in a window.
pub fn is_billing(method: &str) -> bool {
    BILLING.contains(&method)
}
