use crate::{
    client::Session,
    endpoint::{Composed, Routed},
    error::Result,
    model::{RequestPayment, RequestedPayment},
};

impl Composed for RequestPayment {
    async fn compose(self, session: &Session) -> Result<RequestedPayment> {
        // No source documents the reply. One that names a payment, or a page for it, will do.
        let begun = |reply: &RequestedPayment| {
            reply.receipt_id.is_some() || reply.url.is_some() || reply.raw["data"].is_string()
        };
        session.change(Self::ROUTE, &self, None, begun).await
    }
}
