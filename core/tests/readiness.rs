//! The check before going live: a set-up for each item, in which exactly that item appears.
#![allow(clippy::unwrap_used, reason = "a panic is the report")]

use bootpay_core::{
    Bootpay, Credentials,
    model::{CheckReadiness, ErrorKind, ReadinessActor, ReadinessCode, ReadinessItem, ReadinessSeverity},
};
use serde_json::{Value, json};

/// A project that lacks nothing.
fn ready() -> Value {
    json!({
        "application_ids": {
            "web": "0123456789abcdef01234561",
            "android": "0123456789abcdef01234562",
            "ios": "0123456789abcdef01234563",
            "rest": "0123456789abcdef01234564",
        },
        "client_key": "ck",
        "secret_key": "sk-of-the-merchant",
        "private_key": "pk-of-the-merchant",
        "platforms": ["web", "rest"],
        "client": { "application_id": "0123456789abcdef01234561", "price": 1000 },
        "methods": [
            { "pg": "kcp", "method": "card", "live": true, "settings": { "site_cd": "A1234" } },
            { "pg": "kcp", "method": "vbank", "live": true, "settings": { "site_cd": "A1234" } },
            { "pg": "nicepay", "method": "card", "active": false },
        ],
        "registrations": { "kcp": { "cancel_address": true, "deposit_url": true } },
        "uses": ["separate_confirmation", "partial_cancel"],
        "lowest_price": 1000,
        "notifications": { "webhook": { "url": "https://tea.example/hook" } },
        "allowed_addresses": ["198.51.100.7"],
        "allowed_origins": ["https://tea.example"],
        "test_payments": [],
        "something_new": { "of": ["a later version"] },
    })
}

/// The ready project with some parts replaced.
fn with(parts: &Value) -> Value {
    let mut setup = ready();
    for (name, part) in parts.as_object().unwrap() {
        setup[name] = part.clone();
    }
    setup
}

fn client() -> Bootpay {
    Bootpay::new(Credentials::new().client_key("ck").secret_key("sk")).unwrap()
}

fn items(setup: Value) -> Vec<ReadinessItem> {
    client().setup().readiness(CheckReadiness::new(setup)).unwrap()
}

fn codes(items: &[ReadinessItem]) -> Vec<&str> {
    items.iter().map(|item| item.code.symbol()).collect()
}

/// One live method.
fn live(pg: &str, method: &str, settings: &Value) -> Value {
    json!([{ "pg": pg, "method": method, "live": true, "settings": settings }])
}

#[test]
fn a_ready_project_has_no_item() {
    assert_eq!(items(ready()), []);
    assert_eq!(items(json!({})), []);
}

