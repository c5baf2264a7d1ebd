//! Projects: what is activated, live or in test, registered and allowed, and what follows from it.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use common::receiver::Receiver;
use common::{Caller, Local, receipt};
use serde_json::{Value, json};

/// The body of a project whose webhooks a receiver takes.
fn notifying(receiver: &Receiver) -> Value {
    json!({ "notifications": { "webhook": { "url": receiver.url } } })
}

/// A project of its own, with nothing activated.
struct Project {
    id: String,
    made: Value,
    caller: Caller,
}

impl Project {
    fn make(local: &Local, body: &Value) -> Self {
        let made = local.control("POST", "projects", body);
        Self { id: made["id"].as_str().unwrap().to_owned(), caller: local.caller_of(&made), made }
    }

    fn path(&self, rest: &str) -> String {
        format!("projects/{}/{rest}", self.id)
    }

    fn activate(&self, local: &Local, pg: &str, method: &str) -> Value {
        local.control("PUT", &self.path("methods"), &json!({ "pg": pg, "method": method }))
    }

    fn live(&self, local: &Local, pg: &str, method: &str, settings: &Value) {
        let body = json!({ "pg": pg, "method": method, "live": true, "settings": settings });
        local.control("PUT", &self.path("methods"), &body);
    }

    /// A payment that the buyer has paid.
    fn paid(&self, local: &Local, pg: &str, method: &str) -> String {
        local.payment(&json!({ "merchant": self.id, "pg": pg, "method": method, "state": "paid" }))
    }

    fn request(&self, body: &Value) -> common::Answer {
        let mut whole = json!({ "price": 1000, "order_name": "tea", "order_id": "o-1" });
        for (name, value) in body.as_object().unwrap() {
            whole[name] = value.clone();
        }
        self.caller.call("POST", "request/payment", &whole)
    }
}

/// The code of a refusal, and its message.
#[track_caller]
fn code(answer: &common::Answer, code: &str) -> String {
    assert_eq!(answer.1["error_code"], code, "{}", answer.1);
    answer.1["message"].as_str().unwrap().to_owned()
}

const NICE: fn() -> Value = || json!({ "mid": "shop00001m", "merchant_key": "key" });

#[test]
fn a_method_that_is_not_activated_is_refused_and_absent_from_the_unified_window() {
    let local = Local::start();
    let project = Project::make(&local, &json!({}));
    let card = json!({ "pg": "kcp", "method": "card" });
    let message = code(&project.request(&card), "EMULATOR_METHOD_NOT_ACTIVE");
    assert!(message.starts_with("결제수단이 사용 허가가 되지 않았거나") && message.contains("nothing"), "{message}");
    code(&project.request(&json!({})), "EMULATOR_METHOD_NOT_ACTIVE");
    let made = local.try_control("POST", "payments", &json!({ "merchant": project.id, "pg": "kcp", "method": "card" }));
    code(&made, "EMULATOR_METHOD_NOT_ACTIVE");

    project.activate(&local, "kcp", "card");
    assert_eq!(project.request(&card).0, 200);
    let other = project.request(&json!({ "pg": "kcp", "method": "bank" }));
    assert!(code(&other, "EMULATOR_METHOD_NOT_ACTIVE").contains("card at kcp"));
    // Over REST, too: a virtual account, a billing key, a charge.
    let account = json!({ "pg": "kcp", "order_id": "o", "order_name": "tea", "price": 1000, "bank_code": "004",
        "bank_account": "1", "bank_username": "홍길동" });
    code(&project.caller.call("POST", "request/virtual-account/bulk", &account), "EMULATOR_METHOD_NOT_ACTIVE");
    let key = local.control("POST", "billing-keys", &json!({ "merchant": project.id, "pg": "nicepay" }));
    let charge = json!({ "billing_key": key["billing_key"], "order_id": "o-2", "order_name": "tea", "price": 1000 });
    code(&project.caller.call("POST", "subscribe/payment", &charge), "EMULATOR_METHOD_NOT_ACTIVE");
    let identity = json!({ "pg": "다날", "method": "본인인증", "authentication_id": "a", "order_name": "tea",
        "username": "홍길동", "identity_no": "9010141", "carrier": "SKT", "phone": "01012345678" });
    code(&project.caller.call("POST", "request/authentication", &identity), "EMULATOR_METHOD_NOT_ACTIVE");
    let billing = json!({ "pg": "nicepay", "order_name": "tea", "subscription_id": "s", "card_no": "5570123412341074",
        "card_pw": "12", "card_identity_no": "901014", "card_expire_year": "39", "card_expire_month": "12" });
    code(&project.caller.call("POST", "request/subscribe", &billing), "EMULATOR_METHOD_NOT_ACTIVE");

    project.activate(&local, "danal", "phone");
    let unified = local.control("GET", &project.path("unified"), &Value::Null);
    let symbols = |unified: &Value| -> Vec<String> {
        let methods = unified["methods"].as_array().unwrap();
        methods
            .iter()
            .map(|one| format!("{} {}", one["pg"].as_str().unwrap(), one["method"].as_str().unwrap()))
            .collect()
    };
    assert_eq!((symbols(&unified), &unified["unified"]), (vec!["kcp card".into(), "danal phone".into()], &json!(true)));
    let off = json!({ "pg": "kcp", "method": "card", "active": false });
    local.control("PUT", &project.path("methods"), &off);
    let unified = local.control("GET", &project.path("unified"), &Value::Null);
    assert_eq!((symbols(&unified), &unified["unified"]), (vec!["danal phone".into()], &json!(false)));
    let listed = project.caller.get("seller/payment/method").1;
    assert_eq!(listed.as_array().unwrap().len(), 1);
    assert_eq!((&listed[0]["pg_symbol"], &listed[0]["sandbox"]), (&json!("danal"), &json!(true)));
    code(&project.request(&card), "EMULATOR_METHOD_NOT_ACTIVE");
}

