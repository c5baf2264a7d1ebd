//! One look at what an attempt should have changed.

use super::{
    evidence::{self, State},
    rules::{self, Rule},
};
use crate::{
    client::Session,
    client::endpoint::Routed,
    error::{BootpayError, Result},
    model::{
        Attempt, AttemptOutcome, BillingKey, FindByOrder, GetBillingKey, GetBillingKeyByReceipt, GetCertificate,
        GetReceipt, GetReservation, Receipt, Reservation, Status,
    },
};

/// Result of one probe.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Finding {
    pub(super) state: State,
    pub(super) reason: String,
    pub(super) seen: Observed,
}

/// Objects that were read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Observed {
    pub(super) receipt: Option<Receipt>,
    pub(super) billing_key: Option<BillingKey>,
    pub(super) reservation: Option<Reservation>,
}

impl Finding {
    pub(super) fn new(state: State, reason: impl Into<String>) -> Self {
        Self { state, reason: reason.into(), seen: Observed::default() }
    }

    fn of_receipt((state, reason): (State, &str), receipt: Receipt) -> Self {
        Self { seen: Observed { receipt: Some(receipt), ..Observed::default() }, ..Self::new(state, reason) }
    }

    fn of_billing_key((state, reason): (State, &str), key: BillingKey) -> Self {
        Self { seen: Observed { billing_key: Some(key), ..Observed::default() }, ..Self::new(state, reason) }
    }

    /// The same, when no time is left to look again.
    pub(super) fn too_early(mut self) -> Self {
        self.reason += "; too early to rule it out";
        self
    }
}

/// Looks once. Fails where Bootpay cannot be read.
pub(super) async fn probe(attempt: &Attempt, session: &Session) -> Result<Finding> {
    let probe = Probe { attempt, session };
    let unreadable = || Finding::new(State::Unknown, format!("no read shows the outcome of {}", attempt.endpoint));
    match rules::rule(&attempt.endpoint) {
        Some(Rule::Receipt(shows)) => probe.at_receipt(shows).await,
        Some(Rule::FullRefund) => probe.at_receipt(evidence::refunded).await,
        Some(Rule::PartialRefund) => {
            let others = session.others(attempt).await?;
            probe.at_receipt(|receipt| probe.partly_refunded(receipt, &others)).await
        }
        Some(Rule::Order { fits, shows }) => probe.at_order(fits, shows).await,
        Some(Rule::FirstCharge) if attempt.amount.is_some() => probe.at_first_charge().await,
        Some(Rule::RequestedKey) => probe.at_requested_key().await,
        Some(Rule::DeletedKey) => probe.at_deleted_key().await,
        Some(Rule::Reservation) => probe.at_reservation().await,
        Some(Rule::Certificate) => probe.at_certificate().await,
        // An unknown name is that of another version.
        Some(Rule::FirstCharge | Rule::Unreadable) | None => Ok(unreadable()),
    }
}

struct Probe<'a> {
    attempt: &'a Attempt,
    session: &'a Session,
}

