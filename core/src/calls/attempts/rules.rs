//! The rule of each call that changes something: where the effect of a lost response can be read.

use super::{
    evidence::{self, Evidence},
    probe,
};
use crate::{
    client::{
        Endpoint, Session,
        endpoint::{Changing, Target},
    },
    codes::Family,
    error::Result,
    model::{
        CancelCashReceipt, CancelCashReceiptForPayment, CancelFull, CancelPartial, CancelReservation, ChargeBillingKey,
        ChargeWallet, ConfirmIdentity, ConfirmPayment, ContinueCard, ContinueTransfer, CreateApp, CreateReservation,
        CreateSeller, DeleteBillingKey, DeleteTestSeller, FinishEasy, InviteMember, IssueCard, IssueTransfer,
        PublishCashReceipt, PublishCashReceiptForPayment, PublishTransfer, Receipt, RegisterBiometric, RequestIdentity,
        RequestPayment, RequestVirtualAccount, ResendIdentity, ResendWebhook, StartShipping, UpdateResources,
        ValidatePassword,
    },
    value::Won,
};

/// The read by which `attempts.resolve` finds out if a call was carried out.
#[derive(Clone, Copy)]
pub(super) enum Rule {
    /// Reads the payment, which was waiting for confirmation before the call.
    Approval,
    /// Reads the payment by its receipt id, before the call too.
    Receipt(fn(&Receipt) -> Evidence),
    /// Reads the payments of the order, before the call too: one that is new, `fits` and is of the same price is
    /// the attempt's.
    Order { fits: fn(&Receipt) -> bool, shows: fn(&Receipt) -> Evidence },
    /// Reads the payment, before the call too: something was left of it, and then nothing.
    FullRefund,
    /// Reads the payment and compares its refunds with those before the attempt, and with other attempts'.
    PartialRefund,
    /// Reads the payment that was made with a new billing key, like that of an order; the key itself cannot be
    /// looked up.
    FirstCharge,
    /// Reads the billing key by the receipt id of its request, before the call too.
    RequestedKey,
    /// Reads the billing key, before the call too.
    DeletedKey,
    /// Reads the reservation, before the call too.
    Reservation,
    /// Reads the identity verification, before the call too.
    Certificate,
    /// No read shows the effect: the outcome stays unknown.
    Unreadable,
}

impl Rule {
    const fn refunds(&self) -> bool {
        matches!(self, Self::FullRefund | Self::PartialRefund)
    }
}

/// Each entry is `Request { attempt's field: request's field, … } refused by [family, …] => rule`. A known
/// error code of another family leaves the outcome unknown.
macro_rules! rules {
    ($( $Request:ident { $($slot:ident: $field:ident),* } refused by [$($Family:ident),*] => $rule:expr; )*) => {
        $(
            impl Changing for $Request {
                fn target(&self) -> Target {
                    const REFUNDS: bool = $rule.refunds();
                    Target {
                        $($slot: self.$field.slot(),)*
                        refused_by: &[$(Family::$Family),*],
                        refunds: REFUNDS,
                        ..Target::default()
                    }
                }

                async fn look(&self, session: &Session) -> Result<Target> {
                    probe::before($rule, self.target(), session).await
                }
            }
        )*

        const RULES: &[(&str, Rule)] = &[$(($Request::NAME, $rule)),*];

        /// The families of error codes that each call can be refused by, besides `Any`.
        pub(crate) const REFUSALS: &[(&str, &[Family])] = &[$(($Request::NAME, &[$(Family::$Family),*])),*];
    };
}

