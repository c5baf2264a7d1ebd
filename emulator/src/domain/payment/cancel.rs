//! Cancels: refunds of a paid payment, in full or in part.

use bootpay_core::model::Status;

use super::Payment;
use crate::domain::catalog::Details;
use crate::domain::clock::Moment;
use crate::domain::money::Money;
use crate::domain::pg_result::PgResult;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;

/// The parts given of the account that takes the refund of a virtual account.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RefundTo {
    pub(crate) bank_account: bool,
    pub(crate) bank_username: bool,
    pub(crate) bank_code: bool,
}

/// The amounts of a cancel request; `None` means all that remains.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct CancelRequest {
    pub(crate) price: Option<Money>,
    pub(crate) tax_free: Option<Money>,
    pub(crate) refund: Option<RefundTo>,
}

impl Payment {
    /// Cancels all that remains, or a part. A refusal may change the payment too: save it either way.
    pub(crate) fn cancel(
        &mut self,
        request: CancelRequest,
        now: Moment,
        partial_status: Status,
    ) -> Result<(), Refusal> {
        let (price, tax_free) = self.check_cancel(request, now)?;
        match self.cancel_result {
            PgResult::Ok | PgResult::CriticalDone => {}
            PgResult::Refused => {
                return Err(Code::CancelFailed.by(Rule::CancelToBeRefused));
            }
            PgResult::Critical => {
                return Err(Code::CancelCritical.by(Rule::CancelToBeLost));
            }
        }
        self.cancelled_price = self.cancelled_price + price;
        self.cancelled_tax_free = self.cancelled_tax_free + tax_free;
        self.cancelled_at = Some(now);
        self.status = if self.remaining() == Money::ZERO { Status::Cancelled } else { partial_status };
        if self.cancel_result == PgResult::CriticalDone {
            return Err(Code::CancelCritical.by(Rule::CancelToBeDoneAndLost));
        }
        Ok(())
    }

    /// Returns whether it was paid, wherever its refunds stand.
    pub(crate) fn was_paid(&self) -> bool {
        self.purchased_at.is_some() && matches!(self.status, Status::Paid | Status::Cancelled)
    }

    /// The refund of a cancel: its amount, and the tax-free part of it.
    fn check_cancel(&self, request: CancelRequest, now: Moment) -> Result<(Money, Money), Refusal> {
        let refuse = |rule| Err(Code::CancelFailed.by(rule));
        let refuse_price = |rule| Err(Code::CancelFailed.at("cancel_price", rule));
        let amount = |money: Money| money.of(&self.currency);
        if self.status == Status::Cancelled && self.remaining() == Money::ZERO {
            return Err(Code::AlreadyCancelled.by(Rule::AllCancelled { amount: amount(self.cancelled_price) }));
        }
        if !self.was_paid() {
            return refuse(Rule::NotPaid { status: self.status_code() });
        }
        let remaining = self.remaining();
        let price = request.price.unwrap_or(remaining);
        if price <= Money::ZERO {
            return refuse_price(Rule::NotAboveZero { found: amount(price) });
        }
        if self.currency == "KRW" && !price.is_whole() {
            return refuse_price(Rule::HasDecimals { found: amount(price) });
        }
        if price > remaining {
            return refuse_price(Rule::AboveRest {
                found: amount(price),
                rest: amount(remaining),
                price: amount(self.price),
                before: amount(self.cancelled_price),
            });
        }
        let tax_free_left = self.tax_free - self.cancelled_tax_free;
        let tax_free = match request.tax_free {
            Some(tax_free) => tax_free,
            None if price == remaining => tax_free_left,
            None => Money::ZERO,
        };
        if tax_free < Money::ZERO || tax_free > price || tax_free > tax_free_left {
            return Err(Code::CancelFailed.because(format!(
                "cancel_tax_free is {}, at most {} can be cancelled tax-free",
                amount(tax_free),
                amount(price.min(tax_free_left))
            )));
        }
        if self.details() == Details::Vbank {
            check_refund(request.refund)?;
        }
        match self.too_late_to_cancel(now) {
            Some(rule) => refuse(rule),
            None => Ok((price, tax_free)),
        }
    }

    /// The rule by which a phone bill that was paid is no longer cancelled in the month after.
    pub(crate) fn too_late_to_cancel(&self, now: Moment) -> Option<Rule> {
        let (paid, now) = (self.purchased_at?.month(), now.month());
        (self.details() == Details::Phone && paid != now).then_some(Rule::AnotherMonth { paid, now })
    }
}

fn check_refund(refund: Option<RefundTo>) -> Result<(), Refusal> {
    let given = refund.unwrap_or_default();
    let missing: Vec<_> =
        [("bank_account", given.bank_account), ("bank_username", given.bank_username), ("bank_code", given.bank_code)]
            .into_iter()
            .filter_map(|(name, given)| (!given).then_some(name))
            .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Code::CancelFailed.because(format!(
        "a paid virtual account is refunded to an account: refund.{} missing",
        missing.join(", refund.")
    )))
}
