//! What became of calls whose reply was lost: found by reading, and never guessed.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::Duration;

use bootpay_core::{
    Bootpay, BootpayError, Endpoint, PendingCall,
    model::{
        Attempt, CancelCashReceiptForPayment, CancelFull, CancelPartial, CancelReservation, CashReceiptType,
        ChargeBillingKey, ConfirmPayment, CreateReservation, DeleteBillingKey, ErrorKind, IssueCard, Mode,
        PublishCashReceipt, PublishCashReceiptForPayment, PublishTransfer, SettleAttempt, SettledOutcome, Settlement,
        StartShipping,
    },
};
use serde_json::{Value, json};
use support::{Sandbox, application, keys, text};

const QUIET: Duration = Duration::from_millis(300);

/// A client that need not wait long before it may say that something did not happen.
fn quick(sandbox: &Sandbox) -> Bootpay {
    Bootpay::with(keys(&sandbox.merchant), sandbox.options().quiet_period(QUIET)).unwrap()
}

/// The attempt of a call whose reply is lost, `"before"` or `"after"` it is carried out.
fn lost<E: Endpoint>(sandbox: &Sandbox, when: &str, path: &str, call: PendingCall<E>) -> Attempt {
    sandbox.fault(&json!({ "path": path, "method": method(path), "kind": "html_502", "when": when }));
    let error = call.wait().err().unwrap();
    assert_eq!(error.kind, ErrorKind::OutcomeUnknown, "{error}");
    error.attempt.clone().unwrap()
}

/// Reads share the paths of some calls.
fn method(path: &str) -> Option<&'static str> {
    match path {
        "/v2/subscribe/payment/reserve/" | "/v2/subscribe/billing_key" | "/v2/request/receipt/cash/cancel" => {
            Some("DELETE")
        }
        _ => None,
    }
}

fn settle(client: &Bootpay, attempt: &Attempt) -> Result<Settlement, BootpayError> {
    client.attempts().settle(SettleAttempt::new(&*attempt.stored)).timeout(Duration::from_secs(10)).wait()
}

/// Settles an attempt that was not carried out, and then one that was.
fn both<E: Endpoint>(path: &str, prepare: impl Fn(&Sandbox, &Bootpay) -> PendingCall<E>) {
    let sandbox = Sandbox::start();
    let client = quick(&sandbox);
    for (when, expected) in [("before", SettledOutcome::DidNotHappen), ("after", SettledOutcome::Done)] {
        let attempt = lost(&sandbox, when, path, prepare(&sandbox, &client));
        assert_eq!(client.unsettled().len(), 1);
        let settlement = settle(&client, &attempt).unwrap();
        assert_eq!(settlement.outcome, expected, "{path} {when}: {}", settlement.reason);
        assert_eq!((settlement.attempt.id, settlement.ask_again_at), (attempt.id, None));
        assert!(client.unsettled().is_empty(), "what is settled is owed no more");
    }
}

fn paid(sandbox: &Sandbox, payment: &Value) -> String {
    let mut payment = payment.clone();
    payment["state"] = "paid".into();
    text(&sandbox.pay(&payment), "receipt_id").to_owned()
}

fn billing_key(sandbox: &Sandbox) -> String {
    text(&sandbox.control("POST", "/sandbox/billing-keys", None), "billing_key").to_owned()
}

#[test]
fn a_confirm() {
    both("/v2/confirm", |sandbox, client| {
        let receipt = sandbox.pay(&json!({ "order_id": "o-1", "price": 1000 }));
        client.payments().confirm(ConfirmPayment::new(text(&receipt, "receipt_id"), "o-1", 1000))
    });
}

#[test]
fn a_full_cancel() {
    both("/v2/cancel", |sandbox, client| {
        client.payments().cancel_full(CancelFull::new(paid(sandbox, &json!({ "price": 1000 }))))
    });
}

#[test]
fn a_partial_cancel() {
    both("/v2/cancel", |sandbox, client| {
        let receipt_id = paid(sandbox, &json!({ "price": 1000 }));
        client.payments().cancel_partial(CancelPartial::new(receipt_id, 400, "c-1"))
    });
}