rules! {
    ConfirmPayment { receipt_id: receipt_id, order_id: order_id, amount: price } refused by [Confirm, Approve] => Rule::Approval;
    CancelFull { receipt_id: receipt_id, cancel_id: cancel_id } refused by [Cancel] => Rule::FullRefund;
    CancelPartial { receipt_id: receipt_id, amount: cancel_price, cancel_id: cancel_id } refused by [Cancel] => Rule::PartialRefund;
    RequestPayment { order_id: order_id, amount: price } refused by [Request, Price, Approve] => Rule::Order { fits: |_| true, shows: evidence::started };
    RequestVirtualAccount { order_id: order_id, amount: price } refused by [Request, Price, CashReceipt] => Rule::Order { fits: |_| true, shows: evidence::started };

    IssueCard { order_id: subscription_id, amount: price } refused by [BillingKey, Price, Approve] => Rule::FirstCharge;
    ContinueCard { receipt_id: receipt_id } refused by [BillingKey, Approve] => Rule::RequestedKey;
    IssueTransfer { order_id: subscription_id, amount: price } refused by [BillingKey, Price, CashReceipt] => Rule::Unreadable;
    ContinueTransfer { receipt_id: receipt_id } refused by [BillingKey, Approve] => Rule::RequestedKey;
    PublishTransfer { receipt_id: receipt_id } refused by [BillingKey, Approve] => Rule::RequestedKey;
    DeleteBillingKey { billing_key: billing_key } refused by [BillingKey] => Rule::DeletedKey;
    ChargeBillingKey { billing_key: billing_key, order_id: order_id, amount: price } refused by [BillingKey, Price, Approve] =>
        Rule::Order { fits: evidence::may_be_charged, shows: evidence::approved };
    FinishEasy { receipt_id: receipt_id, billing_key: billing_key } refused by [BillingKey, Confirm, Approve] => Rule::Receipt(evidence::approved);

    CreateReservation { billing_key: billing_key, order_id: order_id, amount: price } refused by [BillingKey, Price] => Rule::Unreadable;
    CancelReservation { reserve_id: reserve_id } refused by [BillingKey] => Rule::Reservation;

    RegisterBiometric {} refused by [] => Rule::Unreadable;
    ValidatePassword {} refused by [] => Rule::Unreadable;
    ChargeWallet { order_id: order_id, amount: price } refused by [Price, Approve] => Rule::Order { fits: |_| true, shows: evidence::approved };

    RequestIdentity { order_id: authentication_id } refused by [Identity] => Rule::Unreadable;
    ConfirmIdentity { receipt_id: receipt_id } refused by [Identity] => Rule::Certificate;
    ResendIdentity { receipt_id: receipt_id } refused by [Identity] => Rule::Unreadable;

    PublishCashReceiptForPayment { receipt_id: receipt_id } refused by [CashReceipt] => Rule::Receipt(evidence::has_cash_receipt);
    CancelCashReceiptForPayment { receipt_id: receipt_id } refused by [CashReceipt] => Rule::Receipt(evidence::has_no_cash_receipt);
    PublishCashReceipt { order_id: order_id, amount: price } refused by [CashReceipt, Price] =>
        Rule::Order { fits: evidence::is_cash_receipt, shows: evidence::cash_receipt_issued };
    CancelCashReceipt { receipt_id: receipt_id } refused by [CashReceipt] => Rule::Receipt(evidence::cash_receipt_cancelled);

    StartShipping { receipt_id: receipt_id } refused by [Escrow] => Rule::Receipt(evidence::shipped);
    ResendWebhook { receipt_id: receipt_id } refused by [] => Rule::Unreadable;

    CreateSeller {} refused by [] => Rule::Unreadable;
    DeleteTestSeller {} refused by [] => Rule::Unreadable;
    UpdateResources {} refused by [] => Rule::Unreadable;
    CreateApp {} refused by [] => Rule::Unreadable;
    InviteMember {} refused by [] => Rule::Unreadable;
}

/// The rule of a call, by its name; `None` for a call that this version does not know.
pub(super) fn rule(endpoint: &str) -> Option<Rule> {
    RULES.iter().find(|(name, _)| *name == endpoint).map(|(_, rule)| *rule)
}

/// Returns true if a call of this name refunds money, or is of another version and may.
pub(super) fn may_refund(endpoint: &str) -> bool {
    rule(endpoint).is_none_or(|rule| rule.refunds())
}

/// A field of a request, as an attempt records it.
trait Slot<T> {
    fn slot(&self) -> Option<T>;
}

impl Slot<String> for String {
    fn slot(&self) -> Option<String> {
        Some(self.clone())
    }
}

impl Slot<String> for Option<String> {
    fn slot(&self) -> Option<String> {
        self.clone()
    }
}

impl Slot<i64> for Won {
    fn slot(&self) -> Option<i64> {
        self.get()
    }
}

impl Slot<i64> for Option<Won> {
    fn slot(&self) -> Option<i64> {
        self.as_ref().and_then(Won::get)
    }
}
