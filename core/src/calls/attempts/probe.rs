//! One look at what an attempt should have changed.

use super::{
    evidence::{self, State},
    rules::{self, Rule},
};
use crate::{
    client::Session,
    client::endpoint::{Routed, Target},
    error::{BootpayError, Result},
    model::{
        Attempt, AttemptOutcome, BillingKey, ErrorCategory, ErrorKind, FindByOrder, GetBillingKey,
        GetBillingKeyByReceipt, GetCertificate, GetReceipt, GetReservation, Receipt, Reservation, Status,
    },
};

const OVERTAKEN: &str = "another refund of this payment was made before this one was resolved";

/// Other refunds of the payment.
enum Others {
    None,
    Unresolved,
    Refunded,
}

/// Result of one probe.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Finding {
    pub(super) state: State,
    pub(super) reason: String,
    /// Boxed, since it is handed on by many frames of a caller's stack.
    pub(super) seen: Box<Observed>,
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
        Self { state, reason: reason.into(), seen: Box::default() }
    }

    fn of_receipt((state, reason): (State, &str), receipt: Receipt) -> Self {
        Self { seen: Box::new(Observed { receipt: Some(receipt), ..Observed::default() }), ..Self::new(state, reason) }
    }

    fn of_billing_key((state, reason): (State, &str), key: BillingKey) -> Self {
        Self { seen: Box::new(Observed { billing_key: Some(key), ..Observed::default() }), ..Self::new(state, reason) }
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
        Some(Rule::Approval) => probe.at_receipt(evidence::approved).await,
        Some(Rule::Receipt(shows)) => probe.told_apart(probe.at_receipt(shows).await?).await,
        Some(Rule::FullRefund) => {
            let others = session.others(attempt).await?;
            probe.at_receipt(|receipt| probe.fully_refunded(receipt, &others)).await
        }
        Some(Rule::PartialRefund) => {
            let others = session.others(attempt).await?;
            probe.at_receipt(|receipt| probe.partly_refunded(receipt, &others)).await
        }
        Some(Rule::Order { fits, shows }) => probe.at_order(fits, shows).await,
        Some(Rule::FirstCharge) if attempt.amount.is_some() => probe.at_first_charge().await,
        Some(Rule::RequestedKey) => probe.told_apart(probe.at_requested_key().await?).await,
        Some(Rule::DeletedKey) => probe.told_apart(probe.at_deleted_key().await?).await,
        Some(Rule::Reservation) => probe.told_apart(probe.at_reservation().await?).await,
        Some(Rule::Certificate) => probe.told_apart(probe.at_certificate().await?).await,
        // An unknown name is that of another version.
        Some(Rule::FirstCharge | Rule::Unreadable) | None => Ok(unreadable()),
    }
}