impl Probe<'_> {
    async fn at_receipt(&self, sign: impl FnOnce(&Receipt) -> (State, &'static str)) -> Result<Finding> {
        let Some(receipt_id) = &self.attempt.receipt_id else { return Ok(nameless("receipt_id")) };
        let receipt = self.session.read(GetReceipt::ROUTE, &GetReceipt::new(receipt_id)).await;
        // Bootpay knew it when the attempt was made: that it is not found proves nothing.
        let receipt: Receipt = match refused(receipt, &["RC_NOT_FOUND"])? {
            Ok(receipt) => receipt,
            Err(code) => return Ok(Finding::new(State::Unknown, format!("the payment cannot be read: {code}"))),
        };
        Ok(Finding::of_receipt(sign(&receipt), receipt))
    }

    /// The payments that the attempt may have made: of its order and amount, asked for since it left.
    async fn at_order(
        &self,
        fits: impl Fn(&Receipt) -> bool,
        sign: impl Fn(&Receipt) -> (State, &'static str),
    ) -> Result<Finding> {
        /// Bootpay's clock and ours may differ.
        const TOLERANCE_MILLIS: i64 = 5 * 60 * 1000;
        /// By more than this they hardly do: Bootpay tells whole seconds.
        const USUAL_MILLIS: i64 = 2 * 1000;
        let Some(order_id) = &self.attempt.order_id else { return Ok(nameless("order_id")) };
        let receipts = self.session.read(FindByOrder::ROUTE, &FindByOrder::new(order_id)).await;
        let receipts: Vec<Receipt> = refused(receipts, &["RC_NOT_FOUND"])?.unwrap_or_default();
        let earliest = self.attempt.sent_at.as_millis() - TOLERANCE_MILLIS;
        let since = |receipt: &Receipt| receipt.requested_at.is_none_or(|at| at.as_millis() >= earliest);
        let (refused, fitting): (Vec<Receipt>, Vec<Receipt>) = receipts
            .into_iter()
            .filter(|receipt| since(receipt) && Some(receipt.price) == self.attempt.amount && fits(receipt))
            .partition(|receipt| sign(receipt).0 == State::Refused);
        let (mut refused, mut fitting) = (refused.into_iter(), fitting.into_iter());
        match (fitting.next(), fitting.next()) {
            // It may be of an earlier call, and this one still on its way.
            (None, _) => Ok(match refused.next_back() {
                Some(receipt) => Finding::of_receipt((State::NoEvidence, sign(&receipt).1), receipt),
                None => Finding::new(State::NoEvidence, "the order has no matching payment"),
            }),
            (Some(receipt), None) => {
                let usual = self.attempt.sent_at.as_millis() - USUAL_MILLIS;
                let earlier = receipt.requested_at.is_some_and(|at| at.as_millis() < usual);
                let may_be = (State::Unknown, "the matching payment may be of an earlier call");
                Ok(Finding::of_receipt(if earlier { may_be } else { sign(&receipt) }, receipt))
            }
            (Some(_), Some(_)) => {
                Ok(Finding::new(State::Unknown, "the order has several matching payments, which cannot be told apart"))
            }
        }
    }

    fn partly_refunded(&self, receipt: &Receipt, others: &[Attempt]) -> (State, &'static str) {
        let (Some(before), Some(amount)) = (self.attempt.cancelled_before, self.attempt.amount) else {
            return (State::Unknown, "the attempt does not hold the amount refunded before it");
        };
        if others.iter().any(|other| !other.is_answered()) {
            return (State::Unknown, "another attempt on this payment is unresolved too");
        }
        // What had been given back before this one set out is in what it found then.
        let counted = |other: &Attempt| other.cancelled_before.zip(other.amount).is_some_and(|(a, b)| a + b <= before);
        let refunds =
            || others.iter().filter(|other| other.outcome == AttemptOutcome::Done && rules::refunds(&other.endpoint));
        let given_back: i64 = refunds().filter_map(|other| other.amount).sum();
        let overtaken = self.session.is_overtaken(&self.attempt.id);
        if overtaken || given_back > before || refunds().any(|other| !counted(other)) {
            return (State::Overtaken, "another refund of this payment was made before this one was resolved");
        }
        match receipt.cancelled_price {
            now if now == before + amount => (State::Done, "this amount was refunded since"),
            now if now == before => (State::NoEvidence, "nothing was refunded since"),
            _ => (State::Unknown, "another amount was refunded since"),
        }
    }

    /// A billing key that was to be charged at once: only the charge can be looked up.
    async fn at_first_charge(&self) -> Result<Finding> {
        let mut finding = self.at_order(evidence::may_be_charged, evidence::approved).await?;
        if finding.state != State::Done {
            finding.state = State::Unknown;
            finding.reason += "; the issue of the billing key cannot be looked up";
        }
        Ok(finding)
    }

    async fn at_requested_key(&self) -> Result<Finding> {
        let Some(receipt_id) = &self.attempt.receipt_id else { return Ok(nameless("receipt_id")) };
        let request = GetBillingKeyByReceipt::new(receipt_id);
        let key = self.session.read(GetBillingKeyByReceipt::ROUTE, &request).await;
        let key: BillingKey = match refused(key, &["RC_NOT_FOUND", "RC_NOT_SUBSCRIBE", "SUBSCRIBE_BK_EXPIRED"])? {
            Ok(key) => key,
            Err(code) => return Ok(Finding::new(State::Unknown, format!("the billing key cannot be read: {code}"))),
        };
        Ok(Finding::of_billing_key(evidence::issued(&key), key))
    }

    async fn at_deleted_key(&self) -> Result<Finding> {
        let Some(billing_key) = &self.attempt.billing_key else { return Ok(nameless("billing_key")) };
        let key = self.session.read(GetBillingKey::ROUTE, &GetBillingKey::new(billing_key)).await;
        let key: BillingKey = match refused(key, &["SUBSCRIBE_BK_EXPIRED"])? {
            Ok(key) => key,
            Err(_) => return Ok(Finding::new(State::Done, "the billing key is no longer usable")),
        };
        let sign = if key.status == Status::BillingKeyRevoked {
            (State::Done, "the billing key is revoked")
        } else {
            (State::NoEvidence, "the billing key can still be charged")
        };
        Ok(Finding::of_billing_key(sign, key))
    }

    async fn at_reservation(&self) -> Result<Finding> {
        let Some(reserve_id) = &self.attempt.reserve_id else { return Ok(nameless("reserve_id")) };
        let reservation: Reservation =
            self.session.read(GetReservation::ROUTE, &GetReservation::new(reserve_id)).await?;
        let (state, reason) = evidence::reservation_cancelled(&reservation);
        let seen = Observed { reservation: Some(reservation), ..Observed::default() };
        Ok(Finding { seen, ..Finding::new(state, reason) })
    }

    async fn at_certificate(&self) -> Result<Finding> {
        let Some(receipt_id) = &self.attempt.receipt_id else { return Ok(nameless("receipt_id")) };
        let certificate = self.session.read(GetCertificate::ROUTE, &GetCertificate::new(receipt_id)).await;
        let certificate: crate::model::Certificate =
            match refused(certificate, &["AUTH_NOT_CONFIRMED", "AUTH_EXPIRED"])? {
                Ok(certificate) => certificate,
                Err("AUTH_NOT_CONFIRMED") => return Ok(Finding::new(State::NoEvidence, "the person is not verified")),
                Err(code) => {
                    return Ok(Finding::new(State::Unknown, format!("the verification cannot be read: {code}")));
                }
            };
        Ok(match certificate.status {
            Status::IdentityVerified => Finding::new(State::Done, "the person is verified"),
            _ => Finding::new(State::NoEvidence, "the person is not verified"),
        })
    }
}

/// Returns the read object, or the one of these codes that it was refused with; passes other failures on.
fn refused<T>(read: Result<T>, codes: &[&'static str]) -> Result<Result<T, &'static str>> {
    let known = |error: &BootpayError| codes.iter().find(|code| error.code.as_deref() == Some(**code)).copied();
    match read {
        Ok(read) => Ok(Ok(read)),
        Err(error) => known(&error).map(Err).ok_or(error),
    }
}

fn nameless(field: &str) -> Finding {
    Finding::new(State::Unknown, format!("the attempt has no {field} to look it up by"))
}
