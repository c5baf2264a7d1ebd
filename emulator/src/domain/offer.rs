//! The catalogue: the methods of each PG, the settings that it issues, its test payments, its registrations.
//!
//! Sources: methods from Bootpay's price page (2025) and the availability table of its Android SDK, billing and
//! identity from its manual **[doc, sdk]**. Settings of KCP, Kakao, Danal and Nice are named by Bootpay's help
//! **[doc]**; the others have the PG's own term in an aggregator's manual **[third-party]**, under a key of the
//! emulator's **[ours]**. Test payments from Bootpay's help of 2026 (`charged`) and its manual of 2021
//! (`charged_by_manual`) **[doc]**, what cannot be tested from an aggregator's manual **[third-party]**.

use bootpay_core::model::{Method, Pg};
use serde_json::{Value, json};

/// A setting that a PG issues to a merchant.
pub(crate) struct Setting {
    pub(crate) key: &'static str,
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
pub(crate) struct Offer {
    /// Its symbol.
    pub(crate) pg: &'static str,
    pub(crate) methods: &'static [&'static str],
    pub(crate) settings: &'static [Setting],
    /// The names of its settings are not known: any is taken, none is needed.
    pub(crate) any_settings: bool,
    /// True where the settings are needed for test payments too: Bootpay has no test merchant to share.
    pub(crate) needs_own_test_keys: bool,
    /// Test payments move money, by Bootpay's help of 2026; the methods that do not.
    charged: bool,
    free_methods: &'static [&'static str],
    /// Test payments move money, by the manual of 2021.
    charged_by_manual: bool,
    /// Methods that the PG cannot pay in test.
    pub(crate) untestable: &'static [&'static str],
    /// Cancels need Bootpay's addresses registered at the PG.
    pub(crate) needs_cancel_address: bool,
    /// Deposits to virtual accounts need Bootpay's notice URL registered at the PG.
    pub(crate) needs_deposit_url: bool,
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
    needs_own_test_keys: false,
    charged: true,
    free_methods: &[],
    charged_by_manual: true,
    untestable: &[],
    needs_cancel_address: false,
    needs_deposit_url: false,
};

/// Every PG that can be activated.
pub(crate) static OFFERS: &[Offer] = &[
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
        charged: false,
        charged_by_manual: false,
        untestable: &["naverpay", "kakao"],
        needs_cancel_address: true,
        needs_deposit_url: true,
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
        needs_deposit_url: true,
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
        needs_deposit_url: true,
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
        ..USUAL
    },
    Offer {
        pg: "tosspayments",
        methods: &["card", "bank", "vbank", "phone", "toss", "card_rebill"],
        settings: &[all("mid"), all("client_key"), all("secret_key"), optional("mert_key")],
        // The manual has it under its older name, LG U+.
        charged_by_manual: false,
        ..USUAL
    },
    Offer { pg: "tosspay", methods: &["toss"], settings: &[all("mid"), all("api_key")], ..USUAL },
    Offer { pg: "mobilians", methods: &["card", "phone"], settings: &[all("svc_id")], ..USUAL },
    Offer {
        pg: "payapp",
        methods: &["card", "bank", "vbank", "phone", "naverpay", "kakao", "payco", "card_rebill", "card_rebill_rest"],
        settings: &[all("userid"), all("linkkey"), all("linkval")],
        ..USUAL
    },
    Offer {
        pg: "payletter",
        methods: &["card", "bank", "vbank", "phone", "card_rebill"],
        settings: &[all("client_id"), all("api_key")],
        ..USUAL
    },
    Offer {
        pg: "welcome",
        methods: &["card", "bank", "vbank", "phone", "naverpay", "kakao", "card_rebill", "card_rebill_rest"],
        settings: &[all("mid"), all("sign_key")],
        ..USUAL
    },
    Offer {
        pg: "kicc",
        methods: &["card", "bank", "vbank", "phone", "naverpay", "kakao", "payco", "card_rebill"],
        settings: &[all("mall_id"), all("crypto_key")],
        ..USUAL
    },
    Offer {
        pg: "settlebank",
        methods: &["card", "bank", "vbank", "phone", "naverpay", "kakao"],
        settings: &[all("mid"), all("hash_key"), all("crypto_key")],
        ..USUAL
    },
    Offer {
        pg: "kiwoompay",
        methods: &["card", "bank", "vbank", "phone", "naverpay", "kakao", "payco"],
        settings: &[all("cpid"), all("auth_key"), all("mid")],
        ..USUAL
    },
    Offer {
        pg: "udpay",
        methods: &["card", "bank", "vbank", "phone", "card_rebill", "auth"],
        any_settings: true,
        ..USUAL
    },
    Offer { pg: "tpay", methods: &["card", "bank", "vbank", "phone"], any_settings: true, ..USUAL },
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
        ..USUAL
    },
    Offer {
        pg: "naverpay",
        methods: &["naverpay"],
        settings: &[all("partner_id"), all("client_id"), all("client_secret"), all("chain_id")],
        needs_own_test_keys: true,
        ..USUAL
    },
    Offer {
        pg: "payco",
        methods: &["payco"],
        settings: &[all("cp_id"), all("product_id"), all("seller_key")],
        ..USUAL
    },
];

