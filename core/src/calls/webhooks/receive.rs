use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::claim::{Claim, place};
use crate::{
    calls::payments::Sale,
    check::{Violation, id},
    client::{
        Session,
        endpoint::{Composed, Routed},
    },
    codes::NOT_FOUND,
    error::{BootpayError, Result},
    model::{
        ErrorKind, GetReceipt, PrivateKeyCheck, Receipt, ReceiveWebhook, Refunded, VerifiedPayment, WebhookDelivery,
        WebhookNotice, WebhookOutcome,
    },
    store::{Held, Taken},
    symbol::spelt,
    webhook::{
        change::{Change, Known},
        notice,
        outcome::respond,
        source::{Origin, origin},
    },
};

/// Bootpay waits 5 seconds for a response; what is left is for the way there and back.
const LIMIT: Duration = Duration::from_secs(4);

impl Composed for ReceiveWebhook {
    async fn compose(self, session: &Session) -> Result<WebhookDelivery> {
        let invalid = |field: &str, rule: &str| BootpayError::invalid(Violation::new(&spelt(field), rule));
        let notice = notice::restore(self.notice.text()).map_err(|rule| invalid("notice", rule))?;
        let sale = match (&self.order_id, &self.price) {
            (Some(order_id), Some(price)) => Some(Sale { order_id, price, mode: session.mode() }),
            (None, None) => None,
            (Some(_), None) => return Err(invalid("price", &format!("must be given with {}", spelt("order_id")))),
            (None, Some(_)) => return Err(invalid("order_id", &format!("must be given with {}", spelt("price")))),
        };
        let settings = &session.settings;
        let origin = origin(&self.source, &notice.forwarded_for, &settings.proxies, settings.http.base_url.is_local());
        let origin = origin.map_err(|violation| invalid("source", &violation.rule))?;
        let limit = session.begun + LIMIT.min(session.budget);
        let reception = Reception { session, notice, limit };
        Ok(match reception.receive(sale.as_ref(), origin).await {
            Ok(delivery) | Err(delivery) => *delivery,
        })
    }
}

/// What becomes of one notice.
struct Reception<'a> {
    session: &'a Session,
    notice: WebhookNotice,
    limit: Instant,
}

/// A delivery, early or at the end.
type Ended<T> = std::result::Result<T, Box<WebhookDelivery>>;