#[test]
fn the_buyer_chooses_in_the_unified_window() {
    let local = Local::start();
    let project = Project::make(&local, &json!({}));
    project.activate(&local, "kcp", "card");
    project.live(&local, "nicepay", "bank", &NICE());
    project.activate(&local, "danal", "phone");
    let id = project.request(&json!({ "methods": ["card", "bank"] })).1["receipt_id"].as_str().unwrap().to_owned();
    let window = local.control("GET", &format!("payments/{id}/window"), &Value::Null);
    assert_eq!((window["methods"].as_array().unwrap().len(), &window["unified"]), (2, &json!(true)));
    let pay = |pg: &str, method: &str| {
        let body = json!({ "action": "pay", "pg": pg, "method": method });
        local.try_control("POST", &format!("payments/{id}/buyer"), &body)
    };
    assert!(code(&pay("danal", "phone"), "EMULATOR_METHOD_NOT_ACTIVE").contains("card at kcp, bank at nicepay"));
    // Switched off meanwhile, it is gone.
    local.control("PUT", &project.path("methods"), &json!({ "pg": "kcp", "method": "card", "active": false }));
    code(&pay("kcp", "card"), "EMULATOR_METHOD_NOT_ACTIVE");
    assert_eq!(pay("nicepay", "bank").1["status"], 2);
    let paid = project.caller.confirm(&id);
    let paid = receipt(&paid, 1);
    assert_eq!((&paid["method_symbol"], &paid["sandbox"]), (&json!("bank"), &json!(false)));
    code(&pay("nicepay", "bank"), "EMULATOR_CONTROL");
}

#[test]
fn the_same_request_works_in_test_and_live() {
    let local = Local::start();
    let project = Project::make(&local, &json!({}));
    project.activate(&local, "nicepay", "card");
    let pay = || {
        let answer = project.request(&json!({ "pg": "nicepay", "method": "card" }));
        let id = answer.1["receipt_id"].as_str().unwrap_or_else(|| panic!("{}", answer.1)).to_owned();
        local.buyer(&id, "pay");
        receipt(&project.caller.confirm(&id), 1)["sandbox"].clone()
    };
    assert_eq!(pay(), json!(true));
    project.live(&local, "nicepay", "card", &NICE());
    assert_eq!(pay(), json!(false));
    // The mode of a payment is fixed when it begins.
    let begun =
        project.request(&json!({ "pg": "nicepay", "method": "card" })).1["receipt_id"].as_str().unwrap().to_owned();
    local.control("PUT", &project.path("methods"), &json!({ "pg": "nicepay", "method": "card", "live": false }));
    local.buyer(&begun, "pay");
    assert_eq!(receipt(&project.caller.confirm(&begun), 1)["sandbox"], false);
}

#[test]
fn live_needs_the_settings_that_the_pg_issued() {
    let local = Local::start();
    let project = Project::make(&local, &json!({}));
    let put = |body: &Value| local.try_control("PUT", &project.path("methods"), body);
    for (body, saw) in [
        (json!({ "pg": "nicepay", "method": "card", "live": true }), "needs mid, merchant_key"),
        (
            json!({ "pg": "nicepay", "method": "card", "live": true, "settings": { "mid": " ", "merchant_key": "k" } }),
            "needs mid",
        ),
        (
            json!({ "pg": "kcp", "method": "card_rebill", "live": true, "settings": { "site_cd": "T1234" } }),
            "needs kcpgroup_id",
        ),
        (json!({ "pg": "naverpay", "method": "naverpay" }), "needs partner_id"),
        (
            json!({ "pg": "kcp", "method": "card", "settings": { "site_code": "T1234" } }),
            "settings.site_code: kcp has no such setting; allowed are site_cd",
        ),
        (json!({ "pg": "kpc", "method": "card" }), "pg: \"kpc\" is unknown; allowed are kcp"),
        (json!({ "pg": "kcp", "method": "barter" }), "allowed are card, bank"),
        (json!({ "pg": "payco", "method": "card" }), "payco has no \"card\"; allowed are payco"),
        (json!({ "pg": "kcp", "method": "card", "lives": true }), "lives"),
        (json!({ "pg": "kcp", "method": "card", "live": 1 }), "live: "),
    ] {
        let message = code(&put(&body), "EMULATOR_CONTROL");
        assert!(message.contains(saw), "{message}");
    }
    // Nothing was half done.
    assert_eq!(local.control("GET", &format!("projects/{}", project.id), &Value::Null)["methods"], json!([]));
    // Bootpay's console may let it pass: then the payment is refused.
    local.control("PATCH", &format!("projects/{}", project.id), &json!({ "live_without_settings": true }));
    assert_eq!(put(&json!({ "pg": "nicepay", "method": "card", "live": true })).0, 200);
    let message = code(&project.request(&json!({ "pg": "nicepay", "method": "card" })), "EMULATOR_PG_SETTINGS_MISSING");
    assert!(message.contains("mid, merchant_key"), "{message}");
    // Values are secrets.
    project.live(&local, "nicepay", "card", &json!({ "mid": "marker-secret", "merchant_key": "k" }));
    assert!(!local.control("GET", "projects", &Value::Null).to_string().contains("marker-secret"));
    project.live(&local, "kakao", "kakao", &json!({ "cid": "CA1", "secret_key": "s", "admin_key": "old" }));
    let refused = project.request(&json!({ "pg": "kakao", "method": "kakao" }));
    code(&refused, "RC_REQUEST_FAILED");
    assert_eq!(refused.1["pg_error_code"], "-799");
}

