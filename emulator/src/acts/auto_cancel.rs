//! Cancels charged test payments, as Bootpay does some time after them.

use crate::acts::payment::saved_cancel;
use crate::domain::clock::Moment;
use crate::domain::payment::Payment;
use crate::domain::payment::cancel::CancelRequest;
use crate::domain::refusal::{Code, Refusal};
use crate::store::Store;

/// Cancels a charged test payment at its time; one that its project makes Bootpay miss stays paid for good.
pub(crate) fn carry_out(store: &Store<'_>, mut payment: Payment, at: Moment) -> Result<(), Refusal> {
    payment.auto_cancel_after = None;
    let merchant = store
        .merchant(&payment.merchant_id)?
        .ok_or_else(|| Code::Broken.because("the merchant of this payment does not exist"))?;
    if merchant.test_mode.auto_cancel_missed {
        return store.save_payment(&payment);
    }
    match saved_cancel(store, &mut payment, CancelRequest::default(), &merchant, at) {
        Err(refusal) if refusal.code == Code::Broken => Err(refusal),
        // A PG that refuses is a miss as well.
        _ => Ok(()),
    }
}
