//! Who makes the calls: an official SDK in a process of its own, or our core.

use std::{collections::HashMap, time::Duration};

use bootpay_core::{
    Bootpay, ClientOptions, Credentials, Endpoint, PendingCall,
    model::{
        CancelCashReceipt, CancelCashReceiptForPayment, CancelFull, CancelPartial, CancelReservation, CashReceiptType,
        ChargeBillingKey, ConfirmPayment, CreateReservation, ErrorKind, PublishCashReceipt,
        PublishCashReceiptForPayment, ResolveAttempt, ResolvedOutcome,
    },
};
use serde_json::{Value, json};

use super::{
    Times,
    call::{Call, IDENTITY_NO},
    shop::{Answer, Habit, id_in},
};
use crate::{
    child::{Child, NoAnswer},
    emulator::{Local, Merchant, text},
    shop::Known,
};

/// What came of a call.
#[derive(Debug)]
pub(crate) struct Heard {
    pub(crate) known: Known,
    /// Of what was made.
    pub(crate) id: Option<String>,
    /// For the report.
    pub(crate) how: &'static str,
    /// Why the life ends here.
    pub(crate) end: Option<NoAnswer>,
}

impl Heard {
    fn of(known: Known, id: Option<String>, how: &'static str) -> Self {
        Self { known, id, how, end: None }
    }
}

pub(crate) enum Caller<'a> {
    Official {
        command: &'a [String],
        habit: Habit,
        child: Option<Child>,
    },
    /// A client for each merchant.
    Ours(HashMap<String, Bootpay>),
}

impl Caller<'_> {
    /// Has its process running: whose start no fault shall meet.
    pub(crate) fn be_ready(&mut self) {
        if let Self::Official { command, child, .. } = self {
            *child = Some(child.take().filter(Child::is_running).unwrap_or_else(|| start(command)));
        }
    }

    pub(crate) fn make(&mut self, call: &Call, emulator: &Local, merchant: &Merchant, times: &Times) -> Heard {
        match self {
            Self::Ours(clients) => {
                let client = clients.entry(merchant.id.clone()).or_insert_with(|| client(emulator, merchant, times));
                ours(client, call, times)
            }
            Self::Official { command, habit, child } => {
                let running = child.get_or_insert_with(|| start(command));
                let request = json!({ "url": format!("{}/v2", emulator.url()),
                    "keys": merchant.settings["credentials"], "call": call.endpoint(), "fields": call.fields() });
                match running.ask(request, times.hang) {
                    Ok(answer) => read(*habit, call, &answer),
                    Err(end) => {
                        // Whoever serves a shop ends a worker that answers nobody.
                        running.kill();
                        let how = match end {
                            NoAnswer::Late => "no answer",
                            NoAnswer::Died => "the process ended",
                        };
                        Heard { end: Some(end), ..Heard::of(Known::Unknown, None, how) }
                    }
                }
            }
        }
    }
}

/// The program that makes an official SDK's calls.
pub(crate) fn start(command: &[String]) -> Child {
    Child::start(command).unwrap_or_else(|error| panic!("{command:?} does not start: {error}"))
}

fn read(habit: Habit, call: &Call, answer: &Value) -> Heard {
    assert!(answer["broken"].is_null(), "the program that makes the calls is broken: {answer}");
    let answer = match answer.get("failed") {
        Some(failed) => Answer::Failed(failed.clone()),
        None => Answer::Returned(answer["returned"].clone()),
    };
    let (value, how) = match &answer {
        Answer::Returned(value) if value.get("error_code").is_some() => (value, "returned an error"),
        Answer::Returned(value) => (value, "returned"),
        Answer::Failed(value) => (value, "failed"),
    };
    Heard::of(habit.read(call, &answer), id_in(value), how)
}

fn client(emulator: &Local, merchant: &Merchant, times: &Times) -> Bootpay {
    let keys = &merchant.settings["credentials"];
    let keys = Credentials::new().client_key(text(keys, "client_key")).secret_key(text(keys, "secret_key"));
    let mut options = ClientOptions::new().base_url(emulator.url());
    if let Some((patience, quiet_period)) = times.ours {
        options = options.money_timeout(patience).quiet_period(quiet_period);
    }
    Bootpay::with_options(keys, options).expect("keys of a merchant")
}

