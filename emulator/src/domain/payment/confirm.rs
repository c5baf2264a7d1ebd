//! The approval of a payment.

use bootpay_core::model::Status;

use super::{DEPOSIT_DAYS, Payment};
use crate::domain::catalog::Details;
use crate::domain::clock::Moment;
use crate::domain::money::Money;
use crate::domain::pg_result::PgResult;
use crate::domain::refusal::{Code, Refusal};

impl Payment {
    /// Confirms: the merchant approves. A refusal may change the payment too: save it either way.
    pub(crate) fn confirm(&mut self, now: Moment) -> Result<(), Refusal> {
        if self.is_confirmed_again(now) {
            return Ok(());
        }
        if self.status != Status::WaitingConfirm {
            let late = if self.status == Status::Expired { "; it expired before it was confirmed" } else { "" };
            return Err(Code::NotConfirmReady.because(format!(
                "status is {}, only a waiting payment (2) can be confirmed{late}",
                self.status_code()
            )));
        }
        match self.confirm_result {
            PgResult::Ok => {
                self.approve(now);
                Ok(())
            }
            PgResult::Refused => {
                self.status = Status::ApprovalFailed;
                Err(Code::ConfirmFailed.because("confirm_result of this payment is \"refused\""))
            }
            PgResult::Critical => {
                Err(Code::ConfirmCritical
                    .because("confirm_result of this payment is \"critical\"; nothing was approved"))
            }
            PgResult::CriticalDone => {
                self.approve(now);
                Err(Code::ConfirmCritical
                    .because("confirm_result of this payment is \"critical_done\"; it was approved nevertheless"))
            }
        }
    }

    /// Returns whether a confirm now repeats the one that approved, within the grace: nothing is approved again.
    fn is_confirmed_again(&self, now: Moment) -> bool {
        matches!(self.status, Status::Paid | Status::VirtualAccountIssued)
            && self.cancelled_price == Money::ZERO
            && self.confirm_grace > 0
            && self.approved_at.is_some_and(|approved_at| now <= approved_at.plus_seconds(self.confirm_grace.into()))
    }

    /// Approves: money moves, or the PG issues a virtual account.
    pub(crate) fn approve(&mut self, now: Moment) {
        self.price = self.approve_price;
        self.approved_at = Some(now);
        if self.details() == Details::Vbank {
            self.status = Status::VirtualAccountIssued;
            self.deposit_by = Some(self.deposit_by.unwrap_or_else(|| now.end_of_day(DEPOSIT_DAYS)));
        } else {
            self.status = Status::Paid;
            self.purchased_at = Some(now);
        }
    }
}
