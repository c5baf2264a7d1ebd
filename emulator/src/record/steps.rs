//! The steps of the walk, in order, and what each may confirm.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::Stop;
use super::api::{Answer, Credential};
use super::given::Given;
use super::report::{Report, Step};

/// An id that belongs to nothing.
const NOBODY: &str = "000000000000000000000000";

/// What the walk does, before it begins.
pub(super) fn plan(given: &Given) -> Vec<String> {
    let mut plan = vec![
        "reads a receipt, an order, a billing key, a verification and a reservation that do not exist".to_owned(),
        "asks once with keys that nobody has".to_owned(),
        "requests a payment of 1,000 won that nobody pays, and reads it to see that the keys are of test mode"
            .to_owned(),
        "tries to confirm and to cancel that payment, which moves no money".to_owned(),
        "lists the activated methods and asks for a member's token".to_owned(),
    ];
    plan.push(match &given.application {
        Some(_) => "requests an access token twice".to_owned(),
        None => "leaves the access token out: set BOOTPAY_APPLICATION_ID and BOOTPAY_PRIVATE_KEY for it".to_owned(),
    });
    plan.push(match &given.receipt_id {
        Some(_) => "refunds the test payment BOOTPAY_RECEIPT_ID: 100 won twice, then the rest".to_owned(),
        None => "leaves refunds out: set BOOTPAY_RECEIPT_ID to a paid test payment for them".to_owned(),
    });
    plan.push(match &given.billing_key {
        Some(_) => {
            "charges the test key BOOTPAY_BILLING_KEY 1,000 won, reserves another charge and cancels both".to_owned()
        }
        None => "leaves charges out: set BOOTPAY_BILLING_KEY to a test key for them".to_owned(),
    });
    plan
}

/// Walks; stops with an error where the keys are not of test mode.
pub(super) fn walk(report: &mut Report<'_>, given: &Given) -> Result<(), Stop> {
    let order_id = format!("record-{}", SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis());
    unknown(report)?;
    let created = requested(report, &order_id)?;
    prove_test_mode(report, created.as_deref().or(given.receipt_id.as_deref()))?;
    if let Some(receipt_id) = &created {
        unpaid(report, receipt_id, &order_id)?;
    }
    others(report)?;
    if let Some((id, key)) = &given.application {
        tokens(report, id, key)?;
    }
    if let Some(receipt_id) = &given.receipt_id {
        prove_test_mode(report, Some(receipt_id))?;
        refunds(report, receipt_id, &order_id)?;
    }
    if let Some(billing_key) = &given.billing_key {
        charges(report, billing_key, &order_id)?;
    }
    Ok(())
}

impl Report<'_> {
    fn read(&mut self, name: &str, does: &str, request: &str, path: String) -> Result<Answer, Stop> {
        self.step(Step { name, does, request, path, body: None, credential: Credential::Basic })
    }

    fn change(&mut self, name: &str, does: &str, request: &str, body: Value) -> Result<Answer, Stop> {
        let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
        self.step(Step { name, does, request, path, body: Some(body), credential: Credential::Basic })
    }

    /// Notes if a refusal has this code, and this status where one is assumed.
    fn refused(&mut self, name: &str, answer: &Answer, code: &str, status: Option<u16>) -> Result<(), Stop> {
        let holds = answer.code() == Some(code) && status.is_none_or(|status| answer.status == status);
        self.judge(name, holds, &answer.shown())
    }
}

