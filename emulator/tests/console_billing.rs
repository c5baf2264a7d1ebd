//! The console's billing keys: the list, the page of a key, and its acts.
#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use common::Local;
use common::console::{Browser, Shown, console};
use serde_json::{Value, json};

/// A name that tries everything.
const HOSTILE: &str = "\"><img src=x onerror=alert(1)>'&{{7*7}}\u{202e}\u{0}";

fn key(local: &Local, change: &Value) -> String {
    local.control("POST", "billing-keys", change)["receipt_id"].as_str().unwrap().to_owned()
}

/// Does an act of the page that must succeed; returns the page that it leads to.
fn act(browser: &Browser, id: &str, form: &str) -> Shown {
    let done = browser.post(&format!("/billing-keys/{id}"), form);
    assert_eq!(done.status, 303, "{form}: {}", done.text);
    let page = browser.get(done.header("location"));
    assert!(page.text.contains("role=\"status\""), "{form}");
    page
}

/// Does an act that must be refused; returns the page that says why.
fn refuse(browser: &Browser, id: &str, form: &str) -> Shown {
    let page = browser.post(&format!("/billing-keys/{id}"), form);
    assert_eq!(page.status, 422, "{form}: {}", page.text);
    assert!(page.text.contains("role=\"alert\""), "{form}");
    page
}

/// Returns whether the button of an act can be pressed.
fn is_possible(page: &Shown, act: &str) -> bool {
    let button = page.text.split(&format!("name=\"act\" value=\"{act}\"")).nth(1).unwrap();
    !button.split_once('>').unwrap().0.contains("disabled")
}

#[test]
fn a_key_is_consented_charged_reserved_and_revoked() {
    let local = console();
    local.stop_clock();
    let browser = Browser::new(&local);
    let caller = local.caller();

    let asked =
        key(&local, &json!({ "state": "requested", "method": "automatic_transfer_rest", "order_name": "월 구독" }));
    assert!(browser.get("/billing-keys").text.contains(&format!("href=\"/billing-keys/{asked}\"")));
    let page = browser.get(&format!("/billing-keys/{asked}"));
    assert!(page.title().starts_with("월 구독 · "), "{}", page.title());
    assert!(page.text.contains("동의대기") && page.text.contains("아직 발급되지 않은 빌링키입니다."));
    for (name, possible) in [("consent", true), ("charge", false), ("reserve", false), ("revoke", false)] {
        assert_eq!(is_possible(&page, name), possible, "{name}");
    }
    refuse(&browser, &asked, "act=charge&order_name=tea&price=1000");
    let page = act(&browser, &asked, "act=consent");
    assert!(!is_possible(&page, "consent") && page.text.contains("구매자가 이미 동의했습니다."));
    let publish = json!({ "receipt_id": asked });
    assert_eq!(caller.call("POST", "request/subscribe/automatic-transfer/publish", &publish).0, 200);

    let page = act(&browser, &asked, "act=charge&order_name=11%EC%9B%94&price=9%2C900");
    for shown in ["11월", "9,900원", "빌링키 결제: 11월, 9,900원", "href=\"/payments/"] {
        assert!(page.text.contains(shown), "{shown}");
    }
    let page = act(&browser, &asked, "act=reserve&order_name=12%EC%9B%94&price=9900&execute_at=2099-01-02T03%3A04");
    for shown in ["12월", "예약됨", "2099-01-02 03:04:00"] {
        assert!(page.text.contains(shown), "{shown}");
    }
    let reserve_id = page.attribute("name=\"reserve_id\" value=\"");
    let page = act(&browser, &asked, &format!("act=cancel&reserve_id={reserve_id}"));
    assert!(page.text.contains("취소됨") && !page.text.contains("name=\"reserve_id\""));
    assert_eq!(caller.get(&format!("subscribe/payment/reserve/{reserve_id}")).1["status"], 3);

    let page = act(&browser, &asked, "act=revoke");
    assert!(page.text.contains("해지된 빌링키입니다.") && page.text.contains("빌링키가 해지되었습니다"));
    for name in ["consent", "charge", "reserve", "revoke"] {
        assert!(!is_possible(&page, name), "{name}");
    }
    refuse(&browser, &asked, "act=revoke");
    assert_eq!(browser.get("/billing-keys/ffffffffffffffffffffffff").status, 404);
    let english = browser.with_language("en").get(&format!("/billing-keys/{asked}"));
    assert!(english.text.contains("This billing key was revoked.") && english.title().contains("Billing keys"));
}

