//! What became of calls whose reply was lost: found by reading, and never guessed.

#![allow(clippy::unwrap_used)]

mod support;

use std::time::Duration;

use bootpay_core::{
    Bootpay, BootpayError, Endpoint, PendingCall,
    model::{
        Attempt, CancelCashReceipt, CancelCashReceiptForPayment, CancelFull, CancelPartial, CancelReservation,
        CashReceiptType, ChargeBillingKey, ConfirmPayment, CreateReservation, DeleteBillingKey, ErrorKind, IssueCard,
        Mode, PublishCashReceipt, PublishCashReceiptForPayment, PublishTransfer, Resolution, ResolveAttempt,
        ResolvedOutcome, StartShipping,
    },
};
use serde_json::{Value, json};
use support::{Emulator, application, keys, text};

const QUIET: Duration = Duration::from_millis(300);

/// A client that need not wait long before it may say that something did not happen.
fn quick(emulator: &Emulator) -> Bootpay {
    Bootpay::with_options(keys(&emulator.merchant), emulator.options().quiet_period(QUIET)).unwrap()
}

/// The attempt of a call whose reply is lost, `"before"` or `"after"` it is carried out.
fn lost<E: Endpoint>(emulator: &Emulator, when: &str, path: &str, call: PendingCall<E>) -> Attempt {
    emulator.fault(&json!({ "path": path, "method": method(path), "kind": "html_502", "when": when }));
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

fn resolve(client: &Bootpay, attempt: &Attempt) -> Result<Resolution, BootpayError> {
    client.attempts().resolve(ResolveAttempt::new(&*attempt.serialized)).timeout(Duration::from_secs(10)).wait()
}

/// Resolves an attempt that was not carried out, and then one that was.
fn both<E: Endpoint>(path: &str, prepare: impl Fn(&Emulator, &Bootpay) -> PendingCall<E>) {
    let emulator = Emulator::start();
    let client = quick(&emulator);
    for (when, expected) in [("before", ResolvedOutcome::DidNotHappen), ("after", ResolvedOutcome::Done)] {
        let attempt = lost(&emulator, when, path, prepare(&emulator, &client));
        assert_eq!(client.attempts().unresolved().len(), 1);
        let resolution = resolve(&client, &attempt).unwrap();
        assert_eq!(resolution.outcome, expected, "{path} {when}: {}", resolution.reason);
        assert_eq!((resolution.attempt.id, resolution.ask_again_at), (attempt.id, None));
        assert!(client.attempts().unresolved().is_empty(), "what is resolved is owed no more");
    }
}

fn paid(emulator: &Emulator, payment: &Value) -> String {
    let mut payment = payment.clone();
    payment["state"] = "paid".into();
    text(&emulator.pay(&payment), "receipt_id").to_owned()
}

fn billing_key(emulator: &Emulator) -> String {
    text(&emulator.control("POST", "/emulator/billing-keys", None), "billing_key").to_owned()
}

#[test]
fn a_confirm() {
    both("/v2/confirm", |emulator, client| {
        let receipt = emulator.pay(&json!({ "order_id": "o-1", "price": 1000 }));
        client.payments().confirm(ConfirmPayment::new(text(&receipt, "receipt_id"), "o-1", 1000))
    });
}

#[test]
fn a_full_cancel() {
    both("/v2/cancel", |emulator, client| {
        client.payments().cancel_full(CancelFull::new(paid(emulator, &json!({ "price": 1000 }))))
    });
}

#[test]
fn a_partial_cancel() {
    both("/v2/cancel", |emulator, client| {
        let receipt_id = paid(emulator, &json!({ "price": 1000 }));
        client.payments().cancel_partial(CancelPartial::new(receipt_id, 400, "c-1"))
    });
}

#[test]
fn a_charge() {
    let orders = std::cell::Cell::new(0);
    both("/v2/subscribe/payment", |emulator, client| {
        orders.set(orders.get() + 1);
        let order_id = format!("o-{}", orders.get());
        client.billing().charge(ChargeBillingKey::new(billing_key(emulator), "tea", order_id, 1000))
    });
}

#[test]
fn an_account_that_becomes_a_billing_key() {
    both("/v2/request/subscribe/automatic-transfer/publish", |emulator, client| {
        let waiting = json!({ "method": "automatic_transfer_rest", "state": "requested" });
        let key = emulator.control("POST", "/emulator/billing-keys", Some(&waiting));
        let buyer = format!("/emulator/billing-keys/{}/buyer", text(&key, "receipt_id"));
        emulator.control("POST", &buyer, Some(&json!({ "action": "consent" })));
        client.billing().publish_transfer(PublishTransfer::new(text(&key, "receipt_id")))
    });
}

#[test]
fn a_billing_key_that_is_deleted() {
    both("/v2/subscribe/billing_key", |emulator, client| {
        client.billing().delete(DeleteBillingKey::new(billing_key(emulator)))
    });
}

#[test]
fn a_reservation_that_is_cancelled() {
    both("/v2/subscribe/payment/reserve/", |emulator, client| {
        let reservation = json!({ "billing_key": billing_key(emulator) });
        let reservation = emulator.control("POST", "/emulator/reservations", Some(&reservation));
        client.reservations().cancel(CancelReservation::new(text(&reservation, "reserve_id")))
    });
}

#[test]
fn a_cash_receipt_of_a_payment() {
    both("/v2/request/receipt/cash/publish", |emulator, client| {
        let receipt_id = paid(emulator, &json!({ "method": "bank" }));
        let kind = CashReceiptType::IncomeDeduction;
        client.cash_receipts().publish_for_payment(PublishCashReceiptForPayment::new(receipt_id, "01012345678", kind))
    });
    both("/v2/request/receipt/cash/cancel", |emulator, client| {
        let receipt_id = paid(emulator, &json!({ "method": "bank" }));
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
    both("/v2/escrow/shipping/start", |emulator, client| {
        let receipt_id = paid(emulator, &json!({ "escrow": true, "pg": "inicis" }));
        client.escrow().start_shipping(StartShipping::new(receipt_id, "123456", "CJ대한통운"))
    });
}

#[test]
fn what_the_pg_refused_did_not_happen() {
    let emulator = Emulator::start();
    let client = quick(&emulator);
    let key = json!({ "charge_result": "refused" });
    let key = emulator.control("POST", "/emulator/billing-keys", Some(&key));
    let charge = ChargeBillingKey::new(text(&key, "billing_key"), "tea", "o-1", 1000);
    let attempt = lost(&emulator, "after", "/v2/subscribe/payment", client.billing().charge(charge));
    let resolution = resolve(&client, &attempt).unwrap();
    assert_eq!(resolution.outcome, ResolvedOutcome::DidNotHappen, "{}", resolution.reason);
    assert_eq!(resolution.receipt.unwrap().status_code, -2);
}

#[test]
fn an_earlier_refusal_of_the_order_proves_nothing_of_a_later_charge() {
    let emulator = Emulator::start();
    let wishes = json!({ "repeated_order_ids": true });
    let merchant = emulator.control("POST", "/emulator/merchants", Some(&wishes));
    let options = emulator.options().quiet_period(Duration::from_millis(1500));
    let client = Bootpay::with_options(keys(&merchant), options).unwrap();
    let charge = |result: &str| {
        let key = json!({ "merchant": merchant["id"], "charge_result": result });
        let key = emulator.control("POST", "/emulator/billing-keys", Some(&key));
        client.billing().charge(ChargeBillingKey::new(text(&key, "billing_key"), "tea", "o-1", 1000))
    };
    assert_eq!(charge("refused").wait().unwrap_err().kind, ErrorKind::Rejected);
    // Another card, whose charge is carried out when its caller has given up.
    emulator.fault(&json!({ "path": "/v2/subscribe/payment", "kind": "stall", "seconds": 0.8, "when": "before" }));
    let error = charge("ok").timeout(Duration::from_millis(300)).wait().unwrap_err();
    assert_eq!(error.kind, ErrorKind::OutcomeUnknown, "{error}");
    let resolution = resolve(&client, error.attempt.as_ref().unwrap()).unwrap();
    assert_eq!(resolution.outcome, ResolvedOutcome::Done, "{}", resolution.reason);
    assert_eq!(resolution.receipt.unwrap().status_code, 1);
}

#[test]
fn a_payment_whose_outcome_even_bootpay_did_not_know() {
    let emulator = Emulator::start();
    let client = quick(&emulator);
    for (result, expected) in [("critical", ResolvedOutcome::DidNotHappen), ("critical_done", ResolvedOutcome::Done)] {
        let receipt = emulator.pay(&json!({ "order_id": "o-1", "price": 1000, "confirm_result": result }));
        let confirm = ConfirmPayment::new(text(&receipt, "receipt_id"), "o-1", 1000);
        let error = client.payments().confirm(confirm).wait().unwrap_err();
        assert_eq!(
            (error.kind, error.code.as_deref()),
            (ErrorKind::OutcomeUnknown, Some("RC_CONFIRM_CRITICAL_FAILED"))
        );
        assert_eq!(resolve(&client, error.attempt.as_ref().unwrap()).unwrap().outcome, expected, "{result}");
    }
}

#[test]
fn before_the_quiet_period_is_over_nothing_is_said_not_to_have_happened() {
    let emulator = Emulator::start();
    let client = emulator.client();
    let receipt_id = paid(&emulator, &json!({ "price": 1000 }));
    let cancel = client.payments().cancel_full(CancelFull::new(&*receipt_id));
    let attempt = lost(&emulator, "before", "/v2/cancel", cancel);
    let resolution = resolve(&client, &attempt).unwrap();
    assert_eq!(resolution.outcome, ResolvedOutcome::Unknown);
    let wait = resolution.ask_again_at.unwrap().as_millis() - attempt.sent_at.as_millis();
    assert!((119_900..=121_000).contains(&wait), "{wait}");
    assert_eq!(client.attempts().unresolved().len(), 1, "what is not resolved is still owed");
    // It arrives late after all.
    quick(&emulator).payments().cancel_full(CancelFull::new(receipt_id)).wait().unwrap();
    assert_eq!(resolve(&client, &attempt).unwrap().outcome, ResolvedOutcome::Done);
}

#[test]
fn a_change_between_two_looks_is_noticed() {
    let emulator = Emulator::start();
    let client = quick(&emulator);
    let receipt_id = paid(&emulator, &json!({ "price": 1000 }));
    let cancel = client.payments().cancel_full(CancelFull::new(&*receipt_id));
    let attempt = lost(&emulator, "before", "/v2/cancel", cancel);
    std::thread::sleep(QUIET);
    let late = std::thread::spawn({
        // Its own client would know that this is another one.
        let client = emulator.client();
        move || {
            std::thread::sleep(Duration::from_millis(500));
            client.payments().cancel_full(CancelFull::new(receipt_id)).wait().unwrap();
        }
    });
    assert_eq!(resolve(&client, &attempt).unwrap().outcome, ResolvedOutcome::Done);
    late.join().unwrap();
}

#[test]
fn what_cannot_be_told_apart_stays_unknown() {
    let emulator = Emulator::start();
    let client = quick(&emulator);
    let unknown = |attempt: &Attempt, why: &str| {
        let resolution = resolve(&client, attempt).unwrap();
        assert_eq!(resolution.outcome, ResolvedOutcome::Unknown, "{why}: {}", resolution.reason);
        assert!(client.attempts().unresolved().iter().any(|unresolved| unresolved.id == attempt.id));
    };

    // Two cancels of the same amount, of which one was carried out.
    let receipt_id = paid(&emulator, &json!({ "price": 1000 }));
    let part = |id: &str| client.payments().cancel_partial(CancelPartial::new(&*receipt_id, 400, id));
    let first = lost(&emulator, "before", "/v2/cancel", part("c-1"));
    let second = lost(&emulator, "after", "/v2/cancel", part("c-2"));
    unknown(&first, "two cancels");
    unknown(&second, "two cancels");

    // A cancel of the same amount that was made before the first one was resolved.
    let receipt_id = paid(&emulator, &json!({ "price": 1000 }));
    let part = |id: &str| client.payments().cancel_partial(CancelPartial::new(&*receipt_id, 400, id));
    let attempt = lost(&emulator, "before", "/v2/cancel", part("c-1"));
    part("c-2").wait().unwrap();
    unknown(&attempt, "a later cancel");

    // Somebody else gave another amount back.
    let receipt_id = paid(&emulator, &json!({ "price": 1000 }));
    let cancel = CancelPartial::new(&*receipt_id, 400, "c-1");
    let attempt = lost(&emulator, "before", "/v2/cancel", client.payments().cancel_partial(cancel));
    emulator.client().payments().cancel_partial(CancelPartial::new(receipt_id, 300, "c-2")).wait().unwrap();
    unknown(&attempt, "another amount");

    // Two payments of one order since.
    let paid =
        |order_id: &str| json!({ "order_id": order_id, "price": 1000, "method": "card_rebill", "state": "paid" });
    let charge =
        |order_id: &str| client.billing().charge(ChargeBillingKey::new(billing_key(&emulator), "tea", order_id, 1000));
    let attempt = lost(&emulator, "before", "/v2/subscribe/payment", charge("o-1"));
    emulator.pay(&paid("o-1"));
    emulator.pay(&paid("o-1"));
    unknown(&attempt, "two payments");

    // Two charges of one order, of which one was carried out.
    let first = lost(&emulator, "before", "/v2/subscribe/payment", charge("o-2"));
    let second = lost(&emulator, "after", "/v2/subscribe/payment", charge("o-2"));
    unknown(&first, "two charges");
    unknown(&second, "two charges");

    // Against the rule, the order is charged again before the first charge is resolved.
    let other = emulator.control("POST", "/emulator/merchants", Some(&json!({ "repeated_order_ids": true })));
    let repeating = Bootpay::with_options(keys(&other), emulator.options().quiet_period(QUIET)).unwrap();
    let key = || emulator.control("POST", "/emulator/billing-keys", Some(&json!({ "merchant": other["id"] })));
    let charge = || repeating.billing().charge(ChargeBillingKey::new(text(&key(), "billing_key"), "tea", "o-3", 1000));
    let attempt = lost(&emulator, "before", "/v2/subscribe/payment", charge());
    charge().wait().unwrap();
    let resolution = resolve(&repeating, &attempt).unwrap();
    assert_eq!(resolution.outcome, ResolvedOutcome::Unknown, "another charge: {}", resolution.reason);

    // The payments of the order could not be read before the charge.
    let body = json!({ "error_code": "NEVER_SEEN", "message": "m" });
    emulator.fault(&json!({ "path": "/v2/lookup/order", "status": { "status": 400, "body": body } }));
    let charge = ChargeBillingKey::new(billing_key(&emulator), "tea", "o-4", 1000);
    let attempt = lost(&emulator, "after", "/v2/subscribe/payment", client.billing().charge(charge));
    unknown(&attempt, "an order that was not read");

    // Nothing can be read.
    let card = IssueCard::new("nicepay", "plan", "sub-1", "5570123412341074", "11", "861014", "99", "12");
    let attempt = lost(&emulator, "after", "/v2/request/subscribe", client.billing().issue_card(card));
    unknown(&attempt, "a billing key without a charge");
    let at = bootpay_core::Timestamp::from_millis(bootpay_core::Timestamp::now().as_millis() + 86_400_000).unwrap();
    let reservation = CreateReservation::new(billing_key(&emulator), "tea", "o-9", 1000, at);
    let call = client.reservations().create(reservation);
    unknown(&lost(&emulator, "after", "/v2/subscribe/payment/reserve", call), "a reservation");
}

#[test]
fn a_payment_that_the_buyer_made_is_not_taken_for_a_charge() {
    let emulator = Emulator::start();
    let client = quick(&emulator);
    emulator.pay(&json!({ "order_id": "o-1", "price": 1000, "state": "paid" }));
    let charge = ChargeBillingKey::new(billing_key(&emulator), "tea", "o-1", 1000);
    let attempt = lost(&emulator, "before", "/v2/subscribe/payment", client.billing().charge(charge));
    assert_eq!(resolve(&client, &attempt).unwrap().outcome, ResolvedOutcome::DidNotHappen);
}

/// Whatever the dates say: it is known which payments the order had.
#[test]
fn a_payment_that_was_there_before_is_not_taken_for_a_charge() {
    let emulator = Emulator::start();
    let merchant = emulator.control("POST", "/emulator/merchants", Some(&json!({ "repeated_order_ids": true })));
    let client = Bootpay::with_options(keys(&merchant), emulator.options().quiet_period(QUIET)).unwrap();
    let key = json!({ "merchant": merchant["id"] });
    let charge = || {
        let key = emulator.control("POST", "/emulator/billing-keys", Some(&key));
        client.billing().charge(ChargeBillingKey::new(text(&key, "billing_key"), "tea", "o-1", 1000))
    };
    charge().wait().unwrap();
    for (when, expected) in [("before", ResolvedOutcome::DidNotHappen), ("after", ResolvedOutcome::Done)] {
        let attempt = lost(&emulator, when, "/v2/subscribe/payment", charge());
        assert_eq!(attempt.payments_before.as_ref().map(Vec::len), Some(1));
        let resolution = resolve(&client, &attempt).unwrap();
        assert_eq!(resolution.outcome, expected, "{when}: {}", resolution.reason);
    }
}

/// What was so before the call was not done by it.
#[test]
fn what_was_so_before_is_not_taken_for_done() {
    let emulator = Emulator::start();
    let client = quick(&emulator);
    let not_done = |attempt: &Attempt, path: &str| {
        assert_eq!(attempt.effect_before, Some(true), "{path}");
        let resolution = resolve(&client, attempt).unwrap();
        assert_eq!(resolution.outcome, ResolvedOutcome::Unknown, "{path}: {}", resolution.reason);
    };
    let again = |path: &str, attempt: Attempt| not_done(&attempt, path);
    let kind = || CashReceiptType::IncomeDeduction;

    let plain = paid(&emulator, &json!({ "method": "bank" }));
    let path = "/v2/request/receipt/cash/cancel";
    let call = client.cash_receipts().cancel_for_payment(CancelCashReceiptForPayment::new(&*plain));
    again(path, lost(&emulator, "after", path, call));

    let publish = || PublishCashReceiptForPayment::new(&*plain, "01012345678", kind());
    client.cash_receipts().publish_for_payment(publish()).wait().unwrap();
    let path = "/v2/request/receipt/cash/publish";
    again(path, lost(&emulator, "after", path, client.cash_receipts().publish_for_payment(publish())));

    let sale = PublishCashReceipt::new(1000, "tea", "o-1", "01012345678", kind());
    let sale = client.cash_receipts().publish(sale).wait().unwrap();
    let path = "/v2/request/cash/receipt";
    let cancel = || client.cash_receipts().cancel(CancelCashReceipt::new(&*sale.receipt_id));
    cancel().wait().unwrap();
    emulator.fault(&json!({ "path": path, "method": "DELETE", "kind": "html_502", "when": "after" }));
    again(path, cancel().wait().unwrap_err().attempt.clone().unwrap());

    let escrow = paid(&emulator, &json!({ "escrow": true, "pg": "inicis" }));
    let ship = || client.escrow().start_shipping(StartShipping::new(&*escrow, "123456", "CJ대한통운"));
    ship().wait().unwrap();
    let path = "/v2/escrow/shipping/start";
    for when in ["before", "after"] {
        again(path, lost(&emulator, when, path, ship()));
    }

    let refunded = paid(&emulator, &json!({ "price": 1000 }));
    client.payments().cancel_full(CancelFull::new(&*refunded)).wait().unwrap();
    let path = "/v2/cancel";
    again(path, lost(&emulator, "after", path, client.payments().cancel_full(CancelFull::new(&*refunded))));

    let key = billing_key(&emulator);
    client.billing().delete(DeleteBillingKey::new(&*key)).wait().unwrap();
    let path = "/v2/subscribe/billing_key";
    again(path, lost(&emulator, "after", path, client.billing().delete(DeleteBillingKey::new(&*key))));

    let reservation = json!({ "billing_key": billing_key(&emulator) });
    let reservation = emulator.control("POST", "/emulator/reservations", Some(&reservation));
    let cancel = || client.reservations().cancel(CancelReservation::new(text(&reservation, "reserve_id")));
    cancel().wait().unwrap();
    let path = "/v2/subscribe/payment/reserve/";
    again(path, lost(&emulator, "after", path, cancel()));
}

/// One of two that ask for the same did it, and it is not known which.
#[test]
fn of_two_that_ask_for_the_same_neither_is_done() {
    let emulator = Emulator::start();
    let client = quick(&emulator);
    let plain = paid(&emulator, &json!({ "method": "bank" }));
    let path = "/v2/request/receipt/cash/publish";
    let publish = || {
        let kind = CashReceiptType::IncomeDeduction;
        client.cash_receipts().publish_for_payment(PublishCashReceiptForPayment::new(&*plain, "01012345678", kind))
    };
    let first = lost(&emulator, "before", path, publish());
    let second = lost(&emulator, "after", path, publish());
    for attempt in [&first, &second] {
        assert_eq!(resolve(&client, attempt).unwrap().outcome, ResolvedOutcome::Unknown);
    }
    client.attempts().acknowledge(&first.id);
    assert_eq!(resolve(&client, &second).unwrap().outcome, ResolvedOutcome::Done);

    let refund = paid(&emulator, &json!({ "price": 1000 }));
    let full = || client.payments().cancel_full(CancelFull::new(&*refund));
    let first = lost(&emulator, "before", "/v2/cancel", full());
    let second = lost(&emulator, "after", "/v2/cancel", full());
    for attempt in [&first, &second] {
        assert_eq!(resolve(&client, attempt).unwrap().outcome, ResolvedOutcome::Unknown);
    }
}

#[test]
fn a_first_charge_tells_of_its_billing_key_only_where_it_was_paid() {
    let emulator = Emulator::start();
    let client = quick(&emulator);
    for (when, expected) in [("before", ResolvedOutcome::Unknown), ("after", ResolvedOutcome::Done)] {
        let card =
            IssueCard::new("nicepay", "plan", format!("sub-{when}"), "5570123412341074", "11", "861014", "99", "12");
        let call = client.billing().issue_card(card.price(1000));
        let attempt = lost(&emulator, when, "/v2/request/subscribe", call);
        assert_eq!(resolve(&client, &attempt).unwrap().outcome, expected, "{when}");
    }
}

#[test]
fn a_payment_that_bootpay_does_not_find_any_more_is_unknown() {
    let emulator = Emulator::start();
    let options = emulator.options().quiet_period(QUIET).retries(0);
    let client = Bootpay::with_options(keys(&emulator.merchant), options).unwrap();
    let cancel = CancelFull::new(paid(&emulator, &json!({ "price": 1000 })));
    let attempt = lost(&emulator, "after", "/v2/cancel", client.payments().cancel_full(cancel));
    let body = json!({ "error_code": "RC_NOT_FOUND", "message": "m" });
    emulator.fault(&json!({ "path": "/v2/receipt", "status": { "status": 404, "body": body } }));
    assert_eq!(resolve(&client, &attempt).unwrap().outcome, ResolvedOutcome::Unknown);
    emulator.fault(&json!({ "path": "/v2/receipt", "kind": "html_502" }));
    assert_eq!(resolve(&client, &attempt).unwrap_err().kind, ErrorKind::Unavailable);
    assert_eq!(resolve(&client, &attempt).unwrap().outcome, ResolvedOutcome::Done);
}

#[test]
fn another_merchants_or_modes_attempt_is_refused_and_nothing_sent() {
    let emulator = Emulator::start();
    let client = quick(&emulator);
    let cancel = CancelFull::new(paid(&emulator, &json!({ "price": 1000 })));
    let attempt = lost(&emulator, "after", "/v2/cancel", client.payments().cancel_full(cancel));
    emulator.control("DELETE", "/emulator/requests", None);
    let other = emulator.control("POST", "/emulator/merchants", None);
    for client in [
        Bootpay::with_options(keys(&other), emulator.options()).unwrap(),
        Bootpay::with_options(application(&emulator.merchant), emulator.options()).unwrap(),
        Bootpay::with_options(keys(&emulator.merchant), emulator.options().mode(Mode::Test)).unwrap(),
    ] {
        let error = resolve(&client, &attempt).unwrap_err();
        assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some("serialized")), "{error}");
    }
    let cut = ResolveAttempt::new(&attempt.serialized[..attempt.serialized.len() - 1]);
    let error = client.attempts().resolve(cut).wait().unwrap_err();
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some("serialized")));
    assert!(emulator.requests().is_empty());

    // Another process of the same merchant.
    assert_eq!(resolve(&quick(&emulator), &attempt).unwrap().outcome, ResolvedOutcome::Done);
}
