//! Charging a billing key: one attempt, now.

use bootpay_core::model::Status;
use serde_json::{Map, Value};

use crate::domain::billing_key::BillingKey;
use crate::domain::clock::Moment;
use crate::domain::money::Money;
use crate::domain::payment::{self, Order, Payment, PgAnswer};
use crate::domain::refusal::{Code, Refusal};
use crate::store::Store;

/// The least that is charged in instalments.
const LEAST_IN_INSTALMENTS: Money = Money(50_000 * 100);

/// What to charge.
#[derive(Clone, Debug)]
pub(crate) struct Charge {
    pub(crate) order_id: String,
    pub(crate) order_name: String,
    pub(crate) price: Money,
    pub(crate) tax_free: Money,
    pub(crate) card_quota: Option<String>,
    pub(crate) metadata: Map<String, Value>,
    pub(crate) user: Option<Map<String, Value>>,
}

impl Charge {
    /// Whether the amount can be charged at all, and in these instalments.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let price = self.price;
        payment::check_price(price, self.tax_free)?;
        match self.card_quota.as_deref() {
            None | Some("0" | "00") => Ok(()),
            Some(quota) if !matches!(quota.parse(), Ok(2..=12_u8)) => {
                Err(Code::ConfirmFailed.because(format!("card_quota is {quota:?}, not 00 or 02 to 12")))
            }
            Some(_) if price < LEAST_IN_INSTALMENTS => Err(Code::ConfirmFailed
                .because(format!("card_quota needs a price of at least {LEAST_IN_INSTALMENTS}, not {price}"))),
            Some(_) => Ok(()),
        }
    }
}

/// What became of an attempt.
pub(crate) struct Charged {
    pub(crate) payment: Payment,
    refusal: Option<Refusal>,
}

impl Charged {
    /// Whether money moved, whatever was answered.
    pub(crate) fn is_paid(&self) -> bool {
        self.payment.status == Status::Paid
    }

    /// The paid receipt, or what the PG answered instead.
    pub(crate) fn paid(self) -> Result<Payment, Refusal> {
        match self.refusal {
            None => Ok(self.payment),
            Some(refusal) => Err(refusal),
        }
    }
}

/// Makes one attempt. An error is one that was not made.
pub(crate) fn charge(store: &Store<'_>, key: &BillingKey, charge: Charge, now: Moment) -> Result<Charged, Refusal> {
    charge.check()?;
    let repeated = store.merchant(&key.merchant_id)?.is_some_and(|merchant| merchant.repeated_order_ids);
    if !repeated && store.is_order_charged(&key.merchant_id, &charge.order_id)? {
        return Err(Code::DuplicateOrderId
            .because(format!("order_id {:?} was charged before; nothing was done", charge.order_id)));
    }
    let order = Order {
        receipt_id: store.new_id("receipt", 24)?,
        merchant_id: key.merchant_id.clone(),
        order_id: charge.order_id,
        order_name: charge.order_name,
        price: charge.price,
    };
    let mut payment = Payment {
        tax_free: charge.tax_free,
        metadata: charge.metadata,
        user: charge.user,
        instrument: key.instrument.receipt_data(),
        ..Payment::new(order, key.method.clone(), key.pg.clone(), now)
    };
    if let Some(quota) = charge.card_quota.filter(|quota| quota != "0") {
        payment.instrument.insert("card_quota".into(), format!("{quota:0>2}").into());
    }
    let refusal = attempt(store, &mut payment, key.charge_result, now)?;
    Ok(Charged { payment, refusal })
}

/// Has the PG approve a payment and saves what it leaves: nothing, where it never answered and nothing happened.
pub(crate) fn attempt(
    store: &Store<'_>,
    payment: &mut Payment,
    answer: PgAnswer,
    now: Moment,
) -> Result<Option<Refusal>, Refusal> {
    payment.status = Status::WaitingConfirm;
    payment.confirm_result = answer;
    let refusal = payment.confirm(now).err();
    if payment.status != Status::WaitingConfirm {
        store.save_payment(payment)?;
    }
    Ok(refusal)
}
