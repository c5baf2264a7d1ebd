//! Refused acts of the console: the reason in the reader's language, at the field, with everything that was typed.
#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use common::Local;
use common::console::{Browser, Shown, console};
use serde_json::json;

/// A form that is refused at a field.
struct Case {
    path: String,
    form: &'static str,
    /// The id of the field.
    id: &'static str,
    korean: &'static str,
    english: &'static str,
    /// What stays in the form.
    kept: &'static str,
}

fn case(
    path: impl Into<String>,
    form: &'static str,
    id: &'static str,
    (korean, english): (&'static str, &'static str),
    kept: &'static str,
) -> Case {
    Case { path: path.into(), form, id, korean, english, kept }
}

/// The forms of a console whose project has activated one method at danal, with a paid payment.
#[expect(clippy::too_many_lines, reason = "a table")]
fn cases(payment: &str) -> Vec<Case> {
    let cancel = |price: &'static str, words| {
        let form = Box::leak(format!("act=cancel&cancel_price={price}").into_boxed_str());
        let kept = Box::leak(format!("value=\"{price}\"").into_boxed_str());
        case(payment, form, "cancel_price", words, kept)
    };
    vec![
        cancel("abc", ("금액이 아닙니다", "not an amount")),
        cancel("0", ("0보다 커야 합니다", "must be above 0")),
        cancel("10.5", ("소수를 쓸 수 없습니다", "no decimals")),
        cancel("2000", ("남은 금액보다 큽니다. 남은 금액: 1,000원", "only 1,000 KRW of 1,000 KRW remain")),
        case(
            "/setup/methods/kcp/card",
            "active=on&mode=live&setting.site_key=K1",
            "s-site_cd",
            ("필요한 설정값이 비어 있습니다: site_cd", "needs site_cd"),
            "value=\"K1\"",
        ),
        case(
            "/setup/webhooks",
            "url=http://shop.example&retries=3&web.url=http://127.0.0.1:9/w",
            "url",
            ("이 컴퓨터의 주소", "on loopback only"),
            "value=\"http://127.0.0.1:9/w\"",
        ),
        case(
            "/setup/webhooks",
            "url=https://a.example&retries=many",
            "retries",
            ("정수가 아니거나", "a whole number"),
            "value=\"many\"",
        ),
        case(
            "/setup/webhooks",
            "url=https://a.example&retries=101",
            "retries",
            ("0에서 100까지", "0 to 100"),
            "value=\"101\"",
        ),
        case(
            "/setup/webhooks",
            "ios.url=ftp://a.example",
            "ios-url",
            ("https:// 주소나", "allowed are https://"),
            "ftp://a.example",
        ),
        case(
            "/setup/security",
            "addresses=10.0.0.1%0Ahere",
            "addresses",
            ("대역(10.0.0.0/8)도 아닙니다", "is neither an address"),
            "10.0.0.1\nhere",
        ),
        case(
            "/setup/security",
            "origins=https://*.a.example",
            "origins",
            ("와일드카드(*)는", "has a wildcard"),
            "https://*.a.example",
        ),
        case(
            "/setup/security",
            "seems_from=here",
            "seems_from",
            ("IP 주소가 아닙니다", "IP address"),
            "value=\"here\"",
        ),
        case(
            "/setup/file",
            "how=replace&toml=%5B%5Bmerchant",
            "toml",
            ("1번째 줄: TOML 형식이", "line 1: no TOML"),
            "[[merchant</textarea>",
        ),
        case(
            "/setup/file",
            "how=add&toml=%5B%5Bprojects%5D%5D",
            "toml",
            ("1번째 줄 projects: 알 수 없는 항목입니다", "line 1: projects: is unknown; allowed is merchant"),
            "[[projects]]</textarea>",
        ),
        case(
            "/setup/file",
            "how=add&toml=%5B%5Bmerchant%5D%5D%0Aname%3D%22x%22%0A%5B%5Bmerchant.project%5D%5D%0Amodus%3D1",
            "toml",
            ("modus: 프로젝트에 없거나 바꿀 수 없는 항목입니다", "a project has no field modus"),
            "modus=1</textarea>",
        ),
        case(
            "/setup/file",
            "how=add&toml=%5B%5Bmerchant%5D%5D%0Aname%3D%22x%22%0A%5B%5Bmerchant.project%5D%5D%0Amethods%3D%5B%7Bpg%3D%22nobody%22,method%3D%22card%22%7D%5D",
            "toml",
            ("pg: 없는 PG사입니다: &#34;nobody&#34;", "pg: &#34;nobody&#34; is unknown"),
            "</textarea>",
        ),
        case("/setup/reset", "", "sure", ("확인란에 표시", "must be confirmed"), ""),
        case(
            "/try",
            "method=danal/card&price=much&order_name=tea",
            "price",
            ("금액이 아닙니다", "not an amount"),
            "value=\"tea\"",
        ),
        case("/try", "method=danal/card&price=0&order_name=tea", "price", ("0보다 커야", "above 0"), "value=\"0\""),
        case(
            "/try",
            "method=kcp/card&price=1&order_name=tea",
            "method",
            ("활성화되지 않은 결제수단입니다: kcp card", "is not activated"),
            "value=\"tea\"",
        ),
        case(
            "/faults",
            "scope=webhook&fault=duplicated&times=0",
            "webhook-times",
            ("1 이상이어야", "at least 1"),
            "value=\"duplicated\" required checked",
        ),
        case(
            "/faults",
            "scope=window&fault=done_twice&times=many",
            "window-times",
            ("정수가 아니거나", "a whole number"),
            "value=\"done_twice\" required checked",
        ),
        case(
            "/faults",
            "scope=request&fault=busy&endpoint=2&times=many",
            "request-times",
            ("정수가 아니거나", "a whole number"),
            "value=\"many\"",
        ),
        case(
            "/faults",
            "scope=request&fault=busy&endpoint=2&times=0",
            "request-times",
            ("1 이상이어야", "at least 1"),
            "value=\"2\" selected",
        ),
        case(
            "/projects",
            "name=+",
            "new-project",
            ("값을 입력하십시오", "must not be empty"),
            "<details class=\"menu project\" open",
        ),
    ]
}

