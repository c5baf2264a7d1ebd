//! The payment window in the shop's page, as the official browser SDK drives it.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use common::window::{Browser, Page, changed, payment};
use common::{Local, receipt};
use serde_json::{Value, json};

/// An emulator with a browser, and the client key of its project.
fn shop() -> (Local, Browser, String) {
    let local = Local::start();
    let browser = Browser::of(&local);
    let key = local.emulator.merchant().client_key.clone();
    (local, browser, key)
}

/// The id of the window that a page opened.
#[track_caller]
fn id_of(page: &Page) -> String {
    let parameters = page.messages().into_iter().find(|message| message["event"] == "setConfirmParameters");
    parameters.unwrap()["receipt_id"].as_str().unwrap().to_owned()
}

#[test]
fn a_card_is_paid_in_a_frame() {
    let (local, browser, key) = shop();
    let page = browser.open("payment", &payment(&key, &json!({ "metadata": { "cart": 7 } })));
    assert_eq!(page.events(), ["setConfirmParameters", "hideProgress", "resize", "iFrameStyle", "showPayment"]);
    let id = id_of(&page);
    let parameters = &page.messages()[0];
    let gateway = format!("{}/gw", local.emulator.url());
    assert_eq!(
        parameters,
        &json!({ "bootpay_event": true, "event": "setConfirmParameters", "gateway_url": gateway,
            "receipt_id": id, "application_id": key, "open_type": "iframe" })
    );
    for shown in ["무선 이어폰", "1,000원", "Emulator Shop", "나이스페이먼츠", "lang=\"ko\""] {
        assert!(page.html.contains(shown), "{shown}");
    }
    assert_eq!(local.caller().get(&format!("receipt/{id}")).1["status"], 0);

    let done = browser.press(&id, "frame", &[("action", "approve")]).message();
    assert_eq!((&done["event"], &done["data"]["status"]), (&json!("done"), &json!(1)));
    // What the window reports is what the server reads.
    let read = local.caller().get(&format!("receipt/{id}"));
    assert_eq!(&done["data"], receipt(&read, 1));
    assert_eq!((&read.1["gateway_url"], &read.1["metadata"]), (&json!(gateway), &json!({ "cart": 7 })));
    // A second press, and the page again: the window stays as it ended.
    assert_eq!(browser.press(&id, "frame", &[("action", "cancel")]).message(), done);
    assert_eq!(browser.get(&format!("/gw/p/{id}?role=frame"), "iframe").message(), done);
}

#[test]
fn the_vectors_of_other_encryptions_open_a_window() {
    let local = Local::start();
    local.control("PATCH", "projects/default", &json!({ "client_key": "ck_example" }));
    let browser = Browser::of(&local);
    for (payload, token) in [
        (
            "jbiflxDIjYYR1hPzfzPAfjqUBmX8c6/rYLzcT3Kev7VKkkvORfJssGvM/NCUk2RtToP1ymjpFN6sxr38icGS3czU5sSNB/aXfuiaHJCFif6s6BLJEp/V7EOhFmxMLW9pd6bnnZdVXQUpzOdI7fd1m6nb4dLzRDZkLbxpK8TIHhc=",
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=##QEFCQ0RFRkdISUpLTE1OTw==",
        ),
        (
            "SotdA5xSbfwJn6WM/Ic8kP5fy/5NyFWUfeHZ1Smen7IZ3cU4v5evggB22JXjALwc9ZJd6CCZBeu6rYeu/7dwsuSQMy52XqIraCwtUm5XTZM1UifpsoCMrKDY5v0PYblDT+CSSNkTBTmxA+usU+5b6OuvWrIh/8SsJtPvlE+9yxg=",
            "7zr7iOQlK5puMcqGuF1aTCrOiZHcclM2y2fQuWT/mp4=##puSvaSnmZZeptsQj1VSSuw==",
        ),
    ] {
        let page = browser.post_form("payment", &[("payload", payload), ("token", token)]);
        assert_eq!(page.messages()[0]["application_id"], "ck_example");
        assert!(page.html.contains("무선 이어폰"));
    }
    // The request log has the request without its secrets.
    let logged = &local.requests()[0];
    assert_eq!(logged["body"]["payload"]["order_id"], "order-1");
    assert_eq!(logged["body"]["token"], "…");
}

