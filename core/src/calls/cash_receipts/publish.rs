use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{PublishCashReceipt, Receipt, Status},
};

impl Composed for PublishCashReceipt {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        let price = self.price.get();
        let target = self.look(session).await?;
        let before = target.clone();
        let issued = |receipt: &Receipt| {
            receipt.status == Status::CashReceiptIssued
                && Some(receipt.price) == price
                && before.is_new(&receipt.receipt_id)
        };
        session.change(Self::ROUTE, &self, target, None, issued).await
    }
}
