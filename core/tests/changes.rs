//! Calls that change something: what their replies must show, and what is left of lost ones.

#![allow(clippy::unwrap_used)]

mod support;

use std::{
    io::{Read, Write},
    net::TcpListener,
    thread,
    time::Duration,
};

use bootpay_core::{
    Bootpay, BootpayError, ClientOptions, Credentials, Effect, Endpoint, Timestamp,
    model::{
        AttemptOutcome, CancelCashReceipt, CancelCashReceiptForPayment, CancelFull, CancelReservation, CashReceiptType,
        ChargeBillingKey, ChargeWallet, ConfirmIdentity, CreateReservation, DeleteBillingKey, ErrorKind, FinishEasy,
        GetReservation, GetSeller, IssueCard, IssueTransfer, IssueUserToken, ListUserWallets, ListWallets,
        PublishCashReceipt, PublishCashReceiptForPayment, PublishTransfer, RegisterBiometric, Repeat, RequestIdentity,
        RequestPayment, RequestVirtualAccount, ResendWebhook, StartShipping,
    },
};
use serde_json::{Value, json};
use support::{ID, JSON, client, receipt, server};

fn card() -> IssueCard {
    IssueCard::new("nicepay", "plan", "sub-1", "5570123412341074", "11", "861014", "99", "12")
}

fn billing_key(changes: &Value) -> String {
    let mut key = json!({ "receipt_id": ID, "subscription_id": "sub-1", "billing_key": "key-1", "status": 11 });
    key.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    key.to_string()
}

const NOT_FOUND: &str = r#"{"error_code":"RC_NOT_FOUND"}"#;

/// How a charge ends that is answered so.
fn charged(reply: String) -> Result<(), ErrorKind> {
    let (relay, seen) =
        server(
            move |line| {
                if line.starts_with("GET") { (404, JSON, NOT_FOUND.into()) } else { (200, JSON, reply.clone()) }
            },
        );
    let client = client(&relay.url);
    let outcome = client.billing().charge(ChargeBillingKey::new("key-1", "tea", "o-1", 1000)).wait();
    assert_eq!(seen.lock().unwrap().len(), 2, "a charge leaves once, after the order was looked up");
    assert_eq!(client.attempts().unresolved().len(), usize::from(outcome.is_err()));
    outcome.map(drop).map_err(|error| error.kind)
}

#[test]
fn a_charge_is_done_only_where_the_receipt_says_so() {
    assert_eq!(charged(receipt(&json!({}))), Ok(()));
    for change in [
        json!({ "price": 999 }),
        json!({ "status": 2 }),
        json!({ "status": -2 }),
        json!({ "order_id": "o-2" }),
        json!({ "order_id": null }),
        json!({ "currency": "USD", "price": 10 }),
    ] {
        assert_eq!(charged(receipt(&change)), Err(ErrorKind::OutcomeUnknown), "{change}");
    }
    assert_eq!(charged("{}".into()), Err(ErrorKind::OutcomeUnknown));
    assert_eq!(charged("null".into()), Err(ErrorKind::OutcomeUnknown));
}

#[test]
fn a_billing_key_is_issued_only_where_it_is_there_and_paid_for() {
    let issued = |request: IssueCard, reply: String| {
        let (relay, _) = server(move |_| (200, JSON, reply.clone()));
        client(&relay.url).billing().issue_card(request).wait().map(drop).map_err(|error| error.kind)
    };
    let paid: Value = serde_json::from_str(&receipt(&json!({}))).unwrap();
    let refused: Value = serde_json::from_str(&receipt(&json!({ "status": -2 }))).unwrap();
    let unknown = Err(ErrorKind::OutcomeUnknown);
    assert_eq!(issued(card(), billing_key(&json!({}))), Ok(()));
    assert_eq!(issued(card().price(1000), billing_key(&json!({ "receipt_data": paid }))), Ok(()));
    assert_eq!(issued(card(), billing_key(&json!({ "billing_key": null }))), unknown);
    assert_eq!(issued(card().price(1000), billing_key(&json!({ "billing_key": null, "status": 41 }))), Ok(()));
    assert_eq!(
        issued(card(), billing_key(&json!({ "billing_key": null, "status": 41, "receipt_data": paid }))),
        unknown
    );
    assert_eq!(issued(card(), billing_key(&json!({ "subscription_id": "sub-2" }))), unknown);
    assert_eq!(issued(card().price(1000), billing_key(&json!({}))), unknown);
    assert_eq!(issued(card().price(1000), billing_key(&json!({ "receipt_data": refused }))), unknown);
    assert_eq!(issued(card(), billing_key(&json!({ "receipt_data": { "price": "much" } }))), unknown);
}

