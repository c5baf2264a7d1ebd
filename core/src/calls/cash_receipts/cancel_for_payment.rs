use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{CancelCashReceiptForPayment, GetReceipt, Receipt},
};

impl Composed for CancelCashReceiptForPayment {
    async fn compose(self, session: &Session) -> Result<Option<Receipt>> {
        let target = self.look(session).await?;
        let was_so = target.was_so();
        let cancelled =
            |receipt: &Receipt| !receipt.status.is_failure() && receipt.cash_receipt_data.is_none() && !was_so;
        // Bootpay is documented to respond with null, which shows nothing: the payment does.
        let look = async {
            let request = GetReceipt::new(&*self.receipt_id);
            session.read(GetReceipt::ROUTE, &request).await.is_ok_and(|receipt: Receipt| cancelled(&receipt))
        };
        let shows = |reply: &Option<Receipt>| reply.as_ref().is_some_and(cancelled);
        session.change_and_look(Self::ROUTE, &self, target, shows, look).await
    }
}