#[test]
fn a_charged_test_payment_is_cancelled_after_24_hours() {
    let (local, receiver) = (Local::start(), Receiver::acknowledging());
    local.control("POST", "clock", &json!({ "mode": "manual" }));
    let project = Project::make(&local, &notifying(&receiver));
    for (pg, method) in [("danal", "card"), ("kcp", "card"), ("inicis", "card"), ("nicepay", "vbank")] {
        project.activate(&local, pg, method);
    }
    project.live(&local, "nicepay", "card", &NICE());
    let charged = project.paid(&local, "danal", "card");
    let data_only = project.paid(&local, "kcp", "card");
    let inicis = project.paid(&local, "inicis", "card");
    let vbank = project.paid(&local, "nicepay", "vbank");
    let live = project.paid(&local, "nicepay", "card");
    let look = |id: &str| project.caller.get(&format!("receipt/{id}"));
    assert_eq!(receipt(&look(&charged), 1)["sandbox"], true);
    local.advance(24 * 60 * 60 - 1);
    receipt(&look(&charged), 1);
    local.advance(1);
    let cancelled = look(&charged);
    let cancelled = receipt(&cancelled, 20);
    assert_eq!((&cancelled["cancelled_price"], &cancelled["price"]), (&json!(1000), &json!(1000)));
    receipt(&look(&inicis), 20);
    for id in [&data_only, &vbank, &live] {
        receipt(&look(id), 1);
    }
    // The cancels are reported like any other.
    let reported = local.webhooks(&project.id);
    let cancels = reported.iter().filter(|entry| entry["webhook_type"] == "PAYMENT_CANCELLED");
    let cancels: Vec<_> = cancels.map(|entry| entry["body"]["receipt_id"].clone()).collect();
    assert_eq!(json!(cancels), json!([charged, inicis]));
    assert_eq!(receiver.types().iter().filter(|kind| *kind == "PAYMENT_CANCELLED").count(), 2);
    local.advance(30 * 24 * 60 * 60);
    receipt(&look(&live), 1);

    // The manual's pictures show three hours; its text counts inicis among the PGs that return data only.
    let manual = json!({ "test_mode": { "auto_cancel_hours": 3, "charges": "manual" } });
    local.control("PATCH", &format!("projects/{}", project.id), &manual);
    let (soon, inicis) = (project.paid(&local, "danal", "card"), project.paid(&local, "inicis", "card"));
    local.advance(3 * 60 * 60);
    receipt(&look(&soon), 20);
    receipt(&look(&inicis), 1);
    let wrong = json!({ "test_mode": { "auto_cancel_hours": 0 } });
    let wrong = local.try_control("PATCH", &format!("projects/{}", project.id), &wrong);
    assert!(code(&wrong, "EMULATOR_CONTROL").contains("test_mode.auto_cancel_hours"));
}

#[test]
fn a_missed_test_payment_stays_until_it_is_cancelled() {
    let local = Local::start();
    local.control("POST", "clock", &json!({ "mode": "manual" }));
    let project = Project::make(&local, &json!({ "test_mode": { "auto_cancel_missed": true } }));
    project.activate(&local, "danal", "card");
    let id = project.paid(&local, "danal", "card");
    local.advance(3 * 24 * 60 * 60);
    receipt(&project.caller.get(&format!("receipt/{id}")), 1);
    // Missed once, it stays missed.
    local.control("PATCH", &format!("projects/{}", project.id), &json!({ "test_mode": {} }));
    local.advance(24 * 60 * 60);
    receipt(&project.caller.get(&format!("receipt/{id}")), 1);
    receipt(&project.caller.cancel(&id, &json!({})), 20);
}

