//! Activated methods, and the sellers of a reseller.

mod common;

use common::{Local, refused};
use serde_json::{Value, json};

#[test]
fn what_is_activated_is_a_setting() {
    let local = Local::start();
    let (_, usual) = local.caller().get("seller/payment/method");
    assert_eq!(
        usual[0],
        json!({ "pg": "나이스페이먼츠", "pg_symbol": "nicepay", "method": "카드", "method_symbol": "card", "sandbox": false })
    );
    let methods = json!([{ "pg": "다날", "method": "본인인증" }, { "pg": "kcp", "method": "vbank" }]);
    let merchant = local.control("POST", "merchants", &json!({ "mode": "test", "payment_methods": methods }));
    let (_, theirs) = local.caller_of(&merchant).get("seller/payment/method");
    assert_eq!(theirs.as_array().map(Vec::len), Some(2));
    assert_eq!((&theirs[0]["method_symbol"], &theirs[0]["sandbox"]), (&json!("auth"), &json!(true)));
    let wrong = json!({ "payment_methods": [{ "pg": "kcp", "method": "barter" }] });
    refused(&local.try_control("POST", "merchants", &wrong), 400, "EMULATOR_CONTROL");
}

#[test]
fn sellers_apps_and_invitations() {
    let local = Local::start();
    let caller = local.caller();
    let body = json!({
        "company_alias": "tea", "company_name": "Tea Co", "primary_key": "p-1", "email": "a@example.com",
        "app_name": "Tea", "resources": { "nicepay": { "mid": "m" } }, "send_email": false,
    });
    let (status, seller) = caller.call("POST", "reseller/seller", &body);
    assert_eq!((status, &seller["company_name"]), (200, &json!("Tea Co")), "{seller}");
    assert_eq!((&seller["apps"][0]["name"], &seller["apps"][0]["unit"]), (&json!("Tea"), &json!("KRW")));
    assert_eq!(seller["apps"][0]["resources"]["nicepay"]["mid"], "m");
    refused(&caller.call("POST", "reseller/seller", &body), 400, "EMULATOR_DUPLICATE_PRIMARY_KEY");
    let provider_id = seller["provider_id"].as_str().unwrap();

    let app = json!({ "provider_id": provider_id, "name": "Second", "real": "디지털" });
    let (_, app) = caller.call("POST", "reseller/seller/app", &app);
    assert_eq!((&app["real"], &app["timezone"]), (&json!("디지털"), &json!("Asia/Seoul")));
    let app_id = app["app_id"].as_str().unwrap();
    let resources = json!({ "resources": { "kcp": { "site": "T0000" } } });
    let (_, changed) = caller.call("PUT", &format!("reseller/seller/app/resource/{app_id}"), &resources);
    assert_eq!(changed["resources"], resources["resources"]);
    let (_, read) = caller.get(&format!("reseller/seller/{provider_id}"));
    assert_eq!((&read["apps"][1], read["apps"].as_array().map(Vec::len)), (&changed, Some(2)));

    let invite = |kind: &str, name: &str, id: &str| {
        let body = json!({ "email": "b@example.com", "level": "관리자", "invite_type": kind, name: id });
        caller.call("POST", "reseller/invite", &body)
    };
    assert_eq!(invite("프로젝트", "app_id", app_id).0, 200);
    assert_eq!(invite("팀", "provider_id", provider_id).0, 200);
    refused(&invite("팀", "app_id", app_id), 400, "EMULATOR_PARAMETER_MISSING");
    refused(&invite("프로젝트", "app_id", "x"), 404, "EMULATOR_SELLER_NOT_FOUND");
    refused(&invite("둘", "app_id", app_id), 400, "EMULATOR_PARAMETER_UNREADABLE");
    let invited = local.control("GET", "invitations", &Value::Null);
    assert_eq!((invited.as_array().map(Vec::len), &invited[1]["provider_id"]), (Some(2), &json!(provider_id)));

    assert_eq!(caller.call("DELETE", &format!("reseller/test/seller/{provider_id}"), &Value::Null).0, 200);
    refused(&caller.get(&format!("reseller/seller/{provider_id}")), 404, "EMULATOR_SELLER_NOT_FOUND");
    refused(
        &caller.call("PUT", &format!("reseller/seller/app/resource/{app_id}"), &resources),
        404,
        "EMULATOR_SELLER_NOT_FOUND",
    );
    assert_eq!(caller.call("POST", "reseller/seller", &body).0, 200);
}

#[test]
fn a_test_makes_a_seller_of_its_own() {
    const P: &str = "6712ab34c0de5f0012a4b9c1";
    const A: &str = "6712ab34c0de5f0012a4b9c2";
    let local = Local::start();
    let merchant = local.control("POST", "merchants", &json!({}));
    let made = json!({ "merchant": merchant["id"], "provider_id": P, "app_id": A, "primary_key": "k" });
    local.control("POST", "sellers", &made);
    let (_, read) = local.caller_of(&merchant).get(&format!("reseller/seller/{P}"));
    assert_eq!((&read["primary_key"], &read["apps"][0]["app_id"]), (&json!("k"), &json!(A)));
    refused(&local.caller().get(&format!("reseller/seller/{P}")), 404, "EMULATOR_SELLER_NOT_FOUND");
    for taken in [made, json!({ "app_id": A }), json!({ "app_id": "a" })] {
        refused(&local.try_control("POST", "sellers", &taken), 400, "EMULATOR_CONTROL");
    }
}
