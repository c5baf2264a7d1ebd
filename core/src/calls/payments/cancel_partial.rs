use super::read;
use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::{BootpayError, Result},
    model::{CancelPartial, Receipt},
};

impl Composed for CancelPartial {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        let before = read(session, &self.receipt_id).await?;
        if before.currency != "KRW" {
            let detail = format!("only payments in KRW can be cancelled in part, this one is in {}", before.currency);
            return Err(BootpayError::mismatch("currency", detail));
        }
        // More is shown where another part was given back meanwhile.
        let after = before.cancelled_price + self.cancel_price.get().unwrap_or_default();
        let given_back = |receipt: &Receipt| receipt.currency == before.currency && receipt.cancelled_price >= after;
        session.change(Self::ROUTE, &self, self.target(), Some(&before), given_back).await
    }
}
