use super::{Sale, read};
use crate::{
    client::Session,
    client::endpoint::Composed,
    error::Result,
    model::{VerifiedPayment, VerifyPayment},
};

impl Composed for VerifyPayment {
    async fn compose(self, session: &Session) -> Result<VerifiedPayment> {
        let receipt = read(session, &self.receipt_id).await?;
        Sale { order_id: &self.order_id, price: &self.price, mode: session.mode() }.verify(receipt, true)
    }
}