#[test]
fn a_refused_form_keeps_what_was_typed() {
    let local = console();
    local.stop_clock();
    let browser = Browser::new(&local);
    let id = key(&local, &json!({ "order_name": "plan" }));
    let page = browser.get(&format!("/billing-keys/{id}"));
    let suggested = page.attribute("name=\"execute_at\" required value=\"");
    let now = local.control("GET", "clock", &Value::Null)["now"].as_str().unwrap().to_owned();
    let minutes = |text: &str| text[11..13].parse::<i64>().unwrap() * 60 + text[14..16].parse::<i64>().unwrap();
    let ahead = (minutes(&suggested) - minutes(&now)).rem_euclid(24 * 60);
    assert!((60..=61).contains(&ahead), "{suggested} {now}");
    for (price, at) in [
        ("0", "2099-01-02T03:04"),
        ("many", "2099-01-02T03:04"),
        ("1000.5", "2099-01-02T03:04"),
        ("1000", "2001-01-02T03:04"),
        ("1000", ""),
        ("", "2099-01-02T03:04"),
    ] {
        let form = format!("act=reserve&order_name=my+plan&price={price}&execute_at={at}");
        let page = refuse(&browser, &id, &form);
        assert_eq!(page.attribute("name=\"execute_at\" required value=\""), at);
        let typed = page.text.split("id=\"reserve-name\"").nth(1).unwrap();
        assert!(typed.split_once('>').unwrap().0.contains("value=\"my plan\""), "{form}");
        let typed = page.text.split("id=\"reserve-price\"").nth(1).unwrap();
        assert!(typed.split_once('>').unwrap().0.contains(&format!("value=\"{price}\"")), "{form}");
        // The other form is as it was.
        let other = page.text.split("id=\"charge-name\"").nth(1).unwrap();
        assert!(other.split_once('>').unwrap().0.contains("value=\"plan\""), "{form}");
    }
    assert_eq!(browser.get("/billing-keys").text.matches("예약됨").count(), 0);
    refuse(&browser, &id, "act=nothing");
    refuse(&browser, &id, "act=cancel&reserve_id=nobody");
}

#[test]
fn an_expired_and_a_full_key_say_why() {
    let local = console();
    local.stop_clock();
    let browser = Browser::new(&local);
    let expired = browser.get(&format!("/billing-keys/{}", key(&local, &json!({ "state": "expired" }))));
    assert!(expired.text.contains("유효 기한이 지난 빌링키입니다.") && !is_possible(&expired, "charge"));
    let full = key(&local, &json!({}));
    for _ in 0..10 {
        local.control("POST", &format!("billing-keys/{full}/reserve"), &json!({}));
    }
    let page = browser.get(&format!("/billing-keys/{full}"));
    assert!(is_possible(&page, "charge") && !is_possible(&page, "reserve"));
    assert!(page.text.contains("대기 중인 예약이 10건입니다."));
}

#[test]
fn hostile_text_stays_text() {
    let local = console();
    let browser = Browser::new(&local);
    let id = key(
        &local,
        &json!({ "order_name": HOSTILE, "subscription_id": HOSTILE, "metadata": { HOSTILE: HOSTILE }, "user_id": HOSTILE }),
    );
    local.control("POST", &format!("billing-keys/{id}/charge"), &json!({ "order_name": HOSTILE, "order_id": HOSTILE }));
    local.control(
        "POST",
        &format!("billing-keys/{id}/reserve"),
        &json!({ "order_name": HOSTILE, "order_id": HOSTILE }),
    );
    for path in ["/billing-keys".to_owned(), format!("/billing-keys/{id}")] {
        let page = browser.get(&path);
        assert_eq!(page.status, 200);
        assert!(
            !page.text.contains("<img") && !page.text.contains('\u{202e}') && !page.text.contains('\u{0}'),
            "{path}"
        );
        assert!(page.text.contains("&#60;img src=x"), "{path}");
    }
}
