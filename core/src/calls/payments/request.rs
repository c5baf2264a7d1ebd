use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{RequestPayment, RequestedPayment},
    wire::Response,
};

impl Composed for RequestPayment {
    async fn compose(self, session: &Session) -> Result<RequestedPayment> {
        // No source documents the reply. One that names a payment, or a page for it, will do.
        let begun = |reply: &RequestedPayment| {
            let names = [reply.receipt_id.as_deref(), reply.url.as_deref(), reply.raw["data"].as_str()];
            !reply.is_failure() && names.iter().flatten().any(|name| !name.is_empty())
        };
        let target = self.look(session).await?;
        let before = target.clone();
        let is_new = |reply: &RequestedPayment| reply.receipt_id.as_deref().is_none_or(|id| before.is_new(id));
        session.change(Self::ROUTE, &self, target, None, |reply| begun(reply) && is_new(reply)).await
    }
}
