use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{FinishEasy, Receipt, Status},
};

impl Composed for FinishEasy {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        let target = self.look(session).await?;
        let was_so = target.was_so();
        let paid = |receipt: &Receipt| receipt.status == Status::Paid && !was_so;
        session.change(Self::ROUTE, &self, target, None, paid).await
    }
}
