use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{ChargeBillingKey, Receipt},
};

impl Composed for ChargeBillingKey {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        let price = self.price.get();
        let target = self.look(session).await?;
        let before = target.clone();
        let paid = |receipt: &Receipt| receipt.shows_paid(price) && before.is_new(&receipt.receipt_id);
        session.change(Self::ROUTE, &self, target, None, paid).await
    }
}