#[test]
fn kcp_cancels_live_payments_only_for_registered_addresses() {
    let local = Local::start();
    let project = Project::make(&local, &json!({}));
    project.live(&local, "kcp", "card", &json!({ "site_cd": "A1234" }));
    let id = project.paid(&local, "kcp", "card");
    let refused = project.caller.cancel(&id, &json!({}));
    assert_eq!(refused.0, 400);
    assert!(code(&refused, "RC_CANCEL_SERVER_ERROR").contains("취소불가"));
    assert_eq!(refused.1["pg_error_code"], "8012");
    receipt(&project.caller.get(&format!("receipt/{id}")), 1);
    let put = |body: &Value| local.try_control("PUT", &project.path("registrations"), body);
    assert_eq!(put(&json!({ "pg": "kcp", "cancel_address": true })).0, 200);
    receipt(&project.caller.cancel(&id, &json!({})), 20);
    // A test payment is of Bootpay's own merchant at KCP.
    put(&json!({ "pg": "kcp", "cancel_address": false }));
    local.control("PUT", &project.path("methods"), &json!({ "pg": "kcp", "method": "card", "live": false }));
    receipt(&project.caller.cancel(&project.paid(&local, "kcp", "card"), &json!({})), 20);
    for (body, saw) in [
        (json!({ "pg": "danal", "cancel_address": true }), "only kcp"),
        (json!({ "pg": "danal", "deposit_url": true }), "only kcp, inicis, nicepay"),
        (json!({ "pg": "kpc", "deposit_url": true }), "allowed are kcp"),
    ] {
        assert!(code(&put(&body), "EMULATOR_CONTROL").contains(saw));
    }
}

#[test]
fn a_deposit_without_the_registered_url_stays_silent() {
    let (local, receiver) = (Local::start(), Receiver::acknowledging());
    let project = Project::make(&local, &notifying(&receiver));
    project.live(&local, "nicepay", "vbank", &NICE());
    let issue = || {
        local.payment(&json!({ "merchant": project.id, "pg": "nicepay", "method": "vbank", "state": "vbank_issued" }))
    };
    let silent = issue();
    assert_eq!(local.buyer(&silent, "deposit")["status"], 5);
    receipt(&project.caller.get(&format!("receipt/{silent}")), 5);
    local.control("PUT", &project.path("registrations"), &json!({ "pg": "nicepay", "deposit_url": true }));
    // The PG does not tell it later.
    let again = local.try_control("POST", &format!("payments/{silent}/buyer"), &json!({ "action": "deposit" }));
    code(&again, "EMULATOR_CONTROL");
    let reported = |kind: &str| {
        local.webhooks(&project.id);
        receiver.types().iter().filter(|found| *found == kind).count()
    };
    assert_eq!((reported("PAYMENT_VIRTUAL_ACCOUNT_ISSUED"), reported("PAYMENT_COMPLETED")), (1, 0));
    assert_eq!(local.buyer(&issue(), "deposit")["status"], 1);
    assert_eq!((reported("PAYMENT_VIRTUAL_ACCOUNT_ISSUED"), reported("PAYMENT_COMPLETED")), (2, 1));
}

#[test]
fn virtual_accounts_in_test_warn() {
    let local = Local::start();
    let project = Project::make(&local, &json!({ "strict": true }));
    let activated = project.activate(&local, "nicepay", "vbank");
    assert!(activated["warnings"].to_string().contains("vbank in test"), "{activated}");
    assert_eq!(project.request(&json!({ "pg": "nicepay", "method": "vbank" })).0, 200);
    assert!(local.requests()[0]["findings"].to_string().contains("vbank in test"));
    let danal = project.activate(&local, "danal", "bank");
    assert!(danal["warnings"].to_string().contains("danal cannot pay by bank in test"), "{danal}");
}

#[test]
fn an_id_of_another_platform_is_refused() {
    let local = Local::start();
    let project = Project::make(&local, &json!({}));
    project.activate(&local, "nicepay", "card");
    let ids = &project.made["application_ids"];
    let open = |id: &Value, platform: &str| {
        local.try_control("POST", "payments", &json!({ "application_id": id, "platform": platform }))
    };
    for platform in ["web", "android", "ios"] {
        assert_eq!(open(&ids[platform], platform).0, 200);
        let other = if platform == "web" { "android" } else { "web" };
        let message = code(&open(&ids[other], platform), "APP_KEY_NOT_FOUND");
        assert!(message.contains(&format!("has the platform {other}, the window runs on {platform}")), "{message}");
        code(&open(&ids["rest"], platform), "APP_KEY_NOT_FOUND");
        // A token needs the REST id.
        let body = json!({ "application_id": ids[platform], "private_key": project.made["private_key"] });
        code(&project.caller.call("POST", "request/token", &body), "APP_KEY_NOT_REST");
    }
    let link = |id: &Value| project.request(&json!({ "platform_application_id": id }));
    assert_eq!(link(&ids["ios"]).0, 200);
    for wrong in [&ids["rest"], &json!("e".repeat(24))] {
        code(&link(wrong), "APP_KEY_NOT_FOUND");
    }
    let body = json!({ "application_id": ids["rest"], "private_key": project.made["private_key"] });
    assert_eq!(project.caller.call("POST", "request/token", &body).0, 200);
    code(&open(&json!("f".repeat(24)), "web"), "APP_KEY_NOT_FOUND");
}