fn emulator() -> (Local, String) {
    let local = console();
    local.control("PUT", "projects/default/methods", &json!({ "pg": "danal", "method": "card" }));
    let payment = local.payment(&json!({ "pg": "danal", "method": "card", "price": 1000, "state": "paid" }));
    (local, format!("/payments/{payment}"))
}

/// The element with this id, as far as its tag goes.
fn tag(page: &Shown, id: &str) -> String {
    let (before, after) =
        page.text.split_once(&format!(" id=\"{id}\"")).unwrap_or_else(|| panic!("{id}: {}", page.text));
    format!("{} id=\"{id}\"{}", before.rsplit('<').next().unwrap(), after.split('>').next().unwrap())
}

#[test]
fn a_refused_field_says_why_in_both_languages_and_keeps_what_was_typed() {
    let (local, payment) = emulator();
    let browser = Browser::new(&local);
    for case in cases(&payment) {
        for (language, words) in [("ko", case.korean), ("en", case.english)] {
            let page = browser.with_language(language).post(&case.path, case.form);
            let about = format!("{language} {} {}", case.path, case.form);
            assert_eq!(page.status, 422, "{about}");
            let tag = tag(&page, case.id);
            assert!(tag.contains("aria-invalid=\"true\"") && tag.contains("autofocus"), "{about}: {tag}");
            assert!(tag.contains(&format!("{}-wrong\"", case.id)), "{about}: {tag}");
            let why = page.between(&format!("id=\"{}-wrong\">", case.id), "</p>");
            assert!(why.contains(words), "{about}: {why}");
            let alert = page.between("id=\"refused\"", "</div>");
            assert!(alert.contains(&format!("href=\"#{}\"", case.id)) && alert.contains(&why), "{about}: {alert}");
            assert_eq!(page.text.matches(" autofocus").count(), 1, "{about}");
            assert!(page.text.contains(case.kept), "{about} keeps {}: {}", case.kept, page.text);
        }
    }
}