#[test]
fn a_charge() {
    let orders = std::cell::Cell::new(0);
    both("/v2/subscribe/payment", |sandbox, client| {
        orders.set(orders.get() + 1);
        let order_id = format!("o-{}", orders.get());
        client.billing().charge(ChargeBillingKey::new(billing_key(sandbox), "tea", order_id, 1000))
    });
}

#[test]
fn an_account_that_becomes_a_billing_key() {
    both("/v2/request/subscribe/automatic-transfer/publish", |sandbox, client| {
        let waiting = json!({ "method": "automatic_transfer_rest", "state": "requested" });
        let key = sandbox.control("POST", "/sandbox/billing-keys", Some(&waiting));
        let buyer = format!("/sandbox/billing-keys/{}/buyer", text(&key, "receipt_id"));
        sandbox.control("POST", &buyer, Some(&json!({ "action": "consent" })));
        client.billing().publish_transfer(PublishTransfer::new(text(&key, "receipt_id")))
    });
}

#[test]
fn a_billing_key_that_is_deleted() {
    both("/v2/subscribe/billing_key", |sandbox, client| {
        client.billing().delete(DeleteBillingKey::new(billing_key(sandbox)))
    });
}

#[test]
fn a_reservation_that_is_cancelled() {
    both("/v2/subscribe/payment/reserve/", |sandbox, client| {
        let reservation = json!({ "billing_key": billing_key(sandbox) });
        let reservation = sandbox.control("POST", "/sandbox/reservations", Some(&reservation));
        client.reservations().cancel(CancelReservation::new(text(&reservation, "reserve_id")))
    });
}

#[test]
fn a_cash_receipt_of_a_payment() {
    both("/v2/request/receipt/cash/publish", |sandbox, client| {
        let receipt_id = paid(sandbox, &json!({ "method": "bank" }));
        let kind = CashReceiptType::IncomeDeduction;
        client.cash_receipts().publish_for_payment(PublishCashReceiptForPayment::new(receipt_id, "01012345678", kind))
    });
    both("/v2/request/receipt/cash/cancel", |sandbox, client| {
        let receipt_id = paid(sandbox, &json!({ "method": "bank" }));
        let kind = CashReceiptType::IncomeDeduction;
        let publish = PublishCashReceiptForPayment::new(&*receipt_id, "01012345678", kind);
        client.cash_receipts().publish_for_payment(publish).wait().unwrap();
        client.cash_receipts().cancel_for_payment(CancelCashReceiptForPayment::new(receipt_id))
    });
}

#[test]
fn a_cash_receipt_by_itself() {
    let orders = std::cell::Cell::new(0);
    both("/v2/request/cash/receipt", |_, client| {
        orders.set(orders.get() + 1);
        let order_id = format!("o-{}", orders.get());
        let kind = CashReceiptType::IncomeDeduction;
        client.cash_receipts().publish(PublishCashReceipt::new(1000, "tea", order_id, "01012345678", kind))
    });
}

#[test]
fn shipping() {
    both("/v2/escrow/shipping/start", |sandbox, client| {
        let receipt_id = paid(sandbox, &json!({ "escrow": true, "pg": "inicis" }));
        client.escrow().start_shipping(StartShipping::new(receipt_id, "123456", "CJ대한통운"))
    });
}

#[test]
fn what_the_pg_refused_did_not_happen() {
    let sandbox = Sandbox::start();
    let client = quick(&sandbox);
    let key = json!({ "charge_result": "refused" });
    let key = sandbox.control("POST", "/sandbox/billing-keys", Some(&key));
    let charge = ChargeBillingKey::new(text(&key, "billing_key"), "tea", "o-1", 1000);
    let attempt = lost(&sandbox, "after", "/v2/subscribe/payment", client.billing().charge(charge));
    let settlement = settle(&client, &attempt).unwrap();
    assert_eq!(settlement.outcome, SettledOutcome::DidNotHappen, "{}", settlement.reason);
    assert_eq!(settlement.receipt.unwrap().status_code, -2);
}