#[test]
fn the_merchant_confirms_at_its_server_or_by_the_page() {
    let (local, browser, key) = shop();
    let separate = json!({ "extra": { "open_type": "iframe", "separately_confirmed": true } });
    let opened = || id_of(&browser.open("payment", &payment(&key, &separate)));

    let id = opened();
    let confirm = browser.press(&id, "frame", &[("action", "approve")]).message();
    let gateway = format!("{}/gw", local.emulator.url());
    assert_eq!(
        confirm,
        json!({ "bootpay_event": true, "event": "confirm", "receipt_id": id, "order_id": "order-1",
            "gateway_url": gateway, "application_id": key, "status": 2, "status_locale": "승인대기" })
    );
    receipt(&local.caller().confirm(&id), 1);
    assert_eq!(local.control("GET", &format!("windows/{id}"), &Value::Null)["ending"]["event"], "done");

    let id = opened();
    browser.press(&id, "frame", &[("action", "approve")]);
    let done = browser.confirm(&id, &key, "iframe").message();
    assert_eq!((&done["event"], &done["data"]["status"]), (&json!("done"), &json!(1)));
    assert_eq!(browser.confirm(&id, &key, "iframe").error(), "RC_NOT_CONFIRM_READY");
    receipt(&local.caller().get(&format!("receipt/{id}")), 1);

    // Another application's confirm finds nothing, nor does one of none.
    let id = opened();
    browser.press(&id, "frame", &[("action", "approve")]);
    assert_eq!(browser.confirm(&id, "another", "iframe").error(), "RC_NOT_FOUND");
    let unnamed = browser.send("POST", &format!("/gw/confirm/{id}"), &[("sec-fetch-dest", "iframe")], "_method=put");
    assert_eq!(unnamed.error(), "RC_NOT_FOUND");
    receipt(&local.caller().get(&format!("receipt/{id}")), 2);

    let only = json!({ "open_type": "iframe", "separately_confirmed": true, "confirm_only_rest_api": true });
    let id = id_of(&browser.open("payment", &payment(&key, &json!({ "extra": only }))));
    browser.press(&id, "frame", &[("action", "approve")]);
    assert_eq!(browser.confirm(&id, &key, "iframe").error(), "RC_NOT_CONFIRM_READY");
    receipt(&local.caller().confirm(&id), 1);
}

#[test]
fn a_confirm_that_is_refused_keeps_the_end_of_the_window() {
    let (local, browser, key) = shop();
    let separate = json!({ "extra": { "open_type": "iframe", "separately_confirmed": true } });
    let opened = || id_of(&browser.open("payment", &payment(&key, &separate)));
    let [by_page, by_server, left] = [opened(), opened(), opened()];
    browser.press(&by_page, "frame", &[("action", "approve")]);
    browser.confirm(&by_page, &key, "iframe");
    browser.press(&by_server, "frame", &[("action", "approve")]);
    receipt(&local.caller().confirm(&by_server), 1);
    browser.press(&left, "frame", &[("action", "cancel")]);
    for (id, event) in [(by_page, "done"), (by_server, "done"), (left, "cancel")] {
        assert_eq!(browser.confirm(&id, &key, "iframe").error(), "RC_NOT_CONFIRM_READY");
        let shown = browser.get(&format!("/gw/p/{id}?role=frame"), "iframe");
        assert_eq!(shown.message()["event"], event);
        assert_eq!(local.control("GET", &format!("windows/{id}"), &Value::Null)["ending"]["event"], event);
    }
}

