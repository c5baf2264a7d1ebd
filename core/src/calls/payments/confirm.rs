use serde_json::{Value, json};

use super::{Sale, read};
use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    error::Result,
    model::{ConfirmPayment, Receipt, Status, VerifiedPayment},
    wire::ToWire,
};

/// The request as sent: order and price are compared here, Bootpay does not accept them.
struct Confirm<'a>(&'a str);

impl ToWire for Confirm<'_> {
    fn to_wire(&self) -> Value {
        json!({ "receipt_id": self.0 })
    }
}

impl Composed for ConfirmPayment {
    async fn compose(self, session: &Session) -> Result<VerifiedPayment> {
        let sale = Sale { order_id: &self.order_id, price: &self.price, mode: session.mode() };
        let before = read(session, &self.receipt_id).await?;
        sale.compare(&before, &Status::WaitingConfirm)?;
        // Whether what was paid is what was sold, is compared below.
        let paid = |receipt: &Receipt| receipt.status == Status::Paid;
        let paid = session.change(Self::ROUTE, &Confirm(&self.receipt_id), self.target(), Some(&before), paid).await?;
        sale.verify(paid).map_err(|error| match session.attempted() {
            Some(attempt) => error.with_attempt(attempt),
            None => error,
        })
    }
}
