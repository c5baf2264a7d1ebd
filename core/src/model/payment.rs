use bootpay_macros::model;

use super::{Bank, Item, Receipt};
use crate::value::{Json, Secret, Won};

/// Looks up one payment.
#[model(request)]
pub struct GetReceipt {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// True to also return the buyer's details.
    pub lookup_user_data: Option<bool>,
}

/// Looks up the payments of one order.
#[model(request)]
pub struct FindByOrder {
    /// The merchant's id of the order.
    #[check(id)]
    pub order_id: String,
}

/// Confirms a payment that the buyer has finished and that matches the merchant's order; returns it if it is
/// paid already.
#[model(request)]
pub struct ConfirmPayment {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// The merchant's id of the order, from the merchant's own records and not from the browser.
    #[check(id)]
    pub order_id: String,
    /// Price of the order in won, from the merchant's own records and not from the browser.
    pub price: Won,
}

/// Verifies that a payment is paid and matches the merchant's order.
#[model(request)]
pub struct VerifyPayment {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// The merchant's id of the order, from the merchant's own records and not from the browser.
    #[check(id)]
    pub order_id: String,
    /// Price of the order in won, from the merchant's own records and not from the browser.
    pub price: Won,
}

/// Cancels a payment in full: refunds all that remains of it.
#[model(request)]
pub struct CancelFull {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// Reason, shown on the admin pages.
    pub cancel_message: Option<String>,
    /// The merchant's own id of this refund; Bootpay refuses a second one with the same id.
    #[check(id)]
    pub cancel_id: Option<String>,
    /// Name of the requester, shown on the admin pages.
    #[personal]
    pub cancel_username: Option<String>,
    /// The account to refund to; required for payments into virtual accounts.
    pub refund: Option<Refund>,
    /// The items refunded (known only from the official Python and Ruby SDKs).
    pub items: Option<Vec<Item>>,
    /// The merchant's metadata of the cancel (known only from the official Python SDK).
    #[personal]
    pub metadata: Option<Json>,
    /// The requesting system, shown on the admin pages (known only from the official Ruby SDK).
    pub cancel_requester: Option<String>,
}

/// Cancels a payment in part: refunds `cancel_price`.
#[model(request)]
pub struct CancelPartial {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// Amount to refund, in won.
    pub cancel_price: Won,
    /// The merchant's own id of this refund; Bootpay refuses a second one with the same id.
    #[check(id)]
    pub cancel_id: String,
    /// The tax-free part of `cancel_price`, in won; at most `cancel_price`.
    #[from_zero]
    #[check(within(cancel_price))]
    pub cancel_tax_free: Option<Won>,
    /// Reason, shown on the admin pages.
    pub cancel_message: Option<String>,
    /// Name of the requester, shown on the admin pages.
    #[personal]
    pub cancel_username: Option<String>,
    /// The account to refund to; required for payments into virtual accounts.
    pub refund: Option<Refund>,
    /// The items refunded (known only from the official Python and Ruby SDKs).
    pub items: Option<Vec<Item>>,
    /// The merchant's metadata of the cancel (known only from the official Python SDK).
    #[personal]
    pub metadata: Option<Json>,
    /// The requesting system, shown on the admin pages (known only from the official Ruby SDK).
    pub cancel_requester: Option<String>,
}

/// The account to which a payment into a virtual account is refunded. The merchant needs a contract for it
/// with the PG (CMS).
#[model(input)]
pub struct Refund {
    /// The account number, digits only.
    #[check(bank_account)]
    pub bank_account: Secret,
    /// The holder.
    #[check(not_blank)]
    #[personal]
    pub bank_username: String,
    /// The bank: three digits, `004` is KB Kookmin.
    #[check(bank_code)]
    pub bank_code: Bank,
}

/// A payment that was read from Bootpay and matches the merchant's order: paid in won, in the client's
/// mode, with this order id and price, nothing refunded.
///
/// Only `confirm` and `verify` make one, so a function that ships goods can require it. Both return one each
/// time they are asked: it says that the payment is good, not that you have not shipped yet. One conditional
/// `UPDATE` of the order decides that, as the documentation of `payments.confirm` shows.
#[model(opaque)]
pub struct VerifiedPayment {
    /// Bootpay's id of the payment.
    receipt_id: String,
    /// The merchant's id of the order.
    order_id: String,
    /// Amount paid, in won.
    price: i64,
    /// True if this call did not confirm the payment: it was paid before, or another confirm came first; always
    /// true from `verify`. For logs only. Do not decide by it if to ship: the process that confirmed may
    /// have crashed before it shipped.
    confirmed_earlier: bool,
    /// The payment as Bootpay records it.
    receipt: Receipt,
}
