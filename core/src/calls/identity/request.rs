use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{Certificate, RequestIdentity, Status},
};

impl Composed for RequestIdentity {
    async fn compose(self, session: &Session) -> Result<Certificate> {
        let begun = |certificate: &Certificate| certificate.status == Status::IdentityPreparing;
        session.change(Self::ROUTE, &self, self.target(), None, begun).await
    }
}