fn unknown(report: &mut Report<'_>) -> Result<(), Stop> {
    let receipt = "GET /v2/receipt/{receipt_id}";
    let answer =
        report.read("unknown-receipt", "reads an unknown receipt", receipt, format!("/v2/receipt/{NOBODY}"))?;
    report.refused("not-found", &answer, "RC_NOT_FOUND", Some(404))?;
    let is_refusal = answer.code().is_some() && answer.body["message"].is_string();
    report.judge("refusal-shape", is_refusal, &answer.body.to_string())?;
    for (name, path) in
        [("json-suffix", format!("/v2/receipt/{NOBODY}.json")), ("double-slash", format!("/v2//receipt/{NOBODY}"))]
    {
        let answer = report.read(name, &format!("reads it at {path}"), receipt, path.clone())?;
        report.refused(name, &answer, "RC_NOT_FOUND", None)?;
    }
    let wrong = report.step(Step {
        name: "wrong-keys",
        does: "reads it with keys that nobody has",
        request: receipt,
        path: format!("/v2/receipt/{NOBODY}"),
        body: None,
        credential: Credential::WrongBasic,
    })?;
    report.refused("wrong-keys", &wrong, "TOKEN_KEY_INVALID", Some(401))?;
    for (name, does, request, path, code) in [
        (
            "order-unknown",
            "reads an unknown order",
            "GET /v2/lookup/order/{order_id}",
            "/v2/lookup/order/record-none",
            "RC_NOT_FOUND",
        ),
        (
            "key-unknown",
            "reads an unknown billing key",
            "GET /v2/billing_key/{billing_key}",
            "/v2/billing_key/000000000000000000000000",
            "SUBSCRIBE_BK_EXPIRED",
        ),
        (
            "certificate-unknown",
            "reads an unknown verification",
            "GET /v2/certificate/{receipt_id}",
            "/v2/certificate/000000000000000000000000",
            "RC_NOT_FOUND",
        ),
        (
            "reservation-unknown",
            "reads an unknown reservation",
            "GET /v2/subscribe/payment/reserve/{reserve_id}",
            "/v2/subscribe/payment/reserve/000000000000000000000000",
            "RC_NOT_FOUND",
        ),
    ] {
        let answer = report.read(name, does, request, path.to_owned())?;
        report.refused(name, &answer, code, None)?;
    }
    Ok(())
}

/// Requests a payment that nobody pays, and returns its receipt id.
fn requested(report: &mut Report<'_>, order_id: &str) -> Result<Option<String>, Stop> {
    let body = json!({ "order_id": order_id, "order_name": "record", "price": 1000 });
    let answer =
        report.change("payment-request", "requests a payment of 1,000 won", "POST /v2/request/payment", body)?;
    let receipt_id = answer.body["receipt_id"].as_str().map(str::to_owned);
    // The emulator's own address is of HTTP.
    let is_address = |text: &str| text.starts_with("https://") || text.starts_with("http://127.0.0.1:");
    let has_address =
        answer.body.as_object().is_some_and(|fields| fields.values().filter_map(Value::as_str).any(is_address));
    report.judge("payment-request", receipt_id.is_some() && has_address, &answer.shown())?;
    Ok(receipt_id)
}

fn prove_test_mode(report: &mut Report<'_>, receipt_id: Option<&str>) -> Result<(), Stop> {
    let Some(receipt_id) = receipt_id else {
        return Err("no receipt shows that the keys are of test mode: set BOOTPAY_RECEIPT_ID to a test payment".into());
    };
    let path = format!("/v2/receipt/{receipt_id}");
    let answer = report.read("mode", "reads a payment, to see its mode", "GET /v2/receipt/{receipt_id}", path)?;
    match answer.body["sandbox"].as_bool() {
        Some(true) => report.judge("test-flag", true, ""),
        Some(false) => Err("these keys are of live mode: nothing else is sent".into()),
        None => {
            report.judge("test-flag", false, &format!("sandbox is {}", answer.body["sandbox"]))?;
            Err("the receipt does not say its mode: nothing else is sent".into())
        }
    }
}

fn unpaid(report: &mut Report<'_>, receipt_id: &str, order_id: &str) -> Result<(), Stop> {
    let path = format!("/v2/lookup/order/{order_id}");
    let answer = report.read("order", "reads the order", "GET /v2/lookup/order/{order_id}", path)?;
    report.judge("order-array", answer.body.is_array(), &answer.shown())?;
    let payment = answer.body.get(0).unwrap_or(&answer.body);
    report.judge("ready-status", payment["status"] == 0, &format!("status is {}", payment["status"]))?;
    let id = json!({ "receipt_id": receipt_id });
    let answer = report.change("confirm-unpaid", "confirms it unpaid", "POST /v2/confirm", id.clone())?;
    report.refused("confirm-state", &answer, "RC_NOT_CONFIRM_READY", None)?;
    let answer = report.change("cancel-unpaid", "cancels it unpaid", "POST /v2/cancel", id)?;
    report.refused("cancel-unpaid", &answer, "RC_CANCEL_SERVER_ERROR", None)?;
    let path = format!("/v2/subscribe/billing_key/{receipt_id}");
    let answer =
        report.read("key-of-payment", "reads its billing key", "GET /v2/subscribe/billing_key/{receipt_id}", path)?;
    report.refused("key-of-payment", &answer, "RC_NOT_SUBSCRIBE", None)
}

