use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{CancelReservation, CancelledReservation},
};

impl Composed for CancelReservation {
    async fn compose(self, session: &Session) -> Result<CancelledReservation> {
        // One that was not cancelled will be charged.
        let cancelled = |reply: &CancelledReservation| reply.success == Some(true);
        session.change(Self::ROUTE, &self, self.target(), None, cancelled).await
    }
}
