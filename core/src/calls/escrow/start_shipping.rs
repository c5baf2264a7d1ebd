use crate::{
    calls::attempts::evidence,
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{Receipt, StartShipping},
};

impl Composed for StartShipping {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        let target = self.look(session).await?;
        // A second shipment replaces the tracking number, which no response shows.
        session.change(Self::ROUTE, &self, target, None, evidence::is_shipped).await
    }
}
