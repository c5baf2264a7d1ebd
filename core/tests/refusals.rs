//! A refusal counts only where that endpoint can give it.

#![allow(clippy::unwrap_used)]

mod support;

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use bootpay_core::{
    Bootpay, BootpayError, ClientOptions, Credentials, Endpoint, Json, PendingCall, Timestamp,
    describe::{Family, KnownCode, Proof, error_codes, refused_by},
    model::{
        AttemptOutcome, CallAgain, CancelCashReceipt, CancelCashReceiptForPayment, CancelFull, CancelPartial,
        CancelReservation, CashReceiptType, ChargeBillingKey, ChargeWallet, ConfirmIdentity, ConfirmPayment,
        ContinueCard, ContinueTransfer, CreateApp, CreateReservation, CreateSeller, DeleteBillingKey, DeleteTestSeller,
        ErrorCategory, ErrorKind, FinishEasy, InviteMember, InviteType, IssueCard, IssueTransfer, PublishCashReceipt,
        PublishCashReceiptForPayment, PublishTransfer, RegisterBiometric, Repeat, RequestIdentity, RequestPayment,
        RequestVirtualAccount, ResendIdentity, ResendWebhook, StartShipping, UpdateResources, ValidatePassword,
    },
};
use serde_json::json;
use support::{ID, JSON, receipt, server};

fn ends<E: Endpoint>(call: PendingCall<E>) -> (&'static str, BootpayError) {
    (E::NAME, call.wait().err().unwrap())
}

/// Makes every call that changes something.
fn every_change(client: &Bootpay) -> Vec<(&'static str, BootpayError)> {
    let soon = Timestamp::from_millis(Timestamp::now().as_millis() + 60_000).unwrap();
    let kind = || CashReceiptType::IncomeDeduction;
    let resources: Json = json!({}).into();
    let card = IssueCard::new("nicepay", "plan", "sub-1", "5570123412341074", "11", "861014", "99", "12");
    let account = IssueTransfer::new("nicepay", "plan", "sub-1", "홍길동", "국민", "123", "861014", "01012345678");
    let virtual_account = RequestVirtualAccount::new("nicepay", "o-1", "tea", 1000, "004", "12345678", "홍길동");
    let person =
        RequestIdentity::new("auth-1", "danal", "auth", "tea", "홍길동", "8610141", "SKT", "01012345678", "127.0.0.1");
    vec![
        // After a lost race it reads the payment, which stays as it is here.
        ends(client.payments().confirm(ConfirmPayment::new(ID, "o-1", 1000)).timeout(Duration::from_millis(1500))),
        ends(client.payments().cancel_full(CancelFull::new(ID))),
        ends(client.payments().cancel_partial(CancelPartial::new(ID, 400, "c-1"))),
        ends(client.payments().request(RequestPayment::new(1000, "tea", "o-1"))),
        ends(client.payments().request_virtual_account(virtual_account)),
        ends(client.billing().issue_card(card)),
        ends(client.billing().continue_card(ContinueCard::new(ID))),
        ends(client.billing().issue_transfer(account)),
        ends(client.billing().continue_transfer(ContinueTransfer::new(ID))),
        ends(client.billing().publish_transfer(PublishTransfer::new(ID))),
        ends(client.billing().delete(DeleteBillingKey::new("key-1"))),
        ends(client.billing().charge(ChargeBillingKey::new("key-1", "tea", "o-1", 1000))),
        ends(client.billing().finish_easy(FinishEasy::new(ID, "key-1"))),
        ends(client.reservations().create(CreateReservation::new("key-1", "tea", "o-1", 1000, soon))),
        ends(client.reservations().cancel(CancelReservation::new("r-1"))),
        ends(client.users().register_biometric(RegisterBiometric::new("token", "device", "ios", "proof"))),
        ends(client.users().validate_password(ValidatePassword::new("token", "proof"))),
        ends(client.wallets().charge(ChargeWallet::new("member-1", "tea", "o-1", 1000, true))),
        ends(client.identity().request(person)),
        ends(client.identity().confirm(ConfirmIdentity::new(ID))),
        ends(client.identity().resend(ResendIdentity::new(ID))),
        ends(client.cash_receipts().publish_for_payment(PublishCashReceiptForPayment::new(ID, "01012345678", kind()))),
        ends(client.cash_receipts().cancel_for_payment(CancelCashReceiptForPayment::new(ID))),
        ends(client.cash_receipts().publish(PublishCashReceipt::new(1000, "tea", "o-1", "01012345678", kind()))),
        ends(client.cash_receipts().cancel(CancelCashReceipt::new(ID))),
        ends(client.escrow().start_shipping(StartShipping::new(ID, "1234", "CJ대한통운"))),
        ends(client.webhooks().resend(ResendWebhook::new(ID, "https://shop.example/hook"))),
        ends(client.reseller().create_seller(CreateSeller::new("alias", "name", "key"))),
        ends(client.reseller().delete_test_seller(DeleteTestSeller::new("p-1"))),
        ends(client.reseller().update_resources(UpdateResources::new("a-1", resources))),
        ends(client.reseller().create_app(CreateApp::new("p-1", "name"))),
        ends(client.reseller().invite(InviteMember::new("a@shop.example", "관리자", InviteType::Project))),
    ]
}