#[test]
fn an_attempt_tells_what_it_was_about() {
    let (relay, _) = server(|line| {
        if line.starts_with("GET") { (404, JSON, NOT_FOUND.into()) } else { (502, "text/html", "<html>".into()) }
    });
    let client = client(&relay.url);
    let attempt = |error: bootpay_core::BootpayError| {
        assert_eq!((error.kind, error.repeat), (ErrorKind::OutcomeUnknown, Repeat::AfterResolve));
        error.attempt.clone().unwrap()
    };
    let lost = attempt(client.billing().issue_card(card().price(1000)).wait().unwrap_err());
    assert_eq!((lost.order_id.as_deref(), lost.amount), (Some("sub-1"), Some(1000)));
    let lost = attempt(client.billing().publish_transfer(PublishTransfer::new(ID)).wait().unwrap_err());
    assert_eq!(lost.receipt_id.as_deref(), Some(ID));
    let lost = attempt(client.billing().delete(DeleteBillingKey::new("key-1")).wait().unwrap_err());
    assert_eq!(lost.billing_key.as_deref(), Some("key-1"));
    let lost = attempt(client.reservations().cancel(CancelReservation::new("r-1")).wait().unwrap_err());
    assert_eq!((lost.reserve_id.as_deref(), lost.outcome), (Some("r-1"), AttemptOutcome::Unknown));
    let cash = PublishCashReceipt::new(1000, "tea", "o-1", "01012345678", CashReceiptType::IncomeDeduction);
    let lost = attempt(client.cash_receipts().publish(cash).wait().unwrap_err());
    assert_eq!((lost.order_id.as_deref(), lost.endpoint.as_str()), (Some("o-1"), "cash_receipts.publish"));
    let lost = attempt(client.billing().issue_card(card()).wait().unwrap_err());
    assert_eq!((lost.order_id.as_deref(), lost.amount), (Some("sub-1"), None));
    let person =
        RequestIdentity::new("auth-1", "danal", "auth", "tea", "홍길동", "8610141", "SKT", "01012345678", "127.0.0.1");
    let lost = attempt(client.identity().request(person).wait().unwrap_err());
    assert_eq!((lost.order_id.as_deref(), lost.amount), (Some("auth-1"), None));
    assert_eq!(client.attempts().unresolved().len(), 7);
}

#[test]
fn a_first_charge_is_of_what_was_asked_for_and_never_overlooked() {
    let issued = |request: IssueCard, changes: Value| {
        let reply = billing_key(&changes);
        let (relay, _) = server(move |_| (200, JSON, reply.clone()));
        client(&relay.url).billing().issue_card(request).wait().map(drop).map_err(|error| error.kind)
    };
    let charge = |changes: Value| -> Value { serde_json::from_str(&receipt(&changes)).unwrap() };
    let unknown = Err(ErrorKind::OutcomeUnknown);
    assert_eq!(issued(card().price(1000), json!({ "receipt_data": charge(json!({ "price": 999 })) })), unknown);
    assert_eq!(issued(card().price(1000), json!({ "receipt_data": charge(json!({ "currency": "JPY" })) })), unknown);
    // Money moved, and what cannot be read must not look as if there was none.
    assert_eq!(issued(card(), json!({ "receipt_data": charge(json!({ "receipt_id": "-" })) })), unknown);
    assert_eq!(issued(card(), json!({ "receipt_data": charge(json!({ "receipt_id": 7 })) })), unknown);
    assert_eq!(issued(card(), json!({ "status": -40 })), unknown);
}

#[test]
fn a_reservation_is_cancelled_only_where_the_reply_says_so() {
    for (reply, done) in [
        (json!({ "reserve_id": "r-1", "success": true }), true),
        (json!({ "reserve_id": "r-1", "success": false }), false),
        (json!({ "reserve_id": "r-1" }), false),
        (json!({ "reserve_id": "r-2", "success": true }), false),
    ] {
        let text = reply.to_string();
        let (relay, _) = server(move |_| (200, JSON, text.clone()));
        let outcome = client(&relay.url).reservations().cancel(CancelReservation::new("r-1")).wait();
        assert_eq!(outcome.is_ok(), done, "{reply}");
    }
}

