use super::read;
use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::{BootpayError, Result},
    model::{CancelPartial, ErrorKind, Receipt},
};

impl Composed for CancelPartial {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        let before = read(session, &self.receipt_id).await?;
        if before.currency != "KRW" {
            let found = Some(before.currency.clone());
            let error = BootpayError::differs(ErrorKind::Mismatch, "currency", "KRW", found, &before);
            return Err(error.with_advice("; only payments in KRW can be cancelled in part"));
        }
        // More is shown where another part was given back meanwhile.
        let after = before.cancelled_price + self.cancel_price.get().unwrap_or_default();
        let given_back = |receipt: &Receipt| receipt.currency == before.currency && receipt.cancelled_price >= after;
        session.change(Self::ROUTE, &self, self.target(), Some(&before), given_back).await
    }
}