#[expect(clippy::too_many_lines, reason = "a case for each item")]
#[test]
fn each_item_appears_alone() {
    let nice = json!({ "mid": "m", "merchant_key": "k" });
    let kcp_card = || ready()["methods"][0].clone();
    let test_card = json!([{ "pg": "danal", "method": "card" }]);
    let kakao = |settings: Value| json!({ "methods": live("kakao", "kakao", &settings) });
    let hook = |url: &str| json!({ "notifications": { "webhook": { "url": url } } });
    let ids = |web: Value| {
        let mut ids = ready()["application_ids"].clone();
        ids["web"] = web;
        json!({ "application_ids": ids })
    };
    let cases: Vec<(&str, Value)> = vec![
        ("application_id_missing", ids(json!(""))),
        ("application_id_missing", ids(Value::Null)),
        ("application_id_malformed", ids(json!("web-1"))),
        ("application_ids_equal", ids(json!("0123456789ABCDEF01234562"))).clone(),
        ("sample_id", ids(json!("5b8f6a4d396fa665fdc2b5e7"))),
        ("sample_id", json!({ "client_key": "sEN72kYZBiyMNytA8nUGxQ" })),
        ("private_key_misplaced", json!({ "private_key": "0123456789abcdef01234564" })),
        ("private_key_misplaced", json!({ "private_key": "0123456789abcdef01234999" })),
        ("credentials_missing", json!({ "secret_key": "", "private_key": null })),
        ("secret_in_client", json!({ "client": { "config": [{ "key": "sk-of-the-merchant" }] } })),
        ("secret_in_client", json!({ "client": "window.key = 'pk-of-the-merchant'" })),
        ("secret_in_client", json!({ "client": { "private_key": "another one" } })),
        ("secret_in_client", json!({ "client": { "config": { "secretKey": "another one" } } })),
        ("no_active_method", json!({ "methods": [] })),
        ("no_active_method", json!({ "methods": [{ "pg": "kcp", "method": "card", "active": false }] })),
        ("method_without_pg", json!({ "methods": [{ "pg": null, "method": "card", "live": true }] })),
        ("method_not_offered", json!({ "methods": live("payco", "phone", &json!({})), "uses": [] })),
        ("settings_missing", json!({ "methods": live("kcp", "card", &json!({ "site_cd": " " })) })),
        (
            "billing_settings_shared",
            json!({ "methods": [
            kcp_card(),
            { "pg": "kcp", "method": "card_rebill", "live": true, "settings": { "site_cd": "A1234", "kcpgroup_id": "g" } },
        ] }),
        ),
        ("admin_key_filled", {
            let mut setup = kakao(json!({ "cid": "c", "secret_key": "s", "admin_key": "a" }));
            setup["uses"] = json!([]);
            setup
        }),
        (
            "web_site_id_filled",
            json!({ "methods": live("kcp", "auth", &json!({ "site_cd": "A1", "web_site_id": "w" })) }),
        ),
        (
            "capability_unsupported",
            json!({ "methods": live("payapp", "card", &json!({ "userid": "u", "linkkey": "k", "linkval": "v" })), "uses": ["separate_confirmation"] }),
        ),
        ("capability_by_contract", json!({ "uses": ["escrow"] })),
        (
            "capability_unknown",
            json!({ "methods": live("welcome", "card", &json!({ "mid": "m", "sign_key": "k" })), "uses": ["partial_cancel"] }),
        ),
        ("capability_unknown", json!({ "uses": ["billing_rest"] })),
        ("price_below_minimum", json!({ "lowest_price": 99 })),
        ("price_below_floor", json!({ "lowest_price": 500, "methods": [kcp_card()] })),
        ("cancel_address_missing", json!({ "registrations": { "kcp": { "deposit_url": true } } })),
        ("cancel_address_missing", json!({ "registrations": {}, "methods": [kcp_card()] })),
        ("deposit_url_missing", json!({ "registrations": { "kcp": { "cancel_address": true } } })),
        ("virtual_account_refund_missing", json!({ "contracts": { "kcp": { "virtual_account_refund": false } } })),
        (
            "virtual_account_not_refundable",
            json!({ "methods": live("danal", "vbank", &json!({ "cpid": "c", "bank_key": "k" })) }),
        ),
        (
            "identity_contract_missing",
            json!({
                "methods": live("kcp", "auth", &json!({ "site_cd": "A1" })),
                "contracts": { "kcp": { "identity": false } },
            }),
        ),
        (
            "identity_url_missing",
            json!({
                "methods": live("kcp", "auth", &json!({ "site_cd": "A1" })),
                "registrations": { "kcp": { "cancel_address": true, "identity_url": false } },
            }),
        ),
        ("webhook_missing", json!({ "notifications": { "webhook": null, "feedback": { "web": null } } })),
        ("webhook_missing", json!({ "notifications": {} })),
        ("webhook_not_https", hook("http://tea.example/hook")),
        ("webhook_not_https", hook("http://127.0.0.1/hook")),
        ("webhook_not_public", hook("https://localhost:9000/hook")),
        ("webhook_not_public", hook("https://10.0.0.1/hook")),
        ("webhook_not_public", hook("https://[::1]/hook")),
        (
            "webhook_redirects",
            json!({ "notifications": { "webhook": { "url": "https://tea.example", "redirects": true } } }),
        ),
        ("feedback_missing", json!({ "notifications": { "feedback": { "web": { "url": "https://tea.example" } } } })),
        ("rest_open", json!({ "allowed_addresses": null })),
        ("rest_open", json!({ "allowed_addresses": ["10.0.0.1", "0.0.0.0/0"] })),
        ("test_payment_open", json!({ "test_payments": [{ "receipt_id": "r-1", "method": "card" }] })),
        (
            "test_payment_open",
            json!({
                "now": "2026-11-28T12:00:00+09:00",
                "test_payments": [{ "receipt_id": "r-1", "purchased_at": "2026-11-28T11:00:00+09:00" }],
            }),
        ),
        (
            "test_payment_overdue",
            json!({
                "now": "2026-11-28T12:00:00+09:00",
                "test_mode": { "auto_cancel_hours": 3 },
                "test_payments": [{ "receipt_id": "r-1", "purchased_at": "2026-11-28T09:00:00+09:00" }],
            }),
        ),
        // A method in test is an item of its own.
        ("still_test", json!({ "methods": test_card, "allowed_origins": ["http://localhost:3000"] })),
        ("still_test origins_without_localhost", json!({ "methods": test_card })),
        (
            "still_test virtual_account_in_test",
            json!({
                "methods": [{ "pg": "kcp", "method": "vbank" }], "allowed_origins": ["http://127.0.0.1:3000"],
            }),
        ),
        (
            "still_test test_keys_missing",
            json!({
                "methods": [{ "pg": "naverpay", "method": "naverpay" }], "allowed_origins": null, "uses": [],
            }),
        ),
        // Where billing has its own, nothing is shared.
        (
            "",
            json!({ "methods": [
            { "pg": "nicepay", "method": "card", "live": true, "settings": nice },
            { "pg": "nicepay", "method": "card_rebill", "live": true, "settings": { "mid": "b", "merchant_key": "k" } },
        ], "uses": [] }),
        ),
        ("", json!({ "uses": ["escrow"], "contracts": { "kcp": { "escrow": true } } })),
    ];
    for (wanted, parts) in &cases {
        let found = items(with(parts));
        assert_eq!(codes(&found).join(" "), *wanted, "{parts}");
        for item in found {
            assert!(item.korean.chars().any(|letter| ('가'..='힣').contains(&letter)), "{}", item.korean);
            for text in [&item.korean, &item.english] {
                assert!(text.ends_with('.') && !text.contains("  ") && !text.contains("-of-the-merchant"), "{text}");
            }
            assert!(!item.english.contains("{}") && !item.english.is_empty());
        }
    }
    // Each item that this version knows has its case.
    for code in ReadinessCode::KNOWN {
        assert!(cases.iter().any(|(wanted, _)| wanted.split(' ').any(|one| one == code.symbol())), "{code:?}");
    }
}