#[test]
fn a_payment_is_begun_where_something_names_it() {
    for (reply, begun) in [
        (json!({ "receipt_id": ID }), true),
        (json!({ "url": "https://gw.example/1" }), true),
        (json!({ "status": 200, "code": 0, "data": "https://gw.example/1" }), true),
        (json!({ "receipt_id": ID, "order_id": "o-1", "price": 1000, "status": 0 }), true),
        (json!({}), false),
        (json!({ "receipt_id": "", "url": "", "data": "" }), false),
        (json!({ "receipt_id": ID, "order_id": "o-2" }), false),
        (json!({ "receipt_id": ID, "status": -2 }), false),
        (json!({ "success": false, "receipt_id": ID }), false),
    ] {
        let text = reply.to_string();
        let (relay, _) = server(move |_| (200, JSON, text.clone()));
        let outcome = client(&relay.url).payments().request(RequestPayment::new(1000, "tea", "o-1")).wait();
        assert_eq!(outcome.is_ok(), begun, "{reply}");
    }
}

#[test]
fn a_change_is_not_done_where_the_reply_says_that_it_failed() {
    fn ends<T>(changes: &Value, call: impl FnOnce(&Bootpay) -> Result<T, BootpayError>) -> Option<ErrorKind> {
        let reply = changes.to_string();
        let (relay, _) = server(move |_| (200, JSON, reply.clone()));
        call(&client(&relay.url)).err().map(|error| error.kind)
    }
    let unknown = Some(ErrorKind::OutcomeUnknown);
    let receipt = |changes: Value| -> Value { serde_json::from_str(&receipt(&changes)).unwrap() };

    let publish = |client: &Bootpay| {
        let sale = PublishCashReceipt::new(1000, "tea", "o-1", "01012345678", CashReceiptType::IncomeDeduction);
        client.cash_receipts().publish(sale).wait()
    };
    assert_eq!(ends(&receipt(json!({ "status": 60 })), publish), None);
    assert_eq!(ends(&receipt(json!({ "status": -60 })), publish), unknown);

    let issue = |client: &Bootpay| {
        let account = IssueTransfer::new("nicepay", "plan", "sub-1", "홍길동", "국민", "123", "861014", "01012345678");
        client.billing().issue_transfer(account).wait()
    };
    assert_eq!(ends(&receipt(json!({ "status": 41, "order_id": "sub-1" })), issue), None);
    assert_eq!(ends(&receipt(json!({ "status": 41, "order_id": "sub-2" })), issue), unknown);
    assert_eq!(ends(&receipt(json!({ "status": -40, "order_id": "sub-1" })), issue), unknown);

    let resend =
        |client: &Bootpay| client.webhooks().resend(ResendWebhook::new(ID, "https://shop.example/hook")).wait();
    for (reply, outcome) in [
        (json!({ "success": true }), None),
        (json!(null), None),
        (json!({ "success": false }), unknown),
        (json!({ "error_code": "RC_NOT_FOUND" }), Some(ErrorKind::Rejected)),
        (json!({ "error_code": "NEVER_SEEN" }), unknown),
    ] {
        assert_eq!(ends(&reply, resend), outcome, "{reply}");
    }

    let reserve = |client: &Bootpay| {
        let soon = Timestamp::from_millis(Timestamp::now().as_millis() + 60_000).unwrap();
        client.reservations().create(CreateReservation::new("key-1", "tea", "o-1", 1000, soon)).wait()
    };
    assert_eq!(ends(&json!({ "reserve_id": "r-1" }), reserve), None);
    assert_eq!(ends(&json!({ "reserve_id": "" }), reserve), unknown);
}

/// A server whose payment or key was as `before` until the change, which is answered with `reply`, and is as
/// `after` then.
fn turning(before: &Value, reply: &Value, after: &Value) -> support::Relay {
    let changed = std::sync::atomic::AtomicBool::new(false);
    let [before, reply, after] = [before, reply, after].map(Value::to_string);
    server(move |line| {
        let read = line.starts_with("GET");
        let body = match (read, changed.fetch_or(!read, std::sync::atomic::Ordering::SeqCst)) {
            (false, _) => &reply,
            (true, false) => &before,
            (true, true) => &after,
        };
        (200, JSON, body.clone())
    })
    .0
}

