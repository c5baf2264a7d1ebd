use crate::{
    client::Session,
    client::endpoint::{Composed, Routed},
    error::Result,
    model::{ChargeBillingKey, Receipt},
};

impl Composed for ChargeBillingKey {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        let price = self.price.get();
        session.change(Self::ROUTE, &self, None, |receipt: &Receipt| receipt.shows_paid(price)).await
    }
}
