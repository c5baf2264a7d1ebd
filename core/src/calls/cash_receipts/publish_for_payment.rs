use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{PublishCashReceiptForPayment, Receipt},
};

impl Composed for PublishCashReceiptForPayment {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        let target = self.look(session).await?;
        let was_so = target.was_so();
        // One that was issued before proves nothing.
        let issued = |receipt: &Receipt| !receipt.status.is_failure() && receipt.cash_receipt_data.is_some() && !was_so;
        session.change(Self::ROUTE, &self, target, None, issued).await
    }
}