#[test]
fn null_or_an_earlier_state_in_a_reply_proves_nothing() {
    type Change = fn(&Bootpay) -> Result<(), BootpayError>;
    let of = |changes: Value| -> Value { serde_json::from_str(&receipt(&changes)).unwrap() };
    let (plain, with) = (of(json!({})), of(json!({ "cash_receipt_data": { "tid": "t-1" } })));
    let (issued, cancelled) = (of(json!({ "status": 60 })), of(json!({ "status": 61 })));
    let escrow = |status: i64| of(json!({ "escrow_data": { "status": status } }));
    let refunded = |amount: i64| of(json!({ "cancelled_price": amount, "status": 20 }));
    let key = |status: i64, key: Value| json!({ "receipt_id": ID, "subscription_id": "sub-1", "status": status, "billing_key": key });
    let (waiting, ready) = (key(41, Value::Null), key(11, "key-1".into()));
    let person = |status: i64| json!({ "receipt_id": ID, "status": status });
    let reservation = |status: i64| json!({ "reserve_id": "r-1", "status": status, "success": true });
    let kind = || CashReceiptType::IncomeDeduction;
    let publish: Change = |client| {
        let request = PublishCashReceiptForPayment::new(ID, "01012345678", CashReceiptType::IncomeDeduction);
        client.cash_receipts().publish_for_payment(request).wait().map(drop)
    };
    let drop_it: Change =
        |client| client.cash_receipts().cancel_for_payment(CancelCashReceiptForPayment::new(ID)).wait().map(drop);
    let cancel_alone: Change = |client| client.cash_receipts().cancel(CancelCashReceipt::new(ID)).wait().map(drop);
    let ship: Change =
        |client| client.escrow().start_shipping(StartShipping::new(ID, "1234", "CJ대한통운")).wait().map(drop);
    let cancel_full: Change = |client| client.payments().cancel_full(CancelFull::new(ID)).wait().map(drop);
    let publish_key: Change = |client| client.billing().publish_transfer(PublishTransfer::new(ID)).wait().map(drop);
    let finish: Change = |client| client.billing().finish_easy(FinishEasy::new(ID, "key-1")).wait().map(drop);
    let confirm: Change = |client| client.identity().confirm(ConfirmIdentity::new(ID)).wait().map(drop);
    let unreserve: Change = |client| client.reservations().cancel(CancelReservation::new("r-1")).wait().map(drop);
    for (name, change, before, reply, after, done) in [
        ("publish", publish, &plain, &with, &with, true),
        ("publish, an earlier one", publish, &with, &with, &with, false),
        ("publish, none", publish, &plain, &plain, &plain, false),
        ("publish, null", publish, &plain, &Value::Null, &with, false),
        ("drop", drop_it, &with, &plain, &plain, true),
        ("drop, null and gone", drop_it, &with, &Value::Null, &plain, true),
        ("drop, null and still there", drop_it, &with, &Value::Null, &with, false),
        ("drop, still there", drop_it, &with, &with, &with, false),
        ("drop, none before", drop_it, &plain, &Value::Null, &plain, false),
        ("cancel alone", cancel_alone, &issued, &cancelled, &cancelled, true),
        ("cancel alone, still issued", cancel_alone, &issued, &issued, &issued, false),
        ("cancel alone, cancelled before", cancel_alone, &cancelled, &cancelled, &cancelled, false),
        ("ship", ship, &escrow(0), &escrow(3), &escrow(3), true),
        ("ship, as before", ship, &escrow(0), &escrow(0), &escrow(0), false),
        ("ship, without escrow", ship, &escrow(0), &plain, &plain, false),
        ("cancel full", cancel_full, &refunded(400), &refunded(1000), &refunded(1000), true),
        ("cancel full, refunded before", cancel_full, &refunded(1000), &refunded(1000), &refunded(1000), false),
        ("publish key", publish_key, &waiting, &ready, &ready, true),
        ("publish key, issued before", publish_key, &ready, &ready, &ready, false),
        ("finish", finish, &of(json!({ "status": 0 })), &plain, &plain, true),
        ("finish, paid before", finish, &plain, &plain, &plain, false),
        ("confirm", confirm, &person(50), &person(12), &person(12), true),
        ("confirm, not verified", confirm, &person(50), &person(50), &person(50), false),
        ("confirm, verified before", confirm, &person(12), &person(12), &person(12), false),
        ("unreserve", unreserve, &reservation(0), &reservation(3), &reservation(3), true),
        ("unreserve, cancelled before", unreserve, &reservation(3), &reservation(3), &reservation(3), false),
    ] {
        let relay = turning(before, reply, after);
        let client = client(&relay.url);
        let ended = change(&client).map_err(|error| error.kind);
        assert_eq!(ended, if done { Ok(()) } else { Err(ErrorKind::OutcomeUnknown) }, "{name}");
        assert_eq!(client.attempts().unresolved().len(), usize::from(!done), "{name}");
    }

    // What makes a payment or a receipt of its own: one that the order had before is another's.
    let known = json!([receipt_of(ID)]);
    let sale = || PublishCashReceipt::new(1000, "tea", "o-1", "01012345678", kind());
    let charge = || ChargeBillingKey::new("key-1", "tea", "o-1", 1000);
    let account = || RequestVirtualAccount::new("nicepay", "o-1", "tea", 1000, "004", "12345678", "홍길동");
    for (before, done) in [(json!([]), true), (known, false)] {
        let relay = turning(&before, &issued, &before);
        assert_eq!(client(&relay.url).cash_receipts().publish(sale()).wait().is_ok(), done, "{before}");
        let relay = turning(&before, &plain, &before);
        assert_eq!(client(&relay.url).billing().charge(charge()).wait().is_ok(), done, "{before}");
        let relay = turning(&before, &of(json!({ "status": 5 })), &before);
        assert_eq!(client(&relay.url).payments().request_virtual_account(account()).wait().is_ok(), done, "{before}");
    }
}

