use super::read;
use crate::{
    client::Session,
    endpoint::{Composed, Route, Verb},
    error::{BootpayError, Result},
    model::{CancelPartial, Receipt},
};

const CANCEL: Route = Route { verb: Verb::POST, path: "/v2/cancel" };

impl Composed for CancelPartial {
    async fn compose(self, session: &Session) -> Result<Receipt> {
        let before = read(session, &self.receipt_id).await?;
        if before.currency != "KRW" {
            return Err(BootpayError::mismatch("currency", format!("only KRW can be given back in part, this is {}", before.currency)));
        }
        session.move_money(CANCEL, &self, Some(&before)).await
    }
}