#[test]
fn an_earlier_refusal_of_the_order_proves_nothing_of_a_later_charge() {
    let sandbox = Sandbox::start();
    let wishes = json!({ "repeated_order_ids": true });
    let merchant = sandbox.control("POST", "/sandbox/merchants", Some(&wishes));
    let options = sandbox.options().quiet_period(Duration::from_millis(1500));
    let client = Bootpay::with(keys(&merchant), options).unwrap();
    let charge = |result: &str| {
        let key = json!({ "merchant": merchant["id"], "charge_result": result });
        let key = sandbox.control("POST", "/sandbox/billing-keys", Some(&key));
        client.billing().charge(ChargeBillingKey::new(text(&key, "billing_key"), "tea", "o-1", 1000))
    };
    assert_eq!(charge("refused").wait().unwrap_err().kind, ErrorKind::Rejected);
    // Another card, whose charge is carried out when its caller has given up.
    sandbox.fault(&json!({ "path": "/v2/subscribe/payment", "kind": "stall", "seconds": 0.8, "when": "before" }));
    let error = charge("ok").timeout(Duration::from_millis(300)).wait().unwrap_err();
    assert_eq!(error.kind, ErrorKind::OutcomeUnknown, "{error}");
    let settlement = settle(&client, error.attempt.as_ref().unwrap()).unwrap();
    assert_eq!(settlement.outcome, SettledOutcome::Done, "{}", settlement.reason);
    assert_eq!(settlement.receipt.unwrap().status_code, 1);
}

#[test]
fn a_payment_whose_outcome_even_bootpay_did_not_know() {
    let sandbox = Sandbox::start();
    let client = quick(&sandbox);
    for (result, expected) in [("critical", SettledOutcome::DidNotHappen), ("critical_done", SettledOutcome::Done)] {
        let receipt = sandbox.pay(&json!({ "order_id": "o-1", "price": 1000, "confirm_result": result }));
        let confirm = ConfirmPayment::new(text(&receipt, "receipt_id"), "o-1", 1000);
        let error = client.payments().confirm(confirm).wait().unwrap_err();
        assert_eq!(
            (error.kind, error.code.as_deref()),
            (ErrorKind::OutcomeUnknown, Some("RC_CONFIRM_CRITICAL_FAILED"))
        );
        assert_eq!(settle(&client, error.attempt.as_ref().unwrap()).unwrap().outcome, expected, "{result}");
    }
}

#[test]
fn before_the_quiet_period_is_over_nothing_is_said_not_to_have_happened() {
    let sandbox = Sandbox::start();
    let client = sandbox.client();
    let receipt_id = paid(&sandbox, &json!({ "price": 1000 }));
    let cancel = client.payments().cancel_full(CancelFull::new(&*receipt_id));
    let attempt = lost(&sandbox, "before", "/v2/cancel", cancel);
    let settlement = settle(&client, &attempt).unwrap();
    assert_eq!(settlement.outcome, SettledOutcome::Unknown);
    let seconds = (settlement.ask_again_at.unwrap().as_millis() - attempt.sent_at.as_millis()) / 1000;
    assert_eq!(seconds, 120);
    assert_eq!(client.unsettled().len(), 1, "what is not settled is still owed");
    // It arrives late after all.
    quick(&sandbox).payments().cancel_full(CancelFull::new(receipt_id)).wait().unwrap();
    assert_eq!(settle(&client, &attempt).unwrap().outcome, SettledOutcome::Done);
}

#[test]
fn a_change_between_two_looks_is_noticed() {
    let sandbox = Sandbox::start();
    let client = quick(&sandbox);
    let receipt_id = paid(&sandbox, &json!({ "price": 1000 }));
    let cancel = client.payments().cancel_full(CancelFull::new(&*receipt_id));
    let attempt = lost(&sandbox, "before", "/v2/cancel", cancel);
    std::thread::sleep(QUIET);
    let late = std::thread::spawn({
        let client = client.clone();
        move || {
            std::thread::sleep(Duration::from_millis(500));
            client.payments().cancel_full(CancelFull::new(receipt_id)).wait().unwrap();
        }
    });
    assert_eq!(settle(&client, &attempt).unwrap().outcome, SettledOutcome::Done);
    late.join().unwrap();
}