impl Reception<'_> {
    async fn receive(&self, sale: Option<&Sale<'_>>, origin: Origin) -> Ended<Box<WebhookDelivery>> {
        if origin == Origin::Other {
            return Err(self.ended(WebhookOutcome::Forbidden, "the source address is not Bootpay's"));
        }
        if self.notice.private_key == PrivateKeyCheck::Differs {
            return Err(self.ended(WebhookOutcome::Forbidden, "the private key in the body is not the client's"));
        }
        let receipt = self.read().await?;
        let Some(sale) = sale else {
            let reason = "the merchant has no order with the order id of this payment";
            return Err(self.ended(WebhookOutcome::UnknownOrder, reason).about(receipt));
        };
        sale.matches(&receipt).map_err(|error| self.mismatch(error, &receipt))?;
        let session = self.session;
        let place = place(session.mode(), &receipt.receipt_id);
        // One that has not begun to change says what is to come.
        if Change::of(&receipt, &Known::default()).is_behind(&self.notice, &receipt) {
            let reason = "Bootpay's record of the payment does not show the change yet";
            return Err(self.ended(WebhookOutcome::NotYet, reason).about(receipt));
        }
        let (held, known) = match session.state.deliveries.take(&place, session.settings.work_time, self.limit).await {
            Ok(Taken::Mine(held, known)) => (held, Known::parse(&known)),
            Ok(Taken::Busy) => {
                return Err(self.ended(WebhookOutcome::Busy, "another handler works on this payment").about(receipt));
            }
            Err(unusable) => {
                let error = session.describe(session.unusable("the store of deliveries cannot be used", &unusable));
                return Err(self.failed(WebhookOutcome::StoreFailed, error).about(receipt));
            }
        };
        let ended = match self.news(&receipt, &known) {
            Ok(change) => self.work(sale, &change, held.clone(), receipt),
            Err(ended) => Err(ended.about(receipt)),
        };
        if ended.is_err() {
            // If that fails, the next delivery waits for the end of the lease.
            drop(session.state.deliveries.let_go(held, self.limit).await);
        }
        ended
    }

    /// The change that was not delivered yet.
    fn news(&self, receipt: &Receipt, known: &Known) -> Ended<Change> {
        if Change::is_unnamed_refund(receipt, known) {
            let reason = "the payment is cancelled, and Bootpay's record does not name the amount yet";
            return Err(self.ended(WebhookOutcome::NotYet, reason));
        }
        let change = Change::of(receipt, known);
        if !known.covers(&change) {
            return Ok(change);
        }
        Err(if change.is_ahead_of(&self.notice) {
            self.ended(WebhookOutcome::Older, "a later change of the payment was handled")
        } else {
            self.ended(WebhookOutcome::Duplicate, "this change of the payment was handled")
        })
    }

    /// Reads the payment that the notice names, over a connection of its own.
    async fn read(&self) -> Ended<Receipt> {
        let receipt_id = self.notice.receipt_id.as_ref().filter(|receipt_id| id(receipt_id, "receipt_id").is_ok());
        let Some(receipt_id) = receipt_id else {
            return Err(self.ended(WebhookOutcome::NotFound, "the notice names no payment"));
        };
        let request = GetReceipt::new(receipt_id);
        match timeout_at(self.limit, self.session.read::<Receipt>(GetReceipt::ROUTE, &request)).await {
            Ok(Ok(receipt)) => Ok(receipt),
            Ok(Err(error)) => {
                let error = self.session.describe(error);
                let is_missing = error.kind == ErrorKind::Rejected && error.code.as_deref() == Some(NOT_FOUND);
                Err(self.failed(if is_missing { WebhookOutcome::NotFound } else { WebhookOutcome::Unreadable }, error))
            }
            Err(_) => Err(self.ended(WebhookOutcome::TimedOut, "Bootpay did not respond in time")),
        }
    }

    /// The change, to be handled.
    fn work(&self, sale: &Sale<'_>, change: &Change, held: Held, receipt: Receipt) -> Ended<Box<WebhookDelivery>> {
        let Held { place, holder } = held;
        let claim = Claim { place, holder, words: change.words(&receipt), format: self.notice.format };
        let (mut payment, mut refunded) = (None, None);
        match change {
            Change::Paid => {
                let verified: Result<VerifiedPayment> = sale.verify(receipt.clone(), true);
                payment = Some(verified.map_err(|error| self.mismatch(error, &receipt))?);
            }
            Change::Refunded(cancelled) => {
                refunded = Some(Refunded {
                    receipt_id: receipt.receipt_id.clone(),
                    order_id: sale.order_id.to_owned(),
                    price: receipt.price,
                    cancelled_price: *cancelled,
                    remaining: (receipt.price - cancelled).max(0),
                    receipt: receipt.clone(),
                });
            }
            Change::Issued | Change::Escrow(_) | Change::Status(_) => {}
        }
        let mut delivery = self.ended(WebhookOutcome::Work, "the change is new").about(receipt);
        delivery.change = Some(change.public());
        delivery.claim = Some(claim.text());
        (delivery.payment, delivery.refunded) = (payment, refunded);
        Ok(delivery)
    }

    fn mismatch(&self, error: BootpayError, receipt: &Receipt) -> Box<WebhookDelivery> {
        self.failed(WebhookOutcome::Mismatch, self.session.describe(error)).about(receipt.clone())
    }

    fn failed(&self, outcome: WebhookOutcome, error: BootpayError) -> Box<WebhookDelivery> {
        let mut delivery = self.ended(outcome, &error.to_string());
        delivery.error = Some(error.into_info());
        delivery
    }

    fn ended(&self, outcome: WebhookOutcome, reason: &str) -> Box<WebhookDelivery> {
        Box::new(WebhookDelivery {
            outcome,
            reason: reason.to_owned(),
            response: respond(outcome, self.notice.format),
            change: None,
            payment: None,
            refunded: None,
            receipt: None,
            error: None,
            claim: None,
        })
    }
}

impl WebhookDelivery {
    fn about(mut self: Box<Self>, receipt: Receipt) -> Box<Self> {
        self.receipt = Some(receipt);
        self
    }
}
