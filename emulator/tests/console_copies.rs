//! "Copy as": the code of the page of a request, which each language compiles as it stands here and beside its tests.
#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use bootpay_core::{Bootpay, BootpayError, Timestamp};
use common::Local;
use common::console::{Browser, console};
use serde_json::{Value, json};

/// A text that would end a literal, or begin something within it, in one language or another.
const HOSTILE: &str = "'\"\\$x ${y} `z` \\(w) {{7*7}}\n차 🎧\u{202e}\u{0}";

/// The page of the newest request, which is read as a person copies it.
fn copied(local: &Local, label: &str) -> String {
    let number = local.requests().last().unwrap()["number"].clone();
    Browser::new(local).get(&format!("/requests/{number}?as={}", label.to_lowercase())).code(label)
}

/// The code between two marks of a source, as it would stand alone.
fn marked(source: &str, mark: &str) -> String {
    let (_, code) = source.split_once(&format!("// {mark}\n")).unwrap();
    let code = code.split_once("// end").unwrap().0;
    let indent = code.len() - code.trim_start_matches(' ').len();
    let lines = code.lines().map(|line| line.get(indent..).unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Requests with values of every type.
fn requests(local: &Local) -> [(&'static str, String); 2] {
    let id = local.payment(&json!({ "receipt_id": "6712ab34c0de5f0012a4b901", "state": "paid" }));
    let cancel = json!({
        "receipt_id": id, "cancel_price": 12_000, "cancel_id": "o-1/1", "cancel_message": HOSTILE,
        "refund": { "bank_account": "12345678901234", "bank_username": "김차", "bank_code": "004" },
        "items": [{ "id": "i-1", "name": "차", "qty": 2, "price": 6000 }],
        "metadata": { "$key": [1, null, true, 12_345_678_901_i64, 1.5, HOSTILE], "__proto__": { "a": "b" } },
    });
    let reserve = json!({
        "billing_key": "b-1", "order_id": "o-1", "order_name": "차", "price": "1000",
        "reserve_execute_at": "2026-12-01T09:00:00+09:00", "content_type": "application/json",
        "user": { "username": "김차", "gender": 1 }, "extra": { "card_quota": "3", "test_deposit": true },
    });
    local.caller().cancel(&id, &cancel);
    let first = local.requests().last().unwrap()["number"].to_string();
    local.caller().call("POST", "subscribe/payment/reserve", &reserve);
    let second = local.requests().last().unwrap()["number"].to_string();
    [("cancel", first), ("reserve", second)]
}

/// What is copied compiles: in Rust here, in Kotlin and Swift beside their tests.
#[test]
fn the_code_is_what_each_language_compiles() {
    let local = console();
    let browser = Browser::new(&local);
    for (mark, number) in requests(&local) {
        for (label, source) in [
            ("Rust", include_str!("console_copies.rs")),
            ("Kotlin", include_str!("../../bindings/kotlin/src/test/kotlin/bootpay/core/CopiedTest.kt")),
            ("Swift", include_str!("../../bindings/swift/Tests/BootpayCoreTests/CopiedTests.swift")),
        ] {
            let code = browser.get(&format!("/requests/{number}?as={}", label.to_lowercase())).code(label);
            let code = code.lines().skip_while(|line| !line.contains("bootpay = ")).collect::<Vec<_>>().join("\n");
            assert_eq!(code, marked(source, mark), "{label} {mark}:\n{code}");
        }
    }
}

#[rustfmt::skip]
#[expect(dead_code, unused_variables, clippy::unreadable_literal, reason = "it is compiled, and compared with the page's")]
async fn compiled(bank_account: &str) -> Result<(), BootpayError> {
    use bootpay_core::model::{Bank, CancelPartial, ContentType, CreateReservation, Extra, Gender, Item, Refund, User};
    // cancel
    let bootpay = Bootpay::from_env()?;
    let receipt = bootpay
        .payments()
        .cancel_partial(
            CancelPartial::new("6712ab34c0de5f0012a4b901", 12_000, "o-1/1")
                .cancel_message("'\"\\$x ${y} `z` \\(w) {{7*7}}\n차 🎧\u{202e}\u{0}")
                .refund(Refund::new(bank_account, "김차", Bank::Kookmin))
                .items(vec![Item::new("i-1", "차", 2, 6_000)])
                .metadata(serde_json::json!({ "$key": [1, null, true, 12345678901_i64, 1.5, "'\"\\$x ${y} `z` \\(w) {{7*7}}\n차 🎧\u{202e}\u{0}"], "__proto__": { "a": "b" } })),
        )
        .await?;
    // end
    // reserve
    let bootpay = Bootpay::from_env()?;
    let reservation = bootpay
        .reservations()
        .create(
            CreateReservation::new("b-1", "차", "o-1", 1_000, Timestamp::parse("2026-12-01T09:00:00+09:00").expect("a time"))
                .user(User::new().username("김차").gender(Gender::Male))
                .extra(Extra::new().card_quota("3").test_deposit(true))
                .content_type(ContentType::Json),
        )
        .await?;
    // end
    Ok(())
}

#[test]
fn a_request_is_copied_with_what_its_payment_knows() {
    let local = console();
    let id = local.payment(&json!({ "order_id": "o-'1'", "price": 15_000 }));
    local.caller().confirm(&id);
    assert_eq!(
        copied(&local, "Node"),
        format!(
            "import {{ Bootpay }} from 'bootpay-core'\n\nconst bootpay = Bootpay.fromEnv()\n\
             const payment = await bootpay.payments.confirm({{\n  receiptId: '{id}',\n  orderId: 'o-\\'1\\'',\n  \
             price: 15_000\n}})"
        )
    );
    // The story of the payment has the same.
    let story = Browser::new(&local).get(&format!("/payments/{id}")).text;
    for language in ["cURL", "Python", "Node", "Kotlin", "Swift", "Rust"] {
        assert!(story.contains(&format!("aria-label=\"{language} 복사\"")), "{language}: {story}");
    }
    assert!(story.contains("ConfirmPayment::new(&#34;"), "{story}");
}

#[test]
fn a_payment_is_copied_as_a_scenario_at_an_address_of_its_own() {
    let local = console();
    let browser = Browser::new(&local);
    let id = local.payment(&json!({ "state": "paid", "price": 5000 }));
    let address = format!("/payments/{id}/scenario");
    let payment = browser.get(&format!("/payments/{id}")).text;
    assert!(payment.contains(&format!("href=\"{address}\"")) && !payment.contains("def test_"), "{payment}");
    assert!(browser.get(&address).code("Python").contains("def test_the_payment_again"));
    let dollars = local.payment(&json!({ "currency": "USD" }));
    assert!(browser.get(&format!("/payments/{dollars}/scenario")).text.contains("원화 결제만"));
    assert_eq!(browser.get("/payments/nobody/scenario").status, 404);
}

#[test]
fn what_is_no_call_of_the_library_is_a_command_alone() {
    let local = console();
    let browser = Browser::new(&local);
    let merchant = local.emulator.merchant();
    let keys = json!({ "application_id": merchant.application_id, "private_key": merchant.private_key });
    local.caller().call("POST", "request/token", &keys);
    local.caller().call("GET", "unknown", &Value::Null);
    local.caller().call("POST", "confirm", &json!({ "receipt_id": "r", "order_id": "x".repeat(5000) }));
    let requests = local.requests();
    for request in &requests {
        let page = browser.get(&format!("/requests/{}?as=python", request["number"]));
        assert!(page.text.contains("cURL만 있습니다") && !page.text.contains("Python"), "{}", page.text);
        assert!(page.code("cURL").starts_with("curl -X "), "{}", page.text);
        assert!(!page.text.contains(&merchant.private_key));
    }
    assert_eq!(requests.len(), 3);
}

#[test]
fn what_is_left_out_and_what_must_be_filled_in_is_said() {
    let local = console();
    let browser = Browser::new(&local);
    let id = local.payment(&json!({ "state": "paid", "price": 5000 }));
    local.caller().cancel(&id, &json!({ "cancel_price": 1000, "color": "red" }));
    let number = local.requests()[0]["number"].clone();
    let page = browser.with_language("en").get(&format!("/requests/{number}?as=python"));
    assert!(page.code("Python").contains("cancel_id=cancel_id"), "{}", page.text);
    assert!(page.text.contains("A name without quotes") && page.text.contains("were left out: color"), "{}", page.text);
    let whole = browser.get(&format!("/requests/{number}"));
    assert!(whole.code("cURL").contains("\"color\":\"red\""));
}