#[test]
fn what_cannot_be_told_apart_stays_unknown() {
    let sandbox = Sandbox::start();
    let client = quick(&sandbox);
    let unknown = |attempt: &Attempt, why: &str| {
        let settlement = settle(&client, attempt).unwrap();
        assert_eq!(settlement.outcome, SettledOutcome::Unknown, "{why}: {}", settlement.reason);
        assert!(client.unsettled().iter().any(|unsettled| unsettled.id == attempt.id));
    };

    // Two cancels of the same amount, of which one was carried out.
    let receipt_id = paid(&sandbox, &json!({ "price": 1000 }));
    let part = |id: &str| client.payments().cancel_partial(CancelPartial::new(&*receipt_id, 400, id));
    let first = lost(&sandbox, "before", "/v2/cancel", part("c-1"));
    let second = lost(&sandbox, "after", "/v2/cancel", part("c-2"));
    unknown(&first, "two cancels");
    unknown(&second, "two cancels");

    // A cancel of the same amount that was made before the first one was settled.
    let receipt_id = paid(&sandbox, &json!({ "price": 1000 }));
    let part = |id: &str| client.payments().cancel_partial(CancelPartial::new(&*receipt_id, 400, id));
    let attempt = lost(&sandbox, "before", "/v2/cancel", part("c-1"));
    part("c-2").wait().unwrap();
    unknown(&attempt, "a later cancel");

    // Somebody else gave another amount back.
    let receipt_id = paid(&sandbox, &json!({ "price": 1000 }));
    let cancel = CancelPartial::new(&*receipt_id, 400, "c-1");
    let attempt = lost(&sandbox, "before", "/v2/cancel", client.payments().cancel_partial(cancel));
    sandbox.client().payments().cancel_partial(CancelPartial::new(receipt_id, 300, "c-2")).wait().unwrap();
    unknown(&attempt, "another amount");

    // Two payments of one order.
    sandbox.pay(&json!({ "order_id": "o-1", "price": 1000, "method": "card_rebill", "state": "paid" }));
    let charge = ChargeBillingKey::new(billing_key(&sandbox), "tea", "o-1", 1000);
    sandbox.pay(&json!({ "order_id": "o-1", "price": 1000, "method": "card_rebill", "state": "paid" }));
    let attempt = lost(&sandbox, "before", "/v2/subscribe/payment", client.billing().charge(charge));
    unknown(&attempt, "two payments");

    // A payment of the same order that was made before.
    let paid = json!({ "order_id": "o-2", "price": 1000, "method": "card_rebill", "state": "paid" });
    sandbox.pay(&paid);
    std::thread::sleep(Duration::from_secs(4));
    let charge = ChargeBillingKey::new(billing_key(&sandbox), "tea", "o-2", 1000);
    let attempt = lost(&sandbox, "before", "/v2/subscribe/payment", client.billing().charge(charge));
    unknown(&attempt, "an earlier payment");

    // Nothing can be read.
    let card = IssueCard::new("nicepay", "plan", "sub-1", "5570123412341074", "11", "861014", "99", "12");
    let attempt = lost(&sandbox, "after", "/v2/request/subscribe", client.billing().issue_card(card));
    unknown(&attempt, "a billing key without a charge");
    let at = bootpay_core::Timestamp::from_millis(bootpay_core::Timestamp::now().as_millis() + 86_400_000).unwrap();
    let reservation = CreateReservation::new(billing_key(&sandbox), "tea", "o-9", 1000, at);
    let call = client.reservations().create(reservation);
    unknown(&lost(&sandbox, "after", "/v2/subscribe/payment/reserve", call), "a reservation");
}