fn receipt_of(id: &str) -> Value {
    serde_json::from_str(&receipt(&json!({ "receipt_id": id }))).unwrap()
}

#[test]
fn a_delete_that_never_left_is_not_sent() {
    // It accepts connections and never speaks TLS.
    let mute = TcpListener::bind("127.0.0.1:0").unwrap();
    let client = client(&format!("https://{}", mute.local_addr().unwrap()));
    let call = client.billing().delete(DeleteBillingKey::new("key-1")).timeout(Duration::from_millis(300));
    assert_eq!(call.wait().unwrap_err().kind, ErrorKind::NotSent);
    assert!(client.attempts().unresolved().is_empty());
}

#[test]
fn a_delete_that_arrived_and_is_not_answered_is_unknown() {
    for hangs_up in [true, false] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        thread::spawn(move || {
            let mut kept = vec![];
            for connection in listener.incoming() {
                let mut connection = connection.unwrap();
                let mut request = [0; 4096];
                let _ = connection.read(&mut request);
                if request.starts_with(b"GET") {
                    let reply = b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 4\r\n\r\nnull";
                    let _ = connection.write_all(reply);
                } else if !hangs_up {
                    kept.push(connection);
                }
            }
        });
        let client = client(&url);
        let call = client.billing().delete(DeleteBillingKey::new("key-1")).timeout(Duration::from_millis(500));
        assert_eq!(call.wait().unwrap_err().kind, ErrorKind::OutcomeUnknown, "hangs up: {hangs_up}");
        assert_eq!(client.attempts().unresolved().len(), 1);
    }
}

#[test]
fn a_token_of_a_member_is_in_no_error_and_not_printed() {
    let body = json!({ "user_token": "marker-token", "expired_at": "2026-11-01T10:15:42+09:00" }).to_string();
    for content_type in ["text/html", JSON] {
        let body = body.clone();
        let (relay, _) = server(move |_| (200, content_type, body.clone()));
        let outcome = client(&relay.url).users().token(IssueUserToken::new("member-1")).wait();
        match outcome {
            Ok(token) => {
                assert_eq!(token.user_token.expose(), "marker-token");
                assert!(!format!("{token:?}").contains("marker"), "{token:?}");
                assert!(!serde_json::to_string(&token).unwrap().contains("marker"));
            }
            Err(error) => assert!(!format!("{error:?}").contains("marker"), "{error:?}"),
        }
    }
}