#[test]
fn a_confirm_before_the_buyer_has_finished_changes_nothing() {
    let (local, browser, key) = shop();
    let separate = json!({ "extra": { "open_type": "iframe", "separately_confirmed": true } });
    let page = browser.open("payment", &payment(&key, &separate));
    // The parameters come first: without them, the SDK's form would lead the shop's page away.
    assert_eq!(page.events()[0], "setConfirmParameters");
    let id = id_of(&page);
    assert_eq!(browser.confirm(&id, &key, "iframe").error(), "RC_NOT_CONFIRM_READY");
    assert_eq!(browser.press(&id, "frame", &[("action", "approve")]).message()["event"], "confirm");
    receipt(&local.caller().confirm(&id), 1);
}

#[test]
fn the_buyer_leaves_or_the_pg_declines() {
    let (local, browser, key) = shop();
    let press = |fields: &[(&str, &str)]| {
        let id = id_of(&browser.open("payment", &payment(&key, &json!({}))));
        (browser.press(&id, "frame", fields).message(), id)
    };
    let (cancel, id) = press(&[("action", "cancel")]);
    assert_eq!((&cancel["event"], &cancel["error_code"]), (&json!("cancel"), &json!("EMULATOR_WINDOW_CANCELLED")));
    assert_eq!(cancel["receipt_id"], id);
    let (closed, _) = press(&[("action", "close")]);
    assert_eq!((&closed["event"], &closed["error_code"]), (&json!("cancel"), &json!("RC_CLOSE_WINDOW")));

    let (refused, id) = press(&[
        ("action", "refuse"),
        ("error_code", "RC_REQUEST_FAILED"),
        ("pg_error_code", "3143"),
        ("message", "한도 초과"),
    ]);
    assert_eq!(
        refused,
        json!({ "bootpay_event": true, "event": "error", "error_code": "RC_REQUEST_FAILED", "pg_error_code": "3143",
            "message": "한도 초과", "receipt_id": id })
    );
    receipt(&local.caller().get(&format!("receipt/{id}")), -2);
    let (usual, _) = press(&[("action", "refuse")]);
    assert_eq!(usual["error_code"], "RC_CONFIRM_FAILED");

    let (expired, id) = press(&[("action", "expire")]);
    assert_eq!(expired["error_code"], "EMULATOR_WINDOW_EXPIRED");
    receipt(&local.caller().get(&format!("receipt/{id}")), -10);
}

#[test]
fn a_window_has_the_time_that_its_request_gives() {
    let (local, browser, key) = shop();
    local.stop_clock();
    let brief = json!({ "extra": { "open_type": "iframe", "timeout": 5 } });
    let brief = id_of(&browser.open("payment", &payment(&key, &brief)));
    let usual = id_of(&browser.open("payment", &payment(&key, &json!({}))));
    let state = |id: &str| {
        let watched = browser.get(&format!("/gw/w/{id}"), "empty").html;
        serde_json::from_str::<Value>(&watched).unwrap()["open"].as_bool().unwrap()
    };
    local.advance(299);
    assert_eq!([state(&brief), state(&usual)], [true, true]);
    local.advance(1);
    assert_eq!([state(&brief), state(&usual)], [false, true]);
    let late = browser.press(&brief, "frame", &[("action", "approve")]);
    assert_eq!(late.error(), "EMULATOR_WINDOW_EXPIRED");
    receipt(&local.caller().get(&format!("receipt/{brief}")), -10);
    local.advance(1500);
    assert!(!state(&usual));
}