#[test]
fn a_payment_that_the_buyer_made_is_not_taken_for_a_charge() {
    let sandbox = Sandbox::start();
    let client = quick(&sandbox);
    sandbox.pay(&json!({ "order_id": "o-1", "price": 1000, "state": "paid" }));
    let charge = ChargeBillingKey::new(billing_key(&sandbox), "tea", "o-1", 1000);
    let attempt = lost(&sandbox, "before", "/v2/subscribe/payment", client.billing().charge(charge));
    assert_eq!(settle(&client, &attempt).unwrap().outcome, SettledOutcome::DidNotHappen);
}

#[test]
fn a_first_charge_tells_of_its_billing_key_only_where_it_was_paid() {
    let sandbox = Sandbox::start();
    let client = quick(&sandbox);
    for (when, expected) in [("before", SettledOutcome::Unknown), ("after", SettledOutcome::Done)] {
        let card = IssueCard::new("nicepay", "plan", "sub-1", "5570123412341074", "11", "861014", "99", "12");
        let call = client.billing().issue_card(card.price(1000));
        let attempt = lost(&sandbox, when, "/v2/request/subscribe", call);
        assert_eq!(settle(&client, &attempt).unwrap().outcome, expected, "{when}");
    }
}

#[test]
fn a_payment_that_bootpay_does_not_find_any_more_is_unknown() {
    let sandbox = Sandbox::start();
    let options = sandbox.options().quiet_period(QUIET).retries(0);
    let client = Bootpay::with(keys(&sandbox.merchant), options).unwrap();
    let cancel = CancelFull::new(paid(&sandbox, &json!({ "price": 1000 })));
    let attempt = lost(&sandbox, "after", "/v2/cancel", client.payments().cancel_full(cancel));
    let body = json!({ "error_code": "RC_NOT_FOUND", "message": "m" });
    sandbox.fault(&json!({ "path": "/v2/receipt", "status": { "status": 404, "body": body } }));
    assert_eq!(settle(&client, &attempt).unwrap().outcome, SettledOutcome::Unknown);
    sandbox.fault(&json!({ "path": "/v2/receipt", "kind": "html_502" }));
    assert_eq!(settle(&client, &attempt).unwrap_err().kind, ErrorKind::Unavailable);
    assert_eq!(settle(&client, &attempt).unwrap().outcome, SettledOutcome::Done);
}

#[test]
fn another_merchants_or_modes_attempt_is_refused_and_nothing_sent() {
    let sandbox = Sandbox::start();
    let client = quick(&sandbox);
    let cancel = CancelFull::new(paid(&sandbox, &json!({ "price": 1000 })));
    let attempt = lost(&sandbox, "after", "/v2/cancel", client.payments().cancel_full(cancel));
    sandbox.control("DELETE", "/sandbox/requests", None);
    let other = sandbox.control("POST", "/sandbox/merchants", None);
    for client in [
        Bootpay::with(keys(&other), sandbox.options()).unwrap(),
        Bootpay::with(application(&sandbox.merchant), sandbox.options()).unwrap(),
        Bootpay::with(keys(&sandbox.merchant), sandbox.options().mode(Mode::Test)).unwrap(),
    ] {
        let error = settle(&client, &attempt).unwrap_err();
        assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some("stored")), "{error}");
    }
    let cut = SettleAttempt::new(&attempt.stored[..attempt.stored.len() - 1]);
    let error = client.attempts().settle(cut).wait().unwrap_err();
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some("stored")));
    assert!(sandbox.requests().is_empty());

    // Another process of the same merchant.
    assert_eq!(settle(&quick(&sandbox), &attempt).unwrap().outcome, SettledOutcome::Done);
}

#[test]
fn every_call_that_changes_something_has_its_way_to_be_settled() {
    let rules = include_str!("../src/attempt/look.rs");
    let without =
        ["identity.request", "identity.resend", "reservations.create", "webhooks.resend", "billing.issue_transfer"];
    for resource in bootpay_core::describe::RESOURCES {
        for endpoint in resource.endpoints.iter().filter(|endpoint| endpoint.effect() != "read") {
            let name = format!("{}.{}", resource.field, endpoint.method);
            let readable = !without.contains(&&*name) && !["users", "reseller"].contains(&resource.field);
            assert_eq!(rules.contains(&format!("\"{name}\"")), readable, "{name}");
        }
    }
}
