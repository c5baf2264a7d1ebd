use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{Certificate, ResendIdentity, Status},
};

impl Composed for ResendIdentity {
    async fn compose(self, session: &Session) -> Result<Certificate> {
        let waits = |certificate: &Certificate| certificate.status == Status::IdentityPreparing;
        session.change(Self::ROUTE, &self, self.target(), None, waits).await
    }
}
