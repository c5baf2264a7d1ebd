//! The buyer's part in a payment.

use bootpay_core::model::Status;
use serde::Deserialize;

use super::Payment;
use crate::domain::catalog::{self, Details};
use crate::domain::clock::Moment;
use crate::domain::escrow::Verdict;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;

/// An action of the buyer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum BuyerAction {
    /// Completes the payment window.
    Pay,
    /// Sends money to the virtual account.
    Deposit,
    /// The PG declines.
    Fail,
    /// Leaves the payment until it expires.
    Expire,
    /// Accepts the goods of an escrow payment.
    ConfirmPurchase,
    /// Returns the goods of an escrow payment.
    RefusePurchase,
}

impl BuyerAction {
    /// Its name, as the control takes it.
    fn name(self) -> &'static str {
        match self {
            Self::Pay => "pay",
            Self::Deposit => "deposit",
            Self::Fail => "fail",
            Self::Expire => "expire",
            Self::ConfirmPurchase => "confirm_purchase",
            Self::RefusePurchase => "refuse_purchase",
        }
    }
}

impl Payment {
    /// Applies an action of the buyer.
    pub(crate) fn buyer(&mut self, action: BuyerAction, now: Moment) -> Result<(), Refusal> {
        match (action, &self.status) {
            (BuyerAction::Pay, Status::Ready) => {
                if catalog::has_separate_approval(&self.pg) && self.details() != Details::Vbank {
                    self.status = Status::WaitingConfirm;
                } else {
                    self.approve(now);
                }
                Ok(())
            }
            (BuyerAction::Deposit, Status::VirtualAccountIssued) if self.silent_deposit_at.is_some() => {
                Err(Code::Control.by(Rule::DepositUntold))
            }
            (BuyerAction::Deposit, Status::VirtualAccountIssued) => {
                self.status = Status::Paid;
                self.purchased_at = Some(now);
                Ok(())
            }
            (BuyerAction::Fail, Status::Ready | Status::WaitingConfirm) => {
                self.status = Status::ApprovalFailed;
                Ok(())
            }
            (BuyerAction::Expire, Status::Ready | Status::WaitingConfirm | Status::VirtualAccountIssued) => {
                self.status = Status::Expired;
                Ok(())
            }
            (BuyerAction::ConfirmPurchase, _) => self.judge_goods(Verdict::Confirm, now),
            (BuyerAction::RefusePurchase, _) => self.judge_goods(Verdict::Refuse, now),
            (action, _) => {
                Err(Code::Control.by(Rule::BuyerCannot { action: action.name(), status: self.status_code() }))
            }
        }
    }
}
