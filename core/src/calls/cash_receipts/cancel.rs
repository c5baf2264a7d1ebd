use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{CancelCashReceipt, Receipt, Status},
};

impl Composed for CancelCashReceipt {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        let target = self.look(session).await?;
        let was_so = target.was_so();
        let cancelled = |receipt: &Receipt| receipt.status == Status::CashReceiptCancelled && !was_so;
        session.change(Self::ROUTE, &self, target, None, cancelled).await
    }
}
