use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{Certificate, ConfirmIdentity, Status},
};

impl Composed for ConfirmIdentity {
    async fn compose(self, session: &Session) -> Result<Certificate> {
        let target = self.look(session).await?;
        let was_so = target.was_so();
        let verified = |certificate: &Certificate| certificate.status == Status::IdentityVerified && !was_so;
        session.change(Self::ROUTE, &self, target, None, verified).await
    }
}