#[test]
fn ids_of_public_manuals_belong_to_nobody() {
    let local = Local::start();
    let sample = "5b8f6a4d396fa665fdc2b5ea";
    let body = json!({ "application_id": sample, "private_key": "rm6EYECr6aroQVG2ntW0A6LpWnkTgP4uQ3H18sDDUYw=" });
    let message = code(&local.caller().call("POST", "request/token", &body), "APP_KEY_NOT_FOUND");
    assert!(message.contains("public manual"), "{message}");
    for project in [
        json!({ "application_ids": { "rest": sample } }),
        json!({ "application_ids": { "web": "5b8f6a4d396fa665fdc2b5e7" } }),
        json!({ "private_key": "rm6EYECr6aroQVG2ntW0A6LpWnkTgP4uQ3H18sDDUYw=" }),
    ] {
        let message = code(&local.try_control("POST", "projects", &project), "EMULATOR_CONTROL");
        assert!(message.contains("public manual"), "{message}");
    }
}

#[test]
fn keys_are_issued_reissued_and_revoked() {
    let local = Local::start();
    let project = Project::make(&local, &json!({}));
    let token = |key: &Value| {
        let body = json!({ "application_id": project.made["application_ids"]["rest"], "private_key": key });
        project.caller.call("POST", "request/token", &body)
    };
    let old = project.made["private_key"].clone();
    assert_eq!(token(&old).0, 200);
    let new = local.control("POST", &project.path("private-key"), &json!({}))["private_key"].clone();
    code(&token(&old), "APP_SK_NOT_MATCHED");
    assert_eq!(token(&new).0, 200);

    let pair = local.control("POST", &project.path("keys"), &json!({ "name": "batch" }));
    let caller = local.caller_of(&pair);
    project.activate(&local, "nicepay", "card");
    let id = project.paid(&local, "nicepay", "card");
    for caller in [&caller, &project.caller] {
        receipt(&caller.get(&format!("receipt/{id}")), 1);
    }
    let crossed = json!({ "client_key": pair["client_key"], "secret_key": project.made["secret_key"] });
    code(&local.caller_of(&crossed).get(&format!("receipt/{id}")), "TOKEN_KEY_INVALID");
    // The emulator shows the secret again.
    let shown = local.control("GET", &format!("projects/{}", project.id), &Value::Null);
    assert_eq!((&shown["keys"][0]["secret_key"], &shown["private_key"]), (&pair["secret_key"], &new));
    let client_key = pair["client_key"].as_str().unwrap();
    local.control("DELETE", &project.path(&format!("keys/{client_key}")), &Value::Null);
    code(&caller.get(&format!("receipt/{id}")), "TOKEN_KEY_INVALID");
    for taken in [
        json!({ "client_key": project.made["client_key"] }),
        json!({ "application_ids": { "ios": project.made["application_ids"]["web"] } }),
    ] {
        let message = code(&local.try_control("POST", "projects", &taken), "EMULATOR_CONTROL");
        assert!(message.contains("another project has it"), "{message}");
    }
}

#[test]
fn only_listed_addresses_and_origins_get_through() {
    let local = Local::start();
    let project = Project::make(
        &local,
        &json!({ "allowed_addresses": ["10.0.0.0/8", "203.0.113.7"], "allowed_origins": ["https://shop.example"] }),
    );
    project.activate(&local, "nicepay", "card");
    let id = project.paid(&local, "nicepay", "card");
    let look = || project.caller.get(&format!("receipt/{id}"));
    let seems_from =
        |address: Value| local.control("PATCH", &format!("projects/{}", project.id), &json!({ "seems_from": address }));
    assert_eq!(look().0, 401);
    assert!(code(&look(), "EMULATOR_IP_NOT_ALLOWED").contains("127.0.0.1"));
    let token = json!({ "application_id": project.made["application_ids"]["rest"], "private_key": project.made["private_key"] });
    code(&project.caller.call("POST", "request/token", &token), "EMULATOR_IP_NOT_ALLOWED");
    for (address, allowed) in [("203.0.113.7", true), ("10.9.8.7", true), ("203.0.113.8", false)] {
        seems_from(json!(address));
        assert_eq!(look().0 == 200, allowed, "{address}");
    }
    seems_from(Value::Null);
    code(&look(), "EMULATOR_IP_NOT_ALLOWED");
    local.control("PATCH", &format!("projects/{}", project.id), &json!({ "allowed_addresses": ["127.0.0.1"] }));
    receipt(&look(), 1);

    let open =
        |origin: &str| local.try_control("POST", "payments", &json!({ "merchant": project.id, "origin": origin }));
    assert_eq!(open("https://shop.example").0, 200);
    for other in ["http://shop.example", "https://www.shop.example", "https://shop.example:8443"] {
        assert!(code(&open(other), "EMULATOR_ORIGIN_NOT_ALLOWED").contains(other));
    }
    for (field, list, saw) in [
        ("allowed_addresses", json!([]), "at least one entry"),
        ("allowed_addresses", json!(["shop.example"]), "allowed_addresses[0]: "),
        ("allowed_origins", json!(["https://*.shop.example"]), "wildcard"),
    ] {
        let wrong = local.try_control("PATCH", &format!("projects/{}", project.id), &json!({ field: list }));
        assert!(code(&wrong, "EMULATOR_CONTROL").contains(saw), "{}", wrong.1);
    }
}

