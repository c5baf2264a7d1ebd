use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{FinishEasy, Receipt, Status},
};

impl Composed for FinishEasy {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        session
            .change(Self::ROUTE, &self, self.target(), None, |receipt: &Receipt| receipt.status == Status::Paid)
            .await
    }
}