fn others(report: &mut Report<'_>) -> Result<(), Stop> {
    let methods = "GET /v2/seller/payment/method";
    let answer = report.read("payment-methods", "lists the methods", methods, "/v2/seller/payment/method".into())?;
    report.judge("payment-methods", answer.body.is_array(), &answer.shown())?;
    let member = json!({ "user_id": "record" });
    let answer = report.change("user-token", "asks for a member's token", "POST /v2/request/user/token", member)?;
    report.refused("basic-for-users", &answer, "TOKEN_KEY_INVALID", None)
}

fn tokens(report: &mut Report<'_>, application_id: &str, private_key: &str) -> Result<(), Stop> {
    let keys = json!({ "application_id": application_id, "private_key": private_key });
    let mut issued = vec![];
    for does in ["requests a token", "requests another token"] {
        let answer = report.step(Step {
            name: "token",
            does,
            request: "POST /v2/request/token",
            path: "/v2/request/token".into(),
            body: Some(keys.clone()),
            credential: Credential::None,
        })?;
        let lifetime = answer.body["expire_in"].as_i64();
        let holds = lifetime.is_some_and(|seconds| (1..=1800).contains(&seconds));
        report.judge("token-lifetime", holds, &format!("expire_in is {}", answer.body["expire_in"]))?;
        issued.push(answer.body["access_token"].as_str().map(str::to_owned));
    }
    report.judge("token-reuse", issued[0].is_some() && issued[0] == issued[1], "another token")?;
    if let Some(token) = &issued[0] {
        let answer = report.step(Step {
            name: "by-token",
            does: "reads an unknown receipt with it",
            request: "GET /v2/receipt/{receipt_id}",
            path: format!("/v2/receipt/{NOBODY}"),
            body: None,
            credential: Credential::Bearer(token),
        })?;
        report.refused("not-found", &answer, "RC_NOT_FOUND", Some(404))?;
    }
    Ok(())
}

fn refunds(report: &mut Report<'_>, receipt_id: &str, walk: &str) -> Result<(), Stop> {
    let path = format!("/v2/receipt/{receipt_id}?lookup_user_data=true");
    let answer = report.read("paid", "reads the paid test payment", "GET /v2/receipt/{receipt_id}", path)?;
    let receipt = &answer.body;
    let names = ["price", "currency", "cancelled_price", "sandbox", "pg", "method_symbol"];
    let missing: Vec<_> = names.iter().filter(|name| receipt.get(**name).is_none()).copied().collect();
    report.judge("receipt-shape", missing.is_empty(), &format!("leaves out {}", missing.join(", ")))?;
    report.judge("user-data", receipt["user"].is_object(), "no object user")?;
    let (price, before) = (receipt["price"].as_i64(), receipt["cancelled_price"].as_i64().unwrap_or_default());
    let Some(price) = price.filter(|price| receipt["status"] == 1 && price - before >= 1000) else {
        return report.say("It is not paid, or less than 1,000 won remain: refunds are left out.");
    };
    let cancel = |report: &mut Report<'_>, name: &str, does: &str, more: Value| {
        let mut body = json!({ "receipt_id": receipt_id, "cancel_message": "record" });
        if let (Some(body), Value::Object(more)) = (body.as_object_mut(), more) {
            body.extend(more);
        }
        report.change(name, does, "POST /v2/cancel", body)
    };
    let answer = cancel(report, "too-much", "cancels more than was paid", json!({ "cancel_price": price + 1 }))?;
    report.refused("too-much", &answer, "RC_CANCEL_SERVER_ERROR", None)?;
    let part = json!({ "cancel_price": 100, "cancel_id": format!("{walk}/1") });
    let answer = cancel(report, "part", "cancels 100 won", part.clone())?;
    let sum = before + 100;
    report.judge("partial-cancel", answer.body["cancelled_price"] == sum, &answer.shown())?;
    if answer.status == 200 {
        report.judge("partial-status", answer.body["status"] == 20, &format!("status is {}", answer.body["status"]))?;
        let answer = cancel(report, "cancel-id", "cancels 100 won again by the same id", part)?;
        report.judge("cancel-id", answer.code().is_some(), &answer.shown())?;
    }
    let answer = cancel(report, "zero", "cancels 0 won", json!({ "cancel_price": 0 }))?;
    report.judge("zero-cancel", answer.code().is_some(), &answer.shown())?;
    if answer.code().is_some() {
        let answer = cancel(report, "rest", "cancels the rest", json!({}))?;
        let holds = answer.body["cancelled_price"] == price && answer.body["status"] == 20;
        report.judge("full-cancel", holds, &answer.shown())?;
    }
    let answer = cancel(report, "nothing", "cancels what does not remain", json!({}))?;
    report.refused("cancelled-twice", &answer, "RC_ALREADY_CANCELLED", None)
}

