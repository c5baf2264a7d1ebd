//! Charges a billing key: one attempt, now.

use bootpay_core::model::Status;

use crate::acts::notify;
use crate::domain::billing_key::BillingKey;
use crate::domain::charge::Charge;
use crate::domain::clock::Moment;
use crate::domain::merchant::Merchant;
use crate::domain::payment::Payment;
use crate::domain::pg_result::PgResult;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values::quoted;
use crate::store::Store;

/// The outcome of an attempt that reached the PG.
pub(crate) struct Charged {
    pub(crate) payment: Payment,
    refusal: Option<Refusal>,
}

impl Charged {
    /// Returns whether money moved, whatever the response says.
    pub(crate) fn is_paid(&self) -> bool {
        self.payment.status == Status::Paid
    }

    /// The paid payment, or the PG's refusal.
    pub(crate) fn paid(self) -> Result<Payment, Refusal> {
        match self.refusal {
            None => Ok(self.payment),
            Some(refusal) => Err(refusal),
        }
    }
}

/// Charges a new billing key for its first order. Fails where no attempt was made.
pub(crate) fn first_charge(store: &Store<'_>, key: &BillingKey, now: Moment) -> Result<Charged, Refusal> {
    let may_repeat = |merchant: &Merchant| merchant.repeated_order_ids || merchant.repeated_subscription_ids;
    make(store, key, key.first_order(), may_repeat, now)
}

/// Charges a billing key. Fails where no attempt was made.
pub(crate) fn charge(store: &Store<'_>, key: &BillingKey, charge: Charge, now: Moment) -> Result<Charged, Refusal> {
    make(store, key, charge, |merchant| merchant.repeated_order_ids, now)
}

fn make(
    store: &Store<'_>,
    key: &BillingKey,
    charge: Charge,
    may_repeat: impl FnOnce(&Merchant) -> bool,
    now: Moment,
) -> Result<Charged, Refusal> {
    charge.check()?;
    let merchant = store
        .merchant(&key.merchant_id)?
        .ok_or_else(|| Code::Broken.because("the merchant of this billing key does not exist"))?;
    let terms = merchant.terms(&key.pg, &key.method)?;
    let repeated = may_repeat(&merchant);
    if !repeated && store.is_order_charged(&key.merchant_id, &charge.order_id)? {
        return Err(Code::DuplicateOrderId
            .because(format!("order_id {} was charged before; nothing was done", quoted(&charge.order_id))));
    }
    let mut payment = key.payment(store.new_id("receipt", 24)?, charge, now).under(terms);
    let refusal = pay(store, key, &mut payment, now)?;
    Ok(Charged { payment, refusal })
}

/// Pays a payment with a billing key.
pub(crate) fn pay(
    store: &Store<'_>,
    key: &BillingKey,
    payment: &mut Payment,
    now: Moment,
) -> Result<Option<Refusal>, Refusal> {
    let refusal = attempt(store, payment, key.charge_result, now)?;
    if payment.status != Status::WaitingConfirm {
        store.add_key_charge(key, payment, payment.status == Status::Paid)?;
    }
    Ok(refusal)
}

/// The PG approves a payment, or does not. Saves the payment, unless the PG gave no result and did nothing.
pub(crate) fn attempt(
    store: &Store<'_>,
    payment: &mut Payment,
    result: PgResult,
    now: Moment,
) -> Result<Option<Refusal>, Refusal> {
    payment.status = Status::WaitingConfirm;
    payment.confirm_result = result;
    let refusal = payment.confirm(now).err();
    if payment.status != Status::WaitingConfirm {
        notify::save(store, payment, now)?;
    }
    Ok(refusal)
}