#[test]
fn a_refused_act_without_a_field_leads_to_its_message() {
    let (local, payment) = emulator();
    let browser = Browser::new(&local);
    for (path, form, korean, english) in [
        (
            payment.as_str(),
            "act=deposit",
            "지금 상태(status 1)에서는 할 수 없습니다",
            "the buyer cannot deposit at status 1",
        ),
        (&payment, "act=confirm_purchase", "배송이 등록된 상품만", "shipped goods only"),
        (&payment, "act=fault&fault=none&endpoint=0", "없는 장애입니다", "no such fault"),
        ("/faults", "scope=request&fault=none&times=1", "없는 장애입니다", "no such fault"),
        ("/setup/webhooks/test", "to=ios", "저장된 주소가 없습니다", "no such URL"),
    ] {
        for (language, words) in [("ko", korean), ("en", english)] {
            let page = browser.with_language(language).post(path, form);
            assert_eq!(page.status, 422, "{path} {form}");
            let alert = page.between("id=\"refused\"", "</div>");
            assert!(alert.contains(words) && alert.contains("tabindex=\"-1\" autofocus"), "{path} {form}: {alert}");
            assert!(!page.text.contains("aria-invalid"), "{path} {form}");
            assert!(!alert.contains("lang=\"en\""), "{path} {form}: {alert}");
        }
    }
}

#[test]
fn a_refusal_without_a_rule_has_the_sentence_of_its_code_and_the_detail_in_english() {
    let local = console();
    let page = Browser::new(&local).post("/setup/keys/pairs/revoke", "client_key=nobody");
    let alert = page.between("id=\"refused\"", "</div>");
    assert!(alert.contains("에뮬레이터에 없는 대상입니다.") && alert.contains("<p lang=\"en\">"), "{alert}");
    assert!(alert.contains("this project has no pair"), "{alert}");
}

#[test]
fn a_refused_charge_or_reservation_says_why_at_its_field() {
    let local = console();
    let key = local.control("POST", "billing-keys", &json!({}))["receipt_id"].as_str().unwrap().to_owned();
    let path = format!("/billing-keys/{key}");
    let browser = Browser::new(&local);
    for (form, id, korean) in [
        ("act=charge&order_name=tea&price=much", "charge-price", "금액이 아닙니다"),
        ("act=charge&order_name=tea&price=50", "charge-price", "최소 금액: 100원. 입력한 값: 50원"),
        (
            "act=reserve&order_name=tea&price=100.5&execute_at=2027-01-01T00:00",
            "reserve-price",
            "소수를 쓸 수 없습니다",
        ),
        ("act=reserve&order_name=tea&price=1000&execute_at=2020-01-01T00:00", "reserve-at", "늦은 시각이어야"),
        ("act=reserve&order_name=tea&price=1000&execute_at=soon", "reserve-at", "날짜와 시각이 아닙니다"),
    ] {
        let page = browser.post(&path, form);
        assert_eq!(page.status, 422, "{form}");
        assert!(tag(&page, id).contains("aria-invalid=\"true\""), "{form}: {}", page.text);
        assert!(page.between(&format!("id=\"{id}-wrong\">"), "</p>").contains(korean), "{form}: {}", page.text);
        assert!(page.text.contains("value=\"tea\""), "{form}");
    }
}

/// A phone payment, the month after.
#[test]
fn a_cancel_that_comes_too_late_says_so() {
    let local = console();
    let payment = local.payment(&json!({ "pg": "danal", "method": "phone", "price": 1000, "state": "paid" }));
    let browser = Browser::new(&local);
    let path = format!("/payments/{payment}");
    let rule = "휴대폰 결제는 결제한 달에만 취소할 수 있습니다";
    assert!(!browser.get(&path).text.contains(rule));
    assert_eq!(browser.post("/clock", "to=month").status, 303);
    assert_eq!(browser.post("/clock", "to=day").status, 303);
    assert_eq!(browser.post("/clock", "to=day").status, 303);
    let page = browser.get(&path).text;
    assert_eq!(page.matches(rule).count(), 1, "before anybody tries: {page}");
    let refused = browser.post(&path, "act=cancel&cancel_price=1000");
    assert_eq!((refused.status, refused.text.matches(rule).count()), (422, 2), "{}", refused.text);
    // The controls and the API say the same in English, as ever.
    let (_, reply) = local.caller().cancel(&payment, &json!({}));
    let message = reply["message"].as_str().unwrap();
    assert!(message.contains("결제를 취소하지 못했습니다. [emulator: a phone payment of "), "{message}");
}