#[test]
fn a_request_that_opens_no_window_is_a_page_with_an_error() {
    let (local, browser, key) = shop();
    let ids = local.emulator.merchant().application_ids.clone();
    let rest = local.emulator.merchant().application_id.clone();
    let private_key = local.emulator.merchant().private_key.clone();
    let open = |changes: Value| browser.open("payment", &payment(&key, &changes)).error();
    for (changes, code) in [
        (json!({ "client_key": "nobody" }), "APP_CLIENT_KEY_NOT_FOUND"),
        (json!({ "client_key": null }), "NEED_CLIENT_KEY"),
        (json!({ "client_key": null, "application_id": "" }), "NEED_CLIENT_KEY"),
        (json!({ "client_key": null, "application_id": "0123456789abcdef01234567" }), "APP_KEY_NOT_FOUND"),
        (json!({ "client_key": null, "application_id": ids.android }), "APP_KEY_NOT_FOUND"),
        (json!({ "client_key": null, "application_id": rest }), "APP_KEY_NOT_FOUND"),
        (json!({ "order_name": " " }), "INVALID_REQUEST_PARAMS"),
        (json!({ "order_id": null }), "INVALID_REQUEST_PARAMS"),
        (json!({ "price": null }), "INVALID_REQUEST_PARAMS"),
        (json!({ "price": 99 }), "RC_PRICE_LEAST_LT"),
        (json!({ "tax_free": 1001 }), "EMULATOR_PARAMETER_UNREADABLE"),
        (json!({ "method": "barter" }), "EMULATOR_PARAMETER_UNREADABLE"),
        (json!({ "pg": "nobody" }), "EMULATOR_PARAMETER_UNREADABLE"),
        (json!({ "platform_type": 9 }), "EMULATOR_PARAMETER_UNREADABLE"),
        (json!({ "extra": { "open_type": "tab" } }), "EMULATOR_PARAMETER_UNREADABLE"),
        (json!({ "extra": { "open_type": "iframe", "timeout": 0 } }), "EMULATOR_PARAMETER_UNREADABLE"),
        (json!({ "extra": {} }), "RC_REDIRECT_URL_INVALID"),
        (
            json!({ "extra": { "open_type": "redirect", "redirect_url": "javascript:alert(1)" } }),
            "RC_REDIRECT_URL_INVALID",
        ),
        (json!({ "redirect_url": "https:///x" }), "RC_REDIRECT_URL_INVALID"),
        (json!({ "items": [{ "name": "a", "qty": 1, "price": 1000 }] }), "NEED_ITEM_ID"),
        (json!({ "items": [{ "id": "1", "qty": 1, "price": 1000 }] }), "NEED_ITEM_NAME"),
        (json!({ "items": [{ "id": "1", "name": "a", "qty": 0, "price": 1000 }] }), "NEED_ITEM_QTY"),
        (json!({ "items": [{ "id": "1", "name": "a", "qty": 1 }] }), "NEED_ITEM_PRICE"),
        (json!({ "items": [{ "id": "1", "name": "a", "qty": 2, "price": 499 }] }), "NEED_ITEM_TOTAL_PRICE_NOT_MATCH"),
        (json!({ "metadata": { "key": private_key } }), "EMULATOR_SECRET_EXPOSED"),
    ] {
        assert_eq!(open(changes.clone()), code, "{changes}");
    }
    for fields in [
        &[("payload", "AAAA"), ("token", "AAAA##AAAA")][..],
        &[("payload", "AAAA")],
        &[("token", "AAAA##AAAA")],
        &[("payload", "%"), ("token", "##")],
    ] {
        assert_eq!(browser.post_form("payment", fields).error(), "EMULATOR_PAYLOAD_UNREADABLE");
    }
    let text = bootpay_core::window::encrypt("[1]");
    let page = browser.post_form("payment", &[("payload", &text.payload), ("token", &text.token)]);
    assert_eq!(page.error(), "EMULATOR_PAYLOAD_UNREADABLE");

    let page = browser.open("payment", &payment(&key, &json!({ "client_key": null, "application_id": ids.web })));
    assert_eq!(page.messages()[0]["application_id"], ids.web);
    let android = json!({ "client_key": null, "application_id": ids.android, "platform_type": 2 });
    let id = id_of(&browser.open("payment", &payment(&key, &android)));
    assert_eq!(local.control("GET", &format!("windows/{id}"), &Value::Null)["platform"], "android");
    // The JSON API of the same path still wants its credential.
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    assert_eq!(browser.send("POST", "/v2/request/payment", &headers, "price=1000").status, 401);
}

