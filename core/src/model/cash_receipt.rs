use bootpay_macros::model;

use super::{CashReceiptType, Extra, Pg, User};
use crate::value::{Json, Secret, Timestamp, Won};

/// Has a cash receipt issued for a payment by bank transfer or into a virtual account.
#[model(request)]
pub struct PublishCashReceiptForPayment {
    /// Bootpay's id of the payment, which is paid and has no cash receipt yet.
    #[check(id)]
    pub receipt_id: String,
    /// Whose it is: a phone, resident, business or cash receipt card number, in digits.
    #[check(cash_receipt_identity)]
    pub identity_no: Secret,
    /// What it is for.
    pub cash_receipt_type: CashReceiptType,
    /// The buyer's name.
    pub username: Option<String>,
    /// The buyer's phone number, in digits.
    #[check(any_phone)]
    pub phone: Option<String>,
    /// The buyer's e-mail address.
    pub email: Option<String>,
    /// The currency (only one official SDK knows it, and sends `WON`).
    pub currency: Option<String>,
    /// The PG (only one official SDK knows it).
    pub pg: Option<Pg>,
    /// Whether to issue a real one in test mode (only one official SDK knows it).
    pub test_production: Option<bool>,
}

/// Has the cash receipt of a payment cancelled; the payment stays.
#[model(request)]
pub struct CancelCashReceiptForPayment {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// Who asked, as the admin pages show it.
    pub cancel_username: Option<String>,
    /// Why, as the admin pages show it.
    pub cancel_message: Option<String>,
}

/// Has a cash receipt issued for a sale that Bootpay knows nothing of.
#[model(request)]
pub struct PublishCashReceipt {
    /// What was paid, in won.
    pub price: Won,
    /// What was bought.
    #[check(not_blank)]
    pub order_name: String,
    /// The merchant's id of the order.
    #[check(id)]
    pub order_id: String,
    /// Whose it is: a phone, resident, business or cash receipt card number, in digits.
    #[check(cash_receipt_identity)]
    pub identity_no: Secret,
    /// What it is for.
    pub cash_receipt_type: CashReceiptType,
    /// The PG; the project's default one unless said otherwise.
    pub pg: Option<Pg>,
    /// The tax-free part of `price`, in won; at most `price`.
    #[from_zero]
    #[check(within(price))]
    pub tax_free: Option<Won>,
    /// When it was paid; now unless said otherwise.
    pub purchased_at: Option<Timestamp>,
    /// The buyer: name, phone and e-mail address count.
    pub user: Option<User>,
    /// Options of the PG.
    pub extra: Option<Extra>,
    /// What the merchant attaches; returned as it is.
    pub metadata: Option<Json>,
}

/// Has a cash receipt cancelled that was issued by itself.
#[model(request)]
pub struct CancelCashReceipt {
    /// Bootpay's id of the cash receipt, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// Who asked, as the admin pages show it.
    pub cancel_username: Option<String>,
    /// Why, as the admin pages show it.
    pub cancel_message: Option<String>,
}