/// As README.md shows it: what is unknown is resolved before anything else is done.
fn ours(client: &Bootpay, call: &Call, times: &Times) -> Heard {
    match call.clone() {
        Call::Confirm { receipt_id, order_id, price } => {
            let request = ConfirmPayment::new(receipt_id, order_id, price);
            hear(client, client.payments().confirm(request), times, |_| None)
        }
        Call::Cancel { receipt_id, part: Some(part), cancel_id } => {
            let request = CancelPartial::new(receipt_id, part, cancel_id);
            hear(client, client.payments().cancel_partial(request), times, |_| None)
        }
        Call::Cancel { receipt_id, part: None, cancel_id } => {
            let request = CancelFull::new(receipt_id).cancel_id(cancel_id);
            hear(client, client.payments().cancel_full(request), times, |_| None)
        }
        Call::Charge { billing_key, order_id, price } => {
            let request = ChargeBillingKey::new(billing_key, "tea", order_id, price);
            hear(client, client.billing().charge(request), times, |receipt| Some(receipt.receipt_id))
        }
        Call::Reserve { billing_key, order_id, price, at } => {
            let request = CreateReservation::new(billing_key, "tea", order_id, price, at);
            hear(client, client.reservations().create(request), times, |made| Some(made.reserve_id))
        }
        Call::CancelReservation { reserve_id } => {
            let request = CancelReservation::new(reserve_id);
            hear(client, client.reservations().cancel(request), times, |_| None)
        }
        Call::PublishForPayment { receipt_id } => {
            let kind = CashReceiptType::IncomeDeduction;
            let request = PublishCashReceiptForPayment::new(receipt_id, IDENTITY_NO, kind);
            hear(client, client.cash_receipts().publish_for_payment(request), times, |_| None)
        }
        Call::CancelForPayment { receipt_id } => {
            let request = CancelCashReceiptForPayment::new(receipt_id);
            hear(client, client.cash_receipts().cancel_for_payment(request), times, |_| None)
        }
        Call::Publish { order_id, price } => {
            let kind = CashReceiptType::IncomeDeduction;
            let request = PublishCashReceipt::new(price, "tea", order_id, IDENTITY_NO, kind);
            hear(client, client.cash_receipts().publish(request), times, |receipt| Some(receipt.receipt_id))
        }
        Call::CancelCashReceipt { receipt_id } => {
            let request = CancelCashReceipt::new(receipt_id);
            hear(client, client.cash_receipts().cancel(request), times, |_| None)
        }
    }
}

fn hear<E: Endpoint>(
    client: &Bootpay,
    call: PendingCall<E>,
    times: &Times,
    id: impl FnOnce(E::Response) -> Option<String>,
) -> Heard {
    let error = match call.wait() {
        Ok(reply) => return Heard::of(Known::Done, id(reply), "returned"),
        Err(error) => error,
    };
    match (error.kind, error.attempt.as_ref()) {
        (ErrorKind::OutcomeUnknown, Some(attempt)) => resolve(client, &attempt.serialized, times),
        // It is paid, but not what was sold.
        (ErrorKind::Mismatch, Some(_)) => Heard::of(Known::Done, None, "Mismatch after payment"),
        (ErrorKind::Rejected, _) => Heard::of(Known::Not, None, "Rejected"),
        (ErrorKind::NotSent, _) => Heard::of(Known::Not, None, "NotSent"),
        (ErrorKind::Invalid, _) => Heard::of(Known::Not, None, "Invalid"),
        (ErrorKind::Mismatch, None) => Heard::of(Known::Not, None, "Mismatch"),
        (ErrorKind::WrongState, None) => Heard::of(Known::Not, None, "WrongState"),
        _ => Heard::of(Known::Unknown, None, "another failure"),
    }
}

fn resolve(client: &Bootpay, serialized: &str, times: &Times) -> Heard {
    let resolved = (0..3).find_map(|_| {
        let call = client.attempts().resolve(ResolveAttempt::new(serialized)).timeout(times.resolve);
        call.wait().ok()
    });
    let Some(resolved) = resolved else { return Heard::of(Known::Unknown, None, "unknown: it could not be read") };
    match resolved.outcome {
        ResolvedOutcome::Done => {
            let receipt = resolved.receipt.map(|receipt| receipt.receipt_id);
            let id = receipt.or(resolved.reservation.map(|reservation| reservation.reserve_id));
            Heard::of(Known::Done, id, "unknown, resolved: done")
        }
        ResolvedOutcome::DidNotHappen => Heard::of(Known::Not, None, "unknown, resolved: did_not_happen"),
        ResolvedOutcome::Unknown => Heard::of(Known::Unknown, None, "unknown, and still unknown"),
    }
}

impl Times {
    /// Those of the comparison: the longest that any of the three waits by itself is 70 seconds.
    pub fn of_the_comparison() -> Self {
        Self {
            stall: Duration::from_secs(75),
            hang: Duration::from_secs(73),
            ours: None,
            resolve: Duration::from_secs(150),
        }
    }
}
