//! A payment and what may happen to it. Pure: no clock, no database, no wire.

use bootpay_core::model::{Method, Pg, Status};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::domain::cash_receipt::CashReceipt;
use crate::domain::catalog::{self, Details};
use crate::domain::clock::Moment;
use crate::domain::escrow::{Shipment, Verdict};
use crate::domain::money::Money;
use crate::domain::refusal::{Code, Refusal};

/// How long the window, and the buyer's authorisation after it, live, in seconds.
const LIFETIME: i64 = 30 * 60;
/// The least that Bootpay charges.
const LEAST: Money = Money(100 * 100);
/// How many days a virtual account waits for its deposit.
const DEPOSIT_DAYS: i64 = 3;

/// What the PG is told to answer to the next approvals or cancels of a payment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PgAnswer {
    #[default]
    Ok,
    Refused,
    /// None, and nothing happened.
    Critical,
    /// None, but it happened.
    CriticalDone,
}

impl PgAnswer {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Refused => "refused",
            Self::Critical => "critical",
            Self::CriticalDone => "critical_done",
        }
    }

    pub(crate) fn parse(text: &str) -> Self {
        match text {
            "refused" => Self::Refused,
            "critical" => Self::Critical,
            "critical_done" => Self::CriticalDone,
            _ => Self::Ok,
        }
    }
}

/// What a buyer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum BuyerAction {
    /// Finishes the window.
    Pay,
    /// Sends money to the virtual account.
    Deposit,
    /// Is turned down by the PG.
    Fail,
    /// Walks away until it is too late.
    Expire,
    /// Keeps the goods of an escrow.
    ConfirmPurchase,
    /// Sends the goods of an escrow back.
    RefusePurchase,
}

/// Where a refund of a virtual account goes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RefundTo {
    pub(crate) bank_account: bool,
    pub(crate) bank_username: bool,
    pub(crate) bank_code: bool,
}

/// A cancel as asked for; `None` means all that remains.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct CancelRequest {
    pub(crate) price: Option<Money>,
    pub(crate) tax_free: Option<Money>,
    pub(crate) refund: Option<RefundTo>,
}

/// Whether an amount of won can be paid at all.
pub(crate) fn check_price(price: Money, tax_free: Money) -> Result<(), Refusal> {
    if price < LEAST {
        return Err(Code::PriceLeast.because(format!("price is {price}, the least is {LEAST}")));
    }
    if !price.is_whole() || !tax_free.is_whole() {
        return Err(Code::ParameterUnreadable.because("won have no decimals"));
    }
    if tax_free < Money::ZERO || tax_free > price {
        return Err(Code::ParameterUnreadable.because(format!("tax_free is {tax_free}, not from 0 to {price}")));
    }
    Ok(())
}

/// What a payment is for.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "the API's own names")]
pub(crate) struct Order {
    pub(crate) receipt_id: String,
    pub(crate) merchant_id: String,
    pub(crate) order_id: String,
    pub(crate) order_name: String,
    pub(crate) price: Money,
}

/// One payment, from window to refund.
#[derive(Clone, Debug)]
pub(crate) struct Payment {
    pub(crate) receipt_id: String,
    pub(crate) merchant_id: String,
    pub(crate) order_id: String,
    pub(crate) order_name: String,
    pub(crate) price: Money,
    pub(crate) tax_free: Money,
    pub(crate) cancelled_price: Money,
    pub(crate) cancelled_tax_free: Money,
    /// What the PG will really approve: differs from `price` only where a test tampers with it.
    pub(crate) approve_price: Money,
    pub(crate) currency: String,
    /// The method asked for.
    pub(crate) method: Method,
    pub(crate) pg: Pg,
    pub(crate) status: Status,
    pub(crate) metadata: Map<String, Value>,
    pub(crate) user: Option<Map<String, Value>>,
    pub(crate) escrow: bool,
    /// The card or account that pays, where it is known: merged over what is made up of it.
    pub(crate) instrument: Map<String, Value>,
    pub(crate) shipment: Option<Shipment>,
    /// Issued, or (before a deposit) to be issued.
    pub(crate) cash_receipt: Option<CashReceipt>,
    pub(crate) confirm_result: PgAnswer,
    pub(crate) cancel_result: PgAnswer,
    /// Merged over the receipt on the wire.
    pub(crate) overrides: Map<String, Value>,
    pub(crate) requested_at: Moment,
    pub(crate) purchased_at: Option<Moment>,
    pub(crate) cancelled_at: Option<Moment>,
    /// The deposit deadline of a virtual account, once it is issued.
    pub(crate) deposit_by: Option<Moment>,
}

