use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{Receipt, RequestVirtualAccount, Status},
};

impl Composed for RequestVirtualAccount {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        let price = self.price.get();
        let target = self.look(session).await?;
        let before = target.clone();
        let opened = |receipt: &Receipt| {
            matches!(receipt.status, Status::Ready | Status::VirtualAccountIssued | Status::Paid)
                && Some(receipt.price) == price
                && before.is_new(&receipt.receipt_id)
        };
        session.change(Self::ROUTE, &self, target, None, opened).await
    }
}
