use bootpay_macros::model;

use super::{CashReceiptType, Extra, Pg, User};
use crate::value::{Json, Secret, Timestamp, Won};

/// Issues a cash receipt for a payment by bank transfer or virtual account.
#[model(request)]
pub struct PublishCashReceiptForPayment {
    /// Bootpay's id of the payment, which must be paid and have no cash receipt yet.
    #[check(id)]
    pub receipt_id: String,
    /// Identity of the recipient: a phone, resident, business or cash receipt card number, in digits.
    #[check(cash_receipt_identity)]
    pub identity_no: Secret,
    /// Purpose of the cash receipt.
    pub cash_receipt_type: CashReceiptType,
    /// The buyer's name.
    #[personal]
    pub username: Option<String>,
    /// The buyer's phone number, in digits.
    #[check(any_phone)]
    #[personal]
    pub phone: Option<String>,
    /// The buyer's e-mail address.
    #[personal]
    pub email: Option<String>,
    /// The currency (known from only one official SDK, which sends `WON`).
    pub currency: Option<String>,
    /// The PG (known from only one official SDK).
    pub pg: Option<Pg>,
    /// True to issue a real cash receipt in test mode (known from only one official SDK).
    pub test_production: Option<bool>,
}

/// Cancels the cash receipt of a payment; the payment stays.
#[model(request)]
pub struct CancelCashReceiptForPayment {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// Name of the requester, shown on the admin pages.
    #[personal]
    pub cancel_username: Option<String>,
    /// Reason, shown on the admin pages.
    pub cancel_message: Option<String>,
}

/// Issues a cash receipt for a sale made outside Bootpay.
#[model(request)]
pub struct PublishCashReceipt {
    /// Amount paid, in won.
    pub price: Won,
    /// Name of the order.
    #[check(not_blank)]
    pub order_name: String,
    /// The merchant's id of the order.
    #[check(id)]
    pub order_id: String,
    /// Identity of the recipient: a phone, resident, business or cash receipt card number, in digits.
    #[check(cash_receipt_identity)]
    pub identity_no: Secret,
    /// Purpose of the cash receipt.
    pub cash_receipt_type: CashReceiptType,
    /// The PG; the project's default PG if absent.
    pub pg: Option<Pg>,
    /// The tax-free part of `price`, in won; at most `price`.
    #[from_zero]
    #[check(within(price))]
    pub tax_free: Option<Won>,
    /// Time of payment; now if absent.
    pub purchased_at: Option<Timestamp>,
    /// The buyer; only name, phone and e-mail address count.
    pub user: Option<User>,
    /// Options of the PG.
    pub extra: Option<Extra>,
    /// The merchant's metadata; returned unchanged.
    #[personal]
    pub metadata: Option<Json>,
}

/// Cancels a cash receipt that was issued by itself.
#[model(request)]
pub struct CancelCashReceipt {
    /// Bootpay's id of the cash receipt, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// Name of the requester, shown on the admin pages.
    #[personal]
    pub cancel_username: Option<String>,
    /// Reason, shown on the admin pages.
    pub cancel_message: Option<String>,
}