#[test]
fn a_caller_elsewhere_on_loopback_has_its_own_address() {
    let local = Local::start();
    let project = Project::make(&local, &json!({ "allowed_addresses": ["127.0.0.2"] }));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let ask = |from: &str| {
        runtime.block_on(async {
            use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
            let socket = tokio::net::TcpSocket::new_v4().unwrap();
            socket.bind(format!("{from}:0").parse().unwrap()).unwrap();
            let address = local.emulator.url().trim_start_matches("http://").parse().unwrap();
            let mut stream = socket.connect(address).await.unwrap();
            let authorization = &project.caller.authorization;
            let request = format!("GET /v2/lookup/order/o HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: {authorization}\r\n\r\n");
            stream.write_all(request.as_bytes()).await.unwrap();
            let mut response = String::new();
            stream.read_to_string(&mut response).await.unwrap();
            response
        })
    };
    assert!(ask("127.0.0.2").contains("RC_NOT_FOUND"));
    assert!(ask("127.0.0.1").contains("EMULATOR_IP_NOT_ALLOWED"));
}

#[test]
fn the_default_project_takes_everything_until_it_activates_something() {
    let local = Local::start();
    let caller = local.caller();
    let shown = local.control("GET", "projects/default", &Value::Null);
    assert_eq!((&shown["id"], &shown["methods"]), (&json!(local.emulator.merchant().id), &Value::Null));
    let id = local.payment(&json!({ "pg": "kcp", "method": "card", "state": "paid" }));
    receipt(&caller.cancel(&id, &json!({})), 20);
    local.control("PUT", "projects/default/methods", &json!({ "pg": "kcp", "method": "card" }));
    code(
        &local.try_control("POST", "payments", &json!({ "pg": "nicepay", "method": "card" })),
        "EMULATOR_METHOD_NOT_ACTIVE",
    );
    local.control("PATCH", "projects/default", &json!({ "methods": null }));
    local.payment(&json!({ "pg": "nicepay", "method": "card" }));
}

#[test]
fn projects_of_one_merchant_do_not_see_each_other() {
    let local = Local::start();
    let (one, two) = (
        Project::make(&local, &json!({ "merchant": "Tea", "name": "web" })),
        Project::make(&local, &json!({ "merchant": "Tea", "name": "app" })),
    );
    assert_eq!(one.made["owner"], two.made["owner"]);
    assert_eq!(one.made["company_name"], "Tea");
    one.activate(&local, "nicepay", "card");
    let id = one.paid(&local, "nicepay", "card");
    code(&two.caller.get(&format!("receipt/{id}")), "RC_NOT_FOUND");
    code(&two.request(&json!({ "pg": "nicepay", "method": "card" })), "EMULATOR_METHOD_NOT_ACTIVE");
    let wrong = local.try_control("POST", "projects", &json!({ "modus": "live" }));
    assert!(code(&wrong, "EMULATOR_CONTROL").contains("modus: a project has no field modus"));
}

