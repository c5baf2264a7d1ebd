use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{ChargeBillingKey, Receipt},
};

impl Composed for ChargeBillingKey {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        let price = self.price.get();
        session.change(Self::ROUTE, &self, self.target(), None, |receipt: &Receipt| receipt.shows_paid(price)).await
    }
}
