use crate::{
    client::Session,
    endpoint::{Composed, Routed},
    error::Result,
    model::{CancelFull, Receipt},
};

impl Composed for CancelFull {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        let given_back = |receipt: &Receipt| receipt.cancelled_price > 0;
        session.change(Self::ROUTE, &self, None, given_back).await
    }
}
