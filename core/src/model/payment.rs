use bootpay_macros::model;

use super::{Bank, Item, Receipt};
use crate::value::{Json, Secret, Won};

/// Asks for one payment.
#[model(request)]
pub struct GetReceipt {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// Also return the buyer's details.
    pub lookup_user_data: Option<bool>,
}

/// Asks for the payments of one order.
#[model(request)]
pub struct FindByOrder {
    /// The merchant's id of the order.
    #[check(id)]
    pub order_id: String,
}

/// Confirms a payment that the buyer has finished and that is what the merchant sold.
#[model(request)]
pub struct ConfirmPayment {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// The merchant's id of the order, from the merchant's own records and not from the browser.
    #[check(id)]
    pub order_id: String,
    /// What the order costs in won, from the merchant's own records and not from the browser.
    pub price: Won,
}

/// Asks whether a payment is what the merchant sold, and paid.
#[model(request)]
pub struct VerifyPayment {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// The merchant's id of the order, from the merchant's own records and not from the browser.
    #[check(id)]
    pub order_id: String,
    /// What the order costs in won, from the merchant's own records and not from the browser.
    pub price: Won,
}

/// Gives back all that remains of a payment.
#[model(request)]
pub struct CancelFull {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// Why, as the admin pages show it.
    pub cancel_message: Option<String>,
    /// The merchant's own id of this refund; Bootpay refuses a second one with the same id.
    #[check(id)]
    pub cancel_id: Option<String>,
    /// Who asked, as the admin pages show it.
    pub cancel_username: Option<String>,
    /// Where to give the money back to; needed for payments into virtual accounts.
    pub refund: Option<Refund>,
    /// What is given back of what was bought (only the official Python and Ruby SDKs know it).
    pub items: Option<Vec<Item>>,
    /// What the merchant attaches to the cancel (only the official Python SDK knows it).
    pub metadata: Option<Json>,
    /// What asked, as the admin pages show it (only the official Ruby SDK knows it).
    pub cancel_requester: Option<String>,
}

/// Gives back a part of a payment.
#[model(request)]
pub struct CancelPartial {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// What to give back, in won.
    pub cancel_price: Won,
    /// The merchant's own id of this refund; Bootpay refuses a second one with the same id.
    #[check(id)]
    pub cancel_id: String,
    /// The tax-free part of `cancel_price`, in won; at most `cancel_price`.
    #[from_zero]
    #[check(within(cancel_price))]
    pub cancel_tax_free: Option<Won>,
    /// Why, as the admin pages show it.
    pub cancel_message: Option<String>,
    /// Who asked, as the admin pages show it.
    pub cancel_username: Option<String>,
    /// Where to give the money back to; needed for payments into virtual accounts.
    pub refund: Option<Refund>,
    /// What is given back of what was bought (only the official Python and Ruby SDKs know it).
    pub items: Option<Vec<Item>>,
    /// What the merchant attaches to the cancel (only the official Python SDK knows it).
    pub metadata: Option<Json>,
    /// What asked, as the admin pages show it (only the official Ruby SDK knows it).
    pub cancel_requester: Option<String>,
}

/// The account that a virtual account's payment is given back to; the merchant needs a contract for it
/// with the PG (CMS).
#[model(input)]
pub struct Refund {
    /// The account number, digits only.
    #[check(bank_account)]
    pub bank_account: Secret,
    /// The holder.
    #[check(not_blank)]
    pub bank_username: String,
    /// The bank: three digits, `004` is KB Kookmin.
    #[check(bank_code)]
    pub bank_code: Bank,
}

/// A payment that Bootpay was asked about and that is what the merchant sold: paid in won, in the
/// client's mode, with this order id and amount, nothing given back.
///
/// Only `confirm` and `verify` make one, so a function that ships goods can demand it.
#[model(opaque)]
pub struct VerifiedPayment {
    /// Bootpay's id of the payment.
    receipt_id: String,
    /// The merchant's id of the order.
    order_id: String,
    /// What was paid, in won.
    price: i64,
    /// The payment as Bootpay records it.
    receipt: Receipt,
}
