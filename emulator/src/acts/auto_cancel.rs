//! Cancels charged test payments, as Bootpay does some time after them.

use crate::acts::payment::saved_cancel;
use crate::domain::payment::cancel::CancelRequest;
use crate::domain::refusal::{Code, Refusal};
use crate::store::Store;

/// Cancels every charged test payment that is due by now, each at its time; one that its project makes Bootpay
/// miss stays paid for good. Call it before reading the time and after moving it.
pub(crate) fn run_due(store: &Store<'_>) -> Result<(), Refusal> {
    for mut payment in store.payments_to_cancel(store.now()?)? {
        let (Some(paid_at), Some(after)) = (payment.purchased_at, payment.auto_cancel_after.take()) else { continue };
        let merchant = store
            .merchant(&payment.merchant_id)?
            .ok_or_else(|| Code::Broken.because("the merchant of this payment does not exist"))?;
        if merchant.test_mode.auto_cancel_missed {
            store.save_payment(&payment)?;
            continue;
        }
        match saved_cancel(store, &mut payment, CancelRequest::default(), &merchant, paid_at.plus_seconds(after)) {
            Err(refusal) if refusal.code == Code::Broken => return Err(refusal),
            // A PG that refuses is a miss as well.
            _ => {}
        }
    }
    Ok(())
}
