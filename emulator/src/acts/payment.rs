//! Finds payments, and confirms, cancels and plays them.

use std::sync::Arc;

use bootpay_core::model::Status;

use crate::acts::notify;
use crate::domain::clock::Moment;
use crate::domain::journal::Actor;
use crate::domain::merchant::Merchant;
use crate::domain::payment::buyer::BuyerAction;
use crate::domain::payment::cancel::CancelRequest;
use crate::domain::payment::{Choice, Payment};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values::quoted;
use crate::domain::webhook::Event;
use crate::store::Store;

/// Finds a payment; expires it first where it is due.
pub(crate) fn find(store: &Store<'_>, receipt_id: &str) -> Result<Option<Payment>, Refusal> {
    store.stored_payment(receipt_id)?.map(|payment| expire(store, payment)).transpose()
}

/// Finds a merchant's payments for one order, oldest first; expires them first where they are due.
pub(crate) fn of_order(store: &Store<'_>, merchant_id: &str, order_id: &str) -> Result<Vec<Payment>, Refusal> {
    let payments = store.stored_payments_of_order(merchant_id, order_id)?;
    payments.into_iter().map(|payment| expire(store, payment)).collect()
}

/// A merchant's payments, newest first; expires them first where they are due.
pub(crate) fn of_merchant(store: &Store<'_>, merchant_id: &str) -> Result<Vec<Payment>, Refusal> {
    let payments = store.stored_payments(merchant_id)?;
    payments.into_iter().map(|payment| expire(store, payment)).collect()
}

fn expire(store: &Store<'_>, mut payment: Payment) -> Result<Payment, Refusal> {
    let expires_at = payment.expires_at();
    if payment.age(store.now()?) {
        let at = expires_at.unwrap_or(payment.requested_at);
        store.acting_at(Actor::Bootpay, at, || notify::save(store, &payment, at))?;
    }
    Ok(payment)
}

/// Confirms a payment: the merchant approves.
pub(crate) fn confirm(store: &Store<'_>, payment: &mut Payment, now: Moment) -> Result<(), Refusal> {
    let before = payment.status.clone();
    let confirmed = payment.confirm(now);
    notify::save(store, payment, now)?;
    if let Err(refusal) = &confirmed
        && refusal.code == Code::ConfirmCritical
        && payment.status == before
    {
        notify::report(store, payment, Event::ConfirmFailed, Some(refusal), now)?;
    }
    confirmed
}

/// Refuses a `cancel_id` that cancelled this payment before, unless the merchant allows repeats.
pub(crate) fn check_cancel_id(
    store: &Store<'_>,
    payment: &Payment,
    cancel_id: &str,
    merchant: &Merchant,
) -> Result<(), Refusal> {
    if !merchant.repeated_cancel_ids && store.is_cancel_id_used(&payment.receipt_id, cancel_id)? {
        return Err(Code::DuplicateCancelId
            .because(format!("cancel_id {} cancelled this receipt before; nothing was done", quoted(cancel_id))));
    }
    Ok(())
}

/// Cancels all that remains of a payment, or a part, and records the `cancel_id` that did it.
pub(crate) fn cancel(
    store: &Store<'_>,
    payment: &mut Payment,
    cancel_id: Option<&str>,
    request: CancelRequest,
    merchant: &Merchant,
    now: Moment,
) -> Result<(), Refusal> {
    let before = payment.cancelled_price;
    let cancelled = saved_cancel(store, payment, request, merchant, now);
    if let Err(refusal) = &cancelled
        && payment.cancelled_price == before
    {
        notify::report(store, payment, Event::CancelFailed, Some(refusal), now)?;
    }
    if let Some(cancel_id) = cancel_id
        && payment.cancelled_price != before
    {
        store.use_cancel_id(&payment.receipt_id, cancel_id)?;
    }
    cancelled
}

/// Cancels all that remains of a payment, or a part; the PG refuses one that Bootpay may not cancel there.
pub(crate) fn saved_cancel(
    store: &Store<'_>,
    payment: &mut Payment,
    request: CancelRequest,
    merchant: &Merchant,
    now: Moment,
) -> Result<(), Refusal> {
    let cancelled = payment
        .check_cancel_address(merchant)
        .and_then(|()| payment.cancel(request, now, Status::from_code(merchant.partial_cancel_status)));
    notify::save(store, payment, now)?;
    cancelled
}

/// Plays the deposit that the request of a payment in test wishes (`extra.test_deposit`), once its account is issued.
pub(crate) fn test_deposit(store: &Store<'_>, receipt_id: &str) -> Result<(), Refusal> {
    let is_due = find(store, receipt_id)?.is_some_and(|payment| {
        payment.sandbox && payment.reporting.test_deposit && payment.status == Status::VirtualAccountIssued
    });
    if is_due {
        play_buyer(store, receipt_id, BuyerAction::Deposit, &Choice::default())?;
    }
    Ok(())
}

/// Plays the buyer of a payment, who may choose the PG and the method first.
pub(crate) fn play_buyer(
    store: &Store<'_>,
    receipt_id: &str,
    action: BuyerAction,
    chosen: &Choice,
) -> Result<(Payment, Arc<Merchant>), Refusal> {
    let mut payment = find(store, receipt_id)?
        .ok_or_else(|| Code::ControlNotFound.because(format!("no payment has the receipt_id {receipt_id}")))?;
    let merchant = store
        .merchant(&payment.merchant_id)?
        .ok_or_else(|| Code::ControlNotFound.because("the merchant of this payment does not exist"))?;
    if *chosen != Choice::default() {
        payment.choose(chosen, &merchant)?;
    }
    let now = store.now()?;
    if action == BuyerAction::Deposit && !payment.tells_deposit(&merchant) {
        payment.deposit_silently(now)?;
    } else {
        payment.buyer(action, now)?;
    }
    store.acting(Actor::Buyer, || notify::save(store, &payment, now))?;
    Ok((payment, merchant))
}
