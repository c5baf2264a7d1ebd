use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{IssueTransfer, Receipt, Status},
};

impl Composed for IssueTransfer {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        let requested = |receipt: &Receipt| {
            matches!(
                receipt.status,
                Status::BillingKeyPreparing | Status::BillingKeyRequested | Status::BillingKeyIssued
            )
        };
        session.change(Self::ROUTE, &self, self.target(), None, requested).await
    }
}