#[test]
fn only_what_is_activated_opens() {
    let local = Local::start();
    let browser = Browser::of(&local);
    let project =
        local.control("POST", "projects", &json!({ "merchant": "Tea", "allowed_origins": ["https://shop.example"] }));
    let (id, key) = (project["id"].as_str().unwrap(), project["client_key"].as_str().unwrap());
    let open = |changes: Value| browser.open("payment", &payment(key, &changes));
    assert_eq!(open(json!({})).error(), "EMULATOR_METHOD_NOT_ACTIVE");
    let unified = json!({ "pg": null, "method": null });
    assert_eq!(open(unified.clone()).error(), "EMULATOR_METHOD_NOT_ACTIVE");
    let activate = |pg: &str, method: &str| {
        local.control("PUT", &format!("projects/{id}/methods"), &json!({ "pg": pg, "method": method }));
    };
    activate("nicepay", "card");
    // One method opens directly.
    let page = open(unified.clone());
    assert!(page.html.contains("나이스페이먼츠") && !page.html.contains("name=\"choice\""));
    activate("danal", "phone");
    activate("kcp", "vbank");
    let page = open(unified.clone());
    for value in ["nicepay/card", "danal/phone", "kcp/vbank"] {
        assert!(page.html.contains(&format!("value=\"{value}\"")), "{value}");
    }
    let some = open(changed(unified.clone(), &json!({ "method": ["vbank", "phone", "kakao"] })));
    assert_eq!(some.html.matches("type=\"radio\"").count(), 2);

    let chosen = id_of(&page);
    let done = browser.press(&chosen, "frame", &[("action", "approve"), ("choice", "danal/phone")]).message();
    assert_eq!((&done["event"], &done["data"]["method_symbol"]), (&json!("done"), &json!("phone")));
    assert_eq!((&done["data"]["sandbox"], &done["data"]["pg"]), (&json!(true), &json!("다날")));
    // The page cannot choose what is not shown.
    let other = id_of(&open(unified));
    let refused = browser.press(&other, "frame", &[("action", "approve"), ("choice", "danal/card")]);
    assert_eq!(refused.error(), "EMULATOR_METHOD_NOT_ACTIVE");
    assert_eq!(open(json!({ "pg": "danal", "method": "card" })).error(), "EMULATOR_METHOD_NOT_ACTIVE");

    local.control("PATCH", &format!("projects/{id}"), &json!({ "allowed_origins": ["https://other.example"] }));
    assert_eq!(open(json!({})).error(), "EMULATOR_ORIGIN_NOT_ALLOWED");
}

