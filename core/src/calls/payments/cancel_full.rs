use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{CancelFull, Receipt},
};

impl Composed for CancelFull {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        let target = self.look(session).await?;
        let was_so = target.was_so();
        // A part that was given back before proves nothing, nor does all of it.
        let given_back =
            |receipt: &Receipt| receipt.cancelled_price > 0 && receipt.cancelled_price >= receipt.price && !was_so;
        session.change(Self::ROUTE, &self, target, None, given_back).await
    }
}