impl Payment {
    /// A payment that was just asked for, in won.
    pub(crate) fn new(order: Order, method: Method, pg: Pg, now: Moment) -> Self {
        Self {
            receipt_id: order.receipt_id,
            merchant_id: order.merchant_id,
            order_id: order.order_id,
            order_name: order.order_name,
            price: order.price,
            tax_free: Money::ZERO,
            cancelled_price: Money::ZERO,
            cancelled_tax_free: Money::ZERO,
            approve_price: order.price,
            currency: "KRW".into(),
            method,
            pg,
            status: Status::Ready,
            metadata: Map::new(),
            user: None,
            escrow: false,
            instrument: Map::new(),
            shipment: None,
            cash_receipt: None,
            confirm_result: PgAnswer::Ok,
            cancel_result: PgAnswer::Ok,
            overrides: Map::new(),
            requested_at: now,
            purchased_at: None,
            cancelled_at: None,
            deposit_by: None,
        }
    }

    pub(crate) fn details(&self) -> Details {
        catalog::details(&self.method).unwrap_or(Details::Card)
    }

    /// The status as a number, as it travels.
    pub(crate) fn status_code(&self) -> i64 {
        self.status.code().unwrap_or_default()
    }

    /// What a cancel could still give back.
    pub(crate) fn remaining(&self) -> Money {
        self.price - self.cancelled_price
    }

    /// Lets time do its work; true when it changed something.
    pub(crate) fn age(&mut self, now: Moment) -> bool {
        let late = match self.status {
            Status::Ready | Status::WaitingConfirm => now.seconds_since(self.requested_at) >= LIFETIME,
            Status::VirtualAccountIssued => self.deposit_by.is_some_and(|deadline| now > deadline),
            _ => false,
        };
        if late {
            self.status = Status::Expired;
        }
        late
    }

    /// The shop approves. A refusal may still change the payment: save it either way.
    pub(crate) fn confirm(&mut self, now: Moment) -> Result<(), Refusal> {
        if self.status != Status::WaitingConfirm {
            let late =
                if self.status == Status::Expired { "; it expired 30 minutes after it was requested" } else { "" };
            return Err(Code::NotConfirmReady
                .because(format!("status is {}, only 2 can be confirmed{late}", self.status_code())));
        }
        match self.confirm_result {
            PgAnswer::Ok => {
                self.approve(now);
                Ok(())
            }
            PgAnswer::Refused => {
                self.status = Status::ApprovalFailed;
                Err(Code::ConfirmFailed.because("confirm_result of this payment is \"refused\""))
            }
            PgAnswer::Critical => {
                Err(Code::ConfirmCritical
                    .because("confirm_result of this payment is \"critical\"; nothing was approved"))
            }
            PgAnswer::CriticalDone => {
                self.approve(now);
                Err(Code::ConfirmCritical
                    .because("confirm_result of this payment is \"critical_done\"; it was approved all the same"))
            }
        }
    }