/// Looks before a call how things are, so that later looks can tell what it did. Fails where Bootpay cannot be
/// reached; without an answer that is understood, nothing is known of before.
pub(super) async fn before(rule: Rule, mut target: Target, session: &Session) -> Result<Target> {
    /// An attempt stays a short text.
    const MOST: usize = 40;
    let attempt = session.attempt(target.clone(), None);
    let probe = Probe { attempt: &attempt, session };
    let looked = match rule {
        Rule::Approval | Rule::PartialRefund | Rule::Unreadable => return Ok(target),
        Rule::FirstCharge if attempt.amount.is_none() => return Ok(target),
        Rule::Order { .. } | Rule::FirstCharge => match probe.payments().await {
            Ok(payments) => {
                let ids = payments.into_iter().map(|payment| payment.receipt_id);
                target.payments_before = Some(ids.collect()).filter(|ids: &Vec<_>| ids.len() <= MOST);
                return Ok(target);
            }
            Err(error) => Err(error),
        },
        Rule::Receipt(shows) => probe.at_receipt(shows).await,
        Rule::FullRefund => probe.at_receipt(evidence::refunded).await,
        Rule::RequestedKey => probe.at_requested_key().await,
        Rule::DeletedKey => probe.at_deleted_key().await,
        Rule::Reservation => probe.at_reservation().await,
        Rule::Certificate => probe.at_certificate().await,
    };
    match looked {
        Ok(finding) => {
            target.effect_before = match finding.state {
                State::NoEvidence => Some(false),
                State::Done => Some(true),
                State::Refused | State::Unknown | State::Overtaken => None,
            };
            target.cancelled_before = finding.seen.receipt.map(|receipt| receipt.cancelled_price);
            Ok(target)
        }
        // Such a read must not keep a call from being made, unless every other would be refused alike.
        Err(error) if error.kind == ErrorKind::UnexpectedResponse => Ok(target),
        Err(error) if error.kind == ErrorKind::Rejected && !refuses_credentials(&error) => Ok(target),
        Err(error) => Err(error),
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

    /// A state proves something of the attempt only if it was not there before, and nobody else may have brought
    /// it about.
    async fn told_apart(&self, mut finding: Finding) -> Result<Finding> {
        if matches!(finding.state, State::Done | State::Refused) {
            let doubt = match self.attempt.effect_before {
                Some(false) => self.rival(|other| other.endpoint == self.attempt.endpoint).await?,
                Some(true) => Some((State::Unknown, "it was so before the call")),
                None => Some((State::Unknown, "it may have been so before the call")),
            };
            if let Some((state, reason)) = doubt {
                finding.state = state;
                finding.reason = format!("{}; {reason}", finding.reason);
            }
        }
        Ok(finding)
    }

    /// The doubt that another attempt on the same target casts, if it is `alike`.
    async fn rival(&self, alike: impl Fn(&Attempt) -> bool) -> Result<Option<(State, &'static str)>> {
        let others = self.session.others(self.attempt).await?;
        let mut alike = others.iter().filter(|other| alike(other) && other.outcome != AttemptOutcome::Refused);
        if self.session.is_overtaken(&self.attempt.id) || alike.clone().any(Attempt::is_answered) {
            return Ok(Some((State::Overtaken, "another call did the same before this one was resolved")));
        }
        Ok(alike.next().map(|_| (State::Unknown, "another attempt to do the same is unresolved too")))
    }

    /// All payments of the order.
    async fn payments(&self) -> Result<Vec<Receipt>> {
        let Some(order_id) = &self.attempt.order_id else { return Ok(vec![]) };
        let receipts = self.session.read(FindByOrder::ROUTE, &FindByOrder::new(order_id)).await;
        Ok(refused(receipts, &["RC_NOT_FOUND"])?.unwrap_or_default())
    }

    /// The payments that the attempt may have made: of its order and amount, and not there before. No date tells
    /// them apart: no two clocks agree.
    async fn at_order(
        &self,
        fits: impl Fn(&Receipt) -> bool,
        sign: impl Fn(&Receipt) -> (State, &'static str),
    ) -> Result<Finding> {
        if self.attempt.order_id.is_none() {
            return Ok(nameless("order_id"));
        }
        let before = self.attempt.payments_before.as_deref();
        let is_new = |receipt: &Receipt| before.is_none_or(|before| !before.contains(&receipt.receipt_id));
        let (refused, fitting): (Vec<Receipt>, Vec<Receipt>) = self
            .payments()
            .await?
            .into_iter()
            .filter(|receipt| is_new(receipt) && Some(receipt.price) == self.attempt.amount && fits(receipt))
            .partition(|receipt| sign(receipt).0 == State::Refused);
        let (mut refused, mut fitting) = (refused.into_iter(), fitting.into_iter());
        match (fitting.next(), fitting.next()) {
            // A refused one moved no money, whosever it is. It may be of an earlier call, and this one still on
            // its way.
            (None, _) => Ok(match refused.next_back() {
                Some(receipt) => Finding::of_receipt((State::NoEvidence, sign(&receipt).1), receipt),
                None => Finding::new(State::NoEvidence, "the order has no matching payment"),
            }),
            (Some(receipt), None) => {
                let doubt = match before {
                    Some(_) => self.rival(|_| true).await?,
                    None => Some((State::Unknown, "the matching payment may be of an earlier call")),
                };
                Ok(Finding::of_receipt(doubt.unwrap_or_else(|| sign(&receipt)), receipt))
            }
            (Some(_), Some(_)) => {
                Ok(Finding::new(State::Unknown, "the order has several matching payments, which cannot be told apart"))
            }
        }
    }

    /// What other refunds may have given back since the attempt looked: of those that were made, and of those
    /// that are not resolved.
    fn refunded_by_others(&self, before: i64, others: &[Attempt]) -> (Others, i64) {
        // What had been given back before this one set out is in what it found then.
        let counted = |other: &Attempt| other.cancelled_before.zip(other.amount).is_some_and(|(a, b)| a + b <= before);
        let refunds = || others.iter().filter(|other| rules::may_refund(&other.endpoint));
        let done = || refunds().filter(|other| other.outcome == AttemptOutcome::Done);
        let given_back: i64 = done().filter_map(|other| other.amount).sum();
        let overtaken = self.session.is_overtaken(&self.attempt.id);
        if refunds().any(|other| !other.is_answered()) {
            // Without an amount, all that was left.
            let asked = refunds().filter(|other| !other.is_answered()).map(|other| other.amount.unwrap_or(i64::MAX));
            return (Others::Unresolved, asked.fold(0, i64::saturating_add));
        }
        if overtaken || given_back > before || done().any(|other| !counted(other)) {
            return (Others::Refunded, 0);
        }
        (Others::None, 0)
    }

    fn fully_refunded(&self, receipt: &Receipt, others: &[Attempt]) -> (State, &'static str) {
        let sign = evidence::refunded(receipt);
        let (State::Done, Some(before)) = (sign.0, self.attempt.cancelled_before) else {
            return match sign.0 {
                State::Done => (State::Unknown, "the attempt does not hold the amount refunded before it"),
                _ => sign,
            };
        };
        if before >= receipt.price {
            return (State::Unknown, "all of it was refunded before the call");
        }
        match self.refunded_by_others(before, others) {
            (Others::Unresolved, asked) if before.saturating_add(asked) >= receipt.price => {
                (State::Unknown, "another attempt on this payment is unresolved too")
            }
            (Others::Refunded, _) => (State::Overtaken, OVERTAKEN),
            (Others::None | Others::Unresolved, _) => sign,
        }
    }

    fn partly_refunded(&self, receipt: &Receipt, others: &[Attempt]) -> (State, &'static str) {
        let (Some(before), Some(amount)) = (self.attempt.cancelled_before, self.attempt.amount) else {
            return (State::Unknown, "the attempt does not hold the amount refunded before it");
        };
        match self.refunded_by_others(before, others).0 {
            Others::Unresolved => return (State::Unknown, "another attempt on this payment is unresolved too"),
            Others::Refunded => return (State::Overtaken, OVERTAKEN),
            Others::None => {}
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
        let sign = match key.status {
            Status::BillingKeyRevoked => (State::Done, "the billing key is revoked"),
            Status::BillingKeyIssued => (State::NoEvidence, "the billing key can still be charged"),
            _ => (State::Unknown, "its status is inconclusive"),
        };
        Ok(Finding::of_billing_key(sign, key))
    }

    async fn at_reservation(&self) -> Result<Finding> {
        let Some(reserve_id) = &self.attempt.reserve_id else { return Ok(nameless("reserve_id")) };
        let reservation: Reservation =
            self.session.read(GetReservation::ROUTE, &GetReservation::new(reserve_id)).await?;
        let (state, reason) = evidence::reservation_cancelled(&reservation);
        let seen = Box::new(Observed { reservation: Some(reservation), ..Observed::default() });
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

fn refuses_credentials(error: &BootpayError) -> bool {
    error.explanation.as_ref().is_some_and(|explanation| explanation.category == ErrorCategory::Credentials)
}

fn nameless(field: &str) -> Finding {
    Finding::new(State::Unknown, format!("the attempt has no {field} to look it up by"))
}
