use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{CancelReservation, CancelledReservation},
};

impl Composed for CancelReservation {
    async fn compose(self, session: &Session) -> Result<CancelledReservation> {
        let target = self.look(session).await?;
        let was_so = target.was_so();
        // One that was not cancelled will be charged.
        let cancelled = |reply: &CancelledReservation| reply.success == Some(true) && !was_so;
        session.change(Self::ROUTE, &self, target, None, cancelled).await
    }
}
