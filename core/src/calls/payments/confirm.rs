use std::time::Duration;

use serde_json::{Value, json};

use super::{Sale, read, wrong_state};
use crate::{
    client::Session,
    client::endpoint::{Changing as _, Composed, Routed},
    codes::NOT_CONFIRM_READY,
    error::{BootpayError, Result},
    model::{ConfirmPayment, ErrorKind, Receipt, Status, VerifiedPayment},
    wire::ToWire,
};

/// Between two looks at a payment that is being approved: at first, and at most.
const FIRST_PAUSE: Duration = Duration::from_millis(200);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// The request as sent: order and price are compared here, Bootpay does not accept them.
struct Confirm<'a>(&'a str);

impl ToWire for Confirm<'_> {
    fn to_wire(&self) -> Value {
        json!({ "receipt_id": self.0 })
    }
}

impl Composed for ConfirmPayment {
    async fn compose(self, session: &Session) -> Result<VerifiedPayment> {
        let place = session.state.confirms.place(&self.receipt_id);
        let _turn = session.in_time(place.turn()).await.ok_or_else(|| {
            BootpayError::new(ErrorKind::NotSent, "another confirm of this payment took all the time there was")
        })?;
        let verified = self.confirm(session).await?;
        session.resolve_earlier(&self.receipt_id).await;
        Ok(verified)
    }
}

impl ConfirmPayment {
    async fn confirm(&self, session: &Session) -> Result<VerifiedPayment> {
        let sale = Sale { order_id: &self.order_id, price: &self.price, mode: session.mode() };
        let before = self.approved(session, &sale, read(session, &self.receipt_id).await?).await?;
        if before.status != Status::WaitingConfirm {
            return sale.verify(before, true);
        }
        sale.compare(&before, &Status::WaitingConfirm)?;
        // Whether what was paid is what was sold, is compared below. Of a virtual account, nothing is paid yet.
        let approved = |receipt: &Receipt| matches!(receipt.status, Status::Paid | Status::VirtualAccountIssued);
        let request = Confirm(&self.receipt_id);
        match session.change(Self::ROUTE, &request, self.target(), Some(&before), approved).await {
            Ok(receipt) => sale.verify(receipt, false).map_err(|error| match session.attempted() {
                Some(attempt) => error.with_attempt(attempt),
                None => error,
            }),
            Err(error) if error.code.as_deref() == Some(NOT_CONFIRM_READY) && error.kind == ErrorKind::Rejected => {
                let after = self.not_waiting(session, &sale, before).await?;
                let verified = sale.verify(after, true)?;
                session.found_done().await;
                Ok(verified)
            }
            Err(error) => Err(error),
        }
    }

    /// Waits while another confirm of the payment is being approved, before anything is asked for.
    async fn approved(&self, session: &Session, sale: &Sale<'_>, mut receipt: Receipt) -> Result<Receipt> {
        let mut pause = FIRST_PAUSE;
        while matches!(receipt.status, Status::Approving | Status::ApprovalRequested) {
            sale.matches(&receipt)?;
            if !wait(session, &mut pause).await {
                return Err(still(&receipt, "another confirm of it is still being approved"));
            }
            receipt = read(session, &self.receipt_id).await?;
        }
        Ok(receipt)
    }

    /// Reads the payment, which Bootpay says is not waiting for a confirm, until its status agrees.
    async fn not_waiting(&self, session: &Session, sale: &Sale<'_>, mut last: Receipt) -> Result<Receipt> {
        let mut pause = FIRST_PAUSE;
        loop {
            match read(session, &self.receipt_id).await {
                Ok(receipt) if !is_in_progress(&receipt.status) => return Ok(receipt),
                Ok(receipt) => last = receipt,
                // This confirm did nothing; the payment may be read the next time.
                Err(error) if is_passing(&error) => {}
                Err(error) => return Err(error),
            }
            sale.matches(&last)?;
            if !wait(session, &mut pause).await {
                return Err(still(&last, "Bootpay refused this confirm: another one came first"));
            }
        }
    }
}

/// Waits before another look, longer each time; or tells that no time is left for one.
async fn wait(session: &Session, pause: &mut Duration) -> bool {
    let waited = session.pause(*pause).await;
    *pause = (*pause * 2).min(LONGEST_PAUSE);
    waited
}

fn is_in_progress(status: &Status) -> bool {
    matches!(status, Status::WaitingConfirm | Status::Approving | Status::ApprovalRequested)
}

fn is_passing(error: &BootpayError) -> bool {
    matches!(error.kind, ErrorKind::Unavailable | ErrorKind::UnexpectedResponse | ErrorKind::NotSent)
}

/// The payment may yet be paid by another confirm. Confirming again finds out, and does no harm.
fn still(receipt: &Receipt, reason: &str) -> BootpayError {
    let (paid, found) = (Status::Paid.symbol(), receipt.status.symbol().to_owned());
    wrong_state(receipt, "status", paid, Some(found)).with_advice(&format!("; {reason}"))
}