#[test]
fn test_payments_are_not_settled_and_live_ones_are() {
    let local = Local::start();
    let now = json!({ "mode": "manual" });
    let start = local.control("POST", "clock", &now)["now"].as_str().unwrap()[..10].to_owned();
    let project = Project::make(&local, &json!({}));
    project.live(&local, "nicepay", "card", &NICE());
    project.live(&local, "nicepay", "vbank", &NICE());
    project.activate(&local, "danal", "card");
    local.control("PUT", &project.path("registrations"), &json!({ "pg": "nicepay", "deposit_url": true }));
    let pay = |pg: &str, method: &str, price: i64| {
        let wish = json!({ "merchant": project.id, "pg": pg, "method": method, "price": price, "tax_free": 100, "state": "paid" });
        local.payment(&wish)
    };
    let (card, vbank, test) =
        (pay("nicepay", "card", 11_100), pay("nicepay", "vbank", 5000), pay("danal", "card", 900));
    let settlement = || local.control("GET", &project.path("settlement"), &Value::Null);
    let report = settlement();
    assert_eq!(
        report["excluded"],
        json!([{ "receipt_id": test, "order_id": report["excluded"][0]["order_id"], "price": 900, "currency": "KRW", "reason": "테스트 결제" }])
    );
    let rows = report["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    let row = rows.iter().find(|row| row["receipt_id"] == card.as_str()).unwrap();
    // 2.9 %, its VAT, and the VAT of the taxed part.
    assert_eq!(
        json!([
            row["kind"],
            row["amount"],
            row["fee"],
            row["fee_vat"],
            row["settled_amount"],
            row["tax_free"],
            row["vat"],
            row["supply"]
        ]),
        json!(["승인", 11_100, 322, 32, 10_746, 100, 1000, 10_000])
    );
    let fixed = rows.iter().find(|row| row["receipt_id"] == vbank.as_str()).unwrap();
    assert_eq!(json!([fixed["fee"], fixed["fee_vat"], fixed["settled_amount"]]), json!([300, 30, 4670]));
    let days = report["days"].as_array().unwrap();
    assert_eq!(
        (days.len(), &days[0]["count"], &days[0]["settled_amount"], &days[0]["upcoming"]),
        (1, &json!(2), &json!(15_416), &json!(true))
    );
    assert!(days[0]["settled_on"].as_str().unwrap() > start.as_str());

    local.advance(4 * 24 * 60 * 60);
    assert_eq!(settlement()["days"][0]["upcoming"], false);
    // A cancel after the settlement is a negative row of its own day.
    receipt(&project.caller.cancel(&card, &json!({ "cancel_price": 1100, "cancel_id": "c-1" })), 20);
    let refund = json!({ "refund": { "bank_account": "1", "bank_username": "x", "bank_code": "004" } });
    receipt(&project.caller.cancel(&vbank, &refund), 20);
    let report = settlement();
    let last: Vec<_> = report["rows"].as_array().unwrap()[2..]
        .iter()
        .map(|row| (row["kind"].clone(), row["settled_amount"].clone()))
        .collect();
    assert_eq!(json!(last), json!([["부분취소", -1065], ["취소", -5000]]));
    assert_eq!((report["days"].as_array().unwrap().len(), &report["days"][1]["settled_amount"]), (2, &json!(-6065)));
}

#[test]
fn a_live_payment_is_in_the_pgs_own_ledger_and_a_data_only_test_is_not() {
    let local = Local::start();
    local.control("POST", "clock", &json!({ "mode": "manual" }));
    let project = Project::make(&local, &json!({}));
    project.activate(&local, "kcp", "card");
    project.activate(&local, "danal", "card");
    project.live(&local, "nicepay", "vbank", &NICE());
    let ledger = |pg: &str| local.control("GET", &project.path(&format!("ledgers/{pg}")), &Value::Null);
    project.paid(&local, "kcp", "card");
    assert_eq!(ledger("kcp"), json!([]));
    project.live(&local, "kcp", "card", &json!({ "site_cd": "A1234" }));
    let live = project.paid(&local, "kcp", "card");
    let receipt_data = project.caller.get(&format!("receipt/{live}")).1;
    let rows = ledger("kcp");
    assert_eq!(rows.as_array().unwrap().len(), 1);
    assert_eq!((&rows[0]["tid"], &rows[0]["moid"]), (&receipt_data["card_data"]["tid"], &json!(live)));
    assert_eq!(
        (&rows[0]["kind"], &rows[0]["amount"], &rows[0]["test"]),
        (&json!("approval"), &json!(1000), &json!(false))
    );
    // Really charged, a test payment is there until Bootpay cancels it.
    project.paid(&local, "danal", "card");
    local.advance(24 * 60 * 60);
    let kinds: Vec<_> =
        ledger("다날").as_array().unwrap().iter().map(|row| (row["kind"].clone(), row["test"].clone())).collect();
    assert_eq!(json!(kinds), json!([["approval", true], ["cancel", true]]));
    // Of a silent deposit only the PG knows.
    let issued =
        local.payment(&json!({ "merchant": project.id, "pg": "nicepay", "method": "vbank", "state": "vbank_issued" }));
    local.buyer(&issued, "deposit");
    assert_eq!(ledger("nicepay")[0]["kind"], "unreported_deposit");
    assert_eq!(local.control("GET", &project.path("settlement"), &Value::Null)["rows"].as_array().unwrap().len(), 1);
    assert_eq!(local.try_control("GET", &project.path("ledgers/kpc"), &Value::Null).0, 404);
}

#[test]
fn a_phone_bill_of_another_month_cannot_be_cancelled() {
    let local = Local::start();
    local.control("POST", "clock", &json!({ "mode": "manual" }));
    let project = Project::make(&local, &json!({}));
    project.live(&local, "danal", "phone", &json!({ "cpid": "c", "cppwd": "p", "item_code": "i" }));
    let (now, later) = (project.paid(&local, "danal", "phone"), project.paid(&local, "danal", "phone"));
    receipt(&project.caller.cancel(&now, &json!({})), 20);
    local.advance(31 * 24 * 60 * 60);
    code(&project.caller.cancel(&later, &json!({})), "RC_CANCEL_SERVER_ERROR");
    receipt(&project.caller.get(&format!("receipt/{later}")), 1);
}

#[test]
fn a_new_project_has_four_ids_and_its_keys() {
    let local = Local::start();
    let project = Project::make(&local, &json!({ "merchant": "Tea house" }));
    let shown = local.control("GET", &format!("projects/{}", project.id), &Value::Null);
    let ids: std::collections::BTreeSet<_> =
        ["web", "android", "ios", "rest"].map(|platform| shown["application_ids"][platform].as_str().unwrap()).into();
    assert_eq!(ids.len(), 4);
    assert!(ids.iter().all(|id| id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit())), "{ids:?}");
    for key in ["client_key", "secret_key", "private_key"] {
        assert!(shown[key].as_str().unwrap().len() >= 22, "{key}");
    }
    assert_eq!(project.caller.get("lookup/order/none").1["error_code"], "RC_NOT_FOUND");
}