#[test]
fn every_method_has_its_end() {
    let (local, browser, key) = shop();
    for (method, details) in [
        ("bank", "bank_data"),
        ("phone", "phone_data"),
        ("naverpay", "naver_point_data"),
        ("kakao", "kakao_money_data"),
        ("payco", "payco_point_data"),
        ("toss", "toss_point_data"),
        ("카드", "card_data"),
    ] {
        let id = id_of(&browser.open("payment", &payment(&key, &json!({ "method": method }))));
        let done = browser.press(&id, "frame", &[("action", "approve")]).message();
        assert!(done["event"] == "done" && done["data"][details]["tid"].is_string(), "{method}: {done}");
    }
    let vbank = json!({ "method": "vbank" });
    let page = browser.open("payment", &payment(&key, &vbank));
    assert!(page.html.contains("가상계좌 발급받기"));
    let id = id_of(&page);
    let issued = browser.press(&id, "frame", &[("action", "approve")]).message();
    assert_eq!((&issued["event"], &issued["data"]["status"]), (&json!("issued"), &json!(5)));
    assert!(issued["data"]["vbank_data"]["bank_account"].is_string());
    // The deposit comes later, from the page of the account.
    let page = browser.get(&format!("/gw/p/{id}"), "document");
    assert!(page.html.contains("value=\"deposit\"") && page.messages().is_empty());
    browser.press(&id, "beside", &[("action", "deposit")]);
    receipt(&local.caller().get(&format!("receipt/{id}")), 1);

    // Chosen above is the card; the button means the account.
    let unified = id_of(&browser.open("payment", &payment(&key, &json!({ "pg": null, "method": null }))));
    let deposited = browser.press(&unified, "frame", &[("choice", "nicepay/card"), ("action", "deposit")]).message();
    assert_eq!((&deposited["event"], &deposited["data"]["method_symbol"]), (&json!("issued"), &json!("vbank")));
    // The message comes before the deposit.
    assert_eq!(deposited["data"]["status"], 5);
    receipt(&local.caller().get(&format!("receipt/{unified}")), 1);
    let at_once = id_of(&browser.open("payment", &payment(&key, &vbank)));
    let issued = browser.press(&at_once, "frame", &[("action", "deposit")]).message();
    assert_eq!((&issued["event"], &issued["data"]["status"]), (&json!("issued"), &json!(5)));
    receipt(&local.caller().get(&format!("receipt/{at_once}")), 1);
    // At a PG without separate approval, the window itself approves.
    let extra = json!({ "pg": "payapp", "extra": { "open_type": "iframe", "separately_confirmed": true } });
    let id = id_of(&browser.open("payment", &payment(&key, &extra)));
    assert_eq!(browser.press(&id, "frame", &[("action", "approve")]).events(), ["done"]);
}

#[test]
fn every_button_of_every_page_ends_its_window() {
    let (_local, browser, key) = shop();
    let unified = json!({ "pg": null, "method": null });
    for (changes, buttons) in [(json!({}), 5), (json!({ "method": "vbank" }), 6), (unified, 6)] {
        let pressed = browser.open("payment", &payment(&key, &changes)).buttons();
        assert_eq!(pressed.len(), buttons, "{pressed:?}");
        for action in pressed {
            let page = browser.open("payment", &payment(&key, &changes));
            let fields = page.fields();
            let fields = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            let fields: Vec<_> = fields.chain([("action", action.as_str())]).collect();
            let event = browser.press(&id_of(&page), "frame", &fields).message()["event"].clone();
            let wanted = match action.as_str() {
                "approve" if changes["method"] == "vbank" => "issued",
                "approve" => "done",
                "deposit" => "issued",
                "cancel" | "close" => "cancel",
                _ => "error",
            };
            assert_eq!(event, wanted, "{action} {changes}");
        }
    }
}

