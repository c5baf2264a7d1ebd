//! Billing keys are issued by one of four calls, and each may charge at once.

use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{BillingKey, ContinueCard, ContinueTransfer, IssueCard, PublishTransfer, Status},
};

/// The key is issued, and the charge, if any, was paid.
fn issued(key: &BillingKey) -> bool {
    let paid = key.receipt_data.as_ref().is_none_or(|receipt| receipt.status == Status::Paid);
    key.billing_key.as_ref().is_some_and(|key| !key.is_empty()) && !key.status.is_failure() && paid
}

/// The key was requested, and nothing moved yet.
fn waits(key: &BillingKey) -> bool {
    matches!(key.status, Status::BillingKeyRequested | Status::BillingKeyPreparing)
        && key.billing_key.is_none()
        && key.receipt_data.is_none()
}

impl Composed for IssueCard {
    async fn compose(self, session: &Session) -> Result<BillingKey> {
        let charged = |key: &BillingKey| match &self.price {
            Some(price) => key.receipt_data.as_ref().is_some_and(|receipt| receipt.shows_paid(price.get())),
            None => true,
        };
        let target = self.look(session).await?;
        let before = target.clone();
        let is_new = |key: &BillingKey| key.receipt_id.as_ref().is_some_and(|id| before.is_new(id));
        let shows = |key: &BillingKey| ((issued(key) && charged(key)) || waits(key)) && is_new(key);
        session.change(Self::ROUTE, &self, target, None, shows).await
    }
}

impl Composed for ContinueCard {
    async fn compose(self, session: &Session) -> Result<BillingKey> {
        let target = self.look(session).await?;
        let was_so = target.was_so();
        session.change(Self::ROUTE, &self, target, None, |key| issued(key) && !was_so).await
    }
}

impl Composed for ContinueTransfer {
    async fn compose(self, session: &Session) -> Result<BillingKey> {
        let target = self.look(session).await?;
        let was_so = target.was_so();
        session.change(Self::ROUTE, &self, target, None, |key| issued(key) && !was_so).await
    }
}

impl Composed for PublishTransfer {
    async fn compose(self, session: &Session) -> Result<BillingKey> {
        let target = self.look(session).await?;
        let was_so = target.was_so();
        session.change(Self::ROUTE, &self, target, None, |key| issued(key) && !was_so).await
    }
}