#[test]
fn the_list_has_the_projects_payments_and_cancels_them() {
    let local = Local::start();
    let (project, other) = (Project::make(&local, &json!({})), Project::make(&local, &json!({})));
    for one in [&project, &other] {
        one.activate(&local, "nicepay", "card");
        one.activate(&local, "nicepay", "vbank");
    }
    let (card, vbank) = (project.paid(&local, "nicepay", "card"), project.paid(&local, "nicepay", "vbank"));
    other.paid(&local, "nicepay", "card");
    let list = local.control("GET", &format!("payments?merchant={}", project.id), &Value::Null);
    let ids: Vec<_> = list.as_array().unwrap().iter().map(|one| one["receipt_id"].clone()).collect();
    assert_eq!(json!(ids), json!([vbank, card]));
    let part = local.control("POST", &format!("payments/{card}/cancel"), &json!({ "cancel_price": 400 }));
    assert_eq!(part["cancelled_price"], 400);
    for id in [&card, &vbank] {
        local.control("POST", &format!("payments/{id}/cancel"), &json!({}));
        assert_eq!(receipt(&project.caller.get(&format!("receipt/{id}")), 20)["cancelled_price"], 1000);
    }
    code(&local.try_control("POST", &format!("payments/{card}/cancel"), &json!({})), "RC_ALREADY_CANCELLED");
}

#[test]
fn a_secret_in_the_request_for_a_window_is_refused() {
    let local = Local::start();
    let project = Project::make(&local, &json!({}));
    project.activate(&local, "nicepay", "card");
    for secret in ["private_key", "secret_key"] {
        let metadata = json!({ "config": { "key": project.made[secret] } });
        let message = code(&project.request(&json!({ "metadata": metadata })), "EMULATOR_SECRET_EXPOSED");
        assert!(message.contains(secret) && !message.contains(project.made[secret].as_str().unwrap()), "{message}");
        let opened = local.try_control("POST", "payments", &json!({ "merchant": project.id, "metadata": metadata }));
        code(&opened, "EMULATOR_SECRET_EXPOSED");
    }
    // The private key opens nothing with the id of a platform.
    let web =
        json!({ "application_id": project.made["application_ids"]["web"], "private_key": project.made["private_key"] });
    code(&project.caller.call("POST", "request/token", &web), "APP_KEY_NOT_REST");
}

#[test]
fn more_than_1000_won_in_test_warn() {
    let local = Local::start();
    let project = Project::make(&local, &json!({ "strict": true }));
    project.activate(&local, "danal", "card");
    let request = |price: i64| project.request(&json!({ "price": price }));
    assert_eq!((request(1000).0, request(1001).0), (200, 200));
    let warned: Vec<_> =
        local.requests().iter().map(|entry| entry["findings"].to_string().contains("advises at most")).collect();
    assert_eq!(warned, [false, true]);
}

#[test]
fn the_check_before_going_live_lists_what_is_missing() {
    let local = Local::start();
    local.control("POST", "clock", &json!({ "mode": "manual" }));
    let project = Project::make(&local, &json!({ "test_mode": { "auto_cancel_missed": true } }));
    let items = || -> Vec<String> {
        let found = local.control("GET", &project.path("readiness"), &Value::Null);
        found.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(items(), ["no_active_method", "webhook_missing", "rest_open"]);
    project.activate(&local, "danal", "card");
    let test = project.paid(&local, "danal", "card");
    assert_eq!(items(), ["still_test", "webhook_missing", "rest_open", "test_payment_open"]);
    local.control("POST", "clock", &json!({ "advance_seconds": 24 * 60 * 60 }));
    assert_eq!(items().last().unwrap(), "test_payment_overdue");
    project.caller.cancel(&test, &json!({}));
    project.live(&local, "danal", "card", &json!({ "cpid": "c", "card_key": "k" }));
    project.live(&local, "kcp", "card", &json!({ "site_cd": "A1234" }));
    project.live(&local, "kcp", "vbank", &json!({ "site_cd": "A1234" }));
    assert_eq!(items(), ["cancel_address_missing", "deposit_url_missing", "webhook_missing", "rest_open"]);
    local.control(
        "PUT",
        &project.path("registrations"),
        &json!({ "pg": "kcp", "cancel_address": true, "deposit_url": true }),
    );
    let rest = json!({ "allowed_addresses": ["127.0.0.1"], "notifications": { "webhook": { "url": "https://tea.example/hook" } } });
    local.control("PATCH", &format!("projects/{}", project.id), &rest);
    assert!(items().is_empty());
    // One id for both is seen, and not shown.
    project.live(&local, "kcp", "card_rebill", &json!({ "site_cd": "A1234", "kcpgroup_id": "g" }));
    assert_eq!(items(), ["billing_settings_shared"]);
    let exported = local.control("GET", &project.path("export"), &Value::Null).to_string();
    assert!(!exported.contains("A1234") && exported.contains("\"registrations\":{\"inicis\""), "{exported}");
    project.live(&local, "kcp", "card_rebill", &json!({ "site_cd": "B1234", "kcpgroup_id": "g" }));
    assert!(items().is_empty());
}

#[test]
fn the_catalogue_names_what_each_pg_issues() {
    let local = Local::start();
    let catalogue = local.control("GET", "catalogue", &Value::Null);
    let project = Project::make(&local, &json!({}));
    for offer in catalogue.as_array().unwrap() {
        for method in offer["methods"].as_array().unwrap() {
            let needed = method["needed_settings"].as_array().unwrap();
            let settings: serde_json::Map<_, _> =
                needed.iter().map(|key| (key.as_str().unwrap().to_owned(), json!("made-up"))).collect();
            project.live(&local, offer["pg"].as_str().unwrap(), method["method"].as_str().unwrap(), &json!(settings));
        }
    }
    assert!(catalogue.as_array().unwrap().len() >= 15);
}