/// The PG's first symbol: some have a second one.
pub(crate) fn canonical_pg(pg: &Pg) -> Pg {
    match pg {
        Pg::Toss | Pg::Lgup => Pg::TossPayments,
        Pg::EasyPay => Pg::Kicc,
        Pg::JtNet => Pg::TPay,
        Pg::Npay => Pg::NaverPay,
        pg => pg.clone(),
    }
}

/// The method's first symbol.
pub(crate) fn canonical_method(method: &Method) -> Method {
    match method {
        Method::Npay => Method::NaverPay,
        method => method.clone(),
    }
}

/// The offer of a PG, by either of its symbols.
pub(crate) fn offer(pg: &Pg) -> Option<&'static Offer> {
    let pg = canonical_pg(pg);
    OFFERS.iter().find(|offer| offer.pg == pg.symbol())
}

/// The symbols of the PGs in the catalogue, for messages.
pub(crate) fn pgs() -> String {
    OFFERS.iter().map(|offer| offer.pg).collect::<Vec<_>>().join(", ")
}

impl Offer {
    /// The settings that a live payment by this method needs.
    pub(crate) fn needed(&self, method: &str) -> impl Iterator<Item = &'static str> {
        self.settings.iter().filter_map(move |setting| {
            let is_needed = match setting.needed_by {
                Needed::ByAll => true,
                Needed::By(methods) => methods.contains(&method),
                Needed::Never => false,
            };
            is_needed.then_some(setting.key)
        })
    }

    /// The entry of the catalogue.
    pub(crate) fn render(&self) -> Value {
        let methods = self.methods.iter().map(|method| {
            json!({
                "method": method,
                "needed_settings": self.needed(method).collect::<Vec<_>>(),
                "test_charged": self.charges_tests(method, false),
                "test_charged_by_manual": self.charges_tests(method, true),
                "testable": !self.untestable.contains(method),
            })
        });
        json!({
            "pg": self.pg,
            "methods": methods.collect::<Vec<_>>(),
            "settings": self.settings.iter().map(|setting| setting.key).collect::<Vec<_>>(),
            "any_settings": self.any_settings,
            "needs_own_test_keys": self.needs_own_test_keys,
            "needs_cancel_address": self.needs_cancel_address,
            "needs_deposit_url": self.needs_deposit_url,
        })
    }

    pub(crate) fn takes_setting(&self, key: &str) -> bool {
        self.any_settings || self.settings.iter().any(|setting| setting.key == key)
    }

    /// The keys of its settings, for messages.
    pub(crate) fn setting_keys(&self) -> String {
        self.settings.iter().map(|setting| setting.key).collect::<Vec<_>>().join(", ")
    }

    /// Returns whether a test payment moves money.
    pub(crate) fn charges_tests(&self, method: &str, by_manual: bool) -> bool {
        let charged = if by_manual { self.charged_by_manual } else { self.charged };
        charged && !self.free_methods.contains(&method)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalog;

    #[test]
    fn every_method_is_one_that_can_be_activated() {
        for offer in OFFERS {
            assert_eq!(
                catalog::find_pg(offer.pg).map(|pg| canonical_pg(&pg).symbol().to_owned()).as_deref(),
                Some(offer.pg)
            );
            for name in offer.methods.iter().chain(offer.untestable).chain(offer.free_methods) {
                let method = catalog::find_activated(name).unwrap_or_else(|| panic!("{name}"));
                assert!(offer.methods.contains(name) && canonical_method(&method) == method, "{name}");
            }
        }
    }

    #[test]
    fn settings_are_needed_by_method() {
        let needed = |pg, method: &str| offer(&pg).unwrap().needed(method).collect::<Vec<_>>();
        assert_eq!(needed(Pg::Kcp, "card"), ["site_cd"]);
        assert_eq!(needed(Pg::Kcp, "card_rebill"), ["site_cd", "kcpgroup_id"]);
        assert_eq!(needed(Pg::Danal, "phone"), ["cpid", "cppwd", "item_code"]);
        assert_eq!(needed(Pg::Lgup, "card"), ["mid", "client_key", "secret_key"]);
        assert!(needed(Pg::LightPay, "card").is_empty());
    }
}