#[test]
fn what_cannot_travel_as_a_header_is_invalid() {
    let client = client("http://127.0.0.1:9");
    for token in ["", " ", "토큰", "a\nb", "a\u{7f}"] {
        let error = client.users().wallets(ListUserWallets::new(token)).wait().unwrap_err();
        assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some("user_token")), "{token:?}");
        let register = RegisterBiometric::new("token", token, "ios", "proof");
        let error = client.users().register_biometric(register).wait().unwrap_err();
        assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some("device_uuid")), "{token:?}");
    }
}

#[test]
fn a_word_is_not_empty() {
    let client = client("http://127.0.0.1:9");
    let start = StartShipping::new(ID, "1234", " ");
    let error = client.escrow().start_shipping(start).wait().unwrap_err();
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some("delivery_corp")));
    let request = RequestPayment::new(1000, "tea", "o-1").methods(vec!["card".into(), "".into()]);
    let error = client.payments().request(request).wait().unwrap_err();
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some("methods[1]")));
}

#[test]
fn a_reply_without_a_known_shape_is_in_no_error() {
    for (content_type, body) in [("text/html", r#"{"private_key":"marker"}"#), (JSON, r#"{"private_key":"marker"#)] {
        let (relay, _) = server(move |_| (200, content_type, body.into()));
        let error = client(&relay.url).reseller().get_seller(GetSeller::new("p-1")).wait().unwrap_err();
        assert!(!format!("{error:?}").contains("marker"), "{error:?}");
    }
}

#[test]
fn an_identity_number_in_a_reservation_is_not_repeated() {
    let body =
        json!({ "reserve_id": "r-1", "status": 0, "extra": { "identity_no": "01012345678", "card_quota": "00" } });
    let (relay, _) = server(move |_| (200, JSON, body.to_string()));
    let reservation = client(&relay.url).reservations().get(GetReservation::new("r-1")).wait().unwrap();
    assert_eq!(reservation.extra.as_ref().unwrap()["card_quota"], "00");
    let shown = format!("{reservation:?} {}", serde_json::to_string(&reservation).unwrap());
    assert!(!shown.contains("01012345678"), "{shown}");
}

#[test]
fn a_wallet_is_read_whatever_else_it_holds() {
    for (wallet, wallet_type) in [
        (json!({ "wallet_id": "w-1", "type": 1 }), Some(1)),
        (json!({ "wallet_id": "w-1", "type": 1, "wallet_type": 2 }), Some(1)),
        (json!({ "wallet_id": "w-1", "wallet_type": 2 }), Some(2)),
        (json!({ "wallet_id": "w-1", "type": "card", "raw": 7 }), None),
    ] {
        let list = json!([wallet]).to_string();
        let mut paid: Value = serde_json::from_str(&receipt(&json!({}))).unwrap();
        paid["wallet_data"] = json!({ "success": wallet, "failure": [wallet, 7] });
        let token = r#"{"access_token":"token","expire_in":1800}"#;
        let (relay, _) = server(move |line| match line {
            line if line.starts_with("GET") => (200, JSON, list.clone()),
            line if line.contains("/v2/request/token") => (200, JSON, token.into()),
            _ => (200, JSON, paid.to_string()),
        });
        let credentials = Credentials::new().application_id("application").private_key("private");
        let client = Bootpay::with_options(credentials, ClientOptions::new().base_url(&*relay.url)).unwrap();
        let wallets = client.wallets().list(ListWallets::new("member-1", true)).wait().unwrap();
        assert_eq!(wallets[0].wallet_type, wallet_type, "{wallet}");
        assert_eq!(*wallets[0].raw, wallet);
        let charge = ChargeWallet::new("member-1", "tea", "o-1", 1000, true);
        let wallets = client.wallets().charge(charge).wait().unwrap().wallet_data.unwrap();
        assert_eq!((wallets.success.unwrap().wallet_type, wallets.failure.unwrap().len()), (wallet_type, 1));
    }
}

#[test]
fn whatever_may_move_money_says_so() {
    assert_eq!(ChargeBillingKey::EFFECT, Effect::Money);
    assert_eq!(DeleteBillingKey::EFFECT, Effect::Write);
    assert_eq!(IssueUserToken::EFFECT, Effect::Read);
}