    /// The PG approves: money moves, or a virtual account is opened.
    pub(crate) fn approve(&mut self, now: Moment) {
        self.price = self.approve_price;
        if self.details() == Details::Vbank {
            self.status = Status::VirtualAccountIssued;
            self.deposit_by = Some(self.deposit_by.unwrap_or_else(|| now.end_of_day(DEPOSIT_DAYS)));
        } else {
            self.status = Status::Paid;
            self.purchased_at = Some(now);
        }
    }

    /// The shop gives back all that remains, or a part. A refusal may still change the payment: save it either way.
    pub(crate) fn cancel(
        &mut self,
        request: CancelRequest,
        now: Moment,
        partial_status: Status,
    ) -> Result<(), Refusal> {
        let (price, tax_free) = self.check_cancel(request, now)?;
        match self.cancel_result {
            PgAnswer::Ok | PgAnswer::CriticalDone => {}
            PgAnswer::Refused => {
                return Err(Code::CancelFailed.because("cancel_result of this payment is \"refused\""));
            }
            PgAnswer::Critical => {
                return Err(Code::CancelCritical
                    .because("cancel_result of this payment is \"critical\"; nothing was cancelled"));
            }
        }
        self.cancelled_price = self.cancelled_price + price;
        self.cancelled_tax_free = self.cancelled_tax_free + tax_free;
        self.cancelled_at = Some(now);
        self.status = if self.remaining() == Money::ZERO { Status::Cancelled } else { partial_status };
        if self.cancel_result == PgAnswer::CriticalDone {
            return Err(Code::CancelCritical
                .because("cancel_result of this payment is \"critical_done\"; it was cancelled all the same"));
        }
        Ok(())
    }

    /// What the cancel gives back: its amount and the tax-free part of it.
    fn check_cancel(&self, request: CancelRequest, now: Moment) -> Result<(Money, Money), Refusal> {
        let refuse = |saw: String| Err(Code::CancelFailed.because(saw));
        if self.status == Status::Cancelled && self.remaining() == Money::ZERO {
            return Err(
                Code::AlreadyCancelled.because(format!("all of {} was cancelled already", self.cancelled_price))
            );
        }
        let Some(purchased_at) = self.purchased_at.filter(|_| matches!(self.status, Status::Paid | Status::Cancelled))
        else {
            return refuse(format!("status is {}, only a paid payment (1) can be cancelled", self.status_code()));
        };
        let remaining = self.remaining();
        let price = request.price.unwrap_or(remaining);
        if price <= Money::ZERO {
            return refuse(format!("cancel_price is {price}, it must be above 0"));
        }
        if self.currency == "KRW" && !price.is_whole() {
            return refuse(format!("cancel_price is {price}, won have no decimals"));
        }
        if price > remaining {
            return refuse(format!(
                "cancel_price is {price}, but only {remaining} of {} remain ({} cancelled before)",
                self.price, self.cancelled_price
            ));
        }
        let tax_free_left = self.tax_free - self.cancelled_tax_free;
        let tax_free = match request.tax_free {
            Some(tax_free) => tax_free,
            None if price == remaining => tax_free_left,
            None => Money::ZERO,
        };
        if tax_free < Money::ZERO || tax_free > price || tax_free > tax_free_left {
            return refuse(format!(
                "cancel_tax_free is {tax_free}, at most {} can be cancelled tax-free",
                price.min(tax_free_left)
            ));
        }
        match self.details() {
            Details::Vbank => check_refund(request.refund)?,
            Details::Phone if purchased_at.month() != now.month() => {
                return refuse(format!(
                    "a phone payment of {} can be cancelled only in that month, it is {} now",
                    purchased_at.month(),
                    now.month()
                ));
            }
            _ => {}
        }
        Ok((price, tax_free))
    }

    /// The buyer acts.
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
            (action, _) => Err(Code::Control.because(format!(
                "a buyer cannot {} at status {}; pay needs 0, deposit 5, fail 0 or 2, expire 0, 2 or 5",
                format!("{action:?}").to_lowercase(),
                self.status_code()
            ))),
        }
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