#[test]
fn a_billing_key_is_issued() {
    let (local, browser, key) = shop();
    let subscription = |changes: &Value| {
        let payload = json!({
            "client_key": key, "application_id": null, "subscription_id": "sub-1", "pg": "nicepay", "method": "카드자동",
            "order_name": "정기구독", "price": null, "tax_free": null, "sdk": true, "platform_type": 1,
            "extra": { "open_type": "iframe", "separately_confirmed": true }, "user": { "id": "u-1", "username": "홍길동" },
        });
        changed(payload, changes)
    };
    let page = browser.open("subscribe", &subscription(&json!({})));
    assert!(page.html.contains("지금은 청구되지 않습니다"));
    let id = id_of(&page);
    // Never `confirm`, at which the SDK would close this window and its own confirm would hang.
    let done = browser.press(&id, "frame", &[("action", "approve")]).message();
    assert_eq!((&done["event"], &done["data"]["status"]), (&json!("done"), &json!(11)));
    assert_eq!(done["data"]["receipt_id"], id);
    assert!(!done.to_string().contains("billing_key\""), "{done}");
    let issued = local.caller().get(&format!("subscribe/billing_key/{id}")).1;
    assert_eq!((&issued["status"], &issued["subscription_id"]), (&json!(11), &json!("sub-1")));
    let charge = json!({ "billing_key": issued["billing_key"], "order_name": "tea", "order_id": "o-1", "price": 1000 });
    receipt(&local.caller().call("POST", "subscribe/payment", &charge), 1);

    let id = id_of(&browser.open("subscribe", &subscription(&json!({ "subscription_id": "sub-2", "price": 5000 }))));
    assert_eq!(browser.press(&id, "frame", &[("action", "approve")]).events(), ["done"]);
    let issued = local.caller().get(&format!("subscribe/billing_key/{id}")).1;
    assert_eq!((&issued["receipt_data"]["status"], &issued["receipt_data"]["price"]), (&json!(1), &json!(5000)));

    let id = id_of(&browser.open("subscribe", &subscription(&json!({ "subscription_id": "sub-3" }))));
    assert_eq!(browser.press(&id, "frame", &[("action", "refuse")]).error(), "SUBSCRIBE_REQUEST_FAILED");
    assert_eq!(
        browser.open("subscribe", &subscription(&json!({ "subscription_id": null }))).error(),
        "INVALID_REQUEST_PARAMS"
    );
    assert_eq!(
        browser.open("subscribe", &subscription(&json!({ "method": "phone" }))).error(),
        "EMULATOR_METHOD_NOT_ACTIVE"
    );
}

#[test]
fn an_identity_is_verified() {
    let (local, browser, key) = shop();
    let request = |changes: &Value| {
        let payload = json!({
            "client_key": key, "application_id": null, "authentication_id": "auth-1", "pg": "다날", "method": "auth",
            "order_name": "회원 본인인증", "sdk": true, "platform_type": 1, "extra": { "open_type": "iframe" },
            "user": { "username": "김부트", "phone": "010-2345-6789" },
        });
        changed(payload, changes)
    };
    let page = browser.open("authentication", &request(&json!({})));
    assert!(page.html.contains("value=\"김부트\"") && page.html.contains("value=\"01023456789\""), "{}", page.html);
    let id = id_of(&page);
    let person = [
        ("action", "approve"),
        ("username", "이부트"),
        ("identity_no", "9506072"),
        ("carrier", "KT"),
        ("phone", "010-1111-2222"),
    ];
    let done = browser.press(&id, "frame", &person).message();
    assert_eq!((&done["event"], &done["data"]["status"]), (&json!("done"), &json!(12)));
    // Only the server reads who it is.
    assert!(!done.to_string().contains("이부트"), "{done}");
    let certificate = local.caller().get(&format!("certificate/{id}")).1;
    assert_eq!(
        (&certificate["authenticate_data"]["name"], &certificate["authenticate_data"]["birth"]),
        (&json!("이부트"), &json!("1995-06-07"))
    );
    assert_eq!(browser.open("authentication", &request(&json!({}))).error(), "AUTH_ALREADY_AUTHENTICATED");
    let card = request(&json!({ "authentication_id": "auth-2", "method": "card" }));
    assert_eq!(browser.open("authentication", &card).error(), "AUTH_NEED_PG_METHOD");
    let id = id_of(&browser.open("authentication", &request(&json!({ "authentication_id": "auth-3" }))));
    let unknown = browser.press(
        &id,
        "frame",
        &[
            ("action", "approve"),
            ("username", "불일치"),
            ("identity_no", "9506072"),
            ("carrier", "KT"),
            ("phone", "01011112222"),
        ],
    );
    assert_eq!(unknown.error(), "AUTH_CONFIRM_READY_FAILED");
}