/// The reads before a change find what they must; every change is refused with a code.
fn refusing() -> (support::Relay, Arc<Mutex<(u16, String)>>) {
    let refusal = Arc::new(Mutex::new((400, String::new())));
    let said = Arc::clone(&refusal);
    let (relay, _) = server(move |line| {
        let waits = |status: i64| receipt(&json!({ "status": status, "escrow_data": { "status": 1 } }));
        let key = || json!({ "receipt_id": ID, "subscription_id": "sub-1", "status": 41, "billing_key": "key-1" });
        match line.split(' ').nth(1).unwrap().split('/').nth(2).unwrap() {
            _ if line.contains("/v2/request/token") => (200, JSON, r#"{"access_token":"t","expire_in":1800}"#.into()),
            _ if !line.starts_with("GET") => {
                let (status, code) = said.lock().unwrap().clone();
                (status, JSON, json!({ "error_code": code, "message": "m" }).to_string())
            }
            "receipt" => (200, JSON, waits(2)),
            "lookup" => (200, JSON, "[]".into()),
            _ => (200, JSON, key().to_string()),
        }
    });
    (relay, refusal)
}

fn refused(known: &KnownCode, call: &str) -> bool {
    known.proof != Proof::Doubtful && refused_by(known.code).any(|name| name == call)
}

/// A client with both kinds of keys: some calls take only a token.
fn client(url: &str) -> Bootpay {
    let credentials = Credentials::new().client_key("key").secret_key("secret").application_id("a").private_key("p");
    Bootpay::with_options(credentials, ClientOptions::new().base_url(url)).unwrap()
}

fn expected(known: &KnownCode, call: &str) -> ErrorKind {
    // The code may be about the member's token.
    let of_member = ["users.register_biometric", "users.validate_password"].contains(&call);
    match known.code {
        "RC_NOT_CONFIRM_READY" if call == "payments.confirm" => ErrorKind::WrongState,
        "TOKEN_KEY_INVALID" if of_member => ErrorKind::Rejected,
        _ if known.category == ErrorCategory::Credentials => ErrorKind::Config,
        _ if refused(known, call) => ErrorKind::Rejected,
        _ => ErrorKind::OutcomeUnknown,
    }
}

#[test]
fn every_call_believes_the_codes_that_its_endpoint_can_give_and_no_others() {
    let (relay, refusal) = refusing();
    let client = client(&relay.url);
    for known in error_codes() {
        *refusal.lock().unwrap() = (400, known.code.to_owned());
        for (call, error) in every_change(&client) {
            let expected = expected(known, call);
            assert_eq!(error.kind, expected, "{call}: {error}");
            if expected != ErrorKind::WrongState {
                assert_eq!(error.code.as_deref(), Some(known.code), "{call}: {error}");
                let advice = error.explanation.as_ref().unwrap().call_again;
                let agrees = match error.repeat {
                    Repeat::Safe => advice == CallAgain::Later,
                    Repeat::AfterResolve => advice == CallAgain::AfterResolving,
                    Repeat::Never => !matches!(advice, CallAgain::Later | CallAgain::AfterResolving),
                };
                assert!(agrees, "{call}: {:?} {advice:?}", error.repeat);
            }
            assert_eq!(error.attempt.is_some(), expected == ErrorKind::OutcomeUnknown, "{call}: {error}");
            if let Some(attempt) = &error.attempt {
                assert_eq!(attempt.outcome, AttemptOutcome::Unknown);
                client.attempts().acknowledge(&attempt.id);
            }
        }
    }
    assert!(client.attempts().unresolved().is_empty());
    // Nothing ties these to other calls: the status decides.
    for (status, expected) in [(400, ErrorKind::Rejected), (500, ErrorKind::OutcomeUnknown)] {
        *refusal.lock().unwrap() = (status, "SUBSCRIBE_NEVER_SEEN".into());
        for (call, error) in every_change(&client) {
            assert_eq!(error.kind, expected, "{call}: {error}");
        }
    }
}

/// The decisions about money that no change of the table may undo unnoticed.
#[test]
fn these_are_refusals_and_those_are_not() {
    for (code, call, expected) in [
        ("SUBSCRIBE_BK_EXPIRED", "payments.confirm", false),
        ("SUBSCRIBE_BK_EXPIRED", "billing.charge", true),
        ("SUBSCRIBE_BK_EXPIRED", "billing.delete", true),
        ("SUBSCRIBE_BK_EXPIRED", "reservations.create", true),
        ("SUBSCRIBE_BK_EXPIRED", "payments.cancel_full", false),
        ("RC_CONFIRM_FAILED", "payments.confirm", true),
        ("RC_CONFIRM_FAILED", "billing.charge", true),
        ("RC_CONFIRM_FAILED", "wallets.charge", true),
        ("RC_CONFIRM_FAILED", "payments.cancel_full", false),
        ("RC_NOT_CONFIRM_READY", "payments.confirm", true),
        ("RC_NOT_CONFIRM_READY", "billing.charge", false),
        ("RC_ALREADY_CANCELLED", "payments.cancel_partial", true),
        ("RC_ALREADY_CANCELLED", "payments.confirm", false),
        ("RC_ALREADY_CANCELLED", "reservations.cancel", false),
        ("RC_CASH_RECEIPT_FAILED", "cash_receipts.publish_for_payment", true),
        ("RC_CASH_RECEIPT_FAILED", "billing.charge", false),
        ("RC_NOT_ESCROW", "escrow.start_shipping", true),
        ("RC_NOT_ESCROW", "payments.confirm", false),
        ("AUTH_EXPIRED", "identity.confirm", true),
        ("AUTH_EXPIRED", "payments.confirm", false),
        ("RC_PRICE_LEAST_LT", "billing.charge", true),
        ("RC_PRICE_LEAST_LT", "payments.confirm", false),
        ("RC_CLOSE_WINDOW", "payments.request", false),
    ] {
        let known = error_codes().find(|known| known.code == code).unwrap();
        assert_eq!(refused(known, call), expected, "{code} of {call}");
    }
    let everywhere = error_codes().filter(|known| known.family == Family::Any).map(|known| known.code);
    for code in everywhere.chain(["RC_NOT_FOUND", "TOKEN_KEY_INVALID"]) {
        assert_eq!(refused_by(code).count(), 32, "{code}");
    }
}
