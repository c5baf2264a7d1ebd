use crate::{
    client::Session,
    client::endpoint::{Composed, Routed},
    error::Result,
    model::{FinishEasy, Receipt, Status},
};

impl Composed for FinishEasy {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        session.change(Self::ROUTE, &self, None, |receipt: &Receipt| receipt.status == Status::Paid).await
    }
}