fn charges(report: &mut Report<'_>, billing_key: &str, walk: &str) -> Result<(), Stop> {
    let path = format!("/v2/billing_key/{billing_key}");
    let answer = report.read("key", "reads the billing key", "GET /v2/billing_key/{billing_key}", path)?;
    let key = &answer.body;
    let holds = key["billing_key"] == billing_key && key["expire_at"].is_string() && key["status"] == 1;
    report.judge("key-shape", holds, &answer.shown())?;
    // 1, or true.
    if key["sandbox"] != 1 && key["sandbox"] != true {
        return report.say("It does not say that it is of test mode: charges are left out.");
    }
    let order = format!("{walk}-charge");
    let body = json!({ "billing_key": billing_key, "order_id": order, "order_name": "record", "price": 1000 });
    let answer = report.change("charge", "charges 1,000 won", "POST /v2/subscribe/payment", body.clone())?;
    let holds = answer.body["status"] == 1 && answer.body["order_id"] == order.as_str();
    report.judge("charge", holds, &answer.shown())?;
    let mut paid = vec![answer.body["receipt_id"].clone()];
    let answer = report.change("charge-again", "charges the same order again", "POST /v2/subscribe/payment", body)?;
    report.judge("order-id", answer.code().is_some(), &answer.shown())?;
    paid.push(answer.body["receipt_id"].clone());
    for receipt_id in paid.into_iter().filter(Value::is_string) {
        let body = json!({ "receipt_id": receipt_id, "cancel_message": "record" });
        report.change("charge-cancel", "cancels the charge", "POST /v2/cancel", body)?;
    }
    reservation(report, billing_key, &format!("{walk}-reserved"))
}

fn reservation(report: &mut Report<'_>, billing_key: &str, order_id: &str) -> Result<(), Stop> {
    let tomorrow = jiff::Timestamp::now().checked_add(jiff::SignedDuration::from_hours(24))?;
    let body = json!({
        "billing_key": billing_key, "order_id": order_id, "order_name": "record", "price": 1000,
        "reserve_execute_at": tomorrow.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
    });
    let answer = report.change("reserve", "reserves a charge", "POST /v2/subscribe/payment/reserve", body)?;
    let Some(reserve_id) = answer.body["reserve_id"].as_str() else {
        return report.judge("reservation", false, &answer.shown());
    };
    let (pattern, path) =
        ("/v2/subscribe/payment/reserve/{reserve_id}", format!("/v2/subscribe/payment/reserve/{reserve_id}"));
    let read = report.read("reservation", "reads the reservation", &format!("GET {pattern}"), path.clone())?;
    report.judge("reservation", read.body["status"] == 0, &read.shown())?;
    let request = format!("DELETE {pattern}");
    let cancelled = report.read("reservation-cancel", "cancels the reservation", &request, path)?;
    report.judge("reservation-cancel", cancelled.body["success"] == true, &cancelled.shown())
}