#[test]
fn an_item_names_its_subject_its_actor_and_a_page() {
    let found = items(with(&json!({ "registrations": {} })));
    assert_eq!(codes(&found), ["cancel_address_missing", "deposit_url_missing"]);
    let [address, deposit] = &found[..] else { panic!() };
    assert_eq!(address.pg.as_ref().map(bootpay_core::model::Pg::symbol), Some("kcp"));
    assert_eq!((address.severity, address.actor), (ReadinessSeverity::Blocker, ReadinessActor::Merchant));
    for text in [&address.korean, &address.english] {
        assert!(text.contains("223.130.82.4, 223.130.82.130, 223.130.82.131"), "{text}");
    }
    assert!(deposit.english.contains("https://api.bootpay.co.kr/kcp/vbank/noti"), "{}", deposit.english);
    assert!(deposit.link.as_ref().is_some_and(|link| link.starts_with("https://")));
    let overdue = items(with(&json!({ "test_payments": [{ "receipt_id": "r-1" }] })));
    assert_eq!(overdue[0].receipt_id.as_deref(), Some("r-1"));
}

#[test]
fn a_part_of_another_type_is_named_and_a_password_in_a_url_is_not() {
    for (setup, field) in [
        (json!([]), "setup"),
        (json!({ "methods": {} }), "setup.methods"),
        (json!({ "methods": [{ "pg": "kcp" }] }), "setup.methods[0]"),
        (json!({ "methods": [{ "pg": "kcp", "method": "card", "live": "yes" }] }), "setup.methods[0].live"),
        (json!({ "platforms": ["windows"] }), "setup.platforms[0]"),
        (json!({ "uses": ["magic"] }), "setup.uses[0]"),
        (json!({ "lowest_price": "1000" }), "setup.lowest_price"),
        (json!({ "application_ids": { "web": 1 } }), "setup.application_ids.web"),
        (
            json!({ "registrations": { "kcp": { "cancel_address": 1 } }, "methods": ready()["methods"] }),
            "setup.registrations.kcp.cancel_address",
        ),
        (json!({ "now": "yesterday" }), "setup.now"),
    ] {
        let error = client().setup().readiness(CheckReadiness::new(setup)).unwrap_err();
        assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some(field)), "{error}");
        assert_eq!(error.endpoint.as_deref(), Some("setup.readiness"));
    }
    let found =
        items(with(&json!({ "notifications": { "webhook": { "url": "http://u:secret@tea.example/?key=secret" } } })));
    assert!(!format!("{found:?}").contains("secret"), "{found:?}");
}
